// How far a run has come: statements, and virtual time on the processor that the machine is at.
// Invariants: budget is a small integer that emitted code counts down, and statements are what is
// missing of it up to the horizon; time never goes back on any processor.

import type { Program } from '../go/ir/program.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import type { Frame } from './frame.ts';
import type { Goroutine } from './goroutine.ts';
import type { Processor } from './processor.ts';
import type { RuntimeParts } from './runtime-parts.ts';
import type { MachineState } from './state.ts';
import type { Support } from './support.ts';

/** Statements after which the loop looks up at the latest. */
const maxBudget = 2 ** 29;

export abstract class Timeline {
  readonly program: Program;
  readonly parts: RuntimeParts;
  state: MachineState;
  abstract readonly support: Support;
  /** Statements that may still be executed before the loop must look up. */
  budget = 0;
  /** Statements of the run when the budget is used up. */
  horizon = 0;
  /** The processor that the machine is at, and whether it is one of several. */
  processor: Processor;
  isParallel: boolean;
  /** Where the statement was that has just made an event, while nothing has happened since. */
  lastFrame: Frame | null = null;
  lastPc = -1;
  private readonly nsPerStatement: number;

  constructor(parts: RuntimeParts, state: MachineState) {
    this.parts = parts;
    this.program = parts.program;
    this.state = state;
    this.nsPerStatement = parts.nsPerStatement;
    this.processor = processorOf(state);
    this.isParallel = state.processors.length > 1;
  }

  // What the state and the program hold

  /** The state is another one, or has other processors, or the machine is at another of them. */
  lookAround(): void {
    this.processor = processorOf(this.state);
    this.isParallel = this.state.processors.length > 1;
  }

  type(id: number): RuntimeType {
    return this.support.types.type(id);
  }

  /** Id of the type that %T prints so. */
  typeNamed(string: string): number {
    const id = this.program.typeByString.get(string);
    if (id === undefined) throw new Error(`Broken invariant: the program lacks type ${string}`);
    return id;
  }

  funcName(id: number): string {
    return this.program.funcs[id]?.name ?? '';
  }

  goroutine(id: number): Goroutine {
    const goroutine = this.state.goroutines[id - 1];
    // Not by its truth, which takes longer to find out.
    if (goroutine === undefined || goroutine === null) {
      throw new Error(`Broken invariant: no goroutine ${id}`);
    }
    return goroutine;
  }

  /** The instruction at which people see a frame: that of the event they stand after, if any. */
  shownPc(frame: Frame): number {
    return frame === this.lastFrame ? this.lastPc : frame.pc;
  }

  // Time

  /** Statements executed so far, also in the middle of a run of them. */
  get statements(): number {
    return this.horizon - this.budget;
  }

  /** Lets statements run up to `statements` of the whole run. */
  protected setHorizon(statements: number): void {
    // A small integer, so that emitted code counts in machine integers.
    const budget = Math.min(statements - this.statements, maxBudget) | 0;
    this.horizon = this.statements + budget;
    this.budget = budget;
  }

  protected resetStatements(statements: number): void {
    this.horizon = statements;
    this.budget = 0;
  }

  /** The loop looks up after so many statements of the whole run, if not before. */
  limitHorizon(statements: number): void {
    if (statements >= this.horizon) return;
    const left = Math.max(statements - this.statements, 0);
    this.horizon = this.statements + left;
    this.budget = left;
  }

  /** Makes the loop look up before the next statement. */
  interrupt(): void {
    this.horizon -= this.budget;
    this.budget = 0;
  }

  /** Virtual nanoseconds since the start, on the processor that the machine is at. */
  get now(): number {
    return this.state.jumped + this.ticks * this.nsPerStatement;
  }

  /** Ticks of virtual time on the processor that the machine is at. */
  get ticks(): number {
    return this.statements + this.state.lead;
  }

  /** Whatever happens here happens after that tick: the processor stands still until then. */
  waitForTick(tick: number): void {
    const { state, ticks } = this;
    if (tick > ticks) state.lead += tick - ticks;
  }

  /** With several processors: uses of an object are in order of time as they are in the trace. */
  meet(object: number): void {
    const { state } = this;
    if (object === 0) return;
    this.waitForTick(state.objectTicks[object] ?? 0);
    state.objectTicks[object] = this.ticks;
  }
}

function processorOf({ processors, active }: MachineState): Processor {
  const processor = processors[active];
  if (processor === undefined) throw new Error('Broken invariant: no processor');
  return processor;
}
