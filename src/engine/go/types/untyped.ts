// Untyped expressions (spec, "Constants", "Representability"; types2 const.go, expr.go): what type
// they get from their context, and whether their values fit it.
// Invariant: an untyped expression stays in `check.untyped` until its type is final, then it is
// recorded with all of its operands that share the type.

import type { Expr } from '../syntax/ast.ts';
import { type Pos, noPos } from '../syntax/pos.ts';
import { gcPos, startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import type { Checker } from './checker.ts';
import { bitLength, unknownValue, type Value } from './constant.ts';
import { representConst } from './constant-representable.ts';
import type { ErrorCode } from './error-codes.ts';
import { invalidOperation } from './errors.ts';
import { Operand } from './operand.ts';
import {
  defaultType,
  isBoolean,
  isInteger,
  isNumeric,
  isString,
  isTyped,
  isTypeParam,
  isUntyped,
  maxTypeOrNull,
} from './predicates.ts';
import { recordTypeAndValue } from './recording.ts';
import { allInteger, hasNil, isAllTypeSet, typeSetOf, underIs } from './type-set.ts';
import type { Basic, Type } from './type.ts';
import { isInvalid, under } from './under.ts';

/** Untyped integers may have this many bits. */
const maxIntBits = 512;
/** String constants may have this many bytes. */
const maxStringLength = 2_000_000_000;

/** Reports a constant result that does not fit its type, or is too large for any. */
export function overflow(check: Checker, x: Operand, operatorPos: Pos): void {
  if (x.value.kind === 'unknown') {
    check.error(operatorPos, 'InvalidConstVal', 'constant result is not representable');
    return;
  }
  if (isTyped(x.type)) {
    const underlying = under(x.type);
    if (underlying.kind === 'Basic') representable(check, x, underlying);
    return;
  }
  if (x.value.kind === 'int' && bitLength(x.value.value) > maxIntBits) {
    const name = operationName(x.expr);
    check.error(operatorPos, 'InvalidConstVal', `constant ${name}overflow`);
    x.value = unknownValue;
  } else if (x.value.kind === 'string' && x.value.bytes.length > maxStringLength) {
    const message = `constant string too long (${x.value.bytes.length} bytes > ${maxStringLength} bytes)`;
    check.error(operatorPos, 'InvalidConstVal', message);
    x.value = unknownValue;
  }
}

/** Where the operator of an operation stands; other expressions are at their start. */
export function operatorPos(e: Expr | null): Pos {
  if (e === null) return noPos;
  return e.kind === 'BinaryExpr' || e.kind === 'UnaryExpr' ? gcPos(e) : startPos(e);
}

const operationNames: Readonly<Record<string, string>> = {
  '+': 'addition ',
  '-': 'subtraction ',
  '^': 'bitwise XOR ',
  '*': 'multiplication ',
  '<<': 'shift ',
};

function operationName(e: Expr | null): string {
  if (e?.kind === 'UnaryExpr') return e.op === '^' ? 'bitwise complement ' : '';
  return e?.kind === 'BinaryExpr' ? (operationNames[e.op] ?? '') : '';
}

/** Rounds a constant to a basic type; one that does not fit is an error. */
export function representable(check: Checker, x: Operand, type: Basic): void {
  const { value, code } = representation(x, type);
  if (value === null) {
    invalidConversion(check, code, x, type);
    x.invalidate();
  } else x.value = value;
}

type Representation =
  | { readonly value: Value; readonly code: null }
  | { readonly value: null; readonly code: ErrorCode };

function representation(x: Operand, type: Basic): Representation {
  const value = representConst(x.value, type);
  if (value !== null) return { value, code: null };
  if (!isNumeric(x.type) || !isNumeric(type)) return { value: null, code: 'InvalidConstVal' };
  const truncated = !isInteger(x.type) && isInteger(type);
  return { value: null, code: truncated ? 'TruncatedFloat' : 'NumericOverflow' };
}

function invalidConversion(check: Checker, code: ErrorCode, x: Operand, target: Type): void {
  const [value, type] = [check.operandText(x), check.text(target)];
  switch (code) {
    case 'TruncatedFloat':
      return check.error(x, code, `${value} truncated to ${type}`);
    case 'NumericOverflow':
      return check.error(x, code, `${value} overflows ${type}`);
    default:
      return check.error(x, code, `cannot convert ${value} to type ${type}`);
  }
}

/** Gives an untyped operand the type that a target demands, or reports why it cannot. */
export function convertUntyped(check: Checker, x: Operand, target: Type): void {
  const { type, value, code } = implicitTypeAndValue(x, target);
  if (type === null) {
    const shown = isTypeParam(target) ? target : under(target);
    invalidConversion(check, code, x, shown);
    x.invalidate();
    return;
  }
  if (value !== null) {
    x.value = value;
    updateExprValue(check, x.expr, value);
  }
  if (type !== x.type) {
    x.type = type;
    updateExprType(check, x.expr, type, false);
  }
}

/** The type and, of a constant, the value that an operand has in a context; or why it has none. */
export type ImplicitType =
  | { readonly type: Type; readonly value: Value | null; readonly code: null }
  | { readonly type: null; readonly value: null; readonly code: ErrorCode };

function implied(type: Type, value: Value | null = null): ImplicitType {
  return { type, value, code: null };
}

function refused(code: ErrorCode): ImplicitType {
  return { type: null, value: null, code };
}

/** What an untyped operand becomes where a value of type `target` is expected. */
export function implicitTypeAndValue(x: Operand, target: Type): ImplicitType {
  if (!x.isValid || isTyped(x.type) || isInvalid(target)) return implied(x.type);
  if (isUntyped(target)) {
    const max = maxTypeOrNull(x.type, target);
    return max === null ? refused('InvalidUntypedConversion') : implied(max);
  }
  if (x.isNil) return hasNil(target) ? implied(target) : refused('InvalidUntypedConversion');
  const underlying = under(target);
  if (underlying.kind === 'Basic') return implicitBasic(x, target, underlying);
  if (underlying.kind !== 'Interface') return refused('InvalidUntypedConversion');
  if (isTypeParam(target)) {
    const fits = underIs(target, (u) => u !== null && implicitTypeAndValue(x, u).type !== null);
    return fits ? implied(target) : refused('InvalidUntypedConversion');
  }
  // A value in an interface has a type of its own, the default type.
  return isAllTypeSet(typeSetOf(underlying))
    ? implied(defaultType(x.type))
    : refused('InvalidUntypedConversion');
}

function implicitBasic(x: Operand, target: Type, underlying: Basic): ImplicitType {
  if (x.mode === 'constant') {
    const { value, code } = representation(x, underlying);
    return value === null ? refused(code) : implied(target, value);
  }
  // Results of comparisons and left operands of shifts are untyped without being constant.
  const kind = x.type.kind === 'Basic' ? x.type.basic : 'invalid';
  const fits =
    kind === 'untypedBool'
      ? isBoolean(target)
      : kind === 'untypedString'
        ? isString(target)
        : kind === 'untypedNil' || kind === 'invalid'
          ? false
          : isNumeric(target);
  return fits ? implied(target) : refused('InvalidUntypedConversion');
}

/** Notes another value for an expression that is still untyped. */
export function updateExprValue(check: Checker, e: Expr | null, value: Value): void {
  const info = e === null ? undefined : check.untyped.get(e);
  if (e !== null && info !== undefined) check.untyped.set(e, { ...info, value });
}

/**
 * Gives an untyped expression another type, and the operands that share it; with `final`, or once
 * the type is typed, it is checked and recorded.
 */
export function updateExprType(check: Checker, e: Expr | null, type: Type, final: boolean): void {
  const old = e === null ? undefined : check.untyped.get(e);
  if (e === null || old === undefined) return;
  updateOperands(check, e, type, final, old.value !== null);
  if (!final && isUntyped(type)) {
    const underlying = under(type);
    if (underlying.kind === 'Basic') check.untyped.set(e, { ...old, type: underlying });
    return;
  }
  check.untyped.delete(e);
  if (old.isLhs && !allInteger(type)) {
    const what = `shifted operand ${exprString(e)} (type ${check.text(type)}) must be integer`;
    check.error(e, 'InvalidShiftOperand', invalidOperation + what);
    return;
  }
  if (old.value !== null) {
    const x = new Operand();
    x.mode = old.mode;
    x.expr = e;
    x.type = old.type;
    x.value = old.value;
    convertUntyped(check, x, type);
    if (!x.isValid) return;
  }
  recordTypeAndValue(check, e, old.mode, type, old.value);
}

// The operands of a constant are constants that never exist at run time: they stay untyped.
function updateOperands(
  check: Checker,
  e: Expr,
  type: Type,
  final: boolean,
  isConstant: boolean,
): void {
  if (e.kind === 'ParenExpr') updateExprType(check, e.x, type, final);
  else if (isConstant) return;
  else if (e.kind === 'UnaryExpr') updateExprType(check, e.x, type, final);
  else if (e.kind === 'BinaryExpr') {
    if (isComparison(e.op)) return;
    updateExprType(check, e.x, type, final);
    if (e.op !== '<<' && e.op !== '>>') updateExprType(check, e.y, type, final);
  }
}

/** Whether an operator compares: == != < <= > >=. */
export function isComparison(op: string): boolean {
  return ['==', '!=', '<', '<=', '>', '>='].includes(op);
}
