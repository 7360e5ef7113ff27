// Short variable declarations (spec, "Short variable declarations"; types2 assignments.go).

import type { Expr, Ident } from '../syntax/ast.ts';
import { type Pos, noPos } from '../syntax/pos.ts';
import { exprString } from '../syntax/print-expr.ts';
import { initVars } from './assignments.ts';
import type { Checker } from './checker.ts';
import { declare } from './declare.ts';
import { useLHS } from './evaluate.ts';
import { newVar } from './object.ts';
import { recordDef, recordUse } from './recording.ts';
import type { Var } from './type.ts';

interface LeftVariables {
  /** One for each name, dummies for what is wrong. */
  readonly all: Var[];
  /** Those to be declared. */
  readonly added: Var[];
  hasError: boolean;
}

/** Checks `lhs := rhs`; `pos` is where it is reported that nothing is declared. */
export function shortVarDecl(
  check: Checker,
  pos: Pos,
  lhs: readonly Expr[],
  rhs: readonly Expr[],
): void {
  const top = check.delayedCount;
  const scope = check.env.scope;
  const left: LeftVariables = { all: [], added: [], hasError: false };
  const seen = new Set<string>();
  for (const e of lhs) {
    left.all.push(leftVariable(check, e, seen, left) ?? newVar('local', e.pos, check.pkg, '_'));
  }
  initVars(check, left.all, rhs, null);
  // Function literals on the right must not see the new variables.
  check.processDelayed(top);
  if (left.added.length === 0 && !left.hasError) {
    check.error(pos, 'NoNewVar', 'no new variables on left side of :=');
    return;
  }
  const scopePos = rhs[rhs.length - 1]?.end ?? noPos;
  for (const variable of left.added) declare(check, scope, null, variable, scopePos);
}

function leftVariable(check: Checker, e: Expr, seen: Set<string>, left: LeftVariables): Var | null {
  if (e.kind !== 'Ident') {
    useLHS(check, [e]);
    check.error(e, 'BadDecl', `non-name ${exprString(e)} on left side of :=`);
    left.hasError = true;
    return null;
  }
  if (e.name !== '_') {
    if (seen.has(e.name)) {
      check.error(e, 'RepeatedDecl', `${e.name} repeated on left side of :=`);
      left.hasError = true;
      return null;
    }
    seen.add(e.name);
  }
  return redeclared(check, e, left) ?? addVariable(check, e, left);
}

// A name of the same block is assigned to, not declared; 'wrong' ones get a dummy.
function redeclared(check: Checker, e: Ident, left: LeftVariables): Var | null {
  const other = check.env.scope.lookup(e.name);
  if (other === null) return null;
  recordUse(check, e, other);
  if (other.kind === 'Var') return other;
  check.error(e, 'UnassignableOperand', `cannot assign to ${e.name}`);
  left.hasError = true;
  return newVar('local', e.pos, check.pkg, '_');
}

function addVariable(check: Checker, e: Ident, left: LeftVariables): Var {
  const variable = newVar('local', e.pos, check.pkg, e.name);
  if (e.name !== '_') left.added.push(variable);
  recordDef(check, e, variable);
  return variable;
}
