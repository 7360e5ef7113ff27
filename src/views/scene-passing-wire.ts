// Wires that are there for one step only, and so have no way of their own in the layout: from a
// parent to the child that is being born, and from whoever closes a channel that others feed.

import type { TraceEvent } from '../engine/trace/trace-event.ts';
import { goroutineId, objectId } from '../engine/trace/trace-event.ts';
import type { SceneContext } from './scene-context.ts';
import type { WireShape } from './shapes.ts';
import { type RouteEnd, routeWires } from './topology-route.ts';
import { cardEnds, fieldOf, objectEnds } from './topology-wires.ts';

/** Corners of wires that do not belong to a cycle. */
export const wireRadius = 10;

/** The wire of this step that is in no layout; null if it needs none. */
export function passingWire(context: SceneContext): WireShape | null {
  const { event } = context;
  if (event === null || event.goroutine === 0) return null;
  if (event.kind === 'go') return spawnWire(context, event);
  return event.kind === 'close' ? closingWire(context, event) : null;
}

/** Dotted from parent to child, while the child is being born. */
function spawnWire(context: SceneContext, event: TraceEvent): WireShape | null {
  const { nodeOfGoroutine } = context.layout.graph;
  const parent = nodeOfGoroutine.get(event.goroutine) ?? '';
  const child = nodeOfGoroutine.get(goroutineId(event.other)) ?? '';
  if (parent === child) return null;
  return routed(context, `spawn ${parent} ${child}`, {
    kind: 'spawn',
    from: endsOfCard(context, parent, 'in'),
    to: endsOfCard(context, child, 'out'),
    goroutine: goroutineId(event.other),
    object: objectId(0),
  });
}

/** Live to the entrance, where the bar is. */
function closingWire(context: SceneContext, event: TraceEvent): WireShape | null {
  const { graph, wires, placement } = context.layout;
  const key = graph.nodeOfGoroutine.get(event.goroutine) ?? '';
  const object = graph.nodeOfObject.get(event.object) ?? '';
  const node = graph.nodes.find((each) => each.key === object);
  if (node === undefined || wires.has(`${key} in ${object}`)) return null;
  const { orientation } = context.layout.options;
  const ends = objectEnds({ ...context.layout, placement, orientation }, node, 'in');
  return routed(context, `wire ${key} closes ${object}`, {
    kind: 'live',
    from: endsOfCard(context, key, 'in'),
    to: ends,
    goroutine: event.goroutine,
    object: event.object,
  });
}

function endsOfCard(
  context: SceneContext,
  key: string,
  direction: 'in' | 'out',
): readonly RouteEnd[] {
  const { placement, options } = context.layout;
  const box = placement.boxes.get(key);
  if (box === undefined) return [];
  const { orientation } = options;
  return cardEnds(box, { direction, floor: true, orientation, forked: true, crowded: false });
}

function routed(
  context: SceneContext,
  key: string,
  wire: Pick<WireShape, 'kind' | 'goroutine' | 'object'> & {
    readonly from: readonly RouteEnd[];
    readonly to: readonly RouteEnd[];
  },
): WireShape | null {
  const { from, to, ...shape } = wire;
  if (from.length === 0 || to.length === 0) return null;
  const field = fieldOf({ ...context.layout, orientation: context.layout.options.orientation });
  const points = routeWires(field, [{ key, net: key, from, to }]).get(key) ?? [];
  return { ...shape, key, points, radius: wireRadius, arrow: true, stopBar: null };
}
