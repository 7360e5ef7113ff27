// Parsing in tests: a text in, a tree and gc's listing of errors out.

import { formatDiagnostics } from '../diagnostic.ts';
import type { ParseResult } from '../parser.ts';
import { parse } from '../parser.ts';
import { FileSet } from '../pos.ts';
import type { SourceFile } from '../pos.ts';

export interface ParsedText extends ParseResult {
  readonly source: SourceFile;
  /** The errors as gc lists them, "" if there are none. */
  readonly listing: string;
}

/** Parses `text` as the file prog.go. */
export function parseText(text: string): ParsedText {
  const fset = new FileSet();
  const source = fset.addFile('prog.go', text);
  const result = parse(source);
  return { ...result, source, listing: formatDiagnostics(fset, result.diagnostics) };
}
