// Pointers to variables of size zero: gc puts such variables at one place if they escape, and says
// of two that do not, while it compiles, that they are not the same. What escapes is estimated here:
// a pointer that is only ever compared and made anew does not. The language leaves all this open.

import type { Expr } from '../go/ir/expression.ts';
import type { LocalId } from '../go/ir/ids.ts';
import type { Func } from '../go/ir/program.ts';
import { exprOperands, partsOf, placeOperands } from '../go/ir/walk-ir.ts';

/** Whether pointers to variables of size zero are compared as what they are: different objects. */
export function areApart(func: Func, x: Expr, y: Expr): boolean {
  if (x.kind === 'addressOfGlobal' && y.kind === 'addressOfGlobal') return true;
  const [one, other] = [localOf(x), localOf(y)];
  return one !== null && other !== null && staysIn(func, one) && staysIn(func, other);
}

function localOf(x: Expr): LocalId | null {
  if (x.kind === 'register') return x.local;
  return x.kind === 'load' && x.place.kind === 'local' ? x.place.local : null;
}

function staysIn(func: Func, local: LocalId): boolean {
  return !escaping(func).has(local);
}

const known = new WeakMap<Func, ReadonlySet<LocalId>>();

/** Locals that are parameters, are read by more than comparisons, or get what is not a new variable. */
function escaping(func: Func): ReadonlySet<LocalId> {
  const found = known.get(func);
  if (found !== undefined) return found;
  const locals = new Set<LocalId>(Array.from({ length: func.paramCount }, (_, local) => local));
  /** Which local gets the value of which other. */
  const copies: (readonly [to: LocalId, from: LocalId])[] = [];
  for (const instruction of func.code) {
    const { exprs, places, reads, writes } = partsOf(instruction);
    const isStore = instruction.kind === 'assign' || instruction.kind === 'assignAll';
    for (const [i, x] of exprs.entries()) {
      const place = isStore ? places[i] : undefined;
      const from = localOf(x);
      if (place?.kind !== 'local') visit(x, locals);
      else if (from !== null) copies.push([place.local, from]);
      else {
        const isItself = func.locals[place.local]?.storage === 'object';
        if (!isItself && x.kind !== 'newVariable') locals.add(place.local);
        visit(x, locals);
      }
    }
    for (const place of places) for (const x of placeOperands(place)) visit(x, locals);
    for (const local of [...reads, ...writes]) locals.add(local);
  }
  spread(copies, locals);
  known.set(func, locals);
  return locals;
}

/** What is copied to a local that escapes, or from a parameter, escapes too. */
function spread(copies: readonly (readonly [LocalId, LocalId])[], locals: Set<LocalId>): void {
  for (let before = -1; before !== locals.size; ) {
    before = locals.size;
    for (const [to, from] of copies) {
      if (locals.has(to) || locals.has(from)) locals.add(to).add(from);
    }
  }
}

function visit(x: Expr, locals: Set<LocalId>): void {
  const local = localOf(x);
  if (local !== null) locals.add(local);
  const isCompared = x.kind === 'compare' || x.kind === 'isNil';
  for (const operand of exprOperands(x)) {
    if (!isCompared || localOf(operand) === null) visit(operand, locals);
  }
}
