// What the lowering of a function of the library asked of its program, in order, in terms that hold
// in every program: checked objects, and what earlier requests have given. Doing it again in another
// program gives everything that the function names there, numbered as if it had been lowered.
// Invariant: nothing here belongs to one program.

import { assert, assertNever } from '../../base/assert.ts';
import type { FuncId, TypeId } from '../ir/ids.ts';
import type { Links, Numbered } from '../ir/linked-func.ts';
import type { Site } from '../ir/program.ts';
import type { BasicKind, Func as FuncObject, Type, Var } from '../types/type.ts';
import type { MethodEntry } from './method-set.ts';
import type { ProgramDoor } from './program-door.ts';
import { emptyEnv, type TypeEntry, type TypeEnv } from './type-table.ts';

/** Index into the list of types, functions, variables or sites that the acts give, one by one. */
export type SymbolId = number;

/** A method of an owner that has another number in each program. */
export type SymbolicMethod = MethodEntry & { readonly owner: SymbolId };

export type Act =
  /** `isOwn`: with what the type parameters of this function stand for. */
  | { readonly kind: 'type'; readonly type: Type; readonly isOwn: boolean }
  | { readonly kind: 'basic'; readonly basic: BasicKind }
  | { readonly kind: 'pointer' | 'slice'; readonly elem: SymbolId }
  | { readonly kind: 'empty interface' }
  /** A type that another one is made of: `partsOf` it says which. */
  | { readonly kind: 'part'; readonly whole: SymbolId; readonly index: number }
  | { readonly kind: 'method type'; readonly method: SymbolicMethod; readonly args: Symbols }
  | {
      readonly kind: 'function type' | 'declared';
      readonly func: FuncObject;
      readonly recvArgs: Symbols;
      readonly args: Symbols;
    }
  | { readonly kind: 'native function'; readonly func: FuncObject; readonly args: Symbols }
  | {
      readonly kind: 'bound method' | 'method expression';
      readonly type: SymbolId;
      readonly method: SymbolicMethod;
      readonly args: Symbols;
    }
  /** A function literal, or what else is part of this function. */
  | { readonly kind: 'literal' }
  | { readonly kind: 'global'; readonly variable: Var }
  | { readonly kind: 'site'; readonly site: Omit<Site, 'id' | 'func'>; readonly func: SymbolId }
  | { readonly kind: 'dynamic'; readonly type: SymbolId }
  | { readonly kind: 'calls method'; readonly name: string }
  /** It was asked whether this function of reflect is a native. */
  | { readonly kind: 'reflection'; readonly func: FuncObject };

type Symbols = readonly SymbolId[];

/** What a function is given before it is lowered. */
export interface Given {
  readonly id: FuncId;
  /** Type arguments, or the type that a wrapper is for. */
  readonly types: readonly TypeId[];
  readonly env: TypeEnv;
}

/** The links of a function before its first act. */
export function linksOf({ id, types }: Given): Record<Numbered, number[]> {
  return { type: [...types], func: [id], global: [], site: [0] };
}

/** Does in `door` what was asked once; returns what the function names there. */
export function performAll(acts: readonly Act[], door: ProgramDoor, given: Given): Links {
  const links = linksOf(given);
  for (const act of acts) perform(act, door, links, given.env);
  return links;
}

function perform(
  act: Act,
  door: ProgramDoor,
  links: Record<Numbered, number[]>,
  env: TypeEnv,
): void {
  const type = (symbol: SymbolId): TypeId => numberOf(links.type, symbol);
  const all = (symbols: Symbols): readonly TypeId[] => symbols.map(type);
  const methodOf = (method: SymbolicMethod): MethodEntry => ({
    ...method,
    owner: type(method.owner),
  });
  switch (act.kind) {
    case 'type':
      links.type.push(door.types.idOf(act.type, act.isOwn ? env : emptyEnv));
      return;
    case 'basic':
      links.type.push(door.types.basic(act.basic));
      return;
    case 'pointer':
      links.type.push(door.types.pointerTo(type(act.elem)));
      return;
    case 'slice':
      links.type.push(door.types.sliceOf(type(act.elem)));
      return;
    case 'empty interface':
      links.type.push(door.types.emptyInterface());
      return;
    case 'part':
      links.type.push(numberOf(partsOf(door.types.entry(type(act.whole))), act.index));
      return;
    case 'method type':
      links.type.push(door.methodType(methodOf(act.method), all(act.args)));
      return;
    case 'function type':
      links.type.push(door.functionType(act.func, all(act.recvArgs), all(act.args)));
      return;
    case 'declared':
      links.func.push(door.declared(act.func, all(act.recvArgs), all(act.args)));
      return;
    case 'native function':
      links.func.push(door.nativeFunction(act.func, all(act.args)));
      return;
    case 'bound method':
      links.func.push(door.boundMethod(methodOf(act.method), type(act.type), all(act.args)));
      return;
    case 'method expression':
      links.func.push(door.methodExpression(type(act.type), methodOf(act.method), all(act.args)));
      return;
    case 'literal':
      links.func.push(door.newFunc());
      return;
    case 'global':
      links.global.push(door.global(act.variable));
      return;
    case 'site':
      links.site.push(door.newSite({ ...act.site, func: numberOf(links.func, act.func) }));
      return;
    case 'dynamic':
      door.useDynamically(type(act.type));
      return;
    case 'calls method':
      door.callMethod(act.name);
      return;
    case 'reflection':
      door.isPure(act.func);
      return;
    default:
      assertNever(act);
  }
}

function numberOf(list: readonly number[], symbol: SymbolId): number {
  const found = list[symbol];
  assert(found !== undefined, 'acts name what earlier ones have given');
  return found;
}

/** The types that a type is made of, in an order of its own. */
export function partsOf(entry: TypeEntry): readonly TypeId[] {
  const { elem, key, fields, params, results, interfaceMethods, typeArgs } = entry;
  return [
    elem,
    key,
    ...fields.map((field) => field.type),
    ...params,
    ...results,
    ...interfaceMethods.map((method) => method.type),
    ...typeArgs,
  ];
}
