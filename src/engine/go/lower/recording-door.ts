// Lowers a function of the library so that other programs can have it, too: passes on what it asks
// of its program, and writes it down as acts.
// Invariants: what is asked again, or is known from what was given, is not written down; a type that
// the function has met as a part of another one is found again as that part.

import type { FuncId, GlobalId, SiteId, TypeId } from '../ir/ids.ts';
import { type Links, type Numbered, numberedProperties } from '../ir/linked-func.ts';
import type { Func, Site } from '../ir/program.ts';
import type { BasicKind, Func as FuncObject, Type, Var } from '../types/type.ts';
import {
  type Act,
  type Given,
  linksOf,
  partsOf,
  type SymbolId,
  type SymbolicMethod,
} from './acts.ts';
import type { MethodEntry } from './method-set.ts';
import type { ProgramDoor, TypeDoor } from './program-door.ts';
import type { Declaration } from './program-lowering.ts';
import { emptyEnv, type TypeEntry, type TypeEnv } from './type-table.ts';

/** A function of the library as it was lowered once. */
export interface LoweredOnce {
  readonly func: Func;
  /** Literals and the like, with the symbols of their numbers. */
  readonly children: readonly { readonly symbol: SymbolId; readonly func: Func }[];
  readonly acts: readonly Act[];
  readonly links: Links;
}

export class RecordingDoor implements ProgramDoor {
  readonly types: TypeDoor;
  private readonly door: ProgramDoor;
  private readonly env: TypeEnv;
  private readonly acts: Act[] = [];
  private readonly links: Record<Numbered, number[]>;
  private readonly symbols: Readonly<Record<Numbered, Map<number, SymbolId>>>;
  private readonly children: { readonly symbol: SymbolId; readonly func: Func }[] = [];
  private readonly noted = new Set<string | TypeId | FuncObject>();
  /** False when something could not be put in terms that hold elsewhere. */
  private isComplete = true;

  constructor(door: ProgramDoor, given: Given) {
    this.door = door;
    this.env = given.env;
    this.links = linksOf(given);
    const symbolsOf = (list: readonly number[]) => new Map(list.map((id, symbol) => [id, symbol]));
    const { type, func, global, site } = this.links;
    this.symbols = {
      type: symbolsOf(type),
      func: symbolsOf(func),
      global: symbolsOf(global),
      site: symbolsOf(site),
    };
    this.types = new RecordingTypes(door.types, this);
  }

  /** What other programs need of the function; null if they cannot have it. */
  finishOrNull(func: Func): LoweredOnce | null {
    const { children, acts, links } = this;
    for (const each of [func, ...children.map((child) => child.func)]) this.nameTypes(each);
    return this.isComplete ? { func, children, acts, links } : null;
  }

  // ---- Passed on ----

  get options(): ProgramDoor['options'] {
    return this.door.options;
  }

  get packages(): ProgramDoor['packages'] {
    return this.door.packages;
  }

  get methods(): ProgramDoor['methods'] {
    return this.door.methods;
  }

  get earlyPanics(): ProgramDoor['earlyPanics'] {
    return this.door.earlyPanics;
  }

  get hoists(): ProgramDoor['hoists'] {
    return this.door.hoists;
  }

  declarationOf(func: FuncObject): Declaration {
    return this.door.declarationOf(func);
  }

  nameOf(func: FuncObject): string {
    return this.door.nameOf(func);
  }

  // ---- Types ----

  /** Notes a type that an act gives. */
  noteType(id: TypeId, act: Act): TypeId {
    return this.note('type', id, act);
  }

  /** The same for a checked type. */
  noteChecked(id: TypeId, type: Type, env: TypeEnv): TypeId {
    if (env !== emptyEnv && env !== this.env) this.isComplete = false;
    return this.noteType(id, { kind: 'type', type, isOwn: env !== emptyEnv });
  }

  symbolOf(type: TypeId): SymbolId {
    return this.symbols.type.get(type) ?? this.symbolOfPart(type);
  }

  methodType(method: MethodEntry, typeArgs: readonly TypeId[]): TypeId {
    const act: Act = {
      kind: 'method type',
      method: this.symbolic(method),
      args: this.allSymbols(typeArgs),
    };
    return this.noteType(this.door.methodType(method, typeArgs), act);
  }

  functionType(func: FuncObject, recvArgs: readonly TypeId[], typeArgs: readonly TypeId[]): TypeId {
    const parts = { recvArgs: this.allSymbols(recvArgs), args: this.allSymbols(typeArgs) };
    const id = this.door.functionType(func, recvArgs, typeArgs);
    return this.noteType(id, { kind: 'function type', func, ...parts });
  }

  useDynamically(type: TypeId): void {
    if (!this.noted.has(type)) this.acts.push({ kind: 'dynamic', type: this.symbolOf(type) });
    this.noted.add(type);
    this.door.useDynamically(type);
  }

  // ---- Functions ----

  newFunc(): FuncId {
    return this.note('func', this.door.newFunc(), { kind: 'literal' });
  }

  setFunc(func: Func): void {
    const symbol = this.symbols.func.get(func.id);
    if (symbol === undefined) this.isComplete = false;
    else this.children.push({ symbol, func });
    this.door.setFunc(func);
  }

  declared(func: FuncObject, recvArgs: readonly TypeId[], typeArgs: readonly TypeId[]): FuncId {
    const parts = { recvArgs: this.allSymbols(recvArgs), args: this.allSymbols(typeArgs) };
    const id = this.door.declared(func, recvArgs, typeArgs);
    return this.note('func', id, { kind: 'declared', func, ...parts });
  }

  nativeFunction(func: FuncObject, typeArgs: readonly TypeId[]): FuncId {
    const act: Act = { kind: 'native function', func, args: this.allSymbols(typeArgs) };
    return this.note('func', this.door.nativeFunction(func, typeArgs), act);
  }

  boundMethod(method: MethodEntry, type: TypeId, typeArgs: readonly TypeId[]): FuncId {
    const parts = this.methodParts(type, method, typeArgs);
    const id = this.door.boundMethod(method, type, typeArgs);
    return this.note('func', id, { kind: 'bound method', ...parts });
  }

  methodExpression(type: TypeId, method: MethodEntry, typeArgs: readonly TypeId[]): FuncId {
    const parts = this.methodParts(type, method, typeArgs);
    const id = this.door.methodExpression(type, method, typeArgs);
    return this.note('func', id, { kind: 'method expression', ...parts });
  }

  callMethod(name: string): void {
    if (!this.noted.has(name)) this.acts.push({ kind: 'calls method', name });
    this.noted.add(name);
    this.door.callMethod(name);
  }

  nativeOrNull(func: FuncObject): string | null {
    this.noteReflection(func);
    return this.door.nativeOrNull(func);
  }

  isPure(func: FuncObject): boolean {
    this.noteReflection(func);
    return this.door.isPure(func);
  }

  /** Programs that reflect take notice of some of its natives. */
  private noteReflection(func: FuncObject): void {
    if (func.pkg?.path !== 'reflect' || this.noted.has(func)) return;
    this.noted.add(func);
    this.acts.push({ kind: 'reflection', func });
  }

  // ---- Globals and sites ----

  global(variable: Var): GlobalId {
    return this.note('global', this.door.global(variable), { kind: 'global', variable });
  }

  newSite({ func, ...site }: Omit<Site, 'id'>): SiteId {
    const symbol = this.symbols.func.get(func);
    if (symbol === undefined) this.isComplete = false;
    const id = this.door.newSite({ func, ...site });
    return this.note('site', id, { kind: 'site', site, func: symbol ?? 0 });
  }

  // ---- Symbols ----

  private note(table: Numbered, id: number, act: Act): number {
    const { [table]: symbols } = this.symbols;
    if (symbols.has(id)) return id;
    symbols.set(id, this.links[table].push(id) - 1);
    this.acts.push(act);
    return id;
  }

  private allSymbols(types: readonly TypeId[]): readonly SymbolId[] {
    return types.map((type) => this.symbolOf(type));
  }

  private symbolic(method: MethodEntry): SymbolicMethod {
    return { ...method, owner: this.symbolOf(method.owner) };
  }

  private methodParts(type: TypeId, method: MethodEntry, typeArgs: readonly TypeId[]) {
    return {
      type: this.symbolOf(type),
      method: this.symbolic(method),
      args: this.allSymbols(typeArgs),
    };
  }

  /** A type that was reached through the parts of others: the shortest way to it is noted. */
  private symbolOfPart(type: TypeId): SymbolId {
    const from = new Map<TypeId, { readonly whole: TypeId; readonly index: number } | null>();
    for (const known of this.links.type) from.set(known, null);
    // The map grows while it is gone through.
    for (const whole of from.keys()) {
      if (whole === type) break;
      partsOf(this.types.entry(whole)).forEach((part, index) => {
        if (part >= 0 && !from.has(part)) from.set(part, { whole, index });
      });
    }
    const found = from.get(type) ?? null;
    if (found === null) {
      this.isComplete = false;
      return 0;
    }
    const whole = this.symbolOf(found.whole);
    this.note('type', type, { kind: 'part', whole, index: found.index });
    return this.symbolOf(type);
  }

  /** Sees to it that all types have symbols that statements name. */
  private nameTypes(value: unknown, name = ''): void {
    if (typeof value === 'number') {
      const table = numberedProperties[name];
      if (table === undefined || this.symbols[table].has(value)) return;
      if (table === 'type') this.symbolOf(value);
      else this.isComplete = false;
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const each of value) if (typeof each !== 'string') this.nameTypes(each, name);
      return;
    }
    const parts = value as Readonly<Record<string, unknown>>;
    // Every statement comes by here: no lists are made of what it has.
    for (const key in parts) {
      const part = parts[key];
      if (typeof part === 'object' || numberedProperties[key] !== undefined) {
        this.nameTypes(part, key);
      }
    }
  }
}

class RecordingTypes implements TypeDoor {
  private readonly types: TypeDoor;
  private readonly recorder: RecordingDoor;

  constructor(types: TypeDoor, recorder: RecordingDoor) {
    this.types = types;
    this.recorder = recorder;
  }

  entry(id: TypeId): TypeEntry {
    return this.types.entry(id);
  }

  kind(id: TypeId): TypeEntry['kind'] {
    return this.types.kind(id);
  }

  isAggregate(id: TypeId): boolean {
    return this.types.isAggregate(id);
  }

  idOf(type: Type, env: TypeEnv): TypeId {
    return this.recorder.noteChecked(this.types.idOf(type, env), type, env);
  }

  basic(basic: BasicKind): TypeId {
    return this.recorder.noteType(this.types.basic(basic), { kind: 'basic', basic });
  }

  pointerTo(elem: TypeId): TypeId {
    const act: Act = { kind: 'pointer', elem: this.recorder.symbolOf(elem) };
    return this.recorder.noteType(this.types.pointerTo(elem), act);
  }

  sliceOf(elem: TypeId): TypeId {
    const act: Act = { kind: 'slice', elem: this.recorder.symbolOf(elem) };
    return this.recorder.noteType(this.types.sliceOf(elem), act);
  }

  emptyInterface(): TypeId {
    return this.recorder.noteType(this.types.emptyInterface(), { kind: 'empty interface' });
  }
}
