// Channels: gate, slots, narrow slots, level; closed; full; tickets on both sides.

import { objectOfEvent, wokenByEvent } from '../engine/trace/recording.ts';
import type { GoroutineId, ObjectId } from '../engine/trace/trace-event.ts';
import type { ChannelState } from '../engine/trace/world.ts';
import type { Box } from './geometry.ts';
import {
  isSelectedObject,
  objectShown,
  type SceneContext,
  text,
  ticket,
  ticketOverflow,
  token,
} from './scene-context.ts';
import type { ChannelShape, SlotShape, TextShape, TicketShape } from './shapes.ts';
import { codeWidth, fitCode } from './text-width.ts';
import type { TopologyNode } from './topology-model.ts';
import {
  nameSide,
  narrowLimit,
  narrowSlotSize,
  pipePad,
  slotGap,
  slotLimit,
  slotSize,
  slotWidth,
  ticketLimit,
  ticketStep,
} from './topology-size.ts';

/** A channel at this step. */
export function channelShape(context: SceneContext, node: TopologyNode, box: Box): ChannelShape {
  const id = objectShown(context, node);
  const object = context.world.objects.get(id);
  const state = object?.kind === 'channel' ? object : null;
  const capacity = state?.capacity ?? node.capacity;
  const variant = variantOf(capacity);
  const filled = state?.buffer.length ?? 0;
  const full = capacity > 0 && filled >= capacity;
  const closed = state?.closed ?? false;
  const count = countShape(context, node, box, { capacity, filled });
  return {
    kind: 'channel',
    key: node.key,
    object: id,
    box,
    variant,
    state: closed ? 'closed' : 'open',
    full,
    capacity,
    filled,
    slots: variant === 'gate' || variant === 'level' ? [] : slotsOf(context, node, box, state),
    level: variant === 'level' ? levelBox(box, filled / capacity) : null,
    name: nameShape(context, node, box, { id, closed }),
    count,
    note: closed ? closedNote(context, node, box) : null,
    ...queuesOf(context, node, box, state),
    selected: isSelectedObject(context, node),
    dim: state === null,
    label: channelAloud(context, id, state),
  };
}

function variantOf(capacity: number): ChannelShape['variant'] {
  if (capacity === 0) return 'gate';
  if (capacity <= slotLimit) return 'slots';
  return capacity <= narrowLimit ? 'narrow' : 'level';
}

/** Below the entrance; in portrait under the name, or beside the wire that leaves below. */
function closedNote(context: SceneContext, node: TopologyNode, box: Box): TextShape {
  const { orientation } = context.layout.options;
  const below = box.y + box.height + 16;
  if (orientation === 'landscape') return text(box.x, below, 'closed');
  const underName = box.y + box.height / 2 + (node.capacity === 0 ? 12 : 27);
  switch (nameSide(node, orientation)) {
    case 'above':
      return text(box.x + box.width / 2 - 7, below, 'closed', 'end');
    case 'left':
      return text(box.x - 12, underName, 'closed', 'end');
    case 'right':
      return text(box.x + box.width + 12, underName, 'closed');
  }
}

/** The name above the pipe, or beside it; one of many channels of a site says which it is. */
function nameShape(
  context: SceneContext,
  node: TopologyNode,
  box: Box,
  of: { readonly id: ObjectId; readonly closed: boolean },
): TextShape {
  const full = node.objects.length > 1 ? context.run.labels.object(of.id).name : node.name;
  const name = fitCode(full, 12, Math.max(box.width, 120));
  const middle = box.y + box.height / 2;
  switch (nameSide(node, context.layout.options.orientation)) {
    case 'above':
      return text(box.x + (of.closed ? 6 : 0), box.y - 9, name);
    case 'left':
      return text(box.x - 12, middle - 3, name, 'end');
    case 'right':
      return text(box.x + box.width + 12, middle - 3, name);
  }
}

function countShape(
  context: SceneContext,
  node: TopologyNode,
  box: Box,
  of: { readonly capacity: number; readonly filled: number },
): TextShape | null {
  if (of.capacity === 0) return null;
  const content = `${of.filled}/${of.capacity}`;
  const middle = box.y + box.height / 2;
  switch (nameSide(node, context.layout.options.orientation)) {
    case 'above': {
      const tight = codeWidth(node.name, 12) + codeWidth(content, 11) + 8 > box.width;
      const y = tight ? box.y + box.height + 17 : box.y - 9;
      return text(box.x + box.width, y, content, 'end');
    }
    case 'left':
      return text(box.x - 12, middle + 12, content, 'end');
    case 'right':
      return text(box.x + box.width + 12, middle + 12, content);
  }
}

function slotsOf(
  context: SceneContext,
  node: TopologyNode,
  box: Box,
  state: ChannelState | null,
): readonly SlotShape[] {
  const narrow = node.capacity > slotLimit;
  const width = slotWidth(node.capacity, node.longestValue);
  const fresh = state === null ? -1 : freshIndex(context, state);
  return Array.from({ length: node.capacity }, (_, index): SlotShape => {
    const x = box.x + box.width - pipePad - width - index * (width + slotGap);
    const slot: Box = { x, y: box.y + pipePad, width, height: slotSize };
    const value = state?.buffer[index];
    if (value === undefined) return { index, box: slot, token: null };
    const center = { x: x + width / 2, y: box.y + box.height / 2 };
    const size = narrow
      ? { width: narrowSlotSize - 2, height: slotSize - 4 }
      : { width: width - 4, height: slotSize - 4 };
    const shown = token(center, value, { ...size, fresh: index === fresh });
    return { index, box: slot, token: narrow ? { ...shown, text: '' } : shown };
  });
}

/** Index of the value that has just arrived in the buffer; -1 if none has. */
function freshIndex(context: SceneContext, state: ChannelState): number {
  const { event } = context;
  if (event === null) return -1;
  if (objectOfEvent(event) !== state.id) return -1;
  const woken = wokenByEvent(event);
  const sent = (event.kind === 'send' || event.kind === 'selectSend') && woken === 0;
  const refilled = (event.kind === 'receive' || event.kind === 'selectReceive') && woken !== 0;
  return sent || refilled ? state.buffer.length - 1 : -1;
}

function levelBox(box: Box, part: number): Box {
  const width = (box.width - 2 * pipePad) * Math.min(part, 1);
  return {
    x: box.x + box.width - pipePad - width,
    y: box.y + pipePad,
    width,
    height: box.height - 2 * pipePad,
  };
}

function queuesOf(
  context: SceneContext,
  node: TopologyNode,
  box: Box,
  state: ChannelState | null,
): Pick<ChannelShape, 'sendTickets' | 'receiveTickets' | 'overflow'> {
  const y = box.y + box.height / 2;
  const edges = { left: box.x - 8, right: box.x + box.width + 8 };
  const senders = state?.sendQueue ?? [];
  const receivers = state?.receiveQueue ?? [];
  const counts = { left: 0, right: 0 };
  const sendTickets = senders.slice(0, ticketLimit).map((waiting): TicketShape => {
    const hangs = entranceOf(context, node, waiting.goroutine);
    const at = y + counts[hangs] * ticketStep;
    counts[hangs] += 1;
    return ticket(context, waiting, edges[hangs], at, { side: 'send', hangs });
  });
  const receiveTickets = receivers.slice(0, ticketLimit).map(({ goroutine }, i): TicketShape => {
    const at = { side: 'receive', hangs: 'right' } as const;
    return ticket(context, { goroutine, value: null }, edges.right, y + i * ticketStep, at);
  });
  return {
    sendTickets,
    receiveTickets,
    overflow: [
      ...ticketOverflow(senders.length - sendTickets.length, edges.left, y, 'end'),
      ...ticketOverflow(receivers.length - receiveTickets.length, edges.right, y, 'start'),
    ],
  };
}

/** On which side of a channel a sender's wire comes in, and so its ticket hangs. */
export function entranceOf(
  context: SceneContext,
  node: TopologyNode,
  sender: GoroutineId,
): 'left' | 'right' {
  const { graph, wires, placement } = context.layout;
  const box = placement.boxes.get(node.key);
  const wire = wires.get(`${graph.nodeOfGoroutine.get(sender) ?? ''} in ${node.key}`);
  const end = wire?.[wire.length - 1];
  const isRight = box !== undefined && end !== undefined && end.x > box.x + box.width - 1;
  return isRight ? 'right' : 'left';
}

/** `channel results, 2 of 2: 9, 64, waiting to send: worker 3`. */
export function channelAloud(
  context: SceneContext,
  id: ObjectId,
  state: ChannelState | null,
): string {
  const name = context.run.labels.object(id).name;
  if (state === null) return `channel ${name}, not made yet`;
  const parts = [`channel ${name}`];
  if (state.capacity === 0) parts.push('unbuffered');
  else {
    // The next out comes first.
    const { buffer } = state;
    const values = buffer.length > 0 && buffer.length <= slotLimit ? `: ${buffer.join(', ')}` : '';
    parts.push(`${buffer.length} of ${state.capacity}${values}`);
  }
  if (state.closed) parts.push('closed');
  const { labels } = context.run;
  const who = (queue: ChannelState['sendQueue']): string =>
    labels.goroutineList([...new Set(queue.map((waiting) => waiting.goroutine))]);
  if (state.sendQueue.length > 0) parts.push(`waiting to send: ${who(state.sendQueue)}`);
  if (state.receiveQueue.length > 0) parts.push(`waiting to receive: ${who(state.receiveQueue)}`);
  return parts.join(', ');
}
