// The Go source of the provided standard library, by import path. A function without a body is a
// native: the machine finds it by its qualified name (`strings.Index`, `sync.(*Mutex).Lock`).

import { textNames, textOf } from './texts.ts';

/** A source file of a library package. */
export interface LibraryFile {
  readonly name: string;
  readonly text: string;
}

/** Names of the files of each package, sorted. */
const namesByPackage = new Map<string, string[]>();
for (const name of textNames) {
  const path = name.slice(0, name.lastIndexOf('/'));
  const names = namesByPackage.get(path);
  if (names === undefined) namesByPackage.set(path, [name]);
  else names.push(name);
}

/** Whether there is a package of an import path. */
export function isLibraryPackage(path: string): boolean {
  return namesByPackage.has(path);
}

/** Files of package `path` in name order, or null when the package is not provided. */
export function libraryFiles(path: string): readonly LibraryFile[] | null {
  const names = namesByPackage.get(path);
  return names?.map((name) => ({ name, text: textOf(name) })) ?? null;
}

/** Import paths of all provided packages, sorted. */
export function libraryPackages(): readonly string[] {
  return [...namesByPackage.keys()].sort();
}
