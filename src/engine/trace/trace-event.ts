// The vocabulary of the trace: one event is one visible step of the program, already happened.
// Invariants: an event names all it changes, so that folding needs no machine; `goroutine` is the
// goroutine that did it (0: the runtime, e.g. a timer); a goroutine that does an event is running.
// The sentence beside each kind says what it means; columns not named are 0.

import type { Brand } from '../base/brand.ts';

export type GoroutineId = Brand<number, 'GoroutineId'>;
/** Channels, mutexes, wait groups, timers… share one numbering, from 1. */
export type ObjectId = Brand<number, 'ObjectId'>;
/** Number of events folded: step 0 is before the first event. */
export type StepIndex = Brand<number, 'StepIndex'>;
/** Nanoseconds since the start of the run. */
export type VirtualTime = Brand<number, 'VirtualTime'>;

/**
 * Kinds of events. `w` below is the column `other`: usually the goroutine that this event makes
 * runnable (0 if none). Values are texts of Go values as %v prints them, cut to 200 bytes.
 */
export const EventKind = {
  /** g starts goroutine `other`. site: the go statement. */
  go: 1,
  /** g's function returned (or Goexit). */
  exit: 2,
  /** g makes channel `object`. number: capacity. */
  makeChan: 3,
  /** g's send on `object` completes at once: into receiver w, or (w=0) into the buffer. value. */
  send: 4,
  /**
   * g receives value from `object`. Buffered: the head; then, if w, the value of the first waiting
   * sender w moves in at the tail. Unbuffered: directly from waiting sender w.
   */
  receive: 5,
  /** g receives the zero value: `object` is closed and empty. */
  receiveClosed: 6,
  /** g closes `object`; all its waiting receivers and senders become runnable. */
  close: 7,
  /** g parks in the send / receive queue of `object` (0: nil channel, for ever). send: value. */
  blockSend: 8,
  blockReceive: 9,
  /** Select: `other` is an offset into the aux column, see SelectRecord. g does the chosen case. */
  selectSend: 10,
  selectReceive: 11,
  selectReceiveClosed: 12,
  /** The default clause is taken. */
  selectDefault: 13,
  /** g parks on every case of the record (none: for ever). */
  blockSelect: 14,
  /** Mutex or write lock. g now holds `object`. */
  lock: 15,
  /** number 1: enqueued at the front (a woken waiter that lost the race). */
  blockLock: 16,
  /** w, if any, leaves the queue and is runnable (it will try again, or holds it if number is 1). */
  unlock: 17,
  readLock: 18,
  blockReadLock: 19,
  readUnlock: 20,
  /** Lock / RLock attempt that failed without waiting. */
  tryLockFailed: 21,
  /** number: delta; text unused. When the counter reaches 0 all waiters become runnable. */
  waitGroupAdd: 22,
  /** The counter was 0: goes on at once. */
  waitGroupWait: 23,
  blockWaitGroup: 24,
  /** g begins the Once's function / it has returned / it was done already. */
  onceBegin: 25,
  onceDone: 26,
  onceSkip: 27,
  blockCond: 28,
  /** w: the waiter woken, 0 if nobody waits. */
  signal: 29,
  /** All waiters become runnable. */
  broadcast: 30,
  /** g sleeps. number: virtual time at which it wakes. */
  sleep: 31,
  /** goroutine 0: sleeper w is due and becomes runnable. */
  wake: 32,
  /** g starts timer `object`. number: deadline. other: id of its channel object, or 0. */
  timerStart: 33,
  /** number 1: it was active. */
  timerStop: 34,
  timerReset: 35,
  /** goroutine 0: timer `object` fires. w: receiver on its channel; else the channel's buffer
      gets the value; a timer with a function starts a goroutine by a following `go` event. */
  timerFire: 36,
  /** goroutine 0: nothing can run; the clock jumps. number: nanoseconds added. */
  clockJump: 37,
  /** value: text written. other: file descriptor 1 or 2. */
  print: 38,
  /** g panics. value: what Go prints after "panic: ". */
  panic: 39,
  recover: 40,
  /** Gosched: g goes to the back of the queue. */
  yield: 41,
  /** g used up its time slice and goes to the back of the queue. */
  preempt: 42,
  /** Atomic operation on `object`: number/value after it. other: 0 load 1 store 2 add 3 swap
      4 compare-and-swap done 5 compare-and-swap failed 6 and/or. */
  atomic: 43,
  /** g waits on something else inside the library. value: wait reason. w unused. */
  park: 44,
  /** g makes w runnable (ends a `park`). */
  ready: 45,
  /** g starts running on processor `other` (recorded only with more than one processor). */
  run: 46,
  /** goroutine 0: nothing can ever run again. */
  deadlock: 47,
  /** The run is over. number: exit code. value: the verdict's kind. */
  end: 48,
  /** goroutine 0: the event's processor takes `number` goroutines from processor `other`. */
  steal: 49,
  /** g sets the number of processors: number. All others stop, g goes on. */
  setProcessors: 50,
} as const;

export type EventKindName = keyof typeof EventKind;
export type EventKindCode = (typeof EventKind)[EventKindName];

/** How the column `value` is to be read. */
export const ValueKind = {
  none: 0,
  /** A number that is its own text (ints). */
  number: 1,
  /** Index into the trace's texts. */
  text: 2,
} as const;

export type ObjectKind =
  | 'channel'
  | 'mutex'
  | 'rwMutex'
  | 'waitGroup'
  | 'once'
  | 'cond'
  | 'timer'
  | 'ticker'
  | 'atomic'
  | 'semaphore'
  | 'context';

/** What is known of an object for the whole run. Its index in the table is its ObjectId - 1. */
export interface TraceObject {
  readonly id: ObjectId;
  readonly kind: ObjectKind;
  /** Site that first showed it (make, or first use): its operand text names it. */
  readonly site: number;
  readonly goroutine: GoroutineId;
  /** Channels: capacity and element type as %T prints it. */
  readonly capacity: number;
  readonly elem: string;
  /** The event at which it first appears (0-based). */
  readonly event: number;
}

/** Decoded select record: u32 words [count, chosen+1, woken, then per case channel, valueRef]. */
export interface SelectRecord {
  readonly cases: readonly SelectRecordCase[];
  /** Index of the case taken; -1 for default or when parking. */
  readonly chosen: number;
  /** Goroutine that the chosen case makes runnable, 0 if none. */
  readonly woken: GoroutineId;
}
export interface SelectRecordCase {
  readonly direction: 'send' | 'receive';
  /** 0: nil channel. */
  readonly channel: ObjectId;
  /** Text of the value to send. */
  readonly value: string;
}

/** One event, decoded from the columns for people and folds. */
export interface TraceEvent {
  readonly index: number;
  readonly kind: EventKindName;
  readonly goroutine: GoroutineId;
  readonly object: ObjectId;
  readonly other: number;
  readonly site: number;
  /** Statements executed in the whole run when it happened. */
  readonly statements: number;
  /** Processor it happened on, from 1. */
  readonly processor: number;
  /** Virtual time when it happened, in statements, jumps of the clock left out. */
  readonly ticks: number;
  /** The numeric argument (delta, deadline, capacity…), 0 if none. */
  readonly number: number;
  /** Text of the Go value or output, '' if none. */
  readonly text: string;
  readonly select: SelectRecord | null;
}

/** The only makers of these brands: a number that a column or the machine says is an id. */
export const goroutineId = (id: number): GoroutineId => id as GoroutineId;
export const objectId = (id: number): ObjectId => id as ObjectId;
export const virtualTime = (nanoseconds: number): VirtualTime => nanoseconds as VirtualTime;
export const stepIndex = (step: number): StepIndex => step as StepIndex;
