// Calls, conversions, instantiation of functions, and selectors (types2 call.go).

import type { CallExpr, Expr, IndexExpr, SelectorExpr } from '../syntax/ast.ts';
import { noPos, type Pos } from '../syntax/pos.ts';
import { gcPos, startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ } from '../types/basic.ts';
import { infer, renameTypeParams } from '../types/infer.ts';
import { lookupFieldOrMethod } from '../types/lookup.ts';
import { interfacePtrError } from '../types/missing-method.ts';
import { isExported, newParam, signatureOf } from '../types/object.ts';
import { Operand } from '../types/operand.ts';
import { isParameterized } from '../types/parameterized.ts';
import { isInterfacePtr, isTypeParam } from '../types/predicates.ts';
import { makeSubstitution, substituteSignature, substituteTuple } from '../types/substitute.ts';
import { commonUnder, isMethodSet, typeSetOf } from '../types/type-set.ts';
import type {
  Func,
  PkgName,
  Signature,
  Tuple,
  Type,
  TypeParam,
  Var,
} from '../types/type.ts';
import { isInvalid, under } from '../types/under.ts';
import { verifyTypeArguments } from '../types/implements.ts';
import { builtins } from '../types/universe.ts';
import { BuiltinCalls } from './builtin-calls.ts';
import { invalidOperation, type Target } from './checker.ts';

/** What an expression statement may be: only calls and receives stand alone. */
export type ExprKind = 'conversion' | 'expression' | 'statement';

export abstract class Calls extends BuiltinCalls {
  abstract record(x: Operand): void;
  abstract rawExpr(
    target: Target | null,
    x: Operand,
    e: Expr,
    hint: Type | null,
    allowGeneric: boolean,
  ): ExprKind;
  abstract exclude(x: Operand, modes: readonly Operand['mode'][]): void;

  // ---- Instantiation ----

  /**
   * Instantiates the generic function x with the type arguments of `inst`, inferring the others
   * from the target. Returns the arguments given if they are too few and `infers` is false.
   */
  funcInst(
    target: Target | null,
    pos: Pos,
    x: Operand,
    inst: IndexExpr | null,
    infers: boolean,
  ): Type[] | null {
    if (inst !== null) x.expr = inst;
    const at = inst === null ? pos : gcPos(inst);
    this.verifyVersion(at, 'go1.18', 'function instantiation');
    const exprs = inst?.indices ?? [];
    const given = this.typeList(exprs);
    const signature = x.type;
    if (given === null || signature.kind !== 'Signature') {
      x.invalidate();
      return null;
    }
    const want = signature.typeParams.length;
    const extra = exprs[given.length - 1];
    if (given.length > want && extra !== undefined) {
      this.error(extra, 'WrongTypeArgCount', `got ${given.length} type arguments but want ${want}`);
      x.invalidate();
      return null;
    }
    let args: readonly Type[] = given;
    if (given.length < want) {
      if (!infers) return given;
      const inferred = this.inferFromTarget(target, pos, signature, given);
      if (inferred === null) {
        x.invalidate();
        return null;
      }
      args = inferred;
    }
    const positions = exprs.map(startPos);
    x.type = this.instantiateSignature(this.posOf(x), x.expr, signature, args, positions);
    x.mode = 'value';
    return null;
  }

  private inferFromTarget(
    target: Target | null,
    pos: Pos,
    signature: Signature,
    given: readonly Type[],
  ): readonly Type[] | null {
    const args: Operand[] = [];
    let params: Tuple = { kind: 'Tuple', vars: [] };
    if (target !== null) {
      const generic: Signature = { ...signature, typeParams: [], recv: null };
      params = { kind: 'Tuple', vars: [newParam(pos, this.pkg, '', generic)] };
      const arg = new Operand();
      arg.mode = 'value';
      arg.type = target.signature;
      arg.expr = { kind: 'Ident', pos, end: pos, name: target.description };
      args.push(arg);
    }
    const renamed = renameTypeParams(this.context, signature.typeParams, (substitution) =>
      substituteTuple(pos, params, substitution, this.context),
    );
    return infer(
      this,
      {
        pos,
        typeParams: renamed.params,
        typeArgs: given,
        params: renamed.type,
        args,
        reverse: target !== null,
      },
      {
        atOperand: (x, message) => this.error(x, 'CannotInferTypeArgs', message),
        at: (where, message) => this.error(where, 'CannotInferTypeArgs', message),
      },
    );
  }

  instantiateSignature(
    pos: Pos,
    e: Expr | null,
    generic: Signature,
    args: readonly Type[],
    positions: readonly Pos[],
  ): Signature {
    const instance = this.context.signatureInstance(pos, generic, args);
    if (e !== null) this.recordInstance(e, args, instance);
    this.later(() => {
      const wrong = verifyTypeArguments(this, pos, generic.typeParams, args, this.context);
      if (wrong !== null) {
        this.softError(positions[wrong.index] ?? pos, 'InvalidTypeArg', wrong.cause);
      } else this.mono.recordInstance(pos, generic.typeParams, args, positions);
    });
    return instance;
  }

  // ---- Calls ----

  callExpr(x: Operand, call: CallExpr): ExprKind {
    let inst: IndexExpr | null = null;
    if (call.fun.kind === 'IndexExpr') {
      if (this.indexExpr(x, call.fun)) inst = call.fun;
      x.expr = call.fun;
      this.record(x);
    } else this.exprOrType(x, call.fun, true);
    if (!x.isValid) {
      this.use(...call.args);
      x.expr = call;
      return 'statement';
    }
    if (x.mode === 'typexpr') {
      this.conversionCall(x, call);
      x.expr = call;
      return 'conversion';
    }
    if (x.mode === 'builtin' && x.builtin !== null) {
      const id = x.builtin;
      if (!this.builtinCall(x, call, id)) x.invalidate();
      x.expr = call;
      if (x.isValid && !isConstant(x)) this.env.hasCallOrRecv = true;
      return builtins[id].use;
    }
    this.functionCall(x, call, inst);
    x.expr = call;
    return 'statement';
  }

  private conversionCall(x: Operand, call: CallExpr): void {
    this.nonGeneric(null, x);
    if (!x.isValid) return;
    const T = x.type;
    x.invalidate();
    const [first] = call.args;
    if (first === undefined) {
      this.error(call, 'WrongArgCount', `missing argument in conversion to ${this.typeString(T)}`);
      return;
    }
    const last = call.args[call.args.length - 1] ?? first;
    if (call.args.length > 1) {
      this.use(...call.args);
      this.error(last, 'WrongArgCount', `too many arguments in conversion to ${this.typeString(T)}`);
      return;
    }
    this.expr(this.targetOf(T, 'conversion'), x, first);
    if (!x.isValid) return;
    const underlying = under(T);
    if (underlying.kind === 'Interface' && !isTypeParam(T) && !isMethodSet(typeSetOf(underlying))) {
      this.error(
        call,
        'MisplacedConstraintIface',
        `cannot use interface ${this.typeString(T)} in conversion (contains specific type constraints or is comparable)`,
      );
      x.invalidate();
      return;
    }
    if (call.ellipsis !== noPos) {
      this.error(first, 'BadDotDotDotSyntax', `invalid use of ... in conversion to ${this.typeString(T)}`);
      x.invalidate();
      return;
    }
    this.conversion(x, T);
  }

  private functionCall(x: Operand, call: CallExpr, inst: IndexExpr | null): void {
    const fail = (): void => {
      this.use(...call.args);
      x.invalidate();
    };
    const { type, error } = commonUnder(x.type, (each) => {
      if (each.under === null || each.under.kind === 'Signature') return null;
      const t = each.type;
      return (s) => `${s(t)} is not a function`;
    });
    if (type?.kind !== 'Signature') {
      const cause = error?.((t) => this.typeString(t)) ?? '';
      this.error(x, 'InvalidCall', `${invalidOperation}cannot call ${this.operandString(x)}: ${cause}`);
      fail();
      return;
    }
    let signature = type;
    const wasGeneric = signature.typeParams.length > 0;
    let exprs: readonly Expr[] = inst?.indices ?? [];
    let given: readonly Type[] | null = this.typeList(exprs);
    if (given === null) {
      fail();
      return;
    }
    const want = signature.typeParams.length;
    const extra = exprs[want];
    if (extra !== undefined) {
      this.error(extra, 'WrongTypeArgCount', `got ${given.length} type arguments but want ${want}`);
      fail();
      return;
    }
    if (inst !== null && given.length === want && want > 0) {
      this.verifyVersion(gcPos(inst), 'go1.18', 'function instantiation');
      const positions = exprs.map(startPos);
      signature = this.instantiateSignature(gcPos(inst), inst, signature, given, positions);
      given = [];
      exprs = [];
    }
    const { list, partial } = this.genericExprList(call.args);
    signature = this.arguments(call, signature, given, exprs, list, partial);
    if (wasGeneric && signature.typeParams.length === 0) {
      this.recordTypeAndValue(call.fun, 'value', signature, null);
    }
    this.callResult(x, signature);
  }

  private callResult(x: Operand, signature: Signature): void {
    const results = signature.results.vars;
    const [first] = results;
    if (first === undefined) {
      x.mode = 'novalue';
      x.type = signature.results;
    } else {
      x.mode = 'value';
      x.type = results.length === 1 ? first.type : signature.results;
    }
    this.env.hasCallOrRecv = true;
    // What could not be inferred has been reported; its results mean nothing.
    const { typeParams } = signature;
    if (x.mode === 'value' && typeParams.length > 0 && isParameterized(typeParams, x.type)) {
      x.invalidate();
    }
  }

  exprList(list: readonly Expr[]): Operand[] {
    const [first] = list;
    if (first !== undefined && list.length === 1) return this.multiExpr(first, false).list;
    return list.map((e) => {
      const x = new Operand();
      this.expr(null, x, e);
      return x;
    });
  }

  /** As `exprList`, but functions may stay generic; `partial` are their type arguments so far. */
  private genericExprList(list: readonly Expr[]): { list: Operand[]; partial: Type[][] } {
    const infers = list.length > 0 && !this.allowVersion('go1.21');
    const partial: Type[][] = [];
    const [first] = list;
    if (list.length === 1 && first !== undefined && first.kind !== 'IndexExpr') {
      const x = new Operand();
      this.rawExpr(null, x, first, null, true);
      this.exclude(x, ['novalue', 'builtin', 'typexpr']);
      if (x.isValid && x.type.kind === 'Tuple') {
        const operands = x.type.vars.map((v) => {
          const y = new Operand();
          y.mode = 'value';
          y.expr = first;
          y.type = v.type;
          return y;
        });
        return { list: operands, partial };
      }
      return { list: [x], partial };
    }
    const operands = list.map((e, i) => {
      const x = new Operand();
      if (e.kind === 'IndexExpr' && this.indexExpr(x, e)) {
        const args = this.funcInst(null, this.posOf(x), x, e, infers);
        if (args !== null) {
          partial[i] = args;
          x.expr = e;
        } else this.record(x);
      } else if (e.kind === 'IndexExpr') {
        x.expr = e;
        if (x.isValid) {
          this.record(x);
          this.exclude(x, ['novalue', 'builtin', 'typexpr']);
        }
      } else this.genericExpr(x, e, null);
      return x;
    });
    return { list: operands, partial };
  }

  /** Checks arguments against parameters; the signature with its type arguments, if inferred. */
  arguments(
    call: CallExpr,
    signature: Signature,
    typeArgs: readonly Type[],
    typeArgExprs: readonly Expr[],
    args: readonly Operand[],
    partial: readonly (readonly Type[])[],
  ): Signature {
    const params = this.expandedParams(call, signature, args);
    if (params === null) return signature;
    const adjusted = params !== signature.params;
    const generic = signature.typeParams;
    let sigParams: Tuple = params;
    let typeParams: TypeParam[] = [];
    let given: (Type | null)[] = [];
    if (generic.length > 0) {
      const renamed = renameTypeParams(this.context, generic, (substitution) =>
        substituteTuple(gcPos(call), params, substitution, this.context),
      );
      typeParams = [...renamed.params];
      sigParams = renamed.type;
      given = [...typeArgs];
      while (given.length < typeParams.length) given.push(null);
    }
    const genericArgs = this.renameGenericArguments(call, args, partial, typeParams, given);
    let result = signature;
    if (typeParams.length > 0) {
      const inferred = this.inferArguments(call, typeParams, given, sigParams, args);
      if (inferred === null) return signature;
      if (generic.length > 0) {
        const own = inferred.slice(0, generic.length);
        result = this.instantiateSignature(gcPos(call), call.fun, signature, own, typeArgExprs.map(startPos));
        const substitution = makeSubstitution(typeParams.slice(0, generic.length), own);
        sigParams = adjusted
          ? substituteTuple(gcPos(call), sigParams, substitution, this.context)
          : result.params;
      }
      let start = generic.length;
      for (const arg of genericArgs) {
        if (arg.type.kind !== 'Signature') continue;
        const end = start + arg.type.typeParams.length;
        arg.type = this.instantiateSignature(gcPos(call), arg.expr, arg.type, inferred.slice(start, end), []);
        this.record(arg);
        start = end;
      }
    }
    const context = `argument to ${exprString(call.fun)}`;
    for (const [i, arg] of args.entries()) {
      const param = sigParams.vars[i];
      if (param !== undefined) this.assignment(arg, param.type, context);
    }
    return result;
  }

  /** Parameters, one for each argument; null after an error about their number. */
  private expandedParams(call: CallExpr, signature: Signature, args: readonly Operand[]): Tuple | null {
    const { params, variadic } = signature;
    const hasDots = call.ellipsis !== noPos;
    let count = params.vars.length;
    let expanded = params;
    if (variadic && hasDots) {
      const [first] = call.args;
      if (call.args.length === 1 && args.length > 1 && first !== undefined) {
        this.error(call, 'InvalidDotDotDot', `cannot use ... with ${args.length}-valued ${exprString(first)}`);
        return null;
      }
    } else if (variadic) {
      if (args.length >= count - 1) {
        const vars: Var[] = params.vars.slice(0, count - 1);
        const last = params.vars[count - 1];
        if (last?.type.kind === 'Slice') {
          while (vars.length < args.length) {
            vars.push(newParam(last.pos, last.pkg, last.name, last.type.elem));
          }
        }
        expanded = { kind: 'Tuple', vars };
        count = args.length;
      } else count--;
    } else if (hasDots) {
      this.error(call, 'NonVariadicDotDotDot', `cannot use ... in call to non-variadic ${exprString(call.fun)}`);
      return null;
    }
    if (args.length === count) return expanded;
    const extra = args[count];
    const last = args[args.length - 1];
    const at = extra !== undefined ? this.posOf(extra) : last !== undefined ? this.posOf(last) : call.rparen;
    const have = this.typesSummary(
      args.map((arg) => arg.type),
      false,
      hasDots,
    );
    const want = this.typesSummary(
      params.vars.map((v) => v.type),
      variadic,
      false,
    );
    const qualifier = extra === undefined ? 'not enough' : 'too many';
    this.report('WrongArgCount', [
      {
        pos: at,
        message: `${qualifier} arguments in call to ${exprString(call.fun)}\n\thave ${have}\n\twant ${want}`,
      },
    ]);
    return null;
  }

  /** Generic function arguments get type parameters of their own, to be inferred with the rest. */
  private renameGenericArguments(
    call: CallExpr,
    args: readonly Operand[],
    partial: readonly (readonly Type[])[],
    typeParams: TypeParam[],
    given: (Type | null)[],
  ): Operand[] {
    const generic: Operand[] = [];
    for (const [i, arg] of args.entries()) {
      const { type } = arg;
      if (type.kind !== 'Signature' || type.typeParams.length === 0) continue;
      const renamed = renameTypeParams(this.context, type.typeParams, (substitution) =>
        substituteSignature(gcPos(call), { ...type, typeParams: [] }, substitution, this.context),
      );
      arg.type = { ...renamed.type, typeParams: renamed.params };
      typeParams.push(...renamed.params);
      given.push(...(partial[i] ?? []));
      while (given.length < typeParams.length) given.push(null);
      generic.push(arg);
    }
    const [first] = generic;
    if (first !== undefined) {
      this.verifyVersion(this.posOf(first), 'go1.21', 'implicitly instantiated function as argument');
    }
    return generic;
  }

  private inferArguments(
    call: CallExpr,
    typeParams: readonly TypeParam[],
    given: readonly (Type | null)[],
    params: Tuple,
    args: readonly Operand[],
  ): readonly Type[] | null {
    const prefix = `in call to ${exprString(call.fun)}, `;
    return infer(
      this,
      { pos: call.rparen, typeParams, typeArgs: given, params, args, reverse: false },
      {
        atOperand: (x, message) => this.error(x, 'CannotInferTypeArgs', prefix + message),
        at: (pos, message) => this.error(pos, 'CannotInferTypeArgs', prefix + message),
      },
    );
  }

  // ---- Selectors ----

  selector(x: Operand, e: SelectorExpr, wantType: boolean): void {
    if (this.select(x, e, wantType)) {
      x.expr = e;
      return;
    }
    x.invalidate();
    x.type = Typ.invalid;
    x.expr = e;
  }

  private select(x: Operand, e: SelectorExpr, wantType: boolean): boolean {
    if (e.x.kind === 'Ident') {
      const obj = this.lookup(e.x.name);
      if (obj?.kind === 'PkgName') return this.qualified(x, e, obj);
    }
    this.exprOrType(x, e.x, false);
    if (x.mode === 'builtin') {
      this.error(gcPos(e), 'UncalledBuiltin', `invalid use of ${this.operandString(x)} in selector expression`);
      return false;
    }
    if (!x.isValid) return false;
    if (wantType) {
      this.error(e.sel, 'NotAType', `${exprString(e)} is not a type`);
      return false;
    }
    const { name } = e.sel;
    if (name === '_') {
      this.error(e.sel, 'InvalidBlank', 'cannot refer to blank field or method');
      return false;
    }
    const { obj, index, indirect } = lookupFieldOrMethod(x.type, x.mode === 'variable', this.pkg, name);
    if (obj === null) {
      this.missing(x, e, index !== null, indirect);
      return false;
    }
    const path = index ?? [];
    if (obj.kind === 'Func') return this.selectMethod(x, e, obj, path, indirect);
    if (x.mode === 'typexpr') {
      this.error(e.x, 'MissingFieldOrMethod', `operand for field selector ${name} must be value of type ${this.typeString(x.type)}`);
      return false;
    }
    this.recordSelection(e, { kind: 'FieldVal', recv: x.type, obj, index: path, indirect, type: obj.type });
    x.mode = x.mode === 'variable' || indirect ? 'variable' : 'value';
    x.type = obj.type;
    return true;
  }

  private qualified(x: Operand, e: SelectorExpr, pkgName: PkgName): boolean {
    if (e.x.kind === 'Ident') this.recordUse(e.x, pkgName);
    this.usedPkgNames.add(pkgName);
    const pkg = pkgName.imported;
    const { name } = e.sel;
    const obj = pkg.scope.lookup(name);
    if (obj === null) {
      if (!pkg.fake) {
        const near = pkg.scope
          .names()
          .find((other) => isExported(other) && other.toLowerCase() === name.toLowerCase());
        const hint = near === undefined ? '' : ` (but have ${near})`;
        this.error(e.sel, 'UndeclaredImportedName', `undefined: ${exprString(e)}${hint}`);
      }
      return false;
    }
    if (!isExported(name)) {
      this.error(e.sel, 'UnexportedName', `name ${name} not exported by package ${pkg.name}`);
    }
    this.recordUse(e.sel, obj);
    x.type = obj.type;
    switch (obj.kind) {
      case 'Const':
        x.mode = 'constant';
        x.value = obj.value;
        return true;
      case 'TypeName':
        x.mode = 'typexpr';
        return true;
      case 'Var':
        x.mode = 'variable';
        return true;
      case 'Func':
        x.mode = 'value';
        return true;
      case 'Builtin':
        x.mode = 'builtin';
        x.builtin = obj.id;
        return true;
      default:
        return false;
    }
  }

  private missing(x: Operand, e: SelectorExpr, ambiguous: boolean, indirect: boolean): void {
    const { name } = e.sel;
    if (isInvalid(under(x.type))) return;
    const operand = x.expr === null ? '' : exprString(x.expr);
    if (ambiguous) {
      this.error(e.sel, 'AmbiguousSelector', `ambiguous selector ${operand}.${name}`);
      return;
    }
    const type = this.typeString(x.type);
    if (indirect) {
      const message =
        x.mode === 'typexpr'
          ? `invalid method expression ${type}.${name} (needs pointer receiver (*${type}).${name})`
          : `cannot call pointer method ${name} on ${type}`;
      this.error(e.sel, 'InvalidMethodExpr', message);
      return;
    }
    const why = isInterfacePtr(x.type)
      ? interfacePtrError(this, x.type)
      : this.lookupError(
          x.type,
          name,
          lookupFieldOrMethod(x.type, x.mode === 'variable', this.pkg, name, true).obj,
          false,
        );
    this.error(e.sel, 'MissingFieldOrMethod', `${operand}.${name} undefined (${why})`);
  }

  private selectMethod(
    x: Operand,
    e: SelectorExpr,
    method: Func,
    index: readonly number[],
    indirect: boolean,
  ): boolean {
    this.objDecl(method);
    this.addDeclarationDependency(method.origin ?? method);
    const signature = signatureOf(method);
    const recv = x.type;
    if (x.mode !== 'typexpr') {
      x.mode = 'value';
      x.type = { ...signature, recv: null };
      this.recordSelection(e, { kind: 'MethodVal', recv, obj: method, index, indirect, type: x.type });
      return true;
    }
    if (signature.recv === null) {
      this.error(e, 'InvalidDeclCycle', 'illegal cycle in method declaration');
      return false;
    }
    const named = (signature.params.vars[0]?.name ?? '') !== '';
    const name = named ? signature.recv.name || '_' : '';
    const first = newParam(signature.recv.pos, signature.recv.pkg, name, recv);
    x.mode = 'value';
    x.type = {
      ...signature,
      recv: null,
      params: { kind: 'Tuple', vars: [first, ...signature.params.vars] },
    };
    this.recordSelection(e, { kind: 'MethodExpr', recv, obj: method, index, indirect, type: x.type });
    return true;
  }
}

function isConstant(x: Operand): boolean {
  return x.mode === 'constant';
}
