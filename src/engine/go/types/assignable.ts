// Assignability (spec, "Assignability"; types2 operand.go), with gc's reasons.

import type { Checker } from './checker.ts';
import type { ErrorCode } from './error-codes.ts';
import { identical } from './identical.ts';
import { implementsInterface } from './implements.ts';
import type { Operand } from './operand.ts';
import { hasName, isInterfacePtr, isUntyped } from './predicates.ts';
import type { Cause } from './type-host.ts';
import { everyTermOfParam } from './type-set.ts';
import type { Type, TypeParam } from './type.ts';
import { asTypeParamOrNull, isInvalid, unalias, under } from './under.ts';
import { implicitTypeAndValue } from './untyped.ts';

/** Null if an operand may be assigned to a variable of type `T`, else the code of the error. */
export function unassignable(
  check: Checker,
  x: Operand,
  T: Type,
  cause: Cause | null,
): ErrorCode | null {
  if (!x.isValid || isInvalid(T)) return null;
  return unassignableType(check, x, x.type, T, cause);
}

/** Whether an operand may be assigned to a variable of type `T`. */
export function isAssignable(check: Checker, x: Operand, T: Type): boolean {
  return unassignable(check, x, T, null) === null;
}

/** As `unassignable` for a value of `x` that has another type. */
export function unassignableType(
  check: Checker,
  x: Operand,
  originalV: Type,
  originalT: Type,
  cause: Cause | null,
): ErrorCode | null {
  const V = unalias(originalV);
  const T = unalias(originalT);
  if (identical(V, T)) return null;
  const Vu = under(V);
  const Tu = under(T);
  const Vp = asTypeParamOrNull(V);
  const Tp = asTypeParamOrNull(T);
  if (isUntyped(Vu)) return unassignableUntyped(x, T, Tp);
  const noParams = Vp === null && Tp === null;
  const oneUnnamed = !hasName(V) || !hasName(T);
  // Compared first, as gc does: it sets up the type set of V before that of T, which tells for
  // interfaces that embed each other in a circle.
  if (identical(Vu, Tu) && noParams && oneUnnamed) return null;
  if ((Tu.kind === 'Interface' && Tp === null) || isInterfacePtr(Tu)) {
    if (implementsInterface(check, V, T, false, cause)) return null;
    if (Vp === null) return 'InvalidIfaceAssign';
    if (cause !== null) cause.text = '';
  }
  if (Vu.kind === 'Interface' && Vp === null && implementsInterface(check, T, V, false, null)) {
    if (cause !== null) cause.text = 'need type assertion';
    return 'IncompatibleAssign';
  }
  if (Vu.kind === 'Chan' && Vu.dir === 'both' && Tu.kind === 'Chan') {
    if (identical(Vu.elem, Tu.elem)) return oneUnnamed ? null : 'InvalidChanAssign';
  }
  if (Tp !== null && !hasName(V)) return unassignableToParam(check, x, V, Tp, cause);
  if (Vp !== null && !hasName(T)) return unassignableParam(check, x, Vp, originalT, cause);
  return 'IncompatibleAssign';
}

function unassignableUntyped(x: Operand, T: Type, Tp: TypeParam | null): ErrorCode | null {
  const fits = (type: Type): boolean => implicitTypeAndValue(x, type).type !== null;
  const ok =
    Tp === null ? fits(T) : everyTermOfParam(Tp, (term) => term?.type != null && fits(term.type));
  return ok ? null : 'IncompatibleAssign';
}

// A value of unnamed type can be assigned to a type parameter if it can to each of its types.
function unassignableToParam(
  check: Checker,
  x: Operand,
  V: Type,
  Tp: TypeParam,
  cause: Cause | null,
): ErrorCode | null {
  let code: ErrorCode | null = 'IncompatibleAssign';
  everyTermOfParam(Tp, (term) => {
    const type = term?.type ?? null;
    if (type === null) return false;
    code = unassignableType(check, x, V, type, cause);
    if (code === null) return true;
    const [value, target, param] = [check.text(x.type), check.text(type), check.text(Tp)];
    prepend(cause, `cannot assign ${value} to ${target} (in ${param})`);
    return false;
  });
  return code;
}

// A value of a type parameter can be assigned if values of each of its types can.
function unassignableParam(
  check: Checker,
  x: Operand,
  Vp: TypeParam,
  T: Type,
  cause: Cause | null,
): ErrorCode | null {
  let code: ErrorCode | null = 'IncompatibleAssign';
  everyTermOfParam(Vp, (term) => {
    const type = term?.type ?? null;
    if (type === null) return false;
    code = unassignableType(check, x, type, T, cause);
    if (code === null) return true;
    const [value, param, target] = [check.text(type), check.text(Vp), check.text(T)];
    prepend(cause, `cannot assign ${value} (in ${param}) to ${target}`);
    return false;
  });
  return code;
}

function prepend(cause: Cause | null, message: string): void {
  if (cause === null) return;
  cause.text = cause.text === '' ? message : `${message}\n\t${cause.text}`;
}
