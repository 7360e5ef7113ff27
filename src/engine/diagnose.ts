// What is wrong with a program, for people and editors: the diagnostics that the go command would
// show, or what vet warns of. Invariant: nothing here throws for any text; what is found is data.

import {
  checkSources,
  diagnosticText,
  type FrontEndOptions,
  type FrontEndResult,
  type SourceText,
  type TestedPackage,
} from './go/compile.ts';
import { type Diagnostic, formatDiagnostics, listDiagnostics } from './go/syntax/diagnostic.ts';
import { type FileSet, lineAt, offsetIn, type Pos } from './go/syntax/pos.ts';
import { testMain } from './go/test-main/test-main.ts';
import { inParserWords, isParserError } from './go/vet/parser-words.ts';
import { findingText, isGoFinding, newFacts, vetPackage } from './go/vet/vet.ts';

/** A diagnostic for an editor: lines and columns from 1, columns in UTF-16 units, end exclusive. */
export interface PlacedDiagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** Set for what is likely a mistake but compiles. */
  readonly severity?: 'warning';
}

/** What is wrong with the files, or what vet warns of if nothing is, without compiling them. */
export function diagnose(sources: readonly SourceText[]): readonly PlacedDiagnostic[] {
  const result = checkSources(sources);
  const { program, fset, path } = result;
  const main = program?.packages.at(-1);
  if (main === undefined) return placed(result);
  return vetPackage(fset, main, path).map(({ pos, end, message }) => ({
    ...placedAt(fset, pos, end, message),
    severity: 'warning',
  }));
}

/** What vet has to say; `analyzer` begins with "interleave:" where `go vet` says nothing. */
export interface PlacedFinding extends PlacedDiagnostic {
  readonly analyzer: string;
}

export interface Vetted {
  /** Empty for files that do not compile. */
  readonly findings: readonly PlacedFinding[];
  /** What `go vet` prints, our own hints marked. */
  readonly text: string;
  /** What `go vet` would exit with. */
  readonly exitCode: 0 | 1;
}

/** The first error; of files that are no Go in the words of the parser that vet reads them with. */
function firstForVet(fset: FileSet, diagnostics: readonly Diagnostic[]): string {
  const first = diagnostics.find(isParserError);
  const file = first === undefined ? null : fset.fileOrNull(first.pos);
  if (first !== undefined && file !== null) return `${inParserWords(file, first)}\n`;
  return formatDiagnostics(fset, diagnostics.slice(0, 1));
}

/** Likely mistakes in files of package main, as `go vet` finds them, and hints of our own. */
export function vet(sources: readonly SourceText[], options: FrontEndOptions = {}): Vetted {
  const hasTests = sources.some(({ name }) => name.endsWith('_test.go'));
  const front = { ...options, vets: true };
  let problem: string | null = null;
  const tests = (tested: TestedPackage): string => {
    problem = testMain(tested).problem;
    // Only what it would run is vetted.
    return 'package main\n\nfunc main() {}\n';
  };
  const result = checkSources(sources, hasTests ? { ...front, tests } : front);
  const { program, fset, diagnostics, path } = result;
  if (program === null) {
    // Of all errors vet shows the one that was found first.
    const text = firstForVet(fset, diagnostics).replace(/^(# |\t).*\n/gm, '');
    // What the go command finds itself never reaches vet.
    const code = diagnostics[0]?.code;
    const vetted = `# ${path}\n# [${path}]\nvet: ${text}`;
    const shown = code === 'load' ? diagnosticText(result) : code === 'header' ? text : vetted;
    return { findings: [], text: shown, exitCode: 1 };
  }
  if (problem !== null) return { findings: [], text: `${problem}\n`, exitCode: 1 };
  // The package, with its tests if there are any, and its external tests.
  const vetted = program.packages.filter(({ pkg }) =>
    hasTests
      ? pkg.path === path || pkg.path === `${path}_test`
      : pkg === program.packages.at(-1)?.pkg,
  );
  const facts = newFacts();
  const findings = vetted.flatMap((each) => vetPackage(fset, each, path, facts));
  return {
    findings: findings.map(({ analyzer, pos, end, message }) => ({
      ...placedAt(fset, pos, end, message),
      analyzer,
    })),
    text: findings.map((finding) => `${findingText(fset, finding)}\n`).join(''),
    exitCode: findings.some(isGoFinding) ? 1 : 0,
  };
}

/** The diagnostics that the go command would show, in its order. */
export function placed({ fset, listings }: FrontEndResult): readonly PlacedDiagnostic[] {
  const shown = listings.flatMap(({ diagnostics }) => listDiagnostics(fset, diagnostics).shown);
  return shown.map(({ pos, end, message }) => placedAt(fset, pos, end, message));
}

function unplaced(message: string): PlacedDiagnostic {
  return { file: '', line: 1, column: 1, endLine: 1, endColumn: 2, message };
}

function placedAt(fset: FileSet, pos: Pos, end: Pos, message: string): PlacedDiagnostic {
  const file = fset.fileOrNull(pos);
  if (file === null) return unplaced(message);
  const from = offsetIn(file, pos);
  const to = Math.max(offsetIn(file, end), from + 1);
  const line = lineAt(file, from);
  const endLine = lineAt(file, to);
  const columnAt = (offset: number, of: number): number =>
    offset - (file.lineStarts[of - 1] ?? 0) + 1;
  const [column, endColumn] = [columnAt(from, line), columnAt(to, endLine)];
  return { file: file.name, line, column, endLine, endColumn, message };
}
