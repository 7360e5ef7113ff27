// The short sentence on a goroutine's card: what it is doing, in a handful of words.

import { objectOfEvent, wokenByEvent } from '../engine/trace/recording.ts';
import type { GoroutineId, TraceEvent } from '../engine/trace/trace-event.ts';
import { goroutineId } from '../engine/trace/trace-event.ts';
import type { GoroutineState, WorldState } from '../engine/trace/world.ts';
import { cutText, durationText, ordinalText } from './labels.ts';
import { goroutineMode, type RunModel } from './run-model.ts';

/** The sentence at this step; `event` is the one just done, null at step 0. */
export function goroutineSentence(
  run: RunModel,
  world: WorldState,
  state: GoroutineState,
  event: TraceEvent | null,
): string {
  switch (goroutineMode(run, world, state)) {
    case 'running':
      return (
        (event?.goroutine === state.id ? doingText(run, event) : '') || runningText(world, state)
      );
    case 'runnable':
      return runnableText(world, state.id, event);
    case 'finished':
      return finishedText(world, state);
    case 'sleeping':
      return `sleeping, ${durationText(Math.max(state.wakeAt - world.now, 0))} left`;
    case 'panicked':
      return `panic: ${cutText(state.panicking.split('\n')[0] ?? '', 40)}`;
    case 'died':
      return 'fatal error';
    default:
      return waitingText(run, world, state);
  }
}

/** `receives 36`, `starts worker 3`: what a running goroutine has just done; '' if there is no word for it. */
function doingText(run: RunModel, event: TraceEvent): string {
  const object = run.labels.object(objectOfEvent(event)).name;
  const text = cutText(event.text, 12);
  switch (event.kind) {
    case 'send':
    case 'selectSend':
      return text === '' ? `sends to ${object}` : `sends ${text}`;
    case 'receive':
    case 'selectReceive':
      return text === '' ? `receives from ${object}` : `receives ${text}`;
    case 'receiveClosed':
    case 'selectReceiveClosed':
      return `finds ${object} closed`;
    case 'selectDefault':
      return 'takes default';
    case 'close':
      return `closes ${object}`;
    case 'makeChan':
      return `makes ${object}`;
    case 'go':
      return `starts ${run.labels.goroutine(goroutineId(event.other)).name}`;
    case 'lock':
      return `locks ${object}`;
    case 'readLock':
      return `reads ${object}`;
    case 'unlock':
    case 'readUnlock':
      return `unlocks ${object}`;
    case 'tryLockFailed':
      return `${object} is locked`;
    case 'waitGroupAdd':
      return event.number < 0 ? `done with ${object}` : `adds ${event.number} to ${object}`;
    case 'waitGroupWait':
      return `${object} is 0 already`;
    case 'onceBegin':
    case 'onceDone':
    case 'onceSkip':
      return `${object}.Do`;
    case 'signal':
    case 'broadcast':
      return `signals ${object}`;
    case 'timerStart':
    case 'timerReset':
      return `starts ${object}`;
    case 'timerStop':
      return `stops ${object}`;
    case 'print':
      return 'prints';
    case 'atomic':
      return `${event.other === 0 ? 'reads' : 'changes'} ${object}`;
    case 'ready':
      return `wakes ${run.labels.goroutine(goroutineId(event.other)).name}`;
    case 'recover':
      return 'recovers';
    default:
      return '';
  }
}

/** Who was alive when the program ended has not finished. */
function finishedText({ ending }: WorldState, { id, status }: GoroutineState): string {
  if (status === 'dead' || ending === null) return 'finished';
  if (ending.verdict !== 'ok') return 'ended with the program';
  return id === 1 ? 'finished' : 'ended with main';
}

/** Where it runs matters when there are several places. */
function runningText(world: WorldState, { processor }: GoroutineState): string {
  return world.processors > 1 && processor !== 0 ? `running on P${processor}` : 'running';
}

function runnableText(world: WorldState, id: GoroutineId, event: TraceEvent | null): string {
  if (event === null) return 'runnable';
  if (event.kind === 'go' && event.other === id) return 'runnable, new';
  if (wokenByEvent(event) !== id) return 'runnable';
  const text = cutText(event.text, 8);
  switch (event.kind) {
    case 'send':
    case 'selectSend':
      return text === '' ? 'runnable, received' : `runnable, got ${text}`;
    case 'receive':
    case 'selectReceive':
      return `runnable, ${cutText(valueTaken(world, event), 8) || 'value'} sent`;
    case 'wake':
      return 'runnable, awake';
    default:
      return 'runnable';
  }
}

/** What a sender got rid of when this receive freed it: its value went over, or into the buffer. */
function valueTaken(world: WorldState, event: TraceEvent): string {
  const channel = world.objects.get(objectOfEvent(event));
  if (channel?.kind !== 'channel') return '';
  return channel.capacity === 0 ? event.text : (channel.buffer.at(-1) ?? '');
}

/** `send, 1st in line`, `receive from jobs`, `wg.Wait(), 3 left`. */
function waitingText(run: RunModel, world: WorldState, state: GoroutineState): string {
  const [only, ...others] = state.waitingFor;
  const reason = state.waitReason;
  if (reason.startsWith('select')) return selectText(run, state, others.length + 1);
  if (only === undefined) {
    if (reason === 'chan send (nil chan)') return 'send to nil, for ever';
    if (reason === 'chan receive (nil chan)') return 'receive from nil';
    return reason === '' ? 'waiting' : reason;
  }
  const object = world.objects.get(only);
  const name = run.labels.object(only).name;
  switch (object?.kind) {
    case 'channel': {
      const sends = reason === 'chan send';
      const queue = sends ? object.sendQueue : object.receiveQueue;
      const place = queue.findIndex((ticket) => ticket.goroutine === state.id);
      if (queue.length > 1)
        return `${sends ? 'send' : 'receive'}, ${ordinalText(place + 1)} in line`;
      if (!sends) return `receive from ${name}`;
      return object.capacity === 0 ? `send to ${name}` : `send, ${name} is full`;
    }
    case 'mutex':
      return lockText(run, state.id, name, object.holder === 0 ? [] : [object.holder]);
    case 'rwMutex': {
      const verb = reason === 'sync.RWMutex.RLock' ? 'RLock' : 'Lock';
      const holders = object.writer === 0 ? [...new Set(object.readers)] : [object.writer];
      return lockText(run, state.id, name, holders, verb);
    }
    case 'waitGroup':
      return `${name}.Wait(), ${object.counter} left`;
    case 'cond':
      return `${name}.Wait()`;
    case 'once':
      return `${name}.Do`;
    default:
      return reason;
  }
}

function selectText(run: RunModel, state: GoroutineState, count: number): string {
  const cases = run.labels.site(state.site).caseTexts.length;
  const all = Math.max(cases, state.waitingFor.length === 0 ? 0 : count);
  if (all === 0) return 'select, for ever';
  return all === 1 ? 'select, 1 case' : `select, ${all} cases`;
}

function lockText(
  run: RunModel,
  waiter: GoroutineId,
  name: string,
  holders: readonly GoroutineId[],
  verb = 'Lock',
): string {
  const [holder, ...others] = holders;
  if (holder === undefined) return `${verb} ${name}`;
  if (others.length > 0) return `${verb}, ${holders.length} inside`;
  const who = holder === waiter ? 'itself' : run.labels.goroutine(holder).monogram;
  return `${verb}, held by ${who}`;
}

/** How a goroutine's state is read aloud: `worker 3, blocked on send, send, 1st in line, L14`. */
export function goroutineAloud(
  run: RunModel,
  state: GoroutineState,
  word: string,
  sentence: string,
): string {
  const line = run.labels.site(state.site).line;
  const parts = [run.labels.goroutine(state.id).name];
  if (!sentence.startsWith(word)) parts.push(word);
  parts.push(sentence);
  if (line > 0) parts.push(`line ${line}`);
  return parts.join(', ');
}
