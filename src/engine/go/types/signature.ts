// Function types, receivers and parameters (spec, "Function types", "Method declarations"; types2
// signature.go).

import type { Expr, Field, FieldList, FuncType, Ident } from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import { gcPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { declare } from './declare.ts';
import { newVar } from './object.ts';
import { deref } from './predicates.ts';
import { recordImplicit, recordInstance, recordTypeAndValue, recordUse } from './recording.ts';
import { makeSubstitution, substitute } from './substitute.ts';
import { bindTypeParams } from './type-param.ts';
import { collectTypeParams, declareTypeParam } from './type-parameters.ts';
import type { Named, Signature, Type, TypeParam, Var, VarKind, Writable } from './type.ts';
import { isInvalid, unalias, under } from './under.ts';
import { varType } from './var-type.ts';

/** A signature to be filled in by `funcType`. */
export function newSignature(): Writable<Signature> {
  return {
    kind: 'Signature',
    typeParams: [],
    recvTypeParams: [],
    recv: null,
    params: { kind: 'Tuple', vars: [] },
    results: { kind: 'Tuple', vars: [] },
    variadic: false,
    scope: null,
  };
}

/** Fills in the signature of a function type, with the receiver of a method declaration. */
export function funcType(
  check: Checker,
  signature: Writable<Signature>,
  receiver: Field | null,
  type: FuncType,
): void {
  const scope = check.openScope(type, 'function');
  scope.isFunc = true;
  signature.scope = scope;
  if (receiver !== null) {
    const { recv, typeParams } = collectReceiver(check, receiver, gcPos(type));
    signature.recv = recv;
    signature.recvTypeParams = typeParams;
  }
  if (type.typeParams !== null) {
    collectTypeParams(check, type.typeParams, (params) => {
      signature.typeParams = params;
    });
  }
  const params = collectParams(check, 'parameter', type.params);
  const results = collectParams(check, 'result', type.results);
  // Names of parameters can be seen in the body only.
  const scopePos = type.end;
  const [recvName] = receiver?.names ?? [];
  if (signature.recv !== null && recvName !== undefined && signature.recv.name !== '') {
    declare(check, scope, recvName, signature.recv, scopePos);
  }
  declareParams(check, params, scopePos);
  declareParams(check, results, scopePos);
  signature.params = { kind: 'Tuple', vars: params.vars };
  signature.results = { kind: 'Tuple', vars: results.vars };
  signature.variadic = params.variadic;
  check.closeScope();
}

interface Parameters {
  /** The name of each variable, null if it has none. */
  readonly names: readonly (Ident | null)[];
  readonly vars: readonly Var[];
  readonly variadic: boolean;
}

function collectParams(
  check: Checker,
  kind: 'parameter' | 'result',
  list: FieldList | null,
): Parameters {
  const names: (Ident | null)[] = [];
  const vars: Var[] = [];
  let variadic = false;
  const fields = list?.list ?? [];
  for (const [i, field] of fields.entries()) {
    let typeExpr = field.type;
    if (typeExpr.kind === 'Ellipsis') {
      const isLast = i === fields.length - 1 && field.names.length <= 1;
      if (kind === 'parameter' && isLast) variadic = true;
      else check.error(typeExpr, 'InvalidSyntaxTree', 'invalid use of ...');
      typeExpr = typeExpr.elt ?? { kind: 'BadExpr', pos: typeExpr.pos, end: typeExpr.end };
    }
    const type = varType(check, typeExpr);
    for (const name of field.names) {
      names.push(name);
      vars.push(newVar(kind, name.pos, check.pkg, name.name, type));
    }
    if (field.names.length === 0) {
      const variable = newVar(kind, field.pos, check.pkg, '', type);
      recordImplicit(check, field, variable);
      names.push(null);
      vars.push(variable);
    }
  }
  const last = vars[vars.length - 1];
  const lastField = fields[fields.length - 1];
  if (variadic && last !== undefined && lastField !== undefined) {
    last.type = { kind: 'Slice', elem: last.type };
    recordTypeAndValue(check, lastField.type, 'typexpr', last.type, null);
  }
  return { names, vars, variadic };
}

function declareParams(check: Checker, { names, vars }: Parameters, scopePos: Pos): void {
  for (const [i, name] of names.entries()) {
    const variable = vars[i];
    if (name === null || variable === undefined || name.name === '') continue;
    declare(check, check.env.scope, name, variable, scopePos);
  }
}

/** The parts of a receiver type `*T[A, B]`; `typeParams` is null without brackets. */
export interface UnpackedReceiver {
  readonly isPointer: boolean;
  readonly base: Expr;
  readonly typeParams: readonly Expr[] | null;
}

/** Takes a receiver type apart; the base need not be a name in a wrong program. */
export function unpackReceiver(type: Expr): UnpackedReceiver {
  let base = unparen(type);
  const isPointer = base.kind === 'StarExpr';
  if (base.kind === 'StarExpr') base = unparen(base.x);
  if (base.kind !== 'IndexExpr') return { isPointer, base, typeParams: null };
  return { isPointer, base: base.x, typeParams: base.indices };
}

/** An expression without the parentheses around it. */
export function unparen(e: Expr): Expr {
  let inner = e;
  while (inner.kind === 'ParenExpr') inner = inner.x;
  return inner;
}

function receiverTypeParamNames(check: Checker, args: readonly Expr[]): Ident[] {
  return args.map((arg) => {
    if (arg.kind === 'Ident') return arg;
    if (arg.kind !== 'BadExpr') {
      const message = `receiver type parameter ${exprString(arg)} must be an identifier`;
      check.error(arg, 'BadDecl', message);
    }
    return { kind: 'Ident', pos: arg.pos, end: arg.end, name: '_' };
  });
}

function collectReceiver(
  check: Checker,
  receiver: Field,
  scopePos: Pos,
): { readonly recv: Var; readonly typeParams: readonly TypeParam[] } {
  const unpacked = unpackReceiver(receiver.type);
  let typeParams: readonly TypeParam[] = [];
  let type: Type;
  if (unpacked.typeParams === null) type = plainReceiverType(check, receiver.type, unpacked.base);
  else {
    const names = receiverTypeParamNames(check, unpacked.typeParams);
    const generic = genericReceiverType(check, receiver.type, unpacked, names, scopePos);
    typeParams = generic.typeParams;
    type = generic.type;
  }
  const [name] = receiver.names;
  const kind: VarKind = 'receiver';
  const recv =
    name !== undefined && name.name !== ''
      ? newVar(kind, name.pos, check.pkg, name.name, type)
      : newVar(kind, receiver.pos, check.pkg, '', type);
  if (recv.name === '') recordImplicit(check, receiver, recv);
  check.later(() => validReceiver(check, unpacked.base, recv));
  return { recv, typeParams };
}

// A receiver without type parameters may be an alias, but not of an instance.
function plainReceiverType(check: Checker, e: Expr, base: Expr): Type {
  const type = varType(check, e);
  let current = unpointer(type);
  while (current.kind === 'Alias') {
    const rhs: Type = unpointer(current.fromRHS ?? Typ.invalid);
    const generic =
      (rhs.kind === 'Named' || rhs.kind === 'Alias') && rhs.orig.typeParams.length > 0;
    if (generic) {
      const message = `cannot define new methods on instantiated type ${check.text(rhs)}`;
      check.error(base, 'InvalidRecv', message);
      return Typ.invalid;
    }
    current = rhs;
  }
  return type;
}

function unpointer(type: Type): Type {
  let base = type;
  while (base.kind === 'Pointer') base = base.elem;
  return base;
}

function genericReceiverType(
  check: Checker,
  e: Expr,
  { base, isPointer }: UnpackedReceiver,
  names: readonly Ident[],
  scopePos: Pos,
): { type: Type; typeParams: readonly TypeParam[] } {
  const { type: generic, cause } = check.genericType(base);
  let baseType: Named | null = null;
  if (generic.kind === 'Named') baseType = generic;
  else if (generic.kind === 'Alias') {
    if (!isInvalid(generic)) {
      const message = `cannot define new methods on generic alias type ${check.text(generic)}`;
      check.error(base, 'InvalidRecv', message);
    }
  } else if (cause !== '') check.error(base, 'InvalidRecv', cause);
  // The parameters are declared after the base type is known, which may have the same name.
  const typeParams = bindTypeParams(
    names.map((name) => {
      const param = declareTypeParam(check, name, scopePos);
      recordUse(check, name, param.obj);
      recordTypeAndValue(check, name, 'typexpr', param, null);
      return param;
    }),
  );
  if (baseType === null) return { type: Typ.invalid, typeParams };
  setReceiverBounds(check, base, typeParams, baseType.typeParams);
  check.verifyVersion(base, 'go1.18', 'type instantiation');
  const instance = check.context.namedInstance(e.pos, baseType, typeParams);
  recordInstance(check, base, typeParams, instance);
  const type: Type = isPointer ? { kind: 'Pointer', elem: instance } : instance;
  recordReceiverTypes(check, e, type);
  return { type, typeParams };
}

// The receiver's parameters have the constraints of the base type's, in their own terms.
function setReceiverBounds(
  check: Checker,
  base: Expr,
  params: readonly TypeParam[],
  baseParams: readonly TypeParam[],
): void {
  if (params.length !== baseParams.length) {
    const got = `${params.length} type parameter${params.length === 1 ? '' : 's'}`;
    const want = baseParams.length;
    const message = `receiver declares ${got}, but receiver base type declares ${want}`;
    check.error(base, 'BadRecv', message);
    return;
  }
  const renaming = makeSubstitution(baseParams, params);
  for (const [i, param] of params.entries()) {
    const baseParam = baseParams[i];
    if (baseParam === undefined) continue;
    param.canon = baseParam;
    param.bound = substitute(param.obj.pos, baseParam.bound, renaming, check.context);
  }
}

// *(T[P]) has the type of the receiver, each part of it that of what is left.
function recordReceiverTypes(check: Checker, e: Expr, type: Type): void {
  recordTypeAndValue(check, e, 'typexpr', type, null);
  if (e.kind === 'ParenExpr') recordReceiverTypes(check, e.x, type);
  else if (e.kind === 'StarExpr' && type.kind === 'Pointer') {
    recordReceiverTypes(check, e.x, type.elem);
  }
}

// Methods may be declared for types of the package that are neither pointers nor interfaces.
function validReceiver(check: Checker, place: Expr, recv: Var): void {
  const [base] = deref(recv.type);
  const type = unalias(base);
  if (isInvalid(type)) return;
  const fail = (message: string): void => check.error(place, 'InvalidRecv', message);
  if (type.kind === 'Basic' || (type.kind === 'Named' && type.obj.pkg !== check.pkg)) {
    return fail(`cannot define new methods on non-local type ${check.text(base)}`);
  }
  if (type.kind !== 'Named') return fail(`invalid receiver type ${check.text(recv.type)}`);
  const underlying = under(type);
  if (underlying.kind === 'Pointer' || underlying.kind === 'Interface') {
    fail(`invalid receiver type ${check.text(base)} (pointer or interface type)`);
  } else if (underlying.kind === 'Basic' && underlying.basic === 'unsafePointer') {
    fail(`invalid receiver type ${check.text(base)} (unsafe.Pointer)`);
  }
}
