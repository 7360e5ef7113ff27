// Composite literals (spec, "Composite literals"): trees, except that a map literal with entries is
// built by instructions, entry by entry where calls stand between them, as gc does.

import { assert } from '../../base/assert.ts';
import type { Expr, Place } from '../ir/expression.ts';
import type { TypeId } from '../ir/ids.ts';
import type { CompositeLit, Expr as AstExpr } from '../syntax/ast.ts';
import { bigintOf } from '../types/constant-representable.ts';
import { toInt } from '../types/constant-operations.ts';
import { isExported } from '../types/object.ts';
import { loadLocal, localPlace, zero } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { anyHoists, followedFlags, hoists } from './hoists.ts';
import { symbolPath } from './type-table.ts';

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
  const given = x.elts.map((elt, i) => {
    if (elt.kind !== 'KeyValueExpr') return { path: [i], value: elt };
    const name = elt.key.kind === 'Ident' ? elt.key.name : '';
    return { path: pathOfField(f, type, name), value: elt.value };
  });
  const flags = followedFlags(
    f,
    given.map(({ value }) => value),
    followed,
  );
  const root: Parts = { type, parts: new Map() };
  given.forEach(({ path, value }, i) => {
    let parts = root;
    for (const index of path.slice(0, -1)) parts = partsAt(f, parts, index);
    const last = path[path.length - 1] ?? -1;
    const field = f.types.entry(parts.type).fields[last];
    assert(field !== undefined, 'a struct literal names existing fields');
    f.targetText = field.name;
    const given = f.rules.value(f, value, field.type, flags[i] ?? followed);
    parts.parts.set(last, field.name === '_' ? unkept(f, given, field.type) : given);
  });
  f.targetText = '';
  return assembled(f, root);
}

/** Blank fields are never written to: the value is evaluated, the field stays zero. */
function unkept(f: FuncLowering, value: Expr, type: TypeId): Expr {
  if (value.kind !== 'const') f.emit({ kind: 'evaluate', value, pos: f.pos });
  return zero(type);
}

/** A struct under construction: what is given of it, by field. */
interface Parts {
  readonly type: TypeId;
  readonly parts: Map<number, Expr | Parts>;
}

function partsAt(f: FuncLowering, outer: Parts, index: number): Parts {
  const known = outer.parts.get(index);
  if (known !== undefined && 'parts' in known) return known;
  const field = f.types.entry(outer.type).fields[index];
  assert(field !== undefined, 'promoted fields are reached through fields');
  const parts: Parts = { type: field.type, parts: new Map() };
  outer.parts.set(index, parts);
  return parts;
}

function assembled(f: FuncLowering, { type, parts }: Parts): Expr {
  const fields = f.types.entry(type).fields.map((field, i): Expr => {
    const part = parts.get(i);
    if (part === undefined) return zero(field.type);
    return 'parts' in part ? assembled(f, part) : part;
  });
  return { kind: 'structLiteral', type, fields };
}

/** Where a field is that a literal names: in the struct or (Go 1.27) in structs embedded in it. */
function pathOfField(f: FuncLowering, type: TypeId, name: string): readonly number[] {
  const packagePath = isExported(name) ? '' : symbolPath(f.pkg.pkg);
  let level = [{ type, path: [] as readonly number[] }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { type: struct, path } of level) {
      const { fields } = f.types.entry(struct);
      const index = fields.findIndex((c) => c.name === name && c.packagePath === packagePath);
      if (index >= 0) return [...path, index];
      fields.forEach((field, i) => {
        if (field.embedded) next.push({ type: field.type, path: [...path, i] });
      });
    }
    level = next;
  }
  throw new Error(`Broken invariant: no field ${name}`);
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
  const flags = followedFlags(
    f,
    given.map(({ value }) => value),
    followed,
  );
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
