// Who runs next on a processor, and for how long (runtime/proc.go: schedule, goschedImpl, sysmon's
// preemption); what processors do with one another is in parallel.ts.
// Invariants: whatever Go leaves open is asked of the scheduler's door; what happens between two
// statements happens here, in steps of its own with at most one event each.

import { EventKind } from '../trace/trace-event.ts';
import type { Clock } from './clock.ts';
import * as ending from './ending.ts';
import type { Goroutine } from './goroutine.ts';
import { isAtomicInLibrary, Parallel } from './parallel.ts';
import { fairnessInterval, nextTurn, take } from './processor.ts';
import type { Runtime } from './runtime.ts';

/** Turns that Go's own start-up takes before main: seen in the order of 300 goroutines. */
export const startupTicks = 5;
/** Virtual length of a time slice. */
const sliceNs = 10_000_000;
/** With less budget left than this the loop is asked who runs next. */
const comfortable = 64;

export class Scheduling {
  private readonly runtime: Runtime;
  private readonly clock: Clock;
  private readonly parallel: Parallel;

  constructor(runtime: Runtime, clock: Clock) {
    this.runtime = runtime;
    this.clock = clock;
    this.parallel = new Parallel(runtime, clock);
  }

  /**
   * With several processors: goes to the one whose turn it is. False if instead something else has
   * happened: time has passed for all of them, or the run is over.
   */
  takeTurn(): boolean {
    return !this.runtime.isParallel || this.parallel.takeTurn(this.current);
  }

  /** runtime.GOMAXPROCS: from now on there are so many processors. */
  setProcessors(goroutine: Goroutine, count: number): void {
    this.parallel.setProcessors(goroutine, count);
  }

  /** The goroutine on the processor; null when it is idle. */
  get current(): Goroutine | null {
    const { running } = this.runtime.processor;
    return running === 0 ? null : this.runtime.goroutine(running);
  }

  /** Puts a goroutine on the free processor; looks elsewhere when there is none, or lets time pass. */
  pick(): void {
    const { runtime } = this;
    const { processor } = runtime;
    const turn = this.nextTurn();
    if (turn === 0) {
      if (runtime.isParallel) {
        this.parallel.search();
        return;
      }
      if (!this.clock.jump()) ending.deadlock(runtime);
      // Idleness is nobody's time slice.
      processor.sliceStart = runtime.now;
      return;
    }
    const goroutine = runtime.goroutine(Math.abs(turn));
    goroutine.run();
    processor.running = goroutine.id;
    runtime.waitForTick(goroutine.readyTick);
    if (this.parallel.endSearch() || turn > 0) this.beginSlice();
    else runtime.state.sliceEnd = this.endOfSlice(processor.sliceStart);
    if (runtime.isParallel) runtime.runEvent(goroutine);
  }

  /**
   * Who runs next, already running, where that can be said without looking up: on one processor,
   * where Go's own scheduler decides. Null when the loop must see to it. It does what the loop would
   * do, or nothing.
   */
  pickAtOnce(): Goroutine | null {
    const { runtime } = this;
    const { processor, state } = runtime;
    if (runtime.isParallel || runtime.controlsTurns || processor.running !== 0) return null;
    if (runtime.budget < comfortable || state.starting !== null || state.verdict !== null) {
      return null;
    }
    const { runNext, queue } = processor;
    if (runNext === 0 && queue.length === 0) return null;
    if (state.globalQueue.length > 0 && processor.tick % fairnessInterval === 0) return null;
    const goroutine = runtime.goroutine(runNext === 0 ? queue.first : runNext);
    if (goroutine.readyTick > 0) return null;
    if (runNext === 0) {
      queue.shift();
      this.beginSlice();
    } else processor.runNext = 0;
    goroutine.run();
    processor.running = goroutine.id;
    return goroutine;
  }

  private beginSlice(): void {
    const { runtime } = this;
    const { processor } = runtime;
    processor.tick++;
    processor.sliceStart = runtime.now;
    runtime.state.sliceEnd = this.endOfSlice(processor.sliceStart);
  }

  /** Who runs next, negative if it goes on in the time slice of who ran before; 0: nobody here. */
  private nextTurn(): number {
    const { runtime } = this;
    const { processor, state } = runtime;
    if (processor.found !== 0) {
      const goroutine = processor.found;
      processor.found = 0;
      return goroutine;
    }
    if (!runtime.controls('goroutine')) {
      return nextTurn(processor, state.globalQueue, state.processors.length);
    }
    const runnable = runnableInOrder(processor.runNext, [
      ...processor.queue.values(),
      ...state.globalQueue.values(),
      ...this.parallel.elsewhere(),
    ]);
    if (runnable.length === 0) return 0;
    const choice = runnable.length > 1 ? runtime.choose('goroutine', runnable.length, runnable) : 0;
    const goroutine = runnable[choice] ?? 0;
    take(goroutine, state.processors, state.globalQueue);
    return goroutine;
  }

  private endOfSlice(sliceStart: number): number {
    const { runtime } = this;
    const { nsPerStatement } = runtime.parts;
    const { jumped, lead } = runtime.state;
    const whole = Math.ceil((sliceStart + sliceNs - jumped) / nsPerStatement) - lead;
    if (!runtime.controls('timeSlice')) return whole;
    const rest = Math.max(whole - runtime.statements, 1);
    const chosen = runtime.choose('timeSlice', rest);
    return chosen === 0 ? whole : runtime.statements + chosen;
  }

  /** A fork: whoever runs has to stop, and the scheduler is asked who goes on. */
  cut(): void {
    const { state, statements, parts } = this.runtime;
    const { cuts } = parts.scheduler;
    state.cutAt = cuts.find((cut) => cut > state.events) ?? Number.POSITIVE_INFINITY;
    state.sliceEnd = statements;
    for (const processor of state.processors) processor.sliceEnd = 0;
  }

  /** The time slice of the goroutine that runs is over. */
  preempt(goroutine: Goroutine): void {
    const { runtime } = this;
    const { state } = runtime;
    if (isAtomicInLibrary(goroutine)) {
      state.sliceEnd = runtime.statements + 1;
      return;
    }
    if (this.isAlone()) {
      // Nobody else wants the processor: a new slice begins.
      this.beginSlice();
      return;
    }
    runtime.event(EventKind.preempt, goroutine);
    runtime.giveWay(goroutine);
  }

  private isAlone(): boolean {
    const { processor, state } = this.runtime;
    return (
      processor.runNext === 0 && processor.queue.length === 0 && state.globalQueue.length === 0
    );
  }
}

function runnableInOrder(next: number, others: readonly number[]): readonly number[] {
  return next === 0 ? others : [next, ...others];
}
