// Types of variables: any type but a constraint interface (types2 typexpr.go).

import type { Expr } from '../syntax/ast.ts';
import { startPos } from '../syntax/positions.ts';
import type { Checker } from './checker.ts';
import { isTypeParam } from './predicates.ts';
import { isMethodSet, typeSetOf } from './type-set.ts';
import type { Type } from './type.ts';
import { under } from './under.ts';

/** The type that an expression denotes, which must not be a constraint interface. */
export function varType(check: Checker, e: Expr): Type {
  const type = check.type(e);
  validVarType(check, e, type);
  return type;
}

/** Reports, once types are set up, if a type may be used in constraints only. */
export function validVarType(check: Checker, e: Expr, type: Type): void {
  if (isTypeParam(type)) return;
  check.later(() => {
    const underlying = under(type);
    if (underlying.kind !== 'Interface') return;
    const set = typeSetOf(underlying);
    if (isMethodSet(set)) return;
    const why = set.comparable ? 'is (or embeds) comparable' : 'contains type constraints';
    check.error(
      startPos(e),
      'MisplacedConstraintIface',
      `cannot use type ${check.text(type)} outside a type constraint: interface ${why}`,
    );
  });
}
