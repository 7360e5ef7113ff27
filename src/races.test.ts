// The detector of data races says of every recorded program what Go's own detector says of it, in
// the same words; and it is silent about all programs that Go's detector finds clean.

import { expect, test } from 'vitest';
import { corpusPaths } from './testing/run-corpus.ts';
import { raceDifference, racePaths, racesIn } from './testing/run-races.ts';

/** Programs of the corpus in which Go's own detector finds races too. */
const racy = [
  'testdata/gmp/run-queue-overflow.go',
  'testdata/programs/channels/misuse-texts.go',
  'testdata/programs/misuse/wg-reuse.go',
  'testdata/programs/nondeterministic/lost-update.go',
  'testdata/programs/time/after-func.go',
];

/** What Go's runtime notices only when two processors meet in a map. */
const byChance = ['testdata/race/concurrent-map-writes.go'];

test.each(byChance)('%s is reported as a race, however the goroutines meet', (path) => {
  expect(racesIn(path, { kind: 'go', seed: 1 })).not.toEqual([]);
});

test.each(racePaths().filter((path) => !byChance.includes(path)))(
  '%s is reported as under the real detector',
  (path) => {
    const found = raceDifference(path, { kind: 'go', seed: 1 });
    expect(found?.got).toBe(found?.want);
  },
);

test.each(corpusPaths().filter((path) => !racy.includes(path)))('%s has no race', (path) => {
  expect(racesIn(path, { kind: 'go', seed: 1 })).toEqual([]);
});

test.each(racy)('%s has a race', (path) => {
  expect(racesIn(path, { kind: 'go', seed: 1 })).not.toEqual([]);
});
