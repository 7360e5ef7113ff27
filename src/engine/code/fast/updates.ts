// Statements one after another that update one variable in memory, as `x ^= x << 13` and its like do to
// a field, a global or a captured variable. Invariant: after the first one nothing in them can panic,
// so that the variable is stored to once, after the last.

import type { Expr, Place } from '../../go/ir/expression.ts';
import type { Instruction } from '../../go/ir/instruction.ts';
import { exprOperands } from '../../go/ir/walk-ir.ts';
import { rotationOf } from './half-registers.ts';

export type Update = Extract<Instruction, { readonly kind: 'assign' }>;

export function isUpdate(x: Instruction): x is Update {
  return x.kind === 'assign';
}

/** How many statements from the first on update one variable; `pays`: the value is made in halves. */
export function countUpdates(
  statements: readonly Instruction[],
  pays: (x: Expr) => boolean,
): number {
  const [first] = statements;
  if (first === undefined || !isUpdate(first) || !isVariable(first.place)) return 0;
  if (!reads(first.value, first.place)) return 0;
  const end = statements.findIndex((x) => {
    if (!isUpdate(x) || !isSamePlace(x.place, first.place)) return true;
    return !pays(x.value) || !isSafe(x.value, first.place);
  });
  return end < 0 ? statements.length : end;
}

function isVariable(place: Place): boolean {
  switch (place.kind) {
    case 'global':
    case 'cell':
      return true;
    case 'field':
      return localOf(place.object) !== null;
    default:
      return false;
  }
}

/** Whether two places are the same variable, said in the same words. */
export function isSamePlace(x: Place, y: Place): boolean {
  if (x.kind === 'global') return y.kind === 'global' && x.global === y.global;
  if (x.kind === 'cell') return y.kind === 'cell' && x.local === y.local;
  if (x.kind !== 'field' || y.kind !== 'field') return false;
  const local = localOf(x.object);
  return local !== null && local === localOf(y.object) && x.field === y.field;
}

function localOf(x: Expr): number | null {
  if (x.kind === 'register') return x.local;
  return x.kind === 'load' && x.place.kind === 'local' ? x.place.local : null;
}

function reads(x: Expr, place: Place): boolean {
  switch (x.kind) {
    case 'load':
      return isSamePlace(x.place, place);
    case 'binary':
      return reads(x.x, place) || reads(x.y, place);
    case 'shift':
    case 'negate':
    case 'complement':
      return reads(x.x, place);
    default:
      return false;
  }
}

/** Made of the variable, registers and constants, by operators that never panic. */
function isSafe(x: Expr, place: Place): boolean {
  switch (x.kind) {
    case 'const':
    case 'register':
      return true;
    case 'load':
      return x.place.kind === 'local' || isSamePlace(x.place, place);
    case 'binary':
      return x.op !== '/' && x.op !== '%' && isSafe(x.x, place) && isSafe(x.y, place);
    case 'shift':
      return x.y.kind === 'const' && isSafe(x.x, place);
    case 'negate':
    case 'complement':
      return isSafe(x.x, place);
    case 'pureNative':
      return rotationOf(x) !== null && x.args.every((argument) => isSafe(argument, place));
    case 'convertNumber':
      // The variable itself is not up to date while it is updated.
      return isSafe(x.x, place) && !mentions(x.x, place);
    default:
      return false;
  }
}

function mentions(x: Expr, place: Place): boolean {
  if (x.kind === 'load' && isSamePlace(x.place, place)) return true;
  return exprOperands(x).some((operand) => mentions(operand, place));
}
