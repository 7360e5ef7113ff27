// Goroutines and objects as they are when they first appear.

import { assertNever } from '../base/assert.ts';
import type { GoroutineId, ObjectId, TraceObject } from './trace-event.ts';
import { goroutineId, objectId, virtualTime } from './trace-event.ts';
import type { ChannelState, GoroutineState, ObjectState } from './world.ts';

const noGoroutine = goroutineId(0);
const noObject = objectId(0);

/** A goroutine that has just been started. */
export function newGoroutine(
  id: GoroutineId,
  parent: GoroutineId,
  createdAt: number,
  createdBy: number,
): GoroutineState {
  return {
    id,
    status: 'runnable',
    waitReason: '',
    waitingFor: [],
    site: createdBy,
    held: '',
    parent,
    createdAt,
    createdBy,
    wakeAt: virtualTime(0),
    panicking: '',
    processor: 0,
  };
}

/** An empty channel. */
export function newChannel(id: ObjectId, capacity: number): ChannelState {
  return {
    kind: 'channel',
    id,
    capacity,
    buffer: [],
    closed: false,
    sendQueue: [],
    receiveQueue: [],
  };
}

/** The state of an object nobody has used yet; null for kinds that have none. */
export function newObject(object: TraceObject): ObjectState | null {
  const id = object.id;
  switch (object.kind) {
    case 'channel':
      return newChannel(id, object.capacity);
    case 'mutex':
      return { kind: 'mutex', id, holder: noGoroutine, queue: [] };
    case 'rwMutex':
      return { kind: 'rwMutex', id, writer: noGoroutine, readers: [], queue: [] };
    case 'waitGroup':
      return { kind: 'waitGroup', id, counter: 0, queue: [] };
    case 'once':
      return { kind: 'once', id, done: false, running: noGoroutine };
    case 'cond':
      return { kind: 'cond', id, queue: [] };
    case 'timer':
    case 'ticker':
      return { kind: object.kind, id, active: false, deadline: virtualTime(0), channel: noObject };
    case 'atomic':
      return { kind: 'atomic', id, value: '' };
    case 'semaphore':
    case 'context':
      return null;
    default:
      return assertNever(object.kind, 'object kind');
  }
}
