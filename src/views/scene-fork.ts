// Forks: the cases of a goroutine's selects, with the ready ones filled and the taken one thick.

import { isCaseReady } from './caption-channel.ts';
import type { Box, Point } from './geometry.ts';
import { type SceneContext, text } from './scene-context.ts';
import type { ForkShape, TineShape } from './shapes.ts';
import type { ForkCase, TopologyNode } from './topology-model.ts';
import { portXs } from './topology-forks.ts';
import { forkRise } from './topology-size.ts';

/** The fork on a card; null if its goroutine never selects over several cases. */
export function forkShape(context: SceneContext, node: TopologyNode, box: Box): ForkShape | null {
  const [id] = node.goroutines;
  const fork = context.layout.placement.forks.get(node.key) ?? [];
  if (id === undefined || fork.length === 0) return null;
  const x = box.x + box.width / 2;
  const bar = box.y - forkRise / 2 - 2;
  const ports = portXs(box, fork);
  return {
    key: `fork ${node.key}`,
    goroutine: id,
    stem: [
      { x, y: box.y },
      { x, y: bar },
    ],
    tines: fork.map((part, index) => {
      const portX = ports[index] ?? x;
      return tineShape(context, part, index, id, {
        from: { x, y: bar },
        corner: { x: portX, y: bar },
        port: { x: portX, y: box.y - forkRise },
      });
    }),
  };
}

function tineShape(
  context: SceneContext,
  part: ForkCase,
  index: number,
  goroutine: number,
  at: { readonly from: Point; readonly corner: Point; readonly port: Point },
): TineShape {
  const isDefault = part.direction === 'default';
  const unattached = part.nodes.length === 0;
  return {
    index,
    points: [at.from, at.corner, at.port],
    port: isDefault || unattached ? null : at.port,
    dot: isDefault ? at.port : null,
    ready: !isDefault && isReady(context, part),
    chosen: isChosen(context, part, goroutine),
    label: text(at.port.x - 11, at.port.y + 4, part.label, 'end'),
  };
}

/** Whether the case could go ahead now. */
function isReady(context: SceneContext, part: ForkCase): boolean {
  if (part.direction === 'default') return false;
  const { direction } = part;
  const { nodes } = context.layout.graph;
  const own = nodes.filter((node) => part.nodes.includes(node.key));
  return own.some((node) =>
    node.objects.some((channel) => isCaseReady(context.world, { direction, channel, value: '' })),
  );
}

/** Whether the event just done took this case. */
function isChosen(context: SceneContext, part: ForkCase, goroutine: number): boolean {
  const { event, layout } = context;
  if (event === null || event.goroutine !== goroutine || event.select === null) return false;
  if (event.kind === 'blockSelect') return false;
  const chosen = event.select.cases[event.select.chosen];
  if (chosen === undefined) return part.direction === 'default' && event.kind === 'selectDefault';
  const node = layout.graph.nodeOfObject.get(chosen.channel);
  return node !== undefined && part.nodes.includes(node) && part.direction === chosen.direction;
}
