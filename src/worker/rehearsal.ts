// The beginning of a run that nobody sees: the JavaScript engine compiles a function when it is first
// called, and that is most of the time that a short program takes.
// Invariant: nothing of it is left but compiled code; the run itself begins anew.

import { type RunOptions, start } from '../engine/engine.ts';
import type { Made } from './program-maker.ts';
import { nextTask } from './next-task.ts';
import { schedulingOf } from './scheduling.ts';

/** Enough for most of a program's functions to have been called. */
const statementsMax = 20_000;
/** Statements between two looks at the messages. */
const part = 2000;
/** A rehearsal needs no more room than a small program does. */
const limits: NonNullable<RunOptions['limits']> = {
  statements: statementsMax,
  goroutines: 1000,
  heapBytes: 16 * 2 ** 20,
  outputBytes: 2 ** 20,
  events: statementsMax,
};

/** Runs the first statements of a program, as long as that is wanted. */
export async function rehearse(
  { program, evaluate }: Extract<Made, { readonly kind: 'made' }>,
  isWanted: () => boolean,
): Promise<void> {
  if (!isWanted()) return;
  const { machine } = start(program, { scheduling: schedulingOf(0), evaluate, limits });
  while (machine.verdict === null && isWanted()) {
    machine.run(part);
    await nextTask();
  }
}
