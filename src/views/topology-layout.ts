// The layout of a run's whole topology: computed once, so that nothing moves while it is watched.
// Small graphs get our own layered placement, at once; large ones are placed by ELK where it is to
// be had. Wires are always our own.

import { type Box, boxAround, type Point } from './geometry.ts';
import { elkBoxes, elkInput, type ElkLayout } from './topology-elk.ts';
import type { TopologyGraph } from './topology-model.ts';
import {
  orderForks,
  type Placement,
  placeDials,
  placeNodes,
  type PlaceOptions,
  roomBox,
} from './topology-place.ts';
import { type NodeSize, sizeNodes } from './topology-size.ts';
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

export const landscape: PlaceOptions = { orientation: 'landscape', maxWidth: 700 };
export const wide: PlaceOptions = { orientation: 'landscape', maxWidth: Infinity };
export const portrait: PlaceOptions = { orientation: 'portrait', maxWidth: 360 };

/** Our own layout, synchronous and deterministic. */
export function layoutTopologyNow(
  graph: TopologyGraph,
  options: PlaceOptions = landscape,
): TopologyLayout {
  const sizes = sizeNodes(graph, options.orientation);
  return finished(graph, options, sizes, placeNodes(graph, sizes, options));
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
  const forks = orderForks(graph, boxes, floor);
  placeDials(graph, sizes, boxes, forks);
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
