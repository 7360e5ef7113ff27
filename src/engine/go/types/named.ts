// Defined types and their methods (types2 named.go). An instance shares the type parameters of its
// origin and makes its methods one by one when they are asked for.

import { isExported, samePkg } from './object.ts';
import {
  type Func,
  Named,
  type Package,
  type Type,
  type TypeName,
  type TypeParam,
} from './type.ts';

/** A new declared type; gives the name its type if it has none. */
export function newNamed(obj: TypeName, fromRHS: Type | null): Named {
  const named = new Named(obj, null, [], null);
  named.fromRHS = fromRHS;
  obj.type = named;
  return named;
}

/** The type parameters of a generic type, of an instance those of its origin. */
export function typeParamsOf(named: Named): readonly TypeParam[] {
  return named.orig.typeParams;
}

/** The number of methods declared for a type. */
export function methodCount(named: Named): number {
  return named.orig.methods.length;
}

/** The declared method number `index`, in order of declaration, of instances with their types. */
export function methodAt(named: Named, index: number): Func {
  let method = named.methods[index];
  if (method === undefined) {
    if (named.expander === null) throw new Error(`Broken invariant: no method number ${index}`);
    method = named.expander.expandMethod(named, index);
    named.methods[index] = method;
  }
  return method;
}

/** All methods declared for a type, in order of declaration. */
export function methodsOf(named: Named): Func[] {
  return Array.from({ length: methodCount(named) }, (_, index) => methodAt(named, index));
}

/** Declares a method unless there is one of that name; blank methods never clash. */
export function addMethod(named: Named, method: Func): void {
  if (methodIndex(named, method.name, false) < 0) named.methods.push(method);
}

function methodIndex(named: Named, name: string, foldCase: boolean): number {
  if (name === '_') return -1;
  const methods = named.orig.methods;
  if (!foldCase) return methods.findIndex((method) => method?.name === name);
  const folded = name.toLowerCase();
  return methods.findIndex((method) => method?.name.toLowerCase() === folded);
}

/** The index of the method that `name` means in `pkg`, or -1; `foldCase` ignores case. */
export function lookupMethodIndex(
  named: Named,
  pkg: Package | null,
  name: string,
  foldCase: boolean,
): number {
  if (!foldCase && !isExported(name) && !samePkg(named.obj.pkg, pkg)) return -1;
  return methodIndex(named, name, foldCase);
}

/** Whether two defined types come from one declaration. */
export function identicalOrigin(x: Named, y: Named): boolean {
  return x.orig.obj === y.orig.obj;
}
