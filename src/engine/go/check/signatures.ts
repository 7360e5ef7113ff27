// Function types: receivers, parameters, results, type parameters (types2 signature.go, parts of
// decl.go).

import type { Expr, Field, FieldList, FuncDecl, FuncType, Ident } from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import { startPos } from '../syntax/positions.ts';
import { Typ } from '../types/basic.ts';
import { newTypeName, newVar } from '../types/object.ts';
import { deref, isTypeParam } from '../types/predicates.ts';
import { makeSubstitution, substitute } from '../types/substitute.ts';
import { TypeExpressions } from './type-expressions.ts';
import { bindTypeParams, newTypeParam } from '../types/type-param.ts';
import type { Named, Signature, Type, TypeParam, Var } from '../types/type.ts';
import { isInvalid, unalias, under } from '../types/under.ts';

interface Params {
  readonly names: readonly (Ident | null)[];
  readonly vars: readonly Var[];
  readonly variadic: boolean;
}

interface Receiver {
  readonly recv: Var;
  readonly typeParams: readonly TypeParam[];
}

export abstract class Signatures extends TypeExpressions {
  protected inTypeParamList = false;

  funcType(node: FuncType): Signature {
    return this.signature(node, null);
  }

  /** The signature of a function type or declaration; opens and closes its scope. */
  signature(node: FuncType, decl: FuncDecl | null): Signature {
    const owner = decl ?? node;
    this.openScope(owner, 'function');
    if (decl !== null) this.info.scopes.set(node, this.env.scope);
    const { scope } = this.env;
    scope.isFunc = true;
    const recvField = decl?.recv?.list[0] ?? null;
    const received = recvField === null ? null : this.receiver(recvField, node.pos);
    const typeParams = node.typeParams === null ? [] : this.collectTypeParams(node.typeParams);
    const params = this.params('parameter', node.params);
    const results = this.params('result', node.results);
    const scopePos = node.end;
    const recvName = recvField?.names[0];
    if (received !== null && recvName !== undefined) {
      this.declare(scope, recvName, received.recv, scopePos);
    }
    for (const { names, vars } of [params, results]) {
      for (const [i, name] of names.entries()) {
        const variable = vars[i];
        if (name !== null && variable !== undefined) this.declare(scope, name, variable, scopePos);
      }
    }
    this.closeScope();
    return {
      kind: 'Signature',
      typeParams,
      recvTypeParams: received?.typeParams ?? [],
      recv: received?.recv ?? null,
      params: { kind: 'Tuple', vars: params.vars },
      results: { kind: 'Tuple', vars: results.vars },
      variadic: params.variadic,
      scope,
    };
  }

  private params(varKind: 'parameter' | 'result', list: FieldList | null): Params {
    const names: (Ident | null)[] = [];
    const vars: Var[] = [];
    let variadic = false;
    const fields = list?.list ?? [];
    for (const [i, field] of fields.entries()) {
      let typeExpr = field.type;
      if (typeExpr.kind === 'Ellipsis' && typeExpr.elt !== null) {
        if (varKind === 'parameter' && i === fields.length - 1 && field.names.length <= 1) variadic = true;
        else this.error(typeExpr, 'InvalidSyntaxTree', 'invalid use of ...');
        typeExpr = typeExpr.elt;
      }
      const type = this.varType(typeExpr);
      for (const name of field.names) {
        vars.push(newVar(varKind, name.pos, this.pkg, name.name, type));
        names.push(name);
      }
      if (field.names.length === 0) {
        const variable = newVar(varKind, field.pos, this.pkg, '', type);
        this.recordImplicit(field, variable);
        vars.push(variable);
        names.push(null);
      }
    }
    const last = vars[vars.length - 1];
    const lastField = fields[fields.length - 1];
    if (variadic && last !== undefined && lastField !== undefined) {
      last.type = { kind: 'Slice', elem: last.type };
      this.recordTypeAndValue(lastField.type, 'typexpr', last.type, null);
    }
    return { names, vars, variadic };
  }

  collectTypeParams(
    list: FieldList,
    declared: (params: readonly TypeParam[]) => void = () => undefined,
  ): readonly TypeParam[] {
    const scopePos = list.list[0]?.pos ?? list.pos;
    const groups = list.list.map((field) => ({
      field,
      params: field.names.map((name) => this.declareTypeParam(name, scopePos)),
    }));
    const all = bindTypeParams(groups.flatMap((group) => group.params));
    declared(all);
    const outer = this.inTypeParamList;
    this.inTypeParamList = true;
    for (const { field, params } of groups) {
      let bound = this.bound(field.type);
      if (isTypeParam(bound)) {
        this.error(field.type, 'MisplacedTypeParam', 'cannot use a type parameter as constraint');
        bound = Typ.invalid;
      }
      for (const param of params) param.bound = bound;
    }
    this.inTypeParamList = outer;
    return all;
  }

  private declareTypeParam(name: Ident, scopePos: Pos): TypeParam {
    const obj = newTypeName(name.pos, this.pkg, name.name);
    const param = newTypeParam(obj, Typ.invalid);
    this.declare(this.env.scope, name, obj, scopePos);
    return param;
  }

  // ---- Receivers ----

  private receiver(field: Field, scopePos: Pos): Receiver {
    const { pointer, base, params } = unpackReceiver(field.type);
    let type: Type = Typ.invalid;
    let typeParams: readonly TypeParam[] = [];
    if (params.length === 0) type = this.varType(field.type);
    else {
      const generic = this.genericReceiver(base, params, scopePos);
      typeParams = generic.typeParams;
      type = generic.type;
      if (pointer && !isInvalid(type)) type = { kind: 'Pointer', elem: type };
      this.recordReceiverTypes(field.type, type);
    }
    const name = field.names[0];
    const recv = newVar('receiver', name?.pos ?? field.pos, this.pkg, name?.name ?? '', type);
    if (name === undefined) this.recordImplicit(field, recv);
    this.later(() => this.validReceiver(base, recv));
    return { recv, typeParams };
  }

  private genericReceiver(
    base: Expr,
    params: readonly Ident[],
    scopePos: Pos,
  ): { type: Type; typeParams: readonly TypeParam[] } {
    const { type, cause } = this.genericType(base);
    let named: Named | null = null;
    if (type.kind === 'Named') named = type;
    else if (type.kind === 'Alias') {
      this.error(base, 'InvalidRecv', `cannot define new methods on generic alias type ${this.typeString(type)}`);
    } else if (cause !== '') this.error(base, 'InvalidRecv', cause);
    const declared = params.map((param) => {
      const typeParam = this.declareTypeParam(param, scopePos);
      this.recordUse(param, typeParam.obj);
      this.recordTypeAndValue(param, 'typexpr', typeParam, null);
      return typeParam;
    });
    const typeParams = bindTypeParams(declared);
    if (named === null) return { type: Typ.invalid, typeParams };
    const baseParams = named.typeParams;
    if (baseParams.length === typeParams.length) {
      const substitution = makeSubstitution(baseParams, typeParams);
      for (const [i, param] of typeParams.entries()) {
        const original = baseParams[i];
        if (original === undefined) continue;
        param.canon = original;
        param.bound = substitute(param.obj.pos, original.bound, substitution, this.context);
      }
    } else {
      const count = typeParams.length;
      const got = `${count} type parameter${count === 1 ? '' : 's'}`;
      this.error(base, 'BadRecv', `receiver declares ${got}, but receiver base type declares ${baseParams.length}`);
      return { type: Typ.invalid, typeParams };
    }
    const instance = this.context.namedInstance(startPos(base), named, typeParams);
    this.recordInstance(base, typeParams, instance);
    return { type: instance, typeParams };
  }

  private recordReceiverTypes(e: Expr, type: Type): void {
    this.recordTypeAndValue(e, 'typexpr', type, null);
    if (e.kind === 'ParenExpr') this.recordReceiverTypes(e.x, type);
    else if (e.kind === 'StarExpr' && type.kind === 'Pointer') this.recordReceiverTypes(e.x, type.elem);
  }

  private validReceiver(at: Expr, recv: Var): void {
    const [base] = deref(recv.type);
    const type = unalias(base);
    if (isInvalid(type)) return;
    if (type.kind === 'Named') {
      if (type.obj.pkg !== this.pkg) {
        this.error(at, 'InvalidRecv', `cannot define new methods on non-local type ${this.typeString(base)}`);
        return;
      }
      const underlying = under(type);
      const isUnsafe = underlying.kind === 'Basic' && underlying.basic === 'unsafePointer';
      const cause = isUnsafe
        ? 'unsafe.Pointer'
        : underlying.kind === 'Pointer' || underlying.kind === 'Interface'
          ? 'pointer or interface type'
          : '';
      if (cause !== '') {
        this.error(at, 'InvalidRecv', `invalid receiver type ${this.typeString(base)} (${cause})`);
      }
    } else if (type.kind === 'Basic') {
      this.error(at, 'InvalidRecv', `cannot define new methods on non-local type ${this.typeString(base)}`);
    } else {
      this.error(at, 'InvalidRecv', `invalid receiver type ${this.typeString(recv.type)}`);
    }
  }
}

/** `*T[P, Q]` taken apart: pointer, T, and the names P and Q. */
export function unpackReceiver(e: Expr): { pointer: boolean; base: Expr; params: Ident[] } {
  let pointer = false;
  let base = e;
  while (base.kind === 'ParenExpr' || base.kind === 'StarExpr') {
    if (base.kind === 'StarExpr') pointer = true;
    base = base.x;
  }
  if (base.kind !== 'IndexExpr') return { pointer, base, params: [] };
  const params = base.indices.filter((index) => index.kind === 'Ident');
  return { pointer, base: base.x, params };
}
