// Orthogonal wires between parts: shortest paths on the lines that the parts themselves suggest.
// Invariants: no wire crosses a solid box; wires of one net (one side of one object) share their
// trunk; wires of different nets never lie on top of each other if there is any other way. The
// same input gives the same wires.

import { type Box, type Point, tenth } from './geometry.ts';
import { RouteQueue } from './topology-route-queue.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** A place where a wire may begin or end; it leaves on this side. `cost` in px of detour. */
export interface RouteEnd {
  readonly at: Point;
  readonly side: Side;
  readonly cost: number;
  /** Px it runs straight out before it may turn: past the queue that stands there. */
  readonly reach: number;
}

export interface RouteRequest {
  readonly key: string;
  /** Wires of one net may share their way. */
  readonly net: string;
  /** The shared end. */
  readonly from: readonly RouteEnd[];
  readonly to: readonly RouteEnd[];
}

export interface RouteField {
  /** Boxes that no wire may enter. */
  readonly solid: readonly Box[];
  /** Boxes that wires should avoid: names, queues. */
  readonly soft: readonly Box[];
  /** Lines worth using: middles of gaps. */
  readonly lanesX: readonly number[];
  readonly lanesY: readonly number[];
}

/** The usual reach of an end, and the distance of the lines around a box. */
export const stubLength = 12;
const clearance = 6;
/** Lines nearer than this to another one are not worth their time. */
const leastGap = 3.5;
const bendCost = 26;
const crossingCost = 18;
const softFactor = 4;
const sharedFactor = 0.25;
/** Lying on another net's wire. */
const overlapFactor = 30;
/** Sharing a port with another net. */
const portCost = 40;

/** A way for every request, from its `from` to its `to`; a straight line if there is none. */
export function routeWires(
  field: RouteField,
  requests: readonly RouteRequest[],
): ReadonlyMap<string, readonly Point[]> {
  const grid = new RouteGrid(field, requests);
  const ways = new Map<string, readonly Point[]>();
  const order = [...requests].sort((a, b) => span(a) - span(b) || (a.key < b.key ? -1 : 1));
  for (const request of order) ways.set(request.key, grid.route(request));
  return ways;
}

function span(request: RouteRequest): number {
  let best = Infinity;
  for (const from of request.from) {
    for (const to of request.to) {
      const dx = Math.abs(from.at.x - to.at.x);
      const dy = Math.abs(from.at.y - to.at.y);
      best = Math.min(best, dx + dy + (dx > 0 && dy > 0 ? 2 * bendCost : 0));
    }
  }
  return best;
}

function stubOf({ at, side, reach }: RouteEnd): Point {
  switch (side) {
    case 'left':
      return { x: at.x - reach, y: at.y };
    case 'right':
      return { x: at.x + reach, y: at.y };
    case 'top':
      return { x: at.x, y: at.y - reach };
    case 'bottom':
      return { x: at.x, y: at.y + reach };
  }
}

/** Directions: 0 right, 1 down, 2 left, 3 up. */
const stepX = [1, 0, -1, 0] as const;
const stepY = [0, 1, 0, -1] as const;
const outwards: Readonly<Record<Side, number>> = { right: 0, bottom: 1, left: 2, top: 3 };

class RouteGrid {
  private readonly xs: readonly number[];
  private readonly ys: readonly number[];
  /** Cost per px of the grid edge to the right of and below each vertex; Infinity: blocked. */
  private readonly costRight: Float64Array;
  private readonly costDown: Float64Array;
  /** Which net lies on an edge: 0 none. */
  private readonly netRight: Int32Array;
  private readonly netDown: Int32Array;
  private readonly nets = new Map<string, number>();
  /** Ports in use, by place: the net that came first. */
  private readonly ports = new Map<string, number>();
  /** Of the present search: cost and predecessor of each state reached in this round. */
  private readonly best: Float64Array;
  private readonly previous: Int32Array;
  private readonly reached: Int32Array;
  private targets: readonly Point[] = [];
  private round = 0;

  constructor(field: RouteField, requests: readonly RouteRequest[]) {
    const xs: number[] = [];
    const ys: number[] = [];
    for (const request of requests) {
      for (const end of [...request.from, ...request.to]) {
        const stub = stubOf(end);
        xs.push(end.at.x, stub.x);
        ys.push(end.at.y, stub.y);
      }
    }
    const aroundX = field.solid.flatMap(({ x, width }) => [x - stubLength, x + width + stubLength]);
    const aroundY = field.solid.flatMap(({ y, height }) => [
      y - stubLength,
      y + height + stubLength,
    ]);
    this.xs = linesOf(xs, [...aroundX, ...field.lanesX]);
    this.ys = linesOf(ys, [...aroundY, ...field.lanesY]);
    const size = this.xs.length * this.ys.length;
    this.costRight = new Float64Array(size).fill(1);
    this.costDown = new Float64Array(size).fill(1);
    this.netRight = new Int32Array(size);
    this.netDown = new Int32Array(size);
    this.best = new Float64Array(size * 4);
    this.previous = new Int32Array(size * 4);
    this.reached = new Int32Array(size * 4);
    for (const box of field.soft) this.weigh(box, softFactor, 0);
    for (const box of field.solid) this.weigh(box, Infinity, clearance);
  }

  route(request: RouteRequest): readonly Point[] {
    const net = this.netOf(request.net);
    const goals = new Map<number, RouteEnd>();
    for (const end of request.to) {
      // Arriving means moving against the side it would leave on.
      const state = this.vertexAt(stubOf(end)) * 4 + ((outwards[end.side] + 2) % 4);
      const known = goals.get(state);
      const priced = { ...end, cost: end.cost + this.portUse(end, net) };
      if (known === undefined || known.cost > priced.cost) goals.set(state, priced);
    }
    const starts = request.from.map((end) => ({ ...end, cost: end.cost + this.portUse(end, net) }));
    const found = this.search(starts, goals, net);
    if (found === null) return straight(request);
    const path = this.pathTo(found.state);
    const start = request.from.find((end) => samePoint(stubOf(end), path[0]));
    if (start === undefined) return straight(request);
    this.occupy(path, net);
    for (const end of [start, found.end]) {
      const port = portKey(end);
      if (!this.ports.has(port)) this.ports.set(port, net);
    }
    return simplified([start.at, ...path, found.end.at]);
  }

  private search(
    from: readonly RouteEnd[],
    goals: ReadonlyMap<number, RouteEnd>,
    net: number,
  ): { readonly state: number; readonly end: RouteEnd } | null {
    this.round += 1;
    this.targets = [...goals.values()].map(stubOf);
    const queue = new RouteQueue();
    for (const end of from) {
      const state = this.vertexAt(stubOf(end)) * 4 + outwards[end.side];
      this.reach(state, end.cost, -1);
      queue.push(state, end.cost + this.remaining(state >> 2));
    }
    let goal: { state: number; end: RouteEnd } | null = null;
    let goalCost = Infinity;
    for (let state = queue.pop(); state >= 0; state = queue.pop()) {
      const cost = this.best[state] ?? Infinity;
      if (cost + this.remaining(state >> 2) >= goalCost) break;
      const end = goals.get(state);
      if (end !== undefined && cost + end.cost < goalCost) {
        goalCost = cost + end.cost;
        goal = { state, end };
      }
      this.expand(state, cost, net, queue);
    }
    return goal;
  }

  private expand(state: number, cost: number, net: number, queue: RouteQueue): void {
    const vertex = state >> 2;
    const heading = state & 3;
    for (let turn = 0; turn < 4; turn++) {
      if (turn === (heading + 2) % 4) continue;
      const next = this.neighbour(vertex, turn);
      if (next < 0) continue;
      let total = cost + this.edgeCost(vertex, next, turn, net);
      if (turn !== heading) total += bendCost;
      if (this.crosses(next, turn, net)) total += crossingCost;
      const target = next * 4 + turn;
      if (this.reached[target] === this.round && total >= (this.best[target] ?? 0)) continue;
      if (total === Infinity) continue;
      this.reach(target, total, state);
      queue.push(target, total + this.remaining(next));
    }
  }

  /** Px that are left at least; a shared trunk may cost less, but it leads the same way. */
  private remaining(vertex: number): number {
    const [x, y] = [this.xAt(vertex), this.yAt(vertex)];
    let least = Infinity;
    for (const target of this.targets) {
      least = Math.min(least, Math.abs(target.x - x) + Math.abs(target.y - y));
    }
    return least;
  }

  private reach(state: number, cost: number, from: number): void {
    this.reached[state] = this.round;
    this.best[state] = cost;
    this.previous[state] = from;
  }

  private edgeCost(vertex: number, next: number, turn: number, net: number): number {
    const first = Math.min(vertex, next);
    const horizontal = turn % 2 === 0;
    const factor = (horizontal ? this.costRight[first] : this.costDown[first]) ?? Infinity;
    const owner = (horizontal ? this.netRight[first] : this.netDown[first]) ?? 0;
    const length = horizontal
      ? Math.abs(this.xAt(vertex) - this.xAt(next))
      : Math.abs(this.yAt(vertex) - this.yAt(next));
    if (owner === net) return length * Math.min(factor, 1) * sharedFactor;
    return length * factor * (owner === 0 ? 1 : overlapFactor);
  }

  /** Whether going straight through this vertex crosses a wire of another net. */
  private crosses(vertex: number, turn: number, net: number): boolean {
    const across = turn % 2 === 0 ? this.netDown : this.netRight;
    const owner = across[vertex] ?? 0;
    return owner !== 0 && owner !== net;
  }

  private portUse(end: RouteEnd, net: number): number {
    const owner = this.ports.get(portKey(end));
    return owner === undefined || owner === net ? 0 : portCost;
  }

  private netOf(name: string): number {
    const known = this.nets.get(name);
    if (known !== undefined) return known;
    this.nets.set(name, this.nets.size + 1);
    return this.nets.size;
  }

  private occupy(path: readonly Point[], net: number): void {
    for (let i = 1; i < path.length; i++) {
      const a = path[i - 1];
      const b = path[i];
      if (a === undefined || b === undefined) continue;
      const first = Math.min(this.vertexAt(a), this.vertexAt(b));
      const nets = a.y === b.y ? this.netRight : this.netDown;
      if (nets[first] === 0) nets[first] = net;
    }
  }

  private pathTo(state: number): Point[] {
    const path: Point[] = [];
    for (let at = state; at >= 0; at = this.previous[at] ?? -1) {
      path.push({ x: this.xAt(at >> 2), y: this.yAt(at >> 2) });
    }
    return path.reverse();
  }

  private weigh(box: Box, factor: number, margin: number): void {
    const left = box.x - margin;
    const right = box.x + box.width + margin;
    const top = box.y - margin;
    const bottom = box.y + box.height + margin;
    const columns = this.xs.length;
    this.ys.forEach((y, row) => {
      const nextY = this.ys[row + 1] ?? y;
      if (nextY < top || y > bottom) return;
      this.xs.forEach((x, column) => {
        const nextX = this.xs[column + 1] ?? x;
        const vertex = row * columns + column;
        if (y > top && y < bottom && nextX > left && x < right) {
          this.costRight[vertex] = Math.max(this.costRight[vertex] ?? 1, factor);
        }
        if (x > left && x < right && nextY > top && y < bottom) {
          this.costDown[vertex] = Math.max(this.costDown[vertex] ?? 1, factor);
        }
      });
    });
  }

  private neighbour(vertex: number, turn: number): number {
    const columns = this.xs.length;
    const column = (vertex % columns) + (stepX[turn] ?? 0);
    const row = Math.floor(vertex / columns) + (stepY[turn] ?? 0);
    if (column < 0 || column >= columns || row < 0 || row >= this.ys.length) return -1;
    return row * columns + column;
  }

  private vertexAt(point: Point): number {
    return lineIndex(this.ys, point.y) * this.xs.length + lineIndex(this.xs, point.x);
  }

  private xAt(vertex: number): number {
    return this.xs[vertex % this.xs.length] ?? 0;
  }

  private yAt(vertex: number): number {
    return this.ys[Math.floor(vertex / this.xs.length)] ?? 0;
  }
}

function portKey(end: RouteEnd): string {
  return `${Math.round(end.at.x)} ${Math.round(end.at.y)}`;
}

/** Ascending: all lines that ends stand on, and of the others those that are not next to one. */
function linesOf(needed: readonly number[], useful: readonly number[]): number[] {
  const lines = [...new Set(needed.map(tenth))].sort((a, b) => a - b);
  const extra: number[] = [];
  let last = -Infinity;
  for (const line of [...useful].map(tenth).sort((a, b) => a - b)) {
    const next = lines[lineIndex(lines, line)] ?? Infinity;
    const before = lines[lineIndex(lines, line) - 1] ?? -Infinity;
    const nearest = Math.min(Math.abs(next - line), Math.abs(line - before), line - last);
    if (nearest < leastGap) continue;
    extra.push(line);
    last = line;
  }
  return [...lines, ...extra].sort((a, b) => a - b);
}

function lineIndex(lines: readonly number[], value: number): number {
  const wanted = Math.round(value * 10) / 10;
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function samePoint(a: Point, b: Point | undefined): boolean {
  return b !== undefined && Math.abs(a.x - b.x) < 0.06 && Math.abs(a.y - b.y) < 0.06;
}

function straight(request: RouteRequest): readonly Point[] {
  const [from] = request.from;
  const [to] = request.to;
  return from === undefined || to === undefined ? [] : [from.at, to.at];
}

/** Leaves out points in the middle of straight legs. */
export function simplified(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept[kept.length - 1];
    const before = kept[kept.length - 2];
    if (last !== undefined && samePoint(last, point)) continue;
    const inLine =
      last !== undefined &&
      before !== undefined &&
      ((Math.abs(before.x - last.x) < 0.06 && Math.abs(last.x - point.x) < 0.06) ||
        (Math.abs(before.y - last.y) < 0.06 && Math.abs(last.y - point.y) < 0.06));
    if (inLine) kept.pop();
    kept.push(point);
  }
  return kept;
}
