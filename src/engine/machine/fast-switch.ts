// From one goroutine to the next without going round by the machine's loop: on one processor, where
// Go's own scheduler decides, and where nothing else is to be done in between. Invariant: it does
// what the loop would do, or nothing.

import type { Clock } from './clock.ts';
import type { Goroutine } from './goroutine.ts';
import { fairnessInterval } from './processor.ts';
import type { Runtime } from './runtime.ts';

/** With less budget left the loop is asked. */
const comfortable = 64;

/**
 * The goroutine that runs next in the time slice of one that has stopped, made running; null when
 * the loop must decide.
 */
export function nextInSlice(runtime: Runtime, clock: Clock): Goroutine | null {
  const { state } = runtime;
  const [processor] = state.processors;
  if (processor === undefined || state.processors.length > 1) return null;
  const id = processor.runNext;
  if (id === 0 || processor.running !== 0 || runtime.budget < comfortable) return null;
  if (processor.tick % fairnessInterval === 0 && state.globalQueue.length > 0) return null;
  if (runtime.controlsTurns || processor.isSearching || processor.found !== 0) return null;
  if (state.starting !== null || state.verdict !== null) return null;
  // A goroutine that has gone to sleep may be due before the budget is used up.
  if (state.timers.first !== null && clock.dueStatements < runtime.horizon) return null;
  if (runtime.now > runtime.parts.limits.virtualNs) return null;
  const goroutine = runtime.goroutine(id);
  if (goroutine.readyTick > 0) return null;
  processor.runNext = 0;
  processor.running = id;
  goroutine.become('running');
  return goroutine;
}
