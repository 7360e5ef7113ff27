// Of the library only what a program needs is parsed, checked and lowered, and what another program
// needed before is taken from there; a library that is checked whole, body by body, and lowered for
// this program alone gives the same program to the last number, and the same errors.

import { expect, test } from 'vitest';
import { corpusPaths, sourceOf } from '../../../testing/run-corpus.ts';
import { compile, type SourceText } from '../../engine.ts';
import { printProgram } from '../ir/print-ir.ts';
import type { Func } from '../ir/program.ts';

/** The listing of what is wrong, or the whole program, by lines. */
function outcome(path: string, wholeLibrary: boolean): readonly string[] {
  const sources: readonly SourceText[] = [{ name: 'prog.go', text: sourceOf(path) }];
  const compiled = compile(sources, { wholeLibrary });
  if (!compiled.ok) return compiled.text.split('\n');
  const { types, globals, sites, funcs, entry } = compiled.program;
  const printed = printProgram(compiled.program, { library: true, source: true });
  const parts = [...types, ...globals, ...sites, ...funcs.map(whole), entry].map(json);
  return [...printed.split('\n'), ...parts];
}

/** All that a function consists of, whatever it is made of. */
function whole(func: Func): Func {
  const { id, name, library, pos, end, locals, captureCount, paramCount, results } = func;
  const { resultTypes, hasDefer, code, wrapper } = func;
  return {
    ...{ id, name, library, pos, end, locals, captureCount, paramCount, results },
    ...{ resultTypes, hasDefer, code, ...(wrapper === true ? { wrapper } : {}) },
  };
}

function json(part: unknown): string {
  return JSON.stringify(part, (_, each) => (typeof each === 'bigint' ? `${each}n` : each));
}

function firstDifference(as: readonly string[], bs: readonly string[]) {
  const at = as.findIndex((a, i) => a !== bs[i]);
  if (at < 0) return as.length === bs.length ? null : { from: as.length, of: bs.length };
  return { line: at, onDemand: as[at], whole: bs[at] };
}

test.each(corpusPaths())('%s has the library that it would have alone', (path) => {
  const found = outcome(path, false);
  expect(found).not.toHaveLength(0);
  expect(firstDifference(found, outcome(path, true))).toBeNull();
});
