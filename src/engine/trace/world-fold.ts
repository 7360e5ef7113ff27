// Folding: what each event does to the world. One event in, the next world out; no machine needed.
// Invariants: a goroutine that does an event is running; whoever is woken leaves every queue it
// stood in; objects appear with the event that they are first known at.

import { assertNever } from '../base/assert.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import type { Recording } from './recording.ts';
import type { GoroutineId, ObjectId, TraceEvent } from './trace-event.ts';
import { goroutineId, virtualTime } from './trace-event.ts';
import { newChannel, newGoroutine, newObject } from './world-fold-new.ts';
import { syncEffect, timerEffect } from './world-fold-sync.ts';
import { TableBuilder, type Writable } from './world-fold-table.ts';
import type {
  ChannelState,
  Ending,
  GoroutineState,
  GoroutineStatus,
  ObjectState,
  Ticket,
  WaitReason,
  WorldState,
} from './world.ts';

/** What folding must know besides the events. */
export type FoldContext = Pick<Recording, 'objects' | 'nanosecondsPerStatement' | 'processors'>;

const noGoroutine = goroutineId(0);
const mainGoroutine = goroutineId(1);

/** The world before the first event: main is runnable, nothing else exists. */
export function initialWorld(context: FoldContext): WorldState {
  return new WorldFold(context, null).world();
}

/** A world that is being folded in place; `world()` publishes it. */
export class WorldFold {
  private readonly context: FoldContext;
  private readonly goroutines: TableBuilder<GoroutineId, GoroutineState>;
  private readonly objects: TableBuilder<ObjectId, ObjectState>;
  private step = 0;
  private statements = 0;
  private ticks = 0;
  private jumped = 0;
  private processors: number;
  /** By processor, from 1, the goroutine shown on it. */
  private readonly onProcessor: GoroutineId[] = [];
  private running: GoroutineId = noGoroutine;
  private outputLength = 0;
  private ending: Ending | null = null;
  /** Objects of the table that have appeared: all below this index. */
  private shown = 0;
  private readonly touched = new Set<GoroutineId>();
  private readonly touchedChannels = new Set<ObjectId>();

  constructor(context: FoldContext, from: WorldState | null) {
    this.context = context;
    this.goroutines = new TableBuilder(from === null ? null : from.goroutines);
    this.objects = new TableBuilder(from === null ? null : from.objects);
    this.processors = from?.processors ?? context.processors;
    if (from === null) {
      this.goroutines.set(mainGoroutine, newGoroutine(mainGoroutine, noGoroutine, 0, 0));
      return;
    }
    this.step = from.step;
    this.statements = from.statements;
    this.jumped = from.now - from.ticks * context.nanosecondsPerStatement;
    this.ticks = from.ticks;
    this.shown = firstAfter(context.objects, from.step);
    this.running = from.running;
    this.outputLength = from.outputLength;
    this.ending = from.ending;
    for (const { id, processor } of from.goroutines.values()) {
      if (processor !== 0) this.onProcessor[processor] = id;
    }
  }

  /** Events folded so far. */
  get length(): number {
    return this.step;
  }

  /** Goroutines whose state the last event has changed, or that did it. */
  get changedGoroutines(): ReadonlySet<GoroutineId> {
    return this.touched;
  }

  /** Channels that the last event has changed. */
  get changedChannels(): ReadonlySet<ObjectId> {
    return this.touchedChannels;
  }

  goroutine(id: GoroutineId): GoroutineState | undefined {
    return this.goroutines.get(id);
  }

  /** The channel's state, null if it is not a channel or nobody has used it yet. */
  channelState(id: ObjectId): ChannelState | null {
    const object = this.objects.get(id);
    return object?.kind === 'channel' ? object : null;
  }

  /** Virtual time after the last event, in nanoseconds. */
  get now(): number {
    return this.jumped + this.ticks * this.context.nanosecondsPerStatement;
  }

  /** The world as it is now; folding on does not change it. */
  world(): WorldState {
    return {
      step: this.step,
      statements: this.statements,
      ticks: this.ticks,
      now: virtualTime(this.now),
      processors: this.processors,
      running: this.running,
      goroutines: this.goroutines.freeze(),
      objects: this.objects.freeze(),
      outputLength: this.outputLength,
      ending: this.ending,
    };
  }

  /** Applies one event. Events must come in order, none left out. */
  apply(event: TraceEvent): void {
    this.touched.clear();
    this.touchedChannels.clear();
    this.step += 1;
    this.statements = event.statements;
    this.ticks = Math.max(this.ticks, event.ticks);
    if (event.goroutine !== 0) this.arrive(event);
    this.effect(event);
    this.showObjects(event.index);
  }

  /** Objects appear with the event that they are first known at, whether or not it names them. */
  private showObjects(index: number): void {
    for (;;) {
      const object = this.context.objects[this.shown];
      if (object === undefined || object.event > index) return;
      this.object(object.id);
      this.shown += 1;
    }
  }

  /** The doer is on the processor, at the event's place. */
  private arrive(event: TraceEvent): void {
    const doer = this.goroutines.get(event.goroutine);
    if (doer === undefined) return;
    const { processor } = event;
    // With one processor nobody announces a switch; with several, `run` does.
    const former = this.onProcessor[processor] ?? noGoroutine;
    if (former !== noGoroutine && former !== doer.id) this.stop(former);
    if (doer.processor !== processor) this.onProcessor[doer.processor] = noGoroutine;
    this.onProcessor[processor] = doer.id;
    this.running = doer.id;
    const site = event.site === 0 ? doer.site : event.site;
    if (doer.status === 'running' && doer.processor === processor && doer.site === site) return;
    const row = this.edit(doer.id);
    if (row === undefined) return;
    row.status = 'running';
    row.processor = processor;
    row.site = site;
  }

  private effect(event: TraceEvent): void {
    const doer = event.goroutine;
    const other = goroutineId(event.other);
    switch (event.kind) {
      case 'go':
        this.goroutines.set(other, newGoroutine(other, doer, event.index, event.site));
        this.touched.add(other);
        return;
      case 'exit':
        this.leave(doer, 'dead');
        this.panicking(doer, '');
        return;
      case 'makeChan':
        this.objects.set(event.object, newChannel(event.object, event.number));
        return;
      case 'send':
        this.send(event.object, event.text, other);
        return;
      case 'receive':
        this.receive(event.object, other);
        return;
      case 'receiveClosed':
      case 'selectDefault':
      case 'selectReceiveClosed':
      case 'tryLockFailed':
      case 'waitGroupWait':
      case 'onceSkip':
      case 'deadlock':
      case 'run':
      case 'steal':
        this.touch(event);
        return;
      case 'setProcessors':
        this.setProcessors(event);
        return;
      case 'close':
        this.close(event.object);
        return;
      case 'blockSend':
        this.blockOnChannel(event, 'send');
        return;
      case 'blockReceive':
        this.blockOnChannel(event, 'receive');
        return;
      case 'selectSend':
      case 'selectReceive':
        this.chooseCase(event);
        return;
      case 'blockSelect':
        this.blockOnSelect(event);
        return;
      case 'lock':
      case 'blockLock':
      case 'unlock':
      case 'readLock':
      case 'blockReadLock':
      case 'readUnlock':
      case 'waitGroupAdd':
      case 'blockWaitGroup':
      case 'onceBegin':
      case 'onceDone':
      case 'blockCond':
      case 'signal':
      case 'broadcast':
        this.syncEvent(event);
        return;
      case 'sleep':
        this.sleep(doer, event.number);
        return;
      case 'wake':
      case 'ready':
        this.wake(other);
        return;
      case 'timerStart':
      case 'timerStop':
      case 'timerReset':
      case 'timerFire':
        this.timerEvent(event, other);
        return;
      case 'clockJump':
        this.jumped += event.number;
        return;
      case 'print':
        this.outputLength += encodeUtf8(event.text).length;
        return;
      case 'panic':
      case 'recover':
        this.panicking(doer, event.kind === 'panic' ? event.text : '');
        return;
      case 'yield':
      case 'preempt':
        this.leave(doer, 'runnable');
        return;
      case 'atomic':
        this.objects.set(event.object, {
          kind: 'atomic',
          id: event.object,
          value: event.text === '' ? String(event.number) : event.text,
        });
        return;
      case 'park':
        this.leave(doer, 'waiting', event.text);
        return;
      case 'end':
        this.ending = { verdict: event.text, exitCode: event.number };
        return;
      default:
        assertNever(event.kind, 'event kind');
    }
  }

  private touch(event: TraceEvent): void {
    if (event.object !== 0) this.object(event.object);
    for (const part of event.select?.cases ?? []) {
      if (part.channel !== 0) this.object(part.channel);
    }
  }

  // Channels

  private send(id: ObjectId, value: string, receiver: GoroutineId): void {
    if (receiver !== 0) this.wake(receiver);
    else this.push(id, value);
  }

  private push(id: ObjectId, value: string): void {
    const channel = this.editChannel(id);
    if (channel !== null) channel.buffer = [...channel.buffer, value];
  }

  private receive(id: ObjectId, sender: GoroutineId): void {
    const channel = this.editChannel(id);
    if (channel === null) return;
    const ticket = channel.sendQueue.find((waiting) => waiting.goroutine === sender);
    if (sender !== 0) this.wake(sender);
    if (channel.capacity === 0) return;
    const buffer = channel.buffer.slice(1);
    if (sender !== 0) buffer.push(ticket?.value ?? '');
    channel.buffer = buffer;
  }

  private close(id: ObjectId): void {
    const channel = this.editChannel(id);
    if (channel === null) return;
    for (const ticket of [...channel.receiveQueue, ...channel.sendQueue])
      this.wake(ticket.goroutine);
    channel.closed = true;
  }

  private chooseCase(event: TraceEvent): void {
    const select = event.select;
    const chosen = select?.cases[select.chosen];
    if (select === null || chosen === undefined) return;
    this.touch(event);
    if (event.kind === 'selectSend') this.send(chosen.channel, chosen.value, select.woken);
    else this.receive(chosen.channel, select.woken);
  }

  private blockOnChannel(event: TraceEvent, side: 'send' | 'receive'): void {
    const reason: WaitReason = `chan ${side}${event.object === 0 ? ' (nil chan)' : ''}`;
    const held = side === 'send' ? event.text : '';
    this.wait(event.goroutine, reason, event.object === 0 ? [] : [event.object], held);
    if (event.object === 0) return;
    this.enqueue(event.object, side, { goroutine: event.goroutine, value: held, caseIndex: -1 });
  }

  private blockOnSelect(event: TraceEvent): void {
    const cases = event.select?.cases ?? [];
    const channels: ObjectId[] = [];
    cases.forEach((part, caseIndex) => {
      if (part.channel === 0) return;
      if (!channels.includes(part.channel)) channels.push(part.channel);
      const value = part.direction === 'send' ? part.value : '';
      this.enqueue(part.channel, part.direction, { goroutine: event.goroutine, value, caseIndex });
    });
    this.wait(event.goroutine, cases.length === 0 ? 'select (no cases)' : 'select', channels, '');
  }

  private enqueue(id: ObjectId, side: 'send' | 'receive', ticket: Ticket): void {
    const channel = this.editChannel(id);
    if (channel === null) return;
    if (side === 'send') channel.sendQueue = [...channel.sendQueue, ticket];
    else channel.receiveQueue = [...channel.receiveQueue, ticket];
  }

  // Everything else that is shared

  /** Locks, counters, Once, Cond: what the event does to its object, and to whom. */
  private syncEvent(event: TraceEvent): void {
    const object = this.object(event.object);
    if (object === undefined) return;
    const { state, reason, woken } = syncEffect(object, event);
    if (state !== object) this.objects.set(object.id, state);
    if (reason !== '') this.wait(event.goroutine, reason, [object.id], '');
    for (const id of woken) this.wake(id);
  }

  private timerEvent(event: TraceEvent, woken: GoroutineId): void {
    const object = this.object(event.object);
    if (object?.kind !== 'timer' && object?.kind !== 'ticker') return;
    const state = timerEffect(object, event);
    this.objects.set(object.id, state);
    const { channel } = state;
    if (event.kind === 'timerFire') {
      if (woken !== 0) this.wake(woken);
      else if (channel !== 0) this.fill(channel, event.text);
      return;
    }
    if (channel === 0) return;
    this.object(channel);
    // A value that nobody has received is gone, as if the timer had not fired.
    if (event.kind === 'timerStart') return;
    const emptied = this.editChannel(channel);
    if (emptied !== null) emptied.buffer = [];
  }

  /** A tick that finds the last one still there is dropped. */
  private fill(channel: ObjectId, value: string): void {
    const { buffer, capacity } = this.channel(channel) ?? noBuffer;
    if (buffer.length < Math.max(capacity, 1)) this.push(channel, value);
  }

  // Goroutines

  /** The goroutine's state, to be changed. */
  private edit(id: GoroutineId): Writable<GoroutineState> | undefined {
    this.touched.add(id);
    return this.goroutines.edit(id);
  }

  /** It goes on later. */
  private stop(id: GoroutineId): void {
    const row = this.edit(id);
    if (row === undefined) return;
    row.status = 'runnable';
    row.processor = 0;
  }

  private panicking(id: GoroutineId, text: string): void {
    const row = this.edit(id);
    if (row !== undefined) row.panicking = text;
  }

  /** The goroutine leaves the processor; without a reason the one it had stays. */
  private leave(id: GoroutineId, status: GoroutineStatus, reason: WaitReason | null = null): void {
    if (this.running === id) this.running = noGoroutine;
    const row = this.edit(id);
    if (row === undefined) return;
    this.onProcessor[row.processor] = noGoroutine;
    row.processor = 0;
    row.status = status;
    if (reason !== null) row.waitReason = reason;
  }

  private sleep(id: GoroutineId, until: number): void {
    this.leave(id, 'sleeping', 'sleep');
    const row = this.edit(id);
    if (row !== undefined) row.wakeAt = virtualTime(until);
  }

  /** All processors stop but the one that asks. */
  private setProcessors(event: TraceEvent): void {
    this.processors = event.number;
    this.onProcessor.forEach((id, processor) => {
      if (id === event.goroutine || id === noGoroutine) return;
      this.stop(id);
      this.onProcessor[processor] = noGoroutine;
    });
  }

  private wait(
    id: GoroutineId,
    waitReason: WaitReason,
    waitingFor: readonly ObjectId[],
    held: string,
  ): void {
    this.leave(id, 'waiting', waitReason);
    const row = this.edit(id);
    if (row === undefined) return;
    row.waitingFor = waitingFor;
    row.held = held;
  }

  /** The goroutine leaves all queues and may run. */
  private wake(id: GoroutineId): void {
    const row = this.edit(id);
    if (row === undefined) return;
    for (const object of row.waitingFor) this.dequeue(object, id);
    row.status = 'runnable';
    row.waitReason = '';
    row.waitingFor = nothing;
    row.held = '';
    row.wakeAt = virtualTime(0);
  }

  private dequeue(id: ObjectId, goroutine: GoroutineId): void {
    const object = this.objects.edit(id);
    if (object === undefined) return;
    switch (object.kind) {
      case 'channel':
        object.sendQueue = withoutTickets(object.sendQueue, goroutine);
        object.receiveQueue = withoutTickets(object.receiveQueue, goroutine);
        return;
      case 'rwMutex':
        object.queue = object.queue.filter((waiting) => waiting.goroutine !== goroutine);
        return;
      case 'mutex':
      case 'waitGroup':
      case 'cond':
        object.queue = object.queue.filter((waiting) => waiting !== goroutine);
        return;
      case 'once':
      case 'timer':
      case 'ticker':
      case 'atomic':
        return;
      default:
        assertNever(object, 'object state');
    }
  }

  // Objects

  private object(id: ObjectId): ObjectState | undefined {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const described = this.context.objects[id - 1];
    const made = described === undefined ? null : newObject(described);
    if (made !== null) this.objects.set(id, made);
    return made ?? undefined;
  }

  private channel(id: ObjectId): ChannelState | null {
    const object = this.object(id);
    return object?.kind === 'channel' ? object : null;
  }

  /** The channel's state, to be changed. */
  private editChannel(id: ObjectId): Writable<ChannelState> | null {
    if (this.channel(id) === null) return null;
    this.touchedChannels.add(id);
    const row = this.objects.edit(id);
    return row?.kind === 'channel' ? row : null;
  }
}

const nothing: readonly never[] = [];
const noBuffer = { buffer: nothing, capacity: 0 };

/** The queue without the tickets of a goroutine; the same one if it has none there. */
function withoutTickets(queue: readonly Ticket[], goroutine: GoroutineId): readonly Ticket[] {
  const isOther = (ticket: Ticket): boolean => ticket.goroutine !== goroutine;
  return queue.every(isOther) ? queue : queue.filter(isOther);
}

/** Index of the first object that is not known before event `step`; they are in that order. */
function firstAfter(objects: FoldContext['objects'], step: number): number {
  let low = 0;
  let high = objects.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((objects[middle]?.event ?? 0) < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The next world. For many events use a WorldFold, which publishes only when asked. */
export function advance(context: FoldContext, world: WorldState, event: TraceEvent): WorldState {
  const fold = new WorldFold(context, world);
  fold.apply(event);
  return fold.world();
}
