// Constants: the checker's exact values in the machine's representation of their type.

import type { Expr } from '../ir/expression.ts';
import type { TypeId } from '../ir/ids.ts';
import { bigintOf, float32Of, float64Of } from '../types/constant-representable.ts';
import { toInt } from '../types/constant-operations.ts';
import { boolOf, bytesOf, imaginaryPart, realPart, type Value } from '../types/constant.ts';
import { constant, isComplex, isFloat } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';

/** A constant of a basic type; of an interface type, the boxed constant of its default type. */
export function constantOf(f: FuncLowering, value: Value, type: TypeId): Expr {
  const { kind } = f.types.entry(type);
  if (kind === 'bool') return constant(type, boolOf(value));
  if (kind === 'string') return constant(type, bytesOf(value));
  if (kind === 'float64') return constant(type, float64Of(value));
  if (kind === 'float32') return constant(type, float32Of(value));
  if (isComplex(kind)) return complexConstant(value, type, kind === 'complex64');
  if (isFloat(kind) || kind === 'interface') return boxed(f, value, type);
  return constant(type, integer(bigintOf(toInt(value))));
}

function complexConstant(value: Value, type: TypeId, isNarrow: boolean): Expr {
  const round = isNarrow ? float32Of : float64Of;
  const re = round(realPart(value));
  return { kind: 'complexConst', type, re, im: round(imaginaryPart(value)) };
}

function boxed(f: FuncLowering, value: Value, type: TypeId): Expr {
  const basic = f.types.basic(defaultKinds[value.kind]);
  f.program.useDynamically(basic);
  const x = constantOf(f, value, basic);
  return type === basic ? x : { kind: 'makeInterface', type: basic, x };
}

const defaultKinds = {
  unknown: 'invalid',
  bool: 'bool',
  string: 'string',
  int: 'int',
  float: 'float64',
  complex: 'complex128',
} as const;

/** 64-bit integers are numbers while they are safe integers, else bigints. */
export function integer(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** The int constant. */
export function intConstant(f: FuncLowering, value: number): Expr {
  return constant(f.types.basic('int'), value);
}
