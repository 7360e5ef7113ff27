// Type expressions and identifiers (spec, "Types"; types2 typexpr.go): what type an expression
// denotes, and what object a name stands for.

import type { ArrayType, Expr, Ident, IndexExpr, MapType } from '../syntax/ast.ts';
import { gcPos, startPos } from '../syntax/positions.ts';
import { exprListString, exprString } from '../syntax/print-expr.ts';
import { Typ, unknownType } from './basic.ts';
import type { Checker } from './checker.ts';
import { int64OrNull } from './constant.ts';
import { toInt } from './constant-operations.ts';
import { isRepresentable } from './constant-representable.ts';
import { invalidOperation } from './errors.ts';
import { verifyTypeArguments } from './implements.ts';
import { interfaceType } from './interface-type.ts';
import { objectKind } from './object.ts';
import { Operand } from './operand.ts';
import { isGeneric, isInteger, isTypeParam, isUntyped } from './predicates.ts';
import { recordInstance, recordTypeAndValue, recordUse } from './recording.ts';
import { funcType, newSignature } from './signature.ts';
import { structType } from './struct-type.ts';
import { isComparable } from './type-set.ts';
import type { Alias, GoMap, Named, Obj, Type, TypeName } from './type.ts';
import { isInvalid } from './under.ts';
import { anyName, comparableType, universeIota } from './universe.ts';
import { expr, use } from './evaluate.ts';
import { varType } from './var-type.ts';

/** Makes `x` what a name stands for; with `wantType` anything but a type is an error. */
export function ident(check: Checker, x: Operand, e: Ident, wantType: boolean): void {
  x.invalidate();
  x.expr = e;
  const found = check.lookupScope(e.name);
  if (found === null) {
    if (e.name === '_') check.error(e, 'InvalidBlank', 'cannot use _ as value or type');
    else if (isValidName(e.name)) check.error(e, 'UndeclaredName', `undefined: ${e.name}`);
    return;
  }
  const { scope, object } = found;
  if (object === anyName || object === comparableType.obj) {
    if (!check.verifyVersion(e, 'go1.18', `predeclared ${e.name}`)) return;
  }
  recordUse(check, e, object);
  const isType = object.kind === 'TypeName';
  if (wantType && !isType) {
    check.error(e, 'NotAType', `${object.name} (${objectKind(object)}) is not a type`);
    if (object.kind === 'Var' && object.pkg === check.pkg) check.usedVars.add(object);
    return;
  }
  // A type name is declared anew to find cycles, but only where a type is wanted.
  if (object.type === unknownType || (isType && wantType && object.pkg === check.pkg)) {
    check.declareObject(object);
  }
  const imported = check.dotImports.get(scope)?.get(object.name);
  if (imported !== undefined) check.usedPkgNames.add(imported);
  setOperand(check, x, e, object);
}

const validName = /^[\p{L}_][\p{L}_\p{Nd}]*$/u;

function isValidName(name: string): boolean {
  return validName.test(name);
}

// Leaves the operand invalid if the object may not be used as a value or has none.
function setOperand(check: Checker, x: Operand, e: Ident, object: Obj): void {
  const type = object.type;
  switch (object.kind) {
    case 'PkgName':
      check.error(e, 'InvalidPkgUse', `use of package ${object.name} not in selector`);
      return;
    case 'Const':
      check.addDependency(object);
      if (isInvalid(type)) return;
      if (object === universeIota) {
        if (check.env.iota === null) {
          check.error(e, 'InvalidIota', 'cannot use iota outside constant declaration');
          return;
        }
        x.value = check.env.iota;
      } else x.value = object.value;
      x.mode = 'constant';
      break;
    case 'TypeName':
      x.mode = 'typexpr';
      break;
    case 'Var':
      if (object.pkg === check.pkg) check.usedVars.add(object);
      check.addDependency(object);
      if (isInvalid(type)) return;
      x.mode = 'variable';
      break;
    case 'Func':
      check.addDependency(object);
      x.mode = 'value';
      break;
    case 'Builtin':
      x.builtin = object.id;
      x.mode = 'builtin';
      break;
    case 'Nil':
      x.mode = 'nilvalue';
      break;
  }
  x.type = type;
}

/** The type of a type expression; `def` is the name it is declared under, for interfaces. */
export function declaredType(check: Checker, e: Expr, def: TypeName | null): Type {
  let type = typeInternal(check, e, def);
  if (isGeneric(type)) {
    const message = `cannot use generic type ${check.text(type)} without instantiation`;
    check.error(e, 'WrongTypeArgCount', message);
    type = Typ.invalid;
  }
  recordTypeAndValue(check, e, 'typexpr', type, null);
  return type;
}

/** The type of an expression that must denote a generic type; invalid with a cause if not. */
export function genericType(check: Checker, e: Expr): { type: Type; cause: string } {
  let type = typeInternal(check, e, null);
  let cause = '';
  if (!isInvalid(type) && !isGeneric(type)) {
    cause = `${check.text(type)} is not a generic type`;
    type = Typ.invalid;
  }
  recordTypeAndValue(check, e, 'typexpr', type, null);
  return { type, cause };
}

function typeInternal(check: Checker, e: Expr, def: TypeName | null): Type {
  switch (e.kind) {
    case 'BadExpr':
      return Typ.invalid;
    case 'Ident':
    case 'SelectorExpr': {
      const x = new Operand();
      if (e.kind === 'Ident') check.ident(x, e, true);
      else check.selector(x, e, true);
      if (x.mode === 'typexpr') return x.type;
      if (x.mode === 'novalue') {
        check.error(x, 'NotAType', `${check.operandText(x)} used as type`);
      } else if (x.isValid) check.error(x, 'NotAType', `${check.operandText(x)} is not a type`);
      return Typ.invalid;
    }
    case 'IndexExpr':
      check.verifyVersion(e, 'go1.18', 'type instantiation');
      return instantiatedType(check, e);
    case 'ParenExpr':
      // Generic types must be instantiated before they are used in any form.
      return declaredType(check, e.x, def);
    case 'ArrayType':
      return arrayType(check, e);
    case 'Ellipsis':
      check.error(e, 'InvalidSyntaxTree', 'invalid use of ...');
      return Typ.invalid;
    case 'StructType':
      return structType(check, e);
    case 'StarExpr': {
      const elem = varType(check, e.x);
      return isInvalid(elem) ? Typ.invalid : { kind: 'Pointer', elem };
    }
    case 'FuncType': {
      const signature = newSignature();
      funcType(check, signature, null, e);
      return signature;
    }
    case 'InterfaceType':
      return interfaceType(check, e, def);
    case 'MapType':
      return mapType(check, e);
    case 'ChanType':
      return { kind: 'Chan', dir: e.dir, elem: varType(check, e.value) };
    default:
      check.error(e, 'NotAType', `${exprString(e)} is not a type`);
      use(check, [e]);
      return Typ.invalid;
  }
}

function arrayType(check: Checker, e: ArrayType): Type {
  if (e.len === null) return { kind: 'Slice', elem: varType(check, e.elt) };
  let length = -1;
  if (e.len.kind === 'Ellipsis') {
    const message = 'invalid use of [...] array (outside a composite literal)';
    check.error(e, 'BadDotDotDotSyntax', message);
  } else length = arrayLength(check, e.len);
  const elem = varType(check, e.elt);
  return length < 0 ? Typ.invalid : { kind: 'Array', length, elem };
}

function mapType(check: Checker, e: MapType): GoMap {
  const type: GoMap = { kind: 'Map', key: varType(check, e.key), elem: varType(check, e.value) };
  check.later(() => {
    if (isComparable(type.key)) return;
    const why = isTypeParam(type.key) ? ' (missing comparable constraint)' : '';
    check.error(e.key, 'IncomparableMapKey', `invalid map key type ${check.text(type.key)}${why}`);
  });
  return type;
}

/** The length that a constant expression gives an array, or -1 after an error. */
export function arrayLength(check: Checker, e: Expr): number {
  // A name may be the start of a type parameter list that lacks its constraint.
  if (e.kind === 'Ident') {
    const object = check.lookup(e.name);
    if (object === null) {
      const message = `undefined array length ${e.name} or missing type constraint`;
      check.error(e, 'InvalidArrayLen', message);
      return -1;
    }
    if (object.kind !== 'Const') {
      check.error(e, 'InvalidArrayLen', `invalid array length ${e.name}`);
      return -1;
    }
  }
  const x = new Operand();
  expr(check, null, x, e);
  if (x.mode !== 'constant') {
    if (x.isValid) {
      const message = `array length ${check.operandText(x)} must be constant`;
      check.error(x, 'InvalidArrayLen', message);
    }
    return -1;
  }
  if (isUntyped(x.type) || isInteger(x.type)) {
    const value = toInt(x.value);
    const length = isRepresentable(value, Typ.int) ? int64OrNull(value) : null;
    if (length !== null && length >= 0n) return Number(length);
  }
  const text = check.operandText(x);
  const message = isInteger(x.type)
    ? `invalid array length ${text}`
    : `array length ${text} must be integer`;
  check.error(x, 'InvalidArrayLen', message);
  return -1;
}

/** The types of a list of type expressions; null if any is invalid, but all are checked. */
export function typeList(check: Checker, list: readonly Expr[]): readonly Type[] | null {
  const types = list.map((e) => varType(check, e));
  return types.some(isInvalid) ? null : types;
}

function instantiatedType(check: Checker, e: IndexExpr): Type {
  const { type: generic, cause } = check.genericType(e.x);
  if (cause !== '') {
    const text = `${exprString(e.x)}[${exprListString(e.indices)}]`;
    check.error(e.x, 'NotAGenericType', `${invalidOperation}${text} (${cause})`);
  }
  if (isInvalid(generic) || (generic.kind !== 'Named' && generic.kind !== 'Alias')) {
    return Typ.invalid;
  }
  const typeArgs = typeList(check, e.indices);
  if (typeArgs === null) return Typ.invalid;
  const pos = gcPos(e.x);
  if (
    generic.kind === 'Alias' &&
    !validTypeArgCount(check, e.x, generic.obj.name, generic.typeParams.length, typeArgs.length)
  ) {
    return Typ.invalid;
  }
  const instance = check.context.instantiate(pos, generic, typeArgs);
  if (instance.kind !== 'Named' && instance.kind !== 'Alias') return Typ.invalid;
  // Type parameters may still be without constraints.
  check.later(() => verifyInstance(check, e, instance, typeArgs));
  return instance;
}

function verifyInstance(
  check: Checker,
  e: IndexExpr,
  instance: Named | Alias,
  typeArgs: readonly Type[],
): void {
  recordInstance(check, e.x, typeArgs, instance);
  const { typeParams, obj } = instance.orig;
  if (!validTypeArgCount(check, e.x, obj.name, typeParams.length, typeArgs.length)) return;
  const pos = gcPos(e.x);
  const failure = verifyTypeArguments(check, pos, typeParams, typeArgs, check.context);
  if (failure !== null) {
    const arg = e.indices[failure.index];
    check.error(arg === undefined ? pos : arg, 'InvalidTypeArg', failure.cause);
  } else check.mono.recordInstance(pos, typeParams, typeArgs, e.indices.map(startPos));
}

/** Whether the numbers of type arguments and parameters agree; if not it is reported. */
export function validTypeArgCount(
  check: Checker,
  place: Expr,
  name: string,
  want: number,
  got: number,
): boolean {
  if (got === want) return true;
  const quality = got < want ? 'not enough' : 'too many';
  check.error(
    gcPos(place),
    'WrongTypeArgCount',
    `${quality} type arguments for type ${name}: have ${got}, want ${want}`,
  );
  return false;
}
