// Several processors change nothing that Go promises: every recorded program does on four of them
// what it does under the real toolchain. Only the folder of orders on one processor is left out.

import { expect, test } from 'vitest';
import { corpusPaths, difference, isRefused } from './testing/run-corpus.ts';

const programs = corpusPaths().filter(
  (path) => !path.startsWith('testdata/gmp/') && !isRefused(path),
);

test.each(programs)('%s does on four processors what Go does', (path) => {
  const found = difference(path, { kind: 'go', seed: 1 }, 4);
  expect(found?.got).toBe(found?.want);
});
