// Questions about types that several analyses ask.

import { Typ } from '../types/basic.ts';
import { implementsInterface } from '../types/implements.ts';
import { lookupFieldOrMethod } from '../types/lookup.ts';
import { signatureOf } from '../types/object.ts';
import { isBasicKind } from '../types/predicates.ts';
import { plainHost } from '../types/type-host.ts';
import { hasTerms, isEmptyTypeSet, typeSetOfParam } from '../types/type-set.ts';
import type { Func, Package, Signature, Type, UnionTerm } from '../types/type.ts';
import { asTypeParamOrNull, unalias } from '../types/under.ts';
import { errorType } from '../types/universe.ts';

/** Whether a value of the type is an error; nil may be one. */
export function implementsError(type: Type): boolean {
  if (unalias(type) === Typ.untypedNil) return true;
  return implementsInterface(plainHost, type, errorType, false, null);
}

/** The method that `name` denotes on a value of the type that is not addressable. */
export function methodOrNull(type: Type, pkg: Package | null, name: string): Func | null {
  const { obj } = lookupFieldOrMethod(type, false, pkg, name);
  return obj?.kind === 'Func' ? obj : null;
}

/** Whether the signature is that of fmt.Stringer: `func() string`. */
export function isStringerSignature(signature: Signature): boolean {
  const { params, results } = signature;
  const [result] = results.vars;
  if (params.vars.length !== 0 || results.vars.length !== 1 || result === undefined) return false;
  const type = unalias(result.type);
  return type.kind === 'Basic' && isBasicKind(type, 'string');
}

/** Whether the type has a method `String() string`. */
export function isStringer(type: Type): boolean {
  const method = methodOrNull(type, null, 'String');
  return method !== null && isStringerSignature(signatureOf(method));
}

/**
 * The types that a type may stand for: of a type parameter the terms of its constraint (null if
 * there is no such type, empty if any), else the type itself.
 */
export function termsOrNull(type: Type): readonly UnionTerm[] | null {
  const param = asTypeParamOrNull(type);
  if (param === null) return [{ tilde: false, type }];
  const set = typeSetOfParam(param);
  if (isEmptyTypeSet(set)) return null;
  if (!hasTerms(set)) return [];
  return set.terms.flatMap((term) =>
    term.type === null ? [] : [{ tilde: term.tilde, type: term.type }],
  );
}
