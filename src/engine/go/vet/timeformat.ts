// `t.Format("2006-02-01")`: day and month the wrong way round.

import type { Expr } from '../syntax/ast.ts';
import { addToPos } from '../syntax/pos.ts';
import { calleeOrNull, isFunctionNamed, isMethodNamed } from './calls.ts';
import { type Analyzer, forEachNode, type Pass } from './pass.ts';

const bad = '2006-02-01';
const good = '2006-01-02';

export const timeformat: Analyzer = {
  name: 'timeformat',
  run(pass) {
    forEachNode(pass, ['CallExpr'], (call) => {
      const callee = calleeOrNull(pass, call);
      const isFormat = isMethodNamed(callee, 'time', 'Time', 'Format');
      if (!isFormat && !isFunctionNamed(callee, 'time', 'Parse')) return;
      const [layout] = call.args;
      const at = layout === undefined ? -1 : indexOfBadLayout(pass, layout);
      if (layout === undefined || at < 0) return;
      const message = `${bad} should be ${good}`;
      if (layout.kind !== 'BasicLit') return pass.report(layout.pos, message);
      const pos = addToPos(layout.pos, at + 1);
      pass.report({ pos, end: addToPos(pos, bad.length) }, message);
    });
  },
};

function indexOfBadLayout(pass: Pass, x: Expr): number {
  const known = pass.info.types.get(x);
  if (known?.type.kind !== 'Basic' || known.value?.kind !== 'string') return -1;
  return known.value.bytes.indexOf(bad);
}
