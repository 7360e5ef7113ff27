// Terms and unions of terms, the part of a type set that says which types are in it (types2
// typeterm.go, termlist.go). A term is all types, one type, or all types with one underlying type.
// Identity of types is a parameter, because identity of interfaces is defined by type sets.
// Invariant: results are in normal form, their terms are disjoint.

import type { Term, TermList, Type } from './type.ts';
import { under } from './under.ts';

/** Whether two types are identical. */
export type Identity = (x: Type, y: Type) => boolean;

/** The set of all types. */
export const allTerms: TermList = [{ tilde: false, type: null }];

export function isEmptyTermList(list: TermList): boolean {
  return list.length === 0;
}

export function isAllTermList(list: TermList): boolean {
  return list.some((term) => term.type === null);
}

// Whether two terms that are both specific have no type in common.
function disjoint(x: Term, y: Term, identical: Identity): boolean {
  if (x.type === null || y.type === null) return false;
  const ux = y.tilde ? under(x.type) : x.type;
  const uy = x.tilde ? under(y.type) : y.type;
  return !identical(ux, uy);
}

/** Whether two terms of a union overlap. */
export function termsOverlap(x: Term, y: Term, identical: Identity): boolean {
  return !disjoint(x, y, identical);
}

// The term that holds both, or null if they are disjoint.
function unionOrNull(x: Term, y: Term, identical: Identity): Term | null {
  if (x.type === null) return x;
  if (y.type === null) return y;
  if (disjoint(x, y, identical)) return null;
  return x.tilde || !y.tilde ? x : y;
}

function intersectionOrNull(x: Term, y: Term, identical: Identity): Term | null {
  if (x.type === null) return y;
  if (y.type === null) return x;
  if (disjoint(x, y, identical)) return null;
  return !x.tilde || y.tilde ? x : y;
}

function isSubset(x: Term, y: Term, identical: Identity): boolean {
  if (y.type === null) return true;
  if (x.type === null || disjoint(x, y, identical)) return false;
  return !x.tilde || y.tilde;
}

/** Whether a type is in the set of a term. */
export function termIncludes(term: Term, type: Type, identical: Identity): boolean {
  if (term.type === null) return true;
  return identical(term.type, term.tilde ? under(type) : type);
}

function normalForm(list: TermList, identical: Identity): TermList {
  const used = new Set<number>();
  const result: Term[] = [];
  for (const [i, first] of list.entries()) {
    if (used.has(i)) continue;
    let term = first;
    for (let j = i + 1; j < list.length; j++) {
      const other = list[j];
      if (other === undefined || used.has(j)) continue;
      const union = unionOrNull(term, other, identical);
      if (union === null) continue;
      if (union.type === null) return allTerms;
      term = union;
      used.add(j);
    }
    result.push(term);
  }
  return result;
}

export function unionOfTerms(x: TermList, y: TermList, identical: Identity): TermList {
  return normalForm([...x, ...y], identical);
}

export function intersectionOfTerms(x: TermList, y: TermList, identical: Identity): TermList {
  const result: Term[] = [];
  for (const a of x) {
    for (const b of y) {
      const both = intersectionOrNull(a, b, identical);
      if (both !== null) result.push(both);
    }
  }
  return normalForm(result, identical);
}

export function isSubsetOfTerms(x: TermList, y: TermList, identical: Identity): boolean {
  if (isEmptyTermList(y)) return isEmptyTermList(x);
  return x.every((a) => y.some((b) => isSubset(a, b, identical)));
}

export function equalTerms(x: TermList, y: TermList, identical: Identity): boolean {
  return isSubsetOfTerms(x, y, identical) && isSubsetOfTerms(y, x, identical);
}
