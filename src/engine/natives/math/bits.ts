// Natives of math/bits: 64 bits at a time, in halves of 32.

import type { Wide } from '../../machine/arithmetic.ts';
import { canonical } from '../../machine/arithmetic.ts';
import * as halves from '../../machine/wide-halves.ts';

const { highHalf, joinUint64, lowHalf } = halves;

/** The high 64 bits of a product of 128: long multiplication with digits of 32 bits. */
function mulHigh(x: Wide, y: Wide): Wide {
  const xLow = lowHalf(x);
  const yLow = lowHalf(y);
  const xHigh = highHalf(x);
  const yHigh = highHalf(y);
  const low = high32(xLow, yLow) + natural(xLow, yHigh) + natural(xHigh, yLow);
  const middle = high32(xLow, yHigh) + high32(xHigh, yLow) + natural(xHigh, yHigh);
  const sum = middle + Math.floor(low * 2 ** -32);
  return joinUint64(high32(xHigh, yHigh) + Math.floor(sum * 2 ** -32), sum | 0);
}

/** The low 32 bits of a product. */
function natural(x: number, y: number): number {
  return Math.imul(x, y) >>> 0;
}

/** The high 32 bits of a product. */
function high32(x: number, y: number): number {
  return halves.highOfProduct(0, x, 0, y) >>> 0;
}

function divide(high: Wide, low: Wide, divisor: Wide): [Wide, Wide] {
  const dividend = (BigInt(high) << 64n) | BigInt(low);
  const by = BigInt(divisor);
  return [canonical(dividend / by), canonical(dividend % by)];
}

function rotateLeft(x: Wide, by: Wide): Wide {
  const count = lowHalf(by) & 63;
  const isFar = count > 31;
  const low = isFar ? highHalf(x) : lowHalf(x);
  const high = isFar ? lowHalf(x) : highHalf(x);
  // A shift by 32 would be one by 0.
  const n = count & 31;
  const newHigh = (high << n) | ((low >>> 1) >>> (31 - n));
  return joinUint64(newHigh, (low << n) | ((high >>> 1) >>> (31 - n)));
}

function reverseBytes32(x: number): number {
  const pairs = ((x & 0xff00ff) << 8) | ((x >>> 8) & 0xff00ff);
  return (pairs << 16) | (pairs >>> 16);
}

function reverse32(x: number): number {
  let bits = x;
  bits = ((bits & 0x55555555) << 1) | ((bits >>> 1) & 0x55555555);
  bits = ((bits & 0x33333333) << 2) | ((bits >>> 2) & 0x33333333);
  bits = ((bits & 0x0f0f0f0f) << 4) | ((bits >>> 4) & 0x0f0f0f0f);
  return reverseBytes32(bits);
}

export const bitsNatives = {
  'math/bits.mulHigh': mulHigh,
  'math/bits.divide': divide,
  'math/bits.RotateLeft64': rotateLeft,
  'math/bits.OnesCount64': (x: Wide): number => halves.onesOfHalves(highHalf(x), lowHalf(x)),
  'math/bits.Len64': (x: Wide): number => halves.lengthOfHalves(highHalf(x), lowHalf(x)),
  'math/bits.TrailingZeros64': (x: Wide): number =>
    halves.zerosBelowHalves(highHalf(x), lowHalf(x)),
  'math/bits.Reverse64': (x: Wide): Wide =>
    joinUint64(reverse32(lowHalf(x)), reverse32(highHalf(x))),
  'math/bits.ReverseBytes64': (x: Wide): Wide =>
    joinUint64(reverseBytes32(lowHalf(x)), reverseBytes32(highHalf(x))),
};
