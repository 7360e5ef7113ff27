// Variables: what can be read, assigned and addressed (spec, "Address operators", "Selectors",
// "Index expressions"). A struct or array and a pointer to it are one object at run time, so fields
// and elements are reached alike through both.

import { assert } from '../../base/assert.ts';
import type { Expr, Place } from '../ir/expression.ts';
import type { TypeId } from '../ir/ids.ts';
import type { Expr as AstExpr, Ident, IndexExpr, SelectorExpr } from '../syntax/ast.ts';
import { gcPos } from '../syntax/positions.ts';
import type { Var } from '../types/type.ts';
import { load, register } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { followedFlags, unparen } from './hoists.ts';

/** The variable that an identifier names: declared there or used. */
export function variableOfIdent(f: FuncLowering, ident: Ident): Var {
  const object = f.info.uses.get(ident) ?? f.info.defs.get(ident);
  assert(object?.kind === 'Var', `${ident.name} is a variable`);
  return object;
}

/** The variable that an expression denotes, or the element of a map. */
export function lowerPlace(f: FuncLowering, x: AstExpr, followed: boolean): Place {
  const inner = unparen(x);
  return { ...placeOfNode(f, inner, followed), pos: gcPos(inner) };
}

function placeOfNode(f: FuncLowering, inner: AstExpr, followed: boolean): Place {
  switch (inner.kind) {
    case 'Ident':
      return f.placeOfVariable(variableOfIdent(f, inner));
    case 'StarExpr':
      return { kind: 'deref', pointer: f.rules.expr(f, inner.x, followed), type: f.typeOf(inner) };
    case 'SelectorExpr':
      return selectorPlace(f, inner, followed);
    case 'IndexExpr':
      return indexPlace(f, inner, followed);
    default:
      throw new Error(`Broken invariant: ${inner.kind} is no variable`);
  }
}

/** A field, or a package variable of another package. */
export function selectorPlace(f: FuncLowering, x: SelectorExpr, followed: boolean): Place {
  const selection = f.info.selections.get(x);
  if (selection === undefined) {
    const object = f.info.uses.get(x.sel);
    assert(object?.kind === 'Var', `${x.sel.name} is a variable`);
    return { kind: 'global', global: f.program.global(object) };
  }
  const base = f.rules.expr(f, x.x, followed);
  return fieldPath(f, base, f.typeOf(x.x), selection.index).place;
}

/** Follows field indices from a struct or a pointer to one; the last field and its type. */
export function fieldPath(
  f: FuncLowering,
  base: Expr,
  baseType: TypeId,
  path: readonly number[],
): { readonly place: Extract<Place, { readonly kind: 'field' }>; readonly type: TypeId } {
  let object = base;
  let type = baseType;
  let found: { place: Extract<Place, { readonly kind: 'field' }>; type: TypeId } | null = null;
  for (const index of path) {
    const entry = f.types.entry(type);
    const struct = entry.kind === 'pointer' ? entry.elem : type;
    const field = f.types.entry(struct).fields[index];
    assert(field !== undefined, `type ${entry.string} has a field ${index}`);
    const place = { kind: 'field', object, struct, field: index } as const;
    found = { place, type: field.type };
    object = load(place, field.type);
    type = field.type;
  }
  assert(found !== null, 'a field path is not empty');
  return found;
}

function indexPlace(f: FuncLowering, x: IndexExpr, followed: boolean): Place {
  const [indexExpr] = x.indices;
  assert(indexExpr !== undefined, 'an index expression has an index');
  const [xFollowed] = followedFlags(f, [x.x, indexExpr], followed);
  const baseType = f.typeOf(x.x);
  const entry = f.types.entry(baseType);
  const base = f.rules.expr(f, x.x, xFollowed ?? followed);
  if (entry.kind === 'map') {
    const key = f.rules.value(f, indexExpr, entry.key, followed);
    return { kind: 'mapElement', map: base, mapType: baseType, key };
  }
  const index = f.rules.expr(f, indexExpr, followed);
  if (entry.kind === 'slice')
    return { kind: 'sliceElement', slice: base, sliceType: baseType, index };
  const arrayType = entry.kind === 'pointer' ? entry.elem : baseType;
  return { kind: 'arrayElement', array: base, arrayType, index };
}

/** &x for a variable or a composite literal. */
export function lowerAddress(f: FuncLowering, x: AstExpr, followed: boolean): Expr {
  const inner = unparen(x);
  const type = f.typeOf(inner);
  if (inner.kind === 'CompositeLit') {
    return { kind: 'newVariable', type, value: f.rules.expr(f, inner, followed) };
  }
  if (inner.kind === 'Ident') {
    const variable = variableOfIdent(f, inner);
    if (f.isGlobal(variable)) {
      return { kind: 'addressOfGlobal', global: f.program.global(variable) };
    }
    return register(f.localOf(variable));
  }
  return addressOfPlace(f.rules.place(f, inner, followed), type);
}

/** A pointer to the variable of a place; `type` is the variable's. */
export function addressOfPlace(place: Place, type: TypeId): Expr {
  switch (place.kind) {
    case 'global':
      return { kind: 'addressOfGlobal', global: place.global };
    case 'deref':
      return { kind: 'nilCheck', x: place.pointer };
    case 'field':
    case 'arrayElement':
    case 'sliceElement':
      return { kind: 'addressOf', place, type };
    case 'cell':
      return register(place.local);
    case 'local':
      // A struct or array in a register that a method is called on is shared by its object.
      return register(place.local);
    case 'mapElement':
      throw new Error('Broken invariant: a map element has no address');
  }
}
