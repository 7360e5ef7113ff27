// sync.RWMutex (sync/rwmutex.go): a writer first announces itself, which stops new readers, and then
// waits for the readers inside to leave. Fields: f0 a writer has announced itself, f1 readers inside,
// f2 of these, those the announced writer waits for.

import type { NativeContext, Suspended } from '../machine/native.ts';
import type { SyncObject } from '../machine/sync-object.ts';
import { EventKind } from '../trace/trace-event.ts';

interface RwMutex {
  f0: number;
  f1: number;
  f2: number;
}

/** What a detector of data races is told: readers follow writers; writers follow both. */
const Order = { afterWriter: 0, afterReaders: 1 } as const;

/** What a goroutine in the queue waits as. */
const Mode = {
  reader: 0,
  /** For its turn to announce itself. */
  writer: 1,
  /** Has announced itself and waits for readers to leave. */
  announced: 2,
} as const;

function readLock(context: NativeContext, mutex: RwMutex): Suspended | undefined {
  const object = context.object('rwMutex', mutex);
  if (context.phase === 0) {
    if (mutex.f0 !== 0) {
      context.event(EventKind.blockReadLock, object.id);
      context.enqueue(object, { mode: Mode.reader });
      return context.park('sync.RWMutex.RLock', 1);
    }
    mutex.f1++;
  }
  context.acquire(object, Order.afterWriter);
  object.readers.push(context.goroutine);
  context.event(EventKind.readLock, object.id);
  return undefined;
}

function tryReadLock(context: NativeContext, mutex: RwMutex): boolean {
  const object = context.object('rwMutex', mutex);
  if (mutex.f0 !== 0) {
    context.event(EventKind.tryLockFailed, object.id);
    return false;
  }
  mutex.f1++;
  context.acquire(object, Order.afterWriter);
  object.readers.push(context.goroutine);
  context.event(EventKind.readLock, object.id);
  return true;
}

function readUnlock(context: NativeContext, mutex: RwMutex): void {
  const object = context.object('rwMutex', mutex);
  if (mutex.f1 === 0) context.fatal('sync: RUnlock of unlocked RWMutex');
  mutex.f1--;
  context.releaseMerge(object, Order.afterReaders);
  const at = object.readers.indexOf(context.goroutine);
  object.readers.splice(Math.max(at, 0), 1);
  let writer = 0;
  if (mutex.f2 > 0) {
    mutex.f2--;
    if (mutex.f2 === 0) writer = firstWaiter(object, Mode.announced);
  }
  if (writer !== 0) object.holder = writer;
  context.event(EventKind.readUnlock, object.id, writer, writer === 0 ? 0 : 1);
  if (writer !== 0) context.ready(writer);
}

function lock(context: NativeContext, mutex: RwMutex): Suspended | undefined {
  const object = context.object('rwMutex', mutex);
  // The last reader has handed it over.
  if (context.phase === 2) {
    acquireBoth(context, object);
    return undefined;
  }
  if (mutex.f0 !== 0) {
    const isFirstTry = context.phase === 0;
    context.event(EventKind.blockLock, object.id, 0, isFirstTry ? 0 : 1);
    context.enqueue(object, { front: !isFirstTry, mode: Mode.writer });
    return context.park('sync.Mutex.Lock', 1);
  }
  mutex.f0 = 1;
  if (mutex.f1 > 0) {
    mutex.f2 = mutex.f1;
    context.event(EventKind.blockLock, object.id);
    context.enqueue(object, { mode: Mode.announced });
    return context.park('sync.RWMutex.Lock', 2);
  }
  acquireBoth(context, object);
  object.holder = context.goroutine;
  context.event(EventKind.lock, object.id);
  return undefined;
}

function acquireBoth(context: NativeContext, object: SyncObject): void {
  context.acquire(object, Order.afterWriter);
  context.acquire(object, Order.afterReaders);
}

function tryLock(context: NativeContext, mutex: RwMutex): boolean {
  const object = context.object('rwMutex', mutex);
  const isFree = mutex.f0 === 0 && mutex.f1 === 0;
  if (isFree) {
    mutex.f0 = 1;
    acquireBoth(context, object);
    object.holder = context.goroutine;
  }
  context.event(isFree ? EventKind.lock : EventKind.tryLockFailed, object.id);
  return isFree;
}

function unlock(context: NativeContext, mutex: RwMutex): void {
  const object = context.object('rwMutex', mutex);
  if (mutex.f0 === 0 || mutex.f2 > 0) context.fatal('sync: Unlock of unlocked RWMutex');
  mutex.f0 = 0;
  context.release(object, Order.afterWriter);
  object.holder = 0;
  const woken: number[] = [];
  for (const waiter of object.queue.waiters()) {
    if (waiter.mode !== Mode.reader) continue;
    mutex.f1++;
    woken.push(waiter.goroutine);
  }
  const writer = firstWaiter(object, Mode.writer);
  if (writer !== 0) woken.push(writer);
  const [first = 0, ...others] = woken;
  context.event(EventKind.unlock, object.id, first);
  if (first !== 0) context.ready(first);
  for (const goroutine of others) {
    context.event(EventKind.ready, 0, goroutine);
    context.ready(goroutine);
  }
}

function firstWaiter(object: SyncObject, mode: number): number {
  return object.queue.waiters().find((waiter) => waiter.mode === mode)?.goroutine ?? 0;
}

export const rwMutexNatives = {
  'sync.(*RWMutex).Lock': lock,
  'sync.(*RWMutex).Unlock': unlock,
  'sync.(*RWMutex).TryLock': tryLock,
  'sync.(*RWMutex).RLock': readLock,
  'sync.(*RWMutex).RUnlock': readUnlock,
  'sync.(*RWMutex).TryRLock': tryReadLock,
};
