// Packages (types2 package.go): a path, a name, and the scope of its declarations.

import { noPos } from '../syntax/pos.ts';
import { ScopeOf } from './scope.ts';
import type { Obj, Package, Scope, Writable } from './type.ts';

/** A new, empty, incomplete package whose scope lies in the universe. */
export function newPackage(universe: Scope, path: string, name: string): Writable<Package> {
  return {
    path,
    name,
    scope: new ScopeOf<Obj>(universe, noPos, noPos, `package ${JSON.stringify(path)}`),
    imports: [],
    complete: false,
    fake: false,
    goVersion: '',
    demand: null,
  };
}

/** What another package declares under a name, checked; null if nothing. */
export function memberOrNull(pkg: Package, name: string): Obj | null {
  const object = pkg.scope.lookup(name);
  if (object !== null) pkg.demand?.(object);
  return object;
}
