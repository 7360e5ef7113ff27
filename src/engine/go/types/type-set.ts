// Type sets as the rest of the checker asks about them (types2 typeset.go, under.go,
// predicates.go): iteration over the specific types of a type parameter, common underlying types,
// comparability.

import { basicInfo } from './basic.ts';
import { hasTerms, type TypeError } from './compute-type-set.ts';
import { identical, typeSets } from './identical.ts';
import { sameId } from './object.ts';
import { isBasic, isTypeParam } from './predicates.ts';
import { isEmptyTermList, isAllTermList, isSubsetOfTerms, termIncludes } from './term-list.ts';
import type { Func, Interface, Package, Term, Type, TypeParam, TypeSet } from './type.ts';
import { asTypeParamOrNull, constraintInterface, unalias, under } from './under.ts';

export { hasTerms, type TypeError };

/** The type set of an interface. */
export function typeSetOf(type: Interface): TypeSet {
  return typeSets.typeSetOf(type);
}

/** The type set of a type parameter's constraint. */
export function typeSetOfParam(param: TypeParam): TypeSet {
  return typeSets.typeSetOf(constraintInterface(param));
}

/** Whether no type at all satisfies it. */
export function isEmptyTypeSet(set: TypeSet): boolean {
  return isEmptyTermList(set.terms);
}

/** Whether every type satisfies it, as the empty interface. */
export function isAllTypeSet(set: TypeSet): boolean {
  return isMethodSet(set) && set.methods.length === 0;
}

/** Whether it is described by methods alone, so that it may be the type of a variable. */
export function isMethodSet(set: TypeSet): boolean {
  return !set.comparable && isAllTermList(set.terms);
}

/** Whether all types in the set are strictly comparable. */
export function isComparableSet(set: TypeSet): boolean {
  return typeSets.isComparableSet(set, new Set());
}

/** Whether the specific types of one set are among those of the other. */
export function isSubsetOf(x: TypeSet, y: TypeSet): boolean {
  return isSubsetOfTerms(x.terms, y.terms, identical);
}

/** Whether the type is in the set that a term describes. */
export function includesType(term: Term, type: Type): boolean {
  return termIncludes(term, type, identical);
}

/** The method of that name, or null; `foldCase` ignores case and packages. */
export function methodOfSetOrNull(
  set: TypeSet,
  pkg: Package | null,
  name: string,
  foldCase: boolean,
): { readonly method: Func; readonly index: number } | null {
  if (name === '_') return null;
  const index = set.methods.findIndex((method) => sameId(method, pkg, name, foldCase));
  const method = set.methods[index];
  return method === undefined ? null : { method, index };
}

/** Whether `test` holds for each specific term; without any, whether it holds for null. */
export function everyTerm(set: TypeSet, test: (term: Term | null) => boolean): boolean {
  return hasTerms(set) ? set.terms.every(test) : test(null);
}

/** Whether `test` holds for each specific term of a type parameter, or for null if it has none. */
export function everyTermOfParam(param: TypeParam, test: (term: Term | null) => boolean): boolean {
  return everyTerm(typeSetOfParam(param), test);
}

/** A type of a type set with its underlying type; nulls stand for no specific type. */
export type TypeAndUnder =
  | { readonly type: Type; readonly under: Type }
  | { readonly type: null; readonly under: null };

const noSpecificType: readonly TypeAndUnder[] = [{ type: null, under: null }];

/**
 * The types that a value of `type` may have: the specific types of a type parameter, or one pair of
 * nulls if it has none; any other type alone.
 */
export function typesOf(type: Type): readonly TypeAndUnder[] {
  const param = asTypeParamOrNull(type);
  if (param === null) return [{ type, under: under(type) }];
  const set = typeSetOfParam(param);
  if (!hasTerms(set)) return noSpecificType;
  const types: TypeAndUnder[] = [];
  for (const term of set.terms) {
    if (term.type === null) continue;
    types.push({ type: term.type, under: term.tilde ? unalias(term.type) : under(term.type) });
  }
  return types;
}

/** Whether `test` holds for each underlying type of `type`, null standing for no specific type. */
export function underIs(type: Type, test: (underlying: Type | null) => boolean): boolean {
  return typesOf(type).every((each) => test(each.under));
}

export interface CommonUnder {
  /** Null if there is none, then `error` says why. */
  readonly type: Type | null;
  readonly error: TypeError | null;
}

/**
 * The underlying type that all types of `type` share; of channels the most restricted one if their
 * directions do not conflict. `condition` may refuse each type, nulls included, with a reason.
 */
export function commonUnder(
  type: Type,
  condition: ((each: TypeAndUnder) => TypeError | null) | null = null,
): CommonUnder {
  let common: { type: Type; under: Type } | null = null;
  for (const each of typesOf(type)) {
    const refused = condition?.(each) ?? null;
    if (refused !== null) return { type: null, error: refused };
    if (each.under === null) return { type: null, error: () => 'no specific type' };
    if (common === null) {
      common = { type: each.type, under: each.under };
      continue;
    }
    const known = common;
    if (known.under.kind === 'Chan' && each.under.kind === 'Chan') {
      const [a, b] = [known.type, each.type];
      if (!identical(known.under.elem, each.under.elem)) {
        return fail((s) => `channels ${s(a)} and ${s(b)} have different element types`);
      }
      if (known.under.dir === each.under.dir || each.under.dir === 'both') continue;
      if (known.under.dir !== 'both') {
        return fail((s) => `channels ${s(a)} and ${s(b)} have conflicting directions`);
      }
      common = { type: each.type, under: each.under };
      continue;
    }
    if (!identical(known.under, each.under)) {
      const [a, b] = [known.type, each.type];
      return fail((s) => `${s(a)} and ${s(b)} have different underlying types`);
    }
  }
  return { type: common?.under ?? null, error: null };
}

function fail(error: TypeError): CommonUnder {
  return { type: null, error };
}

/** The common underlying type, or null. */
export function commonUnderOrNull(type: Type): Type | null {
  return commonUnder(type).type;
}

// The allX predicates hold for a type parameter if they hold for each of its specific types.

/** Whether all types of `type` are basic with any bit of `info`. */
export function allBasic(type: Type, info: number): boolean {
  const param = asTypeParamOrNull(type);
  if (param === null) return isBasic(type, info);
  return everyTermOfParam(
    param,
    (term) => term !== null && term.type !== null && isBasic(term.type, info),
  );
}

export function allBoolean(type: Type): boolean {
  return allBasic(type, basicInfo.boolean);
}
export function allInteger(type: Type): boolean {
  return allBasic(type, basicInfo.integer);
}
export function allUnsigned(type: Type): boolean {
  return allBasic(type, basicInfo.unsigned);
}
export function allNumeric(type: Type): boolean {
  return allBasic(type, basicInfo.numeric);
}
export function allString(type: Type): boolean {
  return allBasic(type, basicInfo.string);
}
export function allOrdered(type: Type): boolean {
  return allBasic(type, basicInfo.ordered);
}
export function allNumericOrString(type: Type): boolean {
  return allBasic(type, basicInfo.numeric | basicInfo.string);
}

/** Whether a type parameter has a type set already known to be empty; computes nothing. */
export function hasEmptyTypeSet(type: Type): boolean {
  const param = asTypeParamOrNull(type);
  if (param === null) return false;
  const bound = unalias(param.bound);
  const known = bound.kind === 'Named' ? bound.underlying : bound;
  return known?.kind === 'Interface' && known.typeSet !== null && isEmptyTypeSet(known.typeSet);
}

/** Null if values of the type can be compared with ==, else why not; see `TypeSetComputer`. */
export function incomparability(type: Type, dynamic: boolean): TypeError | null {
  return typeSets.incomparability(type, dynamic);
}

/** Whether values of the type can be compared with ==, where interfaces may panic. */
export function isComparable(type: Type): boolean {
  return incomparability(type, true) === null;
}

/** Whether the type has the value nil. */
export function hasNil(type: Type): boolean {
  const underlying = under(type);
  switch (underlying.kind) {
    case 'Basic':
      return underlying.basic === 'unsafePointer';
    case 'Slice':
    case 'Pointer':
    case 'Signature':
    case 'Map':
    case 'Chan':
      return true;
    case 'Interface':
      return !isTypeParam(type) || underIs(type, (each) => each !== null && hasNil(each));
    default:
      return false;
  }
}
