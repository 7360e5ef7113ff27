// A unit of emitted text: the body of a JS function of the parameters (A, K), where A holds the
// machine's helpers and K the unit's constants. Invariants: text contains only names of our own,
// numbers, and indices into K: no character of the user's source ever becomes code; a helper is
// bound once at the head of the unit, when it is used at all.

import type { RuntimeType } from '../go/ir/runtime-type.ts';
import type { Program } from '../go/ir/program.ts';

/** A finished unit, ready to be evaluated as new Function('A', 'K', body)(support, constants). */
export interface UnitText {
  readonly body: string;
  readonly constants: readonly unknown[];
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
  private temporaries = 0;

  constructor(program: Program, tracksMemory = false) {
    this.program = program;
    this.tracksMemory = tracksMemory;
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
    const name = `T${type}`;
    this.bindings.set(name, `A.operations(${type})`);
    return name;
  }

  /** The class of a struct type. */
  structClass(type: number): string {
    const name = `S${type}`;
    this.bindings.set(name, `A.structClass(${type})`);
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
    return { body: `'use strict';\n${head}${text}`, constants: this.constants };
  }
}
