// Where every part stands, by our own layered layout: ranks left to right (or top to bottom),
// goroutines of one go statement in a column, the loop below. Synchronous and deterministic.
// Works in flow coordinates (`along` the flow, `across` it), so that portrait is the same code.

import type { Box } from './geometry.ts';
import type { ForkCase, TopologyGraph, TopologyNode } from './topology-model.ts';
import { stubLength } from './topology-route.ts';
import { alignSources, placeLoosely } from './topology-place-portrait.ts';
import { orderForks, placeDials, portXs } from './topology-forks.ts';
import { type NodeSize, roomBox } from './topology-size.ts';
import { type PlaceOptions, type Slot, sizeOf, slotOf, writeSlot } from './topology-slots.ts';
import { type RankedUnits, rankUnits, type Unit } from './topology-units.ts';

const unitGap = 34;
const floorGap = 64;
/** Between the lines of a flow that is broken like a text: a wire leads back there. */
const lineGap = 56;

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
  const ranks = ranked.ranks.flatMap((units) =>
    inRows(
      units.map((unit) => slotOf(unit, sizes, options)),
      options,
    ),
  );
  placeRanks(ranks, ranked, options);
  if (options.orientation === 'landscape' && options.splits) wrapRanks(ranks, options);
  if (options.orientation === 'portrait') {
    alignSources(graph, ranks, sizes);
    for (const slot of ranks.flat()) writeSlot(slot, sizes, options, boxes);
    placeLoosely(
      { ...ranked, ranks: ranks.map((rank) => rank.map((slot) => slot.unit)) },
      sizes,
      options,
      boxes,
    );
  } else {
    for (const slot of ranks.flat()) writeSlot(slot, sizes, options, boxes);
    placeFloor(graph, ranked, sizes, boxes);
  }
  const below = [ranked.source?.unit, ranked.sink?.unit, ...ranked.floor];
  const floor = new Set(below.flatMap((unit) => unit?.nodes.map((node) => node.key) ?? []));
  const forks = orderForks(graph, boxes, floor, options.orientation);
  placeDials(graph, sizes, boxes, forks, options.orientation);
  return { boxes, forks, floor };
}

/** A rank that is too wide becomes several, as even as their order allows. */
function inRows(rank: readonly Slot[], options: PlaceOptions): readonly (readonly Slot[])[] {
  const total = rank.reduce((sum, slot) => sum + slot.breadth + unitGap, -unitGap);
  if (!options.splits || total <= options.maxWidth) return [rank];
  const wanted = total / Math.ceil(total / options.maxWidth);
  const rows: Slot[][] = [];
  let breadth = Infinity;
  for (const slot of rank) {
    const row = rows[rows.length - 1];
    const next = breadth + unitGap + slot.breadth;
    if (row === undefined || next > options.maxWidth || breadth >= wanted) {
      rows.push([slot]);
      breadth = slot.breadth;
    } else {
      row.push(slot);
      breadth = next;
    }
  }
  return rows;
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
    options.orientation === 'landscape' &&
    !options.splits &&
    flowLength(ranks, sizes, options) > options.maxWidth;
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
    length +=
      options.rankGap + Math.max(...units.map((unit) => slotOf(unit, sizes, options).length));
  }
  return length - options.rankGap;
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
  let along = 0;
  for (const rank of ranks) {
    const length = Math.max(...rank.map((slot) => slot.length));
    for (const slot of rank) slot.along = along + (length - slot.length) / 2;
    along += length + options.rankGap;
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

/** Breaks a long flow like a text: lines of ranks of about the same length, below each other. */
function wrapRanks(ranks: readonly (readonly Slot[])[], { maxWidth, rankGap }: PlaceOptions): void {
  const lengths = ranks.map((rank) => Math.max(...rank.map((slot) => slot.length)) + rankGap);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const wanted = total / Math.ceil(total / maxWidth);
  const lines: Slot[][] = [];
  let along = Infinity;
  ranks.forEach((rank, i) => {
    const length = lengths[i] ?? 0;
    if (along + length / 2 > wanted) {
      lines.push([]);
      along = 0;
    }
    for (const slot of rank) slot.along = along + (length - rankGap - slot.length) / 2;
    lines[lines.length - 1]?.push(...rank);
    along += length;
  });
  let top = 0;
  for (const line of lines) {
    const upper = Math.min(...line.map((slot) => slot.across - slot.lead));
    const lower = Math.max(...line.map((slot) => slot.across - slot.lead + slot.breadth));
    for (const slot of line) slot.across += top - upper;
    top += lower - upper + lineGap;
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

/** The row below: folded source at the left, loops and loose things in the middle, sink right. */
function placeFloor(
  graph: TopologyGraph,
  ranked: FoldedUnits,
  sizes: ReadonlyMap<string, NodeSize>,
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
  const y = bottom + (rooms.length === 0 ? 0 : floorGap) + rise;
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
