// The whole state of a run as plain data: what a snapshot clones and a fingerprint hashes.
// Invariants: nothing outside it decides what happens next, except program, options and schedule;
// goroutine ids count from 1 in order of creation and index `goroutines`.

import { Random } from '../base/random.ts';
import { AddressSpace } from './address-space.ts';
import type { Bubble } from './bubble.ts';
import type { Channel } from './channel.ts';
import type { Goroutine } from './goroutine.ts';
import type { Cloner, GoArray } from './heap-object.ts';
import { Processor } from './processor.ts';
import { Ring } from './ring.ts';
import type { SyncObject } from './sync-object.ts';
import { type Timer, TimerQueue } from './timer-queue.ts';
import type { Verdict } from './verdict.ts';

export class MachineState {
  /** Statements executed. */
  statements = 0;
  /** Virtual nanoseconds added by jumps of the clock. */
  jumped = 0;
  /** Events that have happened, recorded or not. */
  events = 0;
  /** Answers of the scheduler used so far. */
  choices = 0;
  random: Random;
  /** By id − 1. Those that are over are null, unless a detector or tracked objects tell of them. */
  goroutines: (Goroutine | null)[] = [];
  /** Goroutines that are not dead. */
  alive = 0;
  /** A Cell, or the struct or array itself, per package variable. */
  globals: unknown[] = [];
  processors: Processor[];
  globalQueue = new Ring();
  /** Index of the processor that the machine is at. */
  active = 0;
  /**
   * Ticks of virtual time that this processor is ahead of `statements`; 0 with one processor. A
   * tick is the time of one statement: processors that work side by side each have their own.
   */
  lead = 0;
  /** Statements at which the machine goes to another processor. */
  turnEnd = Number.POSITIVE_INFINITY;
  /** Length of the last turn; 0 after an event. */
  turnLength = 0;
  /** Numbers of the idle processors, see ProcessorSet. */
  idle: number[] = [];
  /** Events after which the scheduler cuts the time slice; see Scheduler. */
  cutAt = Number.POSITIVE_INFINITY;
  /** The latest tick of any event. */
  latestTick = 0;
  /** By object id, the latest tick at which somebody used it; only with several processors. */
  objectTicks: number[] = [];
  /** Statements at which the time slice of the goroutine that runs is over. */
  sliceEnd = 0;
  /**
   * With several processors: who did the last event, unless it has left. With one that is whom the
   * trace shows on it.
   */
  shownRunning = 0;
  timers = new TimerQueue();
  /** A timer that has fired and whose function's goroutine is started in the next step. */
  starting: Timer | null = null;
  /** Bubbles of testing/synctest so far, and one in which nobody runs or a timer is due. */
  bubbles = 0;
  settling: Bubble | null = null;
  /** Their timers, by id. */
  bubbleTimers = new Map<number, TimerQueue>();
  nextIdentity = 1;
  /** Identities of arrays somebody asked the address of. */
  arrayIdentities = new Map<GoArray, number>();
  addresses = new AddressSpace();
  /** Objects in the trace so far. */
  objects = 0;
  /** Records of objects that are no structs of package sync, by address. */
  syncObjects = new Map<string, SyncObject>();
  /** All channels and sync objects by id, kept only when worlds are to be compared. */
  shown: (Channel | SyncObject)[] = [];
  /** Bytes of output so far, and how many pieces. */
  outputBytes = 0;
  outputPieces = 0;
  /** Reports of the detector written so far. */
  reports = 0;
  /** Characters of standard input consumed. */
  inputOffset = 0;
  /** Bytes of big allocations since the heap was last measured, and when to measure again. */
  allocated = 0;
  measureAt = 0;
  /** debug.SetTraceback: whether a panic shows the stacks of all goroutines. */
  tracesAll = false;
  verdict: Verdict | null = null;

  constructor(seed: number, processors = 1) {
    this.random = new Random(seed);
    this.processors = Array.from({ length: processors }, (_, id) => new Processor(id));
    for (let id = processors - 1; id > 0; id--) this.addIdle(id);
  }

  timersOf(bubble: Bubble): TimerQueue {
    const timers = this.bubbleTimers.get(bubble.id) ?? new TimerQueue();
    this.bubbleTimers.set(bubble.id, timers);
    return timers;
  }

  /** The goroutines that are not over, by id. */
  living(): readonly Goroutine[] {
    const found: Goroutine[] = [];
    for (const goroutine of this.goroutines) {
      if (goroutine !== null && goroutine.status !== 'dead') found.push(goroutine);
    }
    return found;
  }

  /** A processor has nothing to do. */
  addIdle(id: number): void {
    const processor = this.processors[id];
    if (processor === undefined) throw new Error(`Broken invariant: no processor ${id}`);
    processor.isIdle = true;
    processor.isSearching = false;
    processor.waitsFor = 0;
    this.idle.push(id);
  }

  /** Takes over everything from `source`, heap objects as the cloner copies them. */
  fill(source: MachineState, cloner: Cloner): void {
    const { statements, jumped, events, choices, alive, nextIdentity, objects } = source;
    Object.assign(this, { statements, jumped, events, choices, alive, nextIdentity, objects });
    const { sliceEnd, shownRunning, active, lead, turnEnd, turnLength, latestTick, cutAt } = source;
    Object.assign(this, { sliceEnd, shownRunning, active, lead, turnEnd, turnLength });
    Object.assign(this, { latestTick, cutAt });
    this.idle = source.idle.slice();
    this.objectTicks = source.objectTicks.slice();
    const { outputBytes, outputPieces, inputOffset, allocated, measureAt, verdict } = source;
    Object.assign(this, { outputBytes, outputPieces, inputOffset, allocated, measureAt, verdict });
    this.reports = source.reports;
    this.random = source.random.clone();
    // The dead never change: they are shared.
    this.goroutines = source.goroutines.map((goroutine) =>
      goroutine === null || goroutine.status === 'dead' ? goroutine : cloner.copy(goroutine),
    );
    this.globals = source.globals.map((global) => cloner.copy(global));
    this.processors = source.processors.map((processor) => processor.clone());
    this.globalQueue = source.globalQueue.clone();
    this.timers = cloner.copy(source.timers);
    this.starting = cloner.copy(source.starting);
    this.bubbles = source.bubbles;
    this.tracesAll = source.tracesAll;
    this.settling = cloner.copy(source.settling);
    this.bubbleTimers = new Map();
    for (const [id, timers] of source.bubbleTimers) this.bubbleTimers.set(id, cloner.copy(timers));
    this.addresses = source.addresses.clone();
    this.arrayIdentities = new Map();
    for (const [array, identity] of source.arrayIdentities) {
      this.arrayIdentities.set(cloner.copy(array), identity);
    }
    this.syncObjects = new Map();
    for (const [key, object] of source.syncObjects) {
      this.syncObjects.set(key, cloner.copy(object));
    }
    this.shown = source.shown.map((object) => cloner.copy(object));
  }
}
