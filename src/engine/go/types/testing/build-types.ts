// Short ways to write types in tests, as they would be written in Go.

import { noPos } from '../../syntax/pos.ts';
import { Typ } from '../basic.ts';
import { newNamed } from '../named.ts';
import { newField, newFunc, newParam, newTypeName, newVar } from '../object.ts';
import { newPackage } from '../package.ts';
import { bindTypeParams, newTypeParam } from '../type-param.ts';
import type {
  Func,
  Interface,
  Named,
  Package,
  Pointer,
  Signature,
  Struct,
  Type,
  TypeParam,
  Union,
} from '../type.ts';
import { newInterface } from '../under.ts';
import { anyName, universe } from '../universe.ts';

/** The package that everything is declared in unless said otherwise. */
export const mainPackage: Package = newPackage(universe, 'main', 'main');

export function pointer(elem: Type): Pointer {
  return { kind: 'Pointer', elem };
}

export function slice(elem: Type): Type {
  return { kind: 'Slice', elem };
}

export function mapOf(key: Type, elem: Type): Type {
  return { kind: 'Map', key, elem };
}

export function chan(elem: Type, dir: 'both' | 'send' | 'receive' = 'both'): Type {
  return { kind: 'Chan', dir, elem };
}

/** A signature with unnamed parameters. */
export function signature(
  params: readonly Type[],
  results: readonly Type[] = [],
  variadic = false,
): Signature {
  return {
    kind: 'Signature',
    typeParams: [],
    recvTypeParams: [],
    recv: null,
    params: { kind: 'Tuple', vars: params.map((type) => newParam(noPos, mainPackage, '', type)) },
    results: {
      kind: 'Tuple',
      vars: results.map((type) => newVar('result', noPos, mainPackage, '', type)),
    },
    variadic,
    scope: null,
  };
}

/** A struct; a field without type is embedded under the name of its type. */
export function struct(
  fields: Readonly<Record<string, Type>>,
  embedded: readonly Type[] = [],
): Struct {
  return {
    kind: 'Struct',
    fields: [
      ...embedded.map((type) => newField(noPos, mainPackage, nameOf(type), type, true)),
      ...Object.entries(fields).map(([name, type]) =>
        newField(noPos, mainPackage, name, type, false),
      ),
    ],
    tags: [],
  };
}

function nameOf(type: Type): string {
  if (type.kind === 'Pointer') return nameOf(type.elem);
  return type.kind === 'Named' ? type.obj.name : type.kind === 'Basic' ? type.name : '';
}

/** `type name underlying` in package main. */
export function named(name: string, underlying: Type, pkg: Package = mainPackage): Named {
  return newNamed(newTypeName(noPos, pkg, name), underlying);
}

/** Declares `func (recv) name(…) …`; the receiver is a pointer if `pointerReceiver`. */
export function addMethodTo(
  type: Named,
  name: string,
  of: Signature = signature([]),
  pointerReceiver = false,
): Func {
  const recvType = pointerReceiver ? pointer(type) : type;
  const recv = newVar('receiver', noPos, type.obj.pkg, '', recvType);
  const method = newFunc(noPos, type.obj.pkg, name, { ...of, recv });
  type.methods.push(method);
  return method;
}

/** An interface with methods of the given names and signatures, and embedded elements. */
export function iface(
  methods: Readonly<Record<string, Signature>>,
  embeddeds: readonly Type[] = [],
): Interface {
  const funcs = Object.entries(methods).map(([name, of]) => newFunc(noPos, mainPackage, name, of));
  return newInterface(funcs, embeddeds);
}

/** `~int | string` from a list; a type in an array has a tilde. */
export function union(...terms: readonly (Type | readonly [Type])[]): Union {
  return {
    kind: 'Union',
    terms: terms.map((term) =>
      'kind' in term ? { tilde: false, type: term } : { tilde: true, type: term[0] },
    ),
  };
}

/** A type parameter; any if no constraint is given. */
export function typeParam(name: string, bound: Type = anyName.type): TypeParam {
  return newTypeParam(newTypeName(noPos, mainPackage, name), bound);
}

/** `type name[params] underlying`, where the underlying type may mention the parameters. */
export function generic(name: string, params: readonly TypeParam[], underlying: Type): Named {
  const type = named(name, underlying);
  type.typeParams = bindTypeParams(params);
  return type;
}

export const int: Type = Typ.int;
export const string: Type = Typ.string;
