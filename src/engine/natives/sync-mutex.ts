// sync.Mutex (sync/mutex.go): normal mode, where newcomers may overtake a woken waiter, and after a
// waiter has waited for a millisecond starvation mode, where the lock is handed over. With several
// processors a goroutine spins a little before it parks. Each call is one step, but for spinning.
// Fields: f0 state. Invariant: the queue's length is Go's count of waiters.

import type { NativeContext, Suspended } from '../machine/native.ts';
import type { SyncObject } from '../machine/sync-object.ts';
import { EventKind } from '../trace/trace-event.ts';

interface Mutex {
  f0: number;
}

const locked = 1;
const woken = 2;
const starving = 4;
const starvationNs = 1_000_000;
/** Rounds of spinning before it parks. */
const maxRounds = 4;

function lock(context: NativeContext, mutex: Mutex): Suspended | undefined {
  const object = context.object('mutex', mutex);
  const isFree = (mutex.f0 & (locked | starving)) === 0;
  if (!isFree || context.phase !== 0) return contend(context, mutex, object);
  take(context, mutex, object);
  return undefined;
}

function take(context: NativeContext, mutex: Mutex, object: SyncObject): void {
  mutex.f0 |= locked;
  object.holder = context.goroutine;
  context.acquire(object);
  context.event(EventKind.lock, object.id);
}

/** Somebody holds it, or the goroutine has been woken or has spun. */
function contend(context: NativeContext, mutex: Mutex, object: SyncObject): Suspended | undefined {
  const attempt = attemptOf(context.phase);
  const isFirstTry = !attempt.wasQueued;
  if (context.phase === 1 && (mutex.f0 & starving) !== 0) {
    // Handed over: the unlock event has said so.
    mutex.f0 = object.queue.isEmpty || waited(context) <= starvationNs ? locked : locked | starving;
    context.acquire(object);
    return undefined;
  }
  const isHeld = (mutex.f0 & (locked | starving)) === locked;
  if (isHeld && attempt.rounds < maxRounds && context.canSpin()) {
    // Whoever unlocks it need not wake anybody: there is one awake.
    const tells = (mutex.f0 & woken) === 0 && !object.queue.isEmpty;
    if (tells) mutex.f0 |= woken;
    const { rounds, wasQueued, isAwake } = attempt;
    return context.spin(phaseOf({ rounds: rounds + 1, wasQueued, isAwake: isAwake || tells }));
  }
  if (attempt.isAwake) mutex.f0 &= ~woken;
  if ((mutex.f0 & (locked | starving)) === 0) {
    take(context, mutex, object);
    return undefined;
  }
  if (isFirstTry) context.data = context.now();
  else if (waited(context) > starvationNs) mutex.f0 |= starving;
  context.event(EventKind.blockLock, object.id, 0, isFirstTry ? 0 : 1);
  context.enqueue(object, { front: !isFirstTry });
  return context.park('sync.Mutex.Lock', 1);
}

/** How far a goroutine is that tries to lock. */
interface Attempt {
  /** Rounds of spinning since it last came or was woken. */
  readonly rounds: number;
  readonly wasQueued: boolean;
  /** The flag `woken` stands for it. */
  readonly isAwake: boolean;
}

/** Phase 0: it comes; 1: it has been woken; from 2 on it spins. */
function attemptOf(phase: number): Attempt {
  if (phase < 2) return { rounds: 0, wasQueued: phase === 1, isAwake: phase === 1 };
  const bits = phase - 2;
  return { rounds: bits >> 2, wasQueued: (bits & 1) !== 0, isAwake: (bits & 2) !== 0 };
}

function phaseOf({ rounds, wasQueued, isAwake }: Attempt): number {
  return 2 + 4 * rounds + (isAwake ? 2 : 0) + (wasQueued ? 1 : 0);
}

/** Nanoseconds since the goroutine first tried to lock. */
function waited(context: NativeContext): number {
  return context.now() - Number(context.data);
}

function unlock(context: NativeContext, mutex: Mutex): Suspended | undefined {
  if (context.phase === 1) return undefined;
  const object = context.object('mutex', mutex);
  if ((mutex.f0 & locked) === 0) context.fatal('sync: unlock of unlocked mutex');
  mutex.f0 &= ~locked;
  context.release(object);
  object.holder = 0;
  const isStarving = (mutex.f0 & starving) !== 0;
  const next = isStarving || (mutex.f0 & woken) === 0 ? object.queue.first : null;
  const waiter = next?.goroutine ?? 0;
  const handsOver = isStarving && waiter !== 0;
  context.event(EventKind.unlock, object.id, waiter, handsOver ? 1 : 0);
  if (waiter === 0) {
    mutex.f0 &= ~starving;
    return undefined;
  }
  if (!handsOver) mutex.f0 |= woken;
  else object.holder = waiter;
  context.ready(waiter);
  return handsOver ? context.stepAside(1) : undefined;
}

function tryLock(context: NativeContext, mutex: Mutex): boolean {
  const object = context.object('mutex', mutex);
  const isFree = (mutex.f0 & (locked | starving)) === 0;
  if (isFree) {
    mutex.f0 |= locked;
    context.acquire(object);
    object.holder = context.goroutine;
  }
  context.event(isFree ? EventKind.lock : EventKind.tryLockFailed, object.id);
  return isFree;
}

export const mutexNatives = {
  'sync.(*Mutex).Lock': lock,
  'sync.(*Mutex).Unlock': unlock,
  'sync.(*Mutex).TryLock': tryLock,
};
