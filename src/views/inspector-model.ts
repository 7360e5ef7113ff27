// The inspector: one goroutine, one object, or all of them at a step, with what they did so far.

import {
  type Sentence,
  goroutines,
  objectName,
  value,
  words,
} from '../engine/analysis/sentence.ts';
import type { GoroutineId, ObjectId, TraceEvent } from '../engine/trace/trace-event.ts';
import { wokenByEvent } from '../engine/trace/recording.ts';
import type { GoroutineState, ObjectState, WorldState } from '../engine/trace/world.ts';
import { type GoroutineLook, goroutineModes, lookOf } from './goroutine-look.ts';
import { goroutineSentence } from './goroutine-sentence.ts';
import { objectHistory } from './inspector-history.ts';
import type {
  GoroutineInspection,
  GoroutineSummary,
  HistoryEntry,
  ObjectInspection,
  PlaceLink,
  QueueEntry,
  TimeShare,
} from './inspector-shapes.ts';
import { durationText, ordinalText, withThousands } from './labels.ts';
import { goroutineHistory } from './inspector-history.ts';
import { goroutineLook, lookAt, type RunModel } from './run-model.ts';
import type { TimelineModel } from './timeline-model.ts';

/** How many entries of the past are shown. */
const historyLimit = 12;

export interface InspectorContext {
  readonly run: RunModel;
  readonly timeline: TimelineModel;
  readonly world: WorldState;
  readonly event: TraceEvent | null;
}

/** One goroutine at this step; null if there is no such goroutine yet. */
export function inspectGoroutine(
  context: InspectorContext,
  id: GoroutineId,
): GoroutineInspection | null {
  const { run, world, timeline } = context;
  const state = world.goroutines.get(id);
  if (state === undefined) return null;
  const label = run.labels.goroutine(id);
  const time = timeShares(timeline, id, world.step);
  const past = goroutineHistory(run, id, world.step, historyLimit);
  return {
    kind: 'goroutine',
    goroutine: id,
    name: label.name,
    monogram: label.monogram,
    look: goroutineLook(run, world, state),
    detail: run.labels.prose(detailOf(context, state)),
    waitReason: state.waitReason,
    place: placeOf(run, state.site),
    createdBy: run.labels.prose(createdByOf(state)),
    history: past.entries.map(
      (entry): HistoryEntry => ({
        step: entry.event + 1,
        prose: run.labels.prose(entry.sentence),
      }),
    ),
    historyCount: past.count,
    time,
    timeText: timeText(time),
    holds: heldBy(world, id),
  };
}

/** Why a goroutine is in its state, beside the state's word. */
function detailOf(context: InspectorContext, state: GoroutineState): Sentence {
  const { world, event, run } = context;
  const [only] = state.waitingFor;
  if (state.status === 'sleeping') {
    const left = durationText(Math.max(state.wakeAt - world.now, 0));
    return [words(`wakes at ${durationText(state.wakeAt)}, in ${left}`)];
  }
  if (state.status === 'runnable') {
    const woken = event === null ? 0 : wokenByEvent(event);
    return [
      words(woken === state.id && event?.kind !== 'go' ? 'just unblocked' : 'waits for its turn'),
    ];
  }
  if (state.status !== 'waiting' || only === undefined) {
    return [words(goroutineSentence(run, world, state, event))];
  }
  const object = world.objects.get(only);
  if (object?.kind === 'channel' && state.waitReason === 'chan send') {
    const place = object.sendQueue.findIndex((ticket) => ticket.goroutine === state.id);
    return [
      words('wants to send '),
      value(state.held),
      words(' to '),
      objectName(only),
      words(`, ${ordinalText(place + 1)} in line`),
    ];
  }
  if (object?.kind === 'channel' && state.waitReason === 'chan receive') {
    const place = object.receiveQueue.findIndex((ticket) => ticket.goroutine === state.id);
    return [
      words('wants to receive from '),
      objectName(only),
      words(`, ${ordinalText(place + 1)} in line`),
    ];
  }
  const names = state.waitingFor.flatMap(
    (id, i): Sentence => (i === 0 ? [objectName(id)] : [words(', '), objectName(id)]),
  );
  return [words('waits for '), ...names];
}

function createdByOf(state: GoroutineState): Sentence {
  if (state.parent === 0) {
    return [words(state.id === 1 ? 'the program’s first goroutine' : 'started by a timer')];
  }
  const at: Sentence =
    state.createdBy === 0 ? [] : [words(', '), { kind: 'place', site: state.createdBy }];
  return [words('started by '), goroutines(state.parent), ...at];
}

/** `main.go:14`; null for nowhere. */
export function placeOf(run: RunModel, site: number): PlaceLink | null {
  const { file, line } = run.labels.site(site);
  return line === 0 ? null : { text: `${file}:${line}`, file, line };
}

/** How its steps up to now divide among its states, in order of severity. */
function timeShares(timeline: TimelineModel, id: GoroutineId, step: number): readonly TimeShare[] {
  const lane = timeline.lanes.get(id);
  if (lane === undefined) return [];
  const counts = new Map<string, number>();
  let total = 0;
  for (let i = 0; i < lane.runs.length; i++) {
    const start = lane.runs.start(i);
    if (start >= step) break;
    const end = Math.min(i + 1 < lane.runs.length ? lane.runs.start(i + 1) : step, step);
    const mode = lane.runs.mode(i);
    if (mode === 'finished') continue;
    counts.set(mode, (counts.get(mode) ?? 0) + end - start);
    total += end - start;
  }
  return goroutineModes().flatMap((mode) => {
    const steps = counts.get(mode) ?? 0;
    return steps === 0 ? [] : [{ look: lookOf(mode), steps, share: steps / total }];
  });
}

/** Blocked for good; who has come to an end is not. */
function isStuck({ mode }: GoroutineLook): boolean {
  return mode === 'deadlocked' || mode === 'leftBehind';
}

function timeText(shares: readonly TimeShare[]): string {
  const total = shares.reduce((sum, share) => sum + share.steps, 0);
  const blocked = shares
    .filter(({ look }) => look.hue === 'wait' || isStuck(look))
    .reduce((sum, share) => sum + share.steps, 0);
  const [part, whole] = [blocked, total].map((count) => withThousands(String(count)));
  return `blocked for ${part} of its ${whole} ${total === 1 ? 'step' : 'steps'}`;
}

/** Locks that a goroutine holds. */
function heldBy(world: WorldState, id: GoroutineId): readonly ObjectId[] {
  const held: ObjectId[] = [];
  for (const object of world.objects.values()) {
    const holds =
      (object.kind === 'mutex' && object.holder === id) ||
      (object.kind === 'rwMutex' && (object.writer === id || object.readers.includes(id)));
    if (holds) held.push(object.id);
  }
  return held;
}

/** One object at this step. */
export function inspectObject(context: InspectorContext, id: ObjectId): ObjectInspection {
  const { run, world } = context;
  const state = world.objects.get(id);
  const label = run.labels.object(id);
  const past = objectHistory(run, id, world.step, historyLimit);
  const entry = (goroutine: GoroutineId, text = ''): QueueEntry => ({
    goroutine,
    monogram: run.labels.goroutine(goroutine).monogram,
    name: run.labels.goroutine(goroutine).name,
    value: text,
    hue: lookAt(run, world, goroutine).hue,
  });
  const channel = state?.kind === 'channel' ? state : null;
  const { holders, waiters } = holdersAndWaiters(state);
  return {
    kind: 'object',
    object: id,
    name: label.name,
    type: label.kind === 'channel' || label.kind === 'atomic' ? label.type : `sync.${label.type}`,
    status: statusOf(state, world),
    madeAt: placeOf(run, run.recording.objects[id - 1]?.site ?? 0),
    buffer: channel?.buffer ?? [],
    capacity: channel?.capacity ?? 0,
    senders: (channel?.sendQueue ?? []).map((ticket) => entry(ticket.goroutine, ticket.value)),
    receivers: (channel?.receiveQueue ?? []).map((ticket) => entry(ticket.goroutine)),
    holders: holders.map((goroutine) => entry(goroutine)),
    waiters: waiters.map((goroutine) => entry(goroutine)),
    history: past.entries.map(({ event, sentence }) => ({
      step: event + 1,
      prose: run.labels.prose(sentence),
    })),
    historyCount: past.count,
  };
}

function holdersAndWaiters(state: ObjectState | undefined): {
  readonly holders: readonly GoroutineId[];
  readonly waiters: readonly GoroutineId[];
} {
  switch (state?.kind) {
    case 'mutex':
      return { holders: state.holder === 0 ? [] : [state.holder], waiters: state.queue };
    case 'rwMutex':
      return {
        holders: state.writer === 0 ? state.readers : [state.writer],
        waiters: state.queue.map((waiting) => waiting.goroutine),
      };
    case 'waitGroup':
    case 'cond':
      return { holders: [], waiters: state.queue };
    case 'once':
      return { holders: state.running === 0 ? [] : [state.running], waiters: [] };
    default:
      return { holders: [], waiters: [] };
  }
}

/** The object's state in a few words: `2 of 3, open`. */
function statusOf(state: ObjectState | undefined, world: WorldState): string {
  switch (state?.kind) {
    case undefined:
      return 'not made yet';
    case 'channel': {
      const open = state.closed ? 'closed' : 'open';
      if (state.capacity === 0) return `unbuffered, ${open}`;
      const full = state.buffer.length >= state.capacity ? ', full' : '';
      return `${state.buffer.length} of ${state.capacity}${full}, ${open}`;
    }
    case 'mutex':
      return state.holder === 0 ? 'free' : 'locked';
    case 'rwMutex':
      if (state.writer !== 0) return 'locked for writing';
      return state.readers.length === 0 ? 'free' : `locked by ${state.readers.length} for reading`;
    case 'waitGroup':
      return `counter ${state.counter}`;
    case 'once':
      return state.done ? 'done' : state.running === 0 ? 'not begun' : 'running';
    case 'cond':
      return `${state.queue.length} waiting`;
    case 'timer':
    case 'ticker':
      if (!state.active) return 'not running';
      return `fires in ${durationText(Math.max(state.deadline - world.now, 0))}`;
    case 'atomic':
      return state.value;
  }
}

/** All goroutines that exist, by id. */
export function summarizeGoroutines(context: InspectorContext): readonly GoroutineSummary[] {
  const { run, world, event } = context;
  return [...world.goroutines.values()].map((state) => ({
    goroutine: state.id,
    name: run.labels.goroutine(state.id).name,
    monogram: run.labels.goroutine(state.id).monogram,
    look: goroutineLook(run, world, state),
    sentence: goroutineSentence(run, world, state, event),
    place: placeOf(run, state.site),
  }));
}
