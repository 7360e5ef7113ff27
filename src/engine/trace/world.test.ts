// The trace is complete: for every program of the repository, folding it gives at every step the
// very world that the machine itself is in.

import { describe, expect, test } from 'vitest';
import { corpusPaths, isRefused, startProgram } from '../../testing/run-corpus.ts';
import { type Run, recordingOf } from '../engine.ts';
import { worldOf } from '../machine/world-of.ts';
import { WorldHistory } from './fold.ts';
import { printWorld } from './print-world.ts';

/** Worlds of so many events are compared, and the last one; of so many parts in all. */
const stepLimit = 400;
const partLimit = 40_000;

/** The machine's worlds, printed, after each of the first events and after the last. */
function machineWorlds(run: Run): ReadonlyMap<number, string> {
  const worlds = new Map<number, string>();
  let parts = 0;
  for (let step = 1; step <= stepLimit && parts < partLimit; step++) {
    if (run.machine.verdict !== null) break;
    run.machine.runToEvent(step);
    const world = worldOf(run.machine);
    parts += world.goroutines.size + world.objects.size;
    worlds.set(world.step, printWorld(world));
  }
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const last = worldOf(run.machine);
  worlds.set(last.step, printWorld(last));
  return worlds;
}

/** The program, set up; what the compiler says if it does not know all that the program uses. */
function startedOrRefusal(path: string): Run | string {
  try {
    return startProgram(path, { kind: 'go', seed: 1 }, true);
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

describe('folding equals the machine', () => {
  for (const path of corpusPaths().filter((name) => !isRefused(name))) {
    test(path, () => {
      const run = startedOrRefusal(path);
      if (typeof run === 'string') {
        // Refused by name and position: there is nothing to fold.
        expect(run).toMatch(/^(\.\/)?prog\.go:\d+:\d+: /);
        return;
      }
      const worlds = machineWorlds(run);
      const history = new WorldHistory(recordingOf(run));
      for (const [step, world] of worlds) {
        expect(printWorld(history.worldAt(step)), `step ${step}`).toBe(world);
      }
    });
  }
});
