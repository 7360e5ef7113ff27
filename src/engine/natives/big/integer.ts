// Integers of any size, for math/big. In Go's memory an Int is one value: a number while it is a
// safe integer, else a bigint (as int64 is, without its bound). All functions are pure.

import { canonical, type Word } from '../math/float-parts.ts';

/** More bits would take the host minutes or all its memory. */
const maxBits = 1 << 27;

/** The host runs out of memory, which ends the run as Go's own would. */
function demandRoom(bits: number): void {
  if (bits > maxBits) throw new RangeError('out of memory: an integer has too many bits');
}

export function magnitude(x: bigint): bigint {
  return x < 0n ? -x : x;
}

/** Bits of |x|, 0 for 0. */
export function bitLength(x: bigint): number {
  const hexadecimal = magnitude(x).toString(16);
  if (hexadecimal === '0') return 0;
  return hexadecimal.length * 4 - Math.clz32(Number.parseInt(hexadecimal.charAt(0), 16)) + 28;
}

/** Zero bits below the lowest 1 of |x|; 0 for 0. */
export function trailingZeros(x: bigint): number {
  if (x === 0n) return 0;
  const hexadecimal = magnitude(x).toString(16);
  let digits = 0;
  while (hexadecimal.charAt(hexadecimal.length - 1 - digits) === '0') digits++;
  const last = Number.parseInt(hexadecimal.charAt(hexadecimal.length - 1 - digits), 16);
  return digits * 4 + (31 - Math.clz32(last & -last));
}

export function multiply(x: bigint, y: bigint): bigint {
  demandRoom(bitLength(x) + bitLength(y));
  return x * y;
}

export function shiftLeft(x: bigint, count: number): bigint {
  if (x === 0n) return 0n;
  demandRoom(bitLength(x) + count);
  return x << BigInt(count);
}

/** 0 ≤ result < |y|. */
export function euclideanModulus(x: bigint, y: bigint): bigint {
  const rest = x % y;
  return rest < 0n ? rest + magnitude(y) : rest;
}

/** The largest integer whose square is not above x ≥ 0. */
export function squareRoot(x: bigint): bigint {
  if (x < 2n) return x;
  let root = 1n << BigInt((bitLength(x) + 1) >> 1);
  for (;;) {
    const next = (root + x / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** x^y mod m for y ≥ 0, in 0 … |m|−1. */
export function powerModulo(x: bigint, y: bigint, m: bigint): bigint {
  const modulus = magnitude(m);
  let base = euclideanModulus(x, modulus);
  let result = 1n % modulus;
  const bits = y.toString(2);
  for (let i = bits.length - 1; i >= 0; i--) {
    if (bits.charAt(i) === '1') result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}

/** x^y for y ≥ 0. */
function power(x: bigint, y: bigint): bigint {
  if (x !== 0n && x !== 1n && x !== -1n) demandRoom((bitLength(x) - 1) * Number(y));
  return x ** y;
}

/** The greatest common divisor of |a| and |b|, both > 0, and u with |a|·u ≡ it modulo |b|. */
function extendedGcd(a: bigint, b: bigint): [divisor: bigint, factor: bigint] {
  let [large, small] = [magnitude(a), magnitude(b)];
  let [factor, next] = [1n, 0n];
  if (large < small) {
    [large, small] = [small, large];
    [factor, next] = [next, factor];
  }
  while (small !== 0n) {
    const quotient = large / small;
    [large, small] = [small, large - quotient * small];
    [factor, next] = [next, factor - quotient * next];
  }
  return [large, factor];
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** In base 2 … 62. */
export function integerText(x: bigint, base: number): string {
  if (base <= 36) return x.toString(base);
  if (x < 0n) return `-${integerText(-x, base)}`;
  if (x === 0n) return '0';
  let text = '';
  for (let rest = x; rest > 0n; rest /= BigInt(base)) {
    text = digits.charAt(Number(rest % BigInt(base))) + text;
  }
  return text;
}

/** The integer of big-endian bytes. */
function fromBytes(bytes: string): bigint {
  let hexadecimal = '0x0';
  for (let i = 0; i < bytes.length; i++) {
    hexadecimal += bytes.charCodeAt(i).toString(16).padStart(2, '0');
  }
  return BigInt(hexadecimal);
}

/** Bytes of |x|, big-endian, none for 0. */
function toBytes(x: bigint): string {
  if (x === 0n) return '';
  const hexadecimal = magnitude(x).toString(16);
  const even = hexadecimal.length % 2 === 0 ? hexadecimal : `0${hexadecimal}`;
  let bytes = '';
  for (let i = 0; i < even.length; i += 2) {
    bytes += String.fromCharCode(Number.parseInt(even.slice(i, i + 2), 16));
  }
  return bytes;
}

type Operation = (x: bigint, y: bigint) => bigint;

/** A function of two integers on Go's values. */
function binary(operation: Operation): (x: Word, y: Word) => Word {
  return (x, y) => canonical(operation(BigInt(x), BigInt(y)));
}

export const integerNatives = {
  'math/big.add': binary((x, y) => x + y),
  'math/big.sub': binary((x, y) => x - y),
  'math/big.mul': binary(multiply),
  'math/big.quo': binary((x, y) => x / y),
  'math/big.rem': binary((x, y) => x % y),
  'math/big.and': binary((x, y) => x & y),
  'math/big.or': binary((x, y) => x | y),
  'math/big.xor': binary((x, y) => x ^ y),
  'math/big.power': binary(power),
  'math/big.gcd': binary((x, y) => {
    const [divisor] = extendedGcd(x, y);
    return divisor;
  }),
  'math/big.gcdFactor': binary((x, y) => extendedGcd(x, y)[1]),
  'math/big.powerModulo': (x: Word, y: Word, m: Word): Word =>
    canonical(powerModulo(BigInt(x), BigInt(y), BigInt(m))),
  'math/big.shiftLeft': (x: Word, count: Word): Word =>
    canonical(shiftLeft(BigInt(x), Number(count))),
  'math/big.shiftRight': (x: Word, count: Word): Word => canonical(BigInt(x) >> BigInt(count)),
  'math/big.sqrt': (x: Word): Word => canonical(squareRoot(BigInt(x))),
  'math/big.compare': (x: Word, y: Word): number => (x < y ? -1 : x > y ? 1 : 0),
  'math/big.bitLength': (x: Word): number => bitLength(BigInt(x)),
  'math/big.trailingZeros': (x: Word): number => trailingZeros(BigInt(x)),
  'math/big.toInt64': (x: Word): Word => canonical(BigInt.asIntN(64, BigInt(x))),
  'math/big.toUint64': (x: Word): Word => canonical(BigInt.asUintN(64, magnitude(BigInt(x)))),
  'math/big.text': (x: Word, base: number): string => integerText(BigInt(x), base),
  'math/big.toBytes': (x: Word): string => toBytes(BigInt(x)),
  'math/big.fromBytes': (bytes: string): Word => canonical(fromBytes(bytes)),
};
