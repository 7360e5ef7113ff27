// Packages inside Go's standard library that share a name with one that programs import. gc's
// messages tell such packages apart by path, "sync".Mutex, although no program can import the other
// one; ours must do so too. Found out by asking Go 1.27 about each package.

/** A package that only messages know of. */
export interface Namesake {
  readonly name: string;
  readonly path: string;
}

const namesakes: Readonly<Record<string, Namesake>> = {
  sync: { name: 'sync', path: 'internal/sync' },
  strconv: { name: 'strconv', path: 'internal/strconv' },
  'encoding/json': { name: 'json', path: 'encoding/json/v2' },
};

// All packages but these need the runtime, which has a package atomic of its own.
const withoutRuntime: ReadonlySet<string> = new Set([
  'cmp',
  'container/list',
  'container/ring',
  'main',
  'math',
  'math/bits',
  'math/cmplx',
  'sync/atomic',
  'unicode',
  'unicode/utf8',
  'unsafe',
]);

const runtimeAtomic: Namesake = { name: 'atomic', path: 'internal/runtime/atomic' };

/** The hidden namesakes that come with importing a package of the standard library. */
export function namesakesOf(path: string): readonly Namesake[] {
  if (path.includes('.')) return [];
  const own = namesakes[path];
  const list = own === undefined ? [] : [own];
  return withoutRuntime.has(path) ? list : [...list, runtimeAtomic];
}
