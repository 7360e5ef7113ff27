// Where every part stands, by our own layered layout: ranks left to right (or top to bottom),
// goroutines of one go statement in a column, the loop below. Synchronous and deterministic.
// Works in flow coordinates (`along` the flow, `across` it), so that portrait is the same code.

import type { Box } from './geometry.ts';
import type { ForkCase, TopologyGraph, TopologyNode } from './topology-model.ts';
import { stubLength } from './topology-route.ts';
import {
  dialDrop,
  dialRadius,
  dialsOf,
  forkRise,
  forkSpacing,
  type NodeSize,
  type Orientation,
} from './topology-size.ts';
import { type RankedUnits, rankUnits, type Unit } from './topology-units.ts';

export interface PlaceOptions {
  readonly orientation: Orientation;
  /** A flow wider than this puts a lone source and a lone sink on the floor. */
  readonly maxWidth: number;
}

/** A unit being placed: its extent with all its rooms, in flow coordinates. */
interface Slot {
  readonly unit: Unit;
  readonly length: number;
  readonly breadth: number;
  /** From the edge of its room to the middle of its parts. */
  readonly lead: number;
  along: number;
  /** Where the middle of its parts is. */
  across: number;
}

const rankGap = 52;
const unitGap = 34;
const cardGap = 27;
const floorGap = 64;
const portraitColumns = 3;

export interface Placement {
  readonly boxes: ReadonlyMap<string, Box>;
  /** Tines of every node that has a fork, left to right. */
  readonly forks: ReadonlyMap<string, readonly ForkCase[]>;
  /** Nodes in the row below the flow. */
  readonly floor: ReadonlySet<string>;
}

/** Places all nodes. */
export function placeNodes(
  graph: TopologyGraph,
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
): Placement {
  const ranked = foldEnds(rankUnits(graph), sizes, options);
  const boxes = new Map<string, Box>();
  const ranks = ranked.ranks.map((units) => units.map((unit) => slotOf(unit, sizes, options)));
  placeRanks(ranks, ranked, options);
  for (const slot of ranks.flat()) writeSlot(slot, sizes, options, boxes);
  placeFloor(graph, ranked, sizes, options, boxes);
  const below = [ranked.source?.unit, ranked.sink?.unit, ...ranked.floor];
  const floor = new Set(below.flatMap((unit) => unit?.nodes.map((node) => node.key) ?? []));
  const forks = orderForks(graph, boxes, floor);
  placeDials(graph, sizes, boxes, forks);
  return { boxes, forks, floor };
}

/** Below the flow, tines go left to right as what they reach for does; dials first, default last. */
export function orderForks(
  graph: TopologyGraph,
  boxes: ReadonlyMap<string, Box>,
  floor: ReadonlySet<string>,
): ReadonlyMap<string, readonly ForkCase[]> {
  const forks = new Map<string, readonly ForkCase[]>();
  for (const node of graph.nodes) {
    if (node.fork.length === 0) continue;
    if (!floor.has(node.key)) {
      forks.set(node.key, node.fork);
      continue;
    }
    const reach = (tine: ForkCase): number => {
      if (tine.direction === 'default') return Infinity;
      const ends = tine.nodes.flatMap((key) => {
        const box = boxes.get(key);
        if (box === undefined) return [];
        return [box.x + (tine.direction === 'receive' ? box.width : 0)];
      });
      return ends.length === 0 ? -Infinity : Math.max(...ends);
    };
    const byReach = (a: ForkCase, b: ForkCase): number => {
      const [reachA, reachB] = [reach(a), reach(b)];
      return reachA === reachB ? 0 : reachA - reachB;
    };
    forks.set(node.key, [...node.fork].sort(byReach));
  }
  return forks;
}

interface FoldedUnits extends RankedUnits {
  /** Lone source and lone sink that moved to the floor, with the unit they stand under. */
  readonly source: { readonly unit: Unit; readonly under: readonly Unit[] } | null;
  readonly sink: { readonly unit: Unit; readonly under: readonly Unit[] } | null;
}

/** Moves a lone source, then a lone sink, below the flow when it is too wide. */
function foldEnds(
  ranked: RankedUnits,
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
): FoldedUnits {
  let ranks = ranked.ranks;
  let source: FoldedUnits['source'] = null;
  let sink: FoldedUnits['sink'] = null;
  const isWide = (): boolean =>
    options.orientation === 'landscape' && flowLength(ranks, sizes, options) > options.maxWidth;
  if (isWide() && ranks.length > 3) {
    const unit = loneGoroutine(ranks[0]);
    if (unit !== null) {
      ranks = ranks.slice(1);
      source = { unit, under: ranks[0] ?? [] };
    }
  }
  if (isWide() && ranks.length > 2) {
    const unit = loneGoroutine(ranks[ranks.length - 1]);
    if (unit !== null) {
      ranks = ranks.slice(0, -1);
      sink = { unit, under: ranks[ranks.length - 1] ?? [] };
    }
  }
  return { ...ranked, ranks, source, sink };
}

function loneGoroutine(rank: readonly Unit[] | undefined): Unit | null {
  const [only, ...others] = rank ?? [];
  if (only === undefined || others.length > 0) return null;
  return !only.isObject && only.nodes.length === 1 ? only : null;
}

function flowLength(
  ranks: readonly (readonly Unit[])[],
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
): number {
  let length = 0;
  for (const units of ranks) {
    length += rankGap + Math.max(...units.map((unit) => slotOf(unit, sizes, options).length));
  }
  return length - rankGap;
}

/** Size of a node with its room, in flow coordinates: [length, breadth]. */
function roomOf(size: NodeSize, orientation: Orientation): readonly [number, number] {
  const width = size.left + size.width + size.right;
  const height = size.top + size.height + size.bottom;
  return orientation === 'landscape' ? [width, height] : [height, width];
}

function sizeOf(sizes: ReadonlyMap<string, NodeSize>, node: TopologyNode): NodeSize {
  return sizes.get(node.key) ?? { width: 0, height: 0, left: 0, right: 0, top: 0, bottom: 0 };
}

/** Members of a unit in rows across the flow: landscape one row; portrait rows of three. */
function rowsOf(unit: Unit, options: PlaceOptions): readonly (readonly TopologyNode[])[] {
  if (options.orientation === 'landscape') return [unit.nodes];
  const rows: TopologyNode[][] = [];
  for (let i = 0; i < unit.nodes.length; i += portraitColumns) {
    rows.push(unit.nodes.slice(i, i + portraitColumns));
  }
  return rows;
}

function memberGap(options: PlaceOptions): number {
  return options.orientation === 'landscape' ? cardGap : 10;
}

/** Breadth of a row of members with their rooms, and where the middle of the parts is in it. */
function rowBreadth(
  row: readonly TopologyNode[],
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
): { readonly breadth: number; readonly lead: number } {
  const landscape = options.orientation === 'landscape';
  const rooms = row.map((node) => sizeOf(sizes, node));
  const breadth =
    rooms.reduce((sum, size) => sum + roomOf(size, options.orientation)[1], 0) +
    memberGap(options) * (row.length - 1);
  const [first, last] = [rooms[0], rooms[rooms.length - 1]];
  const before = (landscape ? first?.top : first?.left) ?? 0;
  const behind = (landscape ? last?.bottom : last?.right) ?? 0;
  return { breadth, lead: (before + breadth - behind) / 2 };
}

function slotOf(unit: Unit, sizes: ReadonlyMap<string, NodeSize>, options: PlaceOptions): Slot {
  let length = 0;
  let lead = 0;
  let rest = 0;
  rowsOf(unit, options).forEach((row, i) => {
    const lengths = row.map((node) => roomOf(sizeOf(sizes, node), options.orientation)[0]);
    length += Math.max(...lengths) + (i === 0 ? 0 : 24);
    const across = rowBreadth(row, sizes, options);
    lead = Math.max(lead, across.lead);
    rest = Math.max(rest, across.breadth - across.lead);
  });
  return { unit, length, breadth: lead + rest, lead, along: 0, across: 0 };
}

function placeRanks(
  ranks: readonly (readonly Slot[])[],
  ranked: RankedUnits,
  options: PlaceOptions,
): void {
  const slots = new Map(ranks.flat().map((slot) => [slot.unit, slot]));
  const before = new Map<Unit, Unit[]>();
  for (const [unit, nexts] of ranked.arcs) {
    for (const next of nexts) before.set(next, [...(before.get(next) ?? []), unit]);
  }
  const neighbours = (unit: Unit, table: ReadonlyMap<Unit, readonly Unit[]>): Slot[] =>
    (table.get(unit) ?? []).flatMap((other) => slots.get(other) ?? []);
  const gap = options.orientation === 'landscape' ? rankGap : 34;
  let along = 0;
  for (const rank of ranks) {
    const length = Math.max(...rank.map((slot) => slot.length));
    for (const slot of rank) slot.along = along + (length - slot.length) / 2;
    along += length + gap;
    stack(rank);
  }
  // Each pass pulls the units of a rank towards the middle of what they are connected with.
  for (const pass of [before, ranked.arcs, before]) {
    const order = pass === ranked.arcs ? [...ranks].reverse() : ranks;
    for (const rank of order) {
      const wanted = new Map<Slot, number>();
      for (const slot of rank) {
        const middles = neighbours(slot.unit, pass).map((other) => other.across);
        const sum = middles.reduce((total, middle) => total + middle, 0);
        wanted.set(slot, middles.length === 0 ? slot.across : sum / middles.length);
      }
      settle(rank, wanted);
    }
  }
}

/** Stacks the units of a rank around 0, in their order. `across` is a middle. */
function stack(rank: readonly Slot[]): void {
  const total = rank.reduce((sum, slot) => sum + slot.breadth + unitGap, -unitGap);
  let at = -total / 2;
  for (const slot of rank) {
    slot.across = at + slot.lead;
    at += slot.breadth + unitGap;
  }
}

/** Units that touch each other and move as one. */
interface Block {
  slots: Slot[];
  /** Sum of what its units wish for its upper edge. */
  wishes: number;
  breadth: number;
}

/**
 * Moves units as near as possible to where they want to be, in order of wishes, not overlapping:
 * units that would overlap become a block, which stands where its units want it on average.
 */
function settle(rank: readonly Slot[], wanted: ReadonlyMap<Slot, number>): void {
  const order = [...rank].sort(
    (a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a.unit.index - b.unit.index,
  );
  const blocks: Block[] = [];
  const edgeOf = (block: Block): number => block.wishes / block.slots.length;
  for (const slot of order) {
    let block: Block = {
      slots: [slot],
      wishes: (wanted.get(slot) ?? 0) - slot.lead,
      breadth: slot.breadth,
    };
    for (;;) {
      const before = blocks[blocks.length - 1];
      if (before === undefined || edgeOf(before) + before.breadth + unitGap <= edgeOf(block)) break;
      blocks.pop();
      block = {
        slots: [...before.slots, ...block.slots],
        wishes: before.wishes + block.wishes - block.slots.length * (before.breadth + unitGap),
        breadth: before.breadth + unitGap + block.breadth,
      };
    }
    blocks.push(block);
  }
  for (const block of blocks) {
    let edge = edgeOf(block);
    for (const slot of block.slots) {
      slot.across = edge + slot.lead;
      edge += slot.breadth + unitGap;
    }
  }
}

/** Writes the boxes of a unit's members. */
function writeSlot(
  slot: Slot,
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
  boxes: Map<string, Box>,
): void {
  const landscape = options.orientation === 'landscape';
  let along = slot.along;
  for (const row of rowsOf(slot.unit, options)) {
    const rooms = row.map((node) => roomOf(sizeOf(sizes, node), options.orientation));
    const length = Math.max(...rooms.map(([each]) => each));
    let across = slot.across - rowBreadth(row, sizes, options).lead;
    row.forEach((node, i) => {
      const size = sizeOf(sizes, node);
      const x = landscape ? along + size.left : across + size.left;
      const y = landscape ? across + size.top : along + size.top;
      boxes.set(node.key, { x, y, width: size.width, height: size.height });
      across += (rooms[i]?.[1] ?? 0) + memberGap(options);
    });
    along += length + 24;
  }
}

/** The row below: folded source at the left, loops and loose things in the middle, sink right. */
function placeFloor(
  graph: TopologyGraph,
  ranked: FoldedUnits,
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
  boxes: Map<string, Box>,
): void {
  const middle = ranked.floor.flatMap((unit) => unit.nodes);
  const left = ranked.source?.unit.nodes ?? [];
  const right = ranked.sink?.unit.nodes ?? [];
  const all = [...left, ...middle, ...right];
  if (all.length === 0) return;
  const placed = [...boxes.entries()];
  const rooms = placed.map(([key, box]) => roomBox(box, sizes.get(key)));
  const bottom = Math.max(0, ...rooms.map((box) => box.y + box.height));
  const leftEdge = rooms.length === 0 ? 0 : Math.min(...rooms.map((box) => box.x));
  const rightEdge = Math.max(0, ...rooms.map((box) => box.x + box.width));
  const rise = Math.max(...all.map((node) => sizeOf(sizes, node).top));
  const gap = options.orientation === 'landscape' ? floorGap : 40;
  const y = bottom + (rooms.length === 0 ? 0 : gap) + rise;
  const height = Math.max(...all.map((node) => sizeOf(sizes, node).height));
  const put = (node: TopologyNode, x: number): void => {
    const size = sizeOf(sizes, node);
    boxes.set(node.key, {
      x,
      y: y + (height - size.height) / 2,
      width: size.width,
      height: size.height,
    });
  };
  let from = leftEdge;
  for (const node of left) {
    const size = sizeOf(sizes, node);
    const at = entranceX(ranked.source?.under ?? [], sizes, boxes) - 30;
    put(node, at);
    from = at + size.width + 40;
  }
  let to = rightEdge;
  for (const node of right) {
    const size = sizeOf(sizes, node);
    const exit = exitX(ranked.sink?.under ?? [], sizes, boxes);
    const needed = from + widthOf(middle, sizes) + size.left + (middle.length > 0 ? 40 : 0);
    const at = Math.max(exit - exitOffset(graph, ranked, node, size), needed);
    put(node, at);
    to = at - size.left - 40;
  }
  const total = widthOf(middle, sizes);
  let x = Math.max(from, (from + to - total) / 2);
  if (left.length === 0 && right.length === 0) x = (leftEdge + rightEdge - total) / 2;
  for (const node of middle) {
    const size = sizeOf(sizes, node);
    put(node, x + size.left);
    x += size.left + size.width + size.right + 40;
  }
}

/** Where the wire into the first object above turns upwards. */
function entranceX(
  under: readonly Unit[],
  sizes: ReadonlyMap<string, NodeSize>,
  boxes: ReadonlyMap<string, Box>,
): number {
  const node = under.flatMap((unit) => unit.nodes)[0];
  const box = node === undefined ? undefined : boxes.get(node.key);
  if (node === undefined || box === undefined) return 0;
  return box.x - sizeOf(sizes, node).left - stubLength;
}

/** Where the wire out of the first object above turns downwards. */
function exitX(
  under: readonly Unit[],
  sizes: ReadonlyMap<string, NodeSize>,
  boxes: ReadonlyMap<string, Box>,
): number {
  const node = under.flatMap((unit) => unit.nodes)[0];
  const box = node === undefined ? undefined : boxes.get(node.key);
  if (node === undefined || box === undefined) return 0;
  return box.x + box.width + (node.hasQueue ? sizeOf(sizes, node).right : 0) + stubLength;
}

/** How far from a sink's left edge the wire from above comes in: at its last port, if it has one. */
function exitOffset(
  graph: TopologyGraph,
  ranked: FoldedUnits,
  node: TopologyNode,
  size: NodeSize,
): number {
  const above = new Set(ranked.sink?.under.flatMap((unit) => unit.nodes.map(({ key }) => key)));
  const flows = graph.edges.some(
    (edge) => edge.goroutineNode === node.key && above.has(edge.objectNode),
  );
  if (node.fork.length === 0 || !flows) return size.width - 38;
  const ports = portXs({ x: 0, y: 0, width: size.width, height: size.height }, node.fork);
  return ports[ports.length - 1] ?? size.width - 38;
}

function widthOf(nodes: readonly TopologyNode[], sizes: ReadonlyMap<string, NodeSize>): number {
  return nodes.reduce((sum, node) => {
    const size = sizeOf(sizes, node);
    return sum + size.left + size.width + size.right + (sum === 0 ? 0 : 40);
  }, 0);
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

/** Where the ports of a fork are, by the box of its card. */
export function portXs(box: Box, fork: readonly ForkCase[]): readonly number[] {
  const spacing = forkSpacing(fork, box.width);
  const first = box.x + box.width / 2 - (spacing * (fork.length - 1)) / 2;
  return fork.map((_, i) => first + i * spacing);
}

/** Dials stand above the port, or above the right part of the card, of their only receiver. */
export function placeDials(
  graph: TopologyGraph,
  sizes: ReadonlyMap<string, NodeSize>,
  boxes: Map<string, Box>,
  forks: ReadonlyMap<string, readonly ForkCase[]>,
): void {
  for (const [key, dials] of dialsOf(graph)) {
    const box = boxes.get(key);
    if (box === undefined) continue;
    const fork = forks.get(key) ?? [];
    const ports = portXs(box, fork);
    dials.forEach((dial, i) => {
      const tine = fork.findIndex((part) => part.nodes.includes(dial.key));
      const x = ports[tine] ?? box.x + box.width - 30 - i * 90;
      const y = box.y - (fork.length > 0 ? forkRise : 0) - dialDrop;
      const size = sizeOf(sizes, dial);
      boxes.set(dial.key, {
        x: x - dialRadius,
        y: y - dialRadius,
        width: size.width,
        height: size.height,
      });
    });
  }
}
