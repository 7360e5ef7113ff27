// Assignments and initializations (spec, "Assignment statements", "Variable declarations"; types2
// assignments.go): one value to one variable, lists to lists, results of calls to lists.
// Invariant: a variable without a type has one afterwards, the invalid type after an error.

import type { Expr, ReturnStmt } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { exprString } from '../syntax/print-expr.ts';
import { exprList } from './argument-lists.ts';
import { unassignable } from './assignable.ts';
import { Typ, unknownType } from './basic.ts';
import type { Checker } from './checker.ts';
import type { ErrorCode } from './error-codes.ts';
import type { Place } from './errors.ts';
import { expr, multiExpr, newTarget, singleValue, use, useLHS } from './evaluate.ts';
import { nonGeneric } from './instantiate-function.ts';
import { Operand } from './operand.ts';
import { defaultType, isNonTypeParamInterface, isUntyped } from './predicates.ts';
import { recordCommaOkTypes, recordDef } from './recording.ts';
import { unparen } from './signature.ts';
import type { Cause } from './type-host.ts';
import type { Const, Type, Var } from './type.ts';
import { measure, operandTypes, typesSummary, varTypes } from './types-summary.ts';
import { isInvalid, under } from './under.ts';
import { implicitTypeAndValue, updateExprType, updateExprValue } from './untyped.ts';

/**
 * Checks that an operand may be assigned to a variable of type `T`, or to the blank identifier if
 * `T` is null, and gives it its final type. After an error the operand is invalid. `context` names
 * the assignment in messages.
 */
export function assignment(check: Checker, x: Operand, T: Type | null, context: string): void {
  singleValue(check, x);
  if (!x.isValid) return;
  if (x.mode === 'novalue' || x.mode === 'builtin' || x.mode === 'typexpr') {
    const target = T === null ? '<nil>' : check.text(T);
    const message = `cannot assign ${check.operandText(x)} to ${target} in ${context}`;
    check.error(x, 'IncompatibleAssign', message);
    x.invalidate();
    return;
  }
  if (isUntyped(x.type) && !convertForAssignment(check, x, T, context)) {
    x.invalidate();
    return;
  }
  // A generic function cannot be assigned unless the target says how to instantiate it.
  nonGeneric(check, T === null ? null : newTarget(T, context), x);
  if (!x.isValid || T === null) return;
  const cause: Cause = { text: '' };
  const code = unassignable(check, x, T, cause);
  if (code === null) return;
  const reason = cause.text === '' ? '' : `: ${cause.text}`;
  check.error(x, code, cannotUse(check, x, T, context) + reason);
  x.invalidate();
}

function cannotUse(check: Checker, x: Operand, T: Type, context: string): string {
  return `cannot use ${check.operandText(x)} as ${check.text(T)} value in ${context}`;
}

const assignmentNotes: { readonly [Code in ErrorCode]?: string } = {
  TruncatedFloat: ' (truncated)',
  NumericOverflow: ' (overflows)',
};

// Gives an untyped operand the type of the target, or its default type if that is an interface or
// the blank identifier; false after an error.
function convertForAssignment(
  check: Checker,
  x: Operand,
  T: Type | null,
  context: string,
): boolean {
  let target: Type;
  if (x.isNil) {
    if (T === null) {
      check.error(x, 'UntypedNilUse', `use of untyped nil in ${context}`);
      return false;
    }
    target = T;
  } else target = T === null || isNonTypeParamInterface(T) ? defaultType(x.type) : T;
  const { type, value, code } = implicitTypeAndValue(x, target);
  if (type === null) {
    const note = assignmentNotes[code] ?? '';
    const message = cannotUse(check, x, target, context) + note;
    check.error(x, note === '' ? 'IncompatibleAssign' : code, message);
    return false;
  }
  if (value !== null) {
    x.value = value;
    updateExprValue(check, x.expr, value);
  }
  if (type !== x.type) {
    x.type = type;
    updateExprType(check, x.expr, type, false);
  }
  return true;
}

/** Initializes a constant, whose type is that of the value unless it has one. */
export function initConst(check: Checker, lhs: Const, x: Operand): void {
  const hasType = lhs.type !== unknownType;
  const giveUp = (): void => {
    if (!hasType) lhs.type = Typ.invalid;
  };
  if (!x.isValid || isInvalid(x.type) || (hasType && isInvalid(lhs.type))) return giveUp();
  if (x.mode !== 'constant') {
    check.error(x, 'InvalidConstInit', `${check.operandText(x)} is not constant`);
    return giveUp();
  }
  if (!hasType) lhs.type = x.type;
  assignment(check, x, lhs.type, 'constant declaration');
  if (x.isValid) lhs.value = x.value;
}

/** Initializes a variable, whose type is that of the value unless it has one. */
export function initVar(check: Checker, lhs: Var, x: Operand, context: string): void {
  const hasType = lhs.type !== unknownType;
  if (!x.isValid || isInvalid(x.type) || (hasType && isInvalid(lhs.type))) {
    if (!hasType) lhs.type = Typ.invalid;
    x.invalidate();
    return;
  }
  if (!hasType) {
    if (x.type === Typ.untypedNil) {
      check.error(x, 'UntypedNilUse', `use of untyped nil in ${context}`);
      lhs.type = Typ.invalid;
      x.invalidate();
      return;
    }
    lhs.type = isUntyped(x.type) ? defaultType(x.type) : x.type;
  }
  assignment(check, x, lhs.type, context);
}

// What a left-hand side allows: the blank identifier takes anything.
type LeftSide = { readonly kind: 'blank' | 'invalid' } | { readonly kind: 'var'; type: Type };

// Being assigned to does not make a variable used.
function leftSide(check: Checker, lhs: Expr): LeftSide {
  const inner = unparen(lhs);
  const ident = inner.kind === 'Ident' ? inner : null;
  if (ident !== null && ident.name === '_') {
    recordDef(check, ident, null);
    return { kind: 'blank' };
  }
  const object = ident === null ? null : check.lookup(ident.name);
  const variable = object?.kind === 'Var' && object.pkg === check.pkg ? object : null;
  const wasUsed = variable !== null && check.usedVars.has(variable);
  const x = new Operand();
  expr(check, null, x, lhs);
  if (variable !== null && !wasUsed) check.usedVars.delete(variable);
  if (!x.isValid || isInvalid(x.type)) return { kind: 'invalid' };
  if (x.mode === 'variable' || x.mode === 'mapindex') return { kind: 'var', type: x.type };
  const text = x.expr === null ? '' : exprString(x.expr);
  if (x.expr?.kind === 'SelectorExpr') {
    const container = new Operand();
    expr(check, null, container, x.expr.x);
    if (container.mode === 'mapindex') {
      const message = `cannot assign to struct field ${text} in map`;
      check.error(x, 'UnaddressableFieldAssign', message);
      return { kind: 'invalid' };
    }
  }
  const message = `cannot assign to ${text} (neither addressable nor a map index expression)`;
  check.error(x, 'UnassignableOperand', message);
  return { kind: 'invalid' };
}

/** Assigns an evaluated operand to a left-hand side; after an error the operand is invalid. */
export function assignOperand(check: Checker, lhs: Expr, x: Operand, context: string): void {
  const left = leftSide(check, lhs);
  if (left.kind === 'invalid') x.invalidate();
  else assignTo(check, left, x, context);
}

function assignTo(check: Checker, left: LeftSide, x: Operand, context: string): void {
  const T = left.kind === 'var' ? left.type : null;
  const blank = T === null && context === 'assignment';
  assignment(check, x, T, blank ? 'assignment to _ identifier' : context);
}

function assignExpr(check: Checker, lhs: Expr, rhs: Expr, context: string): void {
  const left = leftSide(check, lhs);
  if (left.kind === 'invalid') {
    use(check, [rhs]);
    return;
  }
  const isFunc = left.kind === 'var' && under(left.type).kind === 'Signature';
  const target = left.kind === 'var' && isFunc ? newTarget(left.type, exprString(lhs)) : null;
  const x = new Operand();
  expr(check, target, x, rhs);
  assignTo(check, left, x, context);
}

function assignError(check: Checker, rhs: readonly Expr[], left: number, right: number): void {
  const [first] = rhs;
  if (first === undefined) return;
  const vars = measure(left, 'variable');
  const values = measure(right, 'value');
  const call = unparen(first);
  const what =
    rhs.length === 1 && call.kind === 'CallExpr'
      ? `${exprString(call.fun)} returns ${values}`
      : values;
  check.error(first, 'WrongAssignCount', `assignment mismatch: ${vars} but ${what}`);
}

function returnError(
  check: Checker,
  statement: ReturnStmt,
  lhs: readonly Var[],
  rhs: readonly Operand[],
): void {
  const isTooMany = rhs.length > lhs.length;
  const at: Place = rhs[isTooMany ? lhs.length : rhs.length - 1] ?? statement;
  const have = typesSummary(check, operandTypes(rhs), 'plain');
  const want = typesSummary(check, varTypes(lhs), 'plain');
  check.errors.report('WrongResultCount', [
    { at, message: `${isTooMany ? 'too many' : 'not enough'} return values` },
    { at: noPos, message: `have ${have}` },
    { at: noPos, message: `want ${want}` },
  ]);
}

function isSingleCall(rhs: readonly Expr[]): boolean {
  const [first] = rhs;
  return rhs.length === 1 && first !== undefined && unparen(first).kind === 'CallExpr';
}

// Whatever went wrong, variables have a type afterwards.
function completeVars(lhs: readonly Var[]): void {
  for (const variable of lhs) if (variable.type === unknownType) variable.type = Typ.invalid;
}

/**
 * Initializes variables with expressions, or result parameters with the expressions of a return
 * statement.
 */
export function initVars(
  check: Checker,
  lhs: readonly Var[],
  rhs: readonly Expr[],
  returnStmt: ReturnStmt | null,
): void {
  const assigning = lhs.length > 1 ? 'multiple assignment' : 'assignment';
  const context = returnStmt === null ? assigning : 'return statement';
  if (lhs.length === rhs.length && !isSingleCall(rhs)) {
    for (const [i, variable] of lhs.entries()) {
      const value = rhs[i];
      if (value !== undefined) initVarWith(check, variable, value, context, returnStmt !== null);
    }
    return;
  }
  const [first] = rhs;
  if (rhs.length !== 1 || first === undefined) {
    // A mismatch is worth reporting only if nothing else is wrong.
    if (use(check, rhs)) {
      if (returnStmt !== null) returnError(check, returnStmt, lhs, exprList(check, rhs));
      else assignError(check, rhs, lhs.length, rhs.length);
    }
    completeVars(lhs);
    return;
  }
  const { list, commaOk } = multiExpr(check, first, lhs.length === 2 && returnStmt === null);
  if (lhs.length === list.length) {
    for (const [i, x] of list.entries()) {
      const variable = lhs[i];
      if (variable !== undefined) initVar(check, variable, x, context);
    }
    if (commaOk) recordCommaOk(check, first, list);
    return;
  }
  if (list[0]?.isValid === true) {
    if (returnStmt !== null) returnError(check, returnStmt, lhs, list);
    else assignError(check, rhs, lhs.length, list.length);
  }
  completeVars(lhs);
}

function initVarWith(
  check: Checker,
  variable: Var,
  value: Expr,
  context: string,
  isResult: boolean,
): void {
  const name = isResult && variable.name === '' ? 'result variable' : variable.name;
  const x = new Operand();
  expr(check, newTarget(variable.type, name), x, value);
  initVar(check, variable, x, context);
}

function recordCommaOk(check: Checker, e: Expr, list: readonly Operand[]): void {
  const [x, ok] = list;
  if (x?.isValid && ok?.isValid) recordCommaOkTypes(check, e, x.type, ok.type);
}

/** Assigns expressions to left-hand sides. */
export function assignVars(check: Checker, lhs: readonly Expr[], rhs: readonly Expr[]): void {
  const context = lhs.length > 1 ? 'multiple assignment' : 'assignment';
  if (lhs.length === rhs.length && !isSingleCall(rhs)) {
    for (const [i, left] of lhs.entries()) {
      const value = rhs[i];
      if (value !== undefined) assignExpr(check, left, value, context);
    }
    return;
  }
  const [first] = rhs;
  if (rhs.length !== 1 || first === undefined) {
    const leftIsFine = useLHS(check, lhs);
    const rightIsFine = use(check, rhs);
    if (leftIsFine && rightIsFine) assignError(check, rhs, lhs.length, rhs.length);
    return;
  }
  const { list, commaOk } = multiExpr(check, first, lhs.length === 2);
  if (lhs.length === list.length) {
    for (const [i, x] of list.entries()) {
      const left = lhs[i];
      if (left !== undefined) assignOperand(check, left, x, context);
    }
    if (commaOk) recordCommaOk(check, first, list);
    return;
  }
  if (list[0]?.isValid === true) assignError(check, rhs, lhs.length, list.length);
  useLHS(check, lhs);
}
