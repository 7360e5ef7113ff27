// `x = x`: assignments that change nothing.

import type { Expr } from '../syntax/ast.ts';
import { under } from '../types/under.ts';
import { unparen } from './calls.ts';
import { hasNoEffects } from './effects.ts';
import { expressionText } from './expression-text.ts';
import { type Analyzer, forEachNode, type Pass, typeOrNull } from './pass.ts';

export const assign: Analyzer = {
  name: 'assign',
  run(pass) {
    forEachNode(pass, ['AssignStmt'], (statement) => {
      const { lhs, rhs } = statement;
      if (statement.tok !== '=' || lhs.length !== rhs.length) return;
      const same = lhs.flatMap((left, i) => {
        const right = rhs[i];
        const text = right === undefined ? null : selfAssignmentOrNull(pass, left, right);
        return text === null ? [] : [text];
      });
      if (same.length > 0) pass.report(statement.pos, `self-assignment of ${same.join(', ')}`);
    });
  },
};

function selfAssignmentOrNull(pass: Pass, left: Expr, right: Expr): string | null {
  if (left.kind !== right.kind || isMapIndex(pass, left)) return null;
  if (!hasNoEffects(pass, left) || !hasNoEffects(pass, right)) return null;
  const text = expressionText(pass, left);
  return text === expressionText(pass, right) ? text : null;
}

// `m[k] = m[k]` may add an entry.
function isMapIndex(pass: Pass, x: Expr): boolean {
  const inner = unparen(x);
  if (inner.kind !== 'IndexExpr') return false;
  const type = typeOrNull(pass, inner.x);
  return type !== null && under(type).kind === 'Map';
}
