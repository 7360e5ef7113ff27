// From placed parts to wires: which sides of which parts a wire may use, and what it must avoid.
// Points of a wire go from the giver to the taker.

import type { Box, Point } from './geometry.ts';
import { codeWidth } from './text-width.ts';
import type { ForkCase, TopologyEdge, TopologyGraph, TopologyNode } from './topology-model.ts';
import { portXs } from './topology-forks.ts';
import type { Placement } from './topology-place.ts';
import {
  type RouteEnd,
  type RouteField,
  type RouteRequest,
  routeWires,
  type Side,
  stubLength,
} from './topology-route.ts';
import {
  cornerRoom,
  forkRise,
  nameSide,
  type NodeSize,
  type Orientation,
  roomBox,
} from './topology-size.ts';

export interface WireContext {
  readonly graph: TopologyGraph;
  readonly sizes: ReadonlyMap<string, NodeSize>;
  readonly placement: Placement;
  readonly orientation: Orientation;
}

/** Wires of all edges of the graph, by edge key. */
export function wireEdges(context: WireContext): ReadonlyMap<string, readonly Point[]> {
  const nodes = new Map(context.graph.nodes.map((node) => [node.key, node]));
  const requests: RouteRequest[] = [];
  for (const edge of context.graph.edges) {
    const goroutine = nodes.get(edge.goroutineNode);
    const object = nodes.get(edge.objectNode);
    if (goroutine === undefined || object === undefined) continue;
    const from = objectEnds(context, object, edge.direction);
    const to = goroutineEnds(context, goroutine, edge);
    if (from.length === 0 || to.length === 0) continue;
    requests.push({ key: edge.key, net: `${edge.objectNode} ${edge.direction}`, from, to });
  }
  const ways = routeWires(fieldOf(context), requests);
  const wires = new Map<string, readonly Point[]>();
  for (const edge of context.graph.edges) {
    const way = ways.get(edge.key);
    if (way !== undefined) wires.set(edge.key, edge.direction === 'in' ? [...way].reverse() : way);
  }
  return wires;
}

/** Px between a name and a wire above it: half a value, nearly. */
const headroom = 10;
/** More parts than this make a dense picture. */
const denseSize = 24;

/** Everything in the way of wires. */
export function fieldOf(context: WireContext): RouteField {
  const { boxes, forks } = context.placement;
  const solid: Box[] = [];
  const soft: Box[] = [];
  const lanesX: number[] = [];
  const lanesY: number[] = [];
  for (const [key, box] of boxes) {
    const fork = forks.get(key);
    solid.push(fork === undefined ? box : withFork(box, fork));
    const room = roomBox(box, context.sizes.get(key));
    if (key.startsWith('o')) soft.push(withHeadroom(room));
    else if (fork !== undefined) soft.push(...labelBoxes(box, fork));
    lanesX.push(room.x - 16, room.x + room.width + 16, room.x + room.width + 26);
    // In a tall column the lines around the cards are enough: every further one costs time.
    if (boxes.size > denseSize && !key.startsWith('o')) continue;
    lanesY.push(room.y - 16, room.y + room.height + 16, room.y + room.height + 28);
  }
  return { solid, soft, lanesX, lanesY };
}

/** A room whose name is clear of what travels along the wires above it. */
function withHeadroom(room: Box): Box {
  return { ...room, y: room.y - headroom, height: room.height + headroom };
}

/** The labels of a fork's ports. */
function labelBoxes(box: Box, fork: readonly ForkCase[]): readonly Box[] {
  const ports = portXs(box, fork);
  return fork.map((part, i) => {
    const width = codeWidth(part.label, 10.5) + 6;
    const x = (ports[i] ?? box.x) - 8 - width;
    return { x, y: box.y - forkRise - 8, width, height: 14 };
  });
}

/** A card with its fork up to just below the ports. */
function withFork(box: Box, fork: readonly ForkCase[]): Box {
  const ports = portXs(box, fork);
  const left = Math.min(box.x, ...ports.map((x) => x - 4));
  const right = Math.max(box.x + box.width, ...ports.map((x) => x + 4));
  const top = box.y - forkRise + 5;
  return { x: left, y: top, width: right - left, height: box.y + box.height - top };
}

/** The middle of a side, moved along it by `shift`. */
export function sideEnd(
  box: Box,
  side: Side,
  cost: number,
  shift = 0,
  reach = stubLength,
): RouteEnd {
  const middleX = box.x + box.width / 2;
  const middleY = box.y + box.height / 2;
  switch (side) {
    case 'left':
      return { at: { x: box.x, y: middleY + shift }, side, cost, reach };
    case 'right':
      return { at: { x: box.x + box.width, y: middleY + shift }, side, cost, reach };
    case 'top':
      return { at: { x: middleX + shift, y: box.y }, side, cost, reach };
    case 'bottom':
      return { at: { x: middleX + shift, y: box.y + box.height }, side, cost, reach };
  }
}

/** What it costs to lead a wire through the name of a part: only if there is no other way. */
export const throughWords = 300;

/** Where wires meet an object: entrance at the left, exit at the right, as the flow goes. */
export function objectEnds(
  context: WireContext,
  node: TopologyNode,
  direction: 'in' | 'out',
): readonly RouteEnd[] {
  const box = context.placement.boxes.get(node.key);
  if (box === undefined) return [];
  switch (node.objectKind) {
    case 'channel':
      return channelEnds(context, node, box, direction);
    case 'timer':
    case 'ticker':
      return context.orientation === 'portrait'
        ? [sideEnd(box, 'top', 0), sideEnd(box, 'bottom', 10), sideEnd(box, 'right', 30)]
        : [sideEnd(box, 'bottom', 0), sideEnd(box, 'right', 20), sideEnd(box, 'top', 60)];
    case 'waitGroup':
    case 'mutex':
    case 'rwMutex':
    case 'once':
    case 'cond': {
      // Rooms have words above and below, the round ones below.
      const isRoom = node.objectKind === 'mutex' || node.objectKind === 'rwMutex';
      const isBox = node.objectKind === 'waitGroup';
      return [
        sideEnd(box, 'left', 0, 0, stubLength + (context.sizes.get(node.key)?.left ?? 0)),
        sideEnd(box, 'top', isRoom ? throughWords : 70),
        sideEnd(box, 'bottom', isBox ? 70 : throughWords),
        sideEnd(box, 'right', 30),
      ];
    }
    case 'atomic':
    case 'semaphore':
    case 'context':
    case null:
      return [
        sideEnd(box, 'left', 0),
        sideEnd(box, 'right', 10),
        sideEnd(box, 'top', 40),
        sideEnd(box, 'bottom', throughWords),
      ];
  }
}

/** Entrance and exit of a channel; the trunk begins where its queue ends. */
function channelEnds(
  context: WireContext,
  node: TopologyNode,
  box: Box,
  direction: 'in' | 'out',
): readonly RouteEnd[] {
  const { left = 0, right = 0 } = context.sizes.get(node.key) ?? {};
  const [before, behind] = [stubLength + left, stubLength + right];
  if (context.orientation === 'landscape') {
    return direction === 'in'
      ? [sideEnd(box, 'left', 0, 0, before)]
      : [sideEnd(box, 'right', 0, 0, node.hasQueue ? behind : stubLength)];
  }
  const name = nameSide(node, context.orientation);
  const atLeft = sideEnd(box, 'left', 0, 0, before);
  const atRight = sideEnd(box, 'right', 10, 0, behind);
  // No wire leads through the name: what travels along it would hide it.
  if (direction === 'out') {
    const exit = sideEnd(box, 'bottom', 0);
    return name === 'right' ? [exit] : [exit, { ...atRight, cost: 70 }];
  }
  if (name === 'above') return [atLeft, atRight];
  const entrance = sideEnd(box, 'top', node.widestTicket === 0 ? 0 : 60);
  return name === 'left' ? [entrance, { ...atRight, cost: 30 }] : [entrance, atLeft];
}

/** Where a wire may meet a goroutine: at its tine, or at the side that suits the flow. */
function goroutineEnds(
  context: WireContext,
  node: TopologyNode,
  edge: TopologyEdge,
): readonly RouteEnd[] {
  const box = context.placement.boxes.get(node.key);
  if (box === undefined) return [];
  const fork = context.placement.forks.get(node.key) ?? [];
  const wanted = edge.direction === 'in' ? 'send' : 'receive';
  const tine = fork.findIndex(
    (part) => part.nodes.includes(edge.objectNode) && part.direction === wanted,
  );
  const port = portXs(box, fork)[tine];
  if (port !== undefined) {
    return [{ at: { x: port, y: box.y - forkRise }, side: 'top', cost: 0, reach: stubLength }];
  }
  const floor = context.placement.floor.has(node.key);
  const ends = cardEnds(box, {
    direction: edge.direction,
    floor,
    orientation: context.orientation,
    forked: fork.length > 0,
    crowded: context.placement.boxes.size <= denseSize || edgesAlike(context, edge) > 1,
  });
  const isStraight = (floor || context.orientation === 'portrait') && fork.length === 0;
  return isStraight ? [...straightEnds(context, box, edge), ...ends] : ends;
}

/** How many wires a card has in the direction of this one. */
function edgesAlike(context: WireContext, edge: TopologyEdge): number {
  return context.graph.edges.filter(
    (other) => other.goroutineNode === edge.goroutineNode && other.direction === edge.direction,
  ).length;
}

/** Places on a card's edge right below or above where the wire turns into its object. */
function straightEnds(context: WireContext, box: Box, edge: TopologyEdge): readonly RouteEnd[] {
  const object = context.graph.nodes.find((node) => node.key === edge.objectNode);
  const ends = object === undefined ? [] : objectEnds(context, object, edge.direction);
  const portrait = context.orientation === 'portrait';
  return (portrait ? ends : ends.slice(0, 1)).flatMap((end): readonly RouteEnd[] => {
    if (portrait && (end.side === 'top' || end.side === 'bottom')) return [];
    const x = end.side === 'left' ? end.at.x - end.reach : end.at.x + end.reach;
    const within = x >= box.x + cornerRoom && x <= box.x + box.width - cornerRoom;
    if (!within) return [];
    const side = end.at.y < box.y ? 'top' : 'bottom';
    const y = side === 'top' ? box.y : box.y + box.height;
    return [{ at: { x, y }, side, cost: 0, reach: stubLength }];
  });
}

/** Sides of a card, the natural one for the flow first. */
export function cardEnds(
  box: Box,
  at: {
    readonly direction: 'in' | 'out';
    readonly floor: boolean;
    readonly orientation: Orientation;
    readonly forked: boolean;
    /** Several wires want the same side: it has more than one port. */
    readonly crowded: boolean;
  },
): readonly RouteEnd[] {
  const forward = at.direction === 'in';
  if (at.orientation === 'portrait') {
    const ends = [
      sideEnd(box, forward ? 'bottom' : 'top', 0),
      sideEnd(box, 'right', 50),
      sideEnd(box, 'left', 50),
    ];
    return at.floor || at.forked ? [...ends, sideEnd(box, forward ? 'top' : 'bottom', 40)] : ends;
  }
  if (at.floor) {
    const tops = at.forked
      ? []
      : [
          sideEnd(box, 'top', 0, 30 - box.width / 2),
          sideEnd(box, 'top', 4),
          sideEnd(box, 'top', 0, box.width / 2 - 30),
        ];
    return [
      ...tops,
      sideEnd(box, 'left', 24),
      sideEnd(box, 'right', 24),
      sideEnd(box, 'bottom', 90),
    ];
  }
  const natural: Side = forward ? 'right' : 'left';
  return [
    sideEnd(box, natural, 0),
    ...(at.crowded ? [sideEnd(box, natural, 22, 14), sideEnd(box, natural, 22, -14)] : []),
    ...(at.forked ? [] : [sideEnd(box, 'top', 60)]),
    sideEnd(box, 'bottom', 60),
    sideEnd(box, forward ? 'left' : 'right', 90),
  ];
}
