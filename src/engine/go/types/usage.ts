// What must be used (types2 stmt.go, resolver.go): local variables and imports.

import type { Checker } from './checker.ts';
import type { Scope, Var } from './type.ts';

/** Reports the variables of a function's scope, and the blocks in it, that nothing uses. */
export function unusedVariables(check: Checker, scope: Scope): void {
  const unused: Var[] = [];
  for (const object of scope.objects()) {
    if (object.kind !== 'Var' || object.varKind !== 'local') continue;
    if (!check.usedVars.has(object)) unused.push(object);
  }
  unused.sort((a, b) => a.pos - b.pos);
  for (const variable of unused) {
    check.error(variable, 'UnusedVar', `declared and not used: ${variable.name}`);
  }
  // Function literals are looked through when their own bodies are checked.
  for (const child of scope.children) if (!child.isFunc) unusedVariables(check, child);
}

/** Reports the imports that nothing uses. */
export function unusedImports(check: Checker): void {
  for (const name of check.imports) {
    if (name.name === '_' || check.usedPkgNames.has(name)) continue;
    const { path } = name.imported;
    const last = path.slice(path.lastIndexOf('/') + 1);
    const isPlain = name.name === '' || name.name === '.' || name.name === last;
    const renamed = isPlain ? '' : ` as ${name.name}`;
    check.error(name, 'UnusedImport', `${JSON.stringify(path)} imported${renamed} and not used`);
  }
}
