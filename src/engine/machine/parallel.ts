// Several processors (runtime/proc.go: findRunnable, stealWork, wakep, procresize). The machine
// simulates them one at a time: always the one that is furthest behind in virtual time, for a short
// turn. Invariants: whose turn it is depends on the state alone, not on where a run was stopped;
// nobody sees what happens later on another processor's clock (Runtime.meet, Goroutine.readyTick);
// while a goroutine is queued, no processor is idle unless another one looks for work.

import { EventKind } from '../trace/trace-event.ts';
import type { Clock } from './clock.ts';
import * as ending from './ending.ts';
import type { Goroutine } from './goroutine.ts';
import { beginSearch, Processor, stealHalf, wakeProcessor } from './processor.ts';
import type { Runtime } from './runtime.ts';
import { maxProcessors } from './scheduler.ts';

/** A turn in statements: short while there are events, so that they come in order of time. */
const shortestTurn = 16;
const longestTurn = 1024;
/** Before a thief takes what another processor would run next, it leaves it so much time. */
const patienceNs = 3000;

/** Go code of the library that stands for one step of the real one. */
const atomicFunctions = [
  'sync/atomic.',
  'sync.(*Map).',
  'sync.(*Pool).',
  'internal/files.',
  'unique.Make',
  'hash/maphash.numberOf',
];

/** Whether the goroutine is in the middle of what is one step in Go. */
export function isAtomicInLibrary(goroutine: Goroutine): boolean {
  const func = goroutine.frame?.func;
  return func?.library === true && atomicFunctions.some((prefix) => func.name.startsWith(prefix));
}

export class Parallel {
  private readonly runtime: Runtime;
  private readonly clock: Clock;

  constructor(runtime: Runtime, clock: Clock) {
    this.runtime = runtime;
    this.clock = clock;
  }

  // Whose turn it is

  /** Goes to the processor whose turn it is; false if time has passed for all, or the run is over. */
  takeTurn(current: Goroutine | null): boolean {
    const { runtime, clock } = this;
    const { state, processor } = runtime;
    const due = clock.dueStatements + state.lead;
    const goesOn = runtime.statements < state.turnEnd && due > runtime.ticks;
    if (goesOn && !processor.isIdle) return true;
    if (current !== null && isAtomicInLibrary(current)) {
      state.turnEnd = runtime.statements + 1;
      return true;
    }
    const furthestBehind = this.furthestBehind();
    if (furthestBehind === null) return this.passTime(due);
    const isTimersTurn = due <= this.ticksOf(furthestBehind);
    const waker = isTimersTurn ? beginSearch(state, due) : null;
    this.beginTurn(waker ?? furthestBehind);
    return true;
  }

  /** All are idle: on to the next deadline that can wake somebody, if there is one. */
  private passTime(due: number): boolean {
    const { runtime, clock } = this;
    const { state } = runtime;
    const latest = Math.max(...state.processors.map((processor) => this.ticksOf(processor)));
    for (const processor of state.processors) processor.ticks = latest;
    state.lead = latest - runtime.statements;
    if (due > latest) {
      if (!clock.jump()) ending.deadlock(runtime);
      return false;
    }
    const waker = beginSearch(state, latest);
    if (waker !== null) this.beginTurn(waker);
    return true;
  }

  /** The busy processor with the least progress, the first of several; null when all are idle. */
  private furthestBehind(except: Processor | null = null): Processor | null {
    let found: Processor | null = null;
    for (const processor of this.runtime.state.processors) {
      if (processor.isIdle || processor === except) continue;
      if (found === null || this.ticksOf(processor) < this.ticksOf(found)) found = processor;
    }
    return found;
  }

  private ticksOf(processor: Processor): number {
    const { runtime } = this;
    return processor === runtime.processor ? runtime.ticks : processor.ticks;
  }

  private beginTurn(processor: Processor): void {
    const { runtime } = this;
    const { state } = runtime;
    this.moveTo(processor);
    const other = this.furthestBehind(processor);
    if (other === null) {
      state.turnEnd = Number.POSITIVE_INFINITY;
      return;
    }
    const length = Math.min(Math.max(2 * state.turnLength, shortestTurn), longestTurn);
    state.turnLength = length;
    const distance = Math.max(other.ticks - runtime.ticks, 0);
    state.turnEnd = runtime.statements + distance + length;
  }

  private moveTo(processor: Processor): void {
    const { runtime } = this;
    const { state } = runtime;
    const former = runtime.processor;
    if (former === processor) {
      // One that was idle may have been woken at a later time than it went to sleep.
      if (processor.isSearching) runtime.waitForTick(processor.ticks);
      return;
    }
    former.ticks = runtime.ticks;
    former.sliceEnd = state.sliceEnd + state.lead;
    state.active = processor.id;
    runtime.lookAround();
    state.lead = processor.ticks - runtime.statements;
    state.sliceEnd = processor.sliceEnd - state.lead;
  }

  // Looking for work

  /** The queues of the other processors, for a scheduler that may choose from all. */
  elsewhere(): readonly number[] {
    const { processor, state } = this.runtime;
    return state.processors
      .filter((other) => other !== processor)
      .flatMap(({ runNext, queue }) =>
        runNext === 0 ? queue.values() : [runNext, ...queue.values()],
      );
  }

  /** stealWork: the processor has nothing to run and nor has the global queue. */
  search(): void {
    const { runtime } = this;
    const { processor, state } = runtime;
    if (!processor.isSearching) {
      const searching = state.processors.filter(({ isSearching }) => isSearching).length;
      const busy = state.processors.length - state.idle.length;
      // Enough others are looking.
      if (2 * searching >= busy || runtime.controls('goroutine')) {
        this.becomeIdle(processor);
        return;
      }
      processor.isSearching = true;
    }
    const others = state.processors.filter((other) => other !== processor);
    const victim = this.anyOf(others.filter(({ queue }) => queue.length > 0));
    if (victim !== null) {
      const count = stealHalf(processor, victim);
      this.stolen(victim, count);
      return;
    }
    const last =
      others.find(({ runNext }) => runNext !== 0 && runNext === processor.waitsFor) ??
      this.anyOf(others.filter(({ runNext }) => runNext !== 0));
    if (last === null) {
      this.becomeIdle(processor);
      return;
    }
    if (last.runNext !== processor.waitsFor) {
      processor.waitsFor = last.runNext;
      const { nsPerStatement } = runtime.parts;
      runtime.waitForTick(runtime.ticks + Math.ceil(patienceNs / nsPerStatement));
      state.turnEnd = runtime.statements;
      return;
    }
    processor.found = last.runNext;
    last.runNext = 0;
    this.stolen(last, 1);
  }

  private anyOf(victims: readonly Processor[]): Processor | null {
    const index = victims.length > 1 ? this.runtime.choose('victim', victims.length) : 0;
    return victims[index] ?? null;
  }

  private stolen(victim: Processor, count: number): void {
    const { runtime } = this;
    runtime.waitForTick(runtime.goroutine(runtime.processor.found).readyTick);
    runtime.runtimeEvent(EventKind.steal, { other: victim.id + 1, number: count });
  }

  private becomeIdle(processor: Processor): void {
    const { state } = this.runtime;
    state.addIdle(processor.id);
    processor.ticks = this.runtime.ticks;
  }

  /** The processor has found work, and another one begins to look; whether it had been looking. */
  endSearch(): boolean {
    const { runtime } = this;
    const { processor } = runtime;
    if (!processor.isSearching) return false;
    processor.isSearching = false;
    processor.waitsFor = 0;
    wakeProcessor(runtime.state, runtime.ticks);
    return true;
  }

  // GOMAXPROCS

  /**
   * procresize: all others stop, and their goroutines go to the global queue; so do the queues of
   * processors that there are no more. The goroutine that asks goes on.
   */
  setProcessors(goroutine: Goroutine, count: number): void {
    const { runtime } = this;
    const { state } = runtime;
    const wanted = Math.min(count, maxProcessors);
    if (wanted === state.processors.length) return;
    const here = runtime.processor;
    here.ticks = runtime.ticks;
    here.sliceEnd = state.sliceEnd + state.lead;
    const latest = Math.max(...state.processors.map(({ ticks }) => ticks));
    for (const processor of state.processors) if (processor !== here) this.stop(processor);
    for (const processor of state.processors.slice(wanted)) this.abandon(processor);
    state.processors = Array.from(
      { length: wanted },
      (_, id) => state.processors[id] ?? new Processor(id),
    );
    this.settle(goroutine, here, latest);
    runtime.event(EventKind.setProcessors, goroutine, 0, 0, wanted);
    wakeProcessor(state, runtime.ticks);
  }

  /** The processor is made to stop. */
  private stop(processor: Processor): void {
    const { runtime } = this;
    const { globalQueue } = runtime.state;
    if (processor.running !== 0) {
      const stopped = runtime.goroutine(processor.running);
      stopped.giveWay();
      stopped.readyTick = Math.max(stopped.readyTick, processor.ticks);
      globalQueue.push(stopped.id);
    }
    if (processor.found !== 0) globalQueue.push(processor.found);
    processor.running = 0;
    processor.found = 0;
    processor.shown = 0;
  }

  private abandon(processor: Processor): void {
    const { globalQueue } = this.runtime.state;
    if (processor.runNext !== 0) globalQueue.push(processor.runNext);
    for (const goroutine of processor.queue.values()) globalQueue.push(goroutine);
  }

  /** The goroutine that asked is on its processor or the first; who has nothing to do is idle. */
  private settle(goroutine: Goroutine, here: Processor, latest: number): void {
    const { runtime } = this;
    const { state } = runtime;
    const now = state.processors.includes(here) ? here : state.processors[0];
    if (now === undefined) throw new Error('Broken invariant: there is no processor');
    now.running = goroutine.id;
    now.shown = goroutine.id;
    now.sliceStart = here.sliceStart;
    state.idle = [];
    for (const processor of [...state.processors].reverse()) {
      processor.ticks = latest;
      processor.isIdle = false;
      processor.isSearching = false;
      const hasWork = processor.queue.length > 0 || processor.runNext !== 0;
      if (processor !== now && !hasWork) state.addIdle(processor.id);
    }
    state.active = now.id;
    runtime.lookAround();
    state.sliceEnd = here.sliceEnd - here.ticks + runtime.statements;
    state.lead = latest - runtime.statements;
    if (state.processors.length === 1) {
      state.turnEnd = Number.POSITIVE_INFINITY;
      state.objectTicks = [];
    }
  }
}
