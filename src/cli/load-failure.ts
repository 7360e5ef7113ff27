// What the go command says of files and folders that a command names and that are not there.

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';

/** The message is the go command's; exit code 1. `path` is the word that is at fault. */
export class LoadFailure extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/** Of a word that names nothing. */
export function missingPath(path: string): LoadFailure {
  if (/^\.{0,2}\//.test(path) && !/\.\w+$/.test(path)) {
    return new LoadFailure(path, `stat ${resolve(path)}: directory not found`);
  }
  const [first = ''] = path.split('/');
  const isFile = /\.(go|txtar|txt|md)$/.test(path) || !isInModule(process.cwd());
  if (isFile) return new LoadFailure(path, `stat ${path}: no such file or directory`);
  const message = first.includes('.')
    ? `no required module provides package ${path}; to add it:\n\tgo get ${path}`
    : `package ${path} is not in std`;
  return new LoadFailure(path, message);
}

function isInModule(folder: string): boolean {
  if (existsSync(join(folder, 'go.mod'))) return true;
  return dirname(folder) !== folder && isInModule(dirname(folder));
}
