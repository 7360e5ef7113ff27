// Statements (spec, "Statements"; types2 stmt.go). Branches and labels are checked by the parser.
// Invariant: a statement leaves the scope it was found in, and the function literals in it are
// checked at its end, before what follows can add names.

import type {
  AssignStmt,
  BinaryOperator,
  CommClause,
  Expr,
  ExprStmt,
  ForStmt,
  IfStmt,
  IncDecStmt,
  ReturnStmt,
  SelectStmt,
  SendStmt,
  Stmt,
} from '../syntax/ast.ts';
import { formatPosition } from '../syntax/diagnostic.ts';
import { exprString } from '../syntax/print-expr.ts';
import { assignment, assignOperand, assignVars, initVars } from './assignments.ts';
import type { Checker } from './checker.ts';
import { declStmt } from './declaration-statements.ts';
import { invalidOperation } from './errors.ts';
import { expr, genericExpr, use } from './evaluate.ts';
import { objectString } from './object-string.ts';
import { Operand } from './operand.ts';
import { binary, chanElemOrNull } from './operators.ts';
import { rangeClause } from './range-statement.ts';
import { shortVarDecl } from './short-var-declaration.ts';
import { unparen } from './signature.ts';
import { expressionSwitch } from './switch-statement.ts';
import { allBoolean, allNumeric } from './type-set.ts';
import { typeSwitch } from './type-switch-statement.ts';

/** Checks statements in the innermost scope. */
export function stmtList(check: Checker, list: readonly Stmt[]): void {
  for (const statement of list) stmt(check, statement);
}

/** Checks one statement. */
export function stmt(check: Checker, statement: Stmt): void {
  const top = check.delayedCount;
  stmtInner(check, statement);
  check.processDelayed(top);
}

function stmtInner(check: Checker, s: Stmt): void {
  switch (s.kind) {
    case 'BadStmt':
    case 'EmptyStmt':
    case 'BranchStmt':
    case 'CaseClause':
    case 'CommClause':
      return;
    case 'DeclStmt':
      return declStmt(check, s.decl);
    case 'LabeledStmt':
      return stmt(check, s.stmt);
    case 'ExprStmt':
      return exprStmt(check, s);
    case 'SendStmt':
      return sendStmt(check, s);
    case 'IncDecStmt':
      return incDecStmt(check, s);
    case 'AssignStmt':
      return assignStmt(check, s);
    case 'GoStmt':
      return suspendedCall(check, 'go', s.call);
    case 'DeferStmt':
      return suspendedCall(check, 'defer', s.call);
    case 'ReturnStmt':
      return returnStmt(check, s);
    case 'BlockStmt':
      check.openScope(s, 'block');
      stmtList(check, s.list);
      return check.closeScope();
    case 'IfStmt':
      return ifStmt(check, s);
    case 'SwitchStmt':
      check.openScope(s, 'switch');
      if (s.init !== null) stmt(check, s.init);
      expressionSwitch(check, s, stmtList);
      return check.closeScope();
    case 'TypeSwitchStmt':
      check.openScope(s, 'switch');
      if (s.init !== null) stmt(check, s.init);
      typeSwitch(check, s, stmtList);
      return check.closeScope();
    case 'SelectStmt':
      return selectStmt(check, s);
    case 'ForStmt':
      return forStmt(check, s);
    case 'RangeStmt':
      rangeClause(check, s);
      stmt(check, s.body);
      return check.closeScope();
  }
}

// Only calls and receive operations may stand alone.
function exprStmt(check: Checker, s: ExprStmt): void {
  const x = new Operand();
  const kind = check.rawExpr(null, x, s.x, null, false);
  if (x.mode === 'builtin') {
    check.error(x, 'UncalledBuiltin', `${check.operandText(x)} must be called`);
  } else if (x.mode === 'typexpr') {
    check.error(x, 'NotAnExpr', `${check.operandText(x)} is not an expression`);
  } else if (kind !== 'statement') {
    check.error(x, 'UnusedExpr', `${check.operandText(x)} is not used`);
  }
}

function sendStmt(check: Checker, s: SendStmt): void {
  const [channel, value] = [new Operand(), new Operand()];
  expr(check, null, channel, s.chan);
  genericExpr(check, value, s.value);
  if (!channel.isValid || !value.isValid) return;
  const elem = chanElemOrNull(check, s, channel, 'send');
  if (elem !== null) assignment(check, value, elem, 'send');
}

function incDecStmt(check: Checker, s: IncDecStmt): void {
  const x = new Operand();
  expr(check, null, x, s.x);
  if (!x.isValid) return;
  if (!allNumeric(x.type)) {
    const message = `${exprString(s.x)}${s.tok} (non-numeric type ${check.text(x.type)})`;
    check.error(s.x, 'NonNumericIncDec', invalidOperation + message);
    return;
  }
  assignOperand(check, s.x, x, 'assignment');
}

function assignStmt(check: Checker, s: AssignStmt): void {
  const { lhs, rhs, tok } = s;
  if (tok === '=') return assignVars(check, lhs, rhs);
  if (tok === ':=') return shortVarDecl(check, s.tokPos, lhs, rhs);
  const [left] = lhs;
  const [right] = rhs;
  const op = operatorOf(tok);
  if (left === undefined || right === undefined || lhs.length > 1 || rhs.length > 1) {
    const message = `assignment operation ${op} requires single-valued expressions`;
    check.error(s, 'MultiValAssignOp', message);
    return;
  }
  const x = new Operand();
  binary(check, x, null, left, right, op);
  assignOperand(check, left, x, 'assignment');
}

const assignOperators: {
  readonly [Token in Exclude<AssignStmt['tok'], '=' | ':='>]: BinaryOperator;
} = {
  '+=': '+',
  '-=': '-',
  '*=': '*',
  '/=': '/',
  '%=': '%',
  '&=': '&',
  '|=': '|',
  '^=': '^',
  '<<=': '<<',
  '>>=': '>>',
  '&^=': '&^',
};

function operatorOf(tok: keyof typeof assignOperators): BinaryOperator {
  return assignOperators[tok];
}

function suspendedCall(check: Checker, keyword: 'go' | 'defer', call: Expr): void {
  const code = keyword === 'go' ? 'InvalidGo' : 'InvalidDefer';
  if (call.kind !== 'CallExpr') {
    check.error(call, code, `expression in ${keyword} must be function call`);
    use(check, [call]);
    return;
  }
  const x = new Operand();
  const kind = check.rawExpr(null, x, call, null, false);
  if (kind === 'statement') return;
  const text = check.operandText(x);
  if (kind === 'conversion') {
    check.error(x, code, `${keyword} requires function call, not conversion ${text}`);
  } else check.error(x, 'UnusedResults', `${keyword} discards result of ${text}`);
}

function returnStmt(check: Checker, s: ReturnStmt): void {
  const results = check.env.signature?.results.vars ?? [];
  const isBare = s.results.length === 0 && results.length > 0 && results[0]?.name !== '';
  if (!isBare) {
    initVars(check, results, s.results, s);
    return;
  }
  // A name that hides a result here would make the return mean something else than it says.
  for (const result of results) {
    const other = check.lookup(result.name);
    if (other === null || other === result) continue;
    const inner = objectString(result, check.format);
    check.errors.report('OutOfScopeResult', [
      { at: s, message: `result parameter ${result.name} not in scope at return` },
      { at: other, message: `inner declaration of ${inner}` },
    ]);
  }
}

function condition(check: Checker, e: Expr, statement: 'if' | 'for'): void {
  const x = new Operand();
  expr(check, null, x, e);
  if (!x.isValid || allBoolean(x.type)) return;
  check.error(e, 'InvalidCond', `non-boolean condition in ${statement} statement`);
}

function ifStmt(check: Checker, s: IfStmt): void {
  check.openScope(s, 'if');
  if (s.init !== null) stmt(check, s.init);
  condition(check, s.cond, 'if');
  stmt(check, s.body);
  if (s.else !== null) stmt(check, s.else);
  check.closeScope();
}

function forStmt(check: Checker, s: ForStmt): void {
  check.openScope(s, 'for');
  if (s.init !== null) stmt(check, s.init);
  if (s.cond !== null) condition(check, s.cond, 'for');
  if (s.post !== null) {
    stmt(check, s.post);
    // The parser has reported that nothing may be declared here.
    if (s.post.kind === 'AssignStmt' && s.post.tok === ':=') use(check, s.post.lhs);
  }
  stmt(check, s.body);
  check.closeScope();
}

function selectStmt(check: Checker, s: SelectStmt): void {
  let first: CommClause | null = null;
  for (const clause of s.body.list) {
    if (clause.comm !== null) continue;
    if (first !== null) {
      const where = formatPosition(check.fset, first.pos);
      check.error(clause, 'DuplicateDefault', `multiple defaults (first at ${where})`);
    } else first = clause;
  }
  for (const clause of s.body.list) {
    const { comm } = clause;
    if (comm !== null && !isCommunication(comm)) {
      const message = 'select case must be send or receive (possibly with assignment)';
      check.error(comm, 'InvalidSelectCase', message);
      continue;
    }
    check.openScope(clause, 'case');
    if (comm !== null) stmt(check, comm);
    stmtList(check, clause.body);
    check.closeScope();
  }
}

function isCommunication(comm: Stmt): boolean {
  if (comm.kind === 'SendStmt') return true;
  const [value, ...others] =
    comm.kind === 'AssignStmt' ? comm.rhs : comm.kind === 'ExprStmt' ? [comm.x] : [];
  if (value === undefined || others.length > 0) return false;
  const inner = unparen(value);
  return inner.kind === 'UnaryExpr' && inner.op === '<-';
}
