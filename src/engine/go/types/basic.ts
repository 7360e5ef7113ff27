// The predeclared basic types (types2 basic.go and the table of universe.go).
// Invariant: one object per basic type, so that untyped types may be compared by identity; byte
// and rune are two more, identical to uint8 and int32 by kind.

import type { Basic, BasicKind } from './type.ts';

/** Bits of `Basic.info`. */
export const basicInfo = {
  boolean: 1,
  integer: 2,
  unsigned: 4,
  float: 8,
  complex: 16,
  string: 32,
  untyped: 64,
  ordered: 2 | 8 | 32,
  numeric: 2 | 8 | 16,
  constType: 1 | 2 | 8 | 16 | 32,
} as const;

const { boolean, integer, unsigned, float, complex, string, untyped } = basicInfo;

function basic(kind: BasicKind, info: number, name: string): Basic {
  return { kind: 'Basic', basic: kind, info, name };
}

/** All basic types by kind. */
export const Typ: { readonly [K in BasicKind]: Basic } = {
  invalid: basic('invalid', 0, 'invalid type'),
  bool: basic('bool', boolean, 'bool'),
  int: basic('int', integer, 'int'),
  int8: basic('int8', integer, 'int8'),
  int16: basic('int16', integer, 'int16'),
  int32: basic('int32', integer, 'int32'),
  int64: basic('int64', integer, 'int64'),
  uint: basic('uint', integer | unsigned, 'uint'),
  uint8: basic('uint8', integer | unsigned, 'uint8'),
  uint16: basic('uint16', integer | unsigned, 'uint16'),
  uint32: basic('uint32', integer | unsigned, 'uint32'),
  uint64: basic('uint64', integer | unsigned, 'uint64'),
  uintptr: basic('uintptr', integer | unsigned, 'uintptr'),
  float32: basic('float32', float, 'float32'),
  float64: basic('float64', float, 'float64'),
  complex64: basic('complex64', complex, 'complex64'),
  complex128: basic('complex128', complex, 'complex128'),
  string: basic('string', string, 'string'),
  unsafePointer: basic('unsafePointer', 0, 'Pointer'),
  untypedBool: basic('untypedBool', boolean | untyped, 'untyped bool'),
  untypedInt: basic('untypedInt', integer | untyped, 'untyped int'),
  untypedRune: basic('untypedRune', integer | untyped, 'untyped rune'),
  untypedFloat: basic('untypedFloat', float | untyped, 'untyped float'),
  untypedComplex: basic('untypedComplex', complex | untyped, 'untyped complex'),
  untypedString: basic('untypedString', string | untyped, 'untyped string'),
  untypedNil: basic('untypedNil', untyped, 'untyped nil'),
};

/** The types of the predeclared names byte and rune. */
export const byteType: Basic = basic('uint8', integer | unsigned, 'byte');
export const runeType: Basic = basic('int32', integer, 'rune');

/** The type of an object whose declaration is not checked yet; it counts as invalid. */
export const unknownType: Basic = basic('invalid', 0, 'invalid type');

/** The untyped numeric kinds from the least general to the most general. */
export const untypedNumericKinds: readonly BasicKind[] = [
  'untypedInt',
  'untypedRune',
  'untypedFloat',
  'untypedComplex',
];
