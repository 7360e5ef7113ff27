// `append(s)` with nothing to append.

import { type Analyzer, forEachNode } from './pass.ts';

export const appends: Analyzer = {
  name: 'appends',
  run(pass) {
    forEachNode(pass, ['CallExpr'], (call) => {
      if (pass.info.builtinCalls.get(call) === 'append' && call.args.length === 1) {
        pass.report(call, 'append with no values');
      }
    });
  },
};
