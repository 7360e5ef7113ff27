// The machine at any step of a finished or running run: checkpoints along the way, and the tail
// executed again from the nearest one. Memory is bounded however long the run: when there are too
// many checkpoints every second one goes and their distance doubles. A few more lie ever closer
// before the place last gone back to, so that stepping back from there is short.
// Invariant: what is executed again is what was executed, because the state decides everything and
// choices are recorded.

import { assert } from '../base/assert.ts';
import type { Machine } from './machine.ts';
import { heapSize } from './heap-walk.ts';
import { cloneState } from './snapshot.ts';
import type { MachineState } from './state.ts';

/** How many bytes all checkpoints together may hold, and how many checkpoints there may be. */
const maxBytes = 96 * 2 ** 20;
const maxCheckpoints = 512;
/** Copies of a huge heap would fill the memory: such a run is repeated from further back. */
const largestCopy = maxBytes / 4;
/** What an event takes, in statements. Work is what both take. */
const statementsPerEvent = 25;
/** Work between checkpoints at first. */
const firstSpacing = 100_000;
/** At least so many statements lie between two looks at how much has been done. */
const nearestLook = 1000;
/** For each byte of a checkpoint, so that making them stays a small part of a run. */
const workPerByte = 3;
/** Of the checkpoints near the cursor: how many, of what size; bytes that take as long as an event. */
const maxNear = 12;
const largestNear = maxBytes / 4 / maxNear;
const bytesPerEvent = 100;
/** They are at least so many events apart. */
const nearSpacing = 256;

interface Checkpoint {
  readonly state: MachineState;
  readonly bytes: number;
}

export class History {
  private readonly machine: Machine;
  private checkpoints: Checkpoint[] = [];
  private spacing = firstSpacing;
  /** Work from the last checkpoint to the next, and statements at which to see whether it is done. */
  private due = 0;
  private lookAt = 0;
  /** Before the place last gone back to, the newest last. */
  private near: MachineState[] = [];
  /** Size of the last checkpoint before it. */
  private copyBytes = 0;
  /** The newest state, kept while the machine stands somewhere in the past. */
  private newest: MachineState | null = null;
  /** The event right after which the machine stands, -1 when that is not known. */
  private standsAt = -1;

  /** The machine has not run yet. */
  constructor(machine: Machine) {
    assert(machine.statements === 0, 'a history begins with its run');
    this.machine = machine;
    this.look();
  }

  /** Runs on from the newest state, keeping checkpoints. */
  run(statements: number): void {
    this.toNewest();
    const { machine } = this;
    const end = machine.statements + statements;
    while (machine.verdict === null && machine.statements < end) {
      machine.runTo(Math.min(end, this.lookAt));
      if (machine.statements >= this.lookAt && machine.verdict === null) this.look();
    }
  }

  /** Brings the machine to the moment right after `events` events. */
  toEvent(events: number): void {
    if (this.newest !== null && this.standsAt === events) return;
    // With as many events the state may be long after the last of them.
    this.startFrom((state) => state.events < events);
    this.keepNear(events);
    this.machine.runToEvent(events);
    this.standsAt = events;
  }

  /** Brings the machine to the moment when `statements` statements have been executed. */
  toStatements(statements: number): void {
    this.startFrom((state) => state.statements <= statements);
    this.standsAt = -1;
    this.machine.runTo(statements);
  }

  /** Brings the machine back to where `run` left it. */
  toNewest(): void {
    if (this.newest === null) return;
    this.standsAt = -1;
    this.machine.restore(this.newest);
    this.newest = null;
  }

  /**
   * To the latest known state that is early enough; where the machine stands is one, unless that is
   * the newest: it is kept itself, as a detector knows its objects.
   */
  private startFrom(isEarly: (state: MachineState) => boolean): void {
    const { machine } = this;
    const stays = this.newest !== null && isEarly(machine.state);
    this.newest ??= machine.state;
    const kept = this.checkpoints.findLast(({ state }) => isEarly(state)) ?? this.checkpoints[0];
    if (kept === undefined) throw new Error('Broken invariant: the start is a checkpoint');
    this.copyBytes = kept.bytes;
    const near = this.near.findLast(isEarly) ?? kept.state;
    const latest = near.statements > kept.state.statements ? near : kept.state;
    if (stays && machine.state.statements >= latest.statements) return;
    machine.restore(cloneState(latest));
  }

  /** Goes most of the way to an event, and keeps the state half way, half of the rest, and so on. */
  private keepNear(events: number): void {
    const { machine } = this;
    this.near = this.near.filter((state) => state.events < events);
    if (this.copyBytes > largestNear) return;
    const nearest = nearSpacing + this.copyBytes / bytesPerEvent;
    while (events - machine.state.events > nearest && machine.verdict === null) {
      machine.runToEvent(Math.ceil((machine.state.events + events) / 2));
      this.near.push(cloneState(machine.state));
      if (this.near.length > maxNear) this.near.shift();
    }
  }

  /** Keeps the state if enough has been done since the last checkpoint; says when to look again. */
  private look(): void {
    const { statements, events } = this.machine.state;
    const last = this.checkpoints.at(-1)?.state;
    const since = statements - (last?.statements ?? 0);
    const work = since + statementsPerEvent * (events - (last?.events ?? 0));
    if (work >= this.due) this.keep(work);
    const left = this.checkpoints.at(-1)?.state === last ? this.due - work : this.due;
    // If work goes on as lately; not long without a look, as it may not.
    const expected = left * (work === 0 ? 1 : since / work);
    const farthest = Math.max(firstSpacing, this.spacing / 8);
    this.lookAt = statements + Math.ceil(Math.min(Math.max(expected, nearestLook), farthest));
  }

  private keep(work: number): void {
    const { state } = this.machine;
    const bytes = stateBytes(state, largestCopy);
    const distance = Math.max(this.spacing, workPerByte * bytes);
    if (this.checkpoints.length > 0 && bytes > largestCopy) {
      this.due = work + distance;
      return;
    }
    this.due = distance;
    this.checkpoints.push({ state: cloneState(state), bytes });
    const total = this.checkpoints.reduce((sum, checkpoint) => sum + checkpoint.bytes, 0);
    if (this.checkpoints.length <= maxCheckpoints && total <= maxBytes) return;
    this.checkpoints = this.checkpoints.filter((_, index) => index % 2 === 0);
    this.spacing = 2 * Math.max(this.spacing, distance);
  }
}

/** About how large a copy of a state is; counts no further than `limit`. */
function stateBytes(state: MachineState, limit: number): number {
  const { goroutines, objectTicks, arrayIdentities, shown } = state;
  const tables = goroutines.length + objectTicks.length + 8 * arrayIdentities.size + shown.length;
  return 8 * tables + heapSize(state, limit).bytes;
}
