// Programs that gc refuses are refused in the same words, at the same places, in the same order.

import { expect, test } from 'vitest';
import { normaliseOutcome, parseExpectation } from '../../../scripts/expectation.mjs';
import { corpusPaths, isRefused, sourceOf } from '../../testing/run-corpus.ts';
import { checkSources, diagnosticText } from './compile.ts';

const refused = corpusPaths().filter(isRefused);

test.each(refused)('%s is refused as by gc', (path) => {
  const result = checkSources([{ name: 'prog.go', text: sourceOf(path) }]);
  const outcome = { kind: 'refused', build: diagnosticText(result), exit: 1 } as const;
  const wanted = parseExpectation(sourceOf(path.replace(/\.go$/, '.out')));
  expect(wanted.map(normaliseOutcome)).toContainEqual(normaliseOutcome(outcome));
});
