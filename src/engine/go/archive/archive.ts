// A text that someone shares, as the Go playground understands it: an archive of files if it has a
// line `-- name --`, else one Go file. What stands above the first such line is prog.go.

import { type ArchivedFile, parseTxtar } from './txtar.ts';

/** Files of a program, or why there are none. */
export type Unpacked =
  | { readonly kind: 'files'; readonly files: readonly ArchivedFile[] }
  | { readonly kind: 'error'; readonly message: string };

/** Name of the file that has none of its own. */
export const programName = 'prog.go';

const maxFiles = 200;

/** The files of an archive, or null if the text is no archive. */
export function unpackOrNull(text: string): Unpacked | null {
  const { comment, files } = parseTxtar(text);
  if (files.length === 0) return null;
  const all =
    comment.trim() === '' ? files : [{ name: programName, text: comment, linesAbove: 0 }, ...files];
  const names = new Set<string>();
  if (all.length > maxFiles) {
    const message = `too many files in txtar archive (${all.length} exceeds limit of ${maxFiles})`;
    return { kind: 'error', message };
  }
  for (const { name } of all) {
    if (!isGoodName(name)) {
      return { kind: 'error', message: `invalid file name ${JSON.stringify(name)}` };
    }
    if (names.has(name)) {
      return { kind: 'error', message: `duplicate file name ${JSON.stringify(name)}` };
    }
    names.add(name);
  }
  return { kind: 'files', files: all };
}

/** Relative, without detours, and without characters that some file system refuses. */
function isGoodName(name: string): boolean {
  if (name.length > 200 || /[\\:*?"<>|\p{Cc}]/u.test(name)) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/**
 * Says where a line of an archived file stands in the archive, lines from 1; null for files that are
 * not in it, and so for all when the text is no archive.
 */
export function archiveLines(text: string): (file: string, line: number) => number | null {
  const unpacked = unpackOrNull(text);
  if (unpacked === null || unpacked.kind === 'error') return () => null;
  const above = new Map(unpacked.files.map(({ name, linesAbove }) => [name, linesAbove]));
  return (file, line) => {
    const lines = above.get(file);
    return lines === undefined ? null : line + lines;
  };
}
