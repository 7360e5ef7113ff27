// Type switches (spec, "Type switches"; types2 stmt.go).
// Invariant: the variable of a type switch is one variable per clause, all used or none.

import type { CaseClause, Expr, TypeSwitchStmt } from '../syntax/ast.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { declare } from './declare.ts';
import { expr } from './evaluate.ts';
import { typeAssertion } from './type-assertion.ts';
import { identical } from './identical.ts';
import { newVar } from './object.ts';
import { Operand } from './operand.ts';
import { isInterface, isTypeParam } from './predicates.ts';
import { recordDef, recordImplicit } from './recording.ts';
import { unparen } from './signature.ts';
import { type CheckBody, multipleDefaults } from './switch-statement.ts';
import type { Type, Var } from './type.ts';
import { isInvalid } from './under.ts';
import { varType } from './var-type.ts';

/** Checks guard and clauses of a type switch, whose scope is open and init statement done. */
export function typeSwitch(check: Checker, s: TypeSwitchStmt, checkBody: CheckBody): void {
  let { bind } = s;
  if (bind?.name === '_') {
    check.error(bind, 'NoNewVar', 'no new variable on left side of :=');
    bind = null;
  } else if (bind !== null) recordDef(check, bind, null);
  const x = guardOrNull(check, s.guard.x);
  multipleDefaults(check, s.body.list);
  const vars: Var[] = [];
  const seen: SeenType[] = [];
  for (const clause of s.body.list) {
    const type = caseTypes(check, x, clause.list ?? [], seen);
    check.openScope(clause, 'case');
    if (bind !== null) {
      const variable = newVar('local', bind.pos, check.pkg, bind.name, type);
      declareClauseVariable(check, clause, variable);
      vars.push(variable);
    }
    checkBody(check, clause.body);
    check.closeScope();
  }
  if (bind === null) return;
  const isUsed = vars.some((variable) => check.usedVars.has(variable));
  for (const variable of vars) check.usedVars.add(variable);
  if (!isUsed) check.error(bind, 'UnusedVar', `${bind.name} declared and not used`);
}

function declareClauseVariable(check: Checker, clause: CaseClause, variable: Var): void {
  declare(check, check.env.scope, null, variable, clause.colon);
  recordImplicit(check, clause, variable);
}

// The operand that the types of the cases are compared with; null if it is not fit for that.
function guardOrNull(check: Checker, e: Expr): Operand | null {
  const x = new Operand();
  expr(check, null, x, e);
  if (!x.isValid) return null;
  const text = check.operandText(x);
  if (isTypeParam(x.type)) {
    const message = `cannot use type switch on type parameter value ${text}`;
    check.error(x, 'InvalidTypeSwitch', message);
    return null;
  }
  if (isInterface(x.type)) return x;
  check.error(x, 'InvalidTypeSwitch', `${text} is not an interface`);
  return null;
}

/** A type that a case has listed, null for nil, and where. */
interface SeenType {
  readonly type: Type | null;
  readonly e: Expr;
}

// Checks the types of a clause and returns that of the clause's variable: the type listed if it is
// a single one, else the type of the guard.
function caseTypes(
  check: Checker,
  x: Operand | null,
  list: readonly Expr[],
  seen: SeenType[],
): Type {
  let last: Type | null = null;
  for (const e of list) {
    last = caseTypeOrNull(check, e);
    if (last !== null && isInvalid(last)) continue;
    if (isDuplicate(check, last, e, seen)) continue;
    seen.push({ type: last, e });
    if (x !== null && last !== null) typeAssertion(check, e, x, last, true);
  }
  if (list.length === 1 && last !== null) return last;
  return x?.type ?? Typ.invalid;
}

// Null stands for nil.
function caseTypeOrNull(check: Checker, e: Expr): Type | null {
  if (!isNil(check, e)) return varType(check, e);
  expr(check, null, new Operand(), e);
  return null;
}

function isNil(check: Checker, e: Expr): boolean {
  const inner = unparen(e);
  return inner.kind === 'Ident' && check.lookup(inner.name)?.kind === 'Nil';
}

function isDuplicate(
  check: Checker,
  type: Type | null,
  e: Expr,
  seen: readonly SeenType[],
): boolean {
  const other = seen.find((each) =>
    type === null || each.type === null ? type === each.type : identical(type, each.type),
  );
  if (other === undefined) return false;
  const text = type === null ? 'nil' : check.text(type);
  check.errors.report('DuplicateCase', [
    { at: e, message: `duplicate case ${text} in type switch` },
    { at: other.e, message: 'previous case' },
  ]);
  return true;
}
