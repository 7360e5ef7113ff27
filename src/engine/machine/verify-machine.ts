// Checks the laws that machine states keep between statements. For tests; throws with what is broken.

import { assert } from '../base/assert.ts';
import { Channel } from './channel.ts';
import type { Goroutine } from './goroutine.ts';
import type { Runtime } from './runtime.ts';
import type { Waiter } from './wait-queue.ts';

/** All laws: channels (runtime/chan.go), queues, statuses. */
export function verifyMachine(runtime: Runtime): void {
  const { state } = runtime;
  for (const object of state.shown) {
    if (object instanceof Channel) verifyChannel(object);
    for (const waiter of waitersOf(object)) {
      const goroutine = runtime.goroutine(waiter.goroutine);
      assert(goroutine.waiters.includes(waiter), `goroutine ${goroutine.id} knows its waiter`);
      assert(goroutine.status === 'waiting', `goroutine ${goroutine.id} in a queue waits`);
    }
  }
  const queued = queuedGoroutines(runtime);
  for (const goroutine of state.goroutines) verifyGoroutine(goroutine, queued);
  const alive = state.goroutines.filter(({ status }) => status !== 'dead').length;
  assert(alive === state.alive, `${alive} goroutines are alive, not ${state.alive}`);
}

function waitersOf(object: Runtime['state']['shown'][number]): readonly Waiter[] {
  if (!(object instanceof Channel)) return object.queue.waiters();
  return [...object.sendQueue.waiters(), ...object.receiveQueue.waiters()];
}

function verifyChannel(channel: Channel): void {
  const { id, capacity, count } = channel;
  const senders = channel.sendQueue.waiters();
  const receivers = channel.receiveQueue.waiters();
  assert(count >= 0 && count <= capacity, `channel ${id} holds ${count} of ${capacity}`);
  const goroutines = new Set([...senders, ...receivers].map(({ goroutine }) => goroutine));
  const isOneSelect = capacity === 0 && goroutines.size === 1;
  assert(
    senders.length === 0 || receivers.length === 0 || isOneSelect,
    `channel ${id} has waiters on both ends`,
  );
  assert(receivers.length === 0 || count === 0, `channel ${id} has values and waiting receivers`);
  assert(senders.length === 0 || count === capacity, `channel ${id} has room and waiting senders`);
  assert(!channel.closed || goroutines.size === 0, `channel ${id} is closed and waited on`);
}

function queuedGoroutines(runtime: Runtime): readonly number[] {
  const { processors, globalQueue } = runtime.state;
  const local = processors.flatMap(({ runNext, queue }) => [runNext, ...queue.values()]);
  return [...local, ...globalQueue.values()].filter((id) => id !== 0);
}

function verifyGoroutine(goroutine: Goroutine, queued: readonly number[]): void {
  const { id, status } = goroutine;
  const places = queued.filter((other) => other === id).length;
  assert(places === (status === 'runnable' ? 1 : 0), `${status} goroutine ${id} queued ${places}×`);
  assert(
    (status === 'waiting' || status === 'sleeping') === (goroutine.waitReason !== ''),
    `${status} goroutine ${id} waits for "${goroutine.waitReason}"`,
  );
  assert((goroutine.frame === null) === (status === 'dead'), `frames of ${status} goroutine ${id}`);
}
