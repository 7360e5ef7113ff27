// Questions about types (types2 predicates.go). The isX predicates do not look inside a type
// parameter; the allX ones of `type-set.ts` do.

import { basicInfo, runeType, Typ, untypedNumericKinds } from './basic.ts';
import type { Basic, Type } from './type.ts';
import { asNamedOrNull, unalias, under } from './under.ts';

/** Whether the underlying type is basic with any of the bits of `info`. */
export function isBasic(type: Type, info: number): boolean {
  const underlying = under(type);
  return underlying.kind === 'Basic' && (underlying.info & info) !== 0;
}

export function isBoolean(type: Type): boolean {
  return isBasic(type, basicInfo.boolean);
}
export function isInteger(type: Type): boolean {
  return isBasic(type, basicInfo.integer);
}
export function isUnsigned(type: Type): boolean {
  return isBasic(type, basicInfo.unsigned);
}
export function isComplex(type: Type): boolean {
  return isBasic(type, basicInfo.complex);
}
export function isNumeric(type: Type): boolean {
  return isBasic(type, basicInfo.numeric);
}
export function isString(type: Type): boolean {
  return isBasic(type, basicInfo.string);
}
export function isIntegerOrFloat(type: Type): boolean {
  return isBasic(type, basicInfo.integer | basicInfo.float);
}
/** Whether constants may have the type. */
export function isConstType(type: Type): boolean {
  return isBasic(type, basicInfo.constType);
}

/** Whether the underlying type is the basic type of that kind. */
export function isBasicKind(type: Type, kind: Basic['basic']): boolean {
  const underlying = under(type);
  return underlying.kind === 'Basic' && underlying.basic === kind;
}

/** Whether a type has a name: predeclared, defined or a type parameter. */
export function hasName(type: Type): boolean {
  const actual = unalias(type);
  return actual.kind === 'Basic' || actual.kind === 'Named' || actual.kind === 'TypeParam';
}

/** Whether a type is a literal or basic, neither defined nor a type parameter. */
export function isTypeLit(type: Type): boolean {
  const actual = unalias(type);
  return actual.kind !== 'Named' && actual.kind !== 'TypeParam';
}

export function isTyped(type: Type): boolean {
  return !isUntyped(type);
}

/** Whether a type is that of an untyped constant, boolean or nil. */
export function isUntyped(type: Type): boolean {
  return type.kind === 'Basic' && (type.info & basicInfo.untyped) !== 0;
}

export function isUntypedNumeric(type: Type): boolean {
  return isUntyped(type) && type.kind === 'Basic' && (type.info & basicInfo.numeric) !== 0;
}

/** Whether the underlying type is an interface; true for type parameters too. */
export function isInterface(type: Type): boolean {
  return under(type).kind === 'Interface';
}

export function isTypeParam(type: Type): boolean {
  return unalias(type).kind === 'TypeParam';
}

export function isNonTypeParamInterface(type: Type): boolean {
  return !isTypeParam(type) && isInterface(type);
}

/** Whether the underlying type is a pointer to an interface or type parameter. */
export function isInterfacePtr(type: Type): boolean {
  const underlying = under(type);
  return underlying.kind === 'Pointer' && isInterface(underlying.elem);
}

/** Whether a type is generic and not instantiated; signatures are not asked about. */
export function isGeneric(type: Type): boolean {
  if (type.kind === 'Alias' && type.typeParams.length > 0 && type.typeArgs.length === 0) {
    return true;
  }
  const named = asNamedOrNull(type);
  return named !== null && named.expander === null && named.typeParams.length > 0;
}

/** The element type and true for a pointer that is no defined type, else the type and false. */
export function deref(type: Type): readonly [Type, boolean] {
  const actual = unalias(type);
  return actual.kind === 'Pointer' ? [actual.elem, true] : [type, false];
}

/** The struct type that a pointer points to, whether defined or not; else the type. */
export function derefStructPtr(type: Type): Type {
  const underlying = under(type);
  if (underlying.kind === 'Pointer' && under(underlying.elem).kind === 'Struct') {
    return underlying.elem;
  }
  return type;
}

/** The type an untyped value gets where nothing says otherwise; untyped nil stays. */
export function defaultType(type: Type): Type {
  if (type.kind !== 'Basic') return type;
  switch (type.basic) {
    case 'untypedBool':
      return Typ.bool;
    case 'untypedInt':
      return Typ.int;
    case 'untypedRune':
      return runeType;
    case 'untypedFloat':
      return Typ.float64;
    case 'untypedComplex':
      return Typ.complex128;
    case 'untypedString':
      return Typ.string;
    default:
      return type;
  }
}

/** The more general of two untyped numeric types, a type both are, or null. */
export function maxTypeOrNull(x: Type, y: Type): Type | null {
  if (x === y) return x;
  if (x.kind !== 'Basic' || y.kind !== 'Basic') return null;
  if (!isUntypedNumeric(x) || !isUntypedNumeric(y)) return null;
  const rank = (basic: Basic): number => untypedNumericKinds.indexOf(basic.basic);
  return rank(x) > rank(y) ? x : y;
}

/** gc's word for a composite type ("slice", "struct" …), "" for a basic one. */
export function compositeKind(type: Type): string {
  const underlying = under(type);
  switch (underlying.kind) {
    case 'Basic':
      return '';
    case 'Signature':
      return 'func';
    default:
      return underlying.kind.toLowerCase();
  }
}
