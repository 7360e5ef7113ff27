// The meaning of loop variables: since Go 1.22 each iteration has its own (spec, "For statements").

import type { ForStmt, RangeStmt } from '../syntax/ast.ts';
import type { FileSet } from '../syntax/pos.ts';
import type { Info } from '../types/info.ts';

/** Whether each iteration of the loop has its own variables, by the language version of its file. */
export function isPerIterationLoop(
  fileSet: FileSet,
  info: Info,
  loop: ForStmt | RangeStmt,
): boolean {
  const file = fileSet.fileOrNull(loop.pos);
  const version = file === null ? '' : (info.fileVersions.get(file.name) ?? '');
  const parts = /^go(\d+)\.(\d+)/.exec(version);
  if (parts === null) return true;
  const [, major, minor] = parts;
  return Number(major) > 1 || Number(minor) >= 22;
}
