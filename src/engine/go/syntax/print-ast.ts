// The syntax tree as indented text for people and for tests: one node a line with its position,
// its role in the parent, its kind, and its own words (names, literals, operators).
// It reads the fields of the nodes themselves, so that a new node kind is shown without a change.

import type { Node } from './ast.ts';
import { displayPosition } from './diagnostic.ts';
import type { SourceFile } from './pos.ts';

// Fields that are shown elsewhere or say nothing about the program.
const hiddenFields: ReadonlySet<string> = new Set(['kind', 'pos', 'end', 'source', 'imports']);

/** Prints `node`, a part of the tree of `source`, with a newline after each line. */
export function printAst(node: Node, source: SourceFile): string {
  const lines: string[] = [];
  printNode(node, '', 0, source, lines);
  return lines.map((line) => `${line}\n`).join('');
}

function printNode(
  node: Node,
  role: string,
  depth: number,
  source: SourceFile,
  lines: string[],
): void {
  const position = displayPosition(source, node.pos).replace(/^.*?:(\d+:\d+)$/, '$1');
  const words: string[] = [];
  const children: (readonly [role: string, child: Node])[] = [];
  for (const [field, value] of Object.entries(node) as readonly [string, unknown][]) {
    if (hiddenFields.has(field)) continue;
    if (typeof value === 'string') words.push(value);
    else if (value === true) words.push(field);
    else if (isNode(value)) children.push([field, value]);
    else if (Array.isArray(value)) {
      const list = value.filter(isNode);
      list.forEach((child, i) => {
        children.push([list.length > 1 ? `${field}[${i}]` : field, child]);
      });
    }
  }
  const label = role === '' ? '' : `${role}: `;
  const own = words.length === 0 ? '' : ` ${words.join(' ')}`;
  lines.push(`${position.padStart(7)}  ${'  '.repeat(depth)}${label}${node.kind}${own}`);
  for (const [childRole, child] of children) printNode(child, childRole, depth + 1, source, lines);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && 'pos' in value;
}
