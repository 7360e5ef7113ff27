// Unary and binary operations, shifts and comparisons (types2 expr.go).

import type { BinaryExpr, BinaryOperator, ComparisonOperator, Expr, UnaryExpr } from '../syntax/ast.ts';
import { startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ } from '../types/basic.ts';
import { imaginaryPart, makeBool, realPart, signOf, unknownValue, type Value } from '../types/constant.ts';
import {
  binaryOperation,
  compareConstants,
  shiftOperation,
  toInt,
  unaryOperation,
} from '../types/constant-operations.ts';
import { integerBits } from '../types/constant-representable.ts';
import { identical } from '../types/identical.ts';
import { Operand } from '../types/operand.ts';
import {
  compositeKind,
  defaultType,
  isComplex,
  isInteger,
  isNonTypeParamInterface,
  isTypeParam,
  isTyped,
  isUnsigned,
  isUntyped,
} from '../types/predicates.ts';
import {
  allBoolean,
  allInteger,
  allNumeric,
  allNumericOrString,
  allOrdered,
  allString,
  allUnsigned,
  commonUnder,
  hasNil,
  incomparability,
  isComparable,
} from '../types/type-set.ts';
import type { Type } from '../types/type.ts';
import { isInvalid, under } from '../types/under.ts';
import type { At } from './checker.ts';
import { invalidOperation } from './checker.ts';
import { Assignments, unparen } from './assignments.ts';
import { isPointer } from './operand-conversion.ts';

const maxShift = 1023 - 1 + 52;

const binaryPredicates: Readonly<Record<string, (type: Type) => boolean>> = {
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

const unaryPredicates: Readonly<Record<string, (type: Type) => boolean>> = {
  '+': allNumeric,
  '-': allNumeric,
  '^': allInteger,
  '!': allBoolean,
};

export abstract class Operators extends Assignments {
  private operator(
    predicates: Readonly<Record<string, (type: Type) => boolean>>,
    x: Operand,
    op: string,
  ): boolean {
    if (predicates[op]?.(x.type) === true) return true;
    this.error(x, 'UndefinedOp', `${invalidOperation}operator ${op} not defined on ${this.operandString(x)}`);
    return false;
  }

  // ---- Unary ----

  unary(x: Operand, e: UnaryExpr): void {
    this.expr(null, x, e.x);
    if (!x.isValid) return;
    let { op } = e;
    if (op === '&') {
      if (unparen(e.x).kind !== 'CompositeLit' && x.mode !== 'variable') {
        this.error(x, 'UnaddressableOperand', `${invalidOperation}cannot take address of ${this.operandString(x)}`);
        x.invalidate();
        return;
      }
      x.mode = 'value';
      x.type = { kind: 'Pointer', elem: x.type };
      return;
    }
    if (op === '<-') {
      const elem = this.chanElem(x, x, true);
      if (elem === null) {
        x.invalidate();
        return;
      }
      x.mode = 'commaok';
      x.type = elem;
      this.env.hasCallOrRecv = true;
      return;
    }
    if (op === '~') {
      const hint = allInteger(x.type) ? ' (use ^ for bitwise complement)' : '';
      this.error(e, 'UndefinedOp', `cannot use ~ outside of interface or type constraint${hint}`);
      if (hint === '') {
        x.invalidate();
        return;
      }
      op = '^';
    }
    if (!this.operator(unaryPredicates, x, op)) {
      x.invalidate();
      return;
    }
    if (x.mode === 'constant') {
      if (x.value.kind === 'unknown') return;
      const basic = under(x.type);
      const bits = isUnsigned(x.type) && basic.kind === 'Basic' ? integerBits(basic) : 0;
      x.value = unaryOperation(op, x.value, bits);
      x.expr = e;
      this.overflow(x, e.pos);
      return;
    }
    x.mode = 'value';
  }

  /** The element type of a channel that may be received from or sent to. */
  chanElem(at: At, x: Operand, receive: boolean): Type | null {
    const { type, error } = commonUnder(x.type, (each) => {
      if (each.under === null) return () => 'no specific channel type';
      const t = each.type;
      if (each.under.kind !== 'Chan') return (s) => `non-channel ${s(t)}`;
      if (receive && each.under.dir === 'send') return (s) => `send-only channel ${s(t)}`;
      if (!receive && each.under.dir === 'receive') return (s) => `receive-only channel ${s(t)}`;
      return null;
    });
    if (type?.kind === 'Chan') return type.elem;
    const cause = error?.((t) => this.typeString(t)) ?? '';
    const what = receive ? 'cannot receive from' : 'cannot send to';
    const operand = this.operandString(x);
    const text = isTypeParam(x.type) ? `${what} ${operand}: ${cause}` : `${what} ${cause} ${operand}`;
    this.error(at, receive ? 'InvalidReceive' : 'InvalidSend', invalidOperation + text);
    return null;
  }

  // ---- Binary ----

  /** x = lhs op rhs; e is null for an assignment operation. */
  binary(x: Operand, e: BinaryExpr | null, lhs: Expr, rhs: Expr, op: BinaryOperator): void {
    const y = new Operand();
    this.expr(null, x, lhs);
    this.expr(null, y, rhs);
    if (!x.isValid) return;
    if (!y.isValid) {
      x.invalidate();
      x.expr = y.expr;
      return;
    }
    if (op === '<<' || op === '>>') {
      this.shift(x, y, e, op);
      return;
    }
    this.matchTypes(x, y);
    if (!x.isValid) return;
    if (isComparisonOperator(op)) {
      this.comparison(x, y, op, false);
      return;
    }
    if (!identical(x.type, y.type)) {
      if (!isInvalid(x.type) && !isInvalid(y.type)) {
        const what = e === null ? `${exprString(lhs)} ${op}= ${exprString(rhs)}` : exprString(e);
        this.error(
          x,
          'MismatchedTypes',
          `${invalidOperation}${what} (mismatched types ${this.typeString(x.type)} and ${this.typeString(y.type)})`,
        );
      }
      x.invalidate();
      return;
    }
    if (!this.operator(binaryPredicates, x, op)) {
      x.invalidate();
      return;
    }
    if ((op === '/' || op === '%') && this.dividesByZero(x, y)) {
      this.error(y, 'DivByZero', `${invalidOperation}division by zero`);
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
    const operation = op === '/' && isInteger(x.type) ? 'quo' : op;
    x.value = binaryOperation(x.value, operation, y.value);
    x.expr = e;
    this.overflow(x, e === null ? startPos(lhs) : e.opPos);
  }

  private dividesByZero(x: Operand, y: Operand): boolean {
    if (y.mode !== 'constant') return false;
    if ((x.mode === 'constant' || allInteger(x.type)) && isZero(y.value)) return true;
    return x.mode === 'constant' && isComplex(x.type) && isZero(y.value);
  }

  /** Untyped operands get the type of the other one, if that makes sense. */
  matchTypes(x: Operand, y: Operand): void {
    if (!this.mayConvert(x, y)) return;
    this.convertUntyped(x, y.type);
    if (!x.isValid) return;
    this.convertUntyped(y, x.type);
    if (!y.isValid) x.invalidate();
  }

  private mayConvert(x: Operand, y: Operand): boolean {
    if (isTyped(x.type) && isTyped(y.type)) return false;
    if (allNumeric(x.type) !== allNumeric(y.type)) return false;
    if (isNonTypeParamInterface(x.type) || isNonTypeParamInterface(y.type)) return true;
    if (allBoolean(x.type) !== allBoolean(y.type)) return false;
    if (allString(x.type) !== allString(y.type)) return false;
    if (x.isNil) return hasNil(y.type);
    if (y.isNil) return hasNil(x.type);
    return !isPointer(x.type) && !isPointer(y.type);
  }

  // ---- Comparison ----

  comparison(x: Operand, y: Operand, op: ComparisonOperator, switchCase: boolean): void {
    if (isInvalid(x.type) || isInvalid(y.type)) {
      x.invalidate();
      return;
    }
    const problem = this.comparisonProblem(x, y, switchCase ? '==' : op);
    if (problem !== null) {
      const { at, code, cause } = problem;
      const [left, right] = [x.expr, y.expr].map((e) => (e === null ? '' : exprString(e)));
      if (switchCase) this.error(x, code, `invalid case ${left} in switch on ${right} (${cause})`);
      else this.error(at, code, `${invalidOperation}${left} ${op} ${right} (${cause})`);
      x.invalidate();
      return;
    }
    if (x.mode === 'constant' && y.mode === 'constant') {
      x.value = makeBool(compareConstants(x.value, switchCase ? '==' : op, y.value));
    } else {
      x.mode = 'value';
      if (x.expr !== null) this.updateExprType(x.expr, defaultType(x.type), true);
      if (y.expr !== null) this.updateExprType(y.expr, defaultType(y.type), true);
    }
    x.type = Typ.untypedBool;
  }

  private comparisonProblem(
    x: Operand,
    y: Operand,
    op: ComparisonOperator,
  ): { at: Operand; code: 'MismatchedTypes' | 'UndefinedOp'; cause: string } | null {
    const fits = this.assignableTo(x, y.type, null) === null || this.assignableTo(y, x.type, null) === null;
    if (!fits) {
      const cause = `mismatched types ${this.typeString(x.type)} and ${this.typeString(y.type)}`;
      return { at: y, code: 'MismatchedTypes', cause };
    }
    const undefinedOn = (at: Operand, cause: string) =>
      ({ at, code: 'UndefinedOp', cause: cause === '' ? this.undefinedCause(x, y, at, op) : cause }) as const;
    if (op !== '==' && op !== '!=') {
      if (!allOrdered(x.type)) return undefinedOn(x, '');
      return allOrdered(y.type) ? null : undefinedOn(y, '');
    }
    if (x.isNil || y.isNil) return hasNil(x.isNil ? y.type : x.type) ? null : undefinedOn(y, '');
    if (!isComparable(x.type)) return undefinedOn(x, this.incomparableCause(x.type));
    return isComparable(y.type) ? null : undefinedOn(y, this.incomparableCause(y.type));
  }

  private undefinedCause(x: Operand, y: Operand, at: Operand, op: string): string {
    if (isTypeParam(x.type) || isTypeParam(y.type)) {
      const param = isTypeParam(x.type) ? at : y;
      return `type parameter ${this.typeString(param.type)} cannot use operator ${op}`;
    }
    const what = compositeKind(at.type) || this.typeString(at.type);
    return `operator ${op} not defined on ${what}`;
  }

  incomparableCause(type: Type): string {
    const { kind } = under(type);
    if (kind === 'Slice' || kind === 'Signature' || kind === 'Map') {
      return `${compositeKind(type)} can only be compared to nil`;
    }
    return incomparability(type, true)?.((t) => this.typeString(t)) ?? '';
  }

  // ---- Shifts ----

  private shift(x: Operand, y: Operand, e: BinaryExpr | null, op: '<<' | '>>'): void {
    const xValue = x.mode === 'constant' ? toInt(x.value) : null;
    if (!allInteger(x.type) && !(isUntyped(x.type) && xValue?.kind === 'int')) {
      this.error(x, 'InvalidShiftOperand', `${invalidOperation}shifted operand ${this.operandString(x)} must be integer`);
      x.invalidate();
      return;
    }
    if (!this.validShiftCount(y)) {
      x.invalidate();
      return;
    }
    if (x.mode === 'constant') {
      if (y.mode === 'constant') {
        this.constantShift(x, y, xValue, e, op);
        return;
      }
      if (isUntyped(x.type)) {
        // The type comes from what the whole expression is used for; it must be an integer.
        const entry = x.expr === null ? undefined : this.untyped.get(x.expr);
        if (entry !== undefined) entry.isLhs = true;
        x.mode = 'value';
        return;
      }
    }
    if (!allInteger(x.type)) {
      this.error(x, 'InvalidShiftOperand', `${invalidOperation}shifted operand ${this.operandString(x)} must be integer`);
      x.invalidate();
      return;
    }
    x.mode = 'value';
  }

  private validShiftCount(y: Operand): boolean {
    if (y.mode === 'constant') {
      const value = toInt(y.value);
      if (value.kind === 'int' && value.value < 0n) {
        this.error(y, 'InvalidShiftCount', `${invalidOperation}negative shift count ${this.operandString(y)}`);
        return false;
      }
      if (isUntyped(y.type)) this.representable(y, Typ.uint);
      else if (!allInteger(y.type)) {
        this.error(y, 'InvalidShiftCount', `${invalidOperation}shift count ${this.operandString(y)} must be integer`);
        return false;
      }
      return y.isValid;
    }
    if (allInteger(y.type)) {
      return (
        allUnsigned(y.type) ||
        this.verifyVersion(this.posOf(y), 'go1.13', `${invalidOperation}signed shift count ${this.operandString(y)}`)
      );
    }
    if (isUntyped(y.type)) {
      this.convertUntyped(y, Typ.uint);
      return y.isValid;
    }
    this.error(y, 'InvalidShiftCount', `${invalidOperation}shift count ${this.operandString(y)} must be integer`);
    return false;
  }

  private constantShift(
    x: Operand,
    y: Operand,
    xValue: Value | null,
    e: BinaryExpr | null,
    op: '<<' | '>>',
  ): void {
    if (!isInteger(x.type)) x.type = Typ.untypedInt;
    const count = toInt(y.value);
    if (x.value.kind === 'unknown' || count.kind !== 'int' || xValue === null) {
      x.value = unknownValue;
      return;
    }
    if (count.value > BigInt(maxShift)) {
      this.error(y, 'InvalidShiftCount', `${invalidOperation}invalid shift count ${this.operandString(y)}`);
      x.invalidate();
      return;
    }
    x.value = shiftOperation(xValue, op, Number(count.value));
    x.expr = e;
    this.overflow(x, e === null ? this.posOf(y) : e.opPos);
  }
}

function isComparisonOperator(op: BinaryOperator): op is ComparisonOperator {
  return op === '==' || op === '!=' || op === '<' || op === '<=' || op === '>' || op === '>=';
}

function isZero(x: Value): boolean {
  return signOf(realPart(x)) === 0 && signOf(imaginaryPart(x)) === 0;
}
