// The core promises hold for test packages too, bubbles of testing/synctest included: a run can be
// repeated from its schedule, folding the trace gives the machine's own world, and a run that went
// back goes on as before.

import { expect, test } from 'vitest';
import { historyOf, recordingOf, type Run, type Scheduling } from './engine/engine.ts';
import { fingerprint } from './engine/machine/fingerprint.ts';
import { worldOf } from './engine/machine/world-of.ts';
import { WorldHistory } from './engine/trace/fold.ts';
import { printTrace } from './engine/trace/print-trace.ts';
import { printWorld } from './engine/trace/print-world.ts';
import { startTests, testArchives } from './testing/run-tests.ts';

const archives = testArchives().filter((name) => /^(synctest|parallel$|timeout)/.test(name));
const goLike: Scheduling = { kind: 'go', seed: 1 };

function started(name: string, scheduling: Scheduling, tracksObjects = false): Run {
  const run = startTests(name, scheduling, tracksObjects);
  if (run === null) throw new Error(`${name} does not compile`);
  return run;
}

function traceOf(name: string, scheduling: Scheduling): { trace: string; run: Run } {
  const run = started(name, scheduling);
  run.machine.runTo(Number.POSITIVE_INFINITY);
  return { trace: printTrace(recordingOf(run)), run };
}

test.each(archives)('%s: the same schedule gives the same trace', (name) => {
  for (const scheduling of [goLike, { kind: 'random', seed: 7 }] as const) {
    const first = traceOf(name, scheduling);
    expect(traceOf(name, scheduling).trace).toBe(first.trace);
    const { schedule } = first.run.machine;
    expect(traceOf(name, { kind: 'replay', schedule }).trace).toBe(first.trace);
  }
});

test.each(archives)('%s: folding gives the world of the machine', (name) => {
  const run = started(name, goLike, true);
  const worlds = new Map<number, string>();
  while (run.machine.verdict === null && worlds.size < 400) {
    run.machine.runToEvent(run.machine.state.events + 1);
    const world = worldOf(run.machine);
    worlds.set(world.step, printWorld(world));
  }
  const history = new WorldHistory(recordingOf(run));
  for (const [step, world] of worlds) {
    expect(printWorld(history.worldAt(step)), `step ${step}`).toBe(world);
  }
});

test.each(archives)('%s: going back and on again leads to the same states', (name) => {
  const run = started(name, goLike);
  const history = historyOf(run);
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const steps = [0.2, 0.5, 0.9].map((part) => Math.floor(part * run.trace.length));
  const forwards = steps.map((step) => {
    history.toEvent(step);
    return fingerprint(run.machine);
  });
  const backwards = [...steps].reverse().map((step) => {
    history.toEvent(step);
    return fingerprint(run.machine);
  });
  expect(backwards.reverse()).toEqual(forwards);
});
