// A function's statement list as nested loops and blocks, as JS has them. Invariants: what dominates
// comes before what it dominates; code after a loop stands outside it; only control flow in which
// every loop has one way in has a structure (`goto` can make others).

import type { Func } from '../../go/ir/program.ts';
import { successors } from './control-flow.ts';
import { reversePostorder } from './regions.ts';

export interface Structure {
  /** Statements that something after them jumps back to. */
  readonly heads: ReadonlySet<number>;
  /** Statements that are met by more than one way, by the statement whose ways they close. */
  readonly merges: ReadonlyMap<number, readonly number[]>;
  /** Statements that follow a loop, by its head. */
  readonly afterLoop: ReadonlyMap<number, readonly number[]>;
  /** All that `merges` and `afterLoop` list. */
  readonly followers: ReadonlySet<number>;
}

/** The structure; null where there is none. */
export function structureOf(func: Func): Structure | null {
  const next = func.code.map((instruction, index) => successors(instruction, index));
  const order = reversePostorder(next);
  const rank = new Map(order.map((node, index) => [node, index]));
  const rankOf = (node: number): number => rank.get(node) ?? -1;
  const before = new Map<number, number[]>(order.map((node) => [node, []]));
  for (const node of order) for (const to of next[node] ?? []) before.get(to)?.push(node);
  const isBack = (from: number, to: number): boolean => rankOf(to) <= rankOf(from);
  const dominators = dominatorsOf(order, rankOf, before, isBack);
  const loops = new Map<number, ReadonlySet<number>>();
  for (const head of order) {
    const ends = (before.get(head) ?? []).filter((from) => isBack(from, head));
    if (ends.length === 0) continue;
    if (ends.some((end) => !dominates(dominators, rankOf, head, end))) return null;
    loops.set(head, bodyOf(head, ends, before));
  }
  const merges = new Map<number, number[]>();
  const afterLoop = new Map<number, number[]>();
  const followers = new Set<number>();
  for (const node of order) {
    if (node === 0) continue;
    const dominator = dominators.get(node) ?? 0;
    const ways = (before.get(node) ?? []).filter((from) => !isBack(from, node));
    // Heads come in order, so the first loop found is the outermost.
    const left = [...loops].find(([, body]) => body.has(dominator) && !body.has(node));
    if (left === undefined && ways.length < 2) continue;
    followers.add(node);
    add(left === undefined ? merges : afterLoop, left?.[0] ?? dominator, node);
  }
  return { heads: new Set(loops.keys()), merges, afterLoop, followers };
}

function add(lists: Map<number, number[]>, key: number, node: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [node]);
  else list.push(node);
}

/** Immediate dominators. One walk in order is enough: loops have one way in, or that is found out. */
function dominatorsOf(
  order: readonly number[],
  rankOf: (node: number) => number,
  before: ReadonlyMap<number, readonly number[]>,
  isBack: (from: number, to: number) => boolean,
): ReadonlyMap<number, number> {
  const dominators = new Map<number, number>([[0, 0]]);
  const common = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y) {
      if (rankOf(x) > rankOf(y)) x = dominators.get(x) ?? 0;
      else y = dominators.get(y) ?? 0;
    }
    return x;
  };
  for (const node of order) {
    if (node === 0) continue;
    const ways = (before.get(node) ?? []).filter((from) => !isBack(from, node));
    dominators.set(node, ways.reduce(common));
  }
  return dominators;
}

function dominates(
  dominators: ReadonlyMap<number, number>,
  rankOf: (node: number) => number,
  above: number,
  node: number,
): boolean {
  let at = node;
  while (rankOf(at) > rankOf(above)) at = dominators.get(at) ?? 0;
  return at === above;
}

/** The statements from which a loop's end is reached without its head. */
function bodyOf(
  head: number,
  ends: readonly number[],
  before: ReadonlyMap<number, readonly number[]>,
): ReadonlySet<number> {
  const body = new Set([head]);
  const work = [...ends];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (body.has(node)) continue;
    body.add(node);
    work.push(...(before.get(node) ?? []));
  }
  return body;
}
