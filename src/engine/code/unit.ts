// A unit of emitted text: the body of a JS function of the parameters (A, K), where A holds the
// machine's helpers and K the unit's constants. Invariants: text contains only names of our own,
// numbers, and indices into K: no character of the user's source ever becomes code; a helper is
// bound once at the head of the unit, when it is used at all. Units of library functions have the
// same text in every program, so that programs can share what the host has made of it: the numbers
// of types, functions and globals, which differ from program to program, come from K.

import type { Numbered } from '../go/ir/linked-func.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import type { Func, Program } from '../go/ir/program.ts';

/** A finished unit, ready to be evaluated as new Function('A', 'K', body)(support, constants). */
export interface UnitText {
  readonly body: string;
  readonly constants: readonly unknown[];
  /** Which of the constants are numbers in a table of the program. */
  readonly numbered: ReadonlyMap<number, Numbered>;
}

/** Makes a JS function from parameter names and body text; the host decides how. */
export type Evaluate = (
  parameterNames: readonly string[],
  body: string,
) => (...args: never[]) => unknown;

export class Unit {
  readonly program: Program;
  /** Tell the detector of data races what memory is accessed. */
  readonly tracksMemory: boolean;
  private readonly bindings = new Map<string, string>();
  private readonly constants: unknown[] = [];
  /** The library's function whose text is the same in every program. */
  private readonly shared: Func | null;
  private readonly numbers = new Map<string, string>();
  private readonly numbered = new Map<number, Numbered>();
  private temporaries = 0;

  constructor(program: Program, func: Func | null = null, tracksMemory = false) {
    this.program = program;
    this.tracksMemory = tracksMemory;
    this.shared = func?.library === true ? func : null;
  }

  type(id: number): RuntimeType {
    const type = this.program.types[id];
    if (type === undefined) throw new Error(`Broken invariant: no type ${id}`);
    return type;
  }

  /** Name of a helper of the machine, bound at the head of the unit. */
  helper(name: string): string {
    this.bindings.set(name, `A.${name}`);
    return name;
  }

  /** Operations of a type: zero, copy, assign, equal, key, make. */
  operations(type: number): string {
    const number = this.number('type', type);
    const name = `T${number}`;
    this.bindings.set(name, `A.operations(${number})`);
    return name;
  }

  /** The class of a struct type. */
  structClass(type: number): string {
    const number = this.number('type', type);
    const name = `S${number}`;
    this.bindings.set(name, `A.structClass(${number})`);
    return name;
  }

  /** The table that finds a method by dynamic type. */
  methodTable(method: string, packagePath: string): string {
    const at = this.constant(`${packagePath} ${method}`);
    const name = `M${at.slice(2, -1)}`;
    this.bindings.set(name, `A.methodTable(${at})`);
    return name;
  }

  /** A native function by name. */
  native(nativeName: string): string {
    const at = this.constant(nativeName);
    const name = `N${at.slice(2, -1)}`;
    this.bindings.set(name, `A.native(${at})`);
    return name;
  }

  /** Text of a number in one of the program's tables. */
  number(table: Numbered, id: number): string {
    if (this.shared === null) return String(id);
    const key = `${table} ${id}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const name = `I${this.numbers.size}`;
    this.numbers.set(key, name);
    const at = this.constants.push(id) - 1;
    this.numbered.set(at, table);
    this.bindings.set(name, `K[${at}]`);
    return name;
  }

  /** Text that reads a constant from the pool. */
  constant(value: unknown): string {
    let index = this.constants.indexOf(value);
    if (index < 0) index = this.constants.push(value) - 1;
    return `K[${index}]`;
  }

  /** A fresh local variable of the closure being emitted. */
  temporary(): string {
    return `t${this.temporaries++}`;
  }

  /** Declaration of the temporaries since the last call. */
  takeTemporaries(): string {
    const count = this.temporaries;
    this.temporaries = 0;
    if (count === 0) return '';
    return `let ${Array.from({ length: count }, (_, i) => `t${i}`).join(',')};`;
  }

  /** The unit with `text` after the bindings. */
  finish(text: string): UnitText {
    const bindings = [...this.bindings].map(([name, value]) => `${name}=${value}`);
    const head = bindings.length === 0 ? '' : `const ${bindings.join(',')};\n`;
    const place = this.shared === null ? '' : `//${placeOf(this.program, this.shared)}\n`;
    const body = `'use strict';\n${place}${head}${text}`;
    return { body, constants: this.constants, numbered: this.numbered };
  }
}

const instances = new WeakMap<Program, ReadonlyMap<Func, number>>();

/**
 * Where a function is declared, and which of the program's instances of it this is: what has the
 * same text is still another function, of which a JS engine learns other things.
 */
export function placeOf(program: Program, func: Func): string {
  let known = instances.get(program);
  if (known === undefined) {
    known = numbered(program.funcs);
    instances.set(program, known);
  }
  return `${declared(func)} ${known.get(func) ?? 0}`;
}

/** A wrapper stands where its method does. */
function declared({ pos, end, wrapper }: Func): string {
  return `${pos} ${end} ${wrapper === true ? 1 : 0}`;
}

function numbered(funcs: readonly Func[]): ReadonlyMap<Func, number> {
  const counts = new Map<string, number>();
  const numbers = new Map<Func, number>();
  for (const func of funcs) {
    if (!func.library) continue;
    const place = declared(func);
    const number = counts.get(place) ?? 0;
    counts.set(place, number + 1);
    numbers.set(func, number);
  }
  return numbers;
}
