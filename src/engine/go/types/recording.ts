// Writing down what was found out about the tree (types2 recording.go).

import type {
  Expr,
  Field,
  Ident,
  ImportSpec,
  CaseClause,
  Node,
  SelectorExpr,
} from '../syntax/ast.ts';
import type { Checker } from './checker.ts';
import type { Value } from './constant.ts';
import { newVar } from './object.ts';
import type { Operand, OperandMode } from './operand.ts';
import { isUntyped } from './predicates.ts';
import type { Selection } from './selection.ts';
import type { Obj, Scope, Signature, Tuple, Type } from './type.ts';

const noResults: Tuple = { kind: 'Tuple', vars: [] };

/** Records an operand as the result of its expression, later if it is untyped. */
export function record(check: Checker, x: Operand): void {
  if (x.expr === null || x.mode === 'invalid') return;
  const type = x.mode === 'novalue' ? noResults : x.type;
  const value = x.mode === 'constant' ? x.value : null;
  if (type.kind === 'Basic' && isUntyped(type)) {
    check.untyped.set(x.expr, { isLhs: false, mode: x.mode, type, value });
  } else recordTypeAndValue(check, x.expr, x.mode, type, value);
}

/** Records the expressions that stayed untyped to the end. */
export function recordUntyped(check: Checker): void {
  for (const [expr, { mode, type, value }] of check.untyped) {
    recordTypeAndValue(check, expr, mode, type, value);
  }
}

export function recordTypeAndValue(
  check: Checker,
  expr: Expr,
  mode: OperandMode,
  type: Type,
  value: Value | null,
): void {
  if (mode !== 'invalid') check.info.types.set(expr, { mode, type, value });
}

/** Records the signature under which a built-in function is called, for its name. */
export function recordBuiltinType(check: Checker, fun: Expr, signature: Signature): void {
  for (let e = fun; ; e = e.x) {
    recordTypeAndValue(check, e, 'builtin', signature, null);
    if (e.kind !== 'ParenExpr') return;
  }
}

/** Gives an expression used as `v, ok = x` the types of both values. */
export function recordCommaOkTypes(check: Checker, x: Expr, first: Type, second: Type): void {
  const vars = [first, second].map((type) => newVar('local', x.pos, check.pkg, '', type));
  const tuple: Tuple = { kind: 'Tuple', vars };
  for (let e = x; ; e = e.x) {
    const known = check.info.types.get(e);
    if (known !== undefined) check.info.types.set(e, { ...known, type: tuple });
    if (e.kind !== 'ParenExpr') return;
  }
}

/** Records the type arguments of a generic function or type at its identifier. */
export function recordInstance(
  check: Checker,
  expr: Expr,
  typeArgs: readonly Type[],
  type: Type,
): void {
  const named = expr.kind === 'IndexExpr' ? expr.x : expr;
  const ident = named.kind === 'SelectorExpr' ? named.sel : named;
  if (ident.kind === 'Ident') check.info.instances.set(ident, { typeArgs, type });
}

export function recordDef(check: Checker, ident: Ident, object: Obj | null): void {
  check.info.defs.set(ident, object);
}

export function recordUse(check: Checker, ident: Ident, object: Obj): void {
  check.info.uses.set(ident, object);
}

export function recordImplicit(
  check: Checker,
  node: ImportSpec | CaseClause | Field,
  object: Obj,
): void {
  check.info.implicits.set(node, object);
}

export function recordSelection(check: Checker, x: SelectorExpr, selection: Selection): void {
  recordUse(check, x.sel, selection.obj);
  check.info.selections.set(x, selection);
}

export function recordScope(check: Checker, node: Node, scope: Scope): void {
  check.info.scopes.set(node, scope);
}
