// Assignability in context: initialisation, assignment, short variable declarations, and the
// messages about counts (types2 assignments.go).

import type { Expr } from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import { startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ, unknownType } from '../types/basic.ts';
import { newVar } from '../types/object.ts';
import { Operand } from '../types/operand.ts';
import {
  defaultType,
  isConstType,
  isNonTypeParamInterface,
  isNumeric,
  isUntyped,
} from '../types/predicates.ts';
import { commonUnderOrNull } from '../types/type-set.ts';
import type { Const, Type, Var } from '../types/type.ts';
import { isInvalid } from '../types/under.ts';
import type { Target } from './checker.ts';
import { Declarations } from './declarations.ts';

export abstract class Assignments extends Declarations {
  abstract multiExpr(e: Expr, allowCommaOk: boolean): { list: Operand[]; commaOk: boolean };
  abstract exprList(list: readonly Expr[]): Operand[];
  abstract nonGeneric(target: Target | null, x: Operand): void;
  abstract useLhs(...list: readonly Expr[]): boolean;

  /** A target for function-typed values; null for other types. */
  targetOf(type: Type, description: string): Target | null {
    if (type === unknownType) return null;
    const underlying = commonUnderOrNull(type);
    return underlying?.kind === 'Signature' ? { signature: underlying, description } : null;
  }

  /** Checks that x may be assigned to a variable of type T; T null: any type will do. */
  assignment(x: Operand, T: Type | null, context: string): void {
    this.singleValue(x);
    if (!x.isValid) return;
    if (x.mode === 'novalue' || x.mode === 'builtin' || x.mode === 'typexpr') {
      const to = T === null ? '' : ` to ${this.typeString(T)}`;
      this.error(x, 'IncompatibleAssign', `cannot assign ${this.operandString(x)}${to} in ${context}`);
      x.invalidate();
      return;
    }
    if (isUntyped(x.type) && !this.assignUntyped(x, T, context)) return;
    this.nonGeneric(T === null ? null : this.targetOf(T, context), x);
    if (!x.isValid || T === null) return;
    const cause = { text: '' };
    const code = this.assignableTo(x, T, cause);
    if (code === null) return;
    const why = cause.text === '' ? '' : `: ${cause.text}`;
    this.error(x, code, `cannot use ${this.operandString(x)} as ${this.typeString(T)} value in ${context}${why}`);
    x.invalidate();
  }

  private assignUntyped(x: Operand, T: Type | null, context: string): boolean {
    let target = T;
    if (x.isNil) {
      if (T === null) {
        this.error(x, 'UntypedNilUse', `use of untyped nil in ${context}`);
        x.invalidate();
        return false;
      }
    } else if (T === null || isNonTypeParamInterface(T)) target = defaultType(x.type);
    if (target === null) return true;
    const implicit = this.implicitTypeAndValue(x, target);
    if (implicit.code === null) {
      this.takeImplicit(x, implicit);
      return true;
    }
    const why =
      implicit.code === 'TruncatedFloat'
        ? ' (truncated)'
        : implicit.code === 'NumericOverflow'
          ? ' (overflows)'
          : '';
    const code = why === '' ? 'IncompatibleAssign' : implicit.code;
    this.error(x, code, `cannot use ${this.operandString(x)} as ${this.typeString(target)} value in ${context}${why}`);
    x.invalidate();
    return false;
  }

  singleValue(x: Operand): void {
    if (x.mode === 'value' && x.type.kind === 'Tuple') {
      this.error(x, 'TooManyValues', `multiple-value ${this.operandString(x)} in single-value context`);
      x.invalidate();
    }
  }

  initConst(lhs: Const, x: Operand): void {
    if (!x.isValid || isInvalid(x.type) || (lhs.type !== unknownType && isInvalid(lhs.type))) {
      if (lhs.type === unknownType) lhs.type = Typ.invalid;
      return;
    }
    if (x.mode !== 'constant' || !isConstType(x.type)) {
      this.error(x, 'InvalidConstInit', `${this.operandString(x)} is not constant`);
      if (lhs.type === unknownType) lhs.type = Typ.invalid;
      return;
    }
    if (lhs.type === unknownType) lhs.type = x.type;
    this.assignment(x, lhs.type, 'constant declaration');
    if (x.isValid) lhs.value = x.value;
  }

  initVar(lhs: Var, x: Operand, context: string): void {
    if (!x.isValid || isInvalid(x.type) || (lhs.type !== unknownType && isInvalid(lhs.type))) {
      if (lhs.type === unknownType) lhs.type = Typ.invalid;
      x.invalidate();
      return;
    }
    if (lhs.type === unknownType) {
      if (x.isNil && isUntyped(x.type)) {
        this.error(x, 'UntypedNilUse', `use of untyped nil in ${context}`);
        lhs.type = Typ.invalid;
        x.invalidate();
        return;
      }
      lhs.type = isUntyped(x.type) ? defaultType(x.type) : x.type;
    }
    this.assignment(x, lhs.type, context);
  }

  // ---- Left-hand sides ----

  /** The type of an assignable expression; null for the blank identifier. */
  private lhsVar(lhs: Expr): Type | null {
    const id = unparen(lhs);
    if (id.kind === 'Ident' && id.name === '_') {
      this.recordDef(id, null);
      return null;
    }
    // Assigning to a variable is no use of it.
    const obj = id.kind === 'Ident' ? this.lookup(id.name) : null;
    const variable = obj?.kind === 'Var' && obj.pkg === this.pkg ? obj : null;
    const wasUsed = variable !== null && this.usedVars.has(variable);
    const x = new Operand();
    this.expr(null, x, lhs);
    if (variable !== null && !wasUsed) this.usedVars.delete(variable);
    if (!x.isValid || isInvalid(x.type)) return Typ.invalid;
    if (x.mode === 'variable' || x.mode === 'mapindex') return x.type;
    if (x.expr?.kind === 'SelectorExpr') {
      const op = new Operand();
      this.expr(null, op, x.expr.x);
      if (op.mode === 'mapindex') {
        this.error(x, 'UnaddressableFieldAssign', `cannot assign to struct field ${exprString(x.expr)} in map`);
        return Typ.invalid;
      }
    }
    const text = x.expr === null ? '' : exprString(x.expr);
    this.error(x, 'UnassignableOperand', `cannot assign to ${text} (neither addressable nor a map index expression)`);
    return Typ.invalid;
  }

  /** lhs = rhs, or lhs = x where x is given. */
  assignVar(lhs: Expr, rhs: Expr | null, given: Operand | null, context: string): void {
    const T = this.lhsVar(lhs);
    if (T !== null && isInvalid(T)) {
      if (given !== null) given.invalidate();
      else if (rhs !== null) this.use(rhs);
      return;
    }
    let x = given;
    if (x === null) {
      x = new Operand();
      if (rhs !== null) this.expr(T === null ? null : this.targetOf(T, exprString(lhs)), x, rhs);
    }
    const where = T === null && context === 'assignment' ? 'assignment to _ identifier' : context;
    this.assignment(x, T, where);
  }

  // ---- Messages about counts ----

  typesSummary(types: readonly Type[], variadic: boolean, hasDots: boolean): string {
    const texts = types.map((type, i) => {
      const isLast = i === types.length - 1;
      let text: string;
      if (isInvalid(type)) text = 'unknown type';
      else if (type.kind === 'Basic' && isUntyped(type)) {
        text = isNumeric(type) ? 'number' : type.name.replace('untyped ', '');
      } else text = this.typeString(type);
      if (isLast && variadic) {
        return `...${type.kind === 'Slice' ? this.typeString(type.elem) : text}`;
      }
      return isLast && hasDots ? `${text}...` : text;
    });
    return `(${texts.join(', ')})`;
  }

  private assignError(rhs: readonly Expr[], l: number, r: number): void {
    const first = rhs[0];
    if (first === undefined) return;
    const vars = measure(l, 'variable');
    const values = measure(r, 'value');
    const call = unparen(first);
    const what =
      rhs.length === 1 && call.kind === 'CallExpr'
        ? `${exprString(call.fun)} returns ${values}`
        : values;
    this.error(first, 'WrongAssignCount', `assignment mismatch: ${vars} but ${what}`);
  }

  private returnError(pos: Pos, lhs: readonly Var[], rhs: readonly Operand[]): void {
    const extra = rhs[lhs.length];
    const last = rhs[rhs.length - 1];
    const at = extra !== undefined ? this.posOf(extra) : last !== undefined ? this.posOf(last) : pos;
    const qualifier = extra !== undefined ? 'too many' : 'not enough';
    const have = this.typesSummary(
      rhs.map((x) => x.type),
      false,
      false,
    );
    const want = this.typesSummary(
      lhs.map((v) => v.type),
      false,
      false,
    );
    this.report('WrongResultCount', [
      { pos: at, message: `${qualifier} return values\n\thave ${have}\n\twant ${want}` },
    ]);
  }

  // ---- Several at once ----

  initVars(lhs: readonly Var[], rhs: readonly Expr[], returnPos: Pos | null): void {
    const isReturn = returnPos !== null;
    const context = isReturn ? 'return statement' : 'assignment';
    const first = rhs[0];
    const isCall = rhs.length === 1 && first !== undefined && unparen(first).kind === 'CallExpr';
    if (lhs.length === rhs.length && !isCall) {
      for (const [i, variable] of lhs.entries()) {
        const e = rhs[i];
        if (e === undefined) continue;
        const description = isReturn && variable.name === '' ? 'result variable' : variable.name;
        const x = new Operand();
        this.expr(this.targetOf(variable.type, description), x, e);
        this.initVar(variable, x, this.initContext(context, lhs.length));
      }
      return;
    }
    if (rhs.length !== 1 || first === undefined) {
      if (this.use(...rhs)) {
        if (returnPos !== null) this.returnError(returnPos, lhs, this.exprList(rhs));
        else this.assignError(rhs, lhs.length, rhs.length);
      }
      this.invalidateVars(lhs);
      return;
    }
    const { list, commaOk } = this.multiExpr(first, lhs.length === 2 && !isReturn);
    if (list.length === lhs.length) {
      for (const [i, variable] of lhs.entries()) {
        const x = list[i];
        if (x !== undefined) this.initVar(variable, x, this.initContext(context, lhs.length));
      }
      this.recordCommaOk(first, list, commaOk);
      return;
    }
    if (list[0]?.isValid === true) {
      if (returnPos !== null) this.returnError(returnPos, lhs, list);
      else this.assignError(rhs, lhs.length, list.length);
    }
    this.invalidateVars(lhs);
  }

  private initContext(context: string, count: number): string {
    return context === 'assignment' && count > 1 ? 'multiple assignment' : context;
  }

  private invalidateVars(vars: readonly Var[]): void {
    for (const v of vars) if (v.type === unknownType) v.type = Typ.invalid;
  }

  private recordCommaOk(e: Expr, list: readonly Operand[], commaOk: boolean): void {
    const [value, second] = list;
    if (!commaOk || value === undefined || second === undefined) return;
    if (value.isValid && second.isValid) this.recordCommaOkTypes(e, [value.type, second.type]);
  }

  assignVars(lhs: readonly Expr[], rhs: readonly Expr[]): void {
    const context = lhs.length > 1 ? 'multiple assignment' : 'assignment';
    const first = rhs[0];
    const isCall = rhs.length === 1 && first !== undefined && unparen(first).kind === 'CallExpr';
    if (lhs.length === rhs.length && !isCall) {
      for (const [i, e] of lhs.entries()) this.assignVar(e, rhs[i] ?? null, null, context);
      return;
    }
    if (rhs.length !== 1 || first === undefined) {
      const leftOk = this.useLhs(...lhs);
      const rightOk = this.use(...rhs);
      if (leftOk && rightOk) this.assignError(rhs, lhs.length, rhs.length);
      return;
    }
    const { list, commaOk } = this.multiExpr(first, lhs.length === 2);
    if (list.length === lhs.length) {
      for (const [i, e] of lhs.entries()) this.assignVar(e, null, list[i] ?? null, context);
      this.recordCommaOk(first, list, commaOk);
      return;
    }
    if (list[0]?.isValid === true) this.assignError(rhs, lhs.length, list.length);
    this.useLhs(...lhs);
  }

  shortVarDecl(pos: Pos, lhs: readonly Expr[], rhs: readonly Expr[]): void {
    const top = this.delayed.length;
    const { scope } = this.env;
    const seen = new Set<string>();
    const created: Var[] = [];
    let hasError = false;
    const vars = lhs.map((e): Var => {
      const dummy = (): Var => newVar('local', startPos(e), this.pkg, '_');
      if (e.kind !== 'Ident') {
        this.useLhs(e);
        this.error(e, 'BadDecl', `non-name ${exprString(e)} on left side of :=`);
        hasError = true;
        return dummy();
      }
      if (e.name !== '_' && seen.has(e.name)) {
        this.error(e, 'RepeatedDecl', `${e.name} repeated on left side of :=`);
        hasError = true;
        return dummy();
      }
      seen.add(e.name);
      const other = scope.lookup(e.name);
      if (other !== null) {
        this.recordUse(e, other);
        if (other.kind === 'Var') return other;
        this.error(e, 'UnassignableOperand', `cannot assign to ${e.name}`);
        hasError = true;
        return dummy();
      }
      const variable = newVar('local', e.pos, this.pkg, e.name);
      if (e.name !== '_') created.push(variable);
      this.recordDef(e, variable);
      return variable;
    });
    this.initVars(vars, rhs, null);
    this.processDelayed(top);
    if (created.length === 0 && !hasError) {
      this.softError(pos, 'NoNewVar', 'no new variables on left side of :=');
      return;
    }
    const scopePos = rhs[rhs.length - 1]?.end ?? pos;
    for (const variable of created) this.declare(scope, null, variable, scopePos);
  }
}

export function unparen(e: Expr): Expr {
  let x = e;
  while (x.kind === 'ParenExpr') x = x.x;
  return x;
}

export function measure(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
