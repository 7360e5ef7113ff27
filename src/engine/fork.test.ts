// Forks: a run that is the same up to a step and then goes another way, however the first one was
// scheduled; it is a run like any other, repeated from its own schedule.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../testing/run-corpus.ts';
import {
  type Continuation,
  compile,
  decodeSchedule,
  encodeSchedule,
  forkAt,
  historyOf,
  outputOf,
  recordingOf,
  type Run,
  type Scheduling,
  runnableAt,
  start,
} from './engine.ts';
import type { History } from './machine/history.ts';
import { printTrace } from './trace/print-trace.ts';

const source = `package main

import "sync"

func main() {
	var wg sync.WaitGroup
	for name := range 4 {
		wg.Go(func() {
			for step := range 3 {
				println(name, step)
			}
		})
	}
	wg.Wait()
}
`;

const compiled = compile([{ name: 'prog.go', text: source }]);
if (!compiled.ok) throw new Error(compiled.text);
const { program } = compiled;

interface Finished {
  readonly run: Run;
  readonly history: History;
}

/** Runs to the end, with a way back. */
function finished(run: Run): Finished {
  const history = historyOf(run);
  history.run(1_000_000);
  return { run, history };
}

function runUnder(scheduling: Scheduling, processors = 1): Finished {
  return finished(start(program, { scheduling, evaluate, processors }));
}

const fork = (from: Finished, events: number, continuation: Continuation): Finished =>
  finished(forkAt(from.run, from.history, events, continuation));

const traceOf = ({ run }: Finished): string => printTrace(recordingOf(run));
const errorsOf = ({ run }: Finished): string => outputOf(run, 2);

/** The lines of the first events of a run; column widths differ with what comes later. */
function firstEvents({ run }: Finished, events: number): string {
  return printTrace(recordingOf(run), 0, events);
}

const schedulings: readonly Scheduling[] = [
  { kind: 'go', seed: 1 },
  { kind: 'random', seed: 5 },
];

describe('a fork', () => {
  it('has the first events in common and lets the chosen goroutine go on', () => {
    const first = runUnder({ kind: 'go', seed: 1 });
    expect(errorsOf(first)).toMatch(/^3 0\n/);
    const runnable = runnableAt(first.run, first.history, 8);
    expect(runnable).toEqual([1, 2, 3, 4, 5]);
    for (const goroutine of runnable.slice(1)) {
      const other = fork(first, 8, { kind: 'goroutine', goroutine });
      expect(firstEvents(other, 8)).toBe(firstEvents(first, 8));
      expect(errorsOf(other)).toMatch(new RegExp(`^${goroutine - 2} 0\n`));
      expect(other.run.machine.verdict?.kind).toBe('ok');
    }
  });

  it('can be made at any step of any run, and is repeated from its schedule', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...schedulings),
        fc.constantFrom(1, 2, 4),
        fc.nat(),
        fc.nat(1000),
        (scheduling, processors, place, seed) => {
          const first = runUnder(scheduling, processors);
          const events = place % first.run.trace.length;
          const other = fork(first, events, { kind: 'random', seed });
          expect(firstEvents(other, events)).toBe(firstEvents(first, events));
          const schedule = decodeSchedule(encodeSchedule(other.run.machine.schedule));
          if (schedule === null) throw new Error('a schedule survives being written');
          const again = runUnder({ kind: 'replay', schedule });
          expect(traceOf(again)).toBe(traceOf(other));
          expect(errorsOf(again)).toBe(errorsOf(other));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('can itself be forked, before and after where it left', () => {
    const first = fork(runUnder({ kind: 'go', seed: 1 }), 10, { kind: 'goroutine', goroutine: 3 });
    for (const events of [5, 10, 16]) {
      const second = fork(first, events, { kind: 'goroutine', goroutine: 4 });
      expect(firstEvents(second, events)).toBe(firstEvents(first, events));
      const again = runUnder({ kind: 'replay', schedule: second.run.machine.schedule });
      expect(traceOf(again)).toBe(traceOf(second));
    }
  });
});
