// `go func() { wg.Add(1) … }()`: Wait may come before Add.

import type { CallExpr, GoStmt } from '../syntax/ast.ts';
import { calleeOrNull, isMethodNamed } from './calls.ts';
import { type Analyzer, forEachNode, imports } from './pass.ts';

export const waitgroup: Analyzer = {
  name: 'waitgroup',
  run(pass) {
    if (!imports(pass, 'sync')) return;
    forEachNode(pass, ['GoStmt'], (statement) => {
      const call = firstCallOrNull(statement);
      if (call === null) return;
      if (!isMethodNamed(calleeOrNull(pass, call), 'sync', 'WaitGroup', 'Add')) return;
      pass.report(call.lparen, 'WaitGroup.Add called from inside new goroutine');
    });
  },
};

// The call that is the first statement of the function literal that is started.
function firstCallOrNull({ call }: GoStmt): CallExpr | null {
  if (call.kind !== 'CallExpr' || call.fun.kind !== 'FuncLit') return null;
  const [first] = call.fun.body.list;
  return first?.kind === 'ExprStmt' && first.x.kind === 'CallExpr' ? first.x : null;
}
