// The layout of a run's whole topology: computed once, so that nothing moves while it is watched.
// Small graphs get our own layered placement, at once; large ones are placed by ELK where it is to
// be had. Wires are always our own.

import { type Box, boxAround, type Point } from './geometry.ts';
import { elkBoxes, elkInput, type ElkLayout } from './topology-elk.ts';
import type { TopologyGraph } from './topology-model.ts';
import { orderForks, placeDials } from './topology-forks.ts';
import { type Placement, placeNodes } from './topology-place.ts';
import type { PlaceOptions } from './topology-slots.ts';
import { type NodeSize, type Orientation, roomBox, sizeNodes } from './topology-size.ts';
import { rankUnits } from './topology-units.ts';
import { wireEdges } from './topology-wires.ts';

export interface TopologyLayout {
  readonly graph: TopologyGraph;
  readonly options: PlaceOptions;
  readonly sizes: ReadonlyMap<string, NodeSize>;
  readonly placement: Placement;
  /** By edge key; from the giver to the taker. */
  readonly wires: ReadonlyMap<string, readonly Point[]>;
  readonly viewBox: Box;
}

export const landscape: PlaceOptions = {
  orientation: 'landscape',
  maxWidth: 700,
  rankGap: 52,
  splits: false,
};
export const wide: PlaceOptions = { ...landscape, maxWidth: Infinity };
export const portrait: PlaceOptions = {
  orientation: 'portrait',
  maxWidth: 360,
  rankGap: 34,
  splits: false,
};

/** For flows too long for a row: closer together, in several lines, from top to bottom. */
const tight: PlaceOptions = { ...landscape, rankGap: 26 };
const wrapped: PlaceOptions = { ...landscape, splits: true };
const upright: PlaceOptions = { ...portrait, maxWidth: 640, splits: true };
/** For ranks too wide for a phone. */
const narrow: PlaceOptions = { ...portrait, splits: true };
/** The stages in px that pictures are meant for: a laptop's and a phone's. */
const frames = {
  landscape: { width: 680, height: 450 },
  portrait: { width: 386, height: 530 },
} as const;
/** More parts than this fit into no frame legibly: other ways of placing them are lost time. */
const manyNodes = 60;
/** Pictures that would be shown smaller than this are placed in other ways, too. */
const smallScale = 0.8;
/** How much larger a picture must be shown that flows otherwise than people expect. */
const worthwhile = 1.15;

/**
 * Our own layout, synchronous and deterministic. A flow that would have to be shrunk much to fit
 * from left to right moves closer together, or is broken into lines, or runs from top to bottom,
 * where that is so much more legible.
 */
export function layoutTopologyNow(
  graph: TopologyGraph,
  options: PlaceOptions = landscape,
): TopologyLayout {
  const isMany = graph.nodes.length > manyNodes;
  if (isMany) return layoutAs(graph, options === portrait ? narrow : options);
  const usual = layoutAs(graph, options);
  if (options === portrait) return moreLegible(usual, layoutAs(graph, narrow), 'portrait');
  if (options !== landscape || fitScale(usual, 'landscape') >= smallScale) return usual;
  const closer = moreLegible(usual, layoutAs(graph, tight), 'landscape');
  const lines = layoutAs(graph, wrapped);
  const other = moreLegible(lines, layoutAs(graph, upright), 'landscape');
  const gain = fitScale(other, 'landscape') / fitScale(closer, 'landscape');
  return gain > worthwhile ? other : closer;
}

function layoutAs(graph: TopologyGraph, options: PlaceOptions): TopologyLayout {
  const sizes = sizeNodes(graph, options.orientation);
  return finished(graph, options, sizes, placeNodes(graph, sizes, options));
}

/** How large the picture is shown where it is meant to be. */
function fitScale({ viewBox }: TopologyLayout, on: Orientation): number {
  return Math.min(frames[on].width / viewBox.width, frames[on].height / viewBox.height);
}

/** The one of two layouts of a graph that is larger on the stage; the first if they are alike. */
export function moreLegible(
  first: TopologyLayout,
  second: TopologyLayout,
  on: Orientation,
): TopologyLayout {
  return fitScale(second, on) > fitScale(first, on) ? second : first;
}

/** Whether ELK is likely to do better than our own placement. */
export function isLarge(graph: TopologyGraph): boolean {
  const { ranks, floor } = rankUnits(graph);
  return ranks.flat().length + floor.length > 14;
}

/** What to ask ELK for a graph that `isLarge`. */
export function askElk(graph: TopologyGraph, options: PlaceOptions = landscape): ElkLayout {
  return elkInput(graph, sizeNodes(graph, options.orientation), options.orientation);
}

/** The layout of a graph from ELK's answer to `askElk` with the same options. */
export function layoutTopologyByElk(
  graph: TopologyGraph,
  answer: ElkLayout,
  options: PlaceOptions = landscape,
): TopologyLayout {
  const sizes = sizeNodes(graph, options.orientation);
  const boxes = elkBoxes(graph, sizes, answer);
  const floor: ReadonlySet<string> = new Set();
  const forks = orderForks(graph, boxes, floor, options.orientation);
  placeDials(graph, sizes, boxes, forks, options.orientation);
  return finished(graph, options, sizes, { boxes, forks, floor });
}

/** The same layout with some nodes where the user dragged them; wires find their way anew. */
export function moveNodes(
  layout: TopologyLayout,
  moved: ReadonlyMap<string, Point>,
): TopologyLayout {
  const boxes = new Map(layout.placement.boxes);
  for (const [key, { x, y }] of moved) {
    const box = boxes.get(key);
    if (box !== undefined) boxes.set(key, { ...box, x, y });
  }
  const { graph, options, sizes, placement } = layout;
  return finished(graph, options, sizes, { ...placement, boxes });
}

function finished(
  graph: TopologyGraph,
  options: PlaceOptions,
  sizes: ReadonlyMap<string, NodeSize>,
  placement: Placement,
): TopologyLayout {
  const { orientation } = options;
  const wires = wireEdges({ graph, sizes, placement, orientation });
  const rooms = [...placement.boxes].map(([key, box]) => roomBox(box, sizes.get(key)));
  const corners = [...wires.values()].flat().map(({ x, y }) => ({ x, y, width: 0, height: 0 }));
  return {
    graph,
    options,
    sizes,
    placement,
    wires,
    viewBox: boxAround([...rooms, ...corners], 14),
  };
}
