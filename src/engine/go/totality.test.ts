// Checking is total as well: whatever is cut off or left out of a program of the repository, the
// front end ends, does not throw, and every diagnostic lies in the program.

import { expect, test } from 'vitest';
import { corpusPaths, sourceOf } from '../../testing/run-corpus.ts';
import { checkSources } from './compile.ts';
import { unpackOrNull } from './archive/archive.ts';
import { evenly } from './syntax/testing/evenly.ts';
import { scan } from './syntax/scanner.ts';
import { FileSet, offsetIn } from './syntax/pos.ts';

function demandTotal(text: string): void {
  const { fset, diagnostics } = checkSources([{ name: 'prog.go', text }]);
  // A plain comparison, as this runs some hundred thousand times.
  const isInside = diagnostics.every(({ pos }) => fset.fileOrNull(pos) !== null || isModule(text));
  if (!isInside) expect.fail(`misplaced diagnostic in ${text}`);
}

// What is wrong with a module as a whole has no place.
function isModule(text: string): boolean {
  return unpackOrNull(text) !== null;
}

test.each(corpusPaths())('%s, cut short or with a token missing, is checked', (path) => {
  const text = sourceOf(path);
  const file = new FileSet().addFile(path, text);
  for (const token of evenly(scan(file), 150)) {
    const begin = offsetIn(file, token.pos);
    const end = offsetIn(file, token.end);
    demandTotal(text.slice(0, begin));
    if (end > begin) demandTotal(text.slice(0, begin) + text.slice(end));
  }
});
