// Objects in words (types2 object.go): `var x int`, `func (T).m() string`, `type T struct{}`.

import { isAliasName, signatureOf } from './object.ts';
import {
  formatSignature,
  formatType,
  packagePrefix,
  plainFormat,
  type TypeFormat,
} from './type-string.ts';
import type { Func, Obj, Type, TypeName } from './type.ts';
import { emptyInterface, under } from './under.ts';
import { anyName } from './universe.ts';

/** An object with its kind, name and type. */
export function objectString(object: Obj, format: TypeFormat = plainFormat): string {
  switch (object.kind) {
    case 'PkgName': {
      const { path } = object.imported;
      const quoted = path === '' || path === object.name ? '' : ` (${JSON.stringify(path)})`;
      return `package ${object.name}${quoted}`;
    }
    case 'Const':
      return `const ${qualifiedName(object, format)} ${formatType(object.type, format)}`;
    case 'Var': {
      const word = object.varKind === 'field' ? 'field' : 'var';
      return `${word} ${qualifiedName(object, format)} ${formatType(object.type, format)}`;
    }
    case 'Func':
      return `func ${funcName(object, format)}${formatSignature(signatureOf(object), format)}`;
    case 'TypeName':
      return typeNameString(object, format);
    case 'Builtin':
      return `builtin ${object.name}`;
    case 'Nil':
      return 'nil';
  }
}

function qualifiedName(object: Obj, format: TypeFormat): string {
  const isPackageLevel = object.pkg !== null && object.pkg.scope.lookup(object.name) === object;
  return isPackageLevel ? packagePrefix(object.pkg, format.qualifier) + object.name : object.name;
}

/** `(T).m` for a method, `pkg.f` for a function. */
export function funcName(func: Func, format: TypeFormat): string {
  const recv = signatureOf(func).recv;
  if (recv === null) return packagePrefix(func.pkg, format.qualifier) + func.name;
  const type = recv.type.kind === 'Interface' ? 'interface' : formatType(recv.type, format);
  return `(${type}).${func.name}`;
}

function typeNameString(object: TypeName, format: TypeFormat): string {
  const type = object.type;
  const word = type.kind === 'TypeParam' ? 'type parameter' : 'type';
  const name = `${word} ${qualifiedName(object, format)}`;
  if (type.kind === 'Basic') return name;
  const params = type.kind === 'Named' || type.kind === 'Alias' ? type.typeParams : [];
  const list =
    params.length === 0
      ? ''
      : `[${params.map((p) => `${p.obj.name} ${formatType(p.bound, format)}`).join(', ')}]`;
  const equals = isAliasName(object) ? ' =' : '';
  return `${name}${list}${equals} ${formatType(definitionOf(object, type), format)}`;
}

function definitionOf(object: TypeName, type: Type): Type {
  if (object === anyName) return emptyInterface;
  if (type.kind === 'Alias') return type.fromRHS ?? type;
  if (type.kind === 'TypeParam') return type.bound;
  return isAliasName(object) ? type : under(type);
}
