// Go and defer statements: function and operands are evaluated now, the call happens later.
// What is no Go function (builtins, natives) is put into one that does just that.

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { FuncId } from '../ir/ids.ts';
import type { Callee } from '../ir/instruction.ts';
import type { CallExpr, DeferStmt, Expr as AstExpr, GoStmt } from '../syntax/ast.ts';
import type { BuiltinId } from '../types/type.ts';
import { zero } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { anyHoists, unparen } from './hoists.ts';
import {
  builtinParam,
  emitBuiltin,
  emitCopySlice,
  emitPrint,
  emptyInterface,
  operandsOf,
  operandTypes,
  printOperands,
} from './lower-builtin.ts';
import { lowerArgs, resolveCall } from './lower-call.ts';
import { goroutineNameOf } from './site-names.ts';
import { actionFunction } from './wrappers.ts';

interface LaterCall {
  readonly callee: Callee;
  readonly args: readonly Expr[];
  /** Whether gc puts a function around the call: it has arguments or results, or is no function's. */
  readonly isWrapped: boolean;
}

export function lowerGo(f: FuncLowering, stmt: GoStmt): void {
  const call = callOf(stmt.call);
  const goroutineName = goroutineNameOf(f, call.fun, stmt.pos);
  const site = f.site('', { goroutineName }, stmt.pos);
  const later = laterCall(f, call);
  const whenNil = mayCallNil(later) ? nilCall(f, call, 'gowrap') : null;
  f.emit({ kind: 'go', ...later, whenNil, site, pos: stmt.pos });
}

/** Whether it is gc's function that finds out, when it runs, that a function value is nil. */
function mayCallNil({ callee, isWrapped }: LaterCall): boolean {
  return isWrapped && callee.kind === 'closure' && callee.closure.kind !== 'closure';
}

/** A function that calls a nil function value, and nothing else. */
function nilCall(f: FuncLowering, call: CallExpr, name: 'gowrap' | 'deferwrap'): FuncId {
  const closure = zero(f.typeOf(call.fun));
  return actionFunction(f, `${f.name}.${name}`, [], (g) => {
    const site = g.program.newSite({ pos: call.pos, func: f.id, operand: '' });
    const { pos } = g;
    g.emit({
      kind: 'call',
      callee: { kind: 'closure', closure },
      args: [],
      results: [],
      site,
      pos,
    });
  });
}

export function lowerDefer(f: FuncLowering, stmt: DeferStmt): void {
  const call = callOf(stmt.call);
  const site = f.site('', {}, stmt.pos);
  const later = laterCall(f, call);
  const whenNil = mayCallNil(later) ? nilCall(f, call, 'deferwrap') : null;
  // In the body of a range-over-func loop the call is deferred by the function around it.
  const frameToken = f.rangeBody === null ? null : f.localOf(f.home.functionFacts.token);
  f.emit({ kind: 'defer', ...later, whenNil, frameToken, site, pos: stmt.pos });
}

function callOf(x: AstExpr): CallExpr {
  const call = unparen(x);
  assert(call.kind === 'CallExpr', 'go and defer have a call');
  return call;
}

function laterCall(f: FuncLowering, call: CallExpr): LaterCall {
  const builtin = f.info.builtinCalls.get(call);
  if (builtin !== undefined) return laterBuiltin(f, call, builtin);
  if (f.info.types.get(call.fun)?.mode === 'typexpr') return laterConversion(f, call);
  const resolved = resolveCall(f, call, anyHoists(f, call.args));
  const { target, type, operand, leadingTypes } = resolved;
  const args = [...target.leading, ...lowerArgs(f, call, type, false)];
  const isWrapped = args.length > 0 || type.results.length > 0;
  if (target.kind === 'go') {
    const { callee } = target;
    return { callee, args, isWrapped: isWrapped || callee.kind === 'interface' };
  }
  const { name } = target;
  const func = actionFunction(f, name, [...leadingTypes, ...type.params], (g, params) => {
    const own = g.program.newSite({ pos: call.pos, func: f.id, operand });
    const results = type.results.map((result) => g.newTemp(result));
    const { pos } = g;
    g.emit({ kind: 'callNative', name, args: params, results, site: own, pos });
  });
  return { callee: { kind: 'static', func }, args, isWrapped };
}

// A conversion cannot stand in a go or defer statement, except as a call of the converted function.
function laterConversion(f: FuncLowering, call: CallExpr): LaterCall {
  const value = f.rules.expr(f, call, false);
  const func = actionFunction(f, `${f.name}.deferwrap`, [f.typeOf(call)], () => {});
  return { callee: { kind: 'static', func }, args: [value], isWrapped: true };
}

function laterBuiltin(f: FuncLowering, call: CallExpr, builtin: BuiltinId): LaterCall {
  const name = `${f.name}.${builtin}`;
  const [only] = call.args;
  if (builtin === 'recover') {
    const site = f.site('', {}, call.pos);
    const func = actionFunction(f, name, [], (g) => {
      const result = g.newTemp(emptyInterface(f));
      g.emit({ kind: 'recover', result, site, isDeferred: true, pos: g.pos });
    });
    return { callee: { kind: 'static', func }, args: [], isWrapped: true };
  }
  const empty = emptyInterface(f);
  const types = operandTypes(f, call);
  if (builtin === 'print' || builtin === 'println') {
    const args = printOperands(f, call);
    const func = actionFunction(
      f,
      name,
      args.map(() => empty),
      (g, params) => {
        emitPrint(g, builtin, f.types.sliceOf(empty), params);
      },
    );
    return { callee: { kind: 'static', func }, args, isWrapped: true };
  }
  const params = types.map((_, i) => builtinParam(f, builtin, types, i));
  const args = operandsOf(f, call, (i) => params[i] ?? -1, false);
  const func = actionFunction(f, name, params, (g, values) => {
    const [to, from] = values;
    const [type, fromType] = types;
    if (builtin !== 'copy') {
      emitBuiltin(g, builtin, values, types, only === undefined ? '' : f.sourceText(only));
    } else if (to !== undefined && from !== undefined && type !== undefined) {
      emitCopySlice(g, to, from, [type, fromType ?? type], null);
    }
  });
  return { callee: { kind: 'static', func }, args, isWrapped: true };
}
