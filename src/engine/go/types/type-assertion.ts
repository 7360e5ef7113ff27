// Type assertions that can never hold (spec, "Type assertions"; types2 expr.go).

import type { Expr } from '../syntax/ast.ts';
import { exprString } from '../syntax/print-expr.ts';
import type { Checker } from './checker.ts';
import { assertableTo } from './implements.ts';
import type { Operand } from './operand.ts';
import type { Type } from './type.ts';

/** Reports `x.(T)`, or the case T of a type switch on `x`, if no value of `x` can have that type. */
export function typeAssertion(
  check: Checker,
  e: Expr,
  x: Operand,
  T: Type,
  typeSwitch: boolean,
): void {
  const cause = { text: '' };
  if (assertableTo(check, x.type, T, cause)) return;
  const type = check.text(T);
  const message = typeSwitch
    ? `impossible type switch case: ${exprString(e)}\n\t` +
      `${check.operandText(x)} cannot have dynamic type ${type} ${cause.text}`
    : `impossible type assertion: ${exprString(e)}\n\t` +
      `${type} does not implement ${check.text(x.type)} ${cause.text}`;
  check.error(e, 'ImpossibleAssert', message);
}
