// `f == nil` where f is a declared function, which is never nil.

import { usedIdentOrNull } from './calls.ts';
import { type Analyzer, forEachNode } from './pass.ts';

export const nilfunc: Analyzer = {
  name: 'nilfunc',
  run(pass) {
    forEachNode(pass, ['BinaryExpr'], (x) => {
      if (x.op !== '==' && x.op !== '!=') return;
      const isNil = (operand: typeof x.x): boolean =>
        pass.info.types.get(operand)?.mode === 'nilvalue';
      if (!isNil(x.x) && !isNil(x.y)) return;
      const ident = usedIdentOrNull(pass, isNil(x.x) ? x.y : x.x);
      const object = ident === null ? undefined : pass.info.uses.get(ident);
      if (object?.kind !== 'Func') return;
      const always = x.op === '!=';
      pass.report(x, `comparison of function ${object.name} ${x.op} nil is always ${always}`);
    });
  },
};
