// Captions of locks, counters, Once, Cond and atomics.

import {
  type Sentence,
  code,
  goroutines,
  objectName,
  value,
  words,
} from '../engine/analysis/sentence.ts';
import { assertNever } from '../engine/base/assert.ts';
import type { EventKindName, GoroutineId } from '../engine/trace/trace-event.ts';
import { goroutineId } from '../engine/trace/trace-event.ts';
import type { MutexState, ObjectState, RwMutexState } from '../engine/trace/world.ts';
import { type CaptionMoment, canRunAgain, wokenBy } from './caption-moment.ts';
import { ordinalText } from './labels.ts';

type SyncEvent = Extract<
  EventKindName,
  | 'lock'
  | 'blockLock'
  | 'unlock'
  | 'readLock'
  | 'blockReadLock'
  | 'readUnlock'
  | 'tryLockFailed'
  | 'waitGroupAdd'
  | 'waitGroupWait'
  | 'blockWaitGroup'
  | 'onceBegin'
  | 'onceDone'
  | 'onceSkip'
  | 'blockCond'
  | 'signal'
  | 'broadcast'
  | 'atomic'
>;

/** The sentence of an operation of sync or sync/atomic. */
export function syncSentence(moment: CaptionMoment, kind: SyncEvent): Sentence {
  const { event, before, after } = moment;
  const doer = goroutines(event.goroutine);
  const object = objectName(event.object);
  const state = after.objects.get(event.object);
  switch (kind) {
    case 'lock':
      return state?.kind === 'rwMutex'
        ? [doer, words(' locks '), object, words(' for writing. Nobody else may be inside.')]
        : [doer, words(' locks '), object, words('.')];
    case 'readLock':
      return [doer, words(' locks '), object, words(` for reading.${readersText(state)}`)];
    case 'blockLock':
    case 'blockReadLock':
      return blockLockSentence(moment, kind);
    case 'unlock':
    case 'readUnlock':
      return unlockSentence(moment, kind);
    case 'tryLockFailed': {
      const held = heldBySentence(before.objects.get(event.object), event.goroutine);
      return [doer, words(' tries to lock '), object, ...held, words(' It goes on without.')];
    }
    case 'waitGroupAdd':
      return waitGroupSentence(moment);
    case 'waitGroupWait':
      return [
        doer,
        words(' calls '),
        objectName(event.object, '.Wait()'),
        words('. The counter is 0 already, so it goes on.'),
      ];
    case 'blockWaitGroup':
      return [
        doer,
        words(' waits in '),
        objectName(event.object, '.Wait()'),
        words(
          ` until the counter is 0. It is ${state?.kind === 'waitGroup' ? state.counter : ''}.`,
        ),
      ];
    case 'onceBegin':
      return [
        doer,
        words(' is the first to call '),
        objectName(event.object, '.Do'),
        words(', so it runs the function.'),
      ];
    case 'onceDone':
      return [
        words('The function of '),
        object,
        words(' has returned. It will not run again.'),
        ...canRunAgain(wokenBy(moment)),
      ];
    case 'onceSkip':
      return [
        doer,
        words(' calls '),
        objectName(event.object, '.Do'),
        words('. The function has run already, so it goes on.'),
      ];
    case 'blockCond':
    case 'signal':
    case 'broadcast':
      return condSentence(moment, kind);
    case 'atomic':
      return atomicSentence(moment);
    default:
      return assertNever(kind, 'sync event');
  }
}

function readersText(state: ObjectState | undefined): string {
  const count = state?.kind === 'rwMutex' ? state.readers.length : 1;
  return count < 2 ? '' : ` ${count} readers are inside.`;
}

/** `, but **w1** holds it.`; of a lock that the goroutine itself holds: that it does. */
function heldBySentence(state: ObjectState | undefined, doer: GoroutineId): Sentence {
  if (state?.kind !== 'mutex' && state?.kind !== 'rwMutex') return [words('.')];
  const holders = holdersOf(state);
  if (holders.length === 0) return [words(', but others are before it.')];
  if (holders.length === 1 && holders[0] === doer) {
    return [words(', which it has locked itself and not unlocked yet.')];
  }
  const reading = state.kind === 'rwMutex' && state.writer === 0;
  const verb = reading ? (holders.length === 1 ? ' is reading.' : ' are reading.') : ' holds it.';
  return [words(', but '), goroutines(...holders), words(verb)];
}

function holdersOf(state: MutexState | RwMutexState): readonly GoroutineId[] {
  if (state.kind === 'mutex') return state.holder === 0 ? [] : [state.holder];
  return state.writer === 0 ? [...new Set(state.readers)] : [state.writer];
}

function blockLockSentence(moment: CaptionMoment, kind: 'blockLock' | 'blockReadLock'): Sentence {
  const { event, before, after } = moment;
  const doer = goroutines(event.goroutine);
  const state = before.objects.get(event.object);
  const how =
    kind === 'blockReadLock' ? ' for reading' : state?.kind === 'rwMutex' ? ' for writing' : '';
  const start = [doer, words(' wants to lock '), objectName(event.object), words(how)];
  if (event.number === 1) {
    return [
      ...start,
      words(' again, but somebody was faster. It goes back to the front of the queue.'),
    ];
  }
  const announced =
    kind === 'blockReadLock' && state?.kind === 'rwMutex' && state.writer === 0
      ? state.queue.find((waiting) => waiting.write)
      : undefined;
  if (announced !== undefined) {
    return [
      ...start,
      words(', but '),
      goroutines(announced.goroutine),
      words(' waits to write and comes first. '),
      doer,
      words(' waits.'),
    ];
  }
  const now = after.objects.get(event.object);
  const length = now?.kind === 'mutex' || now?.kind === 'rwMutex' ? now.queue.length : 1;
  const place = length <= 1 ? '' : `, ${ordinalText(length)} in line`;
  const held = heldBySentence(state, event.goroutine);
  return [...start, ...held, words(' '), doer, words(` waits${place}.`)];
}

function unlockSentence(moment: CaptionMoment, kind: 'unlock' | 'readUnlock'): Sentence {
  const { event, after } = moment;
  const state = after.objects.get(event.object);
  const reading = kind === 'readUnlock';
  const left = state?.kind === 'rwMutex' && reading ? state.readers.length : 0;
  const rest =
    left === 0 ? '' : ` ${left === 1 ? '1 reader is' : `${left} readers are`} still inside.`;
  const start: Sentence = [
    goroutines(event.goroutine),
    words(' unlocks '),
    objectName(event.object),
    words(reading ? `, which it was reading.${rest}` : '.'),
  ];
  const woken = wokenBy(moment);
  if (woken.length === 0) return start;
  const handed = event.number === 1 || (state?.kind === 'mutex' && state.holder === woken[0]);
  const effect = handed
    ? ' gets it at once and can run again.'
    : ' can run again and try to lock it.';
  if (woken.length === 1) return [...start, words(' '), goroutines(...woken), words(effect)];
  return [...start, ...canRunAgain(woken)];
}

function waitGroupSentence(moment: CaptionMoment): Sentence {
  const { event, after } = moment;
  const state = after.objects.get(event.object);
  const counter = state?.kind === 'waitGroup' ? state.counter : 0;
  const doer = goroutines(event.goroutine);
  const object = objectName(event.object);
  if (event.number >= 0) {
    return [
      doer,
      words(` adds ${event.number} to `),
      object,
      words(`. Its counter is ${counter}.`),
    ];
  }
  const many = event.number === -1 ? '' : ` ${-event.number} times`;
  const start: Sentence = [doer, words(' is done with '), object, words(many)];
  if (counter !== 0) return [...start, words(`. Its counter is ${counter}.`)];
  const woken = wokenBy(moment);
  if (woken.length === 0) return [...start, words('. Its counter is 0.')];
  return [...start, words('. That brings it to 0, so'), ...canRunAgain(woken)];
}

function condSentence(moment: CaptionMoment, kind: 'blockCond' | 'signal' | 'broadcast'): Sentence {
  const { event, after } = moment;
  const doer = goroutines(event.goroutine);
  if (kind === 'blockCond') {
    const state = after.objects.get(event.object);
    const length = state?.kind === 'cond' ? state.queue.length : 1;
    const place = length <= 1 ? '' : `, ${ordinalText(length)} in line`;
    return [
      doer,
      words(' waits in '),
      objectName(event.object, '.Wait()'),
      words(` to be signalled${place}.`),
    ];
  }
  const woken =
    kind === 'broadcast' ? wokenBy(moment) : event.other === 0 ? [] : [goroutineId(event.other)];
  const start: Sentence = [
    doer,
    words(kind === 'signal' ? ' signals ' : ' signals everybody who waits for '),
    objectName(event.object),
    words('.'),
  ];
  if (woken.length === 0) return [...start, words(' Nobody waits, so the signal is lost.')];
  return [...start, ...canRunAgain(woken)];
}

/** By the column `other`: what kind of atomic operation it was. */
function atomicSentence(moment: CaptionMoment): Sentence {
  const { event } = moment;
  const doer = goroutines(event.goroutine);
  const object = objectName(event.object);
  const now = value(event.text === '' ? String(event.number) : event.text);
  switch (event.other) {
    case 0:
      return [doer, words(' reads '), now, words(' from '), object, words(' atomically.')];
    case 1:
      return [doer, words(' stores '), now, words(' in '), object, words(' atomically.')];
    case 2:
      return [doer, words(' adds to '), object, words(' atomically. It is '), now, words(' now.')];
    case 3:
      return [doer, words(' swaps '), now, words(' into '), object, words(' atomically.')];
    case 4:
      return [
        doer,
        words('’s '),
        code('CompareAndSwap'),
        words(' of '),
        object,
        words(' succeeds. It is '),
        now,
        words(' now.'),
      ];
    case 5:
      return [
        doer,
        words('’s '),
        code('CompareAndSwap'),
        words(' of '),
        object,
        words(' fails: it is '),
        now,
        words('.'),
      ];
    default:
      return [doer, words(' changes '), object, words(' atomically. It is '), now, words(' now.')];
  }
}
