// Functions that several programs have. Their statements are kept as the first program had them,
// together with a list of all that they name in tables of a program: types, functions, variables,
// sites. Another program that has the function has its own numbers for that list, and from them its
// statements, when somebody asks for them.
// Invariant: what a linked function says is what lowering it in its program would give.

import type { FuncId, LocalId, TypeId } from './ids.ts';
import type { Instruction } from './instruction.ts';
import type { Func, Local } from './program.ts';
import type { Pos } from '../syntax/pos.ts';

/** The tables of a program that have numbers. */
export type Numbered = 'type' | 'func' | 'global' | 'site';

/** Properties of statements and expressions that are numbers in a table. */
export const numberedProperties: Readonly<Record<string, Numbered>> = {
  type: 'type',
  mapType: 'type',
  elem: 'type',
  struct: 'type',
  arrayType: 'type',
  sliceType: 'type',
  countType: 'type',
  interfaceType: 'type',
  from: 'type',
  to: 'type',
  resultTypes: 'type',
  func: 'func',
  whenNil: 'func',
  global: 'global',
  site: 'site',
};

/** What a function names, by table, as one program numbers it. */
export type Links = Readonly<Record<Numbered, readonly number[]>>;

/** A function in one program, and as it was lowered first. */
export interface Link {
  readonly original: Func;
  readonly from: Links;
  readonly to: Links;
}

const links = new WeakMap<Func, Link>();

/** Says what a function names that other programs may have too. */
export function linkOriginal(func: Func, own: Links): void {
  links.set(func, { original: func, from: own, to: own });
}

/** The same function with the numbers of another program. */
export function linked(original: Func, from: Links, to: Links, id: FuncId): Func {
  const link: Link = { original, from, to };
  const func = new LinkedFunc(id, link);
  links.set(func, link);
  return func;
}

/** Null for a function that only one program has. */
export function linkOrNull(func: Func): Link | null {
  return links.get(func) ?? null;
}

/** What has number `id` in the program of `from`, as that of `to` numbers it; null if unknown. */
function relinkedOrNull(from: Links, to: Links, table: Numbered, id: number): number | null {
  return to[table][from[table].indexOf(id)] ?? null;
}

class LinkedFunc implements Func {
  readonly id: FuncId;
  readonly name: string;
  readonly library: boolean;
  readonly wrapper?: true;
  readonly pos: Pos;
  readonly end: Pos;
  readonly captureCount: number;
  readonly paramCount: number;
  readonly results: readonly LocalId[];
  readonly hasDefer: boolean;
  private readonly link: Link;
  private ownLocals: readonly Local[] | null = null;
  private ownResultTypes: readonly TypeId[] | null = null;
  private ownCode: readonly Instruction[] | null = null;

  constructor(id: FuncId, link: Link) {
    const { original } = link;
    this.id = id;
    this.name = original.name;
    this.library = original.library;
    if (original.wrapper === true) this.wrapper = true;
    this.pos = original.pos;
    this.end = original.end;
    this.captureCount = original.captureCount;
    this.paramCount = original.paramCount;
    this.results = original.results;
    this.hasDefer = original.hasDefer;
    this.link = link;
  }

  get locals(): readonly Local[] {
    this.ownLocals ??= renumbered(this.link.original.locals, '', this.link);
    return this.ownLocals;
  }

  get resultTypes(): readonly TypeId[] {
    this.ownResultTypes ??= renumbered(this.link.original.resultTypes, 'resultTypes', this.link);
    return this.ownResultTypes;
  }

  get code(): readonly Instruction[] {
    this.ownCode ??= renumbered(this.link.original.code, '', this.link);
    return this.ownCode;
  }
}

/** A value that stands at a property of this name, with other numbers. */
function renumbered<T>(value: T, name: string, link: Link): T {
  if (typeof value === 'number') {
    const table = numberedProperties[name];
    if (table === undefined) return value;
    const id = relinkedOrNull(link.from, link.to, table, value);
    if (id === null) throw new Error(`Broken invariant: ${link.original.name} names a ${table}`);
    return id as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => renumbered(each, name, link)) as T;
  const copy: Record<string, unknown> = {};
  // Faster than a list of the properties; statements are plain data.
  for (const key in value) copy[key] = renumbered(value[key], key, link);
  return copy as T;
}
