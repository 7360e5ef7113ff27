// The Go source of the provided standard library, by import path. A function without a body is a
// native: the machine finds it by its qualified name (`strings.Index`, `sync.(*Mutex).Lock`).
// Invariant: this is the only file that knows how library text is bundled.

const texts = import.meta.glob('./src/**/*.go', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Readonly<Record<string, string>>;

/** A source file of a library package. */
export interface LibraryFile {
  readonly name: string;
  readonly text: string;
}

/** The files of each package in name order; asked for at every import, so sorted once. */
const filesByPackage = new Map<string, LibraryFile[]>();
for (const [key, text] of Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1))) {
  const name = key.slice('./src/'.length);
  const path = name.slice(0, name.lastIndexOf('/'));
  const files = filesByPackage.get(path);
  if (files === undefined) filesByPackage.set(path, [{ name, text }]);
  else files.push({ name, text });
}

/** Files of package `path` in name order, or null when the package is not provided. */
export function libraryFiles(path: string): readonly LibraryFile[] | null {
  return filesByPackage.get(path) ?? null;
}

/** Import paths of all provided packages, sorted. */
export function libraryPackages(): readonly string[] {
  return [...filesByPackage.keys()].sort();
}
