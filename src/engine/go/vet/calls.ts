// What a call calls (typeutil.Callee of the analyzers of `go vet`), and what functions are called.

import type { CallExpr, Expr, Ident } from '../syntax/ast.ts';
import { funcName } from '../types/object-string.ts';
import { signatureOf } from '../types/object.ts';
import { isInterface } from '../types/predicates.ts';
import type { Func, Named, Obj, Type } from '../types/type.ts';
import { asNamedOrNull, unalias } from '../types/under.ts';
import type { Pass } from './pass.ts';

/** The expression without the parentheses around it. */
export function unparen(x: Expr): Expr {
  let inner = x;
  while (inner.kind === 'ParenExpr') inner = inner.x;
  return inner;
}

/** The identifier that names what an expression denotes: `f`, `pkg.f`, `x.f`, `f[int]`. */
export function usedIdentOrNull(pass: Pass, x: Expr): Ident | null {
  let inner = unparen(x);
  if (inner.kind === 'IndexExpr') {
    const [index] = inner.indices;
    const isInstance =
      inner.indices.length > 1 ||
      (index !== undefined && pass.info.types.get(index)?.mode === 'typexpr');
    if (isInstance) inner = unparen(inner.x);
  }
  if (inner.kind === 'Ident') return inner;
  return inner.kind === 'SelectorExpr' ? inner.sel : null;
}

/** The function, builtin or variable that is called; null for conversions and anything else. */
export function calleeOrNull(pass: Pass, call: CallExpr): Obj | null {
  const ident = usedIdentOrNull(pass, call.fun);
  const object = ident === null ? undefined : pass.info.uses.get(ident);
  return object === undefined || object.kind === 'TypeName' ? null : object;
}

/** The function or method called if it is known before the program runs. */
export function staticCalleeOrNull(pass: Pass, call: CallExpr): Func | null {
  const callee = calleeOrNull(pass, call);
  if (callee === null || callee.kind !== 'Func') return null;
  const { recv } = signatureOf(callee);
  return recv !== null && isInterface(recv.type) ? null : callee;
}

/** Whether the object is one of these functions of a package. */
export function isFunctionNamed(
  object: Obj | null,
  path: string,
  ...names: readonly string[]
): object is Func {
  return (
    object !== null &&
    object.kind === 'Func' &&
    object.pkg?.path === path &&
    signatureOf(object).recv === null &&
    names.includes(object.name)
  );
}

/** Whether the object is one of these methods of a type of a package. */
export function isMethodNamed(
  object: Obj | null,
  path: string,
  typeName: string,
  ...names: readonly string[]
): object is Func {
  if (object === null || object.kind !== 'Func' || !names.includes(object.name)) return false;
  const named = receiverNamedOrNull(object);
  return named !== null && named.obj.pkg?.path === path && named.obj.name === typeName;
}

/** The defined type that a method belongs to. */
export function receiverNamedOrNull(method: Func): Named | null {
  const { recv } = signatureOf(method);
  if (recv === null) return null;
  const type = unalias(recv.type);
  return asNamedOrNull(type.kind === 'Pointer' ? type.elem : type);
}

/** Whether a type is the defined type of that name. */
export function isTypeNamed(type: Type, path: string, ...names: readonly string[]): boolean {
  const named = asNamedOrNull(type);
  return named !== null && named.obj.pkg?.path === path && names.includes(named.obj.name);
}

/** `fmt.Printf`, `(*log.Logger).Printf`, or a variable's name. */
export function fullName(pass: Pass, object: Obj): string {
  return object.kind === 'Func' ? funcName(object, pass.format) : object.name;
}

/** The generic original of an instantiated method or field; else the object itself. */
export function originOf(object: Obj): Obj {
  if (object.kind === 'Func' || object.kind === 'Var') return object.origin ?? object;
  return object;
}
