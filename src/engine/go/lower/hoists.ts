// Which expressions need instructions of their own before the statement they are in: those with
// calls, receives and the like. All others are trees, evaluated when the statement runs.
//
// Order of evaluation, as gc's order.go has it: calls, receives and && with such operands run in
// source order, before the statement. What stands beside them and is not one of them is evaluated
// later, with the statement: variables are read after the calls. Some operations (early kinds:
// len, append, slicing, conversions that allocate, type assertions …) gc also runs in their place in
// the order; so they go into a temporary if a call follows. That is what `followed` means in the
// rules: something that is evaluated later in this statement needs instructions.

import type { CallExpr, Expr } from '../syntax/ast.ts';
import { forEachChild } from '../syntax/walk.ts';
import type { Info } from '../types/info.ts';
import type { Func } from '../types/type.ts';
import { under } from '../types/under.ts';
import type { FuncLowering } from './func-lowering.ts';

/** Does lowering `x` emit instructions? */
export function hoists(f: FuncLowering, x: Expr): boolean {
  const memo = f.program.hoists;
  const known = memo.get(x);
  if (known !== undefined) return known;
  const result = compute(f, x);
  memo.set(x, result);
  return result;
}

export function anyHoists(f: FuncLowering, list: readonly (Expr | null)[]): boolean {
  return list.some((x) => x !== null && hoists(f, x));
}

/** For each expression: does a later one of the list (or, `followed`, something after it) hoist? */
export function followedFlags(
  f: FuncLowering,
  list: readonly (Expr | null)[],
  followed: boolean,
): boolean[] {
  const flags = new Array<boolean>(list.length);
  let later = followed;
  for (let i = list.length - 1; i >= 0; i--) {
    flags[i] = later;
    const x = list[i] ?? null;
    later ||= x !== null && hoists(f, x);
  }
  return flags;
}

/** The expression without parentheses around it. */
export function unparen(x: Expr): Expr {
  return x.kind === 'ParenExpr' ? unparen(x.x) : x;
}

/** The declared function or method that a call names, instantiated or not; null otherwise. */
export function calledFuncOrNull(info: Info, call: CallExpr): Func | null {
  let fun = unparen(call.fun);
  if (fun.kind === 'IndexExpr') fun = unparen(fun.x);
  const ident = fun.kind === 'SelectorExpr' ? fun.sel : fun;
  if (ident.kind !== 'Ident') return null;
  const used = info.uses.get(ident);
  return used?.kind === 'Func' ? used : null;
}

function compute(f: FuncLowering, x: Expr): boolean {
  const { info } = f;
  if ((info.types.get(x)?.value ?? null) !== null) return false;
  if (f.program.earlyPanics.has(x)) return true;
  switch (x.kind) {
    case 'FuncLit':
      return false;
    case 'UnaryExpr':
      return x.op === '<-' || hoists(f, x.x);
    case 'CompositeLit':
      return isNonEmptyMap(info, x) || childrenHoist(f, x);
    case 'CallExpr':
      return callHoists(f, x) || childrenHoist(f, x);
    default:
      return childrenHoist(f, x);
  }
}

function childrenHoist(f: FuncLowering, x: Expr): boolean {
  let found = false;
  forEachChild(x, (child) => {
    if (found) return;
    switch (child.kind) {
      case 'Field':
      case 'FieldList':
      case 'ArrayType':
      case 'StructType':
      case 'FuncType':
      case 'InterfaceType':
      case 'MapType':
      case 'ChanType':
        return;
      default:
        // All children of expressions other than types are expressions.
        found = hoists(f, child as Expr);
    }
  });
  return found;
}

function isNonEmptyMap(info: Info, x: Expr & { readonly kind: 'CompositeLit' }): boolean {
  const type = info.types.get(x)?.type;
  if (x.elts.length === 0 || type === undefined) return false;
  const underlying = under(type);
  if (underlying.kind === 'Map') return true;
  // A type parameter may stand for a map, and an elided &T for a pointer to one.
  if (underlying.kind === 'Pointer') return under(underlying.elem).kind === 'Map';
  return underlying.kind === 'Interface';
}

function callHoists(f: FuncLowering, call: CallExpr): boolean {
  const { info } = f;
  const builtin = info.builtinCalls.get(call);
  if (builtin !== undefined) {
    if (builtin === 'copy' || builtin === 'recover') return true;
    if (builtin !== 'make') return false;
    const type = info.types.get(call)?.type;
    const underlying = type === undefined ? null : under(type);
    return underlying?.kind === 'Chan' || underlying?.kind === 'Interface';
  }
  if (info.types.get(call.fun)?.mode === 'typexpr') return false;
  const func = calledFuncOrNull(info, call);
  if (func === null || isInterfaceMethod(func)) return true;
  return !f.program.isPure(func);
}

/** Whether a method belongs to an interface, so that the call is dynamic. */
export function isInterfaceMethod(func: Func): boolean {
  if (func.type.kind !== 'Signature' || func.type.recv === null) return false;
  return under(func.type.recv.type).kind === 'Interface';
}
