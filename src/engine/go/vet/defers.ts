// `defer f(time.Since(start))`: the argument is evaluated when the defer statement is.

import { inspect } from '../syntax/walk.ts';
import { calleeOrNull, isFunctionNamed } from './calls.ts';
import { type Analyzer, forEachNode, imports } from './pass.ts';

export const defers: Analyzer = {
  name: 'defers',
  run(pass) {
    if (!imports(pass, 'time')) return;
    forEachNode(pass, ['DeferStmt'], (statement) => {
      inspect(statement.call, (node) => {
        if (node.kind === 'CallExpr') {
          if (isFunctionNamed(calleeOrNull(pass, node), 'time', 'Since')) {
            pass.report(node.pos, 'call to time.Since is not deferred');
          }
        }
        return node.kind !== 'FuncLit';
      });
    });
  },
};
