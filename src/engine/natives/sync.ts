// sync.WaitGroup, Once and Cond (sync/waitgroup.go, once.go, cond.go): each call is one step.

import type { NativeContext, Suspended } from '../machine/native.ts';
import type { SyncObject } from '../machine/sync-object.ts';
import { Box } from '../machine/value.ts';
import { EventKind } from '../trace/trace-event.ts';

/** Fields: f0 counter, f1 goroutines that wait. */
interface WaitGroup {
  f0: number;
  f1: number;
}

function panicWith(context: NativeContext, text: string): never {
  return context.panic(new Box(context.typeNamed('string'), text));
}

function add(context: NativeContext, group: WaitGroup, delta: number | bigint): void {
  const object = context.object('waitGroup', group);
  joinBubble(context, group, object);
  // Go keeps the counter in 32 bits.
  const change = Number(BigInt.asIntN(32, BigInt(delta)));
  const counter = (group.f0 + change) | 0;
  group.f0 = counter;
  object.count = counter;
  if (change < 0) context.releaseMerge(object);
  context.event(EventKind.waitGroupAdd, object.id, 0, change);
  if (change > 0 && counter === change) context.waitGroupMark(group, false);
  if (counter < 0) panicWith(context, 'sync: negative WaitGroup counter');
  if (group.f1 > 0 && change > 0 && counter === change) {
    panicWith(context, 'sync: WaitGroup misuse: Add called concurrently with Wait');
  }
  if (counter > 0) return;
  if (group.f1 > 0) object.bubble = null;
  group.f1 = 0;
  for (const waiter of object.queue.waiters()) context.ready(waiter.goroutine);
}

function wait(context: NativeContext, group: WaitGroup): Suspended | undefined {
  const object = context.object('waitGroup', group);
  if (context.phase === 1) {
    if (group.f0 === 0 && group.f1 === 0) {
      context.acquire(object);
      return undefined;
    }
    return panicWith(context, 'sync: WaitGroup is reused before previous Wait has returned');
  }
  const isDurable = object.bubble !== null && object.bubble === context.bubbles.current;
  if (group.f0 === 0) {
    if (isDurable && group.f1 === 0) object.bubble = null;
    context.acquire(object);
    context.event(EventKind.waitGroupWait, object.id);
    return undefined;
  }
  group.f1++;
  if (group.f1 === 1) context.waitGroupMark(group, true);
  context.event(EventKind.blockWaitGroup, object.id);
  context.enqueue(object);
  return context.park('sync.WaitGroup.Wait', 1, isDurable);
}

/**
 * Add in a bubble of testing/synctest makes the group the bubble's, until its counter is zero. A
 * package variable is nobody's.
 */
function joinBubble(context: NativeContext, group: WaitGroup, object: SyncObject): void {
  const { current, isGlobal } = context.bubbles;
  if (object.bubble === current) return;
  if (current !== null && object.bubble !== null) {
    context.fatal('sync: WaitGroup.Add called from multiple synctest bubbles');
  }
  if (current !== null && isGlobal(group)) return;
  if (object.bubble !== null || group.f0 !== 0 || group.f1 !== 0) {
    context.fatal('sync: WaitGroup.Add called from inside and outside synctest bubble');
  }
  object.bubble = current;
}

/** Fields: f0 is 0 not yet, 1 running, 2 done. */
interface Once {
  f0: number;
}

/** Whether the caller is to run the function; waits while somebody else does. */
function begin(context: NativeContext, once: Once): boolean | Suspended {
  const object = context.object('once', once);
  if (once.f0 === 2) {
    context.acquire(object);
    context.event(EventKind.onceSkip, object.id);
    return false;
  }
  if (once.f0 === 1) {
    context.event(EventKind.blockLock, object.id);
    context.enqueue(object);
    return context.park('sync.Mutex.Lock', 1);
  }
  once.f0 = 1;
  object.holder = context.goroutine;
  context.event(EventKind.onceBegin, object.id);
  return true;
}

function done(context: NativeContext, once: Once): void {
  const object = context.object('once', once);
  once.f0 = 2;
  context.release(object);
  object.holder = 0;
  object.count = 1;
  const [first = 0, ...others] = object.queue.waiters().map((waiter) => waiter.goroutine);
  context.event(EventKind.onceDone, object.id, first);
  if (first !== 0) context.ready(first);
  for (const goroutine of others) {
    context.event(EventKind.ready, 0, goroutine);
    context.ready(goroutine);
  }
}

/** Fields: f0 Locker, f1 {f0 next ticket, f1 tickets below it have been called}, f2 itself. */
interface Cond {
  readonly f1: { f0: number; f1: number };
  f2: Cond | null;
}

/** A copy still refers to what it was copied from. */
function checkCopy(context: NativeContext, cond: Cond): void {
  cond.f2 ??= cond;
  if (cond.f2 !== cond) panicWith(context, 'sync.Cond is copied');
}

function ticket(context: NativeContext, cond: Cond): number {
  checkCopy(context, cond);
  return cond.f1.f0++;
}

function awaitTicket(context: NativeContext, cond: Cond, number: number): Suspended | undefined {
  // Called between taking the ticket and coming here, or woken.
  const object = context.object('cond', cond);
  if (context.phase === 1 || number < cond.f1.f1) {
    context.acquire(object);
    return undefined;
  }
  context.event(EventKind.blockCond, object.id);
  context.enqueue(object, { mode: number });
  return context.park('sync.Cond.Wait', 1);
}

function signal(context: NativeContext, cond: Cond): void {
  checkCopy(context, cond);
  const object = context.object('cond', cond);
  let waiter = 0;
  if (cond.f1.f1 < cond.f1.f0) {
    const called = cond.f1.f1++;
    context.releaseMerge(object);
    waiter = object.queue.waiters().find(({ mode }) => mode === called)?.goroutine ?? 0;
    if (waiter !== 0) demandBubbleOf(context, waiter);
  }
  context.event(EventKind.signal, object.id, waiter);
  if (waiter !== 0) context.ready(waiter);
}

function broadcast(context: NativeContext, cond: Cond): void {
  checkCopy(context, cond);
  const object = context.object('cond', cond);
  cond.f1.f1 = cond.f1.f0;
  context.releaseMerge(object);
  context.event(EventKind.broadcast, object.id);
  for (const waiter of object.queue.waiters()) context.ready(waiter.goroutine);
}

function demandBubbleOf(context: NativeContext, waiter: number): void {
  if (!context.bubbles.isForeign(waiter)) return;
  context.fatal('semaphore wake of synctest goroutine from outside bubble');
}

export const syncNatives = {
  'sync.(*WaitGroup).Add': add,
  'sync.(*WaitGroup).Wait': wait,
  'sync.(*Once).begin': begin,
  'sync.(*Once).done': done,
  'sync.(*Cond).ticket': ticket,
  'sync.(*Cond).await': awaitTicket,
  'sync.(*Cond).Signal': signal,
  'sync.(*Cond).Broadcast': broadcast,
};
