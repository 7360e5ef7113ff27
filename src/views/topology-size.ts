// How large every part of the stage is and how much room it needs around it: for its name, its
// queues, its fork. Geometry as the design draws it, in px at 100 %.

import { assertNever } from '../engine/base/assert.ts';
import type { Box } from './geometry.ts';
import type { ForkCase, TopologyGraph, TopologyNode } from './topology-model.ts';
import { codeWidth, ticketWidth } from './text-width.ts';

export type Orientation = 'landscape' | 'portrait';

/** The part itself, and what must stay free around it. */
export interface NodeSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const slotSize = 32;
export const narrowSlotSize = 14;
export const slotGap = 4;
export const pipePad = 6;
export const pipeHeight = 44;
export const gateWidth = 64;
export const levelWidth = 200;
/** Capacities up to which slots show values, and up to which they are drawn at all. */
export const slotLimit = 8;
export const narrowLimit = 24;
export const forkRise = 36;
export const dialRadius = 17;
/** Wires keep off the rounded corners of a card. */
export const cornerRoom = 12;
/** In portrait, cards of which one or two stand in a row, and of more. */
const fewWidth = 150;
const manyWidth = 110;
/** From the centre of a dial to the port or card below it. */
export const dialDrop = 58;
/** Room for the name and the time of a dial, left of its centre. */
const dialWords = 106;
/** Px from a card to the centre of the dial beside it, and for its words between them. */
export const dialBeside = { reach: 112, words: 80 } as const;
export const ticketStep = 25;
export const ticketLimit = 4;

/** Width of one slot: wider for longer values, as long as the pipe stays handy. */
export function slotWidth(capacity: number, longestValue: number): number {
  if (capacity > slotLimit) return narrowSlotSize;
  const wanted = codeWidth('0'.repeat(Math.min(longestValue, 8)), 11.5) + 12;
  return Math.max(slotSize, Math.min(Math.ceil(wanted), Math.floor(260 / Math.max(capacity, 1))));
}

/** Width of a channel's pipe. */
export function pipeWidth(capacity: number, longestValue: number): number {
  if (capacity === 0) return gateWidth;
  if (capacity > narrowLimit) return levelWidth;
  const slot = slotWidth(capacity, longestValue);
  return capacity * slot + (capacity - 1) * slotGap + 2 * pipePad;
}

/**
 * Where a channel's name stands: above, as the flow goes past; in portrait the flow comes from
 * above, so the name is beside the pipe, where neither queue nor wire is.
 */
export function nameSide(node: TopologyNode, orientation: Orientation): 'above' | 'left' | 'right' {
  if (orientation === 'landscape') return 'above';
  if (node.widestTicket === 0) return node.hasQueue ? 'left' : 'right';
  return node.hasQueue || node.queueLength > 1 ? 'above' : 'right';
}

/** A part's box with its room. */
export function roomBox(box: Box, size: NodeSize | undefined): Box {
  if (size === undefined) return box;
  return {
    x: box.x - size.left,
    y: box.y - size.top,
    width: size.left + box.width + size.right,
    height: size.top + box.height + size.bottom,
  };
}

/** In portrait a lone dial stands beside its card: height is scarce there, width is not. */
export function isDialBeside(orientation: Orientation, dials: number): boolean {
  return orientation === 'portrait' && dials === 1;
}

/** The sizes of all nodes of a graph. Cards of one group are equally wide. */
export function sizeNodes(
  graph: TopologyGraph,
  orientation: Orientation,
): ReadonlyMap<string, NodeSize> {
  const dials = dialsOf(graph);
  const members = new Map<string, number>();
  for (const { group } of graph.nodes) members.set(group, (members.get(group) ?? 0) + 1);
  const widest = new Map<string, number>();
  for (const node of graph.nodes) {
    if (node.kind === 'object') continue;
    const isRoomy = (members.get(node.group) ?? 0) <= 2 && !dials.has(node.key);
    const width = cardWidth(node, orientation, isRoomy ? fewWidth : manyWidth);
    widest.set(node.group, Math.max(widest.get(node.group) ?? 0, width));
  }
  const sizes = new Map<string, NodeSize>();
  for (const node of graph.nodes) {
    const size =
      node.kind === 'object'
        ? objectSize(node, orientation)
        : cardSize(node, widest.get(node.group) ?? 0, orientation, dials.get(node.key) ?? []);
    sizes.set(node.key, size);
  }
  return sizes;
}

/** Goroutine nodes that a dial stands above: timer → its only receiver. */
export function dialsOf(graph: TopologyGraph): ReadonlyMap<string, readonly TopologyNode[]> {
  const dials = new Map<string, TopologyNode[]>();
  for (const node of graph.nodes) {
    if (node.objectKind !== 'timer' && node.objectKind !== 'ticker') continue;
    const users = graph.edges.filter((edge) => edge.objectNode === node.key);
    const [only] = users;
    if (users.length !== 1 || only === undefined) continue;
    const list = dials.get(only.goroutineNode);
    if (list === undefined) dials.set(only.goroutineNode, [node]);
    else list.push(node);
  }
  return dials;
}

function cardWidth(node: TopologyNode, orientation: Orientation, narrowest: number): number {
  const name = codeWidth(node.name, 12.5);
  if (orientation === 'portrait') return Math.min(Math.max(narrowest, Math.ceil(name) + 42), 170);
  return Math.min(Math.max(158, Math.ceil(name) + 90), 230);
}

function cardSize(
  node: TopologyNode,
  width: number,
  orientation: Orientation,
  dials: readonly TopologyNode[],
): NodeSize {
  const height = orientation === 'portrait' ? 48 : 54;
  const hasBeside = isDialBeside(orientation, dials.length);
  const hasDial = dials.length > 0 && !hasBeside;
  // Above the ports a wire must still be able to turn.
  const turn = orientation === 'portrait' ? 12 : 24;
  const rise = node.fork.length > 0 ? forkRise + turn : 0;
  const dial = hasDial ? dialDrop + dialRadius + 8 : 0;
  const fork = forkWidth(node.fork);
  // A dial over the last port is wider than the port.
  const spread = forkSpacing(node.fork, width) * (node.fork.length - 1);
  const overPorts = hasDial && node.fork.length > 0 ? spread + 2 * dialRadius + 8 : 0;
  const beside = Math.max(0, (fork - width) / 2, (overPorts - width) / 2);
  const labels = forkLabelRoom(node.fork, width, !hasBeside);
  const left = node.fork.length === 0 ? beside : Math.max(beside, labels);
  const right = hasBeside ? Math.max(beside, dialBeside.reach + dialRadius) : beside;
  return { width, height, left, right, top: rise + dial, bottom: 0 };
}

/** Distance between neighbouring ports, so that labels to the left of them fit. */
export function forkSpacing(fork: readonly ForkCase[], cardWidth: number): number {
  const label = Math.max(...fork.map((tine) => codeWidth(tine.label, 10.5)), 0);
  // Two dials side by side: the words of the second stand between them.
  const dials = fork.filter((tine) => tine.isClock).length > 1 ? dialWords + 30 : 0;
  return Math.max(label + 26, dials, (cardWidth * 0.53) / Math.max(fork.length - 1, 1));
}

function forkWidth(fork: readonly ForkCase[]): number {
  return fork.length === 0 ? 0 : forkSpacing(fork, 0) * (fork.length - 1) + 12;
}

/** How far the label of the first port sticks out to the left of the card. */
function forkLabelRoom(fork: readonly ForkCase[], width: number, hasDial: boolean): number {
  const first = width / 2 - (forkSpacing(fork, width) * (fork.length - 1)) / 2;
  const words = hasDial && fork.some((tine) => tine.isClock) ? dialWords : 0;
  return Math.max(0, codeWidth(fork[0]?.label ?? '', 10.5) + 14 - first, words - first);
}

function objectSize(node: TopologyNode, orientation: Orientation): NodeSize {
  const queue = node.hasQueue ? 68 : 0;
  switch (node.objectKind) {
    case 'channel':
      return channelSize(node, orientation);
    case 'mutex':
      return { width: 74, height: 44, left: queue, right: 0, top: 18, bottom: 18 };
    case 'rwMutex':
      return { width: 104, height: 44, left: queue, right: 0, top: 18, bottom: 18 };
    case 'waitGroup': {
      const width = Math.max(118, Math.ceil(codeWidth(node.name, 12)) + 56);
      return { width, height: 44, left: 34, right: 0, top: 0, bottom: 0 };
    }
    case 'once':
      return { width: 44, height: 44, left: queue, right: 0, top: 0, bottom: 20 };
    case 'cond':
      return { width: 48, height: 44, left: queue, right: 0, top: 0, bottom: 20 };
    case 'timer':
    case 'ticker': {
      const text = Math.max(codeWidth(node.name, 12), codeWidth('9.999 s left', 10.5));
      const side = 2 * dialRadius;
      return { width: side, height: side, left: text + 12, right: 0, top: 6, bottom: 0 };
    }
    case 'atomic':
    case 'semaphore':
    case 'context':
      return { width: 80, height: 40, left: queue, right: 0, top: 0, bottom: 20 };
    case null:
      return { width: 0, height: 0, left: 0, right: 0, top: 0, bottom: 0 };
    default:
      return assertNever(node.objectKind, 'object kind');
  }
}

/** How far the tickets of a queue hang below the pipe. */
function queueRoom(length: number): number {
  const shown = Math.min(length, ticketLimit);
  const more = length > ticketLimit ? 16 : 0;
  return (shown - 1) * ticketStep + 10 - pipeHeight / 2 + 8 + more;
}

function channelSize(node: TopologyNode, orientation: Orientation): NodeSize {
  const width = pipeWidth(node.capacity, node.longestValue);
  const text = 'm'.repeat(Math.min(node.widestTicket, 8));
  const tag = 'w'.repeat(node.widestTag);
  const senders = node.widestTicket === 0 ? 0 : ticketWidth(tag, text) + 10;
  const receivers = node.hasQueue ? ticketWidth(tag, null) + 10 : 0;
  const name = codeWidth(node.name, 12);
  const side = nameSide(node, orientation);
  const left = Math.max(senders, side === 'left' ? name + 12 : 0);
  const right = Math.max(receivers, side === 'right' ? name + 12 : name - width);
  const room = side === 'above' ? 20 : 4;
  const bottom = Math.max(room, queueRoom(node.queueLength));
  return { width, height: pipeHeight, left, right, top: room, bottom };
}
