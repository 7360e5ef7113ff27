// What everything in the machine stands on: the timeline, the recorder, the door for choice, and how
// a goroutine stops and becomes runnable. Invariants: all ways to wait go through `park`, all ways to
// wake through `wake`; every choice that Go leaves open goes through `choose`.

import type { WaitReason } from '../trace/world.ts';
import { parkedInBubble, wokenInBubble } from './bubble-life.ts';
import type { Detector } from './detector.ts';
import { FastSuspension } from './fast-suspension.ts';
import type { Goroutine } from './goroutine.ts';
import { enqueue, wakeProcessor } from './processor.ts';
import { Recorder } from './recorder.ts';
import type { RuntimeParts } from './runtime-parts.ts';
import { choiceKinds, type ChoiceKind, type Schedule } from './scheduler.ts';
import type { MachineState } from './state.ts';

export abstract class Runtime extends Recorder {
  /** Looks for data races, if somebody wants that. */
  detector: Detector | null = null;
  /** Package variables; emitted code reads them here. */
  globals: unknown[] = [];
  readonly spilled = new FastSuspension();
  /** Answers of the scheduler, for replay. */
  readonly choices: number[] = [];
  private readonly controlled: Readonly<Record<ChoiceKind, boolean>>;
  /** Whether the scheduler decides who runs, or for how long. */
  readonly controlsTurns: boolean;

  constructor(parts: RuntimeParts, state: MachineState) {
    super(parts, state);
    const { controls } = parts.scheduler;
    this.controlled = {
      goroutine: controls.has('goroutine'),
      timeSlice: controls.has('timeSlice'),
      selectCase: controls.has('selectCase'),
      mapOrder: controls.has('mapOrder'),
      random: controls.has('random'),
      victim: controls.has('victim'),
    };
    this.controlsTurns = this.controlled.goroutine || this.controlled.timeSlice;
  }

  // Choice

  controls(kind: ChoiceKind): boolean {
    return this.controlled[kind] && this.state.events >= this.parts.scheduler.from;
  }

  /** Asks the scheduler, or repeats its recorded answer; `goroutines` for that kind only. */
  choose(kind: ChoiceKind, count: number, goroutines: readonly number[] = []): number {
    if (!this.controls(kind)) {
      return kind === 'goroutine' || kind === 'timeSlice' ? 0 : this.state.random.below(count);
    }
    const index = this.state.choices++;
    const recorded = this.choices[index];
    if (recorded !== undefined) return recorded;
    const choice = this.parts.scheduler.choose({ kind, count, goroutines });
    if (!(Number.isInteger(choice) && choice >= 0 && choice < count)) {
      throw new Error(`Broken invariant: scheduler chose ${choice} of ${count}`);
    }
    this.choices.push(choice);
    return choice;
  }

  /** What repeats this run: seed, controlled kinds and the answers given so far. */
  get schedule(): Schedule {
    const { seed, scheduler, processors, nsPerStatement } = this.parts;
    const controls = choiceKinds.filter((kind) => scheduler.controls.has(kind));
    const { from, cuts } = scheduler;
    return { seed, controls, choices: this.choices, from, cuts, processors, nsPerStatement };
  }

  // Goroutines

  /**
   * gopark: the goroutine waits. Its event has been recorded. `isDurable`: what it waits for belongs
   * to its bubble of testing/synctest.
   */
  park(goroutine: Goroutine, reason: Exclude<WaitReason, ''>, isDurable = false): void {
    goroutine.wait(reason);
    goroutine.waitTicks = this.ticks;
    goroutine.waitJumped = this.state.jumped;
    goroutine.resuming = true;
    if (this.isParallel) this.mayRunFromNow(goroutine);
    this.leaveProcessor();
    if (goroutine.bubble !== null) parkedInBubble(this, goroutine, isDurable);
  }

  /** Virtual nanoseconds at which a goroutine that waits began to; computed for few of them. */
  waitsSince({ waitTicks, waitJumped }: Goroutine): number {
    return waitJumped + waitTicks * this.parts.nsPerStatement;
  }

  /** The goroutine that has done the last event stops running. */
  leaveProcessor(): void {
    const { processor } = this;
    processor.running = 0;
    processor.shown = 0;
    if (this.isParallel) this.state.shownRunning = 0;
  }

  /** With several processors: wherever it runs next, it is not earlier there. */
  private mayRunFromNow(goroutine: Goroutine): void {
    goroutine.readyTick = Math.max(goroutine.readyTick, this.ticks);
  }

  /** A new or woken goroutine runs next here; who was to run next goes to the back. */
  enqueueNext(goroutine: Goroutine): void {
    const { processor } = this;
    const moved = processor.runNext;
    processor.runNext = goroutine.id;
    if (moved !== 0) enqueue(processor, this.state.globalQueue, moved);
    if (this.isParallel) {
      this.mayRunFromNow(goroutine);
      wakeProcessor(this.state, this.ticks);
    }
  }

  /** goready: the goroutine leaves its queues and runs next. */
  ready(id: number): void {
    this.wake(this.goroutine(id));
  }

  /** goready, of the goroutine itself. */
  wake(goroutine: Goroutine): void {
    goroutine.leaveQueues();
    if (goroutine.wakeAt !== 0) goroutine.wakeAt = 0;
    if (goroutine.isDurable) wokenInBubble(goroutine);
    this.enqueueNext(goroutine);
  }

  /** Gosched and preemption: to the back of the global queue. */
  giveWay(goroutine: Goroutine): void {
    goroutine.giveWay();
    this.leaveProcessor();
    this.state.globalQueue.push(goroutine.id);
    if (this.isParallel) {
      this.mayRunFromNow(goroutine);
      wakeProcessor(this.state, this.ticks);
    }
  }

  /** goyield: to the back of the local queue. */
  stepAside(goroutine: Goroutine): void {
    goroutine.giveWay();
    if (this.isParallel) this.mayRunFromNow(goroutine);
    this.processor.running = 0;
    enqueue(this.processor, this.state.globalQueue, goroutine.id);
  }
}
