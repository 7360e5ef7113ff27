// Reading the program a command is about: Go files, a folder of a module, an archive, or standard
// input. A folder comes with its whole module, because its packages may import one another.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import type { FrontEndOptions, SourceText } from '../engine/engine.ts';
import { UsageError } from './usage-error.ts';

/** A program as its files. */
export interface ProgramText {
  readonly sources: readonly SourceText[];
  /** What is meant by them, for the front end. */
  readonly options: Pick<FrontEndOptions, 'target' | 'displayName' | 'directory'>;
  /** The program itself came on standard input, so there is nothing left for it to read. */
  readonly isOnStdin: boolean;
}

/** Reads what `paths` name; throws UsageError if it cannot. */
export function readProgram(paths: readonly string[]): ProgramText {
  const [path = '.'] = paths;
  if (paths.length === 1 && path === '-') {
    const sources = [{ name: 'prog.go', text: readText('-') }];
    return { sources, options: {}, isOnStdin: true };
  }
  if (paths.length === 1 && isFolder(path)) return readModule(path, null);
  if (paths.every((each) => each.endsWith('.go'))) return readFiles(paths);
  if (paths.length === 1) return readArchive(path);
  throw new UsageError(`either Go files, or one folder or archive, not ${paths.join(' ')}`);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** A txtar archive, whatever it is called; a text without files is one Go file. */
function readArchive(path: string): ProgramText {
  const sources = [{ name: 'prog.go', text: readText(path) }];
  return { sources, options: {}, isOnStdin: false };
}

/** Go files of one folder; of a module if they stand in one. */
function readFiles(paths: readonly string[]): ProgramText {
  const folders = new Set(paths.map((path) => dirname(path)));
  const [first = '.', second] = folders;
  if (second !== undefined) {
    throw new UsageError(`named files must all be in one directory; have ${first} and ${second}`);
  }
  return readModule(first, paths);
}

/** The module around a folder; the program is the package in it, or the given files in it. */
function readModule(folder: string, files: readonly string[] | null): ProgramText {
  const root = moduleRoot(resolve(folder));
  const isModule = existsSync(join(root, 'go.mod'));
  const nameOf = (path: string): string => relative(root, path).split(sep).join('/');
  const names = files?.map((path) => nameOf(resolve(path))) ?? null;
  const found = isModule || names === null ? goFilesBelow(root, isModule) : [];
  const paths = new Set([...found, ...(files ?? []).map((path) => resolve(path))]);
  const sources = [...paths].map((path) => ({ name: nameOf(path), text: readText(path) }));
  const fromHere = relative(process.cwd(), root).split(sep).join('/');
  return {
    sources,
    options: {
      target:
        names === null
          ? { kind: 'folder', folder: nameOf(resolve(folder)) }
          : { kind: 'files', names },
      displayName: (name) => displayName(fromHere, name),
      directory: root,
    },
    isOnStdin: false,
  };
}

/** Relative to the folder in which the command was called, as Go's tools show it. */
function displayName(rootFromHere: string, name: string): string {
  if (rootFromHere === '') return name;
  return relative('.', join(rootFromHere, name)).split(sep).join('/');
}

/** The nearest folder with a go.mod, or the folder itself. */
function moduleRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'go.mod'))) return at;
    if (dirname(at) === at) return folder;
  }
}

const maxModuleFiles = 5000;

/** go.mod and the Go files of a module, or of one folder; not those of modules inside it. */
function goFilesBelow(root: string, isModule: boolean): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        const isHidden = /^[._]|^(node_modules|vendor)$/.test(entry.name);
        if (isModule && !isHidden && !existsSync(join(path, 'go.mod'))) visit(path);
      } else if (entry.name.endsWith('.go') || (folder === root && entry.name === 'go.mod')) {
        found.push(path);
      }
    }
    if (found.length > maxModuleFiles) {
      throw new UsageError(`${root} holds more than ${maxModuleFiles} Go files`);
    }
  };
  visit(root);
  return found;
}

/** The text of a file, or of standard input. */
function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot read ${path}: ${reason}`);
  }
}
