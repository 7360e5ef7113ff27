// Wait-for: only what takes part, at the places it has in the topology; edges say who waits for
// what and who could supply it. The shortest cycle is thick and numbered like its sentences.

import { assertNever } from '../engine/base/assert.ts';
import type { Supply, Wait, WaitForGraph } from '../engine/analysis/wait-for-graph.ts';
import { type Box, boxAround, boxesMeet, type Point, pathLength, pointAlong } from './geometry.ts';
import { isDeadlocked } from './run-model.ts';
import { type SceneContext, text } from './scene-context.ts';
import type { CycleMarkShape, PartShape, Scene, TextShape, WireKind, WireShape } from './shapes.ts';
import { proseWidth } from './text-width.ts';
import { roomBox } from './topology-size.ts';
import { type RouteEnd, type RouteRequest, routeWires, stubLength } from './topology-route.ts';
import { topologyScene } from './topology-scene.ts';
import { fieldOf, sideEnd, throughWords } from './topology-wires.ts';

/** What it costs to leave or reach a card on the side that is the other kind's. */
const againstFlow = 160;

/** An edge of the picture: somebody waits, or somebody could supply. */
interface Edge {
  readonly key: string;
  readonly wait: Wait | null;
  readonly supply: Supply | null;
  readonly from: string;
  readonly to: string;
  /** Number in the cycle, 0 if it is not in it. */
  readonly number: number;
}

/** The wait-for picture of a world. */
export function waitForScene(context: SceneContext, graph: WaitForGraph): Scene {
  const edges = edgesOf(context, graph);
  const taking = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  for (const wait of graph.waits) {
    const key = context.layout.graph.nodeOfGoroutine.get(wait.goroutine);
    if (key !== undefined) taking.add(key);
  }
  const topology = topologyScene(context);
  const parts = topology.parts.filter((part) => taking.has(part.key));
  const ways = routeEdges(context, parts, edges);
  const dead = isDeadlocked(context.run, context.world);
  const wires = edges.flatMap((edge): readonly WireShape[] => {
    const points = ways.get(edge.key);
    return points === undefined ? [] : [wireOf(edge, points, dead)];
  });
  const marks = edges.flatMap((edge): readonly CycleMarkShape[] => {
    const points = ways.get(edge.key);
    return edge.number === 0 || points === undefined ? [] : [markOf(context, edge, points)];
  });
  const clear = withoutClashes(context, marks, parts, wires);
  const count = new Set(graph.waits.map((wait) => wait.goroutine)).size;
  return {
    viewBox: viewBoxOf(context, parts, wires, clear),
    // Thick wires last, so that nothing lies over the cycle.
    wires: wires.sort((a, b) => Number(a.kind === 'cycle') - Number(b.kind === 'cycle')),
    parts,
    forks: [],
    travels: [],
    marks: [...clear].sort((a, b) => a.number - b.number),
    label:
      graph.cycle.length > 0
        ? `Wait-for graph: ${count} goroutines wait, ${graph.cycle.length} of them in a circle`
        : `Wait-for graph: ${count} ${count === 1 ? 'goroutine waits' : 'goroutines wait'}`,
  };
}

function edgesOf(context: SceneContext, graph: WaitForGraph): readonly Edge[] {
  const { nodeOfGoroutine, nodeOfObject } = context.layout.graph;
  const numbers = new Map<string, number>();
  graph.cycle.forEach((link, i) => {
    numbers.set(waitKey(link.wait), 2 * i + 1);
    numbers.set(supplyKey(link.supply), 2 * i + 2);
  });
  const edges = new Map<string, Edge>();
  const add = (edge: Omit<Edge, 'from' | 'to'>, from?: string, to?: string): void => {
    if (from === undefined || to === undefined || edges.has(edge.key)) return;
    edges.set(edge.key, { ...edge, from, to });
  };
  for (const wait of graph.waits) {
    const key = waitKey(wait);
    add(
      { key, wait, supply: null, number: numbers.get(key) ?? 0 },
      nodeOfGoroutine.get(wait.goroutine),
      nodeOfObject.get(wait.object),
    );
  }
  for (const supply of graph.supplies) {
    const key = supplyKey(supply);
    add(
      { key, wait: null, supply, number: numbers.get(key) ?? 0 },
      nodeOfObject.get(supply.object),
      nodeOfGoroutine.get(supply.goroutine),
    );
  }
  return [...edges.values()];
}

function waitKey(wait: Wait): string {
  return `waits g${wait.goroutine} o${wait.object} ${wait.how}`;
}

function supplyKey(supply: Supply): string {
  return `supplies o${supply.object} g${supply.goroutine} ${supply.how}`;
}

/** The cycle is routed first: its wires get the best ways. */
function routeEdges(
  context: SceneContext,
  parts: readonly PartShape[],
  edges: readonly Edge[],
): ReadonlyMap<string, readonly Point[]> {
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const boxes = new Map(parts.map((part) => [part.key, part.box]));
  const placement = { ...context.layout.placement, boxes, forks: new Map() };
  const orientation = context.layout.options.orientation;
  const field = fieldOf({ ...context.layout, placement, orientation });
  const requests = edges.flatMap((edge): readonly RouteRequest[] => {
    const from = byKey.get(edge.from);
    const to = byKey.get(edge.to);
    if (from === undefined || to === undefined) return [];
    return [
      {
        key: edge.key,
        net: edge.supply === null ? edge.key : `supply ${edge.supply.object}`,
        from: edge.wait === null ? supplierEnds(from) : cardSides(from, 'waits'),
        to: edge.wait === null ? cardSides(to, 'supplies') : queueEnds(to, edge.wait),
      },
    ];
  });
  return routeWires(field, requests);
}

/**
 * Sides of a card. As the flow goes from left to right, those who wait are left on the right and
 * reached by who could help them on the left, so that the two kinds of edges keep apart.
 */
function cardSides(part: PartShape, role: 'waits' | 'supplies'): readonly RouteEnd[] {
  const right = role === 'waits' ? 0 : againstFlow;
  const left = role === 'waits' ? againstFlow : 0;
  return [
    sideEnd(part.box, 'right', right),
    sideEnd(part.box, 'left', left),
    sideEnd(part.box, 'right', right + 22, 14),
    sideEnd(part.box, 'left', left + 22, 14),
    sideEnd(part.box, 'right', right + 22, -14),
    sideEnd(part.box, 'left', left + 22, -14),
    sideEnd(part.box, 'top', 16),
    sideEnd(part.box, 'bottom', 16),
  ];
}

/** Where an edge leaves an object: never through its queue, through its name only in need. */
function supplierEnds(part: PartShape): readonly RouteEnd[] {
  const isNameAbove = part.kind === 'channel' && part.name.y < part.box.y;
  const tickets = part.kind === 'channel' ? [...part.sendTickets, ...part.receiveTickets] : [];
  const isQueueRight = tickets.some((ticket) => ticket.x > part.box.x);
  const isQueueLeft = tickets.some((ticket) => ticket.x < part.box.x);
  return [
    sideEnd(part.box, 'right', isQueueRight ? throughWords : 0),
    sideEnd(part.box, 'bottom', 0),
    sideEnd(part.box, 'top', isNameAbove ? throughWords : 30),
    sideEnd(part.box, 'left', isQueueLeft ? throughWords : 60),
  ];
}

/** Where a waiting goroutine's edge ends: at its ticket or tag, else at the object's side. */
function queueEnds(part: PartShape, wait: Wait): readonly RouteEnd[] {
  if (part.kind === 'channel') {
    const sends = wait.how === 'send';
    const tickets = sends ? part.sendTickets : part.receiveTickets;
    const ticket = tickets.find((shape) => shape.goroutine === wait.goroutine);
    if (ticket !== undefined) {
      const side = ticket.x < part.box.x ? 'left' : 'right';
      const at = { x: side === 'left' ? ticket.x - 2 : ticket.x + ticket.width + 2, y: ticket.y };
      return [{ at, side, cost: 0, reach: stubLength }];
    }
    return [sideEnd(part.box, sends ? 'left' : 'right', 0)];
  }
  const queue = 'queue' in part ? part.queue : [];
  const tag = queue.find((shape) => shape.goroutine === wait.goroutine);
  if (tag !== undefined && tag === queue[queue.length - 1]) {
    return [
      { at: { x: tag.x - 2, y: tag.y }, side: 'left', cost: 0, reach: stubLength },
      {
        at: { x: tag.x + tag.width / 2, y: tag.y + 11 },
        side: 'bottom',
        cost: 0,
        reach: stubLength,
      },
      { at: { x: tag.x + tag.width / 2, y: tag.y - 11 }, side: 'top', cost: 10, reach: stubLength },
      sideEnd(part.box, 'right', 20),
      sideEnd(part.box, 'bottom', 30),
    ];
  }
  if (tag !== undefined) {
    return [
      {
        at: { x: tag.x + tag.width / 2, y: tag.y + 11 },
        side: 'bottom',
        cost: 0,
        reach: stubLength,
      },
      { at: { x: tag.x + tag.width / 2, y: tag.y - 11 }, side: 'top', cost: 10, reach: stubLength },
    ];
  }
  return [
    sideEnd(part.box, 'left', 0),
    sideEnd(part.box, 'bottom', 10),
    sideEnd(part.box, 'top', 10),
  ];
}

function wireOf(edge: Edge, points: readonly Point[], dead: boolean): WireShape {
  const thin: WireKind = dead ? 'cycleThin' : edge.wait === null ? 'idle' : 'wait';
  return {
    key: edge.key,
    kind: edge.number > 0 ? 'cycle' : thin,
    points,
    radius: edge.number > 0 ? 16 : 10,
    arrow: true,
    goroutine: (edge.wait ?? edge.supply)?.goroutine ?? (0 as never),
    object: (edge.wait ?? edge.supply)?.object ?? (0 as never),
    stopBar: null,
  };
}

/** The disc in the middle of the longest leg, its words beside it when the leg is upright. */
function markOf(context: SceneContext, edge: Edge, points: readonly Point[]): CycleMarkShape {
  const leg = longestLeg(points);
  const center = pointAlong(leg, 0.5);
  const [from, to] = leg;
  const upright = from !== undefined && to !== undefined && Math.abs(from.x - to.x) < 0.1;
  const lines = upright && pathLength(leg) > 80 ? edgeWords(context, edge) : [];
  const width = Math.max(0, ...lines.map((line) => proseWidth(line, 12)));
  const box = context.layout.viewBox;
  const toLeft = center.x + 18 + width > box.x + box.width;
  const x = center.x + (toLeft ? -18 : 18);
  return {
    number: edge.number,
    center,
    lines: lines.map((line, i) => text(x, center.y - 4 + 16 * i, line, toLeft ? 'end' : 'start')),
  };
}

/** Words that would lie on a part, a wire or other words are left out; the disc says enough. */
function withoutClashes(
  context: SceneContext,
  marks: readonly CycleMarkShape[],
  parts: readonly PartShape[],
  wires: readonly WireShape[],
): readonly CycleMarkShape[] {
  const taken: Box[] = parts.map((part) => roomBox(part.box, context.layout.sizes.get(part.key)));
  for (const { points } of wires) {
    for (let i = 1; i < points.length; i++) {
      const [from, to] = [points[i - 1], points[i]];
      if (from !== undefined && to !== undefined) taken.push(legBox(from, to));
    }
  }
  return marks.map((mark) => {
    const box = boxAround(mark.lines.map(lineBox));
    if (mark.lines.length === 0 || taken.some((other) => boxesMeet(box, other))) {
      return { ...mark, lines: [] };
    }
    taken.push(box);
    return mark;
  });
}

function legBox(from: Point, to: Point): Box {
  return {
    x: Math.min(from.x, to.x) - 2,
    y: Math.min(from.y, to.y) - 2,
    width: Math.abs(from.x - to.x) + 4,
    height: Math.abs(from.y - to.y) + 4,
  };
}

function lineBox(line: TextShape): Box {
  const width = proseWidth(line.text, 12);
  return { x: line.anchor === 'end' ? line.x - width : line.x, y: line.y - 12, width, height: 16 };
}

function longestLeg(points: readonly Point[]): readonly Point[] {
  let best: readonly Point[] = points.slice(0, 2);
  for (let i = 1; i < points.length; i++) {
    const leg = points.slice(i - 1, i + 1);
    if (pathLength(leg) > pathLength(best) + 0.5) best = leg;
  }
  return best;
}

/** Two short lines that say what an edge means. */
function edgeWords(context: SceneContext, edge: Edge): readonly string[] {
  const { labels } = context.run;
  if (edge.wait !== null) {
    const name = labels.object(edge.wait.object).name;
    switch (edge.wait.how) {
      case 'send':
        return ['waits to', `send to ${name}`];
      case 'receive':
        return ['waits to receive', `from ${name}`];
      case 'lock':
      case 'readLock':
        return ['waits to', `lock ${name}`];
      case 'wait':
        return ['waits until', `${name} is 0`];
      case 'cond':
        return ['waits for', 'a signal'];
      case 'once':
        return ['waits for', name];
      case 'other':
        return ['waits'];
      default:
        return assertNever(edge.wait.how, 'wait');
    }
  }
  if (edge.supply === null) return [];
  const who = labels.goroutine(edge.supply.goroutine).name;
  const may = edge.supply.basis === 'later' ? 'would' : 'could';
  switch (edge.supply.how) {
    case 'receive':
      return [`${who} ${may}`, 'receive'];
    case 'send':
      return [`${who} ${may}`, 'send'];
    case 'unlock':
      return ['held by', who];
    case 'done':
      return [`${who} is`, 'not done'];
    case 'signal':
      return [`${who} could`, 'signal'];
    case 'return':
      return ['run by', who];
    default:
      return assertNever(edge.supply.how, 'supply');
  }
}

/** Everything that takes part, with room for words; never smaller than a card needs. */
function viewBoxOf(
  context: SceneContext,
  parts: readonly PartShape[],
  wires: readonly WireShape[],
  marks: readonly CycleMarkShape[],
): Scene['viewBox'] {
  const rooms = parts.map((part) => roomBox(part.box, context.layout.sizes.get(part.key)));
  const corners = wires.flatMap((wire) =>
    wire.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
  );
  const lines = marks.flatMap((mark) => mark.lines.map(lineBox));
  return boxAround([...rooms, ...corners, ...lines], 20);
}
