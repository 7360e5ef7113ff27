// Processors and run queues (runtime/proc.go): a slot for who runs next, a ring of 256, and the
// global queue that overflow, Gosched and preemption go to. Only data and order; what it means to
// run is in scheduling.ts. Invariant: a runnable goroutine is in exactly one queue.

import { Ring } from './ring.ts';

export const localQueueLength = 256;
/** The global queue is asked first once in so many turns, so that nobody starves. */
export const fairnessInterval = 61;

export class Processor {
  readonly id: number;
  /** Goroutine that runs next and inherits the time slice, 0 if none. */
  runNext = 0;
  queue = new Ring();
  /** Turns so far; a turn that inherits the slice does not count. */
  tick = 0;
  /** Goroutine that runs, 0 when idle. */
  running = 0;
  /** Virtual time at which the present slice began. */
  sliceStart = 0;

  constructor(id: number) {
    this.id = id;
  }

  /** Takes a goroutine out of whatever queue it is in. */
  take(goroutine: number, globalQueue: Ring): void {
    if (this.runNext === goroutine) this.runNext = 0;
    else if (!this.queue.remove(goroutine)) globalQueue.remove(goroutine);
  }

  clone(): Processor {
    const copy = new Processor(this.id);
    copy.runNext = this.runNext;
    copy.queue = this.queue.clone();
    copy.tick = this.tick;
    copy.running = this.running;
    copy.sliceStart = this.sliceStart;
    return copy;
  }
}

/** runqput: at the back of the local queue, or next of all, pushing back who was next. */
export function enqueue(
  processor: Processor,
  globalQueue: Ring,
  goroutine: number,
  next: boolean,
): void {
  let moved = goroutine;
  if (next) {
    moved = processor.runNext;
    processor.runNext = goroutine;
    if (moved === 0) return;
  }
  if (processor.queue.length < localQueueLength) {
    processor.queue.push(moved);
    return;
  }
  // Full: half of it and the newcomer go to the global queue (runqputslow).
  for (let i = 0; i < localQueueLength / 2; i++) globalQueue.push(processor.queue.shift());
  globalQueue.push(moved);
}

/** Who would run next, and whether it goes on in the time slice of who ran before. */
export interface Turn {
  readonly goroutine: number;
  readonly inheritsSlice: boolean;
}

/** findRunnable for one processor, without stealing: null when its queues and the global are empty. */
export function nextTurn(processor: Processor, globalQueue: Ring, processors: number): Turn | null {
  if (processor.tick % fairnessInterval === 0 && globalQueue.length > 0) {
    return { goroutine: globalQueue.shift(), inheritsSlice: false };
  }
  if (processor.runNext !== 0) {
    const goroutine = processor.runNext;
    processor.runNext = 0;
    return { goroutine, inheritsSlice: true };
  }
  if (processor.queue.length > 0) {
    return { goroutine: processor.queue.shift(), inheritsSlice: false };
  }
  if (globalQueue.length === 0) return null;
  // globrunqget: a fair share, at most half a ring; the first runs, the rest becomes local.
  const share = Math.min(
    globalQueue.length,
    Math.floor(globalQueue.length / processors) + 1,
    localQueueLength / 2,
  );
  const goroutine = globalQueue.shift();
  for (let i = 1; i < share; i++) processor.queue.push(globalQueue.shift());
  return { goroutine, inheritsSlice: false };
}
