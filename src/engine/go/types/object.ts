// Making and describing objects, the things that names stand for (types2 object.go).

import { noPos, type Pos } from '../syntax/pos.ts';
import { Typ, unknownType } from './basic.ts';
import { unknownValue, type Value } from './constant.ts';
import type {
  Builtin,
  BuiltinId,
  Const,
  Func,
  Nil,
  Obj,
  Package,
  PkgName,
  Signature,
  Type,
  TypeName,
  Var,
  VarKind,
} from './type.ts';

/** A package under its name in a file. */
export function newPkgName(pos: Pos, pkg: Package, name: string, imported: Package): PkgName {
  return { ...baseOf(pos, pkg, name, Typ.invalid), kind: 'PkgName', imported };
}

/** A constant; its type and value are unknown unless given. */
export function newConst(
  pos: Pos,
  pkg: Package | null,
  name: string,
  type: Type = unknownType,
  value: Value = unknownValue,
): Const {
  return { ...baseOf(pos, pkg, name, type), kind: 'Const', value };
}

/** The name of a type, which may be set later. */
export function newTypeName(
  pos: Pos,
  pkg: Package | null,
  name: string,
  type: Type = unknownType,
): TypeName {
  return { ...baseOf(pos, pkg, name, type), kind: 'TypeName' };
}

/** A variable other than a struct field. */
export function newVar(
  varKind: Exclude<VarKind, 'field'>,
  pos: Pos,
  pkg: Package | null,
  name: string,
  type: Type = unknownType,
): Var {
  return {
    ...baseOf(pos, pkg, name, type),
    kind: 'Var',
    varKind,
    embedded: false,
    origin: null,
  };
}

/** A parameter, for types made by hand. */
export function newParam(pos: Pos, pkg: Package | null, name: string, type: Type): Var {
  return newVar('parameter', pos, pkg, name, type);
}

/** A struct field; of an embedded one the name is that of its type. */
export function newField(
  pos: Pos,
  pkg: Package | null,
  name: string,
  type: Type,
  embedded: boolean,
): Var {
  return { ...baseOf(pos, pkg, name, type), kind: 'Var', varKind: 'field', embedded, origin: null };
}

/** A function or method; without a signature its type is unknown until declared. */
export function newFunc(
  pos: Pos,
  pkg: Package | null,
  name: string,
  signature: Signature | null = null,
): Func {
  return {
    ...baseOf(pos, pkg, name, signature ?? unknownType),
    kind: 'Func',
    hasPtrRecv: false,
    origin: null,
    declare: null,
  };
}

export function newBuiltin(id: BuiltinId, pkg: Package | null, name: string): Builtin {
  return { ...baseOf(noPos, pkg, name, Typ.invalid), kind: 'Builtin', id };
}

export function newNil(): Nil {
  return { ...baseOf(noPos, null, 'nil', Typ.untypedNil), kind: 'Nil' };
}

function baseOf(pos: Pos, pkg: Package | null, name: string, type: Type) {
  return { name, pkg, pos, parent: null, type, scopePos: noPos, order: 0 };
}

/** A copy of a variable with another type, which remembers its origin. */
export function cloneVar(variable: Var, type: Type): Var {
  return { ...variable, type, origin: variable.origin ?? variable };
}

/** A copy of a function with another type, which remembers its origin. */
export function cloneFunc(func: Func, type: Type): Func {
  return { ...func, type, origin: func.origin ?? func, declare: null };
}

const emptyTuple = { kind: 'Tuple', vars: [] } as const;

const trivialSignature: Signature = {
  kind: 'Signature',
  typeParams: [],
  recvTypeParams: [],
  recv: null,
  params: emptyTuple,
  results: emptyTuple,
  variadic: false,
  scope: null,
};

/** Checks the declaration of a function if that is still to be done. */
export function ensureDeclared(func: Func): void {
  if (func.type !== unknownType) return;
  const declare = func.declare;
  func.declare = null;
  declare?.();
}

/** The signature of a function, after its declaration was checked if need be. */
export function signatureOf(func: Func): Signature {
  ensureDeclared(func);
  return func.type.kind === 'Signature' ? func.type : trivialSignature;
}

/** Whether a method's receiver is a pointer; known before its signature is. */
export function hasPtrRecv(func: Func): boolean {
  const type = func.type;
  if (type.kind === 'Signature' && type.recv !== null) {
    let recv = type.recv.type;
    while (recv.kind === 'Alias' && recv.fromRHS !== null) recv = recv.fromRHS;
    return recv.kind === 'Pointer';
  }
  return func.hasPtrRecv;
}

const upperCase = /^\p{Lu}/u;

/** Whether a name begins with an upper-case letter. */
export function isExported(name: string): boolean {
  const first = name.charCodeAt(0);
  return first < 0x80 ? first >= 0x41 && first <= 0x5a : upperCase.test(name);
}

/** A name that differs for unexported names of different packages. */
export function uniqueId(pkg: Package | null, name: string): string {
  if (isExported(name)) return name;
  return `${pkg === null || pkg.path === '' ? '_' : pkg.path}.${name}`;
}

/** The unique name of an object. */
export function objectId(object: Obj): string {
  return uniqueId(object.pkg, object.name);
}

/** Whether two packages are the same; null stands for the universe. */
export function samePkg(a: Package | null, b: Package | null): boolean {
  return a === b || (a !== null && b !== null && a.path === b.path);
}

/** Whether `name` used in `pkg` means this object; `foldCase` ignores case and packages. */
export function sameId(object: Obj, pkg: Package | null, name: string, foldCase: boolean): boolean {
  if (foldCase && object.name.toLowerCase() === name.toLowerCase()) return true;
  if (object.name !== name) return false;
  return isExported(name) || samePkg(object.pkg, pkg);
}

/**
 * Orders objects by name, exported ones first, then by package path: the order of the methods of a
 * type set, and of gc's messages about them.
 */
export function compareObjects(a: Obj, b: Obj): number {
  if (a === b) return 0;
  const exportedA = isExported(a.name);
  if (exportedA !== isExported(b.name)) return exportedA ? -1 : 1;
  if (a.name !== b.name) return compareText(a.name, b.name);
  if (exportedA || a.pkg === null || b.pkg === null) return 0;
  return compareText(a.pkg.path, b.pkg.path);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a type name is an alias rather than the declaration of its type. */
export function isAliasName(object: TypeName): boolean {
  const type = object.type;
  switch (type.kind) {
    case 'Basic':
      if (type === unknownType || type.basic === 'unsafePointer') return false;
      return object.pkg !== null || type.name !== object.name || isByteOrRune(type.name);
    case 'Named':
    case 'TypeParam':
      return object !== type.obj;
    default:
      return true;
  }
}

function isByteOrRune(name: string): boolean {
  return name === 'byte' || name === 'rune';
}

/** What an object is, in gc's words: "defined type", "local variable", "struct field". */
export function objectKind(object: Obj): string {
  switch (object.kind) {
    case 'PkgName':
      return 'package name';
    case 'Const':
      return 'constant';
    case 'TypeName':
      if (isAliasName(object)) return 'type alias';
      return object.type.kind === 'TypeParam' ? 'type parameter' : 'defined type';
    case 'Var':
      return varKindNames[object.varKind];
    case 'Func':
      // In the package being checked a message must not have the function declared out of turn.
      if (object.pkg?.complete === true) ensureDeclared(object);
      return object.type.kind === 'Signature' && object.type.recv !== null ? 'method' : 'function';
    case 'Builtin':
      return 'built-in function';
    case 'Nil':
      return 'untyped nil';
  }
}

const varKindNames: { readonly [K in VarKind]: string } = {
  package: 'package-level variable',
  local: 'local variable',
  receiver: 'receiver',
  parameter: 'parameter',
  result: 'result variable',
  field: 'struct field',
};
