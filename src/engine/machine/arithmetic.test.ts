// 64-bit arithmetic against BigInt, whose wrapping is the definition.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as arithmetic from './arithmetic.ts';
import { runGo } from './testing/run-go.ts';

const asInt64 = (value: bigint): arithmetic.Wide => arithmetic.canonical(BigInt.asIntN(64, value));

const edges = [
  0n,
  1n,
  -1n,
  2n ** 31n,
  2n ** 53n,
  2n ** 53n - 1n,
  -(2n ** 53n),
  2n ** 63n - 1n,
  -(2n ** 63n),
];
const int64 = fc.oneof(
  fc.constantFrom(...edges),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -1000n, max: 1000n }),
);

describe('a 64-bit result', () => {
  it('wraps as two’s complement does', () => {
    fc.assert(
      fc.property(int64, int64, (x, y) => {
        const [a, b] = [arithmetic.canonical(x), arithmetic.canonical(y)];
        expect(arithmetic.addInt64(a, b)).toBe(asInt64(x + y));
        expect(arithmetic.subtractInt64(a, b)).toBe(asInt64(x - y));
        expect(arithmetic.multiplyInt64(a, b)).toBe(asInt64(x * y));
        expect(arithmetic.xorInt64(a, b)).toBe(asInt64(x ^ y));
        expect(arithmetic.complementInt64(a)).toBe(asInt64(~x));
        expect(arithmetic.negateInt64(a)).toBe(asInt64(-x));
      }),
    );
  });

  it('shifts by any count', () => {
    fc.assert(
      fc.property(int64, fc.nat(70), (x, count) => {
        const a = arithmetic.canonical(x);
        expect(arithmetic.shiftLeftInt64(a, count)).toBe(asInt64(x << BigInt(count)));
        expect(arithmetic.shiftRightInt64(a, count)).toBe(asInt64(x >> BigInt(count)));
      }),
    );
  });
});

/** Emitted code: the operators on variables, so that nothing is folded at compile time. */
function goResults(x: bigint, y: bigint): string {
  return runGo(`package main

import "fmt"

var x, y int64 = ${x}, ${y}

func main() {
	fmt.Println(x+y, x-y, x*y, x&y, x|y, x^y, x&^y, -x, ^x, x < y, x == y)
	if y != 0 {
		fmt.Println(x/y, x%y)
	}
	fmt.Println(int32(x), uint16(x), uint64(x), float64(x))
}
`);
}

describe('emitted arithmetic', () => {
  it('gives what Go gives', () => {
    fc.assert(
      fc.property(int64, int64, (x, y) => {
        const wrap = (value: bigint): string => String(BigInt.asIntN(64, value));
        const line = [x + y, x - y, x * y, x & y, x | y, x ^ y, x & ~y, -x, ~x].map(wrap);
        const [first, second] = goResults(x, y).split('\n');
        expect(first).toBe(`${line.join(' ')} ${x < y} ${x === y}`);
        if (y !== 0n) expect(second).toBe(`${wrap(x / y)} ${wrap(x % y)}`);
      }),
      { numRuns: 25 },
    );
  });
});
