// Processors and run queues (runtime/proc.go): a slot for who runs next, a ring of 256, and the
// global queue that overflow, Gosched and preemption go to. Only data and order; what it means to
// run is in scheduling.ts and parallel.ts. Invariants: a runnable goroutine is in exactly one queue,
// or found by exactly one processor; a processor is on the list of idle ones exactly while it is idle.

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

  // With several processors
  /** How far it has come in virtual time while the machine is at another one: see MachineState. */
  ticks = 0;
  /** Ticks at which the time slice of the goroutine that runs is over. */
  sliceEnd = 0;
  /** Goroutine that it has stolen and runs next, 0 if none. */
  found = 0;
  /** Goroutine that the trace shows on it, 0 if none. */
  shown = 0;
  isIdle = false;
  /** Looks for work (Go: a spinning M). */
  isSearching = false;
  /** Goroutine that it takes if, after a pause, another processor still is to run it next. */
  waitsFor = 0;

  constructor(id: number) {
    this.id = id;
  }

  clone(): Processor {
    const copy = new Processor(this.id);
    copy.runNext = this.runNext;
    copy.queue = this.queue.clone();
    copy.tick = this.tick;
    copy.running = this.running;
    copy.sliceStart = this.sliceStart;
    copy.ticks = this.ticks;
    copy.sliceEnd = this.sliceEnd;
    copy.found = this.found;
    copy.shown = this.shown;
    copy.isIdle = this.isIdle;
    copy.isSearching = this.isSearching;
    copy.waitsFor = this.waitsFor;
    return copy;
  }
}

/** Takes a goroutine out of whatever queue it is in. */
export function take(goroutine: number, processors: readonly Processor[], globalQueue: Ring): void {
  for (const processor of processors) {
    if (processor.runNext === goroutine) {
      processor.runNext = 0;
      return;
    }
    if (processor.queue.remove(goroutine)) return;
  }
  globalQueue.remove(goroutine);
}

/** runqput: at the back of the local queue. */
export function enqueue(processor: Processor, globalQueue: Ring, goroutine: number): void {
  if (processor.queue.length < localQueueLength) {
    processor.queue.push(goroutine);
    return;
  }
  // Full: half of it and the newcomer go to the global queue (runqputslow).
  for (let i = 0; i < localQueueLength / 2; i++) globalQueue.push(processor.queue.shift());
  globalQueue.push(goroutine);
}

/**
 * findRunnable for one processor, without stealing: who runs next, negative if it goes on in the time
 * slice of who ran before; 0 when its queues and the global one are empty.
 */
export function nextTurn(processor: Processor, globalQueue: Ring, processors: number): number {
  if (processor.tick % fairnessInterval === 0 && globalQueue.length > 0) return globalQueue.shift();
  if (processor.runNext !== 0) {
    const goroutine = processor.runNext;
    processor.runNext = 0;
    return -goroutine;
  }
  if (processor.queue.length > 0) return processor.queue.shift();
  if (globalQueue.length === 0) return 0;
  // globrunqget: a fair share, at most half a ring; the first runs, the rest becomes local.
  const share = Math.min(
    globalQueue.length,
    Math.floor(globalQueue.length / processors) + 1,
    localQueueLength / 2,
  );
  const goroutine = globalQueue.shift();
  for (let i = 1; i < share; i++) processor.queue.push(globalQueue.shift());
  return goroutine;
}

/** All processors, and the numbers of the idle ones: the last to become idle is the first to wake. */
export interface ProcessorSet {
  readonly processors: readonly Processor[];
  readonly idle: number[];
}

/** wakep: an idle processor begins to look for work, unless one is at it. */
export function wakeProcessor(set: ProcessorSet, ticks: number): void {
  if (set.idle.length === 0 || set.processors.some(({ isSearching }) => isSearching)) return;
  beginSearch(set, ticks);
}

/** An idle processor begins to look for work at that time. */
export function beginSearch({ processors, idle }: ProcessorSet, ticks: number): Processor | null {
  const processor = processors[idle.pop() ?? -1];
  if (processor === undefined) return null;
  processor.isIdle = false;
  processor.isSearching = true;
  processor.waitsFor = 0;
  processor.ticks = Math.max(processor.ticks, ticks);
  return processor;
}

/** runqsteal: half of the victim's queue, rounded up; the last of it runs, the rest is queued. */
export function stealHalf(thief: Processor, victim: Processor): number {
  const count = Math.ceil(victim.queue.length / 2);
  for (let i = 1; i < count; i++) thief.queue.push(victim.queue.shift());
  thief.found = victim.queue.shift();
  return count;
}
