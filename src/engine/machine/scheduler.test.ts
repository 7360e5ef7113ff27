// Schedules as texts, and runs that are repeated from them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printTrace } from '../trace/print-trace.ts';
import type { ChoiceKind, Schedule } from './scheduler.ts';
import {
  choiceKinds,
  decodeSchedule,
  encodeSchedule,
  randomScheduler,
  replayScheduler,
} from './scheduler.ts';
import { bootProgram, compileGo, outputOf } from './testing/run-go.ts';

const racing = compileGo(`package main

import "sync"

func main() {
	var wg sync.WaitGroup
	for name := range 3 {
		wg.Go(func() {
			for i := range 2 {
				println(name, i)
			}
		})
	}
	wg.Wait()
}
`);

/** The trace and the output of a run under a scheduler, and the schedule that repeats it. */
function runUnder(scheduler: ReturnType<typeof replayScheduler>, seed: number) {
  const machine = bootProgram(racing, { scheduler, seed });
  machine.runTo(Number.POSITIVE_INFINITY);
  const { trace } = machine.parts;
  if (trace === null) throw new Error('test machines record');
  const recording = {
    length: trace.length,
    readEvent: (index: number) => trace.readEvent(index),
    objects: trace.objects,
    sites: [],
    nanosecondsPerStatement: machine.parts.nsPerStatement,
    processors: 1,
  };
  const schedule: Schedule = {
    seed,
    controls: [...scheduler.controls],
    choices: machine.choices,
    ...usual,
  };
  return { printed: printTrace(recording), output: outputOf(machine, 2), schedule };
}

/** One processor, the usual cost of a statement, no forks. */
const usual = { processors: 1, nsPerStatement: 10, from: 0, cuts: [] };

describe('a schedule', () => {
  it('survives being written and read', () => {
    const choices = fc.array(fc.oneof(fc.nat(3), fc.nat(1_000_000)), { maxLength: 60 });
    const controls = fc.subarray<ChoiceKind>([...choiceKinds], { minLength: 1 });
    const schedules = fc.record<Schedule>({
      seed: fc.integer(),
      controls,
      choices,
      processors: fc.integer({ min: 1, max: 65535 }),
      nsPerStatement: fc.constantFrom(0.5, 1, 10, 2500),
      from: fc.nat(),
      cuts: fc.array(fc.nat(), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(decodeSchedule(encodeSchedule(schedule))).toEqual(schedule);
      }),
    );
  });

  it('is a seed alone when nothing was decided', () => {
    expect(encodeSchedule({ seed: 7, controls: [], choices: [], ...usual })).toBe('7');
    expect(decodeSchedule('7')).toEqual({ seed: 7, controls: [], choices: [], ...usual });
  });

  it('names processors and the cost of a statement when they are not the usual ones', () => {
    const schedule = { seed: 7, controls: [], choices: [], processors: 4, nsPerStatement: 0.5 };
    expect(encodeSchedule({ ...usual, ...schedule })).toBe('7p4n0.5');
  });

  it('writes equal neighbours once', () => {
    const choices = Array.from({ length: 1000 }, () => 0);
    expect(encodeSchedule({ seed: 1, controls: ['goroutine'], choices, ...usual })).toBe(
      '1.g.BofA'.replace('ofA', 'of'),
    );
  });

  it.each(['', 'x', '1.', '1.q.A', '1.g.*', '1.g.B', '1.g.g', '1p0', '1p70000', '1n0'])(
    'is not %j',
    (text) => {
      expect(decodeSchedule(text)).toBe(null);
    },
  );
});

describe('a run under a random scheduler', () => {
  it('is repeated event by event from its schedule', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const first = runUnder(randomScheduler(seed, 3), seed);
        const text = encodeSchedule(first.schedule);
        const decoded = decodeSchedule(text);
        if (decoded === null) throw new Error(`no schedule: ${text}`);
        const again = runUnder(replayScheduler(decoded), decoded.seed);
        expect(again.printed).toBe(first.printed);
        expect(again.output).toBe(first.output);
      }),
      { numRuns: 15 },
    );
  });

  it('finds more than one order', () => {
    const outputs = [1, 2, 3, 4, 5, 6].map(
      (seed) => runUnder(randomScheduler(seed, 3), seed).output,
    );
    expect(new Set(outputs).size).toBeGreaterThan(1);
  });
});
