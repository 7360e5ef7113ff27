// What is different where width is scarce: in portrait a lone source stands above the entrance that
// it feeds, parts without wires fill the free ends of rows, and what goes below stands in as many
// rows as it takes.

import type { Box } from './geometry.ts';
import type { PlaceOptions, Slot } from './topology-slots.ts';
import { cornerRoom, nameSide, type NodeSize, roomBox } from './topology-size.ts';
import type { TopologyGraph, TopologyNode } from './topology-model.ts';
import { stubLength } from './topology-route.ts';
import type { RankedUnits, Unit } from './topology-units.ts';

/** Between parts that stand side by side without belonging together. */
const besideGap = 22;

/** Moves a goroutine that alone begins the flow above the queue of the channel it sends to. */
export function alignSources(
  graph: TopologyGraph,
  ranks: readonly (readonly Slot[])[],
  sizes: ReadonlyMap<string, NodeSize>,
): void {
  const [source, ...others] = ranks[0] ?? [];
  const [node, ...siblings] = source?.unit.nodes ?? [];
  if (source === undefined || node === undefined || others.length + siblings.length > 0) return;
  const edges = graph.edges.filter((edge) => edge.goroutineNode === node.key);
  const [edge, ...more] = edges.filter((each) => each.direction === 'in');
  if (edge === undefined || more.length > 0) return;
  const slots = ranks.flat();
  const channel = slots.find((slot) => slot.unit.nodes[0]?.key === edge.objectNode);
  const target = channel?.unit.nodes[0];
  const size = target === undefined ? undefined : sizes.get(target.key);
  if (channel === undefined || target === undefined || size === undefined) return;
  if (target.objectKind !== 'channel' || target.widestTicket === 0) return;
  if (nameSide(target, 'portrait') === 'left') return;
  const left = Math.min(
    ...slots.filter((slot) => slot !== source).map((slot) => slot.across - slot.lead),
  );
  const entrance = channel.across - size.width / 2 - size.left - stubLength;
  source.across = Math.max(entrance, Math.min(left, entrance - cornerRoom) + source.lead);
}

/** A row of placed parts with its rooms. */
interface Row {
  readonly nodes: readonly TopologyNode[];
  readonly room: Box;
  /** The middle of its parts. */
  readonly middle: number;
}

/** Places the floor: parts without wires where a row has room for them, all else below. */
export function placeLoosely(
  ranked: Pick<RankedUnits, 'ranks' | 'floor' | 'loose'>,
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
  boxes: Map<string, Box>,
): void {
  const { ranks, floor, loose } = ranked;
  const below = floor.filter((unit) => !loose.includes(unit)).flatMap((unit) => unit.nodes);
  const free: TopologyNode[] = [];
  for (const node of loose.flatMap((unit) => unit.nodes)) {
    if (!fillRow(node, ranks, sizes, options, boxes)) free.push(node);
  }
  placeRows([...free, ...below], sizes, options, boxes);
}

/** Puts a part beside a rank, the last that has room; false if none has. */
function fillRow(
  node: TopologyNode,
  ranks: readonly (readonly Unit[])[],
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
  boxes: Map<string, Box>,
): boolean {
  const size = sizes.get(node.key);
  if (size === undefined) return false;
  const rows = [...ranks].reverse().map((units) => rowOf(units, sizes, boxes));
  const [left, right] = extentOf([...boxes.keys()], sizes, boxes, options);
  const width = size.left + size.width + size.right;
  for (const { room, middle } of rows) {
    const y = middle - size.height / 2;
    const places = [right - width, left].map((x) => ({
      ...{ x: x + size.left, y },
      ...{ width: size.width, height: size.height },
    }));
    const place = places.find((box) => isFree(box, size, sizes, boxes));
    if (place === undefined || room.height < size.height) continue;
    boxes.set(node.key, place);
    return true;
  }
  return false;
}

/** Whether a part with its room would keep its distance from all that is placed. */
function isFree(
  box: Box,
  size: NodeSize,
  sizes: ReadonlyMap<string, NodeSize>,
  boxes: ReadonlyMap<string, Box>,
): boolean {
  const { x, y, width, height } = roomBox(box, size);
  return [...boxes].every(([key, other]) => {
    const room = roomBox(other, sizes.get(key));
    const apart = Math.max(room.x - x - width, x - room.x - room.width);
    const above = Math.max(room.y - y - height, y - room.y - room.height);
    return apart >= besideGap || above >= 0;
  });
}

function rowOf(
  units: readonly Unit[],
  sizes: ReadonlyMap<string, NodeSize>,
  boxes: ReadonlyMap<string, Box>,
): Row {
  const nodes = units.flatMap((unit) => unit.nodes);
  const placed = nodes.flatMap((node) => boxes.get(node.key) ?? []);
  const top = Math.min(...placed.map((box) => box.y));
  const bottom = Math.max(...placed.map((box) => box.y + box.height));
  const room = boundsOf(
    nodes.map((node) => node.key),
    sizes,
    boxes,
  );
  return { nodes, room, middle: (top + bottom) / 2 };
}

function boundsOf(
  keys: readonly string[],
  sizes: ReadonlyMap<string, NodeSize>,
  boxes: ReadonlyMap<string, Box>,
): Box {
  const rooms = keys.flatMap((key) => {
    const box = boxes.get(key);
    return box === undefined ? [] : [roomBox(box, sizes.get(key))];
  });
  if (rooms.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...rooms.map((room) => room.x));
  const y = Math.min(...rooms.map((room) => room.y));
  const right = Math.max(...rooms.map((room) => room.x + room.width));
  const bottom = Math.max(...rooms.map((room) => room.y + room.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Left and right edge of the picture; never narrower than it may be. */
function extentOf(
  keys: readonly string[],
  sizes: ReadonlyMap<string, NodeSize>,
  boxes: ReadonlyMap<string, Box>,
  options: PlaceOptions,
): readonly [number, number] {
  const { x, width } = boundsOf(keys, sizes, boxes);
  const spare = Math.max(options.maxWidth - width, 0);
  return [x - spare / 2, x + width + spare / 2];
}

/** Rows below everything, each as full as it may be and in the middle. */
function placeRows(
  nodes: readonly TopologyNode[],
  sizes: ReadonlyMap<string, NodeSize>,
  options: PlaceOptions,
  boxes: Map<string, Box>,
): void {
  const [left, right] = extentOf([...boxes.keys()], sizes, boxes, options);
  const middle = (left + right) / 2;
  const bounds = boundsOf([...boxes.keys()], sizes, boxes);
  let bottom = bounds.y + bounds.height + (boxes.size === 0 ? 0 : options.rankGap);
  let row: TopologyNode[] = [];
  const widthOf = (members: readonly TopologyNode[]): number =>
    members.reduce((sum, node) => sum + roomWidth(sizes.get(node.key)) + besideGap, -besideGap);
  const flush = (): void => {
    if (row.length === 0) return;
    const rise = Math.max(...row.map((node) => sizes.get(node.key)?.top ?? 0));
    const height = Math.max(...row.map((node) => sizes.get(node.key)?.height ?? 0));
    const drop = Math.max(...row.map((node) => sizes.get(node.key)?.bottom ?? 0));
    let x = middle - widthOf(row) / 2;
    for (const node of row) {
      const size = sizes.get(node.key);
      if (size === undefined) continue;
      const y = bottom + rise + (height - size.height) / 2;
      boxes.set(node.key, { x: x + size.left, y, width: size.width, height: size.height });
      x += roomWidth(size) + besideGap;
    }
    bottom += rise + height + drop + options.rankGap;
    row = [];
  };
  for (const node of nodes) {
    if (row.length > 0 && widthOf([...row, node]) > right - left) flush();
    row.push(node);
  }
  flush();
}

function roomWidth(size: NodeSize | undefined): number {
  return size === undefined ? 0 : size.left + size.width + size.right;
}
