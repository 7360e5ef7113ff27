// Vector clocks: for each goroutine the latest of its times that happened before. Immutable trees
// with 32 children per node. Invariant: joining shares whatever is equal, so that ten thousand
// goroutines with a common past cost little more than one.

/** Times by goroutine id; absent ones are 0. */
export interface Clock {
  /** Bits of an id below those that choose among the root's children. */
  readonly shift: number;
  readonly root: Tree;
}

/** Times in a leaf, trees above. */
type Tree = readonly (number | Tree | undefined)[];

const bits = 5;
const mask = 31;

export const emptyClock: Clock = { shift: 0, root: [] };

/** The time of a goroutine. */
export function timeIn(clock: Clock, id: number): number {
  if (id >> clock.shift > mask) return 0;
  let node: number | Tree | undefined = clock.root;
  for (let shift = clock.shift; shift >= 0; shift -= bits) {
    if (node === undefined || typeof node === 'number') return 0;
    node = node[(id >> shift) & mask];
  }
  return typeof node === 'number' ? node : 0;
}

/** The clock with another time for one goroutine. */
export function withTime(clock: Clock, id: number, time: number): Clock {
  let { shift, root } = clock;
  while (id >> shift > mask) {
    root = [root];
    shift += bits;
  }
  return { shift, root: replaced(root, shift, id, time) };
}

function replaced(tree: Tree | undefined, shift: number, id: number, time: number): Tree {
  const copy = tree === undefined ? [] : tree.slice();
  const at = (id >> shift) & mask;
  // A hole would make the array slow.
  while (copy.length < at) copy.push(undefined);
  if (shift === 0) copy[at] = time;
  else copy[at] = replaced(copy[at] as Tree | undefined, shift - bits, id, time);
  return copy;
}

/** The later of both times for each goroutine. */
export function joined(a: Clock, b: Clock): Clock {
  if (a === b || b.root === a.root) return a;
  const shift = Math.max(a.shift, b.shift);
  const root = joinedTrees(lifted(a, shift), lifted(b, shift), shift);
  if (root === a.root) return a;
  return root === b.root ? b : { shift, root };
}

function lifted(clock: Clock, shift: number): Tree {
  let { root } = clock;
  for (let at = clock.shift; at < shift; at += bits) root = [root];
  return root;
}

function joinedTrees(a: Tree, b: Tree, shift: number): Tree {
  const length = Math.max(a.length, b.length);
  const parts: (number | Tree | undefined)[] = [];
  let [isA, isB] = [a.length === length, b.length === length];
  for (let i = 0; i < length; i++) {
    const part = joinedParts(a[i], b[i], shift);
    if (part !== a[i]) isA = false;
    if (part !== b[i]) isB = false;
    parts.push(part);
  }
  if (isA) return a;
  return isB ? b : parts;
}

function joinedParts(
  a: number | Tree | undefined,
  b: number | Tree | undefined,
  shift: number,
): number | Tree | undefined {
  if (a === b || b === undefined) return a;
  if (a === undefined) return b;
  if (typeof a === 'number' || typeof b === 'number') return Math.max(a as number, b as number);
  return joinedTrees(a, b, shift - bits);
}
