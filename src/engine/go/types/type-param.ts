// Making type parameters (types2 typeparam.go) and naming lists of them.

import { TypeParam, type Type, type TypeName } from './type.ts';

let lastId = 0;

/** A new type parameter, which becomes the type of its name. Ids only tell parameters apart. */
export function newTypeParam(obj: TypeName, bound: Type): TypeParam {
  lastId += 1;
  const param = new TypeParam(lastId, obj, bound);
  obj.type = param;
  return param;
}

/** Gives each parameter its place in the list that declares it. */
export function bindTypeParams(list: readonly TypeParam[]): readonly TypeParam[] {
  for (const [index, param] of list.entries()) param.index = index;
  return list;
}

/** `P`, `P and Q`, `P, Q, and R`: the names for a message. */
export function typeParamsString(list: readonly TypeParam[]): string {
  const names = list.map((param) => param.obj.name);
  if (names.length <= 2) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names[names.length - 1] ?? ''}`;
}
