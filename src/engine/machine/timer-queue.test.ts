// The queue finds deadlines without looking at every timer: held against looking at every timer.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Timer, TimerQueue } from './timer-queue.ts';

const deadlines = fc.array(fc.record({ when: fc.nat(30), isAwaited: fc.boolean() }));

function queueOf(list: readonly { readonly when: number; readonly isAwaited: boolean }[]) {
  const queue = new TimerQueue();
  const awaited = new Set<Timer>();
  for (const { when, isAwaited } of list) {
    const timer = new Timer(0, { kind: 'wake', goroutine: 1 });
    queue.start(timer, when);
    if (isAwaited) awaited.add(timer);
  }
  return { queue, awaited };
}

describe('the timer queue', () => {
  it('finds the earliest deadline of those that somebody waits for', () => {
    fc.assert(
      fc.property(deadlines, (list) => {
        const { queue, awaited } = queueOf(list);
        const times = list.filter(({ isAwaited }) => isAwaited).map(({ when }) => when);
        expect(queue.earliest((timer) => awaited.has(timer))).toBe(Math.min(...times));
      }),
    );
  });

  it('looks for a deadline only before one that is known', () => {
    fc.assert(
      fc.property(deadlines, fc.nat(30), (list, known) => {
        const { queue, awaited } = queueOf(list);
        const times = list.filter(({ isAwaited }) => isAwaited).map(({ when }) => when);
        let calls = 0;
        const found = queue.earliest((timer) => {
          calls++;
          return awaited.has(timer);
        }, known);
        expect(found).toBe(Math.min(...times, known));
        expect(calls).toBeLessThanOrEqual(list.filter(({ when }) => when < known).length);
      }),
    );
  });

  it('finds the latest deadline up to a time', () => {
    fc.assert(
      fc.property(deadlines, fc.nat(30), (list, until) => {
        const times = list.map(({ when }) => when).filter((when) => when <= until);
        const expected = times.length === 0 ? until : Math.max(...times);
        expect(queueOf(list).queue.latestUntil(until)).toBe(expected);
      }),
    );
  });

  it('hands timers out by deadline, then in the order of starting', () => {
    fc.assert(
      fc.property(deadlines, (list) => {
        const { queue } = queueOf(list);
        const out: number[][] = [];
        for (let first = queue.first; first !== null; first = queue.first) {
          out.push([first.when, first.sequence]);
          queue.stop(first);
        }
        const sorted = [...out].sort(([a = 0, i = 0], [b = 0, j = 0]) => a - b || i - j);
        expect(out).toEqual(sorted);
        expect(out).toHaveLength(list.length);
      }),
    );
  });
});
