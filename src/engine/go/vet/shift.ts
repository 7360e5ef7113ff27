// Shifts by at least the width of the value, which leave nothing of it.

import type { Expr, Node } from '../syntax/ast.ts';
import { inspect } from '../syntax/walk.ts';
import type { Value } from '../types/constant.ts';
import { toInt } from '../types/constant-operations.ts';
import { sizeOf } from '../types/sizes.ts';
import { expressionText } from './expression-text.ts';
import { type Analyzer, forEachNode, type Pass, typeOrNull } from './pass.ts';
import { termsOrNull } from './type-questions.ts';

export const shift: Analyzer = {
  name: 'shift',
  run(pass) {
    const dead = new Set<Node>();
    forEachNode(pass, ['IfStmt', 'SwitchStmt'], (node) => markDead(pass, node, dead));
    forEachNode(pass, ['AssignStmt', 'BinaryExpr'], (node) => {
      if (dead.has(node)) return;
      if (node.kind === 'BinaryExpr') {
        if (node.op === '<<' || node.op === '>>') check(pass, node, node.x, node.y);
        return;
      }
      const [left, right] = [node.lhs[0], node.rhs[0]];
      if (node.tok !== '<<=' && node.tok !== '>>=') return;
      if (left !== undefined && right !== undefined) check(pass, node, left, right);
    });
  },
};

function valueOf(pass: Pass, x: Expr): Value | null {
  return pass.info.types.get(x)?.value ?? null;
}

function check(pass: Pass, node: Node, x: Expr, y: Expr): void {
  // Shifts of constants are often made to find the width.
  if (valueOf(pass, x) !== null) return;
  const amount = valueOf(pass, y);
  const count = amount === null ? null : toInt(amount);
  const type = typeOrNull(pass, x);
  if (count?.kind !== 'int' || type === null) return;
  const sizes = new Set<bigint>();
  for (const term of termsOrNull(type) ?? []) sizes.add(8n * (sizeOf(term.type) ?? 0n));
  const smallest = [...sizes].reduce<bigint | null>(
    (least, size) => (least === null || size < least ? size : least),
    null,
  );
  // Vet leaves out counts of more than 63 bits.
  if (smallest === null || count.value < smallest || count.value >= 1n << 63n) return;
  const maybe = sizes.size > 1 ? 'may be ' : '';
  const width = `${maybe}${smallest} bits`;
  pass.report(node, `${expressionText(pass, x)} (${width}) too small for shift of ${count.value}`);
}

// Branches that a constant condition rules out, as code for other word sizes has them.
function markDead(
  pass: Pass,
  node: Extract<Node, { kind: 'IfStmt' | 'SwitchStmt' }>,
  dead: Set<Node>,
): void {
  const mark = (root: Node): void =>
    inspect(root, (child) => {
      dead.add(child);
      return true;
    });
  if (node.kind === 'IfStmt') {
    const condition = valueOf(pass, node.cond);
    if (condition?.kind !== 'bool') return;
    if (!condition.value) mark(node.body);
    else if (node.else !== null) mark(node.else);
    return;
  }
  const tag = node.tag === null ? null : valueOf(pass, node.tag);
  if (node.tag !== null && tag?.kind !== 'int') return;
  for (const clause of node.body.list) {
    if (clause.list === null) continue;
    const isRuledOut = clause.list.every((x) => {
      const value = valueOf(pass, x);
      if (tag === null) return value?.kind === 'bool' && !value.value;
      return value?.kind === 'int' && tag.kind === 'int' && value.value !== tag.value;
    });
    if (isRuledOut) mark(clause);
  }
}
