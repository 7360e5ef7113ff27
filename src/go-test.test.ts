// Every recorded test package does here what it does under the real `go test`: the same output,
// panics, summaries and exit code. The records are made by scripts/test-oracle.mjs.

import { expect, test } from 'vitest';
import { recordHere, recordOf, testArchives } from './testing/run-tests.ts';

test.each(testArchives())('the tests of %s do what they do under go test', (name) => {
  expect(recordHere(name, { kind: 'go', seed: 1 })).toBe(recordOf(name));
});
