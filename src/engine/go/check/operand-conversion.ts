// What may be done with an operand as it is: constants that fit a type, untyped operands that get
// one, assignability and conversion (types2 const.go, conversions.go, parts of expr.go, operand.go).

import { encodeRune } from '../../base/utf8.ts';
import type { Expr } from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import { Typ } from '../types/basic.ts';
import { CheckerCore, invalidOperation } from './checker.ts';
import { bitLength, makeString, unknownValue, type Value } from '../types/constant.ts';
import { constantString } from '../types/constant-format.ts';
import { bigintOf, representConst } from '../types/constant-representable.ts';
import type { ErrorCode } from '../types/error-codes.ts';
import { identical, identicalIgnoreTags } from '../types/identical.ts';
import { implementsInterface } from '../types/implements.ts';
import { Operand } from '../types/operand.ts';
import {
  defaultType,
  hasName,
  isBasicKind,
  isBoolean,
  isComplex,
  isConstType,
  isInteger,
  isIntegerOrFloat,
  isInterfacePtr,
  isNonTypeParamInterface,
  isNumeric,
  isString,
  isTypeParam,
  isTyped,
  isUntyped,
  maxTypeOrNull,
} from '../types/predicates.ts';
import type { Cause } from '../types/type-host.ts';
import {
  allInteger,
  allString,
  everyTermOfParam,
  hasNil,
  isAllTypeSet,
  typeSetOf,
  underIs,
} from '../types/type-set.ts';
import type { Basic, Type, TypeParam } from '../types/type.ts';
import { asTypeParamOrNull, isInvalid, unalias, under } from '../types/under.ts';

/** What an untyped operand becomes; `code` says why not. */
export type ImplicitType =
  | { readonly type: Type; readonly value: Value | null; readonly code: null }
  | { readonly type: null; readonly value: null; readonly code: ErrorCode };

/** Words for constant operations that can overflow. */
const operationNames: Readonly<Record<string, string>> = {
  '+': 'addition',
  '-': 'subtraction',
  '^': 'bitwise XOR',
  '*': 'multiplication',
  '<<': 'shift',
};

const ok = (type: Type, value: Value | null): ImplicitType => ({ type, value, code: null });
const refuse = (code: ErrorCode): ImplicitType => ({ type: null, value: null, code });

export abstract class OperandConversion extends CheckerCore {
  // ---- Constants ----

  /** After an operation on constants: the result must fit its type. */
  overflow(x: Operand, opPos: Pos): void {
    if (x.value.kind === 'unknown') {
      this.error(opPos, 'InvalidConstVal', 'constant result is not representable');
      return;
    }
    if (isTyped(x.type)) {
      const basic = under(x.type);
      if (basic.kind === 'Basic') this.representable(x, basic);
      return;
    }
    if (x.value.kind === 'int' && bitLength(x.value.value) > 512) {
      const name = operationName(x.expr);
      this.error(opPos, 'InvalidConstVal', `constant ${name}${name === '' ? '' : ' '}overflow`);
      x.value = unknownValue;
    }
  }

  representation(x: Operand, type: Basic): { value: Value | null; code: ErrorCode | null } {
    const value = representConst(x.value, type);
    if (value !== null) return { value, code: null };
    if (isNumeric(x.type) && isNumeric(type)) {
      const truncated = !isInteger(x.type) && isInteger(type);
      return { value: null, code: truncated ? 'TruncatedFloat' : 'NumericOverflow' };
    }
    return { value: null, code: 'InvalidConstVal' };
  }

  representable(x: Operand, type: Basic): void {
    const { value, code } = this.representation(x, type);
    if (value === null) {
      this.invalidConversion(code ?? 'InvalidConstVal', x, type);
      x.invalidate();
      return;
    }
    x.value = value;
  }

  invalidConversion(code: ErrorCode, x: Operand, target: Type): void {
    const [from, to] = [this.operandString(x), this.typeString(target)];
    if (code === 'TruncatedFloat') this.error(x, code, `${from} truncated to ${to}`);
    else if (code === 'NumericOverflow') this.error(x, code, `${from} overflows ${to}`);
    else this.error(x, code, `cannot convert ${from} to type ${to}`);
  }

  // ---- Untyped operands ----

  convertUntyped(x: Operand, target: Type): void {
    const implicit = this.implicitTypeAndValue(x, target);
    if (implicit.code !== null) {
      this.invalidConversion(implicit.code, x, isTypeParam(target) ? target : under(target));
      x.invalidate();
      return;
    }
    this.takeImplicit(x, implicit);
  }

  protected takeImplicit(x: Operand, implicit: { type: Type; value: Value | null }): void {
    if (implicit.value !== null) {
      x.value = implicit.value;
      if (x.expr !== null) this.updateExprVal(x.expr, implicit.value);
    }
    if (implicit.type !== x.type) {
      x.type = implicit.type;
      if (x.expr !== null) this.updateExprType(x.expr, implicit.type, false);
    }
  }

  /** The type (and constant value) that an untyped operand gets where `target` is wanted. */
  implicitTypeAndValue(x: Operand, target: Type): ImplicitType {
    if (!x.isValid || isTyped(x.type) || isInvalid(target)) return ok(x.type, null);
    if (isUntyped(target)) {
      const common = maxTypeOrNull(x.type, target);
      return common === null ? refuse('InvalidUntypedConversion') : ok(common, null);
    }
    if (x.isNil) return hasNil(target) ? ok(target, null) : refuse('InvalidUntypedConversion');
    const underlying = under(target);
    if (underlying.kind === 'Basic') return this.implicitBasic(x, target, underlying);
    if (underlying.kind !== 'Interface') return refuse('InvalidUntypedConversion');
    if (isTypeParam(target)) {
      const fits = underIs(
        target,
        (u) => u !== null && this.implicitTypeAndValue(x, u).type !== null,
      );
      return fits ? ok(target, null) : refuse('InvalidUntypedConversion');
    }
    if (!isAllTypeSet(typeSetOf(underlying))) return refuse('InvalidUntypedConversion');
    return ok(defaultType(x.type), null);
  }

  private implicitBasic(x: Operand, target: Type, basic: Basic): ImplicitType {
    if (x.mode === 'constant') {
      const { value, code } = this.representation(x, basic);
      return code === null ? ok(target, value) : refuse(code);
    }
    const kind = x.type.kind === 'Basic' ? x.type.basic : 'invalid';
    const fits =
      kind === 'untypedBool'
        ? isBoolean(target)
        : kind === 'untypedString'
          ? isString(target)
          : kind !== 'untypedNil' && isNumeric(target);
    return fits ? ok(target, null) : refuse('InvalidUntypedConversion');
  }

  updateExprVal(e: Expr, value: Value): void {
    const entry = this.untyped.get(e);
    if (entry !== undefined) entry.value = value;
  }

  /** Gives an untyped expression, and its parts, the type it turns out to have. */
  updateExprType(e: Expr, type: Type, final: boolean): void {
    const old = this.untyped.get(e);
    if (old === undefined) return;
    if (e.kind === 'ParenExpr') this.updateExprType(e.x, type, final);
    else if (e.kind === 'UnaryExpr') {
      if (old.value === null) this.updateExprType(e.x, type, final);
    } else if (e.kind === 'BinaryExpr' && old.value === null) {
      if (e.op === '<<' || e.op === '>>') this.updateExprType(e.x, type, final);
      else if (!['==', '!=', '<', '<=', '>', '>='].includes(e.op)) {
        this.updateExprType(e.x, type, final);
        this.updateExprType(e.y, type, final);
      }
    }
    if (!final && isUntyped(type)) {
      old.type = under(type);
      return;
    }
    this.untyped.delete(e);
    if (old.isLhs && !allInteger(type)) {
      this.error(
        e,
        'InvalidShiftOperand',
        `${invalidOperation}shifted operand ${this.exprText(e)} (type ${this.typeString(type)}) must be integer`,
      );
      return;
    }
    let { value } = old;
    if (value !== null) {
      const c = new Operand();
      c.mode = old.mode;
      c.expr = e;
      c.type = old.type;
      c.value = value;
      this.convertUntyped(c, type);
      if (!c.isValid) return;
      if (c.mode === 'constant') value = c.value;
    }
    this.recordTypeAndValue(e, old.mode, type, value);
  }

  // ---- Assignability ----

  assignableTo(x: Operand, target: Type, cause: Cause | null): ErrorCode | null {
    if (!x.isValid || isInvalid(target) || isInvalid(x.type)) return null;
    const V = unalias(x.type);
    const T = unalias(target);
    if (identical(V, T)) return null;
    const [Vu, Tu] = [under(V), under(T)];
    const [Vp, Tp] = [asTypeParamOrNull(V), asTypeParamOrNull(T)];
    if (isUntyped(Vu)) {
      const fits =
        Tp === null
          ? this.implicitTypeAndValue(x, T).type !== null
          : everyTermOfParam(
              Tp,
              (t) => t?.type != null && this.implicitTypeAndValue(x, t.type).type !== null,
            );
      return fits ? null : 'IncompatibleAssign';
    }
    if (identical(Vu, Tu) && (!hasName(V) || !hasName(T)) && Vp === null && Tp === null) return null;
    if ((Tu.kind === 'Interface' && Tp === null) || isInterfacePtr(Tu)) {
      if (implementsInterface(this, V, T, false, cause)) return null;
      if (Vp === null) return 'InvalidIfaceAssign';
      if (cause !== null) cause.text = '';
    }
    if (Vu.kind === 'Interface' && Vp === null && implementsInterface(this, T, V, false, null)) {
      if (cause !== null) cause.text = 'need type assertion';
      return 'IncompatibleAssign';
    }
    if (Vu.kind === 'Chan' && Vu.dir === 'both' && Tu.kind === 'Chan' && identical(Vu.elem, Tu.elem)) {
      return !hasName(V) || !hasName(T) ? null : 'InvalidChanAssign';
    }
    if (Tp !== null && !hasName(V)) return this.assignableToParam(x, Tp, cause);
    if (Vp !== null && !hasName(T)) return this.assignableFromParam(x, Vp, T, target, cause);
    return 'IncompatibleAssign';
  }

  private assignableToParam(x: Operand, Tp: TypeParam, cause: Cause | null): ErrorCode | null {
    let code: ErrorCode | null = 'IncompatibleAssign';
    everyTermOfParam(Tp, (term) => {
      if (term?.type == null) return false;
      const { type } = term;
      code = this.assignableTo(x, type, cause);
      if (code !== null) {
        this.addCause(cause, () => `cannot assign ${this.typeString(x.type)} to ${this.typeString(type)} (in ${this.typeString(Tp)})`);
      }
      return code === null;
    });
    return code;
  }

  private assignableFromParam(
    x: Operand,
    Vp: TypeParam,
    T: Type,
    target: Type,
    cause: Cause | null,
  ): ErrorCode | null {
    const y = x.copy();
    let code: ErrorCode | null = 'IncompatibleAssign';
    everyTermOfParam(Vp, (term) => {
      if (term?.type == null) return false;
      const { type } = term;
      y.type = type;
      code = this.assignableTo(y, T, cause);
      if (code !== null) {
        this.addCause(cause, () => `cannot assign ${this.typeString(type)} (in ${this.typeString(Vp)}) to ${this.typeString(target)}`);
      }
      return code === null;
    });
    return code;
  }

  private addCause(cause: Cause | null, text: () => string): void {
    if (cause === null) return;
    cause.text = cause.text === '' ? text() : `${text()}\n\t${cause.text}`;
  }

  // ---- Conversion ----

  /** T(x) */
  conversion(x: Operand, T: Type): void {
    const isConstant = x.mode === 'constant';
    const cause: Cause = { text: '' };
    let converted = false;
    if (isConstant && isConstType(T)) {
      const value = this.convertedConstant(x, T);
      converted = value !== null;
      if (value !== null) x.value = value;
      else if (isInteger(x.type) && isInteger(T)) {
        this.error(x, 'InvalidConversion', `constant ${constantString(x.value)} overflows ${this.typeString(T)}`);
        x.invalidate();
        return;
      }
    } else if (isConstant && isTypeParam(T)) {
      converted = underIs(T, (u) => this.constantFitsTerm(x, u, T, cause));
      x.mode = 'value';
    } else if (this.convertibleTo(x, T, cause)) {
      converted = true;
      x.mode = 'value';
    }
    if (!converted) {
      const why = cause.text === '' ? '' : `: ${cause.text}`;
      this.error(x, 'InvalidConversion', `cannot convert ${this.operandString(x)} to type ${this.typeString(T)}${why}`);
      x.invalidate();
      return;
    }
    if (isUntyped(x.type)) {
      let final = T;
      if (x.type !== Typ.untypedNil) {
        if (isNonTypeParamInterface(T) || (isConstant && !isConstType(T))) final = defaultType(x.type);
        else if (x.mode === 'constant' && isInteger(x.type) && allString(T)) final = x.type;
      }
      if (x.expr !== null) this.updateExprType(x.expr, final, true);
    }
    x.type = T;
  }

  /** The value of a constant converted to T, or null. */
  private convertedConstant(x: Operand, T: Type): Value | null {
    const basic = under(T);
    if (basic.kind !== 'Basic') return null;
    const value = representConst(x.value, basic);
    if (value !== null) return value;
    if (!isInteger(x.type) || !isString(basic)) return null;
    const rune = bigintOf(x.value);
    const valid = rune >= 0n && rune <= 0x10ffffn && !(rune >= 0xd800n && rune <= 0xdfffn);
    return makeString(encodeRune(valid ? Number(rune) : 0xfffd));
  }

  private constantFitsTerm(x: Operand, u: Type | null, T: Type, cause: Cause): boolean {
    if (u === null) {
      cause.text = `${this.typeString(T)} does not contain specific types`;
      return false;
    }
    if (isString(x.type) && isBytesOrRunes(u)) return true;
    if (this.convertedConstant(x, u) !== null) return true;
    cause.text =
      isInteger(x.type) && isInteger(u)
        ? `constant ${constantString(x.value)} overflows ${this.typeString(u)} (in ${this.typeString(T)})`
        : `cannot convert ${this.operandString(x)} to type ${this.typeString(u)} (in ${this.typeString(T)})`;
    return false;
  }

  convertibleTo(x: Operand, target: Type, cause: Cause | null): boolean {
    if (this.assignableTo(x, target, cause) === null) return true;
    const V = unalias(x.type);
    const T = unalias(target);
    const [Vu, Tu] = [under(V), under(T)];
    const [Vp, Tp] = [asTypeParamOrNull(V), asTypeParamOrNull(T)];
    if (Vp === null && Tp === null && identicalIgnoreTags(Vu, Tu)) return true;
    if (V.kind === 'Pointer' && T.kind === 'Pointer') {
      if (
        identicalIgnoreTags(under(V.elem), under(T.elem)) &&
        !isTypeParam(V.elem) &&
        !isTypeParam(T.elem)
      ) {
        return true;
      }
    }
    if (convertibleBasics(Vu, Tu)) return true;
    if (Vu.kind === 'Slice') {
      const array = Tu.kind === 'Pointer' ? under(Tu.elem) : Tu;
      if (array.kind === 'Array' && identical(Vu.elem, array.elem)) {
        const [version, what] =
          Tu.kind === 'Pointer' ? ['go1.17', 'array pointer'] : ['go1.20', 'array'];
        if (this.allowVersion(version)) return true;
        if (cause !== null) cause.text = `conversion of slice to ${what} requires ${version} or later`;
        return false;
      }
    }
    if (Vp !== null) return this.convertibleFromParam(x, Vp, Tp, target, cause);
    if (Tp !== null) return this.convertibleToParam(x, Tp, cause);
    return false;
  }

  private convertibleFromParam(
    x: Operand,
    Vp: TypeParam,
    Tp: TypeParam | null,
    target: Type,
    cause: Cause | null,
  ): boolean {
    const y = x.copy();
    return everyTermOfParam(Vp, (v) => {
      if (v?.type == null) return false;
      const from = v.type;
      y.type = from;
      if (Tp === null) {
        if (this.convertibleTo(y, target, cause)) return true;
        this.addCause(cause, () => `cannot convert ${this.typeString(from)} (in ${this.typeString(Vp)}) to type ${this.typeString(target)}`);
        return false;
      }
      return everyTermOfParam(Tp, (t) => {
        if (t?.type == null) return false;
        const to = t.type;
        if (this.convertibleTo(y, to, cause)) return true;
        this.addCause(cause, () => `cannot convert ${this.typeString(from)} (in ${this.typeString(Vp)}) to type ${this.typeString(to)} (in ${this.typeString(Tp)})`);
        return false;
      });
    });
  }

  private convertibleToParam(x: Operand, Tp: TypeParam, cause: Cause | null): boolean {
    return everyTermOfParam(Tp, (t) => {
      if (t?.type == null) return false;
      const to = t.type;
      if (this.convertibleTo(x, to, cause)) return true;
      this.addCause(cause, () => `cannot convert ${this.typeString(x.type)} to type ${this.typeString(to)} (in ${this.typeString(Tp)})`);
      return false;
    });
  }

  abstract exprText(e: Expr): string;
}

export function isBytesOrRunes(type: Type): boolean {
  const slice = under(type);
  if (slice.kind !== 'Slice') return false;
  return isBasicKind(slice.elem, 'uint8') || isBasicKind(slice.elem, 'int32');
}

export function isPointer(type: Type): boolean {
  return under(type).kind === 'Pointer';
}

function convertibleBasics(V: Type, T: Type): boolean {
  if (isIntegerOrFloat(V) && isIntegerOrFloat(T)) return true;
  if (isComplex(V) && isComplex(T)) return true;
  if ((isInteger(V) || isBytesOrRunes(V)) && isString(T)) return true;
  if (isString(V) && isBytesOrRunes(T)) return true;
  const address = (type: Type): boolean => isPointer(type) || isBasicKind(type, 'uintptr');
  if (address(V) && isBasicKind(T, 'unsafePointer')) return true;
  return isBasicKind(V, 'unsafePointer') && address(T);
}

function operationName(e: Expr | null): string {
  if (e?.kind === 'BinaryExpr') return operationNames[e.op] ?? '';
  return e?.kind === 'UnaryExpr' && e.op === '^' ? 'bitwise complement' : '';
}
