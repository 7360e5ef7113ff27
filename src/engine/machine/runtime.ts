// What everything in the machine stands on: the state, the trace, the clock, the door for choice,
// and how a goroutine stops and becomes runnable. Invariants: an event is recorded exactly once,
// though a part of the run may be executed again after a restore; all ways to wait go through
// `park`, all ways to wake through `ready`.

import { identityOf } from './identity.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { Program } from '../go/ir/program.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import type { Trace } from '../trace/trace.ts';
import { pairValueKind } from '../trace/trace.ts';
import type { EventKindCode, ObjectKind } from '../trace/trace-event.ts';
import { EventKind, goroutineId, objectId, ValueKind } from '../trace/trace-event.ts';
import type { WaitReason } from '../trace/world.ts';
import { parkedInBubble, wokenInBubble } from './bubble-life.ts';
import type { Channel } from './channel.ts';
import type { Detector } from './detector.ts';
import { describe } from './describe.ts';
import { needsExact } from './fast-function.ts';
import { FastSuspension } from './fast-suspension.ts';
import type { Frame } from './frame.ts';
import type { Goroutine } from './goroutine.ts';
import type { Limits } from './limits.ts';
import { LimitReached } from './limits.ts';
import type { Processor } from './processor.ts';
import { enqueue, wakeProcessor } from './processor.ts';
import { choiceKinds, type ChoiceKind, type Schedule, type Scheduler } from './scheduler.ts';
import type { MachineState } from './state.ts';
import type { Support } from './support.ts';
import type { SyncObject } from './sync-object.ts';

/** A signal that somebody sends to the program. */
export interface PlannedSignal {
  /** Its number: 2 is SIGINT. */
  readonly signal: number;
  /** When, in virtual nanoseconds since the program began. */
  readonly atNs: number;
}

/** What a run is made of besides its state. */
export interface RuntimeParts {
  readonly program: Program;
  readonly scheduler: Scheduler;
  readonly trace: Trace | null;
  readonly limits: Limits;
  readonly seed: number;
  /** Virtual cost of a statement, in nanoseconds; > 0. */
  readonly nsPerStatement: number;
  /** How many there are at the start. */
  readonly processors: number;
  readonly epoch: bigint;
  readonly args: readonly string[];
  /** What is sent to the program from outside. */
  readonly signals: readonly PlannedSignal[];
  /** Standard input, as bytes. */
  readonly input: string;
  /** Keep every object that was ever shown, so that worlds can be compared. */
  readonly tracksObjects: boolean;
}

/** Statements after which the loop looks up at the latest. */
const maxBudget = 2 ** 29;

/** Seconds from January 1 of year 1 to January 1 of 1970. */
const yearOneToUnix = 62_135_596_800n;

/** What an event of the runtime's says; all default to 0 or ''. */
export interface RuntimeEventFields {
  readonly object?: number;
  readonly other?: number;
  readonly site?: number;
  readonly number?: number;
  readonly text?: string;
}

/** Cut for texts of values in events. */
const maxTextLength = 200;

export abstract class Runtime {
  readonly program: Program;
  readonly parts: RuntimeParts;
  state: MachineState;
  abstract readonly support: Support;
  /** Looks for data races, if somebody wants that. */
  detector: Detector | null = null;
  /** Package variables; emitted code reads them here. */
  globals: unknown[] = [];
  /** Statements that may still be executed before the loop must look up. */
  budget = 0;
  /** Statements of the run when the budget is used up. */
  horizon = 0;
  /** Stop as soon as this many events have happened. */
  protected eventLimit = Number.POSITIVE_INFINITY;
  /** Events with which the loop looks up: it is to stop there, or the scheduler cuts the slice. */
  private lookUpAt = Number.POSITIVE_INFINITY;
  /** The processor that the machine is at, and whether it is one of several. */
  processor: Processor;
  isParallel: boolean;
  /** Where the statement was that has just made an event, while nothing has happened since. */
  lastFrame: Frame | null = null;
  lastPc = -1;
  /** While fast code runs: the user's statement it stands for; else -1, and frames tell. */
  at = -1;
  readonly spilled = new FastSuspension();
  /** Answers of the scheduler, for replay. */
  readonly choices: number[] = [];
  /** Pieces of output in order; odd ones of `outputFds` say where they went. */
  readonly output: { readonly fd: 1 | 2; readonly bytes: string }[] = [];

  private readonly trace: Trace | null;
  private readonly controlled: Readonly<Record<ChoiceKind, boolean>>;
  /** Whether the scheduler decides who runs, or for how long. */
  readonly controlsTurns: boolean;
  /** By type: whether an event shows its values as numbers. */
  private readonly shownAsNumber: readonly boolean[];
  private readonly nsPerStatement: number;
  private readonly maxEvents: number;

  constructor(parts: RuntimeParts, state: MachineState) {
    this.parts = parts;
    this.program = parts.program;
    this.state = state;
    const { controls } = parts.scheduler;
    this.trace = parts.trace;
    this.nsPerStatement = parts.nsPerStatement;
    this.maxEvents = parts.limits.events;
    this.processor = processorOf(state);
    this.isParallel = state.processors.length > 1;
    this.controlled = {
      goroutine: controls.has('goroutine'),
      timeSlice: controls.has('timeSlice'),
      selectCase: controls.has('selectCase'),
      mapOrder: controls.has('mapOrder'),
      random: controls.has('random'),
      victim: controls.has('victim'),
    };
    this.controlsTurns = this.controlled.goroutine || this.controlled.timeSlice;
    this.shownAsNumber = parts.program.types.map(({ kind }) => isIntegerKind(kind));
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
    if (goroutine === undefined) throw new Error(`Broken invariant: no goroutine ${id}`);
    return goroutine;
  }

  /** The instruction at which people see a frame: that of the event they stand after, if any. */
  shownPc(frame: Frame): number {
    return frame === this.lastFrame ? this.lastPc : frame.pc;
  }

  // Time

  /** What repeats this run: seed, controlled kinds and the answers given so far. */
  get schedule(): Schedule {
    const { seed, scheduler, processors, nsPerStatement } = this.parts;
    const controls = choiceKinds.filter((kind) => scheduler.controls.has(kind));
    const { from, cuts } = scheduler;
    return { seed, controls, choices: this.choices, from, cuts, processors, nsPerStatement };
  }

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

  // Goroutines

  /** The state is another one, or has other processors, or the machine is at another of them. */
  lookAround(): void {
    this.processor = processorOf(this.state);
    this.isParallel = this.state.processors.length > 1;
  }

  /**
   * gopark: the goroutine waits. Its event has been recorded. `isDurable`: what it waits for belongs
   * to its bubble of testing/synctest.
   */
  park(
    goroutine: Goroutine,
    reason: WaitReason,
    status: 'waiting' | 'sleeping' = 'waiting',
    isDurable = false,
  ): void {
    goroutine.stop(status);
    goroutine.waitReason = reason;
    goroutine.since = this.statements;
    goroutine.waitsSince = this.now;
    goroutine.resuming = true;
    if (this.isParallel) this.mayRunFromNow(goroutine);
    this.leaveProcessor();
    if (goroutine.bubble !== null) parkedInBubble(this, goroutine, isDurable);
  }

  /** The goroutine that has done the last event stops running. */
  leaveProcessor(): void {
    const { processor } = this;
    processor.running = 0;
    processor.shown = 0;
    this.state.shownRunning = 0;
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
    goroutine.waitReason = '';
    goroutine.wakeAt = 0;
    if (goroutine.isDurable) wokenInBubble(goroutine);
    this.enqueueNext(goroutine);
  }

  /** Gosched and preemption: to the back of the global queue. */
  giveWay(goroutine: Goroutine): void {
    goroutine.stop('runnable');
    this.leaveProcessor();
    this.state.globalQueue.push(goroutine.id);
    if (this.isParallel) {
      this.mayRunFromNow(goroutine);
      wakeProcessor(this.state, this.ticks);
    }
  }

  /** goyield: to the back of the local queue. */
  stepAside(goroutine: Goroutine): void {
    goroutine.stop('runnable');
    if (this.isParallel) this.mayRunFromNow(goroutine);
    this.processor.running = 0;
    enqueue(this.processor, this.state.globalQueue, goroutine.id);
  }

  // Events

  /** Called before what reads frames, or changes what fast code does not look at. */
  needFrames(): void {
    if (this.at >= 0) throw needsExact;
  }

  /** The place in the user's source that a frame is at: of the innermost frame of the user's. */
  siteOf(goroutine: Goroutine): number {
    if (this.at >= 0) return this.at;
    for (let frame = goroutine.frame; frame !== null; frame = frame.caller) {
      if (!frame.func.library) return siteOfFrame(frame);
      if (frame.site !== 0 && !this.isInLibrary(frame.site)) return frame.site;
    }
    return goroutine.createdBy;
  }

  /** A library function calls itself a place too, by its deferred calls. */
  private isInLibrary(site: number): boolean {
    const func = this.program.sites[site]?.func;
    return func !== undefined && this.program.funcs[func]?.library === true;
  }

  /** The goroutine does an event here: its site. */
  arrive(goroutine: Goroutine): number {
    const site = this.at >= 0 ? this.at : this.siteOf(goroutine);
    if (site !== 0) goroutine.lastSite = site;
    const { id } = goroutine;
    this.state.shownRunning = id;
    this.processor.shown = id;
    return site;
  }

  /** Records that a goroutine starts to run; not with one processor: its next event says so. */
  runEvent(goroutine: Goroutine): void {
    const { processors, active } = this.state;
    // One that has stepped aside without a word is still shown where it was.
    for (const processor of processors) if (processor.shown === goroutine.id) processor.shown = 0;
    this.state.shownRunning = goroutine.id;
    this.processor.shown = goroutine.id;
    this.append(EventKind.run, goroutine.id, 0, active + 1, goroutine.lastSite, 0, '');
  }

  /** Records what a goroutine does; number and text 0 and '' when it says nothing more. */
  event(
    kind: EventKindCode,
    goroutine: Goroutine,
    object = 0,
    other = 0,
    number = 0,
    text = '',
  ): void {
    const site = this.arrive(goroutine);
    if (this.isParallel) this.meet(object);
    this.append(kind, goroutine.id, object, other, site, number, text);
  }

  /** Records what the runtime itself does. */
  runtimeEvent(kind: EventKindCode, fields: RuntimeEventFields = {}): void {
    const { object = 0, other = 0, site = 0, number = 0, text = '' } = fields;
    this.append(kind, 0, object, other, site, number, text);
  }

  private append(
    kind: EventKindCode,
    goroutine: number,
    object: number,
    other: number,
    site: number,
    number: number,
    text: string,
  ): void {
    const trace = this.startEvent();
    if (trace === null) return;
    let valueKind: number = ValueKind.none;
    let value = number;
    if (text !== '') {
      // Output is bytes already.
      const index = kind === EventKind.print ? trace.newText(text) : trace.text(encodeUtf8(text));
      valueKind = number === 0 ? ValueKind.text : pairValueKind;
      value = number === 0 ? index : trace.addPair(index, number);
    }
    trace.append(kind, goroutine, object, other, site, this.statements, valueKind, value);
  }

  /** Records an event that carries a Go value: integers as numbers, all else as text. */
  valueEvent(
    kind: EventKindCode,
    goroutine: Goroutine,
    object: number,
    other: number,
    value: unknown,
    type: number,
  ): void {
    const site = this.arrive(goroutine);
    if (this.isParallel) this.meet(object);
    const trace = this.startEvent();
    if (trace === null) return;
    const statements = this.statements;
    if (typeof value === 'number' && this.shownAsNumber[type] === true) {
      trace.append(kind, goroutine.id, object, other, site, statements, ValueKind.number, value);
      return;
    }
    const index = trace.text(encodeUtf8(this.text(value, type)));
    trace.append(kind, goroutine.id, object, other, site, statements, ValueKind.text, index);
  }

  /** Counts an event. The trace to write it to; null when it is there already, or nobody records. */
  startEvent(): Trace | null {
    const { trace, state } = this;
    const index = state.events;
    state.events = index + 1;
    if (this.isParallel) this.endTurn();
    else state.latestTick = this.statements + state.lead;
    if (state.events >= this.lookUpAt) this.interrupt();
    if (trace === null || index < trace.length) return null;
    // How a run ended is told in any case.
    if (index >= this.maxEvents && state.verdict === null) throw new LimitReached('events');
    if (this.isParallel || state.lead !== 0) trace.place(state.active + 1, this.ticks);
    return trace;
  }

  /** After an event others may have something to say to it: their turn. */
  private endTurn(): void {
    const { state } = this;
    state.turnEnd = this.statements;
    state.turnLength = 0;
    this.interrupt();
    state.latestTick = Math.max(state.latestTick, this.ticks);
  }

  /** The limit of events or the next cut is another one. */
  protected followEvents(): void {
    this.lookUpAt = Math.min(this.eventLimit, this.state.cutAt);
  }

  /** A Go value as an event shows it. */
  text(value: unknown, type: number): string {
    const described = this.type(type);
    if (described.string === 'time.Time') return this.timeText(value);
    return describe(this, value, described, maxTextLength);
  }

  /** A time.Time {seconds since year 1, nanoseconds, …} as seconds of the run. */
  private timeText(value: unknown): string {
    const { f0, f1 } = value as { readonly f0: number | bigint; readonly f1: number | bigint };
    const ns = (BigInt(f0) - yearOneToUnix) * 1_000_000_000n + BigInt(f1) - this.parts.epoch;
    return `${Number(ns) / 1e9}s`;
  }

  /** Appends to standard output or standard error. */
  write(goroutine: Goroutine, fd: 1 | 2, bytes: string): void {
    if (bytes === '') return;
    this.keepOutput(fd, bytes);
    this.event(EventKind.print, goroutine, 0, fd, 0, bytes);
    const { state, parts } = this;
    if (state.verdict === null && state.outputBytes > parts.limits.outputBytes) {
      throw new LimitReached('outputBytes');
    }
  }

  /** What the runtime itself has to say. */
  writeRuntime(fd: 1 | 2, bytes: string): void {
    this.keepOutput(fd, bytes);
    this.runtimeEvent(EventKind.print, { other: fd, text: bytes });
  }

  private keepOutput(fd: 1 | 2, bytes: string): void {
    const { state } = this;
    state.outputBytes += bytes.length;
    if (state.outputPieces++ >= this.output.length) this.output.push({ fd, bytes });
  }

  // Objects and addresses

  /** Numbers a new object and describes it in the trace. */
  newObject(kind: ObjectKind, goroutine: Goroutine | null, capacity: number, elem: string): number {
    const { trace } = this.parts;
    const id = ++this.state.objects;
    if (trace !== null && trace.objects.length < id) {
      trace.addObject({
        id: objectId(id),
        kind,
        site: goroutine === null ? 0 : this.siteOf(goroutine),
        goroutine: goroutineId(goroutine?.id ?? 0),
        capacity,
        elem,
        event: this.state.events,
      });
    }
    return id;
  }

  /** Keeps an object for worlds, if they are wanted. */
  show(object: Channel | SyncObject): void {
    if (this.parts.tracksObjects) this.state.shown.push(object);
  }

  /** Identity of what a reference refers to, from 1 in order of asking; 0 for nil. */
  address(reference: unknown): number {
    return identityOf(this.state, reference);
  }
}

/** The site of the instruction a frame is at, 0 when it has none. */
export function siteOfFrame(frame: Frame): number {
  const instruction = frame.func.code[frame.pc];
  return instruction !== undefined && 'site' in instruction ? instruction.site : 0;
}

function isIntegerKind(kind: string): boolean {
  return kind.startsWith('int') ? kind !== 'interface' : kind.startsWith('uint');
}

function processorOf({ processors, active }: MachineState): Processor {
  const processor = processors[active];
  if (processor === undefined) throw new Error('Broken invariant: no processor');
  return processor;
}
