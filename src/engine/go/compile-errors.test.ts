// Programs that gc refuses are refused in the same words, at the same places, in the same order.

import { expect, test } from 'vitest';
import { normaliseOutcome, parseExpectation } from '../../../scripts/expectation.mjs';
import { corpusPaths, isRefused, moduleOf, recordOf, sourceOf } from '../../testing/run-corpus.ts';
import { checkSources, diagnosticText } from './compile.ts';

const refused = corpusPaths().filter(isRefused);

test.each(refused)('%s is refused as by gc', (path) => {
  const result = checkSources([{ name: 'prog.go', text: sourceOf(path) }]);
  const outcome = { kind: 'refused', build: diagnosticText(result), exit: 1 } as const;
  const module = moduleOf(path);
  const wanted = parseExpectation(sourceOf(recordOf(path)));
  expect(wanted.map((each) => normaliseOutcome(each, module))).toContainEqual(
    normaliseOutcome(outcome, module),
  );
});
