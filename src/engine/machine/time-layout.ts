// How a time.Time is laid out, as programs that print one see it: see go/library/src/time/time.go.
// f0 (wall): 30 bits of nanoseconds, 33 of seconds since 1885, and whether f1 (ext) is a reading of
// the run's own clock; without it the seconds are in f1, since year 1.

import { canonical, type Wide } from './arithmetic.ts';

/** Seconds from January 1 of year 1 to January 1 of 1970 and of 1885. */
const yearOneToUnix = 62_135_596_800n;
const yearOneTo1885 = 59_453_308_800n;

const billion = 1_000_000_000n;
const secondsShift = 30n;
const nanosecondsMask = (1n << 30n) - 1n;
const secondsMask = (1n << 33n) - 1n;
const readingShift = 63n;

/** Fields of the time `wall`, in ns since 1970, with a reading of the run's clock unless null. */
export function timeFields(wall: bigint, reading: number | null): [wall: Wide, ext: Wide] {
  const seconds = wall / billion + yearOneToUnix;
  const nanoseconds = wall % billion;
  if (reading === null) return [canonical(nanoseconds), canonical(seconds)];
  const since = (seconds - yearOneTo1885) & secondsMask;
  return [(1n << readingShift) | (since << secondsShift) | nanoseconds, reading];
}

/** The time in ns since 1970. */
export function timeOf({ f0, f1 }: { readonly f0: Wide; readonly f1: Wide }): bigint {
  const wall = BigInt(f0);
  const since = (wall >> secondsShift) & secondsMask;
  const seconds = wall >> readingShift === 0n ? BigInt(f1) : since + yearOneTo1885;
  return (seconds - yearOneToUnix) * billion + (wall & nanosecondsMask);
}
