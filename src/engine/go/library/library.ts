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

/** Files of package `path` in name order, or null when the package is not provided. */
export function libraryFiles(path: string): readonly LibraryFile[] | null {
  const prefix = `./src/${path}/`;
  const files: LibraryFile[] = [];
  for (const key of Object.keys(texts).sort()) {
    const rest = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    const text = texts[key];
    if (rest !== '' && !rest.includes('/') && text !== undefined) {
      files.push({ name: `${path}/${rest}`, text });
    }
  }
  return files.length > 0 ? files : null;
}

/** Import paths of all provided packages, sorted. */
export function libraryPackages(): readonly string[] {
  const paths = new Set<string>();
  for (const key of Object.keys(texts)) {
    paths.add(key.slice('./src/'.length, key.lastIndexOf('/')));
  }
  return [...paths].sort();
}
