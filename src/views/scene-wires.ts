// Wires and travelling values at one step: which are live, which wait, where they end, what moves.

import { objectOfEvent, wokenByEvent } from '../engine/trace/recording.ts';
import type { GoroutineId, ObjectId, TraceEvent } from '../engine/trace/trace-event.ts';
import { goroutineId, objectId } from '../engine/trace/trace-event.ts';
import { type Box, type Point, pointAlong } from './geometry.ts';
import { entranceOf } from './scene-channel.ts';
import { lookOfGoroutine, type SceneContext, token } from './scene-context.ts';
import type { ChannelShape, PartShape, StopBarShape, TravelShape, WireShape } from './shapes.ts';
import type { TopologyEdge } from './topology-model.ts';
import { passingWire, wireRadius } from './scene-passing-wire.ts';
import { simplified } from './topology-route.ts';

/** One operation that the event has completed: a goroutine, an object, a direction. */
interface LiveUse {
  readonly goroutine: GoroutineId;
  readonly object: ObjectId;
  readonly direction: 'in' | 'out';
}

/** All wires, idle ones first, and the values that the event moves. */
export function wiresOf(
  context: SceneContext,
  parts: readonly PartShape[],
): { readonly wires: readonly WireShape[]; readonly travels: readonly TravelShape[] } {
  const channels = new Map<string, ChannelShape>();
  const drawn = new Set<string>();
  for (const part of parts) {
    if (!part.dim) drawn.add(part.key);
    if (part.kind === 'channel') channels.set(part.key, part);
  }
  const live = liveUses(context.event);
  const order: Record<WireShape['kind'], number> = {
    spawn: 0,
    idle: 1,
    cycleThin: 2,
    wait: 3,
    live: 4,
    cycle: 5,
  };
  const wires: WireShape[] = [];
  for (const edge of context.layout.graph.edges) {
    const points = context.layout.wires.get(edge.key);
    if (points === undefined || points.length < 2) continue;
    if (!drawn.has(edge.goroutineNode) || !drawn.has(edge.objectNode)) continue;
    wires.push(wireOf(context, edge, points, live, channels.get(edge.objectNode)));
  }
  const passing = passingWire(context);
  if (passing !== null) wires.push(passing);
  wires.sort((a, b) => order[a.kind] - order[b.kind]);
  return { wires, travels: travelsOf(context, channels, live) };
}

/** What the event has completed, by the grammar of its kind. */
function liveUses(event: TraceEvent | null): readonly LiveUse[] {
  if (event === null) return [];
  const object = objectOfEvent(event);
  const woken = wokenByEvent(event);
  const { goroutine } = event;
  const use = (who: GoroutineId, direction: 'in' | 'out'): LiveUse => ({
    goroutine: who,
    object,
    direction,
  });
  switch (event.kind) {
    case 'send':
    case 'selectSend':
      return woken === 0 ? [use(goroutine, 'in')] : [use(goroutine, 'in'), use(woken, 'out')];
    case 'receive':
    case 'selectReceive':
      return woken === 0 ? [use(goroutine, 'out')] : [use(goroutine, 'out'), use(woken, 'in')];
    case 'receiveClosed':
    case 'selectReceiveClosed':
      return [use(goroutine, 'out')];
    case 'close':
    case 'lock':
    case 'readLock':
    case 'unlock':
    case 'readUnlock':
    case 'signal':
    case 'broadcast':
    case 'onceBegin':
    case 'onceDone':
    case 'atomic':
      return [use(goroutine, 'in')];
    case 'timerFire':
      return woken === 0 ? [] : [use(woken, 'out')];
    default:
      return [];
  }
}

function wireOf(
  context: SceneContext,
  edge: TopologyEdge,
  points: readonly Point[],
  live: readonly LiveUse[],
  channel: ChannelShape | undefined,
): WireShape {
  const { nodeOfObject, nodeOfGoroutine } = context.layout.graph;
  const base = {
    key: `wire ${edge.key}`,
    radius: wireRadius,
    goroutine: edge.goroutines[0] ?? goroutineId(0),
    object:
      context.layout.graph.nodes.find((node) => node.key === edge.objectNode)?.objects[0] ??
      objectId(0),
    stopBar: null,
  };
  const isLive = live.some(
    (use, i) =>
      use.direction === edge.direction &&
      nodeOfObject.get(use.object) === edge.objectNode &&
      nodeOfGoroutine.get(use.goroutine) === edge.goroutineNode &&
      // A sender whose value moved into the buffer did nothing in this event itself.
      (i === 0 || channel === undefined || channel.capacity === 0 || edge.direction === 'out'),
  );
  if (isLive) return { ...base, kind: 'live', points, arrow: true };
  const waiting = waitingIn(context, edge);
  if (waiting === null) return { ...base, kind: 'idle', points, arrow: edge.direction === 'out' };
  const stuck = lookOfGoroutine(context, waiting).hue === 'dead';
  const kind = stuck ? 'cycleThin' : 'wait';
  const cut = channel === undefined ? null : cutAtTicket(points, edge, channel, waiting);
  if (cut !== null) return { ...base, kind, ...cut, goroutine: waiting, arrow: false };
  return { ...base, kind, points, goroutine: waiting, arrow: false };
}

/** A goroutine of the edge that waits at its object, in its direction; null if none does. */
function waitingIn(context: SceneContext, edge: TopologyEdge): GoroutineId | null {
  for (const id of edge.goroutines) {
    const state = context.world.goroutines.get(id);
    if (state?.status !== 'waiting') continue;
    for (const object of state.waitingFor) {
      if (context.layout.graph.nodeOfObject.get(object) !== edge.objectNode) continue;
      const at = context.world.objects.get(object);
      if (at?.kind !== 'channel') return id;
      const queue = edge.direction === 'in' ? at.sendQueue : at.receiveQueue;
      if (queue.some((ticket) => ticket.goroutine === id)) return id;
    }
  }
  return null;
}

/** A waiting wire ends at its ticket; at a stop bar when the ticket is not drawn. */
function cutAtTicket(
  points: readonly Point[],
  edge: TopologyEdge,
  channel: ChannelShape,
  waiting: GoroutineId,
): { readonly points: readonly Point[]; readonly stopBar: StopBarShape | null } | null {
  const sends = edge.direction === 'in';
  const tickets = sends ? channel.sendTickets : channel.receiveTickets;
  const ticket = tickets.find((shape) => shape.goroutine === waiting);
  const last = tickets[tickets.length - 1];
  // From here on the wire runs towards the channel, whichever way values go.
  const towards = sends ? [...points] : [...points].reverse();
  const end = towards[towards.length - 1];
  const before = towards[towards.length - 2];
  if (end === undefined || before === undefined) return null;
  const horizontal = Math.abs(before.y - end.y) < 0.1;
  if (!horizontal) return null;
  const shown = ticket ?? last;
  // Wires come in on the left, in portrait on the right too; tickets hang where they do.
  const fromLeft = end.x < channel.box.x + channel.box.width / 2;
  if (shown === undefined || shown.x > end.x === fromLeft) {
    const x = end.x + (fromLeft ? -6 : 6);
    const stopBar: StopBarShape = { center: { x, y: end.y }, length: 14, vertical: true };
    return { points: ordered([...towards.slice(0, -1), { x, y: end.y }], sends), stopBar };
  }
  const edgeX = fromLeft ? shown.x - 2 : shown.x + shown.width + 2;
  const y = ticket === undefined ? shown.y + 17 : shown.y;
  const beside = edgeX + (fromLeft ? -14 : 14);
  const bendX = towards.length > 2 ? before.x : beside;
  const reaches = fromLeft ? bendX < edgeX : bendX > edgeX;
  const turn = reaches ? bendX : beside;
  const head = towards.slice(0, -1);
  const path = simplified([...head, { x: turn, y: before.y }, { x: turn, y }, { x: edgeX, y }]);
  return { points: ordered(path, sends), stopBar: null };
}

function ordered(towards: readonly Point[], sends: boolean): readonly Point[] {
  return sends ? towards : [...towards].reverse();
}

/** The values that the event moves, along the wires. */
function travelsOf(
  context: SceneContext,
  channels: ReadonlyMap<string, ChannelShape>,
  live: readonly LiveUse[],
): readonly TravelShape[] {
  const { event, layout } = context;
  if (event === null) return [];
  const way = (use: LiveUse | undefined): readonly Point[] => {
    if (use === undefined) return [];
    const goroutine = layout.graph.nodeOfGoroutine.get(use.goroutine) ?? '';
    const object = layout.graph.nodeOfObject.get(use.object) ?? '';
    return layout.wires.get(`${goroutine} ${use.direction} ${object}`) ?? [];
  };
  const [first, second] = live;
  const channel = channels.get(layout.graph.nodeOfObject.get(first?.object ?? objectId(0)) ?? '');
  switch (event.kind) {
    case 'send':
    case 'selectSend':
      return second === undefined
        ? sendTravel(event, way(first), channel)
        : handOff(event, way(first), way(second));
    case 'receive':
    case 'selectReceive': {
      if (second === undefined) return [receiveTravel(event.text, event, way(first), false)];
      if (channel === undefined || channel.capacity === 0) {
        return handOff(event, way(second), way(first));
      }
      const side = entranceSide(context, second);
      return [receiveTravel(event.text, event, way(first), false), ...refill(event, channel, side)];
    }
    case 'receiveClosed':
    case 'selectReceiveClosed': {
      const zero = zeroText(context, first?.object ?? objectId(0));
      return [receiveTravel(zero, event, way(first), true)];
    }
    case 'timerFire': {
      const points = way(first);
      return points.length < 2 ? [] : [receiveTravel('tick', event, points, false)];
    }
    default:
      return [];
  }
}

/** Into the buffer: it is seen there, so it is drawn on the wire only while it moves. */
function sendTravel(
  event: TraceEvent,
  points: readonly Point[],
  channel: ChannelShape | undefined,
): readonly TravelShape[] {
  const slot = channel?.slots.find((candidate) => candidate.token?.fresh === true);
  const end = slot?.token?.center;
  const path = end === undefined ? points : simplified([...points, end]);
  const shape = token(pointAlong(points, 0.5), event.text);
  return points.length < 2
    ? []
    : [
        {
          key: `travel ${event.index}`,
          token: shape,
          points: path,
          radius: 14,
          rests: false,
          order: 0,
        },
      ];
}

function receiveTravel(
  value: string,
  event: TraceEvent,
  points: readonly Point[],
  ghost: boolean,
): TravelShape {
  const shape = token(pointAlong(points, 0.5), value);
  return {
    key: `travel ${event.index}`,
    token: { ...shape, ghost },
    points,
    radius: 14,
    rests: points.length > 1,
    order: 0,
  };
}

/** Straight from hand to hand: along both wires, through the channel. */
function handOff(
  event: TraceEvent,
  from: readonly Point[],
  to: readonly Point[],
): readonly TravelShape[] {
  const points = simplified([...from, ...to]);
  if (points.length < 2) return [];
  const rest = to.length > 1 ? pointAlong(to, 0.5) : pointAlong(from, 0.5);
  return [
    {
      key: `travel ${event.index}`,
      token: token(rest, event.text),
      points,
      radius: 14,
      rests: true,
      order: 0,
    },
  ];
}

function entranceSide(context: SceneContext, use: LiveUse): 'left' | 'right' {
  const { nodes, nodeOfObject } = context.layout.graph;
  const node = nodes.find((each) => each.key === nodeOfObject.get(use.object));
  return node === undefined ? 'left' : entranceOf(context, node, use.goroutine);
}

/** The first waiting value moves from where its ticket was into the freed slot. */
function refill(
  event: TraceEvent,
  channel: ChannelShape,
  side: 'left' | 'right',
): readonly TravelShape[] {
  const slot = channel.slots.find((candidate) => candidate.token?.fresh === true);
  if (slot?.token === undefined || slot.token === null) return [];
  const box: Box = channel.box;
  const x = side === 'left' ? box.x - 30 : box.x + box.width + 30;
  const from = { x, y: box.y + box.height / 2 };
  return [
    {
      key: `refill ${event.index}`,
      token: slot.token,
      points: [from, slot.token.center],
      radius: 0,
      rests: false,
      order: 1,
    },
  ];
}

/** What a receive from a closed channel of this type gives, as Go prints it. */
function zeroText(context: SceneContext, id: ObjectId): string {
  const elem = context.run.recording.objects[id - 1]?.elem ?? '';
  if (/^u?int|^float|^byte$|^rune$|Duration$/.test(elem)) return '0';
  if (elem === 'string') return '""';
  if (elem === 'bool') return 'false';
  return elem.startsWith('struct') ? '{}' : 'zero';
}
