// Units with their extent: how much room their members need, in rows across the flow, and where the
// members stand once the unit has its place.
// Works in flow coordinates (`along` the flow, `across` it), so that portrait is the same code.

import type { Box } from './geometry.ts';
import type { TopologyNode } from './topology-model.ts';
import type { NodeSize, Orientation } from './topology-size.ts';
import type { Unit } from './topology-units.ts';

export interface PlaceOptions {
  readonly orientation: Orientation;
  /** A flow wider than this puts a lone source and a lone sink on the floor. */
  readonly maxWidth: number;
  /** Between ranks, with what belongs to each. */
  readonly rankGap: number;
  /** Whether what is too wide becomes several lines: in portrait ranks, else the whole flow. */
  readonly splits: boolean;
}

/** A unit being placed: its extent with all its rooms, in flow coordinates. */
export interface Slot {
  readonly unit: Unit;
  readonly length: number;
  readonly breadth: number;
  /** From the edge of its room to the middle of its parts. */
  readonly lead: number;
  along: number;
  /** Where the middle of its parts is. */
  across: number;
}

const cardGap = 27;
const portraitColumns = 3;
/** Between rows of one unit. */
const memberRowGap = 24;

/** Writes the boxes of a unit's members. */
export function writeSlot(
  slot: Slot,
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
  boxes: Map<string, Box>,
): void {
  const landscape = options.orientation === 'landscape';
  let along = slot.along;
  for (const row of rowsOf(slot.unit, sizes, options)) {
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
    along += length + memberRowGap;
  }
}

/** Size of a node with its room, in flow coordinates: [length, breadth]. */
function roomOf(size: NodeSize, orientation: Orientation): readonly [number, number] {
  const width = size.left + size.width + size.right;
  const height = size.top + size.height + size.bottom;
  return orientation === 'landscape' ? [width, height] : [height, width];
}

export function sizeOf(sizes: ReadonlyMap<string, NodeSize>, node: TopologyNode): NodeSize {
  return sizes.get(node.key) ?? { width: 0, height: 0, left: 0, right: 0, top: 0, bottom: 0 };
}

/** Members of a unit in rows across the flow: landscape one row; portrait up to three in a row. */
function rowsOf(
  unit: Unit,
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
): readonly (readonly TopologyNode[])[] {
  if (options.orientation === 'landscape') return [unit.nodes];
  const widest = Math.max(...unit.nodes.map((node) => roomOf(sizeOf(sizes, node), 'portrait')[1]));
  const fitting = Math.floor(
    (options.maxWidth + memberGap(options)) / (widest + memberGap(options)),
  );
  const columns = Math.max(1, Math.min(portraitColumns, fitting));
  const rows: TopologyNode[][] = [];
  for (let i = 0; i < unit.nodes.length; i += columns) rows.push(unit.nodes.slice(i, i + columns));
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

export function slotOf(
  unit: Unit,
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
): Slot {
  let length = 0;
  let lead = 0;
  let rest = 0;
  rowsOf(unit, sizes, options).forEach((row, i) => {
    const lengths = row.map((node) => roomOf(sizeOf(sizes, node), options.orientation)[0]);
    length += Math.max(...lengths) + (i === 0 ? 0 : memberRowGap);
    const across = rowBreadth(row, sizes, options);
    lead = Math.max(lead, across.lead);
    rest = Math.max(rest, across.breadth - across.lead);
  });
  return { unit, length, breadth: lead + rest, lead, along: 0, across: 0 };
}
