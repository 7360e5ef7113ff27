// What is wrong with the user's Go, as data. Positions and words are gc's: syntax errors come from
// cmd/compile/internal/syntax, the others from types2. A message may have continuation lines,
// separated by "\n\t", exactly as gc prints them.
// Lists keep the order in which gc reports: it stops at the tenth, and only then sorts and prints
// (cmd/compile/internal/base, ErrorfAt and FlushErrors).

import { lineProblems, type ShownPosition, shownPosition } from './line-directives.ts';
import type { FileSet, Pos, SourceFile } from './pos.ts';

export type Severity = 'error' | 'warning';

/**
 * One complaint. `code` is "syntax" for syntax errors, "source" for other errors of the scanner and
 * parser, "header" for what the go command finds before it compiles, else an error code of types2 or the name of a vet check.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly pos: Pos;
  readonly end: Pos;
  readonly message: string;
}

/** How many errors gc reports before it gives up. */
export const maxReportedErrors = 10;

/** Whether gc would stop before type checking: it does so for syntax errors only. */
export function hasSyntaxErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.code === 'syntax');
}

/** What gc prints of the diagnostics it was given in this order. */
export interface DiagnosticListing {
  /** By file as they were first met, then by position; without repetitions, ten at most. */
  readonly shown: readonly Diagnostic[];
  /** Where gc gave up with "too many errors", or null. */
  readonly gaveUpAt: Pos | null;
}

/**
 * Chooses and sorts diagnostics as gc does: one syntax error a line, no error twice in a row on
 * a line, and an end at the tenth.
 */
export function listDiagnostics(
  fset: FileSet,
  diagnostics: readonly Diagnostic[],
): DiagnosticListing {
  const kept: Diagnostic[] = [];
  let gaveUpAt: Pos | null = null;
  let lastSyntaxLine = '';
  let lastOther = '';
  // gc numbers files as it meets them, and sorts by these numbers.
  const files = new Map([['#0', -1]]);
  for (const diagnostic of diagnostics) {
    const { file, line, base } = shownIn(fset, diagnostic.pos);
    const key = `${fset.position(diagnostic.pos).file}#${base}`;
    if (!files.has(key)) files.set(key, files.size);
    const place = `${file}:${line}`;
    if (diagnostic.code === 'syntax') {
      if (place === lastSyntaxLine) continue;
      lastSyntaxLine = place;
    } else {
      const other = `${place}: ${diagnostic.message}`;
      if (other === lastOther) continue;
      lastOther = other;
    }
    kept.push(diagnostic);
    if (kept.length === maxReportedErrors) {
      gaveUpAt = diagnostic.pos;
      break;
    }
  }
  const numberOf = ({ pos }: Diagnostic): number =>
    files.get(`${fset.position(pos).file}#${shownIn(fset, pos).base}`) ?? 0;
  const sorted = kept.sort((a, b) => numberOf(a) - numberOf(b) || a.pos - b.pos);
  const shown = sorted.filter((diagnostic, i) => {
    const previous = sorted[i - 1];
    return previous?.pos !== diagnostic.pos || previous.message !== diagnostic.message;
  });
  return { shown, gaveUpAt };
}

/** gc's listing, one diagnostic a line (plus continuation lines), ended by a newline; "" if none. */
export function formatDiagnostics(fset: FileSet, diagnostics: readonly Diagnostic[]): string {
  const { shown, gaveUpAt } = listDiagnostics(fset, diagnostics);
  let text = '';
  for (const diagnostic of shown) text += `${formatDiagnostic(fset, diagnostic)}\n`;
  if (gaveUpAt !== null) text += `${formatPosition(fset, gaveUpAt)}: too many errors\n`;
  return text;
}

const maxColumn = 255;

/** One diagnostic as gc prints it: `./prog.go:7:2: declared and not used: x`. */
export function formatDiagnostic(fset: FileSet, diagnostic: Diagnostic): string {
  // What the linker finds has no place in the source.
  if (diagnostic.code === 'link') return diagnostic.message;
  // gc's positions have room for columns below 255.
  let place = formatPosition(fset, diagnostic.pos, maxColumn);
  // What the go command finds before it compiles is not shown relative to the directory.
  if (diagnostic.code === 'header') place = place.replace(/^\.\//, '');
  return place === '' ? diagnostic.message : `${place}: ${diagnostic.message}`;
}

/** A position as the go command prints it: `./prog.go:7:2`; "" if unknown. */
export function formatPosition(
  fset: FileSet,
  pos: Pos,
  columns = Number.POSITIVE_INFINITY,
): string {
  const file = fset.fileOrNull(pos);
  return file === null ? '' : displayPosition(file, pos, columns);
}

/** The position in `file` as the go command prints it; without a column from `columns` on. */
export function displayPosition(
  source: SourceFile,
  pos: Pos,
  columns = Number.POSITIVE_INFINITY,
): string {
  const { file, line, column } = shownPosition(source, pos);
  const isShown = column !== null && column < columns;
  return `${displayName(file)}:${line}${isShown ? `:${column}` : ''}`;
}

/** What is wrong with `//line` comments of a file. */
export function lineDiagnostics(file: SourceFile): readonly Diagnostic[] {
  return lineProblems(file).map((problem) => ({ code: 'source', severity: 'error', ...problem }));
}

function shownIn(fset: FileSet, pos: Pos): Pick<ShownPosition, 'file' | 'line' | 'base'> {
  const source = fset.fileOrNull(pos);
  return source === null ? { file: '', line: 0, base: 0 } : shownPosition(source, pos);
}

// Files of the current directory are shown with "./", those below it are not.
function displayName(name: string): string {
  return name.includes('/') ? name : `./${name}`;
}
