// Reading the program a command is about: files, a folder, an archive, or standard input.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SourceText } from '../engine/engine.ts';
import { UsageError } from './usage-error.ts';

/** A program as its files. */
export interface ProgramText {
  readonly sources: readonly SourceText[];
  readonly isOnStdin: boolean;
}

/** Reads what `paths` name; throws UsageError if it cannot. */
export function readProgram(paths: readonly string[]): ProgramText {
  const sources = paths.map((path): SourceText => {
    const name = path === '-' ? 'prog.go' : basename(path);
    return { name, text: textOf(path) };
  });
  return { sources, isOnStdin: paths.includes('-') };
}

function textOf(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot read ${path}: ${reason}`);
  }
}
