// Expressions of every kind (types2 expr.go: rawExpr and its callers).

import type { Expr, StarExpr, TypeAssertExpr } from '../syntax/ast.ts';
import { startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ } from '../types/basic.ts';
import { identical } from '../types/identical.ts';
import { assertableTo } from '../types/implements.ts';
import { Operand } from '../types/operand.ts';
import { isGeneric, isTypeParam, isUntyped } from '../types/predicates.ts';
import { underIs } from '../types/type-set.ts';
import type { Type, Var } from '../types/type.ts';
import { isInvalid, under } from '../types/under.ts';
import { errorType } from '../types/universe.ts';
import { unparen } from './assignments.ts';
import { Calls, type ExprKind } from './calls.ts';
import { invalidOperation, type Target } from './checker.ts';

export abstract class Expressions extends Calls {
  rawExpr(
    target: Target | null,
    x: Operand,
    e: Expr,
    hint: Type | null,
    allowGeneric: boolean,
  ): ExprKind {
    x.invalidate();
    x.type = Typ.invalid;
    const kind = this.exprInternal(target, x, e, hint);
    if (!x.isValid) x.expr = e;
    if (!allowGeneric) this.nonGeneric(target, x);
    this.record(x);
    return kind;
  }

  /** Notes what is known of the operand; of untyped ones for when their type is decided. */
  record(x: Operand): void {
    if (x.expr === null) return;
    const { mode, value } = x;
    const type = mode === 'invalid' ? Typ.invalid : x.type;
    if (isUntyped(type)) {
      const known = mode === 'constant' ? value : null;
      this.untyped.set(x.expr, { isLhs: false, mode, type, value: known });
    } else this.recordTypeAndValue(x.expr, mode, type, value);
  }

  nonGeneric(target: Target | null, x: Operand): void {
    if (!x.isValid || x.mode === 'novalue') return;
    let what = '';
    if (x.type.kind === 'Signature' && x.type.typeParams.length > 0) {
      if (target !== null) {
        this.funcInst(target, this.posOf(x), x, null, true);
        return;
      }
      what = 'function';
    } else if (isGeneric(x.type)) what = 'type';
    if (what === '' || x.expr === null) return;
    this.error(x.expr, 'WrongTypeArgCount', `cannot use generic ${what} ${exprString(x.expr)} without instantiation`);
    x.invalidate();
    x.type = Typ.invalid;
  }

  private exprInternal(target: Target | null, x: Operand, e: Expr, hint: Type | null): ExprKind {
    switch (e.kind) {
      case 'BadExpr':
        return 'statement';
      case 'Ident':
        this.ident(x, e, false);
        break;
      case 'Ellipsis':
        this.error(e, 'InvalidSyntaxTree', 'invalid use of ...');
        return 'statement';
      case 'BasicLit':
        if (e.bad) return 'statement';
        this.basicLit(x, e);
        break;
      case 'FuncLit':
        this.funcLit(x, e);
        break;
      case 'CompositeLit':
        this.compositeLit(x, e, hint);
        break;
      case 'ParenExpr': {
        const kind = this.rawExpr(null, x, e.x, null, false);
        x.expr = e;
        return kind;
      }
      case 'SelectorExpr':
        this.selector(x, e, false);
        break;
      case 'IndexExpr':
        if (this.indexExpr(x, e)) this.funcInst(target, startPos(e), x, e, true);
        break;
      case 'SliceExpr':
        this.sliceExpr(x, e);
        break;
      case 'TypeAssertExpr':
        this.typeAssertExpr(x, e);
        break;
      case 'CallExpr':
        return this.callExpr(x, e);
      case 'StarExpr':
        this.indirection(x, e);
        break;
      case 'UnaryExpr':
        this.unary(x, e);
        x.expr = e;
        return e.op === '<-' ? 'statement' : x.isValid ? 'expression' : 'statement';
      case 'BinaryExpr':
        this.binary(x, e, e.x, e.y, e.op);
        break;
      case 'KeyValueExpr':
        this.error(e, 'InvalidSyntaxTree', 'no key:value expected');
        return 'statement';
      case 'ArrayType':
      case 'StructType':
      case 'FuncType':
      case 'InterfaceType':
      case 'MapType':
      case 'ChanType':
        x.type = this.typ(e);
        x.mode = 'typexpr';
        break;
    }
    x.expr = e;
    return x.isValid ? 'expression' : 'statement';
  }

  private typeAssertExpr(x: Operand, e: TypeAssertExpr): void {
    this.expr(null, x, e.x);
    if (!x.isValid) return;
    if (e.type === null) {
      this.error(e, 'InvalidSyntaxTree', 'use of .(type) outside type switch');
      x.invalidate();
      return;
    }
    if (isTypeParam(x.type)) {
      this.error(x, 'InvalidAssert', `${invalidOperation}cannot use type assertion on type parameter value ${this.operandString(x)}`);
      x.invalidate();
      return;
    }
    if (under(x.type).kind !== 'Interface') {
      this.error(x, 'InvalidAssert', `${invalidOperation}${this.operandString(x)} is not an interface`);
      x.invalidate();
      return;
    }
    const T = this.varType(e.type);
    if (isInvalid(T)) {
      x.invalidate();
      return;
    }
    this.typeAssertion(e, x, T, false);
    x.mode = 'commaok';
    x.type = T;
  }

  typeAssertion(e: Expr, x: Operand, T: Type, typeSwitch: boolean): void {
    const cause = { text: '' };
    if (assertableTo(this, x.type, T, cause)) return;
    const [source, t] = [exprString(e), this.typeString(T)];
    const message = typeSwitch
      ? `impossible type switch case: ${source}\n\t${this.operandString(x)} cannot have dynamic type ${t} ${cause.text}`
      : `impossible type assertion: ${source}\n\t${t} does not implement ${this.typeString(x.type)} ${cause.text}`;
    this.error(e, 'ImpossibleAssert', message);
  }

  private indirection(x: Operand, e: StarExpr): void {
    this.exprOrType(x, e.x, false);
    if (!x.isValid) return;
    if (x.mode === 'typexpr') {
      this.validVarType(e.x, x.type);
      x.type = { kind: 'Pointer', elem: x.type };
      return;
    }
    if (x.isNil) {
      this.error(x, 'InvalidIndirection', `${invalidOperation}cannot indirect ${this.operandString(x)}`);
      x.invalidate();
      return;
    }
    let base: Type | null = null;
    const ok = underIs(x.type, (u) => {
      if (u?.kind !== 'Pointer') {
        this.error(x, 'InvalidIndirection', `${invalidOperation}cannot indirect ${this.operandString(x)}`);
        return false;
      }
      if (base !== null && !identical(u.elem, base)) {
        this.error(x, 'InvalidIndirection', `${invalidOperation}pointers of ${this.operandString(x)} must have identical base types`);
        return false;
      }
      base = u.elem;
      return true;
    });
    if (!ok || base === null) {
      x.invalidate();
      return;
    }
    x.mode = 'variable';
    x.type = base;
  }

  // ---- Entry points ----

  /** A single value. */
  expr(target: Target | null, x: Operand, e: Expr): void {
    this.rawExpr(target, x, e, null, false);
    this.exclude(x, ['novalue', 'builtin', 'typexpr']);
    this.singleValue(x);
  }

  /** A single value that may be a generic function. */
  genericExpr(x: Operand, e: Expr, hint: Type | null): void {
    this.rawExpr(null, x, e, hint, true);
    this.exclude(x, ['novalue', 'builtin', 'typexpr']);
    this.singleValue(x);
  }

  /** One or more values; with comma, ok if allowed and possible. */
  multiExpr(e: Expr, allowCommaOk: boolean): { list: Operand[]; commaOk: boolean } {
    const x = new Operand();
    this.rawExpr(null, x, e, null, false);
    this.exclude(x, ['novalue', 'builtin', 'typexpr']);
    const extra = (name: string, type: Type): Operand => {
      const y = new Operand();
      y.mode = 'value';
      y.expr = { kind: 'Ident', pos: startPos(e), end: e.end, name };
      y.type = type;
      return y;
    };
    if (x.isValid && x.type.kind === 'Tuple') {
      const list = x.type.vars.map((v, i) => extra(`${ordinal(i + 1)} function result`, v.type));
      return { list, commaOk: false };
    }
    const hasOk = x.mode === 'mapindex' || x.mode === 'commaok' || x.mode === 'commaerr';
    if (!allowCommaOk || !hasOk) return { list: [x], commaOk: false };
    const second =
      x.mode === 'commaerr'
        ? extra('err value of (comma, err) expression', errorType)
        : extra('ok value of (comma, ok) expression', Typ.untypedBool);
    return { list: [x, second], commaOk: true };
  }

  exprOrType(x: Operand, e: Expr, allowGeneric: boolean): void {
    this.rawExpr(null, x, e, null, allowGeneric);
    this.exclude(x, ['novalue']);
    this.singleValue(x);
  }

  exclude(x: Operand, modes: readonly Operand['mode'][]): void {
    if (!modes.includes(x.mode)) return;
    const text = this.operandString(x);
    if (x.mode === 'novalue') {
      const what = modes.includes('typexpr') ? 'used as value' : 'used as value or type';
      this.error(x, 'TooManyValues', `${text} ${what}`);
    } else if (x.mode === 'builtin') this.error(x, 'UncalledBuiltin', `${text} must be called`);
    else this.error(x, 'NotAnExpr', `${text} is not an expression`);
    x.invalidate();
  }

  // ---- Uses after errors ----

  /** Evaluates expressions only so that what they use counts as used; false after an error. */
  use(...list: readonly Expr[]): boolean {
    return list.map((e) => this.useOne(e, false)).every((ok) => ok);
  }

  useLhs(...list: readonly Expr[]): boolean {
    return list.map((e) => this.useOne(e, true)).every((ok) => ok);
  }

  private useOne(e: Expr, isLhs: boolean): boolean {
    const x = new Operand();
    const inner = unparen(e);
    if (inner.kind !== 'Ident') {
      this.rawExpr(null, x, e, null, true);
      return x.isValid;
    }
    if (inner.name === '_') return true;
    const obj = isLhs ? this.lookup(inner.name) : null;
    const variable: Var | null = obj?.kind === 'Var' && obj.pkg === this.pkg ? obj : null;
    const wasUsed = variable !== null && this.usedVars.has(variable);
    this.exprOrType(x, inner, true);
    if (variable !== null && !wasUsed) this.usedVars.delete(variable);
    return x.isValid;
  }
}

function ordinal(n: number): string {
  const suffix = n === 1 ? 'st' : n === 2 ? 'nd' : n === 3 ? 'rd' : 'th';
  return `${n}${suffix}`;
}
