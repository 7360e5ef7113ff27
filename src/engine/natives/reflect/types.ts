// Natives of package reflect about types: what they are made of, which are alike, and new ones.

import { encodeUtf8 } from '../../base/utf8.ts';
import type { RuntimeMethod, RuntimeType } from '../../go/ir/runtime-type.ts';
import { typeOfLiteral } from '../../machine/derived-types.ts';
import type { NativeContext } from '../../machine/native.ts';
import { Box, type Slice } from '../../machine/value.ts';
import { type Content, elementsOf, elementType, sliceFrom } from './contents.ts';

const directions = ['', 'receive', 'send', 'both'] as const;

function describe(context: NativeContext, id: number): readonly unknown[] {
  const type = context.type(id);
  const key = type.kind === 'map' ? type.key : -1;
  const length = type.kind === 'array' ? type.length : 0;
  const direction = type.kind === 'chan' ? directions.indexOf(type.direction) : 0;
  const { kind, string, name, packagePath } = type;
  return [kind, string, name, packagePath, elementType(type), key, length, direction];
}

/** Parameters and results of a func type, and whether the last parameter is variadic. */
function signature(context: NativeContext, id: number): [Slice, Slice, boolean] {
  const type = context.type(id);
  if (type.kind !== 'func') return [sliceFrom([]), sliceFrom([]), false];
  return [sliceFrom([...type.params]), sliceFrom([...type.results]), type.variadic];
}

function fieldCount(context: NativeContext, id: number): number {
  const type = context.type(id);
  return type.kind === 'struct' ? type.fields.length : -1;
}

function fieldAt(
  context: NativeContext,
  id: number,
  index: number,
): [name: string, path: string, tag: string, type: number, embedded: boolean] {
  const type = context.type(id);
  const field = type.kind === 'struct' ? type.fields[index] : undefined;
  if (field === undefined) return context.runtimePanic('reflect: Field index out of bounds');
  return [field.name, field.packagePath, field.tag, field.type, field.embedded];
}

type AnyMethod = Pick<RuntimeMethod, 'name' | 'packagePath' | 'type'>;

function methodsOf(type: RuntimeType): readonly AnyMethod[] {
  return type.kind === 'interface' ? type.interfaceMethods : type.methods;
}

/** Names and func types (without receiver): all methods of an interface, the exported of others. */
function methods(context: NativeContext, id: number): [names: Slice, paths: Slice, types: Slice] {
  const type = context.type(id);
  const all = methodsOf(type).filter(
    (method) => type.kind === 'interface' || method.packagePath === '',
  );
  return [
    sliceFrom(all.map((method) => encodeUtf8(method.name))),
    sliceFrom(all.map((method) => method.packagePath)),
    sliceFrom(all.map((method) => method.type)),
  ];
}

function implementsInterface(context: NativeContext, id: number, target: number): boolean {
  const type = context.type(id);
  const wanted = context.type(target);
  if (wanted.kind !== 'interface') return false;
  if (type.kind !== 'interface') return context.implements(id, target);
  return wanted.interfaceMethods.every((method) =>
    type.interfaceMethods.some(
      ({ name, packagePath, type: of }) =>
        name === method.name && packagePath === method.packagePath && of === method.type,
    ),
  );
}

/** Whether two types have identical underlying types; `tags` says whether those of fields count. */
function sameUnderlying(context: NativeContext, a: number, b: number, tags: boolean): boolean {
  if (a === b) return true;
  const [x, y] = [context.type(a), context.type(b)];
  const same = (i: number, k: number): boolean => i === k || (!tags && unnamedAlike(context, i, k));
  const all = (xs: readonly number[], ys: readonly number[]): boolean =>
    xs.length === ys.length && xs.every((each, i) => same(each, ys[i] ?? -1));
  if (x.kind === 'map' && y.kind === 'map') return same(x.key, y.key) && same(x.elem, y.elem);
  if (x.kind === 'chan' && y.kind === 'chan') {
    return x.direction === y.direction && same(x.elem, y.elem);
  }
  if (x.kind === 'array' && y.kind === 'array') {
    return x.length === y.length && same(x.elem, y.elem);
  }
  if (x.kind === 'func' && y.kind === 'func') {
    return x.variadic === y.variadic && all(x.params, y.params) && all(x.results, y.results);
  }
  if (x.kind === 'struct' && y.kind === 'struct') {
    return (
      x.fields.length === y.fields.length &&
      x.fields.every((field, i) => {
        const other = y.fields[i];
        return (
          other !== undefined &&
          field.name === other.name &&
          field.packagePath === other.packagePath &&
          field.embedded === other.embedded &&
          (!tags || field.tag === other.tag) &&
          same(field.type, other.type)
        );
      })
    );
  }
  if (x.kind === 'interface' && y.kind === 'interface') {
    return implementsInterface(context, a, b) && implementsInterface(context, b, a);
  }
  return x.kind === y.kind && elementType(x) === elementType(y);
}

/** Type literals that differ in the tags of fields only. */
function unnamedAlike(context: NativeContext, a: number, b: number): boolean {
  const isLiteral = context.type(a).name === '' && context.type(b).name === '';
  return isLiteral && sameUnderlying(context, a, b, false);
}

function layout(context: NativeContext, id: number): [size: number, align: number] {
  const { size, align } = context.layout(id);
  return [size, align];
}

/** A struct type of these fields, which is shown as `string`. */
function structOf(
  context: NativeContext,
  string: string,
  names: Slice,
  paths: Slice,
  tags: Slice,
  types: Slice,
  embedded: Slice,
): number {
  const [name, path, tag, type, isEmbedded] = [names, paths, tags, types, embedded].map(elementsOf);
  const fields = (name ?? []).map((each, i) => ({
    name: String(each),
    type: Number(type?.[i]),
    embedded: Boolean(isEmbedded?.[i]),
    exported: path?.[i] === '',
    packagePath: String(path?.[i]),
    tag: String(tag?.[i]),
  }));
  return typeOfLiteral(context.program, { kind: 'struct', string, fields });
}

const ints = (slice: Slice): number[] => elementsOf(slice).map(Number);

export const reflectTypeNatives = {
  'reflect.typeID': (_context: NativeContext, value: Content): number => value?.type ?? -1,
  'reflect.describe': describe,
  'reflect.signature': signature,
  'reflect.fieldCount': fieldCount,
  'reflect.fieldAt': fieldAt,
  'reflect.methods': methods,
  'reflect.layout': layout,
  'reflect.isComparable': (context: NativeContext, id: number): boolean =>
    context.type(id).comparable,
  'reflect.implementsInterface': implementsInterface,
  'reflect.sameUnderlying': sameUnderlying,
  'reflect.pointerTo': (context: NativeContext, elem: number): number =>
    typeOfLiteral(context.program, { kind: 'pointer', elem }),
  'reflect.sliceOf': (context: NativeContext, elem: number): number =>
    typeOfLiteral(context.program, { kind: 'slice', elem }),
  'reflect.arrayOf': (context: NativeContext, length: number, elem: number): number =>
    typeOfLiteral(context.program, { kind: 'array', length, elem }),
  'reflect.mapOf': (context: NativeContext, key: number, elem: number): number =>
    typeOfLiteral(context.program, { kind: 'map', key, elem }),
  'reflect.chanOf': (context: NativeContext, direction: number, elem: number): number => {
    const named = directions[direction] ?? '';
    return typeOfLiteral(context.program, {
      kind: 'chan',
      elem,
      direction: named === '' ? 'both' : named,
    });
  },
  'reflect.funcOf': (
    context: NativeContext,
    params: Slice,
    results: Slice,
    variadic: boolean,
  ): number =>
    typeOfLiteral(context.program, {
      kind: 'func',
      params: ints(params),
      results: ints(results),
      variadic,
    }),
  'reflect.structOf': structOf,
  'reflect.retype': (_context: NativeContext, id: number, content: Content): Content =>
    new Box(id, content === null ? null : content.value),
};
