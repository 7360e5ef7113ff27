// Locks, counters, Once, Cond, dials and atomics.

import { assertNever } from '../engine/base/assert.ts';
import type { GoroutineId, ObjectId } from '../engine/trace/trace-event.ts';
import type { ObjectState } from '../engine/trace/world.ts';
import type { Box } from './geometry.ts';
import { durationText } from './labels.ts';
import { isDeadlocked } from './run-model.ts';
import { channelShape } from './scene-channel.ts';
import {
  isSelectedObject,
  objectShown,
  queueTags,
  type SceneContext,
  tag,
  text,
} from './scene-context.ts';
import type { DialShape, OnceShape, PartShape, RoomShape, TagShape } from './shapes.ts';
import { codeWidth, fitCode, tagWidth } from './text-width.ts';
import type { TopologyNode } from './topology-model.ts';
import { dialBeside, dialRadius } from './topology-size.ts';

/** Any object at this step. */
export function objectShape(context: SceneContext, node: TopologyNode, box: Box): PartShape | null {
  const kind = node.objectKind;
  if (kind === null) return null;
  const id = objectShown(context, node);
  const state = context.world.objects.get(id);
  const base = {
    key: node.key,
    object: id,
    box,
    selected: isSelectedObject(context, node),
    dim: state === undefined,
  };
  const middleX = box.x + box.width / 2;
  const middleY = box.y + box.height / 2;
  const below = text(middleX, box.y + box.height + 18, nameOf(context, node, id, 130), 'middle');
  const waiting = waitersOf(context, id, state);
  const queues = queueTags(context, waiting, box.x, middleY);
  const label = `${context.run.labels.object(id).type} ${context.run.labels.object(id).name}`;
  switch (kind) {
    case 'channel':
      return channelShape(context, node, box);
    case 'mutex':
    case 'rwMutex':
      return roomShape(context, { ...base, kind, label, ...queues }, node, state);
    case 'waitGroup': {
      const counter = state?.kind === 'waitGroup' ? state.counter : 0;
      const stuck = waiting.length > 0 && isDeadlocked(context.run, context.world);
      const ofCounter = codeWidth(String(counter), 22) + 28;
      const hasRoom = codeWidth('WaitGroup', 10) + ofCounter <= box.width;
      return {
        ...base,
        kind,
        name: text(
          box.x + 12,
          box.y + 18,
          nameOf(context, node, id, box.width - Math.max(ofCounter, 40)),
        ),
        sub: text(box.x + 12, box.y + 34, hasRoom ? 'WaitGroup' : ''),
        counter: text(box.x + box.width - 12, middleY + 8, String(counter), 'end'),
        hue: stuck ? 'dead' : null,
        ...queues,
        label: `${label}, counter ${counter}`,
      };
    }
    case 'once':
      return onceShape(context, { ...base, label, name: below, ...queues }, state);
    case 'cond':
      return { ...base, kind, name: below, ...queues, label };
    case 'timer':
    case 'ticker':
      return dialShape(context, node, box, { id, kind, state });
    case 'atomic': {
      const value = state?.kind === 'atomic' ? state.value : '';
      return {
        ...base,
        kind,
        value: text(middleX, middleY + 6, fitCode(value, 22, box.width - 14), 'middle'),
        name: below,
        label: `${label}, ${value}`,
      };
    }
    case 'semaphore':
    case 'context':
      return { ...base, kind, name: below, sub: text(middleX, middleY + 4, ''), ...queues, label };
    default:
      return assertNever(kind, 'object kind');
  }
}

function nameOf(context: SceneContext, node: TopologyNode, id: ObjectId, width: number): string {
  const name = node.objects.length > 1 ? context.run.labels.object(id).name : node.name;
  return fitCode(name, 12, width);
}

function onceShape(
  context: SceneContext,
  base: Omit<OnceShape, 'kind' | 'center' | 'radius' | 'done' | 'inside'>,
  state: ObjectState | undefined,
): OnceShape {
  const once = state?.kind === 'once' ? state : null;
  const { box } = base;
  const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const running = once?.running ?? 0;
  return {
    ...base,
    kind: 'once',
    center,
    radius: 22,
    done: once?.done ?? false,
    inside:
      running === 0 || once === null ? [] : [tag(context, once.running, center.x + 16, box.y)],
    label: `${base.label}, ${once?.done === true ? 'done' : 'not done'}`,
  };
}

/** Who waits at an object that is not a channel, first in line first. */
function waitersOf(
  context: SceneContext,
  id: ObjectId,
  state: ObjectState | undefined,
): readonly GoroutineId[] {
  switch (state?.kind) {
    case 'mutex':
    case 'waitGroup':
    case 'cond':
      return state.queue;
    case 'rwMutex':
      return state.queue.map((waiting) => waiting.goroutine);
    case 'once':
      return [...context.world.goroutines.values()]
        .filter((goroutine) => goroutine.waitingFor.includes(id))
        .map((goroutine) => goroutine.id);
    default:
      return [];
  }
}

function roomShape(
  context: SceneContext,
  base: Pick<
    RoomShape,
    'kind' | 'key' | 'object' | 'box' | 'selected' | 'dim' | 'label' | 'queue' | 'overflow'
  >,
  node: TopologyNode,
  state: ObjectState | undefined,
): RoomShape {
  const { box, object } = base;
  const holders = holdersOf(state);
  const middleX = box.x + box.width / 2;
  const middleY = box.y + box.height / 2;
  const inside = insideTags(context, holders, box);
  const readers = state?.kind === 'rwMutex' ? new Set(state.readers).size : 0;
  const type = base.kind === 'mutex' ? 'Mutex' : 'RWMutex';
  const sub = readers > 0 ? `${type}, ${readers} ${readers === 1 ? 'reader' : 'readers'}` : type;
  const held = holders.length > 0;
  const who = context.run.labels.goroutineList(holders);
  return {
    ...base,
    name: text(middleX, box.y - 8, nameOf(context, node, object, 130), 'middle'),
    sub: text(middleX, box.y + box.height + 15, sub, 'middle'),
    held,
    seat: held ? null : { x: middleX - 12, y: middleY - 9, width: 24, height: 18 },
    inside,
    label: `${base.label}, ${held ? `held by ${who}` : 'free'}`,
  };
}

function holdersOf(state: ObjectState | undefined): readonly GoroutineId[] {
  if (state?.kind === 'mutex') return state.holder === 0 ? [] : [state.holder];
  if (state?.kind !== 'rwMutex') return [];
  return state.writer === 0 ? [...new Set(state.readers)] : [state.writer];
}

/** Tags side by side in the middle of a room, as many as fit. */
function insideTags(
  context: SceneContext,
  ids: readonly GoroutineId[],
  box: Box,
): readonly TagShape[] {
  const widths = ids.map((id) => tagWidth(context.run.labels.goroutine(id).monogram));
  let count = 0;
  let total = -4;
  for (const width of widths) {
    if (total + width + 4 > box.width - 10) break;
    total += width + 4;
    count += 1;
  }
  let x = box.x + box.width / 2 - total / 2;
  return ids.slice(0, count).map((id, i) => {
    const shape = tag(context, id, x, box.y + box.height / 2);
    x += (widths[i] ?? 0) + 4;
    return shape;
  });
}

function dialShape(
  context: SceneContext,
  node: TopologyNode,
  box: Box,
  timer: {
    readonly id: ObjectId;
    readonly kind: 'timer' | 'ticker';
    readonly state: ObjectState | undefined;
  },
): DialShape {
  const state =
    timer.state?.kind === 'timer' || timer.state?.kind === 'ticker' ? timer.state : null;
  const left = Math.max((state?.deadline ?? 0) - context.world.now, 0);
  const whole = Math.max((state?.deadline ?? 0) - startOf(context, timer.id), 1);
  const fired = state !== null && !state.active && context.world.now >= state.deadline;
  // Beside a card there is room for the time alone; the wedge says that it is what is left.
  const isNarrow = context.layout.options.orientation === 'portrait';
  const running = isNarrow ? durationText(left) : leftText(left);
  const words = state === null || !state.active ? (fired ? 'fired' : 'stopped') : running;
  const name = nameOf(context, node, timer.id, isNarrow ? dialBeside.words : 120);
  const x = box.x - 9;
  const middle = box.y + box.height / 2;
  return {
    kind: timer.kind,
    key: node.key,
    object: timer.id,
    box,
    center: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    radius: dialRadius,
    left: state?.active === true ? Math.min(left / whole, 1) : 0,
    fired,
    active: state?.active === true,
    name: text(x, middle - 2, name, 'end'),
    text: text(x, middle + 13, words, 'end'),
    selected: isSelectedObject(context, node),
    dim: state === null,
    label: `${timer.kind} ${name}, ${words}`,
  };
}

function leftText(left: number): string {
  return `${durationText(left)} left`;
}

/** Virtual time at which a timer was last set; what it counts from. */
function startOf(context: SceneContext, id: ObjectId): number {
  const starts = context.run.usage.timerStarts.get(id) ?? [];
  let start = 0;
  for (const { event, at } of starts) {
    if (event < context.world.step) start = at;
  }
  return start;
}
