// The height of trees, measured without recursion. Later stages recurse over the tree; this bound,
// checked once after parsing, is why they need no guard of their own.

import type { Node } from './ast.ts';
import { forEachChild } from './walk.ts';

/** The greatest height of a tree that leaves the parser. */
export const maxTreeHeight = 1000;

/** The first node found more than `maxTreeHeight` levels below `root`, or null. */
export function depthLimitExceededAt(root: Node): Node | null {
  let level: Node[] = [root];
  for (let height = 0; level.length > 0; height++) {
    if (height > maxTreeHeight) return level[0] ?? null;
    const below: Node[] = [];
    for (const node of level) forEachChild(node, (child) => below.push(child));
    level = below;
  }
  return null;
}
