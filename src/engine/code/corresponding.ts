// Which numbers the same function has in two programs: of what its statements name by their links, of
// other types by the way there, because types that correspond are made of types that correspond.

import type { Links, Numbered } from '../go/ir/linked-func.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';

/** The types of a program, and what the function names there. */
export interface Place {
  readonly types: readonly RuntimeType[];
  readonly links: Links;
}

const tables: readonly Numbered[] = ['type', 'func', 'global', 'site'];

export class Correspondence {
  private readonly one: readonly RuntimeType[];
  private readonly other: readonly RuntimeType[];
  private readonly numbers: Readonly<Record<Numbered, Map<number, number>>> = {
    type: new Map(),
    func: new Map(),
    global: new Map(),
    site: new Map(),
  };
  /** Types whose parts have not been looked at. */
  private readonly whole: (readonly [number, number])[] = [];

  constructor(one: Place, other: Place) {
    this.one = one.types;
    this.other = other.types;
    for (const table of tables) {
      one.links[table].forEach((id, i) => {
        this.add(table, id, other.links[table][i]);
      });
    }
  }

  /** The number in the other program; null if it is not known. */
  of(table: Numbered, id: number): number | null {
    const { [table]: known } = this.numbers;
    if (table === 'type') while (!known.has(id) && this.takeApart());
    return known.get(id) ?? null;
  }

  private add(table: Numbered, id: number, to: number | undefined): void {
    if (id < 0 || to === undefined || this.numbers[table].has(id)) return;
    this.numbers[table].set(id, to);
    if (table === 'type') this.whole.push([id, to]);
  }

  /** Lets the parts of a type correspond; false if there is none left. */
  private takeApart(): boolean {
    const next = this.whole.pop();
    if (next === undefined) return false;
    const [a, b] = [partsOf(this.one[next[0]]), partsOf(this.other[next[1]])];
    a.forEach((part, i) => {
      this.add('type', part, b[i]);
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
