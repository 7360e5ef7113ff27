// Counting and moving bits against BigInt, as calls and within expressions that are computed in halves.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runGo } from '../../machine/testing/run-go.ts';

const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      0n,
      1n,
      2n ** 31n,
      2n ** 32n - 1n,
      2n ** 32n,
      2n ** 53n,
      2n ** 63n,
      2n ** 64n - 1n,
    ),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((x) => x & -x),
  ),
  { minLength: 4, maxLength: 8 },
);

const counts = [0, 1, 31, 32, 33, 63, 64, -1, -40];

const source = (xs: readonly bigint[]): string => `package main

import (
	"fmt"
	"math/bits"
)

func main() {
	xs := []uint64{${xs.join(', ')}}
	for range 3 {
		for _, x := range xs {
			fmt.Println(bits.OnesCount64(x), bits.Len64(x), bits.TrailingZeros64(x), bits.LeadingZeros64(x),
				bits.Reverse64(x), bits.ReverseBytes64(x))
			for _, n := range []int{${counts.join(', ')}} {
				fmt.Println(bits.RotateLeft64(x, n))
			}
			h := x ^ 1<<63
			fmt.Println(bits.OnesCount64(h^1<<63), bits.Len64(h^1<<63), bits.TrailingZeros64(h^1<<63))
			fmt.Println(${counts.map((n) => `bits.RotateLeft64(h, ${n})^h`).join(', ')})
			for _, y := range xs {
				fmt.Println(bits.Mul64(x, y))
				fmt.Println(bits.Add64(x, y, y&1))
				fmt.Println(bits.Sub64(x, y, y&1))
			}
		}
	}
}
`;

const binary = (x: bigint): string => x.toString(2).padStart(64, '0');
const reversed = (text: string): string => [...text].reverse().join('');
const word = (x: bigint): bigint => BigInt.asUintN(64, x);

function rotated(x: bigint, by: number): bigint {
  const n = BigInt(((by % 64) + 64) % 64);
  return word((x << n) | (x >> (64n - n)));
}

function linesOf(x: bigint, xs: readonly bigint[]): string[] {
  const text = binary(x);
  const length = x === 0n ? 0 : x.toString(2).length;
  const zeros = x === 0n ? 64 : 63 - text.lastIndexOf('1');
  const ones = text.replaceAll('0', '').length;
  const bytes = (text.match(/.{8}/g) ?? []).reverse().join('');
  const h = x ^ (2n ** 63n);
  const all = [
    ones,
    length,
    zeros,
    64 - length,
    BigInt(`0b${reversed(text)}`),
    BigInt(`0b${bytes}`),
  ];
  const pairs = xs.flatMap((y) => [
    `${(x * y) >> 64n} ${word(x * y)}`,
    `${word(x + y + (y & 1n))} ${(x + y + (y & 1n)) >> 64n}`,
    `${word(x - y - (y & 1n))} ${x < y + (y & 1n) ? 1 : 0}`,
  ]);
  return [
    all.join(' '),
    ...counts.map((n) => String(rotated(x, n))),
    `${ones} ${length} ${zeros}`,
    counts.map((n) => rotated(h, n) ^ h).join(' '),
    ...pairs,
  ];
}

it('counts and moves bits as BigInt does', () => {
  fc.assert(
    fc.property(words, (xs) => {
      const once = xs.flatMap((x) => linesOf(x, xs));
      expect(runGo(source(xs)).trimEnd().split('\n')).toEqual([...once, ...once, ...once]);
    }),
    { numRuns: 12 },
  );
});
