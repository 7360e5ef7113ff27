// What every part of a scene is drawn from, and the small shapes all parts share.

import { objectOfEvent } from '../engine/trace/recording.ts';
import type { GoroutineId, ObjectId, TraceEvent } from '../engine/trace/trace-event.ts';
import type { WorldState } from '../engine/trace/world.ts';
import type { Point } from './geometry.ts';
import { tenth } from './geometry.ts';
import type { GoroutineLook } from './goroutine-look.ts';
import { lookAt, type RunModel } from './run-model.ts';
import type {
  Anchor,
  OverflowShape,
  TagShape,
  TextShape,
  TicketShape,
  TokenShape,
} from './shapes.ts';
import { codeWidth, fitCode, tagWidth, ticketWidth } from './text-width.ts';
import { shownObject, type TopologyNode } from './topology-model.ts';
import { ticketLimit, ticketStep } from './topology-size.ts';
import type { TopologyLayout } from './topology-layout.ts';
import { cutText } from './labels.ts';

export type Selection =
  | { readonly kind: 'goroutine'; readonly id: GoroutineId }
  | { readonly kind: 'object'; readonly id: ObjectId }
  | null;

export interface SceneContext {
  readonly run: RunModel;
  readonly layout: TopologyLayout;
  readonly world: WorldState;
  /** The event just done; null at step 0. */
  readonly event: TraceEvent | null;
  readonly selection: Selection;
}

export function text(x: number, y: number, content: string, anchor: Anchor = 'start'): TextShape {
  return { x: tenth(x), y: tenth(y), text: content, anchor };
}

/** A value; the token is as wide as its text, at least 24 px, or exactly `width`. */
export function token(
  center: Point,
  full: string,
  options: { readonly width?: number; readonly height?: number; readonly fresh?: boolean } = {},
): TokenShape {
  const short = cutText(full, 8);
  const width = options.width ?? Math.max(24, codeWidth(short, 11.5) + 13);
  const fitted = options.width === undefined ? short : fitCode(full, 11.5, width - 4);
  return {
    center: { x: tenth(center.x), y: tenth(center.y) },
    width: tenth(width),
    height: options.height ?? 24,
    text: fitted,
    full,
    ghost: false,
    fresh: options.fresh ?? false,
  };
}

export function lookOfGoroutine(context: SceneContext, id: GoroutineId): GoroutineLook {
  return lookAt(context.run, context.world, id);
}

/** A monogram tag; `x` left edge, `y` middle. */
export function tag(context: SceneContext, id: GoroutineId, x: number, y: number): TagShape {
  const monogram = context.run.labels.goroutine(id).monogram;
  return {
    key: `tag g${id}`,
    goroutine: id,
    x: tenth(x),
    y: tenth(y),
    width: tenth(tagWidth(monogram)),
    height: 18,
    text: monogram,
    hue: lookOfGoroutine(context, id).hue,
  };
}

/** A ticket whose right edge, or left edge if it hangs on the right, is at `edge`. */
export function ticket(
  context: SceneContext,
  waiting: { readonly goroutine: GoroutineId; readonly value: string | null },
  edge: number,
  y: number,
  of: { readonly side: 'send' | 'receive'; readonly hangs: 'left' | 'right' },
): TicketShape {
  const { goroutine } = waiting;
  const monogram = context.run.labels.goroutine(goroutine).monogram;
  const value = waiting.value === null ? null : cutText(waiting.value, 8);
  const width = ticketWidth(monogram, value);
  const x = of.hangs === 'left' ? edge - width : edge;
  return {
    key: `ticket ${of.side} g${goroutine}`,
    goroutine,
    x: tenth(x),
    y: tenth(y),
    width: tenth(width),
    height: 20,
    text: monogram,
    hue: lookOfGoroutine(context, goroutine).hue,
    dividerX: tenth(x + tagWidth(monogram)),
    value,
    full: waiting.value ?? '',
  };
}

/** Tags of a queue, first nearest to `edge`, going left; the rest as `+12`. */
export function queueTags(
  context: SceneContext,
  ids: readonly GoroutineId[],
  edge: number,
  y: number,
): { readonly queue: readonly TagShape[]; readonly overflow: readonly OverflowShape[] } {
  const queue: TagShape[] = [];
  let right = edge - 8;
  for (const id of ids.slice(0, ticketLimit)) {
    const width = tagWidth(context.run.labels.goroutine(id).monogram);
    queue.push(tag(context, id, right - width, y));
    right -= width + 4;
  }
  const rest = ids.length - queue.length;
  if (rest <= 0) return { queue, overflow: [] };
  return { queue, overflow: [{ ...text(right - 2, y + 4, `+${rest}`, 'end'), count: rest }] };
}

/** `+12` below the last ticket. */
export function ticketOverflow(
  rest: number,
  edge: number,
  y: number,
  anchor: Anchor,
): readonly OverflowShape[] {
  if (rest <= 0) return [];
  const below = y + ticketLimit * ticketStep - 1;
  return [{ ...text(edge, below, `+${rest}`, anchor), count: rest }];
}

export function isSelectedObject(context: SceneContext, node: TopologyNode): boolean {
  const { selection } = context;
  return selection?.kind === 'object' && node.objects.includes(selection.id);
}

/** The object of a node that the scene shows: the one in the event, else the newest. */
export function objectShown(context: SceneContext, node: TopologyNode): ObjectId {
  const { event, world } = context;
  const concerned = event === null ? 0 : objectOfEvent(event);
  if (concerned !== 0 && node.objects.includes(concerned)) return ownerOf(context, concerned);
  if (node.objects.length > 2) {
    const busy = node.objects.find((id) => {
      const object = world.objects.get(id);
      return (
        object?.kind === 'channel' &&
        (object.sendQueue.length > 0 || object.receiveQueue.length > 0 || object.buffer.length > 0)
      );
    });
    if (busy !== undefined) return busy;
  }
  return shownObject(context.run, node, world.step);
}

/** The timer of a timer's channel; anything else itself. */
function ownerOf(context: SceneContext, id: ObjectId): ObjectId {
  for (const [timer, channel] of context.run.usage.timerChannels) if (channel === id) return timer;
  return id;
}
