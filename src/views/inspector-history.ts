// What a goroutine did, or what was done to an object, newest first, in words shorter than captions.

import {
  type Sentence,
  goroutines,
  objectName,
  value,
  words,
} from '../engine/analysis/sentence.ts';
import type { GoroutineId, ObjectId, TraceEvent } from '../engine/trace/trace-event.ts';
import { goroutineId } from '../engine/trace/trace-event.ts';
import { objectOfEvent, wokenByEvent } from '../engine/trace/recording.ts';
import { cutText, durationText } from './labels.ts';
import type { RunModel } from './run-model.ts';

export interface PastEvent {
  /** 0-based index. */
  readonly event: number;
  readonly sentence: Sentence;
}

export interface Past {
  readonly entries: readonly PastEvent[];
  /** All there are, of which `entries` are the newest. */
  readonly count: number;
}

/** Indices of the events that concern each goroutine and each object. */
export interface EventIndex {
  readonly ofGoroutine: ReadonlyMap<GoroutineId, readonly number[]>;
  readonly ofObject: ReadonlyMap<ObjectId, readonly number[]>;
}

const indices = new WeakMap<RunModel, EventIndex>();

/** Takes the events of a recording one by one, in order. */
export class EventIndexReader {
  private readonly ofGoroutine = new Map<GoroutineId, number[]>();
  private readonly ofObject = new Map<ObjectId, number[]>();

  read(event: TraceEvent): void {
    const { index, goroutine } = event;
    if (goroutine !== 0) add(this.ofGoroutine, goroutine, index);
    const woken = wokenByEvent(event);
    if (woken !== 0) add(this.ofGoroutine, woken, index);
    const object = objectOfEvent(event);
    if (object !== 0) add(this.ofObject, object, index);
  }

  index(): EventIndex {
    return { ofGoroutine: this.ofGoroutine, ofObject: this.ofObject };
  }
}

function add<K>(table: Map<K, number[]>, key: K, index: number): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [index]);
  else if (list[list.length - 1] !== index) list.push(index);
}

/** Somebody has read a run already: its index need not be made. */
export function adoptEventIndex(run: RunModel, index: EventIndex): void {
  indices.set(run, index);
}

/** The index of a run, made when it is first asked for. */
export function eventIndex(run: RunModel): EventIndex {
  const known = indices.get(run);
  if (known !== undefined) return known;
  const reader = new EventIndexReader();
  const { recording } = run;
  for (let i = 0; i < recording.length; i++) reader.read(recording.readEvent(i));
  const index = reader.index();
  adoptEventIndex(run, index);
  return index;
}

/** The newest events of a goroutine before `step`. */
export function goroutineHistory(
  run: RunModel,
  id: GoroutineId,
  step: number,
  limit: number,
): Past {
  const events = eventIndex(run).ofGoroutine.get(id) ?? [];
  const count = countBefore(events, step);
  const entries: PastEvent[] = [];
  for (let i = count - 1; i >= 0 && entries.length < limit; i--) {
    const event = run.recording.readEvent(events[i] ?? 0);
    const sentence = event.goroutine === id ? ownSentence(event) : passiveSentence(event);
    entries.push({ event: event.index, sentence });
  }
  return { entries, count };
}

/** The newest events of an object before `step`. */
export function objectHistory(run: RunModel, id: ObjectId, step: number, limit: number): Past {
  const events = eventIndex(run).ofObject.get(id) ?? [];
  const count = countBefore(events, step);
  const entries: PastEvent[] = [];
  for (let i = count - 1; i >= 0 && entries.length < limit; i--) {
    const event = run.recording.readEvent(events[i] ?? 0);
    const who: Sentence = event.goroutine === 0 ? [] : [goroutines(event.goroutine), words(' ')];
    entries.push({ event: event.index, sentence: [...who, ...ownSentence(event)] });
  }
  return { entries, count };
}

function countBefore(events: readonly number[], step: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] ?? 0) < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Verb and object: `received 8 from jobs`. */
function ownSentence(event: TraceEvent): Sentence {
  const object = objectName(objectOfEvent(event));
  const text = value(cutText(event.text, 24));
  switch (event.kind) {
    case 'go':
      return [words('started '), goroutines(goroutineId(event.other))];
    case 'exit':
      return [words('finished')];
    case 'makeChan':
      return [words('made '), object];
    case 'send':
    case 'selectSend':
      return [words('sent '), text, words(' to '), object];
    case 'receive':
    case 'selectReceive':
      return [words('received '), text, words(' from '), object];
    case 'receiveClosed':
    case 'selectReceiveClosed':
      return [words('found '), object, words(' closed')];
    case 'close':
      return [words('closed '), object];
    case 'blockSend':
      return [words('blocked: no room in '), object, words(' for '), text];
    case 'blockReceive':
      return [words('blocked: nothing in '), object];
    case 'selectDefault':
      return [words('took the default of a select')];
    case 'blockSelect':
      return [words('blocked in a select')];
    case 'lock':
      return [words('locked '), object];
    case 'readLock':
      return [words('locked '), object, words(' for reading')];
    case 'blockLock':
    case 'blockReadLock':
      return [words('blocked: '), object, words(' is locked')];
    case 'unlock':
    case 'readUnlock':
      return [words('unlocked '), object];
    case 'tryLockFailed':
      return [words('could not lock '), object];
    case 'waitGroupAdd':
      return event.number < 0
        ? [words('was done with '), object]
        : [words(`added ${event.number} to `), object];
    case 'waitGroupWait':
      return [words('found '), object, words(' at 0')];
    case 'blockWaitGroup':
      return [words('blocked in '), objectName(event.object, '.Wait()')];
    case 'onceBegin':
      return [words('began the function of '), object];
    case 'onceDone':
      return [words('ended the function of '), object];
    case 'onceSkip':
      return [words('skipped the function of '), object];
    case 'blockCond':
      return [words('blocked in '), objectName(event.object, '.Wait()')];
    case 'signal':
    case 'broadcast':
      return [words('signalled '), object];
    case 'sleep':
      return [words(`went to sleep until ${durationText(event.number)}`)];
    case 'timerStart':
    case 'timerReset':
      return [words('set '), object];
    case 'timerStop':
      return [words('stopped '), object];
    case 'timerFire':
      return [object, words(' fired')];
    case 'print':
      return [words('printed '), value(cutText(event.text.replace(/\n$/, ''), 40))];
    case 'panic':
      return [words('panicked: '), text];
    case 'recover':
      return [words('recovered')];
    case 'yield':
      return [words('gave up its turn')];
    case 'preempt':
      return [words('used up its time slice')];
    case 'atomic':
      return [words(event.other === 0 ? 'read ' : 'changed '), object];
    case 'park':
      return [words('blocked')];
    case 'ready':
      return [words('woke '), goroutines(goroutineId(event.other))];
    case 'run':
      return [words(`ran on processor ${event.other}`)];
    case 'setProcessors':
      return [words(`set the number of processors to ${event.number}`)];
    case 'steal':
    case 'wake':
    case 'clockJump':
    case 'deadlock':
      return [words(event.kind)];
    case 'end':
      return [words('ended the program')];
  }
}

/** What somebody else's event did to a goroutine: `64 delivered, runnable again`. */
function passiveSentence(event: TraceEvent): Sentence {
  const text = value(cutText(event.text, 24));
  const object = objectName(objectOfEvent(event));
  switch (event.kind) {
    case 'go':
      return [words('started by '), goroutines(event.goroutine)];
    case 'send':
    case 'selectSend':
      return [words('got '), text, words(' from '), object, words(', runnable again')];
    case 'receive':
    case 'selectReceive':
      return [words('its value went to '), object, words(', runnable again')];
    case 'close':
      return [object, words(' was closed, runnable again')];
    case 'unlock':
    case 'readUnlock':
      return [object, words(' was unlocked, runnable again')];
    case 'wake':
      return [words('woke up')];
    case 'timerFire':
      return [object, words(' fired, runnable again')];
    default:
      return [words('runnable again')];
  }
}
