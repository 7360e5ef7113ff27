// The compression function of SHA-512 (FIPS 180-4) on 32-bit halves. Its constants are the first 64
// bits of the fractions of roots of primes and are computed, once. All is pure.

import { squareRoot } from '../big/integer.ts';

const rounds = 80;

function primes(count: number): readonly bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) {
    if (found.every((prime) => n % prime !== 0n)) found.push(n);
  }
  return found;
}

function cubeRoot(x: bigint): bigint {
  let low = 0n;
  let high = 1n << 70n;
  while (low + 1n < high) {
    const middle = (low + high) >> 1n;
    if (middle * middle * middle <= x) low = middle;
    else high = middle;
  }
  return low;
}

/** Upper and lower halves of 64-bit words, one after the other. */
function halves(words: readonly bigint[]): Int32Array {
  const list = new Int32Array(words.length * 2);
  for (const [i, word] of words.entries()) {
    list[2 * i] = Number(BigInt.asIntN(32, word >> 32n));
    list[2 * i + 1] = Number(BigInt.asIntN(32, word));
  }
  return list;
}

let constants: Int32Array | null = null;

function roundConstants(): Int32Array {
  constants ??= halves(primes(rounds).map((prime) => BigInt.asUintN(64, cubeRoot(prime << 192n))));
  return constants;
}

function stateText(state: Int32Array): string {
  let text = '';
  for (const half of state) {
    text += String.fromCharCode(half >>> 24, (half >>> 16) & 255, (half >>> 8) & 255, half & 255);
  }
  return text;
}

function halfAt(bytes: string, at: number): number {
  return (
    (bytes.charCodeAt(at) << 24) |
    (bytes.charCodeAt(at + 1) << 16) |
    (bytes.charCodeAt(at + 2) << 8) |
    bytes.charCodeAt(at + 3)
  );
}

/** The state before the first block: square roots of 8 primes, those after the first `skipped`. */
function start(skipped: number): string {
  const roots = primes(skipped + 8).slice(skipped);
  return stateText(halves(roots.map((prime) => BigInt.asUintN(64, squareRoot(prime << 128n)))));
}

/** Halves of sums, with the carry between them. */
let sumHigh = 0;
let sumLow = 0;

function setSum(high: number, low: number): void {
  sumHigh = high;
  sumLow = low;
}

function addToSum(high: number, low: number): void {
  const lower = (sumLow >>> 0) + (low >>> 0);
  sumHigh = (sumHigh + high + (lower > 0xffffffff ? 1 : 0)) | 0;
  sumLow = lower | 0;
}

/** The upper half of a 64-bit word rotated right; the lower half is that of exchanged halves. */
function rotated(high: number, low: number, count: number): number {
  return count < 32
    ? (high >>> count) | (low << (32 - count))
    : (low >>> (count - 32)) | (high << (64 - count));
}

function schedule(bytes: string, at: number): Int32Array {
  const w = new Int32Array(rounds * 2);
  for (let i = 0; i < 32; i++) w[i] = halfAt(bytes, at + 4 * i);
  const word = (i: number): number => w[i] ?? 0;
  for (let i = 32; i < rounds * 2; i += 2) {
    const xh = word(i - 30);
    const xl = word(i - 29);
    const yh = word(i - 4);
    const yl = word(i - 3);
    setSum(word(i - 32), word(i - 31));
    addToSum(
      rotated(xh, xl, 1) ^ rotated(xh, xl, 8) ^ (xh >>> 7),
      rotated(xl, xh, 1) ^ rotated(xl, xh, 8) ^ ((xl >>> 7) | (xh << 25)),
    );
    addToSum(word(i - 14), word(i - 13));
    addToSum(
      rotated(yh, yl, 19) ^ rotated(yh, yl, 61) ^ (yh >>> 6),
      rotated(yl, yh, 19) ^ rotated(yl, yh, 61) ^ ((yl >>> 6) | (yh << 26)),
    );
    w[i] = sumHigh;
    w[i + 1] = sumLow;
  }
  return w;
}

function compressBlock(state: Int32Array, bytes: string, at: number): void {
  const k = roundConstants();
  const w = schedule(bytes, at);
  // a to h, each an upper and a lower half.
  const s = [...state];
  const part = (i: number): number => s[i] ?? 0;
  for (let i = 0; i < rounds * 2; i += 2) {
    const [ah, al, eh, el] = [part(0), part(1), part(8), part(9)];
    setSum(part(14), part(15));
    addToSum(
      rotated(eh, el, 14) ^ rotated(eh, el, 18) ^ rotated(eh, el, 41),
      rotated(el, eh, 14) ^ rotated(el, eh, 18) ^ rotated(el, eh, 41),
    );
    addToSum((eh & part(10)) ^ (~eh & part(12)), (el & part(11)) ^ (~el & part(13)));
    addToSum(k[i] ?? 0, k[i + 1] ?? 0);
    addToSum(w[i] ?? 0, w[i + 1] ?? 0);
    const [firstHigh, firstLow] = [sumHigh, sumLow];
    addToSum(part(6), part(7));
    const [newEHigh, newELow] = [sumHigh, sumLow];
    setSum(firstHigh, firstLow);
    addToSum(
      rotated(ah, al, 28) ^ rotated(ah, al, 34) ^ rotated(ah, al, 39),
      rotated(al, ah, 28) ^ rotated(al, ah, 34) ^ rotated(al, ah, 39),
    );
    addToSum(
      (ah & part(2)) ^ (ah & part(4)) ^ (part(2) & part(4)),
      (al & part(3)) ^ (al & part(5)) ^ (part(3) & part(5)),
    );
    s.copyWithin(2, 0, 14);
    s[0] = sumHigh;
    s[1] = sumLow;
    s[8] = newEHigh;
    s[9] = newELow;
  }
  for (let i = 0; i < 16; i += 2) {
    setSum(state[i] ?? 0, state[i + 1] ?? 0);
    addToSum(part(i), part(i + 1));
    state[i] = sumHigh;
    state[i + 1] = sumLow;
  }
}

/** The state (64 bytes) after more blocks of 128 bytes. */
function compress(before: string, blocks: string): string {
  const state = new Int32Array(16);
  for (let i = 0; i < 16; i++) state[i] = halfAt(before, 4 * i);
  for (let at = 0; at < blocks.length; at += 128) compressBlock(state, blocks, at);
  return stateText(state);
}

export const sha512Natives = {
  'crypto/internal/fips140/sha512.start': start,
  'crypto/internal/fips140/sha512.compress': compress,
};
