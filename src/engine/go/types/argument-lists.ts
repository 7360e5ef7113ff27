// Lists of expressions as operands: one expression may give several values, and arguments may be
// generic functions (types2 call.go).

import type { Expr } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { gcPos } from '../syntax/positions.ts';
import type { Checker } from './checker.ts';
import { exclude, expr, multiExpr, singleValue } from './evaluate.ts';
import { funcInst } from './instantiate-function.ts';
import { Operand } from './operand.ts';
import { record } from './recording.ts';
import type { Type } from './type.ts';

/** The values of a list; a single expression may have any number of them. */
export function exprList(check: Checker, list: readonly Expr[]): readonly Operand[] {
  const [only] = list;
  if (list.length === 1 && only !== undefined) return multiExpr(check, only, false).list;
  return list.map((e) => {
    const x = new Operand();
    expr(check, null, x, e);
    return x;
  });
}

export interface GenericOperands {
  readonly operands: readonly Operand[];
  /** Of operands that are partially instantiated functions the type arguments given. */
  readonly typeArgs: readonly (readonly Type[])[];
}

/** As `exprList`, but values may be generic functions that are instantiated later. */
export function genericExprList(check: Checker, list: readonly Expr[]): GenericOperands {
  const operands = list.map(() => new Operand());
  const typeArgs = operands.map((x, i) => {
    const e = list[i];
    return e === undefined ? [] : genericOperand(check, x, e);
  });
  const [only] = operands;
  const [e] = list;
  if (operands.length === 1 && only?.isValid === true && only.type.kind === 'Tuple') {
    const values = only.type.vars.map((variable) => {
      const value = new Operand();
      value.mode = 'value';
      value.expr = e ?? null;
      value.type = variable.type;
      return value;
    });
    return { operands: values, typeArgs: [] };
  }
  for (const x of operands) singleValue(check, x);
  return { operands, typeArgs };
}

// Evaluates an expression; of a function with some of its type arguments returns those.
function genericOperand(check: Checker, x: Operand, e: Expr): readonly Type[] {
  if (e.kind !== 'IndexExpr') check.rawExpr(null, x, e, null, true);
  else if (check.rules.indexExpr(check, x, e)) {
    const pos = x.expr === null ? noPos : gcPos(x.expr);
    const typeArgs = funcInst(check, null, pos, x, e, !check.allowVersion('go1.21'));
    if (typeArgs !== null) {
      x.expr = e;
      return typeArgs;
    }
    record(check, x);
    return [];
  } else {
    x.expr = e;
    record(check, x);
  }
  exclude(check, x, ['novalue', 'builtin', 'typexpr']);
  return [];
}
