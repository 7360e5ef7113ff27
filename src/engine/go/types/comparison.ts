// Comparisons and the matching of operand types (spec, "Comparison operators"; types2 expr.go).

import type { ComparisonOperator } from '../syntax/ast.ts';
import { exprString } from '../syntax/print-expr.ts';
import { isAssignable } from './assignable.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { makeBool } from './constant.ts';
import { compareConstants } from './constant-operations.ts';
import type { ErrorCode } from './error-codes.ts';
import { invalidOperation } from './errors.ts';
import type { Operand } from './operand.ts';
import {
  compositeKind,
  defaultType,
  isNonTypeParamInterface,
  isTyped,
  isTypeParam,
} from './predicates.ts';
import {
  allBoolean,
  allNumeric,
  allOrdered,
  allString,
  hasNil,
  incomparability,
  isComparable,
} from './type-set.ts';
import type { Type } from './type.ts';
import { isInvalid, under } from './under.ts';
import { convertUntyped, updateExprType } from './untyped.ts';

interface Problem {
  readonly code: ErrorCode;
  /** The operand that the error is reported at. */
  readonly operand: Operand;
  /** "" for the usual reason. */
  readonly cause: string;
}

/** Makes `x` the result of `x op y`, or invalid. */
export function comparison(check: Checker, x: Operand, y: Operand, op: ComparisonOperator): void {
  compare(check, x, y, op, false);
}

/** Compares the expression `x` of a case with the tag `y` of its switch. */
export function caseComparison(check: Checker, x: Operand, y: Operand): void {
  compare(check, x, y, '==', true);
}

function compare(
  check: Checker,
  x: Operand,
  y: Operand,
  op: ComparisonOperator,
  isCase: boolean,
): void {
  if (isInvalid(x.type) || isInvalid(y.type)) {
    x.invalidate();
    return;
  }
  const problem = comparisonProblem(check, x, y, op);
  if (problem !== null) {
    reportProblem(check, x, y, op, problem, isCase);
    x.invalidate();
    return;
  }
  if (x.mode === 'constant' && y.mode === 'constant') {
    x.value = makeBool(compareConstants(x.value, op, y.value));
  } else {
    x.mode = 'value';
    // The operands exist at run time, with their default types if they are untyped.
    updateExprType(check, x.expr, defaultType(x.type), true);
    updateExprType(check, y.expr, defaultType(y.type), true);
  }
  x.type = Typ.untypedBool;
}

function comparisonProblem(
  check: Checker,
  x: Operand,
  y: Operand,
  op: ComparisonOperator,
): Problem | null {
  if (!isAssignable(check, x, y.type) && !isAssignable(check, y, x.type)) {
    const cause = `mismatched types ${check.text(x.type)} and ${check.text(y.type)}`;
    return { code: 'MismatchedTypes', operand: y, cause };
  }
  const undefinedFor = (operand: Operand, cause = ''): Problem => ({
    code: 'UndefinedOp',
    operand,
    cause,
  });
  if (op === '==' || op === '!=') {
    if (x.isNil || y.isNil) {
      return hasNil(x.isNil ? y.type : x.type) ? null : undefinedFor(y);
    }
    for (const operand of [x, y]) {
      if (!isComparable(operand.type)) {
        return undefinedFor(operand, incomparableCause(check, operand.type));
      }
    }
    return null;
  }
  for (const operand of [x, y]) if (!allOrdered(operand.type)) return undefinedFor(operand);
  return null;
}

function reportProblem(
  check: Checker,
  x: Operand,
  y: Operand,
  op: ComparisonOperator,
  problem: Problem,
  isCase: boolean,
): void {
  let { operand, cause } = problem;
  if (cause === '') {
    if (isTypeParam(x.type) || isTypeParam(y.type)) {
      if (!isTypeParam(x.type)) operand = y;
      cause = `type parameter ${check.text(operand.type)} cannot use operator ${op}`;
    } else {
      const kind = compositeKind(operand.type);
      const what = kind === '' ? check.text(operand.type) : kind;
      cause = `operator ${op} not defined on ${what}`;
    }
  }
  const left = x.expr === null ? '' : exprString(x.expr);
  const right = y.expr === null ? '' : exprString(y.expr);
  if (isCase) {
    check.error(x, problem.code, `invalid case ${left} in switch on ${right} (${cause})`);
  } else {
    const message = `${invalidOperation}${left} ${op} ${right} (${cause})`;
    check.error(operand, problem.code, message);
  }
}

/** Why values of a type cannot be compared; "" if there is nothing more to say. */
export function incomparableCause(check: Checker, type: Type): string {
  const { kind } = under(type);
  if (kind === 'Slice' || kind === 'Signature' || kind === 'Map') {
    return `${compositeKind(type)} can only be compared to nil`;
  }
  return incomparability(type, true)?.((each) => check.text(each)) ?? '';
}

/** Converts an untyped operand to the type of the other, where that may be meant. */
export function matchTypes(check: Checker, x: Operand, y: Operand): void {
  if (!mayConvert(x, y)) return;
  convertUntyped(check, x, y.type);
  if (!x.isValid) return;
  convertUntyped(check, y, x.type);
  if (!y.isValid) x.invalidate();
}

// Where conversion cannot be meant, mismatched types are the better message.
function mayConvert(x: Operand, y: Operand): boolean {
  if (isTyped(x.type) && isTyped(y.type)) return false;
  if (allNumeric(x.type) !== allNumeric(y.type)) return false;
  if (isNonTypeParamInterface(x.type) || isNonTypeParamInterface(y.type)) return true;
  if (allBoolean(x.type) !== allBoolean(y.type)) return false;
  if (allString(x.type) !== allString(y.type)) return false;
  if (x.isNil) return hasNil(y.type);
  if (y.isNil) return hasNil(x.type);
  return under(x.type).kind !== 'Pointer' && under(y.type).kind !== 'Pointer';
}
