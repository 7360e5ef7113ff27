// `time.After` in a loop: ours, not part of `go vet`. Each round of the loop makes a new timer, so
// a timeout that should cover the whole loop starts again with every message.

import type { Node } from '../syntax/ast.ts';
import { forEachChild } from '../syntax/walk.ts';
import { calleeOrNull, isFunctionNamed } from './calls.ts';
import { type Analyzer, imports, type Pass } from './pass.ts';

const message =
  'time.After in a loop starts a new timer in every round: the timeout begins again each time. Make one timer before the loop (time.NewTimer, or a context with a deadline) if it should cover the whole loop, or reuse one with Reset';

export const timeAfter: Analyzer = {
  name: 'interleave:timeafter',
  run(pass) {
    if (!imports(pass, 'time')) return;
    for (const file of pass.files) visit(pass, file, false);
  },
};

// Only a wait among others is meant: `<-time.After(d)` alone is a pause, like Sleep.
function visit(pass: Pass, node: Node, inLoop: boolean): void {
  const loops = node.kind === 'ForStmt' || node.kind === 'RangeStmt';
  const inside = node.kind === 'FuncLit' ? false : loops || inLoop;
  if (inside && node.kind === 'SelectStmt' && node.body.list.length > 1) checkCases(pass, node);
  forEachChild(node, (child) => visit(pass, child, inside));
}

function checkCases(pass: Pass, select: Extract<Node, { kind: 'SelectStmt' }>): void {
  for (const { comm } of select.body.list) {
    const x = comm?.kind === 'ExprStmt' ? comm.x : comm?.kind === 'AssignStmt' ? comm.rhs[0] : null;
    if (x?.kind !== 'UnaryExpr' || x.x.kind !== 'CallExpr') continue;
    if (isFunctionNamed(calleeOrNull(pass, x.x), 'time', 'After')) pass.report(x.x, message);
  }
}
