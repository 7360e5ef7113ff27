// Is a number prime, as math/big.Int.ProbablyPrime asks: Miller and Rabin's test for the first primes
// as bases, and Baillie's extra strong Lucas test, which together have no known mistake. Below 2^64
// the answer is certain.

import type { Word } from '../math/float-parts.ts';
import { powerModulo, squareRoot, trailingZeros } from './integer.ts';

const smallPrimes = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n];

function isProbablyPrime(x: bigint): boolean {
  if (x < 2n) return false;
  for (const prime of smallPrimes) {
    if (x % prime === 0n) return x === prime;
  }
  return passesMillerRabin(x) && passesLucas(x);
}

function passesMillerRabin(x: bigint): boolean {
  const zeros = trailingZeros(x - 1n);
  const odd = (x - 1n) >> BigInt(zeros);
  return smallPrimes.every((base) => {
    let value = powerModulo(base, odd, x);
    if (value === 1n || value === x - 1n) return true;
    for (let i = 1; i < zeros; i++) {
      value = (value * value) % x;
      if (value === x - 1n) return true;
    }
    return false;
  });
}

/** For odd x > 53: with Q = 1 and the first P from 3 for which P² − 4 is no square modulo x. */
function passesLucas(x: bigint): boolean {
  let p = 3n;
  for (; ; p++) {
    const symbol = jacobi(p * p - 4n, x);
    if (symbol === -1) break;
    // P² − 4 is (P − 2)(P + 2), and smaller P had nothing in common with x.
    if (symbol === 0) return x === p + 2n;
    if (p === 40n && squareRoot(x) ** 2n === x) return false;
  }
  const zeros = trailingZeros(x + 1n);
  let [value, next] = lucasPair((x + 1n) >> BigInt(zeros), p, x);
  const isOne = value === 2n || value === x - 2n;
  if (isOne && (value * p - 2n * next) % x === 0n) return true;
  for (let i = 0; i < zeros - 1; i++) {
    if (value === 0n) return true;
    if (value === 2n) return false;
    value = modulo(value * value - 2n, x);
  }
  return false;
}

/** V(k) and V(k+1) of the Lucas sequence for P and Q = 1, modulo x. */
function lucasPair(k: bigint, p: bigint, x: bigint): [bigint, bigint] {
  let [value, next] = [2n, p];
  for (const bit of k.toString(2)) {
    const between = modulo(value * next - p, x);
    if (bit === '1') [value, next] = [between, modulo(next * next - 2n, x)];
    else [value, next] = [modulo(value * value - 2n, x), between];
  }
  return [value, next];
}

/** The Jacobi symbol (a/n) of an odd n > 0. */
function jacobi(a: bigint, n: bigint): number {
  let [above, below, symbol] = [modulo(a, n), n, 1];
  while (above !== 0n) {
    const zeros = trailingZeros(above);
    above >>= BigInt(zeros);
    const eighth = below & 7n;
    if (zeros % 2 === 1 && (eighth === 3n || eighth === 5n)) symbol = -symbol;
    if ((above & 3n) === 3n && (below & 3n) === 3n) symbol = -symbol;
    [above, below] = [below % above, above];
  }
  return below === 1n ? symbol : 0;
}

function modulo(a: bigint, n: bigint): bigint {
  const rest = a % n;
  return rest < 0n ? rest + n : rest;
}

export const primeNatives = {
  'math/big.isProbablyPrime': (x: Word): boolean => isProbablyPrime(BigInt(x)),
};
