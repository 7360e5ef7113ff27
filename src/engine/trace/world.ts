// World state: what can be seen at one step, as plain data. It is made twice, by folding the trace
// and from the machine itself, and both must be equal at every step (world.test.ts).
// Invariants: a waiting goroutine has a reason; it is in exactly the queues its `waitingFor` names;
// queues are first-come-first-served, index 0 is next.

import type { GoroutineId, ObjectId, VirtualTime } from './trace-event.ts';

/** Go's runtime statuses; `sleeping` is waiting on the virtual clock. */
export type GoroutineStatus = 'runnable' | 'running' | 'waiting' | 'sleeping' | 'dead';

/** Go's own words (runtime2.go waitReasonStrings), as in `goroutine 1 [chan receive]:`. */
export type WaitReason =
  | ''
  | 'chan receive'
  | 'chan send'
  | 'chan receive (nil chan)'
  | 'chan send (nil chan)'
  | 'select'
  | 'select (no cases)'
  | 'sync.Mutex.Lock'
  | 'sync.RWMutex.Lock'
  | 'sync.RWMutex.RLock'
  | 'sync.WaitGroup.Wait'
  | 'sync.Cond.Wait'
  | 'sleep'
  | (string & {});

export interface GoroutineState {
  readonly id: GoroutineId;
  readonly status: GoroutineStatus;
  readonly waitReason: WaitReason;
  /** Objects in whose queues it stands: one, or each channel of a parked select. */
  readonly waitingFor: readonly ObjectId[];
  /** Site of its last event (its go statement's site before the first). */
  readonly site: number;
  /** Value it is trying to send, '' if none. */
  readonly held: string;
  readonly parent: GoroutineId;
  readonly createdAt: number;
  /** Site of the go statement; 0 for main. */
  readonly createdBy: number;
  /** While sleeping: when it wakes. */
  readonly wakeAt: VirtualTime;
  readonly panicking: string;
  /** Processor it runs on, from 1; 0 when it does not run. */
  readonly processor: number;
}

export interface Ticket {
  readonly goroutine: GoroutineId;
  /** Value to send, '' for receivers. */
  readonly value: string;
  /** Index of the select case it stands for, -1 outside select. */
  readonly caseIndex: number;
}

interface ObjectBase {
  readonly id: ObjectId;
}
export interface ChannelState extends ObjectBase {
  readonly kind: 'channel';
  readonly capacity: number;
  /** Texts of the buffered values; index 0 is the next out. */
  readonly buffer: readonly string[];
  readonly closed: boolean;
  readonly sendQueue: readonly Ticket[];
  readonly receiveQueue: readonly Ticket[];
}
export interface MutexState extends ObjectBase {
  readonly kind: 'mutex';
  readonly holder: GoroutineId;
  readonly queue: readonly GoroutineId[];
}
export interface RwMutexState extends ObjectBase {
  readonly kind: 'rwMutex';
  readonly writer: GoroutineId;
  readonly readers: readonly GoroutineId[];
  readonly queue: readonly { readonly goroutine: GoroutineId; readonly write: boolean }[];
}
export interface WaitGroupState extends ObjectBase {
  readonly kind: 'waitGroup';
  readonly counter: number;
  readonly queue: readonly GoroutineId[];
}
export interface OnceState extends ObjectBase {
  readonly kind: 'once';
  readonly done: boolean;
  readonly running: GoroutineId;
}
export interface CondState extends ObjectBase {
  readonly kind: 'cond';
  readonly queue: readonly GoroutineId[];
}
export interface TimerState extends ObjectBase {
  readonly kind: 'timer' | 'ticker';
  readonly active: boolean;
  readonly deadline: VirtualTime;
  /** Channel it sends on, 0 for a timer with a function. */
  readonly channel: ObjectId;
}
export interface AtomicState extends ObjectBase {
  readonly kind: 'atomic';
  readonly value: string;
}
export type ObjectState =
  | ChannelState
  | MutexState
  | RwMutexState
  | WaitGroupState
  | OnceState
  | CondState
  | TimerState
  | AtomicState;

export interface Ending {
  readonly verdict: string;
  readonly exitCode: number;
}

export interface WorldState {
  /** Events folded so far. */
  readonly step: number;
  readonly statements: number;
  /** Virtual time of the latest event on any processor, in statements: jumps left out. */
  readonly ticks: number;
  readonly now: VirtualTime;
  readonly processors: number;
  /** The goroutine that did the last event, 0 if it has stopped running. */
  readonly running: GoroutineId;
  readonly goroutines: ReadonlyMap<GoroutineId, GoroutineState>;
  readonly objects: ReadonlyMap<ObjectId, ObjectState>;
  /** Bytes written so far to standard output and standard error. */
  readonly outputLength: number;
  readonly ending: Ending | null;
}
