// What the go command says about packages that it cannot load, before it compiles anything.

import type { Diagnostic } from '../syntax/diagnostic.ts';
import { displayPosition } from '../syntax/diagnostic.ts';
import { addToPos, type FileSet, noPos, offsetIn, type Pos } from '../syntax/pos.ts';

/** One complaint: for an editor at its place, and as the go command prints it. */
export interface LoadError {
  readonly diagnostic: Diagnostic;
  readonly text: string;
  /** Go has the package and we have not, so that gc would go on to what is wrong in the files. */
  readonly isRefusal: boolean;
}

/** A package on the way from the command to the one at hand. */
export interface ImportStep {
  readonly path: string;
  /** Base name of the file that imports it; null for what the command names. */
  readonly from: string | null;
}

/** Where an import path stands; `end` is exclusive. */
export interface ImportPlace {
  readonly pos: Pos;
  readonly end: Pos;
}

/** An error without a place. */
export function plainError(text: string): LoadError {
  return { diagnostic: diagnosticAt(null, text), text, isRefusal: false };
}

/** An error at a place, `main.go:4:2: …`. */
export function placedError(fset: FileSet, place: ImportPlace | null, message: string): LoadError {
  if (place === null) return plainError(message);
  const text = `${positionText(fset, place.pos)}: ${message}`;
  return { diagnostic: diagnosticAt(place, message), text, isRefusal: false };
}

/** An error in the header of a file. */
export function headerError(fset: FileSet, diagnostic: Diagnostic): LoadError {
  const place = positionAtEnd(fset, diagnostic.pos) ?? positionText(fset, diagnostic.pos);
  const text = `${place}: ${diagnostic.message}`;
  return { diagnostic, text, isRefusal: false };
}

/** An error that shows how the package was reached; `at` also where the last one is at fault. */
export function stackedError(
  fset: FileSet,
  stack: readonly ImportStep[],
  place: ImportPlace | null,
  message: string,
  at: Pos = noPos,
): LoadError {
  const steps = stack.map(({ path }) => path).join('\n\timports ');
  const shownPlace = at === noPos ? '' : `\n\t${positionText(fset, at)}`;
  return {
    diagnostic: diagnosticAt(place, message),
    text: `package ${steps}${shownPlace}: ${message}`,
    isRefusal: false,
  };
}

/** The cycle that the last step of the stack closes. */
export function cycleError(stack: readonly ImportStep[], place: ImportPlace | null): LoadError {
  const message = 'import cycle not allowed';
  const steps = stack.map(({ path, from }) => (from === null ? path : `${path} from ${from}`));
  return {
    diagnostic: diagnosticAt(place, message),
    text: `package ${steps.join('\n\timports ')}: ${message}`,
    isRefusal: false,
  };
}

function diagnosticAt(place: ImportPlace | null, message: string): Diagnostic {
  const { pos, end } = place ?? { pos: noPos, end: addToPos(noPos, 0) };
  return { code: 'load', severity: 'error', pos, end, message };
}

/** Such places are shown without "./". */
function positionText(fset: FileSet, pos: Pos): string {
  const file = fset.fileOrNull(pos);
  return file === null ? '' : displayPosition(file, pos).replace(/^\.\//, '');
}

/** For go/parser the end of a file is never on a line of its own. */
function positionAtEnd(fset: FileSet, pos: Pos): string | null {
  const file = fset.fileOrNull(pos);
  if (file === null || offsetIn(file, pos) < file.text.length || !file.text.endsWith('\n'))
    return null;
  const before = positionText(fset, addToPos(pos, -1));
  return before.replace(/\d+$/, (column) => String(Number(column) + 1));
}
