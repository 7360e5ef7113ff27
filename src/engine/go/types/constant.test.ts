import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Typ } from './basic.ts';
import { makeBool, makeFloat64, makeInt, makeString, type Value } from './constant.ts';
import { constantExactString, constantString, quoteBytes } from './constant-format.ts';
import { makeFromLiteral } from './constant-literal.ts';
import {
  binaryOperation,
  compareConstants,
  type ConstantOperator,
  shiftOperation,
  toComplex,
  toFloat,
  toInt,
  unaryOperation,
} from './constant-operations.ts';
import { float32Of, float64Of, representConst, wrapToType } from './constant-representable.ts';
import type { BasicKind } from './type.ts';

const int = (text: string): Value => makeFromLiteral(text, 'INT');
const float = (text: string): Value => makeFromLiteral(text, 'FLOAT');
const imaginary = (text: string): Value => makeFromLiteral(text, 'IMAG');

describe('literals', () => {
  test.each([
    ['0', '0'],
    ['0777', '511'],
    ['0o17', '15'],
    ['0b101', '5'],
    ['0x_fF', '255'],
    ['1_000_000', '1000000'],
    ['170141183460469231731687303715884105728', '170141183460469231731687303715884105728'],
  ])('the integer %s is %s', (literal, value) => {
    expect(constantString(int(literal))).toBe(value);
  });

  // What go/constant prints for the same literals.
  test.each([
    ['0.1', '0.1', '1/10'],
    ['1e100', '1e+100', `1${'0'.repeat(100)}`],
    ['0x1p-2', '0.25', '1/4'],
    ['0x1.8p1', '3', '3'],
    ['100000.5', '100000.5', '200001/2'],
    ['1333205.', '1.3332e+06', '1333205'],
    ['12.50e-1', '1.25', '5/4'],
    ['6e-1886451601', '0', '0'],
  ])('the float %s prints as %s and is exactly %s', (literal, short, exact) => {
    expect(constantString(float(literal))).toBe(short);
    expect(constantExactString(float(literal))).toBe(exact);
  });

  test('floats beyond fractions keep 512 bits and print approximately', () => {
    expect(constantString(float('1e4000'))).toBe('1e+4000');
    expect(constantString(float('2.521805e-2275'))).toBe('2.52181e-2275');
    expect(float('1e+1000000000').kind).toBe('unknown');
  });

  test.each([
    ['1i', '(0 + 1i)'],
    ['0123i', '(0 + 123i)'],
    ['0x10i', '(0 + 16i)'],
    ['1.5e1i', '(0 + 15i)'],
  ])('the imaginary %s prints as %s', (literal, value) => {
    expect(constantString(imaginary(literal))).toBe(value);
  });

  test.each([
    ["'a'", 97],
    ["'\\n'", 10],
    ["'\\''", 39],
    ["'\\x41'", 65],
    ["'\\377'", 255],
    ["'世'", 0x4e16],
    ["'\\U0001F600'", 0x1f600],
  ])('the rune %s is %i', (literal, value) => {
    expect(makeFromLiteral(literal, 'CHAR')).toEqual(makeInt(value));
  });

  test('strings are bytes: \\u gives UTF-8, \\x a byte, raw strings lose carriage returns', () => {
    expect(makeFromLiteral('"h\\u00e9\\xff"', 'STRING')).toEqual(makeString('h\xc3\xa9\xff'));
    expect(makeFromLiteral('`a\\n\r\n`', 'STRING')).toEqual(makeString('a\\n\n'));
  });
});

describe('arithmetic', () => {
  test.each<[Value, ConstantOperator, Value, string]>([
    [int('7'), '/', int('2'), '7/2'],
    [int('7'), 'quo', int('2'), '3'],
    [makeInt(-7n), 'quo', int('2'), '-3'],
    [makeInt(-7n), '%', int('2'), '-1'],
    [int('12'), '&^', int('10'), '4'],
    [float('0.1'), '+', float('0.2'), '3/10'],
    [int('1'), '+', float('0.5'), '3/2'],
    [imaginary('2i'), '*', imaginary('3i'), '(-6 + 0i)'],
    [int('1'), '/', imaginary('2i'), '(0 + -1/2i)'],
    [makeString('a'), '+', makeString('b'), '"ab"'],
    [makeBool(true), '&&', makeBool(false), 'false'],
  ])('%o %s %o = %s', (x, op, y, result) => {
    expect(constantExactString(binaryOperation(x, op, y))).toBe(result);
  });

  test('shifts have no limit of their own', () => {
    expect(shiftOperation(int('1'), '<<', 200)).toEqual(makeInt(1n << 200n));
    expect(shiftOperation(makeInt(-5n), '>>', 1)).toEqual(makeInt(-3n));
  });

  test('complement is limited to the bits of an unsigned type', () => {
    expect(unaryOperation('^', int('1'), 0)).toEqual(makeInt(-2n));
    expect(unaryOperation('^', int('1'), 8)).toEqual(makeInt(254n));
  });

  test('unknown values make unknown results and compare as false', () => {
    const unknown = float('1e+1000000000');
    expect(binaryOperation(unknown, '+', int('1')).kind).toBe('unknown');
    expect(compareConstants(unknown, '==', unknown)).toBe(false);
  });

  test('integers and fractions form a field together', () => {
    const number = fc
      .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 20n))
      .map(([num, den]) => binaryOperation(makeInt(num), '/', makeInt(den)));
    fc.assert(
      fc.property(number, number, number, (x, y, z) => {
        const left = binaryOperation(binaryOperation(x, '+', y), '*', z);
        const right = binaryOperation(binaryOperation(x, '*', z), '+', binaryOperation(y, '*', z));
        expect(constantExactString(left)).toBe(constantExactString(right));
      }),
    );
  });

  test('float64 arithmetic is the rounding of exact arithmetic', () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 });
    fc.assert(
      fc.property(double, double, (x, y) => {
        const [a, b] = [makeFloat64(x), makeFloat64(y)];
        expect(float64Of(binaryOperation(a, '+', b))).toBe(x + y + 0);
        expect(float64Of(binaryOperation(a, '*', b))).toBe(x * y + 0);
        expect(float32Of(a)).toBe(Math.fround(x) + 0);
      }),
    );
  });
});

describe('conversion between kinds', () => {
  test('a float without fraction is an integer, one with is not', () => {
    expect(toInt(float('1e3'))).toEqual(makeInt(1000n));
    expect(toInt(float('0.5')).kind).toBe('unknown');
  });

  test('a huge float that rounding made almost whole counts as whole', () => {
    const third = binaryOperation(float('1e2000'), '/', int('3'));
    const tenThirds = binaryOperation(third, '/', float('1e1999'));
    expect(toInt(binaryOperation(tenThirds, '*', int('3')))).toEqual(makeInt(10n));
    expect(toInt(tenThirds).kind).toBe('unknown');
  });

  test('a complex number without imaginary part is a float', () => {
    const x = toComplex(int('5'));
    expect(toInt(x)).toEqual(makeInt(5n));
    expect(toFloat(imaginary('1i')).kind).toBe('unknown');
  });
});

describe('representability', () => {
  test.each<[string, BasicKind, boolean]>([
    ['127', 'int8', true],
    ['128', 'int8', false],
    ['255', 'uint8', true],
    ['256', 'uint8', false],
    ['9223372036854775807', 'int', true],
    ['9223372036854775808', 'int', false],
    ['9223372036854775808', 'uint64', true],
    ['18446744073709551616', 'uint', false],
    ['18446744073709551616', 'untypedInt', true],
    ['18446744073709551616', 'float32', true],
  ])('whether %s fits %s: %s', (literal, kind, fits) => {
    expect(representConst(int(literal), Typ[kind]) !== null).toBe(fits);
  });

  test.each<[string, 'float32' | 'float64', number | null]>([
    ['4.9e-324', 'float64', 5e-324],
    ['2.4e-324', 'float64', 0],
    ['1.7976931348623158e308', 'float64', 1.7976931348623157e308],
    ['1.7976931348623159e308', 'float64', null],
    ['0.1', 'float32', 0.10000000149011612],
    ['16777217.', 'float32', 16777216],
    ['3.4028235677973362e38', 'float32', 3.4028234663852886e38],
    ['3.4028236e38', 'float32', null],
  ])('%s as %s is %s', (literal, kind, value) => {
    const result = representConst(float(literal), Typ[kind]);
    expect(result === null ? null : float64Of(result)).toBe(value);
  });

  test('a whole float fits an integer type, any number a complex one', () => {
    expect(representConst(float('3.0'), Typ.int)).toEqual(makeInt(3n));
    expect(representConst(float('3.5'), Typ.int)).toBeNull();
    expect(representConst(int('3'), Typ.complex64)?.kind).toBe('complex');
    expect(representConst(makeString('a'), Typ.int)).toBeNull();
  });

  test('wrapping keeps the low bits', () => {
    expect(wrapToType(300n, Typ.uint8)).toEqual(makeInt(44n));
    expect(wrapToType(200n, Typ.int8)).toEqual(makeInt(-56n));
  });
});

describe('strings in messages', () => {
  test('bytes are quoted with Go’s escapes', () => {
    expect(quoteBytes('h\xc3\xa9\n\x00"\xff\x7f')).toBe('"hé\\n\\x00\\"\\xff\\x7f"');
  });

  test('long strings are cut off', () => {
    const text = constantString(makeString('x'.repeat(100)));
    expect(text).toBe(`"${'x'.repeat(68)}...`);
  });
});
