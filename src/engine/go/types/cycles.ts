// Cycles among declarations (types2 cycles.go, decl.go): which are wrong, and how they are reported.

import { isAliasName } from './object.ts';
import type { Checker } from './checker.ts';
import type { ErrorLine } from './errors.ts';
import { Typ } from './basic.ts';
import { isGeneric } from './predicates.ts';
import { packagePrefix } from './type-string.ts';
import type { Obj, Type, TypeName } from './type.ts';
import { asNamedOrNull } from './under.ts';

/**
 * Whether the cycle that ends in `object`, whose declaration is being checked, is allowed; if not
 * it is reported.
 */
export function validCycle(check: Checker, object: Obj): boolean {
  const start = check.pathIndex.get(object) ?? 0;
  const cycle = check.path.slice(start);
  let values = 0;
  let definitions = 0;
  for (const each of cycle) {
    if (each.kind === 'Const' || each.kind === 'Var') values += 1;
    else if (each.kind === 'TypeName') {
      // A cycle through a type parameter list is fine.
      if (check.env.inTypeParamList && isGeneric(each.type)) return true;
      if (!isAliasName(each)) definitions += 1;
    }
  }
  // Cycles of values alone are found when initialization is ordered.
  if (values === cycle.length) return true;
  // Types may refer to themselves unless all of them are aliases.
  if (values === 0 && definitions > 0) return true;
  cycleError(check, cycle, firstInSource(cycle));
  return false;
}

/** Reports a cycle of declarations, told from the one at index `start`. */
export function cycleError(check: Checker, cycle: readonly Obj[], start: number): void {
  const object = cycle[start];
  if (object === undefined) return;
  const name = (each: Obj): string => {
    const named = asNamedOrNull(each.type);
    if (named !== null && named.expander !== null) return check.text(named);
    return packagePrefix(each.pkg, check.format.qualifier) + each.name;
  };
  const isType = object.kind === 'TypeName';
  // An alias that is part of it must not be reported once more.
  if (isType && object.type.kind === 'Alias') object.type.fromRHS = Typ.invalid;
  if (cycle.length === 1) {
    const what = isType ? 'invalid recursive type:' : 'invalid cycle in declaration:';
    check.error(object, 'InvalidDeclCycle', `${what} ${name(object)} refers to itself`);
    return;
  }
  const what = isType ? 'invalid recursive type' : 'invalid cycle in declaration of';
  const lines: ErrorLine[] = [{ at: object, message: `${what} ${name(object)}` }];
  let current = object;
  for (let i = 0; i < cycle.length; i++) {
    const next = cycle[(start + i + 1) % cycle.length] ?? object;
    lines.push({ at: current, message: `${name(current)} refers to ${name(next)}` });
    current = next;
  }
  check.errors.report('InvalidDeclCycle', lines);
}

/** The index of the object that comes first in the source. */
export function firstInSource(objects: readonly Obj[]): number {
  let first = 0;
  for (const [i, object] of objects.entries()) {
    if (object.pos < (objects[first]?.pos ?? 0)) first = i;
  }
  return first;
}

/**
 * Reports declarations like `type A B; type B A`, which lead from name to name for ever, and makes
 * the name they start from invalid.
 */
export function directCycles(check: Checker): void {
  // The index of a name on the path, or -1 when it is done.
  const state = new Map<TypeName, number>();
  for (const object of check.declarations.keys()) {
    if (object.kind === 'TypeName') directCycle(check, object, state);
  }
}

function directCycle(check: Checker, start: TypeName, state: Map<TypeName, number>): void {
  const path: TypeName[] = [];
  for (let name: TypeName = start; ; ) {
    const index = state.get(name);
    if (index !== undefined) {
      if (index < 0) break;
      name.type = Typ.invalid;
      const cycle = path.slice(index);
      cycleError(check, cycle, firstInSource(cycle));
      break;
    }
    state.set(name, path.length);
    path.push(name);
    const rhs = check.declarations.get(name)?.typeSpec?.type;
    if (rhs?.kind !== 'Ident') break;
    const next = check.pkg.scope.lookup(rhs.name);
    if (next?.kind !== 'TypeName') break;
    name = next;
  }
  for (const name of path) state.set(name, -1);
}

/**
 * Whether a type has an underlying type yet. A type whose declaration is being checked has none,
 * and needing it there is a cycle, which is reported.
 */
export function isComplete(check: Checker, type: Type): boolean {
  if (type.kind !== 'Alias' && type.kind !== 'Named') return true;
  const start = check.pathIndex.get(type.obj);
  if (start !== undefined) {
    const cycle = check.path.slice(start);
    cycleError(check, cycle, firstInSource(cycle));
    return false;
  }
  return type.fromRHS === null || isComplete(check, type.fromRHS);
}
