// Expression switches (spec, "Expression switches"; types2 stmt.go).

import type { CaseClause, Expr, Ident, Stmt, SwitchStmt } from '../syntax/ast.ts';
import { formatPosition } from '../syntax/diagnostic.ts';
import { gcPos } from '../syntax/positions.ts';
import { assignment } from './assignments.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { caseComparison } from './comparison.ts';
import { makeBool, type Value } from './constant.ts';
import { constantKey } from './constant-key.ts';
import { expr } from './evaluate.ts';
import { identical } from './identical.ts';
import { Operand } from './operand.ts';
import { hasNil, isComparable } from './type-set.ts';
import type { Type } from './type.ts';
import { convertUntyped } from './untyped.ts';

/** Checks the statements of a clause. */
export type CheckBody = (check: Checker, body: readonly Stmt[]) => void;

/** Checks tag and clauses of a switch, whose scope is open and whose init statement is done. */
export function expressionSwitch(check: Checker, s: SwitchStmt, checkBody: CheckBody): void {
  const x = s.tag === null ? trueOperand(s) : tagOperand(check, s.tag);
  multipleDefaults(check, s.body.list);
  const seen = new SeenValues();
  for (const clause of s.body.list) {
    caseValues(check, x, clause.list ?? [], seen);
    check.openScope(clause, 'case');
    checkBody(check, clause.body);
    check.closeScope();
  }
}

function tagOperand(check: Checker, tag: Expr): Operand {
  const x = new Operand();
  expr(check, null, x, tag);
  // The tag is kept in a variable of its own.
  assignment(check, x, null, 'switch expression');
  if (x.isValid && !isComparable(x.type) && !hasNil(x.type)) {
    const message = `cannot switch on ${check.operandText(x)} (${check.text(x.type)} is not comparable)`;
    check.error(x, 'InvalidExprSwitch', message);
    x.invalidate();
  }
  return x;
}

// A missing tag is the value true.
function trueOperand(s: SwitchStmt): Operand {
  const pos = s.body.list[0]?.pos ?? s.body.rbrace;
  const name: Ident = { kind: 'Ident', pos, end: pos, name: 'true' };
  const x = new Operand();
  x.mode = 'constant';
  x.type = Typ.bool;
  x.value = makeBool(true);
  x.expr = name;
  return x;
}

/** Reports a second default clause. */
export function multipleDefaults(check: Checker, clauses: readonly CaseClause[]): void {
  let first: CaseClause | null = null;
  for (const clause of clauses) {
    if (clause.list !== null) continue;
    if (first !== null) {
      const where = formatPosition(check.fset, first.pos);
      check.error(clause, 'DuplicateDefault', `multiple defaults (first at ${where})`);
    } else first = clause;
  }
}

function caseValues(check: Checker, x: Operand, values: readonly Expr[], seen: SeenValues): void {
  for (const e of values) {
    const value = new Operand();
    expr(check, null, value, e);
    if (!x.isValid || !value.isValid) continue;
    convertUntyped(check, value, x.type);
    if (!value.isValid) continue;
    const result = value.copy();
    caseComparison(check, result, x);
    if (!result.isValid || value.mode !== 'constant') continue;
    const other = seen.add(value);
    if (other === null) continue;
    const message = `duplicate case ${check.operandText(value)} in expression switch`;
    check.errors.report('DuplicateCase', [
      { at: value, message },
      // Where gc has the value's node, not where it starts.
      { at: gcPos(other), message: 'previous case' },
    ]);
  }
}

// Constants of a switch by value; in a switch on an interface they may differ in type.
class SeenValues {
  private readonly byKey = new Map<string, { readonly type: Type; readonly e: Expr }[]>();

  /** Null if the value is new, else the expression that had it. */
  add({ value, type, expr: e }: Operand): Expr | null {
    const key = keyOrNull(value);
    if (key === null || e === null) return null;
    const known = this.byKey.get(key) ?? [];
    const other = known.find((each) => identical(each.type, type));
    if (other !== undefined) return other.e;
    known.push({ type, e });
    this.byKey.set(key, known);
    return null;
  }
}

// As in gc only real numbers and strings are looked at.
function keyOrNull(value: Value): string | null {
  const { kind } = value;
  return kind === 'int' || kind === 'float' || kind === 'string' ? constantKey(value) : null;
}
