// Statements one after another that update 64-bit variables in memory, as `x ^= x << 13` and its like
// do to fields, elements, globals and captured variables. Invariants: after the first value nothing in
// them can panic, so that each variable is read once before and stored to once after them; different
// names are different variables.

import type { Expr, Place } from '../../go/ir/expression.ts';
import type { TypeId } from '../../go/ir/ids.ts';
import type { Instruction } from '../../go/ir/instruction.ts';
import { exprOperands } from '../../go/ir/walk-ir.ts';
import { rotationOf } from './half-registers.ts';

export type Update = Extract<Instruction, { readonly kind: 'assign' }>;

export function isUpdate(x: Instruction): x is Update {
  return x.kind === 'assign';
}

/** What finding updates asks. */
export interface UpdateTests {
  /** Whether a value is better computed in halves. */
  pays(x: Expr): boolean;
  isAggregate(type: TypeId): boolean;
  isUnsigned(type: TypeId): boolean;
  /** Whether a register is kept in halves. */
  has(local: number): boolean;
}

/** How many statements from the first on update such variables. */
export function countUpdates(statements: readonly Instruction[], tests: UpdateTests): number {
  const [first] = statements;
  if (first === undefined || !isUpdate(first)) return 0;
  const root = rootOf(namesIn(first.value, tests)[0] ?? '');
  let count = 0;
  let paying = 0;
  for (const statement of statements) {
    if (!isUpdate(statement) || !isMember(statement, root, tests)) break;
    count++;
    if (tests.pays(statement.value)) paying++;
  }
  return count > 1 && paying * 2 >= count ? count : 0;
}

function isMember({ place, value, type }: Update, root: string, tests: UpdateTests): boolean {
  if (!tests.pays(value) && !tests.isUnsigned(type)) return false;
  const name = nameOf(place, tests);
  if (name === null)
    return place.kind === 'local' && tests.has(place.local) && isSafe(value, tests);
  const names = [name, ...namesIn(value, tests)];
  return names.every((each) => ['', root].includes(rootOf(each))) && isSafe(value, tests);
}

/**
 * A variable's name: `g3` a global, `c2` a captured variable, `r1.0[2]` a part of what the register 1 is
 * or points to; null: it has none.
 */
export function nameOf(place: Place, tests: Pick<UpdateTests, 'isAggregate'>): string | null {
  switch (place.kind) {
    case 'global':
      return `g${place.global}`;
    case 'cell':
      return `c${place.local}`;
    case 'field': {
      const base = baseOf(place.object, tests);
      return base === null ? null : `${base}.${place.field}`;
    }
    case 'arrayElement': {
      const base = baseOf(place.array, tests);
      if (base === null || place.index.kind !== 'const') return null;
      return `${base}[${String(place.index.value)}]`;
    }
    default:
      return null;
  }
}

function baseOf(x: Expr, tests: Pick<UpdateTests, 'isAggregate'>): string | null {
  if (x.kind === 'register') return `r${x.local}`;
  if (x.kind !== 'load') return null;
  if (x.place.kind === 'local') return `r${x.place.local}`;
  return tests.isAggregate(x.type) ? nameOf(x.place, tests) : null;
}

/** What a part is a part of: two of them may be one in disguise. Empty for a variable of its own. */
function rootOf(name: string): string {
  return /^(\w+)[.[]/.exec(name)?.[1] ?? '';
}

/** Names of the variables that are read, those of parts first. */
function namesIn(x: Expr, tests: UpdateTests): readonly string[] {
  if (x.kind === 'load') {
    const name = nameOf(x.place, tests);
    if (name !== null) return [name];
  }
  const names = exprOperands(x).flatMap((operand) => namesIn(operand, tests));
  return [...names].sort((a, b) => Number(rootOf(a) === '') - Number(rootOf(b) === ''));
}

/** Made of such variables, registers and constants, by operators that never panic. */
function isSafe(x: Expr, tests: UpdateTests): boolean {
  switch (x.kind) {
    case 'const':
    case 'register':
      return true;
    case 'load':
      return x.place.kind === 'local' || nameOf(x.place, tests) !== null;
    case 'binary':
      return x.op !== '/' && x.op !== '%' && isSafe(x.x, tests) && isSafe(x.y, tests);
    case 'shift':
      return x.y.kind === 'const' && isSafe(x.x, tests);
    case 'negate':
    case 'complement':
      return isSafe(x.x, tests);
    case 'pureNative':
      return rotationOf(x) !== null && x.args.every((argument) => isSafe(argument, tests));
    case 'convertNumber':
      // What is not computed in halves would read a variable that is not up to date.
      return isSafe(x.x, tests) && namesIn(x.x, tests).length === 0;
    default:
      return false;
  }
}
