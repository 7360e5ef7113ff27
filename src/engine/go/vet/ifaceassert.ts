// `v.(T)` between interfaces that no type can implement both.

import type { Expr } from '../syntax/ast.ts';
import { identical } from '../types/identical.ts';
import { missingMethod } from '../types/missing-method.ts';
import { plainHost } from '../types/type-host.ts';
import { typeSetOf } from '../types/type-set.ts';
import type { Type } from '../types/type.ts';
import { unalias, under } from '../types/under.ts';
import { type Analyzer, forEachNode, type Pass, typeOrNull, typeText } from './pass.ts';

export const ifaceassert: Analyzer = {
  name: 'ifaceassert',
  run(pass) {
    forEachNode(pass, ['TypeAssertExpr', 'TypeSwitchStmt'], (node) => {
      if (node.kind === 'TypeAssertExpr') {
        if (node.type !== null) check(pass, node.x, node.type);
        return;
      }
      for (const clause of node.body.list) {
        for (const target of clause.list ?? []) check(pass, node.guard.x, target);
      }
    });
  },
};

function check(pass: Pass, value: Expr, target: Expr): void {
  const V = typeOrNull(pass, value);
  const T = typeOrNull(pass, target);
  if (V === null || T === null) return;
  if (under(V).kind !== 'Interface' || under(T).kind !== 'Interface') return;
  // What a type parameter stands for decides.
  if (mentionsTypeParam(V) || mentionsTypeParam(T)) return;
  const missing = missingMethod(plainHost, V, T, false, identical, null);
  if (missing === null || !missing.wrongType) return;
  pass.report(
    target.pos,
    `impossible type assertion: no type can implement both ${typeText(pass, V)} and ${typeText(pass, T)} (conflicting types for ${missing.method.name} method)`,
  );
}

function mentionsTypeParam(type: Type, seen: Set<Type> = new Set()): boolean {
  const actual = unalias(type);
  if (seen.has(actual)) return false;
  seen.add(actual);
  const some = (types: readonly Type[]): boolean =>
    types.some((each) => mentionsTypeParam(each, seen));
  switch (actual.kind) {
    case 'TypeParam':
      return true;
    case 'Basic':
    case 'Union':
      return false;
    case 'Named':
      return some(actual.typeArgs) || (seen.size < 2 && some([under(actual)]));
    case 'Pointer':
    case 'Array':
    case 'Slice':
    case 'Chan':
      return some([actual.elem]);
    case 'Map':
      return some([actual.key, actual.elem]);
    case 'Struct':
      return some(actual.fields.map((field) => field.type));
    case 'Tuple':
      return some(actual.vars.map((variable) => variable.type));
    case 'Signature':
      return some([actual.params, actual.results]);
    case 'Interface':
      return some(typeSetOf(actual).methods.map((method) => method.type));
    case 'Alias':
      return false;
  }
}
