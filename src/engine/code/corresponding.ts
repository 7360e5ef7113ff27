// Which numbers one function has in two programs. Invariant: two functions correspond if they are
// linked from one, or else if their statements are the same but for numbers in the programs' tables,
// each standing for one other of the same kind. Then instances of generic functions correspond only if no declared type is involved, save an
// interface: another program may declare another one under the same name.

import type { Func } from '../go/ir/program.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import { linkOrNull, type Links, type Numbered, numberedProperties } from '../go/ir/linked-func.ts';

/** A function, and the types of its program. */
interface Place {
  readonly types: readonly RuntimeType[];
  readonly func: Func;
}

/** The numbers of one function in another program; null if it is not the same function there. */
export function corresponding(one: Place, other: Place): Correspondence | null {
  const found = new Correspondence(one, other);
  const [from, to] = [linkOrNull(one.func), linkOrNull(other.func)];
  if (from !== null && from.original === to?.original) return found.linked(from.to, to.to);
  // Wrappers have to do with the user's types.
  if (other.func.wrapper === true) return null;
  return found.functions(one.func, other.func) ? found : null;
}

export class Correspondence {
  private readonly one: readonly RuntimeType[];
  private readonly other: readonly RuntimeType[];
  private readonly isInstance: boolean;
  private readonly numbers: Readonly<Record<Numbered, Map<number, number>>> = {
    type: new Map(),
    func: new Map(),
    global: new Map(),
    site: new Map(),
  };
  /** Types whose parts have not been looked at. */
  private readonly whole: [number, number][] = [];

  constructor(one: Place, other: Place) {
    this.one = one.types;
    this.other = other.types;
    this.isInstance = one.func.name.includes('[');
  }

  /** The number in the other program; null if it is not known. */
  of(table: Numbered, id: number): number | null {
    const { [table]: known } = this.numbers;
    if (table === 'type') while (!known.has(id) && this.takeApart());
    return known.get(id) ?? null;
  }

  linked(from: Links, to: Links): this {
    const { numbers } = this;
    for (const table of ['type', 'func', 'global', 'site'] as const) {
      for (const [i, id] of from[table].entries()) numbers[table].set(id, to[table][i] ?? id);
    }
    this.whole.push(...numbers.type);
    return this;
  }

  functions(a: Func, b: Func): boolean {
    return (
      this.number('func', a.id, b.id) &&
      a.captureCount === b.captureCount &&
      a.paramCount === b.paramCount &&
      a.hasDefer === b.hasDefer &&
      this.values(a.results, b.results, '') &&
      this.values(a.resultTypes, b.resultTypes, 'resultTypes') &&
      this.values(a.locals, b.locals, '') &&
      this.values(a.code, b.code, '')
    );
  }

  /** Whether two values correspond that stand at a property of this name. */
  private values(a: unknown, b: unknown, name: string): boolean {
    if (typeof a === 'number' && typeof b === 'number') {
      const table = numberedProperties[name];
      return table === undefined ? Object.is(a, b) : this.number(table, a, b);
    }
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
    if (Array.isArray(a)) {
      if (!Array.isArray(b) || a.length !== b.length) return false;
      for (let i = 0; i < a.length; i++) if (!this.values(a[i], b[i], name)) return false;
      return true;
    }
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length) return false;
    const [of, to] = [a as Record<string, unknown>, b as Record<string, unknown>];
    for (const each of names) if (!this.values(of[each], to[each], each)) return false;
    return true;
  }

  private number(table: Numbered, a: number, b: number): boolean {
    const known = this.numbers[table].get(a);
    if (known !== undefined) return known === b;
    this.numbers[table].set(a, b);
    if (table !== 'type') return true;
    this.whole.push([a, b]);
    return !this.isInstance || this.isSame(a, b);
  }

  private isSame(a: number, b: number): boolean {
    const [one, other] = [this.one[a], this.other[b]];
    if (one === undefined || one.kind !== other?.kind || one.string !== other.string) return false;
    return one.kind === 'interface' || !one.string.includes('.');
  }

  /** Lets the parts of a type correspond; false if there is none left. */
  private takeApart(): boolean {
    const next = this.whole.pop();
    if (next === undefined) return false;
    const [a, b] = [partsOf(this.one[next[0]]), partsOf(this.other[next[1]])];
    a.forEach((part, i) => {
      const to = b[i];
      if (to !== undefined && part >= 0) this.number('type', part, to);
    });
    return true;
  }
}

/** The types that a type is made of, in an order of its own. */
function partsOf(type: RuntimeType | undefined): readonly number[] {
  switch (type?.kind) {
    case 'array':
    case 'slice':
    case 'pointer':
    case 'chan':
      return [type.elem];
    case 'map':
      return [type.key, type.elem];
    case 'struct':
      return type.fields.map((field) => field.type);
    case 'func':
      return [...type.params, ...type.results];
    default:
      return [];
  }
}
