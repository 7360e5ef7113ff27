// The input for ELK and what is taken from its answer: only where units stand. The library itself
// runs in a worker that the app owns; nothing here imports it.

import type { Box } from './geometry.ts';
import type { TopologyGraph } from './topology-model.ts';
import type { NodeSize, Orientation } from './topology-size.ts';
import { type Unit, unitsOf } from './topology-units.ts';

/** The part of ELK's JSON that we write and read. */
export interface ElkLayout {
  readonly id: string;
  readonly layoutOptions?: Readonly<Record<string, string>>;
  readonly children?: readonly ElkLayout[];
  readonly edges?: readonly {
    readonly id: string;
    readonly sources: readonly string[];
    readonly targets: readonly string[];
  }[];
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

const memberGap = 27;

const elkOptions: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.spacing.nodeNode': '28',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
};

/** One ELK node for each unit, with the room of all its members; one edge for each arc. */
export function elkInput(
  graph: TopologyGraph,
  sizes: ReadonlyMap<string, NodeSize>,
  orientation: Orientation,
): ElkLayout {
  const { units, arcs } = unitsOf(graph);
  return {
    id: 'root',
    layoutOptions: {
      ...elkOptions,
      'elk.direction': orientation === 'landscape' ? 'RIGHT' : 'DOWN',
    },
    children: units.map((unit) => ({ id: unit.key, ...unitSize(unit, sizes) })),
    edges: arcs.map(([from, to]) => ({
      id: `${from.key} → ${to.key}`,
      sources: [from.key],
      targets: [to.key],
    })),
  };
}

/** Boxes of all nodes from ELK's answer. */
export function elkBoxes(
  graph: TopologyGraph,
  sizes: ReadonlyMap<string, NodeSize>,
  answer: ElkLayout,
): Map<string, Box> {
  const placed = new Map((answer.children ?? []).map((child) => [child.id, child]));
  const boxes = new Map<string, Box>();
  for (const unit of unitsOf(graph).units) {
    const at = placed.get(unit.key);
    let y = at?.y ?? 0;
    for (const node of unit.nodes) {
      const size = sizes.get(node.key);
      if (size === undefined) continue;
      const { left, top, bottom, width, height } = size;
      boxes.set(node.key, { x: (at?.x ?? 0) + left, y: y + top, width, height });
      y += top + height + bottom + memberGap;
    }
  }
  return boxes;
}

function unitSize(
  unit: Unit,
  sizes: ReadonlyMap<string, NodeSize>,
): { readonly width: number; readonly height: number } {
  let width = 0;
  let height = -memberGap;
  for (const node of unit.nodes) {
    const size = sizes.get(node.key);
    if (size === undefined) continue;
    width = Math.max(width, size.left + size.width + size.right);
    height += size.top + size.height + size.bottom + memberGap;
  }
  return { width, height: Math.max(height, 0) };
}
