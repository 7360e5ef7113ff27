// Vector clocks against the plain definition: a map from goroutine to time.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clock, emptyClock, joined, timeIn, withTime } from './vector-clock.ts';

const times = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 9 })),
);

function clockOf(entries: readonly (readonly [number, number])[]): Clock {
  return entries.reduce((clock, [id, time]) => withTime(clock, id, time), emptyClock);
}

test('a clock keeps the last time that was set for each goroutine', () => {
  fc.assert(
    fc.property(times, (entries) => {
      const clock = clockOf(entries);
      for (const [id, time] of new Map(entries)) expect(timeIn(clock, id)).toBe(time);
      expect(timeIn(clock, 50_000)).toBe(0);
    }),
  );
});

test('joining takes the later time of each goroutine', () => {
  fc.assert(
    fc.property(times, times, (some, others) => {
      const [a, b] = [clockOf(some), clockOf(others)];
      const join = joined(a, b);
      for (const [id] of [...some, ...others]) {
        expect(timeIn(join, id)).toBe(Math.max(timeIn(a, id), timeIn(b, id)));
      }
    }),
  );
});

test('joining with what is older gives the clock itself', () => {
  fc.assert(
    fc.property(times, times, (some, others) => {
      const a = clockOf(some);
      const join = joined(a, clockOf(others));
      expect(joined(join, a)).toBe(join);
      expect(joined(join, join)).toBe(join);
    }),
  );
});
