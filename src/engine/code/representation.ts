// How each kind of Go type is represented in JavaScript, for emitting code. The table is the one at
// the head of go/ir/expression.ts, seen from the emitter's side.

import type { Kind, RuntimeType } from '../go/ir/runtime-type.ts';

/** Integers of at most 32 bits: always JS numbers. */
export type SmallInteger = 'int8' | 'int16' | 'int32' | 'uint8' | 'uint16' | 'uint32';

const smallIntegers: ReadonlySet<Kind> = new Set([
  'int8',
  'int16',
  'int32',
  'uint8',
  'uint16',
  'uint32',
]);

export function isSmallInteger(kind: Kind): kind is SmallInteger {
  return smallIntegers.has(kind);
}

/** 64-bit integers: a JS number while safe, else a bigint. */
export function isWideSigned(kind: Kind): boolean {
  return kind === 'int' || kind === 'int64';
}

export function isWideUnsigned(kind: Kind): boolean {
  return kind === 'uint' || kind === 'uint64' || kind === 'uintptr';
}

export function isUnsigned(kind: Kind): boolean {
  return isWideUnsigned(kind) || kind === 'uint8' || kind === 'uint16' || kind === 'uint32';
}

export function isFloat(kind: Kind): boolean {
  return kind === 'float32' || kind === 'float64';
}

export function isComplex(kind: Kind): boolean {
  return kind === 'complex64' || kind === 'complex128';
}

/** Structs and arrays: values with identity, copied on assignment. */
export function isAggregate(type: RuntimeType): boolean {
  return type.kind === 'struct' || type.kind === 'array';
}

/** JS text that wraps a JS number to a small integer type. */
export function wrapText(kind: SmallInteger, text: string): string {
  switch (kind) {
    case 'int8':
      return `(${text}<<24>>24)`;
    case 'int16':
      return `(${text}<<16>>16)`;
    case 'int32':
      return `(${text}|0)`;
    case 'uint8':
      return `(${text}&255)`;
    case 'uint16':
      return `(${text}&65535)`;
    case 'uint32':
      return `(${text}>>>0)`;
  }
}

/** Zero values that need no object of their own; null for structs and arrays. */
export function sharedZeroText(kind: Kind): string | null {
  switch (kind) {
    case 'bool':
      return 'false';
    case 'string':
      return "''";
    case 'slice':
      return 'nilSlice';
    case 'complex64':
    case 'complex128':
      return 'complexZero';
    case 'struct':
    case 'array':
      return null;
    case 'pointer':
    case 'unsafePointer':
    case 'func':
    case 'interface':
    case 'map':
    case 'chan':
      return 'null';
    default:
      return '0';
  }
}
