// Functions as values: declared functions, method values x.M and method expressions T.M (spec,
// "Method values", "Method expressions"), and what a call of them calls.

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { FuncId, TypeId } from '../ir/ids.ts';
import type { Ident, SelectorExpr } from '../syntax/ast.ts';
import type { Func as FuncObject } from '../types/type.ts';
import { load } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { unparen } from './hoists.ts';
import type { MethodEntry } from './method-set.ts';
import { promotedReceiver } from './method-target.ts';
import { symbolPath } from './type-table.ts';

/** The type arguments that an identifier of a generic function or method has here. */
export function typeArgsOf(f: FuncLowering, ident: Ident): readonly TypeId[] {
  const instance = f.info.instances.get(ident);
  return instance?.typeArgs.map((type) => f.types.idOf(type, f.env)) ?? [];
}

/** The id of a declared function; a native becomes a function that calls it. */
export function functionId(f: FuncLowering, func: FuncObject, ident: Ident): FuncId {
  if (f.program.nativeOrNull(func) !== null) {
    return f.program.nativeFunction(func, typeArgsOf(f, ident));
  }
  return f.program.declared(func, [], typeArgsOf(f, ident));
}

/** A declared function as a value. */
export function functionValue(f: FuncLowering, func: FuncObject, ident: Ident): Expr {
  return { kind: 'closure', func: functionId(f, func, ident), captures: [] };
}

/** What x.M means: the method and the receiver as the method takes it. */
export interface BoundCall {
  readonly method: MethodEntry;
  /** The receiver: a (kept) value, a pointer or, for a dynamic call, an interface. */
  readonly receiver: Expr;
  readonly receiverType: TypeId;
}

/** Resolves the method of a selector that is a method value or is called. */
export function bindMethod(f: FuncLowering, x: SelectorExpr, followed: boolean): BoundCall {
  const object = f.info.uses.get(x.sel);
  assert(object?.kind === 'Func', `${x.sel.name} is a method`);
  const type = f.typeOf(x.x);
  const method = f.program.methods.find(type, object.name, symbolPath(object.pkg));
  const receiverType = method.pointerReceiver ? f.types.pointerTo(method.owner) : method.owner;
  const receiver = receiverOf(f, x, type, method, followed);
  return { method, receiver: f.kept(receiver, receiverType), receiverType };
}

function receiverOf(
  f: FuncLowering,
  x: SelectorExpr,
  type: TypeId,
  method: MethodEntry,
  followed: boolean,
): Expr {
  const isPointer = f.types.kind(type) === 'pointer' && f.types.entry(type).elem >= 0;
  if (method.path.length === 0) {
    if (type === method.owner) {
      return method.pointerReceiver
        ? addressOfOperand(f, x, followed)
        : f.rules.expr(f, x.x, followed);
    }
    const pointer = f.rules.expr(f, x.x, followed);
    if (method.pointerReceiver || !isPointer) return pointer;
    return load({ kind: 'deref', pointer, type: method.owner }, method.owner);
  }
  const base = f.rules.expr(f, x.x, followed);
  return promotedReceiver(f, base, type, method);
}

// A value without an address can have a pointer method only where the checker has seen an address.
function addressOfOperand(f: FuncLowering, x: SelectorExpr, followed: boolean): Expr {
  return f.rules.address(f, unparen(x.x), followed);
}

/** x.M as a value: evaluates x now, and panics if it is a nil interface. */
export function methodValue(f: FuncLowering, x: SelectorExpr, followed: boolean): Expr {
  const { method, receiver, receiverType } = bindMethod(f, x, followed);
  const func = f.program.boundMethod(method, receiverType, typeArgsOf(f, x.sel));
  const isDynamic = method.func === null;
  const captured: Expr = isDynamic ? { kind: 'nilCheck', x: receiver } : receiver;
  const value: Expr = { kind: 'closure', func, captures: [captured] };
  return followed ? f.spill(value, f.typeOf(x)) : value;
}

/** T.M or (*T).M: the method with the receiver as its first parameter. */
export function methodExpression(f: FuncLowering, x: SelectorExpr): Expr {
  const func = methodExpressionId(f, x);
  return { kind: 'closure', func, captures: [] };
}

export function methodExpressionId(f: FuncLowering, x: SelectorExpr): FuncId {
  const object = f.info.uses.get(x.sel);
  assert(object?.kind === 'Func', `${x.sel.name} is a method`);
  const type = f.typeOf(x.x);
  const method = f.program.methods.find(type, object.name, symbolPath(object.pkg));
  return f.program.methodExpression(type, method, typeArgsOf(f, x.sel));
}
