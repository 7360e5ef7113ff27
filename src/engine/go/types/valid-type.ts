// Types that contain themselves (types2 validtype.go): `type T struct { t T }` would have no finite
// size. Pointers, slices, maps, channels and functions end the search, type arguments are followed
// into the types they are given to.

import { identical } from './identical.ts';
import { typeParamsOf } from './named.ts';
import { Typ } from './basic.ts';
import type { Named, Type, TypeParam } from './type.ts';
import { rhsOrNull, unalias } from './under.ts';

/** Called with the defined types of a cycle, in order, the first being the one that closes it. */
export type ReportTypeCycle = (cycle: readonly Named[]) => void;

/**
 * Reports if `type` contains itself, and makes the type that closes the cycle invalid. Returns
 * whether the type is valid.
 */
export function checkValidType(type: Named, report: ReportTypeCycle): boolean {
  return isValidIn(type, [], [], report);
}

// `nest` are the types that `type` lies in, `path` those on the way; type arguments leave the nest
// of the type they are given to, but not the path.
function isValidIn(
  type: Type,
  nest: readonly Named[],
  path: readonly Named[],
  report: ReportTypeCycle,
): boolean {
  const actual = unalias(type);
  const valid = (part: Type): boolean => isValidIn(part, nest, path, report);
  switch (actual.kind) {
    case 'Array':
      return valid(actual.elem);
    case 'Struct':
      return actual.fields.every((field) => valid(field.type));
    case 'Union':
      return actual.terms.every((term) => valid(term.type));
    case 'Interface':
      return actual.embeddeds.every(valid);
    case 'Named':
      return isNamedValid(actual, nest, path, report);
    case 'TypeParam':
      return isTypeArgValid(actual, nest, path, report);
    default:
      return true;
  }
}

function isNamedValid(
  type: Named,
  nest: readonly Named[],
  path: readonly Named[],
  report: ReportTypeCycle,
): boolean {
  if (nest.some((outer) => identical(outer, type))) {
    // What asks for the size of such a type later on must not search for ever.
    type.orig.fromRHS = Typ.invalid;
    type.orig.underlying = Typ.invalid;
    type.underlying = Typ.invalid;
    const start = path.findIndex((outer) => identical(outer, type));
    report(path.slice(start));
    return false;
  }
  const rhs = rhsOrNull(type.orig);
  return rhs === null || isValidIn(rhs, [...nest, type], [...path, type], report);
}

function isTypeArgValid(
  param: TypeParam,
  nest: readonly Named[],
  path: readonly Named[],
  report: ReportTypeCycle,
): boolean {
  const instance = nest[nest.length - 1];
  if (instance === undefined) return true;
  const arg = instance.typeArgs[typeParamsOf(instance).indexOf(param)];
  return arg === undefined || isValidIn(arg, nest.slice(0, -1), path, report);
}
