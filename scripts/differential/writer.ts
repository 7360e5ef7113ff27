// The text of a program while it is made, its names and its scopes.

import type { GoType, StructType } from './go-type.ts';
import { basics, same } from './go-type.ts';
import type { Random } from './random.ts';

export interface Variable {
  readonly name: string;
  readonly type: GoType;
  readonly assignable: boolean;
}

export interface Func {
  readonly name: string;
  readonly params: readonly GoType[];
  readonly result: GoType;
}

/** What a program has declared so far, and the lines of the function that is being written. */
export class Writer {
  readonly random: Random;
  readonly structs: StructType[] = [];
  readonly named: Extract<GoType, { kind: 'named' }>[] = [];
  readonly funcs: Func[] = [];
  /** Parts of the prelude that are used. */
  readonly preludes = new Set<string>();
  private scopes: Variable[][] = [[]];
  private lines: string[] = [];
  private indent = 1;
  private names = 0;
  /** Statements that may still be written. */
  budget = 0;
  /** Loops around the current statement: what is inside runs often. */
  loops = 0;

  constructor(random: Random) {
    this.random = random;
  }

  fresh(prefix: string): string {
    this.names += 1;
    return `${prefix}${this.names}`;
  }

  line(text: string): void {
    this.lines.push('\t'.repeat(this.indent) + text);
  }

  /** Writes `head {`, the body in a scope of its own, and `}` with what follows it. */
  block(head: string, body: () => void, tail = ''): void {
    this.line(`${head} {`);
    this.nested(body);
    this.line(`}${tail}`);
  }

  /** Writes the body one step to the right and in a scope of its own. */
  nested(body: () => void): void {
    this.indent += 1;
    this.scopes.push([]);
    body();
    this.scopes.pop();
    this.indent -= 1;
  }

  /** What `body` writes, as text to stand inside other text. */
  captured(body: () => void): string {
    const outer = this.lines;
    this.lines = [];
    body();
    const text = this.lines.join('\n');
    this.lines = outer;
    return text;
  }

  /** The lines of a function with these parameters in scope and nothing else. */
  functionBody(parameters: readonly Variable[], body: () => void): string {
    const { scopes, indent, loops } = this;
    this.scopes = [[...parameters]];
    this.indent = 1;
    this.loops = 0;
    const text = this.captured(body);
    this.scopes = scopes;
    this.indent = indent;
    this.loops = loops;
    return text;
  }

  declare(variable: Variable): void {
    this.scopes.at(-1)?.push(variable);
  }

  get variables(): readonly Variable[] {
    return this.scopes.flat();
  }

  variablesOf(type: GoType): readonly Variable[] {
    return this.variables.filter((variable) => same(variable.type, type));
  }

  /** A type for a new variable; composite ones down to `depth`. */
  type(depth = 2): GoType {
    const { random } = this;
    const choice = random.below(depth <= 0 ? 9 : 16);
    if (choice < 6) return this.basicType();
    if (choice < 8) return this.named.length > 0 ? random.pick(this.named) : this.basicType();
    if (choice === 8) return this.structs.length > 0 ? random.pick(this.structs) : this.basicType();
    const elem = (): GoType => this.type(depth - 1);
    if (choice < 11) return { kind: 'slice', elem: elem() };
    if (choice === 11) return { kind: 'array', length: 1 + random.below(4), elem: elem() };
    if (choice === 12) return { kind: 'map', key: this.keyType(), elem: elem() };
    if (choice === 13) return { kind: 'pointer', elem: elem() };
    if (choice === 14) {
      return { kind: 'func', params: random.chance(50) ? [] : [elem()], result: elem() };
    }
    return {
      kind: 'interface',
      name: this.structs.length > 0 && random.chance(50) ? 'Shape' : 'any',
    };
  }

  basicType(): GoType {
    return { kind: 'basic', name: this.random.pick(basics) };
  }

  keyType(): GoType {
    const name = this.random.pick(['int', 'string', 'int8', 'uint16', 'bool', 'int64']);
    return { kind: 'basic', name };
  }
}
