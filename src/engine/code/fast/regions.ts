// A function's statement list cut into regions for the fast flavour. A region starts at a label, a
// place where a goroutine may go on after it has stopped, and holds what is reached from there
// without passing another label. Invariants: all targets of backward jumps are labels, so inside a
// region control only goes forward or back to its own label; every statement that can be reached is
// in exactly one region and dominated by its label.

import type { Func } from '../../go/ir/program.ts';
import { isStop, successors } from './control-flow.ts';

export interface Region {
  readonly label: number;
  /** Statements in an order in which those that come before come first. */
  readonly nodes: readonly number[];
  /** Whether something in it jumps back to the label. */
  readonly loops: boolean;
  /** Statements that are executed at most before the next label is met. */
  readonly cost: number;
  /** Statements that are met by more than one way and so closed before their ways are. */
  readonly merges: ReadonlyMap<number, readonly number[]>;
}

export interface Regions {
  /** In an order in which most jumps go to the next. */
  readonly list: readonly Region[];
  /** Label of each statement's region, -1 for what cannot be reached. */
  readonly regionOf: readonly number[];
}

/**
 * Cuts a function's statements; `isPure` as for emitting. No region is larger than `most` statements
 * in the order of execution.
 */
export function regionsOf(
  func: Func,
  isPure: (native: string) => boolean,
  most = Number.POSITIVE_INFINITY,
): Regions {
  const { code } = func;
  const next = code.map((instruction, index) => successors(instruction, index));
  const order = reversePostorder(next);
  const rank = new Array<number>(code.length).fill(-1);
  order.forEach((node, index) => {
    rank[node] = index;
  });
  const labels = findLabels(func, isPure, next, order, rank);
  order.forEach((node, index) => {
    if (index % most === 0) labels.add(node);
  });
  const regionOf = new Array<number>(code.length).fill(-1);
  const before: number[][] = code.map(() => []);
  for (const node of order) for (const to of next[node] ?? []) before[to]?.push(node);
  for (const node of order) {
    const sources = new Set((before[node] ?? []).map((source) => regionOf[source] ?? -1));
    const [only] = sources;
    const isOwn = labels.has(node) || sources.size !== 1 || only === undefined || only < 0;
    regionOf[node] = isOwn ? node : only;
  }
  const members = new Map<number, number[]>();
  for (const node of order) {
    const label = regionOf[node] ?? -1;
    const list = members.get(label);
    if (list === undefined) members.set(label, [node]);
    else list.push(node);
  }
  const list = [...members].map(([label, nodes]) => {
    const inside = (node: number): boolean => regionOf[node] === label && node !== label;
    return regionFrom(label, nodes, next, before, inside);
  });
  return { list, regionOf };
}

/** Statements from the first, those that lead to others before them, loops aside. */
export function reversePostorder(next: readonly (readonly number[])[]): number[] {
  const seen = new Set<number>([0]);
  const done: number[] = [];
  const path: { readonly node: number; at: number }[] = [{ node: 0, at: 0 }];
  for (;;) {
    const top = path.at(-1);
    if (top === undefined) return done.reverse();
    // The first way comes first in the result when it is walked last.
    const ways = next[top.node] ?? [];
    const to = ways[ways.length - 1 - top.at++];
    if (to === undefined) {
      done.push(top.node);
      path.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      path.push({ node: to, at: 0 });
    }
  }
}

function findLabels(
  func: Func,
  isPure: (native: string) => boolean,
  next: readonly (readonly number[])[],
  order: readonly number[],
  rank: readonly number[],
): Set<number> {
  const labels = new Set<number>([0]);
  for (const node of order) {
    const instruction = func.code[node];
    const stops = instruction !== undefined && isStop(func, instruction, isPure);
    for (const to of next[node] ?? []) {
      const isBackward = (rank[to] ?? 0) <= (rank[node] ?? 0);
      if (stops || isBackward) labels.add(to);
    }
  }
  return labels;
}

function regionFrom(
  label: number,
  nodes: readonly number[],
  next: readonly (readonly number[])[],
  before: readonly (readonly number[])[],
  inside: (node: number) => boolean,
): Region {
  const costs = new Map<number, number>();
  for (const node of [...nodes].reverse()) {
    const after = (next[node] ?? []).map((to) => (inside(to) ? (costs.get(to) ?? 0) : 0));
    costs.set(node, 1 + Math.max(0, ...after));
  }
  const loops = nodes.some((node) => (next[node] ?? []).includes(label));
  const merges = mergesOf(label, nodes, before, inside);
  return { label, nodes, loops, cost: costs.get(label) ?? 1, merges };
}

/** The merging statements that each statement immediately dominates, in order. */
function mergesOf(
  label: number,
  nodes: readonly number[],
  before: readonly (readonly number[])[],
  inside: (node: number) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const rank = new Map(nodes.map((node, index) => [node, index]));
  const dominator = new Map<number, number>([[label, label]]);
  const common = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y) {
      if ((rank.get(x) ?? 0) > (rank.get(y) ?? 0)) x = dominator.get(x) ?? label;
      else y = dominator.get(y) ?? label;
    }
    return x;
  };
  const merges = new Map<number, number[]>();
  for (const node of nodes) {
    if (!inside(node)) continue;
    const sources = before[node] ?? [];
    const nearest = sources.reduce((a, b) => common(a, b));
    dominator.set(node, nearest);
    if (sources.length < 2) continue;
    const list = merges.get(nearest);
    if (list === undefined) merges.set(nearest, [node]);
    else list.push(node);
  }
  return merges;
}
