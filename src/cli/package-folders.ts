// Which packages the words after `interleave test` mean: `./...` is every folder with Go files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isBuilt, isGoFile } from '../engine/go/load/build-constraints.ts';
import { LoadFailure } from './load-failure.ts';

/**
 * The packages that a command is about; says on standard error which patterns match none, and, if
 * that leaves nothing, that there are no packages to `verb`.
 */
export function packagesTo(verb: string, paths: readonly string[]): readonly (readonly string[])[] {
  const packages = packageFolders(paths);
  const empty = paths.filter((path) => path.endsWith('...') && packageFolders([path]).length === 0);
  for (const path of empty) {
    process.stderr.write(`go: warning: ${JSON.stringify(path)} matched no packages\n`);
  }
  if (packages.length === 0) process.stderr.write(`no packages to ${verb}\n`);
  return packages;
}

/** The paths of each package: files belong together, folders stand for themselves. */
export function packageFolders(paths: readonly string[]): readonly (readonly string[])[] {
  if (paths.every((path) => path.endsWith('.go'))) return [paths];
  return paths.flatMap((path) => {
    if (path !== '...' && !path.endsWith('/...')) return [[path]];
    const folders = foldersBelow(path === '...' ? '.' : path.slice(0, -'/...'.length));
    return folders.map((folder) => [folder]);
  });
}

/** The folder and those below it that hold Go files, as the go command goes through them. */
function foldersBelow(folder: string): readonly string[] {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(folder);
  } catch {
    const what = 'no such file or directory';
    throw new LoadFailure(`${folder}/...`, `pattern ${folder}/...: lstat ${folder}/: ${what}`);
  }
  const own = entries.some((entry) => entry.isFile() && isOfPackage(folder, entry.name));
  const below = entries
    .filter(
      (entry) => entry.isDirectory() && !/^[._]|^(testdata|vendor|node_modules)$/.test(entry.name),
    )
    .flatMap(({ name }) => foldersBelow(join(folder, name)));
  return own ? [folder, ...below] : below;
}

/** Folders all of whose files are left out by constraints are no packages for a pattern. */
function isOfPackage(folder: string, name: string): boolean {
  return isGoFile(name) && isBuilt(name, readFileSync(join(folder, name), 'utf8'));
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
