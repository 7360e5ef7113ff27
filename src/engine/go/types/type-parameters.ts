// Type parameter lists: names and constraints (types2 decl.go).

import type { Expr, FieldList, Ident, InterfaceType } from '../syntax/ast.ts';
import { type Pos, noPos } from '../syntax/pos.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { declare } from './declare.ts';
import { newTypeName } from './object.ts';
import { isTypeParam } from './predicates.ts';
import { bindTypeParams, newTypeParam } from './type-param.ts';
import type { Interface, Type, TypeParam, Writable } from './type.ts';

/**
 * Declares the parameters of a list and sets their constraints. `announce` gets them in between,
 * because constraints may mention the generic type that is being declared.
 */
export function collectTypeParams(
  check: Checker,
  list: FieldList,
  announce: (params: readonly TypeParam[]) => void,
): void {
  const scopePos = list.list[0]?.pos ?? list.pos;
  const groups = list.list.map((field) => ({
    constraint: field.type,
    params: field.names.map((name) => declareTypeParam(check, name, scopePos)),
  }));
  announce(bindTypeParams(groups.flatMap((group) => group.params)));
  check.env.inTypeParamList = true;
  for (const { constraint, params } of groups) {
    let type = bound(check, constraint);
    if (isTypeParam(type)) {
      check.error(constraint, 'MisplacedTypeParam', 'cannot use a type parameter as constraint');
      type = Typ.invalid;
    }
    for (const param of params) param.bound = type;
  }
  check.env.inTypeParamList = false;
}

// A constraint literal such as ~T or A|B stands for the interface that embeds it.
function bound(check: Checker, x: Expr): Type {
  const isLiteral =
    (x.kind === 'UnaryExpr' && x.op === '~') || (x.kind === 'BinaryExpr' && x.op === '|');
  if (!isLiteral) return check.type(x);
  const { pos, end } = x;
  const element = { kind: 'Field', pos, end, names: [], type: x, tag: null } as const;
  const wrapped: InterfaceType = {
    kind: 'InterfaceType',
    pos,
    end,
    methods: { kind: 'FieldList', pos, end, opening: noPos, list: [element], closing: noPos },
  };
  const type = check.type(wrapped);
  if (type.kind === 'Interface') {
    const made: Writable<Interface> = type;
    made.implicit = true;
  }
  return type;
}

/** Declares one type parameter in the open scope; its constraint is set later. */
export function declareTypeParam(check: Checker, name: Ident, scopePos: Pos): TypeParam {
  const obj = newTypeName(name.pos, check.pkg, name.name);
  const param = newTypeParam(obj, Typ.invalid);
  declare(check, check.env.scope, name, obj, scopePos);
  return param;
}
