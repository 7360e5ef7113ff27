// Forks and dials: the order of a select's tines, where their ports are, and where the clocks stand
// that they wait for.

import type { Box } from './geometry.ts';
import type { ForkCase, TopologyGraph } from './topology-model.ts';
import {
  dialBeside,
  dialDrop,
  dialRadius,
  dialsOf,
  forkRise,
  forkSpacing,
  isDialBeside,
  type NodeSize,
  type Orientation,
} from './topology-size.ts';

/**
 * Below the flow, tines go left to right as what they reach for does; dials first, default last. In
 * portrait the dial is at the right of its card, so its tine is the last one.
 */
export function orderForks(
  graph: TopologyGraph,
  boxes: ReadonlyMap<string, Box>,
  floor: ReadonlySet<string>,
  orientation: Orientation,
): ReadonlyMap<string, readonly ForkCase[]> {
  const forks = new Map<string, readonly ForkCase[]>();
  for (const node of graph.nodes) {
    if (node.fork.length === 0) continue;
    if (orientation === 'portrait') {
      forks.set(
        node.key,
        [...node.fork].sort((a, b) => lateness(a) - lateness(b)),
      );
      continue;
    }
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

function lateness(tine: ForkCase): number {
  return tine.direction === 'default' ? 2 : tine.isClock ? 1 : 0;
}

/** Where the ports of a fork are, by the box of its card. */
export function portXs(box: Box, fork: readonly ForkCase[]): readonly number[] {
  const spacing = forkSpacing(fork, box.width);
  const first = box.x + box.width / 2 - (spacing * (fork.length - 1)) / 2;
  return fork.map((_, i) => first + i * spacing);
}

/**
 * Dials stand above the port, or above the right part of the card, of their only receiver; in
 * portrait a lone one stands beside it.
 */
export function placeDials(
  graph: TopologyGraph,
  sizes: ReadonlyMap<string, NodeSize>,
  boxes: Map<string, Box>,
  forks: ReadonlyMap<string, readonly ForkCase[]>,
  orientation: Orientation,
): void {
  for (const [key, dials] of dialsOf(graph)) {
    const box = boxes.get(key);
    if (box === undefined) continue;
    const fork = forks.get(key) ?? [];
    const ports = portXs(box, fork);
    const isBeside = isDialBeside(orientation, dials.length);
    dials.forEach((dial, i) => {
      const tine = fork.findIndex((part) => part.nodes.includes(dial.key));
      const above = ports[tine] ?? box.x + box.width - 30 - i * 90;
      const x = isBeside ? box.x + box.width + dialBeside.reach : above;
      const y = isBeside
        ? box.y + box.height / 2
        : box.y - (fork.length > 0 ? forkRise : 0) - dialDrop;
      const size = sizes.get(dial.key);
      boxes.set(dial.key, {
        x: x - dialRadius,
        y: y - dialRadius,
        width: size?.width ?? 0,
        height: size?.height ?? 0,
      });
    });
  }
}
