// Arithmetic in halves against BigInt, whose wrapping is the definition, in both flavours. The constant
// `top`, which a safe number does not hold, makes the fast flavour compute in halves.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootGo, outputOf } from '../../machine/testing/run-go.ts';

interface Type {
  readonly name: string;
  readonly signed: boolean;
  readonly top: string;
}

const int64: Type = { name: 'int64', signed: true, top: '-1 << 63' };
const uint64: Type = { name: 'uint64', signed: false, top: '1 << 63' };
const int: Type = { name: 'int', signed: true, top: '-1 << 63' };

const wrap = ({ signed }: Type, x: bigint): bigint =>
  signed ? BigInt.asIntN(64, x) : BigInt.asUintN(64, x);

const near = [0n, 2n ** 16n, 2n ** 31n, 2n ** 32n, 2n ** 37n, 2n ** 53n, 2n ** 63n, 2n ** 64n];
const value = fc.oneof(
  fc
    .tuple(fc.constantFrom(...near), fc.integer({ min: -2, max: 2 }))
    .map(([x, d]) => x + BigInt(d)),
  fc
    .tuple(fc.constantFrom(...near), fc.integer({ min: -2, max: 2 }))
    .map(([x, d]) => BigInt(d) - x),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }),
  fc.bigInt({ min: -1000n, max: 1000n }),
);
const counts = [0, 1, 7, 16, 31, 32, 33, 47, 63, 64, 65, 200];

/** What the flavours print, which is to be the same; each function is called often enough to be hot. */
function printed(source: string): string {
  const [fast, exact] = (['fast', 'exact'] as const).map((flavour) => {
    const machine = bootGo(source, { flavour });
    machine.runTo(Number.POSITIVE_INFINITY);
    return { output: outputOf(machine, 1), statements: machine.statements };
  });
  expect(fast).toEqual(exact);
  return fast?.output ?? '';
}

const head = (type: Type): string => `package main

import "fmt"

type T = ${type.name}

const top T = ${type.top}

func halves(x T) T { x ^= top; return x ^ top }
`;

const list = (values: readonly (bigint | number)[]): string => values.join(', ');

const binarySource = (type: Type, xs: readonly bigint[]): string => `${head(type)}
func arithmetic(x, y T) {
	x ^= top; y ^= top; x ^= top; y ^= top
	fmt.Println(x+y, x-y, x*y, x&y, x|y, x^y, x&^y, -x, ^x)
	fmt.Println(x == y, x != y, x < y, x <= y, x > y, x >= y, x == 0, x < 12345, y*31, x-7, 7-x, x*0x10001)
	if y != 0 {
		fmt.Println(x/y, x%y)
	}
	x, y = y, x^y
	fmt.Println(x, y)
}

func main() {
	xs := []T{${list(xs)}}
	for round := 0; round < 3; round++ {
		for _, x := range xs {
			for _, y := range xs {
				arithmetic(x, y)
			}
		}
	}
}
`;

function binaryLines(type: Type, x: bigint, y: bigint): string[] {
  const all = [x + y, x - y, x * y, x & y, x | y, x ^ y, x & ~y, -x, ~x];
  const more = [y * 31n, x - 7n, 7n - x, x * 0x10001n];
  const tests = [x === y, x !== y, x < y, x <= y, x > y, x >= y, x === 0n, x < 12345n];
  const texts = (values: bigint[]): string[] => values.map((each) => String(wrap(type, each)));
  const lines = [texts(all).join(' '), [...tests.map(String), ...texts(more)].join(' ')];
  if (y !== 0n) lines.push(texts([x / y, x % y]).join(' '));
  return [...lines, `${y} ${wrap(type, x ^ y)}`];
}

const unarySource = (type: Type, xs: readonly bigint[]): string => `${head(type)}
func constants(x T) {
	x ^= top; x ^= top
	fmt.Println(${counts.map((n) => `x<<${n}, x>>${n}`).join(', ')})
	fmt.Println(int8(x), int16(x), int32(x), uint8(x), uint16(x), uint32(x), int64(x), uint64(x), int(x), uint(x))
	fmt.Println(T(int8(x))^top, T(int16(x))^top, T(int32(x))^top, T(uint8(x))^top, T(uint16(x))^top, T(uint32(x))^top)
	fmt.Println(float64(x) == float64(halves(x)+0), float64(x), float32(x), x/10, x%10, x/3, x%1000003)
}

func shifts(x T, n uint, m int) {
	x ^= top; x ^= top
	fmt.Println(x<<n, x>>n, x<<m, x>>m, top>>n|x, x&^(1<<n))
}

func main() {
	xs := []T{${list(xs)}}
	for round := 0; round < 12; round++ {
		for _, x := range xs {
			constants(x)
			for _, n := range []int{${list(counts)}} {
				shifts(x, uint(n), n)
			}
		}
	}
}
`;

/** The first lines; the floats are those of the host. */
function unaryLines(type: Type, x: bigint): string[] {
  const left = (n: number): string => String(wrap(type, x << BigInt(n)));
  const right = (n: number): string => String(x >> BigInt(n));
  const top = wrap(type, 2n ** 63n);
  const narrow = [8, 16, 32].map((n) => BigInt.asIntN(n, x));
  narrow.push(...[8, 16, 32].map((n) => BigInt.asUintN(n, x)));
  const [i, u] = [BigInt.asIntN(64, x), BigInt.asUintN(64, x)];
  const lines = [
    counts.map((n) => `${left(n)} ${right(n)}`).join(' '),
    [...narrow, i, u, i, u].join(' '),
    narrow.map((each) => wrap(type, each ^ top)).join(' '),
  ];
  const shifted = counts.map((n) => {
    const bits = [wrap(type, (top >> BigInt(n)) | x), wrap(type, x & ~wrap(type, 1n << BigInt(n)))];
    return [left(n), right(n), left(n), right(n), ...bits].join(' ');
  });
  return [...lines, 'floats', ...shifted];
}

describe.each([uint64, int64, int])('$name in halves', (type) => {
  const values = fc.array(value, { minLength: 4, maxLength: 5 }).map((xs) => {
    return [...new Set([...xs, 2n ** 53n, 2n ** 63n - 1n].map((x) => wrap(type, x)))];
  });

  it('adds, multiplies, divides and compares as BigInt does', () => {
    fc.assert(
      fc.property(values, (xs) => {
        const lines = printed(binarySource(type, xs)).trimEnd().split('\n');
        const expected = xs.flatMap((x) => xs.flatMap((y) => binaryLines(type, x, y)));
        expect(lines).toEqual([...expected, ...expected, ...expected]);
      }),
      { numRuns: 6 },
    );
  });

  it('shifts and converts as BigInt does', () => {
    fc.assert(
      fc.property(values, (xs) => {
        const lines = printed(unarySource(type, xs)).trimEnd().split('\n');
        const expected = xs.flatMap((x) => unaryLines(type, x));
        const last = lines.slice(-expected.length);
        const checked = last.map((line, at) => (expected[at] === 'floats' ? 'floats' : line));
        expect(checked).toEqual(expected);
        for (const [at, line] of last.entries()) {
          if (expected[at] === 'floats') expect(line.startsWith('true ')).toBe(true);
        }
      }),
      { numRuns: 6 },
    );
  });
});

const productSource = (type: Type, xs: readonly bigint[]): string => `${head(type)}
func products(x, y, z, m T) {
	fmt.Println(x*y%1000000007, (x*25214903917+y)%(1<<48), (x*y+11)/65537, x*x/(1<<16))
	if m != 0 {
		fmt.Println(x*y%m, (x*y+z)%m, x*y/m, (x*y+z)/m)
	}
}

func main() {
	xs := []T{${list(xs)}}
	for _, x := range xs {
		for _, y := range xs {
			for _, z := range xs {
				products(x, y, z, x+z)
			}
		}
	}
}
`;

function productLines(type: Type, x: bigint, y: bigint, z: bigint): string[] {
  const m = wrap(type, x + z);
  const product = wrap(type, x * y);
  const mixed = wrap(type, x * 25214903917n + y);
  const first = [product % 1000000007n, mixed % 2n ** 48n, wrap(type, product + 11n) / 65537n];
  first.push(wrap(type, x * x) / 2n ** 16n);
  if (m === 0n) return [first.join(' ')];
  const sum = wrap(type, product + z);
  const second = [product % m, sum % m, product / m, sum / m].map((each) => wrap(type, each));
  return [first.join(' '), second.join(' ')];
}

describe.each([uint64, int64])('the remainder of a product of $name', (type) => {
  const values = fc.array(value, { minLength: 4, maxLength: 6 }).map((xs) => {
    return [...new Set(xs.map((x) => wrap(type, x)))];
  });

  it('is what BigInt gives, however large the product', () => {
    fc.assert(
      fc.property(values, (xs) => {
        const lines = printed(productSource(type, xs)).trimEnd().split('\n');
        const all = xs.flatMap((x) =>
          xs.flatMap((y) => xs.flatMap((z) => productLines(type, x, y, z))),
        );
        expect(lines).toEqual(all);
      }),
      { numRuns: 6 },
    );
  });
});
