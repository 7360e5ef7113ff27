// The machine: runs a program's goroutines, in one flavour of code or the other. Emitted code calls its
// methods as R. Invariants: `run` stops only between statements; what happens between
// two statements (a timer fires, a goroutine is picked) happens in steps of its own, each with at
// most one event; the same program, options and schedule give the same run on every host.

import { Suspension, type SuspensionCode } from '../code/fast/suspension.ts';
import type { Evaluate } from '../code/unit.ts';
import { EventKind } from '../trace/trace-event.ts';
import type { Wide } from './arithmetic.ts';
import { settle } from './bubble-clock.ts';
import { bornInBubble, leaveBubble } from './bubble-life.ts';
import type { Channel } from './channel.ts';
import * as channels from './channel-operations.ts';
import type { TimeValue } from './clock.ts';
import { Clock, endsProgram } from './clock.ts';
import * as ending from './ending.ts';
import { execute } from './execute.ts';
import { executeFast } from './fast-execution.ts';
import { callBegins } from './fast-suspension.ts';
import type { Detector } from './detector.ts';
import type { Frame } from './frame.ts';
import { type GoMap, MapIterator } from './go-map.ts';
import { GoExit, GoFatal, GoKilled, goFatal } from './go-panic.ts';
import { Goroutine } from './goroutine.ts';
import { allocate, measureHeap, measureInterval } from './heap-limit.ts';
import { LimitReached } from './limits.ts';
import type { MachineNative, NativeTable } from './native.ts';
import { Context } from './native-context.ts';
import * as panics from './panics.ts';
import { siteOfFrame } from './recorder.ts';
import { Runtime } from './runtime.ts';
import type { RuntimeParts } from './runtime-parts.ts';
import { Scheduling, startupTicks } from './scheduling.ts';
import type { SelectParts } from './select.ts';
import { select } from './select.ts';
import { MachineState } from './state.ts';
import { statisticsOf } from './statistics.ts';
import { type Support, supportFor } from './support.ts';
import { Timer } from './timer-queue.ts';
import type { Box } from './value.ts';
import type { Verdict } from './verdict.ts';

/** What a machine needs besides the parts of a run. */
export interface MachineOptions extends RuntimeParts {
  readonly natives: NativeTable;
  /** How goroutines are run: `fast` uses the exact flavour only where it is needed. */
  readonly flavour: 'exact' | 'fast';
  /** Looks for data races; then the exact flavour runs. */
  readonly detector?: ((runtime: Runtime) => Detector) | undefined;
  readonly evaluate: Evaluate;
  readonly timeValue: TimeValue;
}

export class Machine extends Runtime {
  readonly support: Support;
  readonly clock: Clock;
  private readonly context: Context;
  /** Run in the exact flavour only. */
  private exactly: boolean;
  private runsNative = false;
  private readonly scheduling: Scheduling;

  constructor(options: MachineOptions) {
    super(options, new MachineState(options.seed, options.processors));
    this.support = supportFor({
      program: options.program,
      natives: options.natives,
      evaluate: options.evaluate,
      tracksMemory: options.detector !== undefined,
    });
    this.support.serve(this);
    this.detector = options.detector?.(this) ?? null;
    this.exactly = options.flavour === 'exact' || this.detector !== null;
    this.clock = new Clock(this, options.timeValue);
    this.scheduling = new Scheduling(this, this.clock);
    this.context = new Context(this, {
      clock: this.clock,
      statistics: (goroutine) =>
        statisticsOf(this, goroutine, (count) => this.scheduling.setProcessors(goroutine, count)),
      startGoexit: (goroutine) => panics.startGoexit(this, this, goroutine),
      startGoroutine: (goroutine, func, captures, args) =>
        this.startGoroutineHere(goroutine, func, panics.newFrame(this, null, func, captures, args)),
    });
    this.state.globals = options.program.globals.map(({ type }) => this.globalZero(type));
    this.globals = this.state.globals;
    this.state.measureAt = measureInterval;
    this.state.cutAt = options.scheduler.cuts[0] ?? Number.POSITIVE_INFINITY;
    this.followEvents();
    const { entry } = options.program;
    const main = new Goroutine(1, panics.newFrame(this, null, entry, null, []), 0, 0, 0, '');
    this.state.goroutines.push(main);
    this.state.alive = 1;
    this.processor.tick = startupTicks;
    this.processor.runNext = main.id;
    // Programs that import os/signal deal with signals themselves.
    if (options.program.funcs.some(({ name }) => name === 'os/signal.deliver')) return;
    for (const { signal, atNs } of options.signals) {
      if (!endsProgram(signal)) continue;
      this.state.timers.start(new Timer(0, { kind: 'kill', signal }), atNs);
    }
  }

  private globalZero(type: number): unknown {
    const zero = this.support.operations(type).zero();
    const { kind } = this.type(type);
    return kind === 'struct' || kind === 'array' ? zero : this.support.newCell(zero);
  }

  /** How the run ended; null while it goes on. */
  get verdict(): Verdict | null {
    return this.state.verdict;
  }

  /** Runs until the whole run counts `statements`, or it ends; statements are whole. */
  runTo(statements: number): void {
    const end = Math.floor(statements);
    this.lastFrame = null;
    this.support.serve(this);
    while (this.state.verdict === null && this.statements < end) this.advance(end);
    this.state.statements = this.statements;
    this.lastFrame = null;
  }

  /** Runs at most so many statements more. */
  run(statements: number): void {
    this.runTo(this.statements + statements);
  }

  /** Runs until so many events have happened in the whole run, or it ends. */
  runToEvent(events: number): void {
    this.lastFrame = null;
    this.support.serve(this);
    // The last event is approached exactly, so that the machine stands where it happened.
    this.advanceToEvent(events - 1);
    const { exactly } = this;
    this.exactly = true;
    this.advanceToEvent(events);
    this.exactly = exactly;
    this.state.statements = this.statements;
    if (this.lastPc < 0) this.lastFrame = null;
  }

  private advanceToEvent(events: number): void {
    this.eventLimit = events;
    this.followEvents();
    while (this.state.verdict === null && this.state.events < events) {
      this.advance(Number.POSITIVE_INFINITY);
    }
    this.eventLimit = Number.POSITIVE_INFINITY;
    this.followEvents();
  }

  /** Goes on from another state of the same run, which it takes over. */
  restore(state: MachineState): void {
    this.state = state;
    this.lastFrame = null;
    this.globals = state.globals;
    this.lookAround();
    this.followEvents();
    this.detector?.follow(state);
    this.resetStatements(state.statements);
  }

  /** Lets one thing happen: a step of the scheduler, or statements of the goroutine that runs. */
  private advance(until: number): void {
    const { state } = this;
    try {
      this.checkLimits();
      if (this.writesReport()) return;
      if (state.starting !== null) {
        this.startTimerGoroutine();
        return;
      }
      if (state.settling !== null && settle(this, this.clock)) return;
      if (state.events >= state.cutAt) {
        this.scheduling.cut();
        this.followEvents();
      }
      if (!this.scheduling.takeTurn() || this.clock.fireDue()) return;
      let goroutine = this.scheduling.current;
      if (goroutine === null) {
        this.scheduling.pick();
        // On one processor nothing has happened that could be seen: it may run at once.
        if (this.isParallel || state.verdict !== null) return;
        goroutine = this.scheduling.current;
        if (goroutine === null) return;
      }
      if (this.statements >= this.state.sliceEnd) {
        this.scheduling.preempt(goroutine);
        return;
      }
      this.lastFrame = null;
      const horizon = Math.min(
        until,
        this.state.sliceEnd,
        this.clock.dueStatements,
        this.clock.endStatements,
        state.measureAt,
        state.turnEnd,
        this.detector?.reportDue(state.reports) ?? Number.POSITIVE_INFINITY,
      );
      this.setHorizon(Math.min(horizon, this.parts.limits.statements));
      if (this.exactly) execute(this, goroutine);
      else executeFast(this, goroutine);
    } catch (thrown) {
      this.endBy(thrown, this.scheduling.current);
    }
  }

  /** Writes a report of the detector if one is due. */
  private writesReport(): boolean {
    const { detector, state } = this;
    if (detector === null || detector.reportDue(state.reports) > this.statements) return false;
    this.writeRuntime(2, detector.report(state.reports++));
    return true;
  }

  private checkLimits(): void {
    const { limits } = this.parts;
    if (this.statements >= limits.statements) throw new LimitReached('statements');
    if (this.now > limits.virtualNs) throw new LimitReached('virtualNs');
    if (this.statements >= this.state.measureAt) measureHeap(this);
  }

  private startTimerGoroutine(): void {
    const timer = this.state.starting;
    this.state.starting = null;
    if (timer === null || timer.action.kind !== 'call') return;
    const { closure } = timer.action;
    const frame = panics.newFrame(this, null, closure.func, closure.captures, []);
    const id = this.state.goroutines.length + 1;
    const made = new Goroutine(id, frame, 0, this.state.events, timer.site, 'time.goFunc');
    this.state.goroutines.push(made);
    this.state.alive++;
    this.detector?.startTimerGoroutine(timer, id);
    bornInBubble(made, timer.bubble);
    this.runtimeEvent(EventKind.go, { object: timer.object, other: id, site: timer.site });
    this.enqueueNext(made);
  }

  // The goroutine that runs

  /** The goroutine is over. */
  exit(goroutine: Goroutine): void {
    this.event(EventKind.exit, goroutine);
    goroutine.end();
    leaveBubble(this, goroutine);
    this.leaveProcessor();
    const isTold = this.parts.tracksObjects || this.detector !== null;
    if (!isTold) this.state.goroutines[goroutine.id - 1] = null;
    this.state.alive--;
  }

  /** A panic kills the program. */
  die(goroutine: Goroutine): void {
    ending.die(this, goroutine);
  }

  private endBy(thrown: unknown, goroutine: Goroutine | null): void {
    try {
      this.conclude(thrown, goroutine);
    } catch (again) {
      // The last words were too many.
      if (!(again instanceof LimitReached)) throw again;
      ending.stopAtLimit(this, goroutine, again.limit);
    }
  }

  private conclude(thrown: unknown, goroutine: Goroutine | null): void {
    if (thrown instanceof LimitReached) ending.stopAtLimit(this, goroutine, thrown.limit);
    else if (thrown instanceof GoExit) {
      ending.end(this, goroutine, { kind: 'exit', exitCode: thrown.code });
    } else if (thrown instanceof GoKilled) ending.kill(this, goroutine, thrown.signal);
    else if (thrown instanceof GoFatal && goroutine !== null) {
      ending.fatal(this, goroutine, thrown.text);
    } else if (isOutOfMemory(thrown)) ending.stopAtLimit(this, goroutine, 'heapBytes');
    else throw thrown;
  }

  // What emitted code calls

  /** Counts a big allocation. */
  allocate(bytes: number): void {
    allocate(this, bytes, this.runsNative);
  }

  makeChannel(_frame: Frame, goroutine: Goroutine, type: number, capacity: Wide): Channel {
    return channels.makeChannel(this, goroutine, type, capacity);
  }

  send(_frame: Frame, goroutine: Goroutine, channel: Channel | null, value: unknown): boolean {
    return channels.send(this, goroutine, channel, value);
  }

  sent(goroutine: Goroutine): void {
    channels.sent(goroutine);
  }

  receive(_frame: Frame, goroutine: Goroutine, channel: Channel | null): boolean {
    return channels.receive(this, goroutine, channel);
  }

  closeChannel(_frame: Frame, goroutine: Goroutine, channel: Channel | null): void {
    channels.closeChannel(this, goroutine, channel);
  }

  select(_frame: Frame, goroutine: Goroutine, parts: SelectParts, hasDefault: boolean): boolean {
    return select(this, goroutine, parts, hasDefault);
  }

  rangeMap(map: GoMap | null): MapIterator {
    const slots = map === null ? 0 : map.slotCount;
    return new MapIterator(map, slots > 1 ? this.choose('mapOrder', slots) : 0);
  }

  runDeferred(frame: Frame, goroutine: Goroutine): number {
    return panics.runDeferred(this, frame, goroutine);
  }

  recover(frame: Frame, goroutine: Goroutine): Box | null {
    return panics.recover(this, frame, goroutine);
  }

  recoverDeferred(frame: Frame, goroutine: Goroutine): Box | null {
    return panics.recoverDeferred(this, frame, goroutine);
  }

  /** A go statement's function value is nil, and nothing is around its call. */
  goNil(): never {
    goFatal('go of nil func value');
  }

  /** A go statement, with the frame that the new goroutine begins with. */
  startGoroutine(_frame: Frame, goroutine: Goroutine, func: number, first: Frame): void {
    this.startGoroutineHere(goroutine, func, first);
  }

  /** A go statement of the frame that the goroutine is in. */
  private startGoroutineHere(parent: Goroutine, func: number, first: Frame): void {
    const { frame } = parent;
    const name = frame === null ? '' : frame.func.name;
    this.addGoroutine(parent, func, first, name, frame === null ? 0 : siteOfFrame(frame));
  }

  callNative(
    frame: Frame,
    goroutine: Goroutine,
    native: MachineNative,
    args: readonly unknown[],
  ): unknown {
    return this.context.run(native, frame, goroutine, args);
  }

  /** Runs a suspended native again. */
  resumeNative(frame: Frame, goroutine: Goroutine): unknown {
    const instruction = frame.func.code[frame.pc];
    if (instruction?.kind !== 'callNative' || frame.native === null) {
      throw new Error('Broken invariant: no suspended native');
    }
    const native = this.support.native(instruction.name);
    if (native.kind !== 'machine') throw new Error('Broken invariant: a pure native waits');
    return this.context.run(native, frame, goroutine, frame.native.args);
  }

  /** What the instruction of a suspended native returns. */
  get suspension(): number {
    return this.context.suspension;
  }

  private addGoroutine(
    parent: Goroutine,
    func: number,
    first: Frame,
    creator: string,
    goSite: number,
  ): void {
    const { state } = this;
    if (state.alive >= this.parts.limits.goroutines) throw new LimitReached('goroutines');
    const id = state.goroutines.length + 1;
    const site = parent.frame === null ? 0 : this.siteOf(parent);
    const made = new Goroutine(id, first, parent.id, state.events, site, creator);
    made.again = this.support.beginningOf(func);
    made.goSite = goSite;
    state.goroutines.push(made);
    state.alive++;
    this.detector?.startGoroutine(parent, id);
    bornInBubble(made, parent.bubble);
    this.event(EventKind.go, parent, 0, id);
    this.enqueueNext(made);
  }

  // What fast code calls

  /** A go statement of fast code: which function it is in, and its site. */
  startFrom(by: number, site: number, goroutine: Goroutine, func: number, first: Frame): void {
    this.addGoroutine(goroutine, func, first, this.funcName(by), site);
  }

  pickAtOnce(): Goroutine | null {
    return this.scheduling.pickAtOnce();
  }

  /** Runs a native for which there is no frame. */
  runNative(goroutine: Goroutine, native: MachineNative, args: readonly unknown[]): unknown {
    this.runsNative = true;
    const result = this.context.run(native, this.spilled.standIn, goroutine, args);
    this.runsNative = false;
    return result;
  }

  /** Fast code hands over the frame of a function in which the goroutine has stopped. */
  stopped(frame: Frame): void {
    this.at = -1;
    this.spilled.begin(frame, Suspension.stopped);
    this.budget = ~this.budget;
  }

  /** Fast code hands over the frame of a function that is suspended, the innermost first. */
  spill(frame: Frame, why: SuspensionCode, thrown: unknown, goroutine: Goroutine): void {
    if (why === Suspension.callee) {
      this.spilled.link(frame);
      return;
    }
    this.at = -1;
    this.runsNative = false;
    const native = { suspension: this.context.suspension, called: goroutine.frame };
    if (this.spilled.start(frame, why, thrown, native)) this.budget++;
    this.budget = ~this.budget;
  }

  /** Fast code calls a function that has none: it is suspended with a frame that begins. */
  beginExactly(frame: Frame): void {
    this.at = -1;
    this.spilled.begin(frame, callBegins);
    this.budget = ~this.budget;
  }
}

/** The host's own limits: a string or array that is too long, or no memory left. */
function isOutOfMemory(thrown: unknown): boolean {
  return (
    thrown instanceof RangeError && /length|allocation|memory|maximum size/i.test(thrown.message)
  );
}
