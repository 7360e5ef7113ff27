// Conversions (spec, "Conversions"; types2 conversions.go), of constants and of other values.

import { encodeRune } from '../../base/utf8.ts';
import { unassignableType } from './assignable.ts';
import type { Checker } from './checker.ts';
import { makeString, type Value } from './constant.ts';
import { constantString } from './constant-format.ts';
import { toInt } from './constant-operations.ts';
import { representConst } from './constant-representable.ts';
import { identical, identicalIgnoreTags } from './identical.ts';
import type { Operand } from './operand.ts';
import {
  defaultType,
  isBasicKind,
  isComplex,
  isConstType,
  isInteger,
  isIntegerOrFloat,
  isNonTypeParamInterface,
  isString,
  isTypeParam,
  isUntyped,
} from './predicates.ts';
import type { Cause } from './type-host.ts';
import { allString, everyTermOfParam, underIs } from './type-set.ts';
import type { Type, TypeParam } from './type.ts';
import { asTypeParamOrNull, unalias, under } from './under.ts';
import { updateExprType } from './untyped.ts';

const maxRune = 0x10ffffn;

// The value of constant `x` as a constant of type `T`, or null.
function convertConst(x: Operand, T: Type): Value | null {
  const target = under(T);
  if (target.kind !== 'Basic') return null;
  const value = representConst(x.value, target);
  if (value !== null) return value;
  if (!isInteger(x.type) || !isString(target)) return null;
  const code = x.value.kind === 'int' ? x.value.value : -1n;
  return makeString(encodeRune(code >= 0n && code <= maxRune ? Number(code) : -1));
}

/** Makes `x` the value of `T(x)`, or invalid. */
export function conversion(check: Checker, x: Operand, T: Type): void {
  const isConstant = x.mode === 'constant';
  const cause: Cause = { text: '' };
  let ok = false;
  if (isConstant && isConstType(T)) {
    const value = convertConst(x, T);
    if (value !== null) {
      x.value = value;
      ok = true;
    } else if (isInteger(x.type) && isInteger(T)) {
      const message = `constant ${constantString(x.value)} overflows ${check.text(T)}`;
      check.error(x, 'InvalidConversion', message);
      x.invalidate();
      return;
    } else if (isInteger(T)) {
      // gc shows a whole number as such, whatever type it has.
      const whole = toInt(x.value);
      if (whole.kind === 'int') x.value = whole;
    }
  } else if (isConstant && isTypeParam(T)) {
    ok = underIs(T, (u) => isConvertibleConst(check, x, T, u, cause));
    x.mode = 'value';
  } else if (isConvertible(check, x, x.type, T, cause)) {
    ok = true;
    x.mode = 'value';
  }
  if (!ok) {
    const why = cause.text === '' ? '' : `: ${cause.text}`;
    const message = `cannot convert ${check.operandText(x)} to type ${check.text(T)}${why}`;
    check.error(x, 'InvalidConversion', message);
    x.invalidate();
    return;
  }
  if (isUntyped(x.type)) updateExprType(check, x.expr, finalType(x, T, isConstant), true);
  x.type = T;
}

// The type that an untyped argument itself has in the end.
function finalType(x: Operand, T: Type, isConstant: boolean): Type {
  if (isBasicKind(x.type, 'untypedNil')) return T;
  if (isNonTypeParamInterface(T) || (isConstant && !isConstType(T))) return defaultType(x.type);
  // string(65) leaves the number a number.
  return x.mode === 'constant' && isInteger(x.type) && allString(T) ? x.type : T;
}

// A constant can be converted to a type parameter if it can be to each of its types.
function isConvertibleConst(
  check: Checker,
  x: Operand,
  T: Type,
  u: Type | null,
  cause: Cause,
): boolean {
  if (u === null) {
    cause.text = `${check.text(T)} does not contain specific types`;
    return false;
  }
  if (isString(x.type) && isBytesOrRunes(u)) return true;
  if (convertConst(x, u) !== null) return true;
  const target = `${check.text(u)} (in ${check.text(T)})`;
  cause.text =
    isInteger(x.type) && isInteger(u)
      ? `constant ${constantString(x.value)} overflows ${target}`
      : `cannot convert ${check.operandText(x)} to type ${target}`;
  return false;
}

/** Whether a value of type `originalV` can be converted to type `originalT`. */
function isConvertible(
  check: Checker,
  x: Operand,
  originalV: Type,
  originalT: Type,
  cause: Cause,
): boolean {
  if (unassignableType(check, x, originalV, originalT, cause) === null) return true;
  const V = unalias(originalV);
  const T = unalias(originalT);
  const Vu = under(V);
  const Tu = under(T);
  const Vp = asTypeParamOrNull(V);
  const Tp = asTypeParamOrNull(T);
  if (Vp === null && Tp === null && identicalIgnoreTags(Vu, Tu)) return true;
  if (V.kind === 'Pointer' && T.kind === 'Pointer') {
    const noParams = !isTypeParam(V.elem) && !isTypeParam(T.elem);
    if (noParams && identicalIgnoreTags(under(V.elem), under(T.elem))) return true;
  }
  if (isConvertibleBasic(Vu, Tu)) return true;
  if (Vu.kind === 'Slice') {
    const decided = convertibleFromSlice(check, Vu.elem, Tu, cause);
    if (decided !== null) return decided;
  }
  if (Vp === null && Tp === null) return false;
  return isConvertibleParam(check, x, originalV, originalT, Vp, Tp, cause);
}

function isConvertibleBasic(Vu: Type, Tu: Type): boolean {
  if (isIntegerOrFloat(Vu) && isIntegerOrFloat(Tu)) return true;
  if (isComplex(Vu) && isComplex(Tu)) return true;
  if ((isInteger(Vu) || isBytesOrRunes(Vu)) && isString(Tu)) return true;
  if (isString(Vu) && isBytesOrRunes(Tu)) return true;
  const isAddress = (type: Type): boolean =>
    type.kind === 'Pointer' || isBasicKind(type, 'uintptr');
  if (isAddress(Vu) && isBasicKind(Tu, 'unsafePointer')) return true;
  return isBasicKind(Vu, 'unsafePointer') && isAddress(Tu);
}

// Null if the target is no array or pointer to one with these elements.
function convertibleFromSlice(check: Checker, elem: Type, Tu: Type, cause: Cause): boolean | null {
  const target = Tu.kind === 'Pointer' ? under(Tu.elem) : Tu;
  if (target.kind !== 'Array' || !identical(elem, target.elem)) return null;
  const [version, what] = Tu.kind === 'Pointer' ? ['go1.17', 'array pointer'] : ['go1.20', 'array'];
  if (check.allowVersion(version)) return true;
  cause.text = `conversion of slice to ${what} requires ${version} or later`;
  return false;
}

// Conversion of and to type parameters is that of each of their types.
function isConvertibleParam(
  check: Checker,
  x: Operand,
  V: Type,
  T: Type,
  Vp: TypeParam | null,
  Tp: TypeParam | null,
  cause: Cause,
): boolean {
  const each = (from: Type, to: Type): boolean => {
    if (isConvertible(check, x, from, to, cause)) return true;
    const inV = Vp === null ? '' : ` (in ${check.text(Vp)})`;
    const inT = Tp === null ? '' : ` (in ${check.text(Tp)})`;
    const message = `cannot convert ${check.text(from)}${inV} to type ${check.text(to)}${inT}`;
    cause.text = cause.text === '' ? message : `${message}\n\t${cause.text}`;
    return false;
  };
  const everyType = (param: TypeParam | null, type: Type, test: (t: Type) => boolean): boolean =>
    param === null
      ? test(type)
      : everyTermOfParam(param, (term) => term?.type != null && test(term.type));
  return everyType(Vp, V, (from) => everyType(Tp, T, (to) => each(from, to)));
}

/** Whether the type is a slice of bytes or runes. */
export function isBytesOrRunes(type: Type): boolean {
  const slice = under(type);
  if (slice.kind !== 'Slice') return false;
  return isBasicKind(slice.elem, 'uint8') || isBasicKind(slice.elem, 'int32');
}
