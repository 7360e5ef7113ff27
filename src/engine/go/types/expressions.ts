// Expressions by kind (spec, "Expressions"; types2 expr.go): the one place that knows them all.

import type { Expr, StarExpr, TypeAssertExpr } from '../syntax/ast.ts';
import { gcPos } from '../syntax/positions.ts';
import { Typ } from './basic.ts';
import { callExpr } from './calls.ts';
import type { Checker, ExprKind, Target } from './checker.ts';
import { compositeLit } from './composite-literals.ts';
import { isComplete } from './cycles.ts';
import { invalidOperation } from './errors.ts';
import { expr, exprOrType, use } from './evaluate.ts';
import { identical } from './identical.ts';
import { indexExpr, sliceExpr } from './index-expressions.ts';
import { funcInst, nonGeneric } from './instantiate-function.ts';
import { basicLit, funcLit } from './literals.ts';
import type { Operand } from './operand.ts';
import { binary, unary } from './operators.ts';
import { isTypeParam } from './predicates.ts';
import { record } from './recording.ts';
import { typeAssertion } from './type-assertion.ts';
import { underIs } from './type-set.ts';
import type { Type } from './type.ts';
import { isInvalid, under } from './under.ts';
import { validVarType, varType } from './var-type.ts';

/**
 * Makes `x` what an expression denotes and records it. A target tells a generic function what it
 * is assigned to, a hint the type of an element of a composite literal. Unless `allowGeneric`, what
 * is generic must be instantiated.
 */
export function rawExpr(
  check: Checker,
  target: Target | null,
  x: Operand,
  e: Expr,
  hint: Type | null,
  allowGeneric: boolean,
): ExprKind {
  x.invalidate();
  x.type = Typ.invalid;
  const kind = exprInternal(check, target, x, e, hint);
  if (!allowGeneric) nonGeneric(check, target, x);
  record(check, x);
  return kind;
}

// Sets the operand's expression, unless what it evaluates has done so.
function exprInternal(
  check: Checker,
  target: Target | null,
  x: Operand,
  e: Expr,
  hint: Type | null,
): ExprKind {
  switch (e.kind) {
    case 'ParenExpr': {
      const kind = check.rawExpr(null, x, e.x, null, false);
      x.expr = e;
      return kind;
    }
    case 'CallExpr':
      return callExpr(check, x, e);
    case 'Ident':
      check.ident(x, e, false);
      break;
    case 'SelectorExpr':
      check.selector(x, e, false);
      break;
    default:
      evaluate(check, target, x, e, hint);
      if (!x.isValid) {
        x.expr = e;
        return 'statement';
      }
  }
  x.expr = e;
  return e.kind === 'UnaryExpr' && e.op === '<-' ? 'statement' : 'expression';
}

function evaluate(
  check: Checker,
  target: Target | null,
  x: Operand,
  e: Expr,
  hint: Type | null,
): void {
  const unexpected = (message: string): void => check.error(e, 'InvalidSyntaxTree', message);
  switch (e.kind) {
    case 'BadExpr':
    case 'Ident':
    case 'SelectorExpr':
    case 'ParenExpr':
    case 'CallExpr':
      return;
    case 'Ellipsis':
      return unexpected('invalid use of ...');
    case 'KeyValueExpr':
      return unexpected('no key:value expected');
    case 'BasicLit':
      if (!e.bad) basicLit(check, x, e);
      return;
    case 'FuncLit':
      return funcLit(check, x, e);
    case 'CompositeLit':
      return compositeLit(check, x, e, hint);
    case 'IndexExpr':
      if (indexExpr(check, x, e)) funcInst(check, target, gcPos(e), x, e, true);
      return;
    case 'SliceExpr':
      return sliceExpr(check, x, e);
    case 'TypeAssertExpr':
      return typeAssertExpr(check, x, e);
    case 'StarExpr':
      return starExpr(check, x, e);
    case 'UnaryExpr':
      return unary(check, x, e);
    case 'BinaryExpr':
      return binary(check, x, e, e.x, e.y, e.op);
    case 'ArrayType':
    case 'StructType':
    case 'FuncType':
    case 'InterfaceType':
    case 'MapType':
    case 'ChanType':
      x.mode = 'typexpr';
      x.type = check.type(e);
  }
}

function starExpr(check: Checker, x: Operand, e: StarExpr): void {
  exprOrType(check, x, e.x, false);
  if (!x.isValid) return;
  if (x.mode === 'typexpr') {
    validVarType(check, e.x, x.type);
    x.type = { kind: 'Pointer', elem: x.type };
    return;
  }
  const fail = (message: string): false => {
    check.error(x, 'InvalidIndirection', invalidOperation + message);
    return false;
  };
  let base: Type | null = null;
  const ok = underIs(x.type, (u) => {
    if (u?.kind !== 'Pointer') return fail(`cannot indirect ${check.operandText(x)}`);
    if (base !== null && !identical(base, u.elem)) {
      return fail(`pointers of ${check.operandText(x)} must have identical base types`);
    }
    base = u.elem;
    return true;
  });
  if (!ok || base === null || !isComplete(check, base)) {
    x.invalidate();
    return;
  }
  x.mode = 'variable';
  x.type = base;
}

function typeAssertExpr(check: Checker, x: Operand, e: TypeAssertExpr): void {
  if (e.type === null) {
    check.error(e, 'InvalidSyntaxTree', 'use of .(type) outside type switch');
    use(check, [e.x]);
    return;
  }
  expr(check, null, x, e.x);
  if (!x.isValid) return;
  const fail = (message: string): void => {
    check.error(x, 'InvalidAssert', invalidOperation + message);
    x.invalidate();
  };
  if (isTypeParam(x.type)) {
    const text = check.operandText(x);
    return fail(`cannot use type assertion on type parameter value ${text}`);
  }
  if (under(x.type).kind !== 'Interface') {
    return fail(`${check.operandText(x)} is not an interface`);
  }
  const T = varType(check, e.type);
  if (isInvalid(T) || !isComplete(check, T)) {
    x.invalidate();
    return;
  }
  typeAssertion(check, e, x, T, false);
  x.mode = 'commaok';
  x.type = T;
}
