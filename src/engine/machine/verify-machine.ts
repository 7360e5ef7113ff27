// Checks the laws that machine states keep between statements. For tests; throws with what is broken.

import { assert } from '../base/assert.ts';
import { Channel } from './channel.ts';
import type { Goroutine } from './goroutine.ts';
import type { Processor } from './processor.ts';
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
  for (const goroutine of state.living()) verifyGoroutine(goroutine, queued);
  verifyProcessors(runtime, queued);
  const alive = state.living().length;
  assert(alive === state.alive, `${alive} goroutines are alive, not ${state.alive}`);
}

/** The list of idle processors is right, and work does not lie about while nobody looks for it. */
function verifyProcessors(runtime: Runtime, queued: readonly number[]): void {
  const { processors, idle, active } = runtime.state;
  for (const { id, isIdle, running, runNext, queue, found } of processors) {
    const entries = idle.filter((other) => other === id).length;
    assert(entries === (isIdle ? 1 : 0), `processor ${id} is ${entries}× on the list of idle ones`);
    const hasWork = running !== 0 || runNext !== 0 || queue.length > 0 || found !== 0;
    assert(!isIdle || !hasWork, `idle processor ${id} has work`);
    if (running === 0) continue;
    const { status } = runtime.goroutine(running);
    assert(status === 'running', `${status} goroutine ${running} is on processor ${id}`);
  }
  const running = runtime.state.living().filter(({ status }) => status === 'running').length;
  const busy = processors.filter((processor) => processor.running !== 0).length;
  assert(running === busy, `${running} goroutines run on ${busy} processors`);
  const isOver = runtime.state.verdict !== null;
  const isSeen = idle.length === 0 || processors.some((processor) => isFree(processor));
  assert(isOver || queued.length === 0 || isSeen, 'queued goroutines and only idle processors');
  assert(processors[active] !== undefined, `there is a processor ${active}`);
}

function isFree({ isIdle, running }: Processor): boolean {
  return !isIdle && running === 0;
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
  const local = processors.flatMap(({ runNext, found, queue }) => [
    runNext,
    found,
    ...queue.values(),
  ]);
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
