// Evaluating emitted text on Node. The text is built from the IR only; see engine/code/unit.ts.

import type { Evaluate } from '../engine/engine.ts';

export const evaluate: Evaluate = (parameterNames, body) =>
  new Function(...parameterNames, body) as ReturnType<Evaluate>;
