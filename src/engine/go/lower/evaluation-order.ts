// In which order gc evaluates the values of `a, b = x, y` (cmd/compile/internal/walk: ascompatee): first
// those that an earlier store of the same statement might change, then the others, each just before
// its store. It can be told by panics only, so only values that may panic are named.

import type { Expr, Place } from '../ir/expression.ts';
import type { LocalId } from '../ir/ids.ts';
import { exprOperands, mayPanic } from '../ir/walk-ir.ts';

/** One store; `isShared`: to a variable that others may see, whatever the place; null: no store. */
export interface OrderedStore {
  readonly place: Place | null;
  readonly value: Expr;
  readonly isShared: boolean;
}

/** The numbers of the values that are evaluated before the others. */
export function evaluatedFirst(stores: readonly OrderedStore[]): readonly number[] {
  const assigned = new Set<LocalId>();
  let writesMemory = false;
  const first: number[] = [];
  stores.forEach(({ place, value, isShared }, i) => {
    const isAffected = (x: Expr): boolean => {
      const local = variableOf(x);
      if (local !== null) return assigned.has(local);
      return (writesMemory && readsMemory(x)) || exprOperands(x).some(isAffected);
    };
    if (isAffected(value) && anyPanics(value)) first.push(i);
    if (place === null) return;
    const local = isShared ? null : placedIn(place);
    if (local === null) writesMemory = true;
    else assigned.add(local);
  });
  return first;
}

function anyPanics(x: Expr): boolean {
  return mayPanic(x) || exprOperands(x).some(anyPanics);
}

/** The variable that an expression is, or that it is a field of. */
function variableOf(x: Expr): LocalId | null {
  if (x.kind === 'register') return x.local;
  if (x.kind !== 'load') return null;
  const { place } = x;
  if (place.kind === 'local') return place.local;
  return place.kind === 'field' ? variableIn(place.object) : null;
}

/** The variable that a struct or an array is. */
function variableIn(x: Expr): LocalId | null {
  if (x.kind === 'register') return x.local;
  return x.kind === 'addressOf' ? placedIn(x.place) : null;
}

/** The variable that a store is to, or to a part of; null: it may be anywhere. */
function placedIn(place: Place): LocalId | null {
  switch (place.kind) {
    case 'local':
      return place.local;
    case 'field':
      return variableIn(place.object);
    case 'arrayElement':
      return variableIn(place.array);
    default:
      return null;
  }
}

/** Whether gc takes the expression itself, its operands apart, for one that reads memory. */
function readsMemory(x: Expr): boolean {
  switch (x.kind) {
    case 'const':
    case 'complexConst':
    case 'zero':
    case 'register':
    case 'binary':
    case 'shift':
    case 'negate':
    case 'complement':
    case 'and':
    case 'or':
    case 'convertNumber':
    case 'makeInterface':
    case 'typeAssert':
    case 'copy':
    case 'nilCheck':
      return false;
    default:
      return true;
  }
}
