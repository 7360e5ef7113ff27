// Functions that no source spells out: methods as interfaces call them, bound methods, method
// expressions, and Go functions around natives. gc makes the same ones; stack traces hide them.

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { FuncId, LocalId, TypeId } from '../ir/ids.ts';
import type { Func } from '../ir/program.ts';
import { noPos, type Pos } from '../syntax/pos.ts';
import type { Func as FuncObject } from '../types/type.ts';
import { constant, load, loadLocal } from './build.ts';
import { FuncLowering, type Rules } from './func-lowering.ts';
import type { MethodEntry } from './method-set.ts';
import {
  type CallTarget,
  functionTarget,
  methodTarget,
  promotedReceiver,
} from './method-target.ts';
import { functionName, nativeName } from './names.ts';
import type { LowerPackage } from './options.ts';
import type { ProgramDoor } from './program-door.ts';
import type { Adapter, ProgramLowering } from './program-lowering.ts';
import { emptyEnv } from './type-table.ts';
import type { VariableFacts } from './variables.ts';

/** Names of stubs: with the id of their func type. */
const stubPrefix = 'reflect.makeFuncStub';

const noFacts: VariableFacts = {
  captured: new Set(),
  assigned: new Set(),
  addressed: new Set(),
  functions: new Map(),
  rangeStates: new Map(),
};

/** A new function outside any source; its parameters have the given types. */
export function newSyntheticFunc(
  program: ProgramDoor,
  rules: Rules,
  pkg: LowerPackage,
  id: FuncId,
  name: string,
  params: readonly TypeId[],
): { readonly f: FuncLowering; readonly args: readonly Expr[] } {
  const context = { program, rules, pkg, file: null, env: emptyEnv, facts: noFacts };
  const f = new FuncLowering(context, id, name, null);
  const args = params.map((type) => {
    const local = f.newLocal({ name: '', type, storage: 'register', declared: null });
    return loadLocal(local, type);
  });
  return { f, args };
}

/** Calls the target and returns its results. */
function forward(f: FuncLowering, target: CallTarget, args: readonly Expr[], pos: Pos): void {
  const all = [...target.leading, ...args];
  const results = f.ownResultTypes.map((type): LocalId => f.newOwnedTemp(type));
  const site = f.site('', {}, pos);
  if (target.kind === 'go') {
    f.emit({ kind: 'call', callee: target.callee, args: all, results, site, pos });
  } else f.emit({ kind: 'callNative', name: target.name, args: all, results, site, pos });
  const values = results.map((local) => loadLocal(local, f.localType(local)));
  f.emit({ kind: 'return', values: values.length === 0 ? null : values, pos }, true);
}

/** A Go function around a native: for natives as values and behind go and defer. */
export function lowerNativeFunction(
  program: ProgramDoor,
  rules: Rules,
  id: FuncId,
  func: FuncObject,
  typeArgs: readonly TypeId[],
): Func {
  const { pkg, decl } = program.declarationOf(func);
  const type = program.types.entry(program.functionType(func, [], typeArgs));
  const { f, args } = newSyntheticFunc(program, rules, pkg, id, nativeName(func), type.params);
  f.ownResultTypes = type.results;
  f.pos = decl.pos;
  forward(f, functionTarget(program, func, [], [], []), args, decl.pos);
  return f.finish({ pos: decl.pos, end: decl.end, captureCount: 0, paramCount: args.length });
}

/**
 * Takes (or, `isBound`, captures) a value of a type and calls the method found from there: methods
 * as interfaces call them, the value first, what stands behind method values, and behind method
 * expressions.
 */
export function lowerAdapter(
  program: ProgramDoor,
  rules: Rules,
  id: FuncId,
  { type, method, typeArgs, isBound }: Adapter,
): Func {
  const signature = program.types.entry(program.methodType(method, typeArgs));
  const declaration = method.func === null ? null : program.declarationOf(method.func);
  const pkg = declaration?.pkg ?? anonymousPackage(program);
  const pos = declaration?.decl.pos ?? noPos;
  const name = adapterName(program, type, method) + (isBound ? '-fm' : '');
  const params = [type, ...signature.params];
  const { f, args } = newSyntheticFunc(program, rules, pkg, id, name, params);
  f.ownResultTypes = signature.results;
  f.pos = pos;
  const [value, ...rest] = args;
  assert(value !== undefined, 'an adapter takes the value');
  const receiver = adaptedReceiver(f, value, type, method);
  forward(f, methodTarget(program, method, receiver, typeArgs), rest, pos);
  return f.finish({
    pos,
    end: declaration?.decl.end ?? noPos,
    captureCount: isBound ? 1 : 0,
    paramCount: params.length,
    wrapper: true,
  });
}

/**
 * The code of a function that reflection makes: captures what is to be called, and gives it and its
 * own arguments to a native. One for each func type that a value of the program may have.
 */
export function makeStubs(program: ProgramLowering, rules: Rules): void {
  const { types } = program;
  const anySlice = types.sliceOf(types.emptyInterface());
  const implementation = types.funcOf([anySlice], [anySlice], false);
  for (let type = 0; type < types.entries.length; type++) {
    const { kind, named, params, results } = types.entry(type);
    if (kind !== 'func' || named !== null) continue;
    program.request(`stub ${type}`, (id) => {
      const all = [implementation, ...params];
      const pkg = anonymousPackage(program);
      const name = `${stubPrefix}${type}`;
      const { f, args } = newSyntheticFunc(
        program,
        rules,
        { ...pkg, library: true },
        id,
        name,
        all,
      );
      f.ownResultTypes = results;
      const leading = [constant(types.basic('int'), type)];
      forward(
        f,
        { kind: 'native', name: 'reflect.enterStub', isPure: false, leading },
        args,
        noPos,
      );
      const paramCount = all.length;
      return f.finish({ pos: noPos, end: noPos, captureCount: 1, paramCount, wrapper: true });
    });
  }
}

function adaptedReceiver(f: FuncLowering, value: Expr, type: TypeId, method: MethodEntry): Expr {
  const { owner, pointerReceiver } = method;
  if (method.path.length > 0) {
    const receiverType = pointerReceiver ? f.types.pointerTo(owner) : owner;
    return f.kept(promotedReceiver(f, value, type, method), receiverType);
  }
  if (type === owner || pointerReceiver) return f.kept(value, type);
  // A value method through a pointer: gc's wrapper names the method when the pointer is nil.
  const [isNil, isGood] = [f.code.newLabel(), f.code.newLabel()];
  const pos = f.pos;
  f.branch({ kind: 'isNil', x: value, operandKind: 'pointer' }, isNil, isGood);
  f.code.bind(isNil);
  const entry = f.types.entry(owner);
  const text = `value method ${entry.linkString}.${method.name} called using nil *${entry.name} pointer`;
  const args = [constant(f.types.basic('string'), text)];
  f.emit({ kind: 'callNative', name: 'runtime.panicwrap', args, results: [], site: 0, pos });
  f.code.bind(isGood);
  return f.kept(load({ kind: 'deref', pointer: value, type: owner }, owner), owner);
}

function adapterName(program: ProgramDoor, type: TypeId, method: MethodEntry): string {
  if (method.func !== null && method.path.length === 0 && type === method.owner) {
    return functionName(method.func.origin ?? method.func);
  }
  const entry = program.types.entry(type);
  if (entry.kind !== 'pointer' || entry.named !== null) return `${entry.linkString}.${method.name}`;
  const elem = program.types.entry(entry.elem);
  const prefix = elem.packagePath === '' ? '' : `${elem.packagePath}.`;
  return `${prefix}(*${elem.linkString.slice(prefix.length)}).${method.name}`;
}

function anonymousPackage(program: ProgramDoor): LowerPackage {
  const [first] = program.packages;
  assert(first !== undefined, 'a program has a package');
  return first;
}

/** A function that does one thing with its arguments, for go and defer of builtins and natives. */
export function actionFunction(
  outer: FuncLowering,
  name: string,
  params: readonly TypeId[],
  emit: (f: FuncLowering, args: readonly Expr[]) => void,
): FuncId {
  const { program, rules, pkg, pos } = outer;
  const id = program.newFunc();
  const { f, args } = newSyntheticFunc(program, rules, pkg, id, name, params);
  f.pos = pos;
  emit(f, args);
  if (f.code.reachable) f.emit({ kind: 'return', values: null, pos }, true);
  const paramCount = params.length;
  program.setFunc(f.finish({ pos, end: pos, captureCount: 0, paramCount, wrapper: true }));
  return id;
}
