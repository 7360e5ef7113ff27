// Reading the program a command is about: Go files, a folder of a module, an archive, or standard
// input. A folder comes with its whole module, because its packages may import one another.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import type { FrontEndOptions, SourceText } from '../engine/engine.ts';
import { localFolders } from '../engine/go/load/modules.ts';
import { decodeSource } from './decode.ts';
import { programFiles } from './given-files.ts';
import { LoadFailure, missingPath } from './load-failure.ts';
import { UsageError } from './usage-error.ts';

/** A program as its files. */
export interface ProgramText {
  readonly sources: readonly SourceText[];
  /** What is meant by them, for the front end. */
  readonly options: Pick<
    FrontEndOptions,
    'target' | 'headsFiles' | 'displayName' | 'directory' | 'programFiles'
  >;
  /** Folder whose files the program finds in its working directory when it is tested. */
  readonly folder: string | null;
  /** The program itself came on standard input, so there is nothing left for it to read. */
  readonly isOnStdin: boolean;
}

/** Reads what `paths` name; throws LoadFailure or UsageError if it cannot. */
export function readProgram(paths: readonly string[]): ProgramText {
  const [path = '.'] = paths.map(folderOfImportPath);
  if (paths.length === 1 && path === '-') {
    const sources = [{ name: 'prog.go', text: readText('-') }];
    return { sources, options: {}, folder: null, isOnStdin: true };
  }
  const missing = (paths.length === 1 ? [path] : paths).find(
    (each) => each !== '-' && !existsSync(each),
  );
  if (missing !== undefined) throw missingPath(missing);
  if (paths.length === 1 && isFolder(path)) return readModule(path, null);
  if (paths.every((each) => each.endsWith('.go'))) return readFiles(paths);
  if (paths.length === 1) return readArchive(path);
  throw new UsageError(`either Go files, or one folder or archive, not ${paths.join(' ')}`);
}

/** The folder of a package that is named by its import path, if the module around has it. */
function folderOfImportPath(path: string): string {
  if (existsSync(path) || /^[./-]/.test(path) || path.endsWith('.go')) return path;
  const root = rootOf(process.cwd());
  const file = join(root, 'go.mod');
  if (!existsSync(file)) return path;
  const module = /^\s*module\s+"?([^\s"]+)/m.exec(readText(file))?.[1] ?? '';
  if (module === '' || (path !== module && !path.startsWith(`${module}/`))) return path;
  const folder = join(root, path.slice(module.length));
  return existsSync(folder) ? folder : path;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** A txtar archive, whatever it is called; a text without files is one Go file. */
function readArchive(path: string): ProgramText {
  const sources = [{ name: 'prog.go', text: readText(path) }];
  return { sources, options: {}, folder: null, isOnStdin: false };
}

/** Go files of one folder; of a module if they stand in one. */
function readFiles(paths: readonly string[]): ProgramText {
  const folders = new Set(paths.map((path) => dirname(path)));
  const [first = '.', second] = folders;
  if (second !== undefined) {
    const message = `named files must all be in one directory; have ${first} and ${second}`;
    throw new LoadFailure(first, message);
  }
  return readModule(first, paths);
}

/** The modules around a folder; the program is the package in it, or the given files in it. */
function readModule(folder: string, files: readonly string[] | null): ProgramText {
  const root = rootOf(resolve(folder));
  const isModule = ['go.work', 'go.mod'].some((name) => existsSync(join(root, name)));
  const nameOf = (path: string): string => relative(root, path).split(sep).join('/');
  const names = files?.map((path) => nameOf(resolve(path))) ?? null;
  const found = isModule ? filesOfModules(root) : names === null ? filesBelow(root, false) : [];
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
      headsFiles: true,
      displayName: (name) => displayName(fromHere, name),
      directory: root,
      programFiles: () => programFiles(root),
    },
    folder: resolve(folder),
    isOnStdin: false,
  };
}

/** Relative to the folder in which the command was called if that is shorter, as in Go's tools. */
function displayName(rootFromHere: string, name: string): string {
  if (rootFromHere === '') return name;
  const path = resolve(rootFromHere, name);
  const fromHere = relative('.', path);
  return (fromHere.length < path.length ? fromHere : path).split(sep).join('/');
}

/** The nearest folder with a go.work, else with a go.mod, else the folder itself. */
function rootOf(folder: string): string {
  const above = [...foldersAbove(folder)];
  const withFile = (name: string): string | undefined =>
    above.find((each) => existsSync(join(each, name)));
  const { GOWORK: work } = process.env;
  return (work === 'off' ? undefined : withFile('go.work')) ?? withFile('go.mod') ?? folder;
}

function* foldersAbove(folder: string): Generator<string> {
  yield folder;
  if (dirname(folder) !== folder) yield* foldersAbove(dirname(folder));
}

/** The files of the module in a folder, and of those that its go.mod or go.work finds in others. */
function filesOfModules(root: string): readonly string[] {
  const files = new Set<string>();
  const folders = [root];
  for (const folder of folders) {
    for (const path of existsSync(folder) ? filesBelow(folder, true) : []) files.add(path);
    for (const name of ['go.work', 'go.mod']) {
      const path = join(folder, name);
      if (!existsSync(path)) continue;
      files.add(path);
      for (const written of localFolders(name, readText(path))) {
        const other = resolve(folder, written);
        if (!folders.includes(other)) folders.push(other);
      }
    }
  }
  return [...files];
}

const maxModuleFiles = 5000;

/** go.mod and the Go files of a module, or of one folder; not those of modules inside it. */
function filesBelow(root: string, isModule: boolean): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        const isHidden = /^[._]|^(node_modules|vendor)$/.test(entry.name);
        if (isModule && !isHidden && !existsSync(join(path, 'go.mod'))) visit(path);
      } else if (entry.name.endsWith('.go')) found.push(path);
    }
    if (found.length > maxModuleFiles) {
      throw new UsageError(`${root} holds more than ${maxModuleFiles} Go files`);
    }
  };
  visit(root);
  return found;
}

/** Without the name of the system call, and of the file. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.replace(/^E[A-Z]+: (.*?), .*$/s, '$1');
}

/** The text of a file, or of standard input. */
function readText(path: string): string {
  try {
    return decodeSource(readFileSync(path === '-' ? 0 : path));
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}
