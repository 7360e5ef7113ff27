// Arithmetic on constants (go/constant's UnaryOp, BinaryOp, Shift and Compare).
// Invariants: operands are of kinds the operation is defined for, the checker has seen to that;
// integer division and remainder truncate toward zero, their divisor is not zero.

import type {
  ArithmeticOperator,
  ComparisonOperator,
  LogicalOperator,
  UnaryOperator,
} from '../syntax/ast.ts';
import {
  type BigFloatValue,
  type ComplexValue,
  isReal,
  isSmallExponent,
  isSmallInt,
  makeBigFloat,
  makeBool,
  makeComplex,
  makeInt,
  makeRatio,
  makeString,
  type RatioValue,
  type RealValue,
  unknownValue,
  type Value,
} from './constant.ts';
import {
  type BigFloat,
  bigFloatAdd,
  bigFloatCompare,
  bigFloatDivide,
  bigFloatExponent,
  bigFloatFromInt,
  bigFloatFromRatio,
  bigFloatMultiply,
  bigFloatNegate,
  bigFloatToIntOrNull,
} from './constant-float.ts';

/** `quo` is integer division; `/` of integers gives a fraction. */
export type ConstantOperator = ArithmeticOperator | LogicalOperator | 'quo';

/** Longer strings are not representable here; gc refuses them a little later. */
const maxStringLength = 2 ** 29 - 25;

/** `op x`; `unsignedBits` limits the result of ^ for unsigned types, 0 does not. */
export function unaryOperation(op: UnaryOperator, x: Value, unsignedBits: number): Value {
  if (x.kind === 'unknown') return x;
  switch (op) {
    case '+':
      return x;
    case '-':
      return negate(x);
    case '^':
      if (x.kind !== 'int') break;
      return makeInt(unsignedBits > 0 ? BigInt.asUintN(unsignedBits, ~x.value) : ~x.value);
    case '!':
      if (x.kind !== 'bool') break;
      return makeBool(!x.value);
    default:
      break;
  }
  throw new Error(`Broken invariant: constant operation ${op} on ${x.kind}`);
}

function negate(x: Value): Value {
  switch (x.kind) {
    case 'int':
      return makeInt(-x.value);
    case 'float':
      if (x.form === 'ratio') return { ...x, num: -x.num };
      return makeBigFloat(bigFloatNegate(x.float));
    case 'complex':
      return makeComplex(negate(x.re), negate(x.im));
    default:
      throw new Error(`Broken invariant: negated constant of kind ${x.kind}`);
  }
}

/** `x op y` for any operator but shifts and comparisons. */
export function binaryOperation(x: Value, op: ConstantOperator, y: Value): Value {
  if (x.kind === 'unknown' || y.kind === 'unknown') return unknownValue;
  if (x.kind === 'bool' && y.kind === 'bool') {
    if (op === '&&') return makeBool(x.value && y.value);
    if (op === '||') return makeBool(x.value || y.value);
  } else if (x.kind === 'string' && y.kind === 'string') {
    if (op === '+') {
      if (x.bytes.length + y.bytes.length > maxStringLength) return unknownValue;
      return makeString(x.bytes + y.bytes);
    }
  } else if (x.kind === 'complex' || y.kind === 'complex') {
    return complexOperation(complexOf(x), op, complexOf(y));
  } else if (isReal(x) && isReal(y)) {
    return realOperation(x, op, y);
  }
  throw new Error(`Broken invariant: constant operation ${x.kind} ${op} ${y.kind}`);
}

function realOperation(x: RealValue, op: ConstantOperator, y: RealValue): Value {
  if (x.kind === 'int' && y.kind === 'int') return intOperation(x.value, op, y.value);
  if (isBinaryFloat(x) || isBinaryFloat(y)) {
    return makeBigFloat(floatOperation(floatOf(x), op, floatOf(y)));
  }
  return ratioOperation(ratioOf(x), op, ratioOf(y));
}

function isBinaryFloat(x: RealValue): x is BigFloatValue {
  return x.kind === 'float' && x.form === 'binary';
}

function intOperation(x: bigint, op: ConstantOperator, y: bigint): Value {
  switch (op) {
    case '+':
      return makeInt(x + y);
    case '-':
      return makeInt(x - y);
    case '*':
      return makeInt(x * y);
    case '/':
      return makeRatio(x, y);
    case 'quo':
      return makeInt(x / y);
    case '%':
      return makeInt(x % y);
    case '&':
      return makeInt(x & y);
    case '|':
      return makeInt(x | y);
    case '^':
      return makeInt(x ^ y);
    case '&^':
      return makeInt(x & ~y);
    default:
      throw new Error(`Broken invariant: operation ${op} on integer constants`);
  }
}

interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

function ratioOperation(x: Ratio, op: ConstantOperator, y: Ratio): Value {
  switch (op) {
    case '+':
      return makeRatio(x.num * y.den + y.num * x.den, x.den * y.den);
    case '-':
      return makeRatio(x.num * y.den - y.num * x.den, x.den * y.den);
    case '*':
      return makeRatio(x.num * y.num, x.den * y.den);
    case '/':
      return makeRatio(x.num * y.den, x.den * y.num);
    default:
      throw new Error(`Broken invariant: operation ${op} on fractions`);
  }
}

function floatOperation(x: BigFloat, op: ConstantOperator, y: BigFloat): BigFloat {
  switch (op) {
    case '+':
      return bigFloatAdd(x, y);
    case '-':
      return bigFloatAdd(x, bigFloatNegate(y));
    case '*':
      return bigFloatMultiply(x, y);
    case '/':
      return bigFloatDivide(x, y);
    default:
      throw new Error(`Broken invariant: operation ${op} on float constants`);
  }
}

function complexOperation(x: ComplexValue, op: ConstantOperator, y: ComplexValue): Value {
  const { re: a, im: b } = x;
  const { re: c, im: d } = y;
  const times = (p: RealValue, q: RealValue): Value => realOperation(p, '*', q);
  switch (op) {
    case '+':
      return makeComplex(realOperation(a, '+', c), realOperation(b, '+', d));
    case '-':
      return makeComplex(realOperation(a, '-', c), realOperation(b, '-', d));
    case '*':
      return makeComplex(
        binaryOperation(times(a, c), '-', times(b, d)),
        binaryOperation(times(b, c), '+', times(a, d)),
      );
    case '/': {
      const scale = binaryOperation(times(c, c), '+', times(d, d));
      const re = binaryOperation(times(a, c), '+', times(b, d));
      const im = binaryOperation(times(b, c), '-', times(a, d));
      return makeComplex(binaryOperation(re, '/', scale), binaryOperation(im, '/', scale));
    }
    default:
      throw new Error(`Broken invariant: operation ${op} on complex constants`);
  }
}

/** `x << count` or `x >> count` for an integer constant. */
export function shiftOperation(x: Value, op: '<<' | '>>', count: number): Value {
  if (x.kind === 'unknown') return x;
  if (x.kind !== 'int') throw new Error(`Broken invariant: shift of a constant of kind ${x.kind}`);
  return makeInt(op === '<<' ? x.value << BigInt(count) : x.value >> BigInt(count));
}

/** Whether `x op y`; false if either is unknown. */
export function compareConstants(x: Value, op: ComparisonOperator, y: Value): boolean {
  if (x.kind === 'unknown' || y.kind === 'unknown') return false;
  if (x.kind === 'bool' && y.kind === 'bool') {
    return op === '==' ? x.value === y.value : x.value !== y.value;
  }
  if (x.kind === 'string' && y.kind === 'string') {
    return holds(x.bytes < y.bytes ? -1 : x.bytes > y.bytes ? 1 : 0, op);
  }
  if (x.kind === 'complex' || y.kind === 'complex') {
    const [a, b] = [complexOf(x), complexOf(y)];
    const equal = compareReal(a.re, b.re) === 0 && compareReal(a.im, b.im) === 0;
    return op === '==' ? equal : !equal;
  }
  if (isReal(x) && isReal(y)) return holds(compareReal(x, y), op);
  throw new Error(`Broken invariant: comparison of constants ${x.kind} ${op} ${y.kind}`);
}

function holds(order: number, op: ComparisonOperator): boolean {
  switch (op) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function compareReal(x: RealValue, y: RealValue): number {
  if (isBinaryFloat(x) || isBinaryFloat(y)) return bigFloatCompare(floatOf(x), floatOf(y));
  const [a, b] = [ratioOf(x), ratioOf(y)];
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

function ratioOf(x: RealValue): Ratio {
  if (x.kind === 'int') return { num: x.value, den: 1n };
  if (x.form === 'ratio') return x;
  throw new Error('Broken invariant: binary float used as a fraction');
}

function floatOf(x: RealValue): BigFloat {
  if (x.kind === 'int') return bigFloatFromInt(x.value);
  return x.form === 'binary' ? x.float : bigFloatFromRatio(x.num, x.den);
}

function complexOf(x: Value): ComplexValue {
  if (x.kind === 'complex') return x;
  if (isReal(x)) return { kind: 'complex', re: x, im: { kind: 'int', value: 0n } };
  throw new Error(`Broken invariant: constant of kind ${x.kind} used as a number`);
}

/** x as an integer constant, or unknown if it is none. */
export function toInt(x: Value): Value {
  switch (x.kind) {
    case 'int':
      return x;
    case 'float':
      return floatToInt(x);
    case 'complex': {
      const re = toFloat(x);
      return re.kind === 'float' ? floatToInt(re) : unknownValue;
    }
    default:
      return unknownValue;
  }
}

function floatToInt(x: RatioValue | BigFloatValue): Value {
  if (x.form === 'ratio') return x.den === 1n ? makeInt(x.num) : unknownValue;
  if (!isSmallExponent(bigFloatExponent(x.float))) return unknownValue;
  const whole = bigFloatToIntOrNull(x.float);
  return whole === null ? unknownValue : makeInt(whole);
}

/** x as a float constant, or unknown if it has an imaginary part or is no number. */
export function toFloat(x: Value): Value {
  switch (x.kind) {
    case 'int':
      if (isSmallInt(x.value)) return { kind: 'float', form: 'ratio', num: x.value, den: 1n };
      return makeBigFloat(bigFloatFromInt(x.value));
    case 'float':
      return x;
    case 'complex':
      return compareReal(x.im, { kind: 'int', value: 0n }) === 0 ? toFloat(x.re) : unknownValue;
    default:
      return unknownValue;
  }
}

/** x as a complex constant, or unknown if it is no number. */
export function toComplex(x: Value): Value {
  return x.kind === 'complex' || isReal(x) ? complexOf(x) : unknownValue;
}
