// Every recorded program does here what it does under the real toolchain: the same output, panic
// and fatal-error text, compile errors and exit code. The records are made by scripts/oracle.mjs.

import { expect, test } from 'vitest';
import { corpusPaths, difference } from './testing/run-corpus.ts';

test.each(corpusPaths())('%s does what it does under the real toolchain', (path) => {
  const found = difference(path, { kind: 'go', seed: 1 });
  expect(found?.got).toBe(found?.want);
});
