// The order in which packages are initialised (spec, "Program initialization"): sorted by import
// path, always the first whose imports are all initialised. The linker leaves packages out that
// have nothing to do and import only such (cmd/link/internal/ld/inittask.go).

/** What the order depends on. */
export interface Initialised {
  readonly path: string;
  readonly imports: readonly string[];
  /** Whether it has init functions or variables that are not constant. */
  readonly hasWork: boolean;
}

/** Sorts packages, given in any order of dependency; the runtime and what it needs come first. */
export function initOrder<T extends Initialised>(packages: readonly T[]): readonly T[] {
  const byPath = new Map(packages.map((pkg) => [pkg.path, pkg]));
  const order = new Set<T>();
  const first = (path: string): void => {
    const pkg = byPath.get(path);
    if (pkg === undefined || order.has(pkg)) return;
    for (const imported of pkg.imports) first(imported);
    order.add(pkg);
  };
  first('runtime');
  for (const pkg of packages) if (!hasWork(pkg, byPath)) first(pkg.path);
  const waiting = new Map<T, number>();
  const importers = new Map<string, T[]>();
  const ready: T[] = [];
  for (const pkg of packages) {
    if (order.has(pkg)) continue;
    const awaited = pkg.imports.filter((path) => {
      const imported = byPath.get(path);
      return imported !== undefined && !order.has(imported);
    });
    for (const path of awaited) importers.set(path, [...(importers.get(path) ?? []), pkg]);
    waiting.set(pkg, awaited.length);
    if (awaited.length === 0) ready.push(pkg);
  }
  while (ready.length > 0) {
    ready.sort((a, b) => (a.path < b.path ? -1 : 1));
    const next = ready.shift();
    if (next === undefined) break;
    order.add(next);
    for (const importer of importers.get(next.path) ?? []) {
      const left = (waiting.get(importer) ?? 0) - 1;
      waiting.set(importer, left);
      if (left === 0) ready.push(importer);
    }
  }
  return [...order];
}

function hasWork(pkg: Initialised, byPath: ReadonlyMap<string, Initialised>): boolean {
  if (pkg.hasWork || pkg.path === 'main') return true;
  return pkg.imports.some((path) => {
    const imported = byPath.get(path);
    return imported !== undefined && hasWork(imported, byPath);
  });
}
