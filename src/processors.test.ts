// Several processors change nothing that Go promises: every recorded program with more than one
// goroutine does on four of them what it does under the real toolchain. Only the folder of orders on
// one processor is left out.

import { expect, test } from 'vitest';
import { corpusPaths, difference, isRefused, sourceOf } from './testing/run-corpus.ts';

const startsGoroutines = /\bgo\s|\.Go\(|AfterFunc|WithTimeout|WithDeadline|iter\.Pull|synctest/;

const programs = corpusPaths().filter(
  (path) =>
    !path.startsWith('testdata/gmp/') && !isRefused(path) && startsGoroutines.test(sourceOf(path)),
);

test.each(programs)('%s does on four processors what Go does', (path) => {
  const found = difference(path, { kind: 'go', seed: 1 }, 4);
  expect(found?.got).toBe(found?.want);
});
