// Composite literals (spec, "Composite literals"): trees, except that a map literal with entries is
// built by instructions, entry by entry where calls stand between them, as gc does.

import { assert } from '../../base/assert.ts';
import type { Expr, Place } from '../ir/expression.ts';
import type { TypeId } from '../ir/ids.ts';
import type { CompositeLit, Expr as AstExpr } from '../syntax/ast.ts';
import { bigintOf } from '../types/constant-representable.ts';
import { toInt } from '../types/constant-operations.ts';
import { loadLocal, localPlace, zero } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { anyHoists, followedFlags, hoists } from './hoists.ts';

export function lowerCompositeLit(f: FuncLowering, x: CompositeLit, followed: boolean): Expr {
  const type = f.typeOf(x);
  const entry = f.types.entry(type);
  // An elided &T{…} inside another literal has the pointer's type.
  if (entry.kind === 'pointer') {
    const value = literal(f, x, entry.elem, followed);
    return { kind: 'newVariable', type: entry.elem, value };
  }
  return literal(f, x, type, followed);
}

function literal(f: FuncLowering, x: CompositeLit, type: TypeId, followed: boolean): Expr {
  switch (f.types.kind(type)) {
    case 'struct':
      return structLiteral(f, x, type, followed);
    case 'map':
      return mapLiteral(f, x, type);
    default:
      return listLiteral(f, x, type, followed);
  }
}

function structLiteral(f: FuncLowering, x: CompositeLit, type: TypeId, followed: boolean): Expr {
  const { fields } = f.types.entry(type);
  const given = x.elts.map((elt, i) => {
    if (elt.kind !== 'KeyValueExpr') return { index: i, value: elt };
    const name = elt.key.kind === 'Ident' ? elt.key.name : '';
    return { index: fields.findIndex((field) => field.name === name), value: elt.value };
  });
  const flags = followedFlags(f, given.map(({ value }) => value), followed);
  const values = fields.map((field): Expr => zero(field.type));
  given.forEach(({ index, value }, i) => {
    const field = fields[index];
    assert(field !== undefined, 'a struct literal names existing fields');
    f.targetText = field.name;
    values[index] = f.rules.value(f, value, field.type, flags[i] ?? followed);
  });
  f.targetText = '';
  return { kind: 'structLiteral', type, fields: values };
}

function listLiteral(f: FuncLowering, x: CompositeLit, type: TypeId, followed: boolean): Expr {
  const entry = f.types.entry(type);
  let next = 0;
  let length = 0;
  const given = x.elts.map((elt) => {
    if (elt.kind === 'KeyValueExpr') next = constantIndex(f, elt.key);
    const index = next;
    next += 1;
    length = Math.max(length, next);
    return { index, value: elt.kind === 'KeyValueExpr' ? elt.value : elt };
  });
  const flags = followedFlags(f, given.map(({ value }) => value), followed);
  const elements = given.map(({ index, value }, i) => ({
    index,
    value: f.rules.value(f, value, entry.elem, flags[i] ?? followed),
  }));
  return entry.kind === 'array'
    ? { kind: 'arrayLiteral', type, length: entry.length, elements }
    : { kind: 'sliceLiteral', type, length, elements };
}

function constantIndex(f: FuncLowering, key: AstExpr): number {
  const value = f.constantOrNull(key);
  assert(value !== null, 'indices of a literal are constants');
  return Number(bigintOf(toInt(value)));
}

function mapLiteral(f: FuncLowering, x: CompositeLit, type: TypeId): Expr {
  if (x.elts.length === 0) return { kind: 'makeMap', type };
  const entry = f.types.entry(type);
  const map = f.newTemp(type);
  f.assign(localPlace(map), { kind: 'makeMap', type }, type);
  let stores: { place: Place; value: Expr; type: TypeId }[] = [];
  const flush = (): void => {
    const [only] = stores;
    if (stores.length === 1 && only !== undefined) f.assign(only.place, only.value, only.type);
    else if (stores.length > 1) f.emit({ kind: 'assignAll', assignments: stores, pos: f.pos });
    stores = [];
  };
  for (const elt of x.elts) {
    assert(elt.kind === 'KeyValueExpr', 'entries of a map literal have keys');
    if (anyHoists(f, [elt.key, elt.value])) flush();
    const key = f.rules.value(f, elt.key, entry.key, hoists(f, elt.value));
    const value = f.rules.value(f, elt.value, entry.elem, false);
    const place: Place = { kind: 'mapElement', map: loadLocal(map, type), mapType: type, key };
    stores.push({ place, value, type: entry.elem });
  }
  flush();
  return loadLocal(map, type);
}
