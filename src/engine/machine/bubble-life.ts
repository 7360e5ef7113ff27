// How goroutines come into a bubble of testing/synctest, stop, go on and leave. When all of them are
// durably blocked, that is, only by one another, the machine looks after the bubble.

import type { Bubble } from './bubble.ts';
import type { Goroutine } from './goroutine.ts';
import type { MachineState } from './state.ts';

/** What is needed of the runtime. */
interface Watch {
  readonly state: MachineState;
  readonly detector: { releaseMerge(goroutine: number, object: object): void } | null;
  interrupt(): void;
}

/** Other reasons to wait depend on what is waited for. */
const durableReasons: ReadonlySet<string> = new Set([
  ...['chan receive (nil chan)', 'chan send (nil chan)', 'select (no cases)'],
  ...['sleep', 'sync.Cond.Wait', 'synctest.Run', 'synctest.Wait'],
]);

/** A goroutine of a bubble has stopped. */
export function parkedInBubble(runtime: Watch, goroutine: Goroutine, isDurable: boolean): void {
  const { bubble } = goroutine;
  if (bubble === null || !(isDurable || durableReasons.has(goroutine.waitReason))) return;
  goroutine.isDurable = true;
  runtime.detector?.releaseMerge(goroutine.id, bubble);
  bubble.running--;
  lookAt(runtime, bubble);
}

/** A goroutine of a bubble goes on. */
export function wokenInBubble(goroutine: Goroutine): void {
  if (!goroutine.isDurable || goroutine.bubble === null) return;
  goroutine.isDurable = false;
  goroutine.bubble.running++;
}

/** A goroutine begins inside the bubble of who has started it. */
export function bornInBubble(goroutine: Goroutine, bubble: Bubble | null): void {
  if (bubble === null) return;
  goroutine.bubble = bubble;
  bubble.total++;
  bubble.running++;
  if (bubble.main === 0) bubble.main = goroutine.id;
}

/** A goroutine is over, or leaves its bubble. */
export function leaveBubble(runtime: Watch, goroutine: Goroutine): void {
  const { bubble } = goroutine;
  if (bubble === null) return;
  goroutine.bubble = null;
  runtime.detector?.releaseMerge(goroutine.id, bubble);
  bubble.total--;
  bubble.running--;
  if (goroutine.id === bubble.main) bubble.isOver = true;
  if (goroutine.id !== bubble.root) lookAt(runtime, bubble);
}

/** If nobody runs in it, the machine looks after the bubble before anything else. */
function lookAt(runtime: Watch, bubble: Bubble): void {
  if (bubble.running > 0) return;
  runtime.state.settling = bubble;
  runtime.interrupt();
}
