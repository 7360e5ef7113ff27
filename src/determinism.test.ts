// The core promises, for every recorded program: a run can be repeated to the byte from its
// schedule, whoever decided it; and folding the trace to any step gives the machine's own world.

import { expect, test } from 'vitest';
import { recordingOf, type Run, type Scheduling } from './engine/engine.ts';
import { printTrace } from './engine/trace/print-trace.ts';
import { corpusPaths, isRefused, startProgram } from './testing/run-corpus.ts';

const programs = corpusPaths().filter((path) => !isRefused(path));

function runToEnd(path: string, scheduling: Scheduling): Run {
  const run = startProgram(path, scheduling);
  run.machine.runTo(20_000_000);
  return run;
}

const traceOf = (run: Run): string => printTrace(recordingOf(run));

test.each(programs)('%s: the same schedule gives the same trace', (path) => {
  for (const scheduling of [
    { kind: 'go', seed: 1 },
    { kind: 'random', seed: 7 },
  ] as const) {
    const first = runToEnd(path, scheduling);
    const again = runToEnd(path, scheduling);
    expect(traceOf(again)).toBe(traceOf(first));
    const replayed = runToEnd(path, { kind: 'replay', schedule: first.machine.schedule });
    expect(traceOf(replayed)).toBe(traceOf(first));
  }
});
