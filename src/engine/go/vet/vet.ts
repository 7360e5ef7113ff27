// The vet pass: what `go vet` finds in a checked package, and a hint of our own. Findings are in the
// order of `go vet -json`: by name of the analysis, then as the analysis finds them (the plain
// output of `go vet` puts the analyses in any order).
// Left out of Go's suite: what is about assembly, cgo, unsafe, HTTP, networks and older libraries.

import { displayPosition } from '../syntax/diagnostic.ts';
import type { FileSet } from '../syntax/pos.ts';
import type { CheckResult } from '../types/check.ts';
import { appends } from './appends.ts';
import { assign } from './assign.ts';
import { atomic } from './atomic.ts';
import { bools } from './bools.ts';
import { composites } from './composites.ts';
import { copylocks } from './copylocks.ts';
import { defers } from './defers.ts';
import { buildtag, directive } from './directives.ts';
import { errorsas } from './errorsas.ts';
import { ifaceassert } from './ifaceassert.ts';
import { loopclosure } from './loopclosure.ts';
import { lostcancel } from './lostcancel.ts';
import { nilfunc } from './nilfunc.ts';
import {
  type Analyzer,
  type Facts,
  type Finding,
  findingOf,
  type Pass,
  vetFormat,
} from './pass.ts';
import { printf } from './printf.ts';
import { shift } from './shift.ts';
import { sigchanyzer } from './sigchanyzer.ts';
import { slog } from './slog.ts';
import { stdmethods } from './stdmethods.ts';
import { stringintconv } from './stringintconv.ts';
import { structtag } from './structtag.ts';
import { testinggoroutine } from './testinggoroutine.ts';
import { tests } from './tests.ts';
import { timeAfter } from './time-after.ts';
import { timeformat } from './timeformat.ts';
import { unmarshal } from './unmarshal.ts';
import { unreachable } from './unreachable.ts';
import { unusedresult } from './unusedresult.ts';
import { waitgroup } from './waitgroup.ts';

export type { Facts, Finding } from './pass.ts';

/** By name; our own come last. */
const suite: readonly Analyzer[] = [
  ...[appends, assign, atomic, bools, buildtag, composites, copylocks, defers, directive],
  ...[errorsas, ifaceassert, loopclosure, lostcancel, nilfunc, printf, shift, sigchanyzer],
  ...[slog, stdmethods, stringintconv, structtag, testinggoroutine, tests, timeformat, unmarshal],
  ...[unreachable, unusedresult, waitgroup, timeAfter],
];

/** Facts to begin with; packages vetted with the same facts know of one another's functions. */
export function newFacts(): Facts {
  return { printKinds: new Map(), noReturn: new Set() };
}

/**
 * The findings in a package without errors; `path` is what types of the package are qualified
 * with, as the go command names it.
 */
export function vetPackage(
  fset: FileSet,
  { pkg, files, info }: CheckResult,
  path: string,
  facts: Facts = newFacts(),
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { name, run } of suite) {
    const pass: Pass = {
      ...{ fset, pkg, files, info, facts },
      format: vetFormat(pkg, path),
      report: (range, message) => findings.push(findingOf(name, range, message)),
    };
    run(pass);
  }
  return findings;
}

/** Whether a finding is Go's, so that `go vet` would have it too. */
export function isGoFinding(finding: Finding): boolean {
  return !finding.analyzer.startsWith('interleave:');
}

/** A finding as `go vet` prints it: `prog.go:7:2: message`. */
export function findingText(fset: FileSet, finding: Finding): string {
  const source = fset.fileOrNull(finding.pos);
  const place = source === null ? '' : displayPosition(source, finding.pos).replace(/^\.\//, '');
  const mark = isGoFinding(finding) ? '' : 'interleave: ';
  return `${place}: ${mark}${finding.message}`;
}
