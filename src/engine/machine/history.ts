// The machine at any step of a finished or running run: checkpoints along the way, and the tail
// executed again from the nearest one. Memory is bounded however long the run: when there are too
// many checkpoints every second one goes and their distance doubles. Invariant: what is executed
// again is what was executed, because the state decides everything and choices are recorded.

import { assert } from '../base/assert.ts';
import type { Machine } from './machine.ts';
import { heapSize } from './heap-walk.ts';
import { cloneState } from './snapshot.ts';
import type { MachineState } from './state.ts';

/** How many objects all checkpoints together may hold, and how many checkpoints there may be. */
const maxObjects = 2_000_000;
const maxCheckpoints = 512;
const fewestCheckpoints = 8;
/** Statements between checkpoints at first. */
const firstSpacing = 100_000;
/** A checkpoint costs about so many statements per object: spacing keeps it a few per cent. */
const statementsPerObject = 200;

export class History {
  private readonly machine: Machine;
  private checkpoints: MachineState[] = [];
  private spacing = firstSpacing;
  private nextAt = 0;
  /** The newest state, kept while the machine stands somewhere in the past. */
  private newest: MachineState | null = null;
  /** The event right after which the machine stands, -1 when that is not known. */
  private standsAt = -1;

  /** The machine has not run yet. */
  constructor(machine: Machine) {
    assert(machine.statements === 0, 'a history begins with its run');
    this.machine = machine;
    this.keep();
  }

  /** Runs on from the newest state, keeping checkpoints. */
  run(statements: number): void {
    this.toNewest();
    const { machine } = this;
    const end = machine.statements + statements;
    while (machine.verdict === null && machine.statements < end) {
      machine.runTo(Math.min(end, this.nextAt));
      if (machine.statements >= this.nextAt && machine.verdict === null) this.keep();
    }
  }

  /** Brings the machine to the moment right after `events` events. */
  toEvent(events: number): void {
    const { machine } = this;
    this.leaveNewest();
    if (this.standsAt === events) return;
    // With as many events the state may be long after the last of them.
    if (machine.state.events >= events) this.back((state) => state.events < events);
    machine.runToEvent(events);
    this.standsAt = events;
  }

  /** Brings the machine to the moment when `statements` statements have been executed. */
  toStatements(statements: number): void {
    const { machine } = this;
    this.leaveNewest();
    this.standsAt = -1;
    if (machine.statements > statements) this.back((state) => state.statements <= statements);
    machine.runTo(statements);
  }

  /** Brings the machine back to where `run` left it. */
  toNewest(): void {
    if (this.newest === null) return;
    this.standsAt = -1;
    this.machine.restore(this.newest);
    this.newest = null;
  }

  /** The state itself is kept, as a detector knows its objects; a copy goes back and forth. */
  private leaveNewest(): void {
    if (this.newest !== null) return;
    this.newest = this.machine.state;
    this.machine.restore(cloneState(this.newest));
  }

  /** To the last checkpoint that is early enough. */
  private back(isEarly: (state: MachineState) => boolean): void {
    const early = this.checkpoints.findLast(isEarly) ?? this.checkpoints[0];
    if (early === undefined) throw new Error('Broken invariant: the start is a checkpoint');
    this.machine.restore(cloneState(early));
  }

  private keep(): void {
    const { machine } = this;
    const { objects } = heapSize(machine.state);
    this.nextAt = machine.statements + Math.max(this.spacing, statementsPerObject * objects);
    // Copies of a huge heap would fill the memory: such a run is repeated from further back.
    if (this.checkpoints.length > 0 && objects > maxObjects / fewestCheckpoints) return;
    this.checkpoints.push(cloneState(machine.state));
    const room = Math.min(maxCheckpoints, maxObjects / objects);
    if (this.checkpoints.length > Math.max(fewestCheckpoints, room)) {
      this.checkpoints = this.checkpoints.filter((_, index) => index % 2 === 0);
      this.spacing *= 2;
    }
  }
}
