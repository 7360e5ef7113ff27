// Statements and function bodies (types2 stmt.go, range.go). Labels and branches are checked by
// the parser already.

import type {
  BlockStmt,
  CallExpr,
  CaseClause,
  CommClause,
  Expr,
  ForStmt,
  IfStmt,
  RangeStmt,
  ReturnStmt,
  SelectStmt,
  Stmt,
  SwitchStmt,
  TypeSwitchStmt,
} from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import { startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { runeType, Typ } from '../types/basic.ts';
import { makeBool, makeInt, type Value } from '../types/constant.ts';
import { constantExactString } from '../types/constant-format.ts';
import { identical } from '../types/identical.ts';
import { newVar } from '../types/object.ts';
import { objectString } from '../types/object-string.ts';
import { Operand } from '../types/operand.ts';
import { isBoolean, isInteger, isInterface, isString, isTypeParam } from '../types/predicates.ts';
import { isTerminatingList } from '../types/returns.ts';
import {
  allBoolean,
  allNumeric,
  commonUnder,
  hasNil,
  isComparable,
} from '../types/type-set.ts';
import type { Scope, Signature, Type, Var } from '../types/type.ts';
import { isInvalid, under } from '../types/under.ts';
import { unparen } from './assignments.ts';
import { type Declaration, invalidOperation } from './checker.ts';
import { Expressions } from './expressions.ts';

interface SeenCase {
  readonly pos: Pos;
  readonly type: Type;
}

export abstract class Statements extends Expressions {
  funcBody(
    declaration: Declaration | null,
    signature: Signature,
    body: BlockStmt,
    iota: Value | null,
  ): void {
    const { scope } = signature;
    if (scope === null) return;
    const panics = new Set<CallExpr>();
    const env = { ...this.packageEnvironment(scope, this.env.version), declaration, iota, signature, panics };
    this.inEnvironment(env, () => {
      this.stmtList(body.list);
      if (signature.results.vars.length > 0 && !isTerminatingList(panics, body.list)) {
        this.error(body.rbrace, 'MissingReturn', 'missing return');
      }
    });
    this.usage(scope);
  }

  private usage(scope: Scope): void {
    const unused: Var[] = [];
    for (const obj of scope.objects()) {
      if (obj.kind === 'Var' && obj.varKind === 'local' && !this.usedVars.has(obj)) unused.push(obj);
    }
    unused.sort((a, b) => a.pos - b.pos);
    for (const v of unused) this.softError(v.pos, 'UnusedVar', `declared and not used: ${v.name}`);
    for (const child of scope.children) if (!child.isFunc) this.usage(child);
  }

  private stmtList(list: readonly Stmt[]): void {
    for (const s of list) this.stmt(s);
  }

  private stmt(s: Stmt): void {
    const top = this.delayed.length;
    this.statement(s);
    this.processDelayed(top);
  }

  private statement(s: Stmt): void {
    switch (s.kind) {
      case 'BadStmt':
      case 'EmptyStmt':
      case 'BranchStmt':
      case 'CaseClause':
      case 'CommClause':
        return;
      case 'DeclStmt':
        this.declStmt(s.decl);
        return;
      case 'LabeledStmt':
        this.stmt(s.stmt);
        return;
      case 'ExprStmt':
        this.exprStmt(s.x);
        return;
      case 'SendStmt':
        this.sendStmt(s.chan, s.value, s);
        return;
      case 'IncDecStmt':
        this.incDec(s.x, s.tok);
        return;
      case 'AssignStmt':
        if (s.tok === '=') this.assignVars(s.lhs, s.rhs);
        else if (s.tok === ':=') this.shortVarDecl(s.tokPos, s.lhs, s.rhs);
        else this.assignOperation(s.lhs, s.rhs, s.tok.slice(0, -1), s);
        return;
      case 'GoStmt':
        this.suspendedCall('go', s.call);
        return;
      case 'DeferStmt':
        this.suspendedCall('defer', s.call);
        return;
      case 'ReturnStmt':
        this.returnStmt(s);
        return;
      case 'BlockStmt':
        this.openScope(s, 'block');
        this.stmtList(s.list);
        this.closeScope();
        return;
      case 'IfStmt':
        this.ifStmt(s);
        return;
      case 'SwitchStmt':
        this.switchStmt(s);
        return;
      case 'TypeSwitchStmt':
        this.typeSwitchStmt(s);
        return;
      case 'SelectStmt':
        this.selectStmt(s);
        return;
      case 'ForStmt':
        this.forStmt(s);
        return;
      case 'RangeStmt':
        this.rangeStmt(s);
    }
  }

  // ---- Simple statements ----

  private exprStmt(e: Expr): void {
    const x = new Operand();
    const kind = this.rawExpr(null, x, e, null, false);
    if (x.mode === 'builtin') this.error(x, 'UncalledBuiltin', `${this.operandString(x)} must be called`);
    else if (x.mode === 'typexpr') this.error(x, 'NotAnExpr', `${this.operandString(x)} is not an expression`);
    else if (kind !== 'statement') this.error(x, 'UnusedExpr', `${this.operandString(x)} is not used`);
  }

  private sendStmt(chan: Expr, value: Expr, s: Stmt): void {
    const ch = new Operand();
    const val = new Operand();
    this.expr(null, ch, chan);
    this.genericExpr(val, value, null);
    if (!ch.isValid || !val.isValid) return;
    const elem = this.chanElem(s, ch, false);
    if (elem !== null) this.assignment(val, elem, 'send');
  }

  private incDec(e: Expr, tok: '++' | '--'): void {
    const x = new Operand();
    this.expr(null, x, e);
    if (!x.isValid) return;
    if (!allNumeric(x.type)) {
      this.error(
        e,
        'NonNumericIncDec',
        `${invalidOperation}${exprString(e)}${tok} (non-numeric type ${this.typeString(x.type)})`,
      );
      return;
    }
    this.assignVar(e, null, x, 'assignment');
  }

  private assignOperation(lhs: readonly Expr[], rhs: readonly Expr[], op: string, s: Stmt): void {
    const [left, right] = [lhs[0], rhs[0]];
    if (lhs.length !== 1 || rhs.length !== 1 || left === undefined || right === undefined) {
      this.error(s, 'MultiValAssignOp', `assignment operation ${op}= requires single-valued expressions`);
      return;
    }
    const x = new Operand();
    this.binary(x, null, left, right, op as '+');
    this.assignVar(left, null, x, 'assignment');
  }

  private suspendedCall(keyword: 'go' | 'defer', call: Expr): void {
    const code = keyword === 'go' ? 'InvalidGo' : 'InvalidDefer';
    if (call.kind !== 'CallExpr') {
      this.error(call, code, `expression in ${keyword} must be function call`);
      this.use(call);
      return;
    }
    const x = new Operand();
    const kind = this.rawExpr(null, x, call, null, false);
    if (kind === 'statement') return;
    const operand = this.operandString(x);
    if (kind === 'conversion') {
      this.error(x, code, `${keyword} requires function call, not conversion ${operand}`);
    } else this.error(x, 'UnusedResults', `${keyword} discards result of ${operand}`);
  }

  private returnStmt(s: ReturnStmt): void {
    const results = this.env.signature?.results.vars ?? [];
    if (s.results.length > 0 || results.length === 0 || results[0]?.name === '') {
      if (results.length === 0 && s.results.length === 0) return;
      this.initVars(results, s.results, startPos(s));
      return;
    }
    for (const result of results) {
      const other = this.lookup(result.name);
      if (other === null || other === result) continue;
      this.report('OutOfScopeResult', [
        { pos: startPos(s), message: `result parameter ${result.name} not in scope at return` },
        { pos: other.pos, message: `inner declaration of ${objectString(result, this.format)}` },
      ]);
    }
  }

  // ---- Conditions and loops ----

  private condition(e: Expr, what: string): void {
    const x = new Operand();
    this.expr(null, x, e);
    if (x.isValid && !allBoolean(x.type)) {
      this.error(e, 'InvalidCond', `non-boolean condition in ${what} statement`);
    }
  }

  private ifStmt(s: IfStmt): void {
    this.openScope(s, 'if');
    if (s.init !== null) this.stmt(s.init);
    this.condition(s.cond, 'if');
    this.stmt(s.body);
    if (s.else !== null) this.stmt(s.else);
    this.closeScope();
  }

  private forStmt(s: ForStmt): void {
    this.openScope(s, 'for');
    if (s.init !== null) this.stmt(s.init);
    if (s.cond !== null) this.condition(s.cond, 'for');
    if (s.post !== null) this.stmt(s.post);
    this.stmt(s.body);
    this.closeScope();
  }

  // ---- Switches ----

  private multipleDefaults(clauses: readonly (CaseClause | CommClause)[]): void {
    let first: CaseClause | CommClause | null = null;
    for (const clause of clauses) {
      const isDefault = clause.kind === 'CaseClause' ? clause.list === null : clause.comm === null;
      if (!isDefault) continue;
      if (first !== null) {
        this.error(clause, 'DuplicateDefault', `multiple defaults (first at ${this.place(startPos(first))})`);
      } else first = clause;
    }
  }

  private switchStmt(s: SwitchStmt): void {
    this.openScope(s, 'switch');
    if (s.init !== null) this.stmt(s.init);
    const x = new Operand();
    if (s.tag !== null) {
      this.expr(null, x, s.tag);
      this.assignment(x, null, 'switch expression');
      if (x.isValid && !isComparable(x.type) && !hasNil(x.type)) {
        this.error(x, 'InvalidExprSwitch', `cannot switch on ${this.operandString(x)} (${this.typeString(x.type)} is not comparable)`);
        x.invalidate();
      }
    } else {
      const pos = s.body.list[0]?.pos ?? s.body.rbrace;
      x.mode = 'constant';
      x.type = Typ.bool;
      x.value = makeBool(true);
      x.expr = { kind: 'Ident', pos, end: pos, name: 'true' };
    }
    this.multipleDefaults(s.body.list);
    const seen = new Map<string, SeenCase[]>();
    for (const clause of s.body.list) {
      this.caseValues(x, clause.list ?? [], seen);
      this.openScope(clause, 'case');
      this.stmtList(clause.body);
      this.closeScope();
    }
    this.closeScope();
  }

  private caseValues(x: Operand, values: readonly Expr[], seen: Map<string, SeenCase[]>): void {
    for (const e of values) {
      const v = new Operand();
      this.expr(null, v, e);
      if (!x.isValid || !v.isValid) continue;
      this.convertUntyped(v, x.type);
      if (!v.isValid) continue;
      const result = v.copy();
      this.comparison(result, x.copy(), '==', true);
      if (!result.isValid || v.mode !== 'constant') continue;
      if (v.value.kind === 'bool' || v.value.kind === 'unknown') continue;
      const key = constantExactString(v.value);
      const others = seen.get(key) ?? [];
      const other = others.find((each) => identical(each.type, v.type));
      if (other !== undefined) {
        this.report('DuplicateCase', [
          { pos: this.posOf(v), message: `duplicate case ${this.operandString(v)} in expression switch` },
          { pos: other.pos, message: 'previous case' },
        ]);
        continue;
      }
      seen.set(key, [...others, { pos: this.posOf(v), type: v.type }]);
    }
  }

  private typeSwitchStmt(s: TypeSwitchStmt): void {
    this.openScope(s, 'switch');
    if (s.init !== null) this.stmt(s.init);
    let { bind } = s;
    if (bind !== null && bind.name === '_') {
      this.softError(bind, 'NoNewVar', 'no new variable on left side of :=');
      bind = null;
    } else if (bind !== null) this.recordDef(bind, null);
    const x = new Operand();
    let subject: Operand | null = null;
    this.expr(null, x, s.guard.x);
    if (x.isValid) {
      if (isTypeParam(x.type)) {
        this.error(x, 'InvalidTypeSwitch', `cannot use type switch on type parameter value ${this.operandString(x)}`);
      } else if (isInterface(x.type)) subject = x;
      else this.error(x, 'InvalidTypeSwitch', `${this.operandString(x)} is not an interface`);
    }
    this.multipleDefaults(s.body.list);
    const vars: Var[] = [];
    const seen: { type: Type | null; e: Expr }[] = [];
    for (const clause of s.body.list) {
      const T = this.caseTypes(subject, clause.list ?? [], seen);
      this.openScope(clause, 'case');
      if (bind !== null) {
        const variable = newVar('local', bind.pos, this.pkg, bind.name, T);
        this.declare(this.env.scope, null, variable, clause.colon);
        this.recordImplicit(clause, variable);
        vars.push(variable);
      }
      this.stmtList(clause.body);
      this.closeScope();
    }
    if (bind !== null) {
      this.info.typeSwitchVars.set(s, vars);
      const used = vars.some((v) => this.usedVars.has(v));
      for (const v of vars) this.usedVars.add(v);
      if (!used) this.softError(bind, 'UnusedVar', `declared and not used: ${bind.name}`);
    }
    this.closeScope();
  }

  private caseTypes(
    x: Operand | null,
    list: readonly Expr[],
    seen: { type: Type | null; e: Expr }[],
  ): Type {
    let T: Type | null = null;
    for (const e of list) {
      if (this.isNilExpr(e)) {
        T = null;
        this.expr(null, new Operand(), e);
      } else {
        T = this.varType(e);
        if (isInvalid(T)) continue;
      }
      const type = T;
      const other = seen.find((each) =>
        type === null || each.type === null ? type === each.type : identical(type, each.type),
      );
      if (other !== undefined) {
        const text = type === null ? 'nil' : this.typeString(type);
        this.report('DuplicateCase', [
          { pos: startPos(e), message: `duplicate case ${text} in type switch` },
          { pos: startPos(other.e), message: 'previous case' },
        ]);
        continue;
      }
      seen.push({ type, e });
      if (x !== null && type !== null) this.typeAssertion(e, x, type, true);
    }
    if (list.length === 1 && T !== null) return T;
    return x === null ? Typ.invalid : x.type;
  }

  private isNilExpr(e: Expr): boolean {
    const id = unparen(e);
    return id.kind === 'Ident' && this.lookup(id.name)?.kind === 'Nil';
  }

  // ---- Select ----

  private selectStmt(s: SelectStmt): void {
    this.multipleDefaults(s.body.list);
    for (const clause of s.body.list) {
      const { comm } = clause;
      if (comm !== null && comm.kind !== 'SendStmt' && !isReceiveStmt(comm)) {
        this.error(comm, 'InvalidSelectCase', 'select case must be send or receive (possibly with assignment)');
        continue;
      }
      this.openScope(clause, 'case');
      if (comm !== null) this.stmt(comm);
      this.stmtList(clause.body);
      this.closeScope();
    }
  }

  // ---- Range ----

  private rangeStmt(s: RangeStmt): void {
    const x = new Operand();
    const outer = this.env.hasCallOrRecv;
    this.env.hasCallOrRecv = false;
    this.expr(null, x, s.x);
    if (x.isValid && s.value === null && !this.env.hasCallOrRecv) {
      // The array itself is not evaluated when only its length matters.
      const u = under(x.type);
      const pointee = u.kind === 'Pointer' ? under(u.elem) : u;
      if (pointee.kind === 'Array' && u.kind === 'Array') {
        this.recordTypeAndValue(unparen(s.x), x.mode, x.type, makeInt(pointee.length));
      }
    }
    this.env.hasCallOrRecv = outer;
    let key: Type | null = null;
    let value: Type | null = null;
    if (x.isValid) {
      const range = this.rangeKeyValue(x.type);
      key = range.key;
      value = range.value;
      this.checkRangeVars(s, x, range);
    }
    this.openScope(s, 'range');
    const overInt = x.isValid && isInteger(x.type);
    const types = [key, value];
    const lhs = [s.key, s.value];
    if (s.tok === ':=') this.declareRangeVars(s, lhs, types, overInt ? x : null);
    else if (s.key !== null) this.assignRangeVars(lhs, types, overInt ? x : null);
    else if (overInt) this.assignment(x, null, 'range clause');
    this.stmt(s.body);
    this.closeScope();
  }

  private checkRangeVars(
    s: RangeStmt,
    x: Operand,
    range: { key: Type | null; value: Type | null; ok: boolean; cause: string },
  ): void {
    const text = this.operandString(x);
    const extra = s.extra[0];
    if (!range.ok) {
      const why = range.cause === '' ? '' : `: ${range.cause}`;
      this.softError(x, 'InvalidRangeExpr', `cannot range over ${text}${why}`);
    } else if (range.key === null && s.key !== null) {
      this.softError(s.key, 'InvalidIterVar', `range over ${text} permits no iteration variables`);
    } else if (range.value === null && s.value !== null) {
      this.softError(s.value, 'InvalidIterVar', `range over ${text} permits only one iteration variable`);
    } else if (extra !== undefined) {
      this.softError(extra, 'InvalidIterVar', 'range clause permits at most two iteration variables');
    }
  }

  private declareRangeVars(
    s: RangeStmt,
    lhs: readonly (Expr | null)[],
    types: readonly (Type | null)[],
    integer: Operand | null,
  ): void {
    const vars: Var[] = [];
    for (const [i, e] of lhs.entries()) {
      if (e === null) continue;
      let variable: Var;
      if (e.kind === 'Ident') {
        variable = newVar('local', e.pos, this.pkg, e.name);
        this.recordDef(e, variable);
        if (e.name !== '_') vars.push(variable);
      } else {
        this.error(e, 'InvalidSyntaxTree', `cannot declare ${exprString(e)}`);
        variable = newVar('local', startPos(e), this.pkg, '_');
      }
      const type = types[i] ?? null;
      if (type === null || isInvalid(type)) {
        variable.type = Typ.invalid;
        this.usedVars.add(variable);
      } else if (integer !== null) this.initVar(variable, integer, 'range clause');
      else this.initVar(variable, rangeOperand(e, type), 'assignment');
    }
    if (vars.length === 0) {
      this.error(s.tokPos, 'NoNewVar', 'no new variables on left side of :=');
      return;
    }
    for (const variable of vars) this.declare(this.env.scope, null, variable, s.body.pos);
  }

  private assignRangeVars(
    lhs: readonly (Expr | null)[],
    types: readonly (Type | null)[],
    integer: Operand | null,
  ): void {
    for (const [i, e] of lhs.entries()) {
      const type = types[i] ?? null;
      if (e === null || type === null || isInvalid(type)) continue;
      if (integer === null) {
        this.assignVar(e, null, rangeOperand(e, type), 'assignment');
        continue;
      }
      this.assignVar(e, null, integer, 'range clause');
      if (integer.isValid && !isInteger(integer.type)) {
        this.softError(e, 'InvalidRangeExpr', `cannot use iteration variable of type ${this.typeString(integer.type)}`);
      }
    }
  }

  private rangeKeyValue(type: Type): {
    key: Type | null;
    value: Type | null;
    ok: boolean;
    cause: string;
  } {
    const bad = (cause: string) => ({ key: Typ.invalid, value: Typ.invalid, ok: false, cause });
    const good = (key: Type | null, value: Type | null) => ({ key, value, ok: true, cause: '' });
    const { type: common, error } = commonUnder(type, (each) => {
      const t = each.type;
      if (each.under?.kind !== 'Chan' || each.under.dir !== 'send') return null;
      return (s) => `receive from send-only channel ${t === null ? '' : s(t)}`;
    });
    if (common === null) return bad(error?.((t) => this.typeString(t)) ?? '');
    const pointee = common.kind === 'Pointer' ? under(common.elem) : null;
    const u = pointee?.kind === 'Array' ? pointee : common;
    switch (u.kind) {
      case 'Basic':
        if (isString(u)) return good(Typ.int, runeType);
        if (!isInteger(u)) return bad('');
        return this.allowVersion('go1.22') ? good(type, null) : bad('requires go1.22 or later');
      case 'Array':
      case 'Slice':
        return good(Typ.int, u.elem);
      case 'Map':
        return good(u.key, u.elem);
      case 'Chan':
        return good(u.elem, null);
      case 'Signature':
        return this.rangeFunc(u, bad, good);
      default:
        return bad('');
    }
  }

  private rangeFunc<R>(
    signature: Signature,
    bad: (cause: string) => R,
    good: (key: Type | null, value: Type | null) => R,
  ): R {
    const form = 'func must be func(yield func(...) bool): ';
    if (!this.allowVersion('go1.23')) return bad('requires go1.23 or later');
    const [first] = signature.params.vars;
    if (first === undefined || signature.params.vars.length !== 1) return bad(`${form}wrong argument count`);
    if (signature.results.vars.length !== 0) return bad(`${form}unexpected results`);
    const { type, error } = commonUnder(first.type);
    if (type?.kind !== 'Signature') {
      if (error === null) return bad(`${form}argument is not func`);
      return bad(`${form}in yield type, ${error((t) => this.typeString(t))}`);
    }
    if (type.params.vars.length > 2) return bad(`${form}yield func has too many parameters`);
    const [result] = type.results.vars;
    if (result === undefined || type.results.vars.length !== 1 || !identical(result.type, Typ.bool)) {
      const named = result !== undefined && type.results.vars.length === 1 && isBoolean(result.type);
      return bad(`${form}yield func ${named ? 'returns user-defined boolean, not bool' : 'does not return bool'}`);
    }
    if (type.variadic) return bad(`yield func of type ${this.typeString(type)} cannot be variadic`);
    return good(type.params.vars[0]?.type ?? null, type.params.vars[1]?.type ?? null);
  }
}

function rangeOperand(e: Expr, type: Type): Operand {
  const y = new Operand();
  y.mode = 'value';
  y.expr = e;
  y.type = type;
  return y;
}

function isReceiveStmt(s: Stmt): boolean {
  const rhs = s.kind === 'ExprStmt' ? s.x : s.kind === 'AssignStmt' && s.rhs.length === 1 ? s.rhs[0] : undefined;
  if (rhs === undefined) return false;
  const x = unparen(rhs);
  return x.kind === 'UnaryExpr' && x.op === '<-';
}
