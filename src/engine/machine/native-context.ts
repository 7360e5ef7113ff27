// The machine as natives see it, and how natives are run, suspended and run again (see native.ts).
// Invariant: a native's activation lives in its frame exactly while it is suspended.

import { assertNever } from '../base/assert.ts';
import type { Program } from '../go/ir/program.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import type { EventKindCode, ObjectKind } from '../trace/trace-event.ts';
import { EventKind } from '../trace/trace-event.ts';
import { addressOf } from './addresses.ts';
import { bubbleEpoch } from './bubble.ts';
import { bubbleHost } from './bubble-host.ts';
import type { Wide } from './arithmetic.ts';
import { closeChannel, makeChannel, newChannel, receive, send } from './channel-operations.ts';
import type { Channel } from './channel.ts';
import type { Clock } from './clock.ts';
import type { Frame } from './frame.ts';
import { CaughtPanic, NativeActivation, Next, Role } from './frame.ts';
import {
  GoExit,
  GoKilled,
  goFatal,
  goPanic,
  nilDereference,
  runtimeErrorPanic,
} from './go-panic.ts';
import type { GoMap } from './go-map.ts';
import { MapIterator } from './go-map.ts';
import type { Goroutine } from './goroutine.ts';
import type {
  BubbleHost,
  CallOutcome,
  ChannelOperation,
  Communication,
  MachineNative,
  NativeContext,
  Statistics,
  Suspended,
} from './native.ts';
import { suspended } from './native.ts';
import type { Operations } from './operations.ts';
import { newFrame } from './panics.ts';
import type { Runtime } from './runtime.ts';
import type { GivenFile, PlannedSignal } from './runtime-parts.ts';
import { select } from './select.ts';
import { SyncObject } from './sync-object.ts';
import type { TimerAction } from './timer-queue.ts';
import type { Layout } from './types.ts';
import type { Box } from './value.ts';
import { Closure } from './value.ts';

/** What the context needs of the machine beyond the runtime. */
export interface ContextHost {
  readonly clock: Clock;
  statistics(goroutine: Goroutine): Statistics;
  startGoexit(goroutine: Goroutine): void;
  startGoroutine(
    goroutine: Goroutine,
    func: number,
    captures: readonly unknown[] | null,
    args: readonly unknown[],
  ): void;
}

/** How long one round of spinning takes: 30 PAUSE instructions. */
const spinNs = 300;

/** How a native leaves when it calls into Go. One object: nobody but us catches it. */
const leaving = Symbol('leaving a native to call into Go');

export class Context implements NativeContext {
  readonly program: Program;
  private readonly runtime: Runtime;
  private readonly host: ContextHost;
  private frame: Frame | null = null;
  private current: Goroutine | null = null;
  private activation: NativeActivation | null = null;
  private args_: readonly unknown[] = [];
  /** Calls into Go made so far by this execution of the native. */
  private callIndex = 0;
  /** What a suspended native's instruction returns: see Next. */
  suspension: number = Next.stopped;

  constructor(runtime: Runtime, host: ContextHost) {
    this.runtime = runtime;
    this.host = host;
    this.program = runtime.program;
  }

  /** Runs a native from its start. Its result, or `suspended`. */
  run(
    native: MachineNative,
    frame: Frame,
    goroutine: Goroutine,
    args: readonly unknown[],
  ): unknown {
    this.frame = frame;
    this.current = goroutine;
    this.activation = frame.native;
    this.args_ = args;
    this.callIndex = 0;
    try {
      const result = called(native, this, args as readonly never[]);
      if (result !== suspended) frame.native = null;
      return result;
    } catch (thrown) {
      if (thrown !== leaving) throw thrown;
      return suspended;
    }
  }

  private get running(): Goroutine {
    if (this.current === null) throw new Error('Broken invariant: no native is running');
    return this.current;
  }

  private keepActivation(): NativeActivation {
    this.activation ??= new NativeActivation(this.args_);
    if (this.frame !== null) this.frame.native = this.activation;
    return this.activation;
  }

  // The program

  type(id: number): RuntimeType {
    return this.runtime.type(id);
  }

  typeNamed(string: string): number {
    return this.runtime.typeNamed(string);
  }

  method(type: number, name: string): Closure | null {
    const func = this.runtime.support.methodOrNull(type, name, '');
    return func === null ? null : new Closure(func, []);
  }

  operations(type: number): Operations {
    return this.runtime.support.operations(type);
  }

  implements(type: number, target: number): boolean {
    return this.runtime.support.types.missingMethod(type, target) === null;
  }

  layout(type: number): Layout {
    return this.runtime.support.types.layout(type);
  }

  // The goroutine

  get goroutine(): number {
    return this.running.id;
  }

  get phase(): number {
    return this.activation?.phase ?? 0;
  }

  get data(): unknown {
    return this.activation?.data;
  }

  set data(value: unknown) {
    this.keepActivation().data = value;
  }

  call(closure: Closure | null, args: readonly unknown[]): readonly unknown[] {
    const outcome = this.outcome(closure, args, Role.nativeCall);
    if (outcome instanceof CaughtPanic) throw new Error('Broken invariant: a call caught a panic');
    return outcome;
  }

  tryCall(closure: Closure | null, args: readonly unknown[]): CallOutcome {
    const outcome = this.outcome(closure, args, Role.nativeTry);
    return outcome instanceof CaughtPanic
      ? { kind: 'panic', value: outcome.value }
      : { kind: 'results', results: outcome };
  }

  /** The recorded outcome of this call, or leaves to make it. */
  private outcome(
    closure: Closure | null,
    args: readonly unknown[],
    role: typeof Role.nativeCall | typeof Role.nativeTry,
  ): readonly unknown[] | CaughtPanic {
    const index = this.callIndex++;
    const recorded = this.activation?.outcomes[index];
    if (recorded !== undefined) return recorded as readonly unknown[] | CaughtPanic;
    if (closure === null) nilDereference();
    this.keepActivation();
    const called = newFrame(this.runtime, this.frame, closure.func, closure.captures, args);
    called.role = role;
    this.running.frame = called;
    this.suspension = Next.called;
    throw leaving;
  }

  park(reason: string, phase: number, isDurable = false): Suspended {
    this.keepActivation().phase = phase;
    this.suspension = Next.stopped;
    this.runtime.park(this.running, reason, 'waiting', isDurable);
    return suspended;
  }

  sleep(ns: number, phase: number): Suspended {
    this.keepActivation().phase = phase;
    this.suspension = Next.stopped;
    this.host.clock.sleep(this.running, ns);
    return suspended;
  }

  ready(goroutine: number): void {
    this.runtime.ready(goroutine);
  }

  yield(phase: number): Suspended {
    this.keepActivation().phase = phase;
    this.suspension = Next.stopped;
    this.running.resuming = true;
    this.runtime.event(EventKind.yield, this.running);
    this.runtime.giveWay(this.running);
    return suspended;
  }

  canSpin(): boolean {
    const { processor, state } = this.runtime;
    if (state.processors.length === 1) return false;
    const isWanted = processor.runNext !== 0 || processor.queue.length > 0;
    return !isWanted && state.processors.some((other) => other !== processor && other.running > 0);
  }

  spin(phase: number): Suspended {
    const { runtime } = this;
    this.keepActivation().phase = phase;
    this.suspension = Next.stopped;
    this.running.resuming = true;
    runtime.waitForTick(runtime.ticks + Math.ceil(spinNs / runtime.parts.nsPerStatement));
    runtime.state.turnEnd = runtime.statements;
    runtime.interrupt();
    return suspended;
  }

  stepAside(phase: number): Suspended {
    this.keepActivation().phase = phase;
    this.suspension = Next.stopped;
    this.running.resuming = true;
    this.runtime.stepAside(this.running);
    return suspended;
  }

  goexit(): Suspended {
    this.runtime.needFrames();
    this.suspension = Next.stopped;
    this.host.startGoexit(this.running);
    return suspended;
  }

  startGoroutine(closure: Closure, args: readonly unknown[]): void {
    this.runtime.needFrames();
    this.host.startGoroutine(this.running, closure.func, closure.captures, args);
  }

  panic(value: Box | null): never {
    goPanic(value);
  }

  runtimePanic(text: string): never {
    runtimeErrorPanic(text);
  }

  fatal(text: string): never {
    goFatal(text);
  }

  exit(code: number): never {
    throw new GoExit(code);
  }

  endBySignal(signal: number): never {
    throw new GoKilled(signal);
  }

  // The world outside

  now(): number {
    return this.runtime.now;
  }

  clock(): { readonly wall: bigint; readonly run: number | null } {
    const { bubble } = this.running;
    if (bubble !== null) return { wall: bubbleEpoch + BigInt(bubble.now), run: null };
    const run = Math.floor(this.runtime.now);
    return { wall: this.runtime.parts.epoch + BigInt(run), run };
  }

  traceAll(all: boolean): void {
    this.runtime.state.tracesAll = all;
  }

  get bubbles(): BubbleHost {
    return bubbleHost(this.runtime, this.running);
  }

  listen(): void {
    this.host.clock.listen();
  }

  get signals(): readonly PlannedSignal[] {
    return this.runtime.parts.signals;
  }

  get files(): readonly GivenFile[] {
    return this.runtime.parts.files ?? [];
  }

  get args(): readonly string[] {
    return this.runtime.parts.args;
  }

  random(count: number): number {
    return this.runtime.choose('random', count);
  }

  write(fd: 1 | 2, bytes: string): void {
    this.runtime.write(this.running, fd, bytes);
  }

  read(max: number): string {
    const { state, parts } = this.runtime;
    const bytes = parts.input.slice(state.inputOffset, state.inputOffset + max);
    state.inputOffset += bytes.length;
    return bytes;
  }

  get statistics(): Statistics {
    this.runtime.needFrames();
    return this.host.statistics(this.running);
  }

  // Objects and events

  address(value: unknown, type: number): number {
    return addressOf(this.runtime, value, type);
  }

  object(kind: ObjectKind, reference: unknown): SyncObject {
    const holder = reference as { sync?: SyncObject | null };
    // The property is looked for by name only where nothing is kept in it yet.
    const known = holder.sync;
    if (known) return known;
    if ('sync' in holder) {
      holder.sync ??= this.newSyncObject(kind);
      return holder.sync;
    }
    const key = String(this.runtime.address(reference));
    const { syncObjects } = this.runtime.state;
    let object = syncObjects.get(key);
    if (object === undefined) {
      object = this.newSyncObject(kind);
      syncObjects.set(key, object);
    }
    return object;
  }

  private newSyncObject(kind: ObjectKind): SyncObject {
    const object = new SyncObject(this.runtime.newObject(kind, this.running, 0, -1), kind);
    this.runtime.show(object);
    return object;
  }

  enqueue(object: SyncObject, options: { front?: boolean; mode?: number } = {}): void {
    const waiter = this.running.waitFor(object.id, undefined, -1, options.mode);
    if (options.front === true) object.queue.unshift(waiter);
    else object.queue.push(waiter);
  }

  acquire(object: object, part = 0): void {
    this.runtime.detector?.acquire(this.running.id, object, part);
  }

  release(object: object, part = 0): void {
    this.runtime.detector?.release(this.running.id, object, part);
  }

  releaseMerge(object: object, part = 0): void {
    this.runtime.detector?.releaseMerge(this.running.id, object, part);
  }

  atomicAccess(variable: object, object: SyncObject, isWrite: boolean): void {
    this.runtime.detector?.atomic(this.running, variable, object, isWrite);
  }

  waitGroupMark(group: object, isWrite: boolean): void {
    this.runtime.detector?.waitGroupMark(this.running, group, isWrite);
  }

  event(kind: EventKindCode, object = 0, other = 0, number = 0, text: string | number = ''): void {
    this.runtime.event(kind, this.running, object, other, number, text);
  }

  text(value: unknown, type: number): string {
    return this.runtime.text(value, type);
  }

  startTimer(object: SyncObject, action: TimerAction, ns: number, period: number): void {
    this.host.clock.start(this.running, object, action, ns, period);
  }

  stopTimer(object: SyncObject): boolean {
    return this.host.clock.stop(this.running, object);
  }

  resetTimer(object: SyncObject, ns: number, period: number): boolean {
    return this.host.clock.reset(this.running, object, ns, period);
  }

  newTimerChannel(elem: number): Channel {
    return newChannel(this.runtime, this.running, elem, 1, true);
  }

  makeChannel(type: number, capacity: Wide): Channel {
    return makeChannel(this.runtime, this.running, type, capacity);
  }

  channelOperation(operation: ChannelOperation, phase: number): Communication | null {
    if (this.startOperation(operation)) return this.communication();
    this.keepActivation().phase = phase;
    this.suspension = Next.stopped;
    return null;
  }

  private startOperation(operation: ChannelOperation): boolean {
    const { runtime, running } = this;
    switch (operation.kind) {
      case 'send':
        return send(runtime, running, operation.channel, operation.value);
      case 'receive':
        return receive(runtime, running, operation.channel);
      case 'close':
        closeChannel(runtime, running, operation.channel);
        return true;
      case 'select':
        return select(runtime, running, operation.parts, operation.hasDefault);
      default:
        return assertNever(operation);
    }
  }

  communication(): Communication {
    const { selected, value, ok } = this.running;
    this.running.value = undefined;
    return { selected, value, ok };
  }

  mapSlots(map: GoMap | null): readonly number[] {
    const count = map === null ? 0 : map.slotCount;
    const walk = new MapIterator(map, count > 1 ? this.runtime.choose('mapOrder', count) : 0);
    const slots: number[] = [];
    while (walk.next()) slots.push(walk.slot);
    return slots;
  }
}

/** Spreading an array is slow, and most natives have a receiver or two arguments. */
function called(native: MachineNative, context: Context, args: readonly never[]): unknown {
  switch (args.length) {
    case 1:
      return native.call(context, args[0] as never);
    case 2:
      return native.call(context, args[0] as never, args[1] as never);
    default:
      return native.call(context, ...args);
  }
}

/** A call of a native has returned: its results become the next recorded outcome. */
export function recordOutcome(called: Frame, goroutine: Goroutine): void {
  const { result } = goroutine;
  const { resultTypes } = called.func;
  const results =
    resultTypes.length === 0 ? [] : resultTypes.length === 1 ? [result] : (result as unknown[]);
  called.caller?.native?.outcomes.push(results);
}
