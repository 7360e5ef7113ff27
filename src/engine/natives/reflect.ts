// Natives of package reflect: numbers and texts in and out of values, comparison, and the tables of
// reflect/types.ts, reflect/values.ts and reflect/calls.ts.

import { canonical, type Wide } from '../machine/arithmetic.ts';
import type { NativeContext } from '../machine/native.ts';
import { Box, Complex } from '../machine/value.ts';
import { reflectCallNatives } from './reflect/calls.ts';
import type { Content } from './reflect/contents.ts';
import { DeepEquality } from './reflect/deep-equal.ts';
import { reflectTypeNatives } from './reflect/types.ts';
import { reflectValueNatives } from './reflect/values.ts';

const rawValue = (_context: NativeContext, content: Content): unknown => content?.value;

const integerKind = /^(u?)int(?:ptr)?(\d*)$/;

/** An integer as a value of integer type `id`, wrapped to its width. */
function fromInteger(context: NativeContext, id: number, x: Wide): Content {
  const [, isUnsigned = '', bits = ''] = integerKind.exec(context.type(id).kind) ?? [];
  const width = bits === '' ? 64 : Number(bits);
  const wrapped =
    isUnsigned === '' ? BigInt.asIntN(width, BigInt(x)) : BigInt.asUintN(width, BigInt(x));
  return new Box(id, canonical(wrapped));
}

function fromFloat(context: NativeContext, id: number, x: number): Content {
  return new Box(id, context.type(id).kind === 'float32' ? Math.fround(x) : x);
}

function fromComplex(context: NativeContext, id: number, x: Complex): Content {
  if (context.type(id).kind === 'complex128') return new Box(id, x);
  return new Box(id, new Complex(Math.fround(x.re), Math.fround(x.im)));
}

const fromRaw = (_context: NativeContext, id: number, x: unknown): Content => new Box(id, x);

export const reflectNatives = {
  ...reflectTypeNatives,
  ...reflectValueNatives,
  ...reflectCallNatives,
  'reflect.toBool': rawValue,
  'reflect.toInt': rawValue,
  'reflect.toUint': rawValue,
  'reflect.toFloat': rawValue,
  'reflect.toComplex': rawValue,
  'reflect.toString': rawValue,
  'reflect.toBytes': rawValue,
  'reflect.toRunes': rawValue,
  'reflect.fromBool': fromRaw,
  'reflect.fromInt': fromInteger,
  'reflect.fromUint': fromInteger,
  'reflect.fromFloat': fromFloat,
  'reflect.fromComplex': fromComplex,
  'reflect.fromString': fromRaw,
  'reflect.fromBytes': fromRaw,
  'reflect.fromRunes': fromRaw,
  'reflect.DeepEqual': (context: NativeContext, x: Content, y: Content): boolean =>
    new DeepEquality(context).boxes(x, y),
};
