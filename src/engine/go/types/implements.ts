// Whether a type implements an interface or satisfies a constraint (spec, "Implementing an
// interface", "Satisfying a type constraint"; types2 instantiate.go), with gc's reasons.

import { identical } from './identical.ts';
import { hasAllMethods, interfacePtrError } from './missing-method.ts';
import { isInterface, isInterfacePtr } from './predicates.ts';
import { type InstanceMaker, makeSubstitution, substitute } from './substitute.ts';
import type { Cause, TypeHost } from './type-host.ts';
import {
  hasTerms,
  includesType,
  incomparability,
  isAllTypeSet,
  isComparableSet,
  isEmptyTypeSet,
  isSubsetOf,
  typeSetOf,
} from './type-set.ts';
import { formatTerms, formatType, plainFormat } from './type-string.ts';
import type { Interface, Type, TypeParam, TypeSet } from './type.ts';
import { constraintInterface, isInvalid, under } from './under.ts';
import type { Pos } from '../syntax/pos.ts';

/** Whether `V` implements `T`, or satisfies it if `T` is a constraint. */
export function implementsInterface(
  host: TypeHost,
  V: Type,
  T: Type,
  constraint: boolean,
  cause: Cause | null,
): boolean {
  const Vu = under(V);
  const Tu = under(T);
  if (isInvalid(Vu) || isInvalid(Tu)) return true;
  if (Vu.kind === 'Pointer' && isInvalid(under(Vu.elem))) return true;
  const verb = constraint ? 'satisfy' : 'implement';
  const text = (type: Type): string => formatType(type, host.format);
  const refuse = (reason: () => string): false => {
    if (cause !== null) cause.text = reason();
    return false;
  };
  if (Tu.kind !== 'Interface') {
    return refuse(() => {
      const detail = isInterfacePtr(Tu)
        ? interfacePtrError(host, T)
        : `${text(T)} is not an interface`;
      return `${text(V)} does not ${verb} ${text(T)} (${detail})`;
    });
  }
  const target = typeSetOf(Tu);
  if (isAllTypeSet(target)) return true;
  const source = Vu.kind === 'Interface' ? typeSetOf(Vu) : null;
  if (source !== null && isEmptyTypeSet(source)) return true;
  if (isEmptyTypeSet(target)) {
    return refuse(() => `cannot ${verb} ${text(T)} (empty type set)`);
  }
  if (!hasAllMethods(host, V, T, true, identical, cause)) {
    return refuse(() => `${text(V)} does not ${verb} ${text(T)} ${cause?.text ?? ''}`);
  }
  const compares = (): boolean => checkComparability(host, V, target, constraint, cause);
  if (!hasTerms(target)) return compares();
  if (source !== null) {
    if (!isSubsetOf(source, target)) {
      return refuse(() => `${text(V)} does not ${verb} ${text(T)}`);
    }
    return compares();
  }
  if (!target.terms.some((term) => includesType(term, V))) {
    return refuse(() => {
      const detail = missingTypeDetail(host, V, T, Tu, target);
      return `${text(V)} does not ${verb} ${text(T)} (${detail})`;
    });
  }
  return compares();
}

// Why a type is not among the types of a constraint.
function missingTypeDetail(
  host: TypeHost,
  V: Type,
  T: Type,
  Tu: Interface,
  target: TypeSet,
): string {
  const text = (type: Type): string => formatType(type, host.format);
  for (const term of target.terms) {
    const type = term.type;
    if (type === null || term.tilde || !identical(type, under(type))) continue;
    if (includesType({ tilde: true, type }, V)) {
      return `possibly missing ~ for ${text(type)} in ${text(T)}`;
    }
  }
  if (mentions(Tu, V)) {
    return `${text(T)} mentions ${text(V)}, but ${text(V)} is not in the type set of ${text(T)}`;
  }
  // As gc, terms are printed with package paths, unlike types.
  return `${text(V)} missing in ${formatTerms(target.terms, plainFormat)}`;
}

function checkComparability(
  host: TypeHost,
  V: Type,
  target: TypeSet,
  constraint: boolean,
  cause: Cause | null,
): boolean {
  if (!isComparableSet(target)) return true;
  if (incomparability(V, false) === null) return true;
  const verb = constraint ? 'satisfy' : 'implement';
  const text = formatType(V, host.format);
  // Ordinary interfaces satisfy comparable since Go 1.20, though == may panic.
  if (constraint && incomparability(V, true) === null) {
    if (host.allowVersion('go1.20')) return true;
    if (cause !== null) cause.text = `${text} to ${verb} comparable requires go1.20 or later`;
    return false;
  }
  if (cause !== null) cause.text = `${text} does not ${verb} comparable`;
  return false;
}

// Whether an element or term of an interface names the type, in its type set or not.
function mentions(where: Type, type: Type): boolean {
  switch (where.kind) {
    case 'Interface':
      return where.embeddeds.some((embedded) => mentions(embedded, type));
    case 'Union':
      return where.terms.some((term) => mentions(term.type, type));
    default:
      return identical(where, type);
  }
}

/** Whether a value of interface type `V` can be asserted to have type `T`. */
export function assertableTo(host: TypeHost, V: Type, T: Type, cause: Cause | null): boolean {
  // Whether an interface is implemented shows only when the program runs.
  if (isInterface(T)) return true;
  return hasAllMethods(host, T, V, false, identical, cause);
}

/** The first type argument that does not satisfy its constraint, with the reason; or null. */
export function verifyTypeArguments(
  host: TypeHost,
  pos: Pos,
  params: readonly TypeParam[],
  args: readonly Type[],
  maker: InstanceMaker,
): { readonly index: number; readonly cause: string } | null {
  const substitution = makeSubstitution(params, args);
  for (const [index, param] of params.entries()) {
    constraintInterface(param);
    const arg = args[index];
    if (arg === undefined) continue;
    const bound = substitute(pos, param.bound, substitution, maker);
    const cause: Cause = { text: '' };
    if (!implementsInterface(host, arg, bound, true, cause)) return { index, cause: cause.text };
  }
  return null;
}
