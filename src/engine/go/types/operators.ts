// Unary and binary operators, shifts and receive (spec, "Operators"; types2 expr.go).

import type { BinaryExpr, BinaryOperator, Expr, UnaryExpr, UnaryOperator } from '../syntax/ast.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { comparison, matchTypes } from './comparison.ts';
import { imaginaryPart, realPart, signOf, unknownValue, type Value } from './constant.ts';
import { binaryOperation, shiftOperation, toInt, unaryOperation } from './constant-operations.ts';
import { integerBits } from './constant-representable.ts';
import { isComplete } from './cycles.ts';
import { invalidOperation, type Place } from './errors.ts';
import { expr } from './evaluate.ts';
import { identical } from './identical.ts';
import { Operand } from './operand.ts';
import { isComplex, isInteger, isTypeParam, isUnsigned, isUntyped } from './predicates.ts';
import {
  allBoolean,
  allInteger,
  allNumeric,
  allNumericOrString,
  allUnsigned,
  commonUnder,
} from './type-set.ts';
import type { Type } from './type.ts';
import { isInvalid, under } from './under.ts';
import { convertUntyped, isComparison, operatorPos, overflow, representable } from './untyped.ts';

type Predicate = (type: Type) => boolean;

const unaryPredicates: { readonly [Op in UnaryOperator]?: Predicate } = {
  '+': allNumeric,
  '-': allNumeric,
  '^': allInteger,
  '!': allBoolean,
};

const binaryPredicates: { readonly [Op in BinaryOperator]?: Predicate } = {
  '+': allNumericOrString,
  '-': allNumeric,
  '*': allNumeric,
  '/': allNumeric,
  '%': allInteger,
  '&': allInteger,
  '|': allInteger,
  '^': allInteger,
  '&^': allInteger,
  '&&': allBoolean,
  '||': allBoolean,
};

function isDefined(
  check: Checker,
  predicate: Predicate | undefined,
  x: Operand,
  op: string,
): boolean {
  if (predicate?.(x.type) === true) return true;
  const message = `operator ${op} not defined on ${check.operandText(x)}`;
  check.error(x, 'UndefinedOp', invalidOperation + message);
  return false;
}

/** Makes `x` the value of `op e.x`, or invalid. */
export function unary(check: Checker, x: Operand, e: UnaryExpr): void {
  expr(check, null, x, e.x);
  if (!x.isValid) return;
  let op = e.op;
  if (op === '&') return addressOf(check, x, e.x);
  if (op === '<-') return receive(check, x);
  if (op === '~') {
    const outside = 'cannot use ~ outside of interface or type constraint';
    if (!allInteger(x.type)) {
      check.error(e, 'UndefinedOp', outside);
      x.invalidate();
      return;
    }
    check.error(e, 'UndefinedOp', `${outside} (use ^ for bitwise complement)`);
    op = '^';
  }
  if (!isDefined(check, unaryPredicates[op], x, op)) {
    x.invalidate();
    return;
  }
  if (x.mode !== 'constant') {
    x.mode = 'value';
    return;
  }
  if (x.value.kind === 'unknown') return;
  const underlying = under(x.type);
  const bits = underlying.kind === 'Basic' && isUnsigned(underlying) ? integerBits(underlying) : 0;
  x.value = unaryOperation(op, x.value, bits);
  x.expr = e;
  overflow(check, x, operatorPos(e));
}

function addressOf(check: Checker, x: Operand, operand: Expr): void {
  let inner = operand;
  while (inner.kind === 'ParenExpr') inner = inner.x;
  if (inner.kind !== 'CompositeLit' && x.mode !== 'variable') {
    const message = `cannot take address of ${check.operandText(x)}`;
    check.error(x, 'UnaddressableOperand', invalidOperation + message);
    x.invalidate();
    return;
  }
  x.mode = 'value';
  x.type = { kind: 'Pointer', elem: x.type };
}

function receive(check: Checker, x: Operand): void {
  const elem = chanElemOrNull(check, x, x, 'receive');
  if (elem === null || !isComplete(check, elem)) {
    x.invalidate();
    return;
  }
  x.mode = 'commaok';
  x.type = elem;
  check.env.hasCallOrRecv = true;
}

/** The element type of a channel to receive from or send to; null after an error. */
export function chanElemOrNull(
  check: Checker,
  place: Place,
  x: Operand,
  use: 'receive' | 'send',
): Type | null {
  const { type, error } = commonUnder(x.type, (each) => {
    if (each.under === null) return () => 'no specific channel type';
    const { type: chan } = each;
    if (each.under.kind !== 'Chan') return (text) => `non-channel ${text(chan)}`;
    if (use === 'receive' && each.under.dir === 'send') {
      return (text) => `send-only channel ${text(chan)}`;
    }
    if (use === 'send' && each.under.dir === 'receive') {
      return (text) => `receive-only channel ${text(chan)}`;
    }
    return null;
  });
  if (type?.kind === 'Chan') return type.elem;
  const cause = error?.((each) => check.text(each)) ?? '';
  const verb = use === 'receive' ? 'cannot receive from' : 'cannot send to';
  const text = check.operandText(x);
  const detail = isTypeParam(x.type) ? `${text}: ${cause}` : `${cause} ${text}`;
  const code = use === 'receive' ? 'InvalidReceive' : 'InvalidSend';
  check.error(place, code, `${invalidOperation}${verb} ${detail}`);
  return null;
}

/**
 * Makes `x` the value of `lhs op rhs`, or invalid; `e` is the whole expression, or null for an
 * assignment operation.
 */
export function binary(
  check: Checker,
  x: Operand,
  e: BinaryExpr | null,
  lhs: Expr,
  rhs: Expr,
  op: BinaryOperator,
): void {
  const y = new Operand();
  expr(check, null, x, lhs);
  expr(check, null, y, rhs);
  if (!x.isValid) return;
  if (!y.isValid) {
    x.invalidate();
    x.expr = y.expr;
    return;
  }
  if (op === '<<' || op === '>>') return shift(check, x, y, e, op);
  matchTypes(check, x, y);
  if (!x.isValid) return;
  if (isComparisonOperator(op)) return comparison(check, x, y, op);
  if (!identical(x.type, y.type)) {
    if (!isInvalid(x.type) && !isInvalid(y.type)) {
      const types = `(mismatched types ${check.text(x.type)} and ${check.text(y.type)})`;
      const text = e === null ? `${exprString(lhs)} ${op}= ${exprString(rhs)}` : exprString(e);
      check.error(x, 'MismatchedTypes', `${invalidOperation}${text} ${types}`);
    }
    x.invalidate();
    return;
  }
  if (!isDefined(check, binaryPredicates[op], x, op) || dividesByZero(check, x, y, op)) {
    x.invalidate();
    return;
  }
  if (x.mode !== 'constant' || y.mode !== 'constant') {
    x.mode = 'value';
    return;
  }
  if (x.value.kind === 'unknown' || y.value.kind === 'unknown') {
    x.value = unknownValue;
    return;
  }
  x.value = binaryOperation(x.value, op === '/' && isInteger(x.type) ? 'quo' : op, y.value);
  x.expr = e;
  overflow(check, x, operatorPos(e));
}

type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

function isComparisonOperator(op: BinaryOperator): op is ComparisonOperator {
  return isComparison(op);
}

function dividesByZero(check: Checker, x: Operand, y: Operand, op: BinaryOperator): boolean {
  if ((op !== '/' && op !== '%') || y.mode !== 'constant') return false;
  const isConstant = x.mode === 'constant';
  let isZero = (isConstant || allInteger(x.type)) && signOf(y.value) === 0;
  if (!isZero && isConstant && isComplex(x.type)) {
    // The squares of tiny parts underflow to zero.
    const square = (part: Value): Value => binaryOperation(part, '*', part);
    const [re, im] = [square(realPart(y.value)), square(imaginaryPart(y.value))];
    isZero = signOf(re) === 0 && signOf(im) === 0;
  }
  if (isZero) check.error(y, 'DivByZero', `${invalidOperation}division by zero`);
  return isZero;
}

/** Constant shifts go no further: 1023 - 1 + 52, so that the smallest float64 can be written. */
const maxShift = 1074n;

function shift(check: Checker, x: Operand, y: Operand, e: Expr | null, op: '<<' | '>>'): void {
  const value = x.mode === 'constant' ? toInt(x.value) : null;
  const isInt = allInteger(x.type) || (isUntyped(x.type) && value?.kind === 'int');
  if (!isInt) return shiftedOperandError(check, x);
  if (!isShiftCount(check, y)) {
    x.invalidate();
    return;
  }
  if (x.mode === 'constant' && value !== null) {
    if (y.mode === 'constant') return constantShift(check, x, y, value, e, op);
    if (isUntyped(x.type)) {
      // The operand gets its type from the context of the whole shift.
      const info = x.expr === null ? undefined : check.untyped.get(x.expr);
      if (x.expr !== null && info !== undefined) {
        check.untyped.set(x.expr, { ...info, isLhs: true });
      }
      x.mode = 'value';
      return;
    }
  }
  if (!allInteger(x.type)) return shiftedOperandError(check, x);
  x.mode = 'value';
}

function shiftedOperandError(check: Checker, x: Operand): void {
  const message = `shifted operand ${check.operandText(x)} must be integer`;
  check.error(x, 'InvalidShiftOperand', invalidOperation + message);
  x.invalidate();
}

function isShiftCount(check: Checker, y: Operand): boolean {
  const fail = (message: string): false => {
    check.error(y, 'InvalidShiftCount', invalidOperation + message);
    return false;
  };
  if (y.mode === 'constant') {
    const value = toInt(y.value);
    if (value.kind === 'int' && value.value < 0n) {
      return fail(`negative shift count ${check.operandText(y)}`);
    }
    if (isUntyped(y.type)) {
      representable(check, y, Typ.uint);
      return y.isValid;
    }
    // A typed constant of another type than integer is left to the shift itself.
    return true;
  }
  if (allInteger(y.type)) {
    if (allUnsigned(y.type)) return true;
    const what = `${invalidOperation}signed shift count ${check.operandText(y)}`;
    return check.verifyVersion(y, 'go1.13', what);
  }
  if (isUntyped(y.type)) {
    convertUntyped(check, y, Typ.uint);
    return y.isValid;
  }
  return fail(`shift count ${check.operandText(y)} must be integer`);
}

function constantShift(
  check: Checker,
  x: Operand,
  y: Operand,
  value: Value,
  e: Expr | null,
  op: '<<' | '>>',
): void {
  if (x.value.kind === 'unknown' || y.value.kind === 'unknown') {
    x.value = unknownValue;
    if (!isInteger(x.type)) x.type = Typ.untypedInt;
    return;
  }
  const count = toInt(y.value);
  if (count.kind !== 'int' || count.value > maxShift) {
    const message = `invalid shift count ${check.operandText(y)}`;
    check.error(y, 'InvalidShiftCount', invalidOperation + message);
    x.invalidate();
    return;
  }
  if (!isInteger(x.type)) x.type = Typ.untypedInt;
  x.value = shiftOperation(value, op, Number(count.value));
  x.expr = e;
  overflow(check, x, operatorPos(e));
}
