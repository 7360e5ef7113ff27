// How natives are run, suspended and run again (see native.ts), and what they do with the goroutine
// that runs them. Invariant: a native's activation lives in its frame exactly while it is suspended.

import { assertNever } from '../base/assert.ts';
import { EventKind } from '../trace/trace-event.ts';
import { closeChannel, receive, send } from './channel-operations.ts';
import type { Clock } from './clock.ts';
import type { Frame } from './frame.ts';
import { CaughtPanic, NativeActivation, Next, Role } from './frame.ts';
import { nilDereference } from './go-panic.ts';
import type { Goroutine } from './goroutine.ts';
import type {
  CallOutcome,
  ChannelOperation,
  Communication,
  MachineNative,
  NativeContext,
  Statistics,
  Suspended,
} from './native.ts';
import { suspended } from './native.ts';
import { newFrame } from './panics.ts';
import type { Runtime } from './runtime.ts';
import { select } from './select.ts';
import type { Closure } from './value.ts';

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

export abstract class NativeExecution {
  protected readonly runtime: Runtime;
  protected readonly host: ContextHost;
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
  }

  /** Runs a native from its start. Its result, or `suspended`. */
  run(
    this: this & NativeContext,
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

  protected get running(): Goroutine {
    if (this.current === null) throw new Error('Broken invariant: no native is running');
    return this.current;
  }

  private keepActivation(): NativeActivation {
    this.activation ??= new NativeActivation(this.args_);
    if (this.frame !== null) this.frame.native = this.activation;
    return this.activation;
  }

  /** The goroutine stops; the native runs again in that phase. */
  private stopIn(phase: number): void {
    this.keepActivation().phase = phase;
    this.suspension = Next.stopped;
  }

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
    this.stopIn(phase);
    this.runtime.park(this.running, reason, isDurable);
    return suspended;
  }

  sleep(ns: number, phase: number): Suspended {
    this.stopIn(phase);
    this.host.clock.sleep(this.running, ns);
    return suspended;
  }

  ready(goroutine: number): void {
    this.runtime.ready(goroutine);
  }

  yield(phase: number): Suspended {
    this.stopIn(phase);
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
    this.stopIn(phase);
    this.running.resuming = true;
    runtime.waitForTick(runtime.ticks + Math.ceil(spinNs / runtime.parts.nsPerStatement));
    runtime.state.turnEnd = runtime.statements;
    runtime.interrupt();
    return suspended;
  }

  stepAside(phase: number): Suspended {
    this.stopIn(phase);
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

  channelOperation(operation: ChannelOperation, phase: number): Communication | null {
    if (this.startOperation(operation)) return this.communication();
    this.stopIn(phase);
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
}

/** Spreading an array is slow, and most natives have a receiver or two arguments. */
function called(native: MachineNative, context: NativeContext, args: readonly never[]): unknown {
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
