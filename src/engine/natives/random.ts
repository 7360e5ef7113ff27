// Natives of the packages of random numbers: numbers of the run's own, by the scheduler's door.

import type { NativeContext } from '../machine/native.ts';

const HALF = 2 ** 32;

/** A uint64: a number while it is a safe integer, else a bigint. */
function random64(context: NativeContext): number | bigint {
  const high = context.random(HALF);
  const low = context.random(HALF);
  const value = high * HALF + low;
  return Number.isSafeInteger(value) ? value : (BigInt(high) << 32n) | BigInt(low);
}

export const randomNatives = {
  'math/rand.random64': random64,
  'math/rand/v2.random64': random64,
  'internal/entropy.Word': (context: NativeContext): number => context.random(HALF),
};
