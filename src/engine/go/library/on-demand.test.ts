// Of the library only what a program needs is parsed and checked; a library that is checked whole,
// body by body, gives the same program to the last instruction, and the same errors.

import { expect, test } from 'vitest';
import { corpusPaths, sourceOf } from '../../../testing/run-corpus.ts';
import { compile, type SourceText } from '../../engine.ts';
import { printProgram } from '../ir/print-ir.ts';

/** The listing of what is wrong, or the whole program, by lines. */
function outcome(path: string, wholeLibrary: boolean): readonly string[] {
  const sources: readonly SourceText[] = [{ name: 'prog.go', text: sourceOf(path) }];
  const compiled = compile(sources, { wholeLibrary });
  if (!compiled.ok) return compiled.text.split('\n');
  const { types, globals, sites } = compiled.program;
  const printed = printProgram(compiled.program, { library: true, source: true });
  const parts = [...types, ...globals, ...sites].map((part) => JSON.stringify(part));
  return [...printed.split('\n'), ...parts];
}

function firstDifference(as: readonly string[], bs: readonly string[]) {
  const at = as.findIndex((a, i) => a !== bs[i]);
  if (at < 0) return as.length === bs.length ? null : { from: as.length, of: bs.length };
  return { line: at, onDemand: as[at], whole: bs[at] };
}

test.each(corpusPaths())('%s needs nothing that was not checked', (path) => {
  const found = outcome(path, false);
  expect(found).not.toHaveLength(0);
  expect(firstDifference(found, outcome(path, true))).toBeNull();
});
