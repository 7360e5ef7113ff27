// What an event does to a lock, a counter, a Once, a Cond or a timer: pure, one object at a time.
// Invariants: the effect names all goroutines that it makes runnable; they leave their queues when
// they are woken, not here.

import type { GoroutineId, TraceEvent } from './trace-event.ts';
import { goroutineId, objectId, virtualTime } from './trace-event.ts';
import type {
  CondState,
  MutexState,
  ObjectState,
  OnceState,
  RwMutexState,
  TimerState,
  WaitGroupState,
  WaitReason,
} from './world.ts';

/** The object afterwards; why the doer waits ('' if it does not); who can run again. */
export interface SyncEffect {
  readonly state: ObjectState;
  readonly reason: WaitReason;
  readonly woken: readonly GoroutineId[];
}

const noGoroutine = goroutineId(0);

/** The effect of an event of package sync on its object. */
export function syncEffect(object: ObjectState, event: TraceEvent): SyncEffect {
  switch (object.kind) {
    case 'mutex':
      return mutexEffect(object, event);
    case 'rwMutex':
      return rwMutexEffect(object, event);
    case 'waitGroup':
      return waitGroupEffect(object, event);
    case 'once':
      return onceEffect(object, event);
    case 'cond':
      return condEffect(object, event);
    case 'channel':
    case 'timer':
    case 'ticker':
    case 'atomic':
      return nothing(object);
  }
}

function nothing(state: ObjectState): SyncEffect {
  return { state, reason: '', woken: [] };
}

/** The goroutine that the event names as woken. */
function named(event: TraceEvent): readonly GoroutineId[] {
  return event.other === 0 ? [] : [goroutineId(event.other)];
}

/** With number 1 the lock is handed over to the woken one, else it is free. */
function heir(event: TraceEvent): GoroutineId {
  return event.number === 1 ? goroutineId(event.other) : noGoroutine;
}

function enter<T>(queue: readonly T[], waiting: T, event: TraceEvent): readonly T[] {
  return event.number === 1 ? [waiting, ...queue] : [...queue, waiting];
}

function mutexEffect(object: MutexState, event: TraceEvent): SyncEffect {
  switch (event.kind) {
    case 'lock':
      return nothing({ ...object, holder: event.goroutine });
    case 'blockLock': {
      const queue = enter(object.queue, event.goroutine, event);
      return { state: { ...object, queue }, reason: 'sync.Mutex.Lock', woken: [] };
    }
    case 'unlock':
      return { state: { ...object, holder: heir(event) }, reason: '', woken: named(event) };
    default:
      return nothing(object);
  }
}

function rwMutexEffect(object: RwMutexState, event: TraceEvent): SyncEffect {
  const { goroutine } = event;
  switch (event.kind) {
    case 'lock':
      return nothing({ ...object, writer: goroutine });
    case 'readLock':
      return nothing({ ...object, readers: [...object.readers, goroutine] });
    case 'blockLock':
    case 'blockReadLock': {
      const write = event.kind === 'blockLock';
      const queue = enter(object.queue, { goroutine, write }, event);
      const reason = write ? 'sync.RWMutex.Lock' : 'sync.RWMutex.RLock';
      return { state: { ...object, queue }, reason, woken: [] };
    }
    case 'unlock':
      return { state: { ...object, writer: heir(event) }, reason: '', woken: named(event) };
    case 'readUnlock': {
      // A lock may be released by somebody else than who took it: then the first reader leaves.
      const at = Math.max(object.readers.indexOf(goroutine), 0);
      const readers = object.readers.filter((_, i) => i !== at);
      const writer = event.number === 1 ? heir(event) : object.writer;
      return { state: { ...object, readers, writer }, reason: '', woken: named(event) };
    }
    default:
      return nothing(object);
  }
}

function waitGroupEffect(object: WaitGroupState, event: TraceEvent): SyncEffect {
  if (event.kind === 'blockWaitGroup') {
    const queue = [...object.queue, event.goroutine];
    return { state: { ...object, queue }, reason: 'sync.WaitGroup.Wait', woken: [] };
  }
  if (event.kind !== 'waitGroupAdd') return nothing(object);
  const counter = object.counter + event.number;
  return { state: { ...object, counter }, reason: '', woken: counter === 0 ? object.queue : [] };
}

function onceEffect(object: OnceState, event: TraceEvent): SyncEffect {
  switch (event.kind) {
    case 'onceBegin':
      return nothing({ ...object, running: event.goroutine });
    case 'onceDone':
      return {
        state: { ...object, running: noGoroutine, done: true },
        reason: '',
        woken: named(event),
      };
    case 'blockLock':
      return { state: object, reason: 'sync.Mutex.Lock', woken: [] };
    case 'unlock':
      return { state: object, reason: '', woken: named(event) };
    default:
      return nothing(object);
  }
}

function condEffect(object: CondState, event: TraceEvent): SyncEffect {
  switch (event.kind) {
    case 'blockCond': {
      const queue = [...object.queue, event.goroutine];
      return { state: { ...object, queue }, reason: 'sync.Cond.Wait', woken: [] };
    }
    case 'signal':
      return { state: object, reason: '', woken: named(event) };
    case 'broadcast':
      return { state: object, reason: '', woken: object.queue };
    default:
      return nothing(object);
  }
}

/** A timer after an event of its own. */
export function timerEffect(timer: TimerState, event: TraceEvent): TimerState {
  switch (event.kind) {
    case 'timerStart':
      return {
        ...timer,
        active: true,
        deadline: virtualTime(event.number),
        channel: objectId(event.other),
      };
    case 'timerReset':
      return { ...timer, active: true, deadline: virtualTime(event.number) };
    case 'timerStop':
      return { ...timer, active: false };
    case 'timerFire':
      // A ticker says in `number` when it fires next.
      return timer.kind === 'ticker'
        ? { ...timer, deadline: virtualTime(event.number) }
        : { ...timer, active: false };
    default:
      return timer;
  }
}
