// Before placing: nodes become units (a column of goroutines of one go statement, or one object),
// and units get ranks by the direction in which data flows.
// Invariants: every node is in exactly one unit; the arcs that remain between ranked units have no
// cycle; a goroutine that both starts and ends the flow is on the floor, below it.

import type { TopologyGraph, TopologyNode } from './topology-model.ts';
import { dialsOf } from './topology-size.ts';

export interface Unit {
  readonly key: string;
  readonly nodes: readonly TopologyNode[];
  readonly isObject: boolean;
  /** Order of first appearance. */
  readonly index: number;
}

export interface RankedUnits {
  /** Left to right; each in order of first appearance. */
  readonly ranks: readonly (readonly Unit[])[];
  /** Below the flow: loops, then what has no wires. */
  readonly floor: readonly Unit[];
  /** Of the floor: what has no wires, and may stand anywhere. */
  readonly loose: readonly Unit[];
  /** Of the ranked units: unit → units that come after it. */
  readonly arcs: ReadonlyMap<Unit, readonly Unit[]>;
}

interface Flow {
  readonly units: readonly Unit[];
  readonly after: Map<Unit, Set<Unit>>;
}

/** Ranks the units of a graph. Dials that stand above their goroutine are in no unit. */
export function rankUnits(graph: TopologyGraph): RankedUnits {
  const flow = flowOf(graph);
  const floor: Unit[] = [];
  breakCycles(flow, floor);
  const inFlow = flow.units.filter((unit) => !floor.includes(unit));
  const isolated = inFlow.filter((unit) => degree(flow, unit) === 0);
  const connected = inFlow.filter((unit) => !isolated.includes(unit));
  const ranks = ranksOf(flow, connected);
  const loose: Unit[] = [];
  for (const unit of isolated) {
    if (unit.isObject || (unit.nodes.length === 1 && connected.length > 0)) loose.push(unit);
    else ranks.push([unit]);
  }
  const arcs = new Map<Unit, readonly Unit[]>();
  for (const unit of connected) {
    arcs.set(
      unit,
      [...(flow.after.get(unit) ?? [])].filter((next) => connected.includes(next)),
    );
  }
  // What has no wires stands left of what closes the loop.
  return { ranks, floor: [...loose, ...floor], loose, arcs };
}

/** All units and the arcs between them, cycles and all. */
export function unitsOf(graph: TopologyGraph): {
  readonly units: readonly Unit[];
  readonly arcs: readonly (readonly [Unit, Unit])[];
} {
  const { units, after } = flowOf(graph);
  const arcs = [...after].flatMap(([unit, nexts]) =>
    [...nexts].map((next): readonly [Unit, Unit] => [unit, next]),
  );
  return { units, arcs };
}

function flowOf(graph: TopologyGraph): Flow {
  const dials = new Set([...dialsOf(graph).values()].flat());
  const byKey = new Map<string, TopologyNode[]>();
  for (const node of graph.nodes) {
    if (dials.has(node)) continue;
    const key = node.kind === 'object' ? node.key : node.group;
    const members = byKey.get(key);
    if (members === undefined) byKey.set(key, [node]);
    else members.push(node);
  }
  const unitOf = new Map<string, Unit>();
  const units: Unit[] = [];
  for (const [key, nodes] of byKey) {
    const isObject = nodes[0]?.kind === 'object';
    const unit: Unit = { key, nodes, isObject, index: units.length };
    units.push(unit);
    for (const node of nodes) unitOf.set(node.key, unit);
  }
  const after = new Map<Unit, Set<Unit>>(units.map((unit) => [unit, new Set<Unit>()]));
  for (const edge of graph.edges) {
    const goroutine = unitOf.get(edge.goroutineNode);
    const object = unitOf.get(edge.objectNode);
    if (goroutine === undefined || object === undefined) continue;
    if (edge.direction === 'in') after.get(goroutine)?.add(object);
    else after.get(object)?.add(goroutine);
  }
  return { units, after };
}

function degree(flow: Flow, unit: Unit): number {
  let count = flow.after.get(unit)?.size ?? 0;
  for (const next of flow.after.values()) if (next.has(unit)) count += 1;
  return count;
}

/** Takes single goroutines out of cycles, main first; where there are none, turns an arc around. */
function breakCycles(flow: Flow, floor: Unit[]): void {
  for (let round = 0; round < flow.units.length + 8; round++) {
    const cycle = cyclicPart(flow);
    if (cycle.length === 0) return;
    const candidates = cycle.filter((unit) => !unit.isObject && unit.nodes.length === 1);
    const [first] = candidates.sort((a, b) => loopWeight(flow, b) - loopWeight(flow, a));
    if (first !== undefined && floor.length < 3) {
      detach(flow, first);
      floor.push(first);
    } else turnArc(flow, cycle);
  }
}

function loopWeight(flow: Flow, unit: Unit): number {
  return (unit.key === 'main' ? 1000 : 0) + degree(flow, unit) - unit.index / 1000;
}

function detach(flow: Flow, unit: Unit): void {
  flow.after.get(unit)?.clear();
  for (const next of flow.after.values()) next.delete(unit);
}

/** The last arc back to the earliest unit of the cycle disappears. */
function turnArc(flow: Flow, cycle: readonly Unit[]): void {
  const [first] = [...cycle].sort((a, b) => a.index - b.index);
  if (first === undefined) return;
  for (const unit of cycle) {
    const next = flow.after.get(unit);
    if (next?.delete(first)) return;
  }
}

/** Units that lie on a cycle: what is left after peeling off sources and sinks. */
function cyclicPart(flow: Flow): Unit[] {
  const left = new Set(flow.units);
  for (;;) {
    const removable = [...left].filter((unit) => {
      const hasOut = [...(flow.after.get(unit) ?? [])].some((next) => left.has(next));
      const hasIn = [...left].some((other) => flow.after.get(other)?.has(unit));
      return !hasOut || !hasIn;
    });
    if (removable.length === 0) return [...left];
    for (const unit of removable) left.delete(unit);
  }
}

/** Longest path from the sources; then sources move up to what they feed. */
function ranksOf(flow: Flow, units: readonly Unit[]): Unit[][] {
  const rank = new Map<Unit, number>(units.map((unit) => [unit, 0]));
  for (let round = 0; round < units.length; round++) {
    let changed = false;
    for (const unit of units) {
      for (const next of flow.after.get(unit) ?? []) {
        const wanted = (rank.get(unit) ?? 0) + 1;
        if ((rank.get(next) ?? 0) >= wanted) continue;
        rank.set(next, wanted);
        changed = true;
      }
    }
    if (!changed) break;
  }
  for (const unit of [...units].reverse()) {
    const next = [...(flow.after.get(unit) ?? [])].map((other) => rank.get(other) ?? 0);
    const isSource = ![...flow.after.values()].some((others) => others.has(unit));
    if (isSource && next.length > 0) rank.set(unit, Math.min(...next) - 1);
  }
  const ranks: Unit[][] = [];
  for (const unit of units) {
    const at = rank.get(unit) ?? 0;
    while (ranks.length <= at) ranks.push([]);
    ranks[at]?.push(unit);
  }
  return ranks.filter((members) => members.length > 0);
}
