// `x = atomic.AddInt64(&x, 1)`: the assignment is not atomic.

import type { CallExpr, Expr } from '../syntax/ast.ts';
import { calleeOrNull, isFunctionNamed } from './calls.ts';
import { expressionText } from './expression-text.ts';
import { type Analyzer, forEachNode, imports, type Pass } from './pass.ts';

const path = 'sync/atomic';
const additions = ['AddInt32', 'AddInt64', 'AddUint32', 'AddUint64', 'AddUintptr'];

export const atomic: Analyzer = {
  name: 'atomic',
  run(pass) {
    if (!imports(pass, path)) return;
    forEachNode(pass, ['AssignStmt'], ({ lhs, rhs, tok }) => {
      if (lhs.length !== rhs.length || (lhs.length === 1 && tok === ':=')) return;
      for (const [i, right] of rhs.entries()) {
        const left = lhs[i];
        if (left === undefined || right.kind !== 'CallExpr') continue;
        if (!isFunctionNamed(calleeOrNull(pass, right), path, ...additions)) continue;
        if (isOwnOperand(pass, left, right)) pass.report(left, 'direct assignment to atomic value');
      }
    });
  },
};

function isOwnOperand(pass: Pass, left: Expr, call: CallExpr): boolean {
  const [address] = call.args;
  if (address === undefined || call.args.length !== 2) return false;
  if (address.kind === 'UnaryExpr' && address.op === '&') {
    return expressionText(pass, left) === expressionText(pass, address.x);
  }
  if (left.kind !== 'StarExpr') return false;
  return expressionText(pass, left.x) === expressionText(pass, address);
}
