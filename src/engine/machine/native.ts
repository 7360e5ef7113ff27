// Natives: library functions written in TypeScript. A Go function without a body is looked up here by
// its qualified name: `strings.Index`, `sync.(*Mutex).Lock`, `time.Time.Format`.
//
// Two kinds:
//   pure     a function of its arguments: no event, clock, choice, output or call into Go. May
//            panic with `goPanic` (machine/go-panic.ts).
//   machine  gets a NativeContext first. May record at most one event, park, choose, print, panic,
//            or call Go functions.
//
// Arguments and results are Go values in the one representation (go/ir/expression.ts): receiver
// first, variadic arguments as a Slice. One result is returned as it is, several as a JS array,
// none as undefined. Structs and arrays are passed as copies (the callee owns them); a pointer to a
// struct is the struct object itself: read its fields as f0, f1, …
//
// Suspension. A native has no stack of its own that could be kept, so it is RE-EXECUTED:
//   context.call(closure, args)   the first time it throws out of the native (never catch what is
//       not yours); the machine runs the Go function as an ordinary frame on top of the caller and
//       then runs the native again from its start, with the same arguments; this time the call
//       returns the recorded results. So whatever a native does before a call must be repeatable:
//       no events, no writes to the Go heap, same order of calls. Calls are numbered by order.
//   context.tryCall(closure, args)   the same, but a panic of the callee comes back as data.
//   return context.park(reason, phase)   the goroutine waits; whoever calls context.ready(id) on it
//       lets the native run again with `context.phase === phase` (0 at first). `context.data`
//       survives with it. Natives that park are small state machines: `switch (context.phase)`.

import type { Program } from '../go/ir/program.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import type { EventKindCode, ObjectKind } from '../trace/trace-event.ts';
import type { Wide } from './arithmetic.ts';
import type { Bubble } from './bubble.ts';
import type { Channel } from './channel.ts';
import type { GoMap } from './go-map.ts';
import type { Operations } from './operations.ts';
import type { SyncObject } from './sync-object.ts';
import type { TimerAction } from './timer-queue.ts';
import type { Layout } from './types.ts';
import type { Box, Closure } from './value.ts';

/** The arguments are declared by each native as it needs them. */
export interface PureNative {
  readonly kind: 'pure';
  readonly call: (...args: never[]) => unknown;
}
export interface MachineNative {
  readonly kind: 'machine';
  readonly call: (context: NativeContext, ...args: never[]) => unknown;
}
export type Native = PureNative | MachineNative;

/** Natives by qualified name. */
export type NativeTable = ReadonlyMap<string, Native>;

/** What a native returns to suspend itself: the result of `park`. */
export const suspended = Symbol('suspended');
export type Suspended = typeof suspended;

export type CallOutcome =
  | { readonly kind: 'results'; readonly results: readonly unknown[] }
  | { readonly kind: 'panic'; readonly value: Box | null };

export interface NativeContext {
  // The program
  readonly program: Program;
  type(id: number): RuntimeType;
  /** Id of the type that %T prints so (`string`, `*errors.errorString`); throws when unknown. */
  typeNamed(string: string): number;
  /** The method of a dynamic type, taking the receiver first; null if there is none. */
  method(type: number, name: string): Closure | null;
  /** What can be done with the values of a type: zero, copy, compare, make. */
  operations(type: number): Operations;
  /** Whether a type has all methods of an interface type. */
  implements(type: number, target: number): boolean;
  /** Size and alignment of the values of a type. */
  layout(type: number): Layout;

  // The goroutine
  /** Id of the goroutine that runs the native. */
  readonly goroutine: number;
  /** 0 at first; after a park what the native gave to `park`. */
  readonly phase: number;
  /** A Go value (or a JS primitive) kept from phase to phase; undefined at first. */
  data: unknown;
  call(closure: Closure | null, args: readonly unknown[]): readonly unknown[];
  tryCall(closure: Closure | null, args: readonly unknown[]): CallOutcome;
  /**
   * Stops the goroutine; `return` what it gives. Record the block event first. `isDurable`: what it
   * waits for belongs to its bubble of testing/synctest.
   */
  park(reason: string, phase: number, isDurable?: boolean): Suspended;
  /** time.Sleep: the goroutine waits for virtual time to pass. Records the event. */
  sleep(ns: number, phase: number): Suspended;
  /** Makes a parked goroutine runnable, as the runtime's goready does. */
  ready(goroutine: number): void;
  /** goyield: to the back of the local queue, without an event; runs again with `phase`. */
  stepAside(phase: number): Suspended;
  /** Whether it may pay to wait without parking: others run, and nobody waits for this processor. */
  canSpin(): boolean;
  /** Waits a moment on its processor (Go: runtime_doSpin), without an event; runs again with `phase`. */
  spin(phase: number): Suspended;
  /** Gosched: to the back of the global queue; runs again with `phase`. */
  yield(phase: number): Suspended;
  /** panic(value); null is panic(nil). */
  panic(value: Box | null): never;
  /** Panics with a runtime.Error whose text is `runtime error: ${text}`. */
  runtimePanic(text: string): never;
  /** `fatal error: ${text}`: ends the program, nothing recovers. */
  fatal(text: string): never;
  exit(code: number): never;
  /** As a signal does that nobody listens to. */
  endBySignal(signal: number): never;

  // The world outside, all through the machine
  /** Virtual nanoseconds since the start of the run. */
  now(): number;
  /**
   * The clock that the goroutine sees: nanoseconds since 1970, and nanoseconds since the start of
   * the run, null in a bubble of testing/synctest.
   */
  clock(): { readonly wall: bigint; readonly run: number | null };
  /** A random number 0 ≤ n < count (count ≤ 2^32) by the scheduler's door. */
  random(count: number): number;
  /** Appends bytes to standard output (1) or standard error (2); records a `print` event. */
  write(fd: 1 | 2, bytes: string): void;
  /** Up to `max` bytes of standard input; '' at its end. */
  read(max: number): string;
  /** os.Args. */
  readonly args: readonly string[];
  /** Files that lie in the working directory when the program begins. */
  readonly files: readonly { readonly name: string; readonly bytes: string }[];
  /** A signal may come from now on. */
  listen(): void;
  /** Signals that are sent to the program, in any order. */
  readonly signals: readonly { readonly signal: number; readonly atNs: number }[];

  // Objects and events
  /**
   * The address in bytes that a value of a pointer, slice, map, chan or func type stands for, 0 for
   * nil; for equal pointers the same. Ask before you change anything: it may need frames.
   */
  address(value: unknown, type: number): number;
  /**
   * What the machine keeps for a Go object (a mutex, a wait group, …): its id in the trace, who
   * holds it, who waits. Made at first use; shown under the operand of the place that used it first.
   */
  object(kind: ObjectKind, reference: unknown): SyncObject;
  /** The goroutine's place in a queue; park next. `mode` is for the object's own use. */
  enqueue(object: SyncObject, options?: { readonly front?: boolean; readonly mode?: number }): void;
  /** For a detector of data races: what `release` was called after comes before what follows. */
  acquire(object: object, part?: number): void;
  release(object: object, part?: number): void;
  /** A release that leaves those before it in force. */
  releaseMerge(object: object, part?: number): void;
  /** An atomic operation on a variable: a pointer to it, or the struct whose f0 it is. */
  atomicAccess(variable: object, object: SyncObject, isWrite: boolean): void;
  /** That WaitGroup.Add and Wait of a group are in an order is seen by this mark. */
  waitGroupMark(group: object, isWrite: boolean): void;
  /**
   * What the goroutine does; numbers are 0 and the text '' where the event says nothing. An integer as
   * text stands for its digits.
   */
  event(
    kind: EventKindCode,
    object?: number,
    other?: number,
    number?: number,
    text?: string | number,
  ): void;
  /** A Go value as an event shows it: as %v prints it, shortened. */
  text(value: unknown, type: number): string;
  /** Bubbles of testing/synctest, for the goroutine that runs the native. */
  readonly bubbles: BubbleHost;
  /** debug.SetTraceback: from now on a panic shows the stacks of all goroutines, or of one. */
  traceAll(all: boolean): void;
  /** Starts the timer of an object, with its event; `ns` from now, then every `period` if not 0. */
  startTimer(object: SyncObject, action: TimerAction, ns: number, period: number): void;
  /** Stops it; whether it was active. */
  stopTimer(object: SyncObject): boolean;
  /** Starts it anew; whether it was active. */
  resetTimer(object: SyncObject, ns: number, period: number): boolean;
  /** A timer's channel of element type `elem`. */
  newTimerChannel(elem: number): Channel;
  /** make(T, capacity) for a channel type. */
  makeChannel(type: number, capacity: Wide): Channel;
  /** A channel statement: done at once, or null while the goroutine waits; then it runs again with `phase`. */
  channelOperation(operation: ChannelOperation, phase: number): Communication | null;
  /** What a channel statement brought that had to wait. */
  communication(): Communication;
  /** A walk over a map from a start of the scheduler's choice: the slots of its entries. */
  mapSlots(map: GoMap | null): readonly number[];
  /** Runs a Go function in a new goroutine, as a go statement does. */
  startGoroutine(closure: Closure, args: readonly unknown[]): void;
  /** runtime.Goexit: return what it gives. */
  goexit(): Suspended;
  /** Statement counts, goroutines and memory, for package runtime. */
  readonly statistics: Statistics;
}

/** A channel statement, for reflection; the parts of a select are as in machine/select.ts. */
export type ChannelOperation =
  | { readonly kind: 'send'; readonly channel: Channel | null; readonly value: unknown }
  | { readonly kind: 'receive'; readonly channel: Channel | null }
  | { readonly kind: 'close'; readonly channel: Channel | null }
  | { readonly kind: 'select'; readonly parts: readonly unknown[]; readonly hasDefault: boolean };

/** How a channel statement ended: the case of a select (-1 for default), what was received. */
export interface Communication {
  readonly selected: number;
  readonly value: unknown;
  readonly ok: boolean;
}

/** What natives do with bubbles of testing/synctest. */
export interface BubbleHost {
  /** The one that the goroutine is in; null outside. */
  readonly current: Bubble | null;
  /** Makes a bubble around the goroutine, which has none, as its root. */
  enter(): void;
  /** The bubble is over: how many goroutines are left in it besides its root. */
  leave(): number;
  /** What the others of the bubble did before they stopped comes before what follows. */
  meet(): void;
  /** Whether a waiting goroutine is in another bubble than this one. */
  isForeign(goroutine: number): boolean;
  /** Whether what a reference refers to is a variable of a package. */
  isGlobal(reference: unknown): boolean;
}

/** What package runtime reports. */
export interface Statistics {
  readonly goroutines: number;
  readonly processors: number;
  /** Processors that the run was started with. */
  readonly cpus: number;
  /** Data races reported so far. */
  readonly races: number;
  /** Changes the number of processors, ≥ 1. */
  setProcessors(count: number): void;
  /** The stack of the goroutine that runs the native, innermost first. */
  readonly callers: readonly CallerPlace[];
  /** What a pc stands for; null when it is none. */
  placeAt(pc: number): CallerPlace | null;
  /** The live heap, measured now. */
  heap(): { readonly bytes: number; readonly objects: number };
  /** The goroutine's stack, or all stacks, as runtime.Stack prints them. */
  stackText(all: boolean): string;
}

export interface CallerPlace {
  /** Stands for the place: > 0, the same for the same instruction. */
  readonly pc: number;
  readonly func: string;
  readonly file: string;
  readonly line: number;
}

/** Registers pure natives: `pureNatives({ 'strings.Index': index })`. */
export function pureNatives(
  functions: Readonly<Record<string, PureNative['call']>>,
): [string, Native][] {
  return Object.entries(functions).map(([name, call]) => [name, { kind: 'pure', call }]);
}

/** Registers machine natives. */
export function machineNatives(
  functions: Readonly<Record<string, MachineNative['call']>>,
): [string, Native][] {
  return Object.entries(functions).map(([name, call]) => [name, { kind: 'machine', call }]);
}
