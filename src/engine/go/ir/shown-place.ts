// Places of a program as stacks show them: comments `//line` count.

import { shownPosition } from '../syntax/line-directives.ts';
import type { Pos } from '../syntax/pos.ts';
import type { Program } from './program.ts';

export interface ShownPlace {
  /** As the source names it; in full where a comment says it. */
  readonly file: string;
  readonly line: number;
}

/** File and line of a position; a file that a comment names lies in `folder`, which ends in a slash. */
export function shownPlace({ fileSet }: Program, pos: Pos, folder: string): ShownPlace {
  const source = fileSet.fileOrNull(pos);
  if (source === null) return { file: '', line: 0 };
  const { file, line, base } = shownPosition(source, pos);
  return { file: base === 0 || file.startsWith('/') ? file : folder + file, line };
}
