// Calls (spec, "Calls"): resolving what is called, arguments, results. Builtins and conversions
// have files of their own.

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { LocalId, SiteId, TypeId } from '../ir/ids.ts';
import type { CallExpr, Expr as AstExpr } from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import { loadLocal, zero } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { anyHoists, calledFuncOrNull, followedFlags, unparen } from './hoists.ts';
import { lowerBuiltin } from './lower-builtin.ts';
import { convertImplicit, lowerConversion } from './lower-conversion.ts';
import { bindMethod, methodExpressionId, typeArgsOf } from './lower-function-value.ts';
import { type CallTarget, functionTarget, methodTarget } from './method-target.ts';
import { goroutineNameOf } from './site-names.ts';
import type { TypeEntry } from './type-table.ts';

/** What a call calls, with the func type that its arguments are converted to. */
export interface ResolvedCall {
  readonly target: CallTarget;
  readonly type: TypeEntry;
  /** Types of the target's leading arguments. */
  readonly leadingTypes: readonly TypeId[];
  /** Text of the receiver: names the object that a library call is about. */
  readonly operand: string;
  /** The callee is part of the provided library. */
  readonly isLibrary: boolean;
}

/** Where stack traces see a call: at the method's name, at the end of a function literal. */
export function callPos(call: CallExpr): Pos {
  let fun = unparen(call.fun);
  if (fun.kind === 'IndexExpr') fun = unparen(fun.x);
  if (fun.kind === 'SelectorExpr') return fun.sel.pos;
  return fun.kind === 'FuncLit' ? fun.body.rbrace : fun.pos;
}

/** The value of a call with one result; of a conversion or builtin too. */
export function lowerCallValue(f: FuncLowering, call: CallExpr, followed: boolean): Expr {
  if (f.info.types.get(call.fun)?.mode === 'typexpr') return lowerConversion(f, call, followed);
  const builtin = f.info.builtinCalls.get(call);
  if (builtin !== undefined) return lowerBuiltin(f, call, builtin, followed);
  const func = calledFuncOrNull(f.info, call);
  if (func !== null && f.program.isPure(func)) {
    const resolved = resolveCall(f, call, followed || anyHoists(f, call.args));
    const { target } = resolved;
    if (target.kind === 'native' && target.isPure) {
      const args = [...target.leading, ...lowerArgs(f, call, resolved.type, followed)];
      const tree: Expr = { kind: 'pureNative', name: target.name, args };
      return followed ? f.spill(tree, resolved.type.results[0] ?? f.typeOf(call)) : tree;
    }
  }
  const [result] = lowerCall(f, call, null);
  assert(result !== undefined, 'a call used as a value has a result');
  return result;
}

/** Emits a call; its results are in the given locals, or in temporaries of their types. */
export function lowerCall(
  f: FuncLowering,
  source: AstExpr,
  into: readonly (LocalId | null)[] | null,
): readonly Expr[] {
  const call = unparen(source);
  assert(call.kind === 'CallExpr', 'only calls are called');
  const followed = anyHoists(f, call.args);
  const resolved = resolveCall(f, call, followed);
  const { target, type } = resolved;
  const args = [...target.leading, ...lowerArgs(f, call, type, false)];
  const isUnused = into?.every((local) => local === null) === true;
  const results = isUnused
    ? []
    : type.results.map((result, i) => into?.[i] ?? f.newOwnedTemp(result));
  const pos = callPos(call);
  const site = callSite(f, call, resolved, pos);
  if (target.kind === 'go') {
    f.emit({ kind: 'call', callee: target.callee, args, results, site, pos });
  } else f.emit({ kind: 'callNative', name: target.name, args, results, site, pos });
  return results.map((local, i) => loadLocal(local, type.results[i] ?? f.localType(local)));
}

/** The place of a call, with what captions say about a library call's object and goroutine. */
export function callSite(
  f: FuncLowering,
  call: CallExpr,
  resolved: ResolvedCall,
  pos: Pos,
): SiteId {
  const funcArg = resolved.isLibrary
    ? call.args.find(
        (arg) =>
          ['FuncLit', 'Ident', 'SelectorExpr'].includes(unparen(arg).kind) &&
          f.kindOf(arg) === 'func',
      )
    : undefined;
  const extra =
    funcArg === undefined ? {} : { goroutineName: goroutineNameOf(f, funcArg, call.pos) };
  return f.site(makesTimer(f, call) ? f.targetText : resolved.operand, extra, pos);
}

const timerMakers: ReadonlySet<string> = new Set([
  ...['After', 'AfterFunc', 'NewTimer', 'NewTicker', 'Tick'],
]);

/** Whether a call makes a timer or ticker, which is named after the variable as a channel is. */
export function makesTimer(f: FuncLowering, call: CallExpr): boolean {
  const func = calledFuncOrNull(f.info, call);
  if (func?.pkg?.path !== 'time' || func.type.kind !== 'Signature') return false;
  return func.type.recv === null && timerMakers.has(func.name);
}

/** Resolves and evaluates what stands before the parentheses. */
export function resolveCall(f: FuncLowering, call: CallExpr, followed: boolean): ResolvedCall {
  let fun = unparen(call.fun);
  if (fun.kind === 'IndexExpr' && calledFuncOrNull(f.info, call) !== null) fun = unparen(fun.x);
  const func = calledFuncOrNull(f.info, call);
  if (func !== null && fun.kind === 'SelectorExpr') {
    const selection = f.info.selections.get(fun);
    if (selection?.kind === 'MethodVal') {
      const { method, receiver, receiverType } = bindMethod(f, fun, followed);
      const typeArgs = typeArgsOf(f, fun.sel);
      const target = methodTarget(f.program, method, receiver, typeArgs);
      const type = f.types.entry(f.program.methodType(method, typeArgs));
      const isLibrary = method.func !== null && f.program.declarationOf(method.func).pkg.library;
      const hasObject = isLibrary || method.func === null;
      const operand = hasObject ? f.sourceText(fun.x) : '';
      const leadingTypes = method.func === null ? [] : [receiverType];
      return { target, type, leadingTypes, operand, isLibrary };
    }
    if (selection?.kind === 'MethodExpr') {
      const id = methodExpressionId(f, fun);
      const target: CallTarget = { kind: 'go', callee: { kind: 'static', func: id }, leading: [] };
      const type = f.types.entry(f.typeOf(fun));
      return { target, type, leadingTypes: [], operand: '', isLibrary: false };
    }
  }
  if (func !== null && (fun.kind === 'Ident' || fun.kind === 'SelectorExpr')) {
    const typeArgs = typeArgsOf(f, fun.kind === 'Ident' ? fun : fun.sel);
    const target = functionTarget(f.program, func, [], typeArgs, []);
    const type = f.types.entry(f.program.functionType(func, [], typeArgs));
    const isLibrary = f.program.declarationOf(func).pkg.library;
    return { target, type, leadingTypes: [], operand: '', isLibrary };
  }
  const closure = f.rules.expr(f, call.fun, followed);
  const target: CallTarget = { kind: 'go', callee: { kind: 'closure', closure }, leading: [] };
  const type = f.types.entry(f.typeOf(call.fun));
  return { target, type, leadingTypes: [], operand: '', isLibrary: false };
}

/** The arguments as parameters of the func type, variadic ones in a slice. */
export function lowerArgs(
  f: FuncLowering,
  call: CallExpr,
  type: TypeEntry,
  followed: boolean,
): Expr[] {
  const { params, variadic } = type;
  const [only] = call.args;
  if (call.args.length === 1 && only !== undefined && f.isTuple(only)) {
    const results = lowerCall(f, only, null);
    return spread(f, results, f.resultTypes(only), type);
  }
  const flags = followedFlags(f, call.args, followed);
  const fixed = variadic && call.ellipsis === 0 ? params.length - 1 : params.length;
  const listType = params[params.length - 1];
  const elem = listType === undefined ? -1 : f.types.entry(listType).elem;
  const values = call.args.map((arg, i) => {
    const param = i < fixed ? params[i] : elem;
    assert(param !== undefined, 'there is a parameter for each argument');
    return f.rules.value(f, arg, param, flags[i] ?? followed);
  });
  if (fixed === params.length || listType === undefined) return values;
  return [...values.slice(0, fixed), pack(listType, values.slice(fixed))];
}

/** f(g()) with several results. */
function spread(
  f: FuncLowering,
  results: readonly Expr[],
  from: readonly TypeId[],
  type: TypeEntry,
): Expr[] {
  const { params, variadic } = type;
  const fixed = variadic ? params.length - 1 : params.length;
  const listType = params[params.length - 1];
  const elem = listType === undefined ? -1 : f.types.entry(listType).elem;
  const values = results.map((result, i) => {
    const param = i < fixed ? params[i] : elem;
    return convertImplicit(f, result, from[i] ?? -1, param ?? -1);
  });
  if (!variadic || listType === undefined) return values;
  return [...values.slice(0, fixed), pack(listType, values.slice(fixed))];
}

function pack(listType: TypeId, values: readonly Expr[]): Expr {
  if (values.length === 0) return zero(listType);
  const elements = values.map((value, index) => ({ index, value }));
  return { kind: 'sliceLiteral', type: listType, length: values.length, elements };
}
