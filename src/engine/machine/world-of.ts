// The world as the machine itself sees it: it must equal what folding its trace gives, after every
// event. Needs a machine that tracks objects; for tests, not for views.

import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import { goroutineId, objectId, stepIndex, virtualTime } from '../trace/trace-event.ts';
import type { GoroutineId, ObjectId } from '../trace/trace-event.ts';
import type {
  ChannelState,
  GoroutineState,
  ObjectState,
  Ticket,
  WaitReason,
  WorldState,
} from '../trace/world.ts';
import { Channel } from './channel.ts';
import type { Goroutine } from './goroutine.ts';
import type { Runtime } from './runtime.ts';
import type { SyncObject } from './sync-object.ts';
import type { WaitQueue } from './wait-queue.ts';

/** The world after the last event; the machine must stand right after it. */
export function worldOf(runtime: Runtime): WorldState {
  const { state } = runtime;
  const goroutines = new Map<GoroutineId, GoroutineState>();
  const kinds = new Map(state.shown.map((object) => [object.id, object]));
  for (const goroutine of state.goroutines) {
    if (goroutine === null) throw new Error('Broken invariant: the run tracks no objects');
    goroutines.set(goroutineId(goroutine.id), goroutineState(runtime, goroutine, kinds));
  }
  const objects = new Map<ObjectId, ObjectState>();
  for (const object of state.shown) {
    const shown = object instanceof Channel ? channelState(runtime, object) : syncState(object);
    if (shown !== null) objects.set(shown.id, shown);
  }
  const { verdict } = state;
  return {
    step: stepIndex(state.events),
    statements: runtime.statements,
    ticks: state.latestTick,
    now: virtualTime(state.jumped + state.latestTick * runtime.parts.nsPerStatement),
    processors: state.processors.length,
    running: goroutineId(runtime.isParallel ? state.shownRunning : runtime.processor.shown),
    goroutines,
    objects,
    outputLength: shownOutputLength(runtime),
    ending: verdict === null ? null : { verdict: verdict.kind, exitCode: verdict.exitCode },
  };
}

/** Bytes of the output as the trace shows it, where bytes that are no UTF-8 have become U+FFFD. */
function shownOutputLength(runtime: Runtime): number {
  const pieces = runtime.output.slice(0, runtime.state.outputPieces);
  return pieces.reduce((sum, { bytes }) => sum + encodeUtf8(decodeUtf8(bytes)).length, 0);
}

function goroutineState(
  runtime: Runtime,
  goroutine: Goroutine,
  kinds: ReadonlyMap<number, Channel | SyncObject>,
): GoroutineState {
  const { id, status } = goroutine;
  const canRun = status === 'runnable' || status === 'running';
  const processor = 1 + runtime.state.processors.findIndex(({ shown }) => shown === id);
  const waitingFor = [...new Set(goroutine.waiters.map(({ object }) => object))];
  const [waiter] = goroutine.waiters;
  const isSend = goroutine.waitReason === 'chan send' && waiter !== undefined;
  return {
    id: goroutineId(id),
    status: canRun ? (processor > 0 ? 'running' : 'runnable') : status,
    waitReason: shownReason(goroutine, kinds.get(waitingFor[0] ?? 0)),
    waitingFor: waitingFor.map(objectId),
    site: goroutine.lastSite,
    held: isSend ? valueText(runtime, kinds.get(waiter.object), waiter.value) : '',
    parent: goroutineId(goroutine.parent),
    createdAt: goroutine.createdAt,
    createdBy: goroutine.createdBy,
    wakeAt: virtualTime(goroutine.wakeAt),
    panicking: goroutine.panicking,
    processor: canRun ? processor : 0,
  };
}

/** A writer of a RWMutex first waits for the Mutex inside it; the picture knows only the whole. */
function shownReason(goroutine: Goroutine, object: Channel | SyncObject | undefined): WaitReason {
  const isRwMutex =
    object !== undefined && !(object instanceof Channel) && object.kind === 'rwMutex';
  const isInner = isRwMutex && goroutine.waitReason === 'sync.Mutex.Lock';
  return isInner ? 'sync.RWMutex.Lock' : goroutine.waitReason;
}

function valueText(
  runtime: Runtime,
  object: Channel | SyncObject | undefined,
  value: unknown,
): string {
  return object instanceof Channel ? runtime.text(value, object.elem) : '';
}

function channelState(runtime: Runtime, channel: Channel): ChannelState {
  const text = (value: unknown): string => runtime.text(value, channel.elem);
  return {
    kind: 'channel',
    id: objectId(channel.id),
    capacity: channel.capacity,
    buffer: channel.values().map(text),
    closed: channel.closed,
    sendQueue: tickets(channel.sendQueue, text),
    receiveQueue: tickets(channel.receiveQueue, () => ''),
  };
}

/** Of a select's places in one queue those that belong to earlier cases are shown first. */
function tickets(queue: WaitQueue, text: (value: unknown) => string): readonly Ticket[] {
  const shown = queue.waiters().map(({ goroutine, value, caseIndex }) => ({
    goroutine: goroutineId(goroutine),
    value: text(value),
    caseIndex,
  }));
  const firstPlace = new Map<number, number>();
  shown.forEach(({ goroutine }, index) => {
    if (!firstPlace.has(goroutine)) firstPlace.set(goroutine, index);
  });
  const place = (goroutine: number): number => firstPlace.get(goroutine) ?? 0;
  return shown.sort((a, b) => place(a.goroutine) - place(b.goroutine) || a.caseIndex - b.caseIndex);
}

function syncState(object: SyncObject): ObjectState | null {
  const id = objectId(object.id);
  const queue = object.queue.waiters().map(({ goroutine }) => goroutineId(goroutine));
  switch (object.kind) {
    case 'mutex':
      return { kind: 'mutex', id, holder: goroutineId(object.holder), queue };
    case 'rwMutex':
      return {
        kind: 'rwMutex',
        id,
        writer: goroutineId(object.holder),
        readers: object.readers.map(goroutineId),
        queue: object.queue
          .waiters()
          .map(({ goroutine, mode }) => ({ goroutine: goroutineId(goroutine), write: mode !== 0 })),
      };
    case 'waitGroup':
      return { kind: 'waitGroup', id, counter: object.count, queue };
    case 'once':
      return { kind: 'once', id, done: object.count === 1, running: goroutineId(object.holder) };
    case 'cond':
      return { kind: 'cond', id, queue };
    case 'atomic':
      return { kind: 'atomic', id, value: String(object.text) };
    case 'timer':
    case 'ticker': {
      const { timer } = object;
      const channel = timer?.action.kind === 'send' ? timer.action.channel.id : 0;
      return {
        kind: object.kind,
        id,
        active: timer?.isActive ?? false,
        deadline: virtualTime(timer?.shownWhen ?? 0),
        channel: objectId(channel),
      };
    }
    case 'channel':
    case 'semaphore':
    case 'context':
      return null;
  }
}
