// Natives of package reflect: types and the insides of values. Values arrive boxed; what is read out
// of them is boxed again with the type of the place it came from (an interface's content as it is).

import type { RuntimeType } from '../go/ir/runtime-type.ts';
import { GoMap } from '../machine/go-map.ts';
import type { NativeContext } from '../machine/native.ts';
import { Box, Complex, Slice } from '../machine/value.ts';
import { samePlace } from '../machine/pointer.ts';

type Boxed = Box | null;

function elementType(type: RuntimeType): number {
  return 'elem' in type ? type.elem : -1;
}

function describe(
  context: NativeContext,
  id: number,
): [
  kind: string,
  text: string,
  name: string,
  path: string,
  elem: number,
  key: number,
  len: number,
] {
  const type = context.type(id);
  const key = type.kind === 'map' ? type.key : -1;
  const length = type.kind === 'array' ? type.length : 0;
  return [type.kind, type.string, type.name, type.packagePath, elementType(type), key, length];
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

function exportedMethods(context: NativeContext, id: number): Slice {
  const type = context.type(id);
  const all = type.kind === 'interface' ? type.interfaceMethods : type.methods;
  const names = all.filter((method) => method.packagePath === '').map((method) => method.name);
  return new Slice(names, 0, names.length, names.length);
}

/** A value read from a place of type `id`, as an interface value. */
function boxed(context: NativeContext, id: number, value: unknown): Boxed {
  const { kind } = context.type(id);
  if (kind === 'interface') return value instanceof Box ? value : null;
  if (kind === 'bool') return new Box(id, Boolean(value));
  return new Box(id, value);
}

function field(context: NativeContext, struct: Boxed, index: number): Boxed {
  if (struct === null) return null;
  const type = context.type(struct.type);
  const fieldType = type.kind === 'struct' ? type.fields[index]?.type : undefined;
  if (fieldType === undefined) return context.runtimePanic('reflect: Field index out of bounds');
  return boxed(context, fieldType, (struct.value as Record<string, unknown>)[`f${index}`]);
}

function index(context: NativeContext, sequence: Boxed, at: number): Boxed {
  if (sequence === null) return null;
  const type = context.type(sequence.type);
  const { value } = sequence;
  const element =
    value instanceof Slice ? value.array?.[value.offset + at] : (value as ArrayLike<unknown>)[at];
  return boxed(context, elementType(type), element);
}

function pointee(context: NativeContext, pointer: Boxed): Boxed {
  if (pointer === null || pointer.value === null) return null;
  const elem = elementType(context.type(pointer.type));
  const { kind } = context.type(elem);
  if (kind === 'struct' || kind === 'array') return new Box(elem, pointer.value);
  return boxed(context, elem, (pointer.value as { readonly v: unknown }).v);
}

function length(_context: NativeContext, value: Boxed): number {
  const inside = value?.value;
  if (inside instanceof Slice) return inside.length;
  if (inside instanceof GoMap) return inside.count;
  return inside === null ? 0 : (inside as ArrayLike<unknown>).length;
}

function isNil(_context: NativeContext, value: Boxed): boolean {
  if (value === null || value.value === null) return true;
  return value.value instanceof Slice && value.value.array === null;
}

function mapEntries(context: NativeContext, map: Boxed): [keys: Slice, values: Slice] {
  const type = map === null ? null : context.type(map.type);
  const entries = map?.value instanceof GoMap ? map.value.entries() : [];
  const keys: Boxed[] = [];
  const values: Boxed[] = [];
  for (const [key, value] of entries) {
    if (type?.kind !== 'map') break;
    keys.push(boxed(context, type.key, key));
    values.push(boxed(context, type.elem, value));
  }
  return [
    new Slice(keys, 0, keys.length, keys.length),
    new Slice(values, 0, values.length, values.length),
  ];
}

/** reflect.DeepEqual. Pairs under comparison count as equal, so that cycles end. */
class DeepEquality {
  private readonly context: NativeContext;
  private readonly visited = new Map<unknown, Set<unknown>>();

  constructor(context: NativeContext) {
    this.context = context;
  }

  boxes(a: Boxed, b: Boxed): boolean {
    if (a === null || b === null) return a === b;
    return a.type === b.type && this.values(this.context.type(a.type), a.value, b.value);
  }

  private values(type: RuntimeType, a: unknown, b: unknown): boolean {
    switch (type.kind) {
      case 'struct':
        return type.fields.every((part, i) =>
          this.values(
            this.context.type(part.type),
            (a as Record<string, unknown>)[`f${i}`],
            (b as Record<string, unknown>)[`f${i}`],
          ),
        );
      case 'array':
        return this.sequences(
          type.elem,
          a as ArrayLike<unknown>,
          0,
          b as ArrayLike<unknown>,
          0,
          type.length,
        );
      case 'slice':
        return this.slices(type.elem, a as Slice, b as Slice);
      case 'map':
        return this.maps(type.key, type.elem, a, b);
      case 'pointer':
        return this.pointers(type.elem, a, b);
      case 'interface':
        return this.boxes(a as Boxed, b as Boxed);
      case 'func':
        return a === null && b === null;
      case 'complex64':
      case 'complex128':
        return a instanceof Complex && b instanceof Complex && a.re === b.re && a.im === b.im;
      default:
        return a === b;
    }
  }

  private wasVisited(a: unknown, b: unknown): boolean {
    const partners = this.visited.get(a) ?? new Set();
    if (partners.has(b)) return true;
    this.visited.set(a, partners.add(b));
    return false;
  }

  private pointers(elem: number, a: unknown, b: unknown): boolean {
    if (a === null || b === null || samePlace(a, b)) return a === b || samePlace(a, b);
    if (this.wasVisited(a, b)) return true;
    const type = this.context.type(elem);
    if (type.kind === 'struct' || type.kind === 'array') return this.values(type, a, b);
    return this.values(type, (a as { v: unknown }).v, (b as { v: unknown }).v);
  }

  private slices(elem: number, a: Slice, b: Slice): boolean {
    if (a.array === null || b.array === null) return a.array === b.array;
    if (a.length !== b.length) return false;
    if (a.array === b.array && a.offset === b.offset) return true;
    if (this.wasVisited(a, b)) return true;
    return this.sequences(elem, a.array, a.offset, b.array, b.offset, a.length);
  }

  private sequences(
    elem: number,
    a: ArrayLike<unknown>,
    fromA: number,
    b: ArrayLike<unknown>,
    fromB: number,
    count: number,
  ): boolean {
    const type = this.context.type(elem);
    for (let i = 0; i < count; i++) {
      if (!this.values(type, a[fromA + i], b[fromB + i])) return false;
    }
    return true;
  }

  private maps(key: number, elem: number, a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (!(a instanceof GoMap) || !(b instanceof GoMap)) return false;
    if (this.wasVisited(a, b)) return true;
    if (a.count !== b.count) return false;
    const keyType = this.context.type(key);
    const type = this.context.type(elem);
    const others = b.entries();
    const byKey = new Map(others.map((entry) => [entry[0], entry]));
    return a.entries().every(([name, value]) => {
      const other =
        byKey.get(name) ?? others.find((entry) => this.isSameKey(keyType, name, entry[0]));
      return other !== undefined && this.values(type, value, other[1]);
    });
  }

  /** Keys that are no JavaScript primitives; a pointer is the same only as itself. */
  private isSameKey(type: RuntimeType, a: unknown, b: unknown): boolean {
    if (type.kind === 'pointer') return a !== null && b !== null && samePlace(a, b);
    return this.values(type, a, b);
  }
}

const rawValue = (_context: NativeContext, value: Boxed): unknown => value?.value;

export const reflectNatives = {
  'reflect.typeID': (_context: NativeContext, value: Boxed): number => value?.type ?? -1,
  'reflect.describe': describe,
  'reflect.fieldCount': fieldCount,
  'reflect.fieldAt': fieldAt,
  'reflect.exportedMethods': exportedMethods,
  'reflect.isComparable': (context: NativeContext, id: number): boolean =>
    context.type(id).comparable,
  'reflect.field': field,
  'reflect.index': index,
  'reflect.pointee': pointee,
  'reflect.length': length,
  'reflect.isNil': isNil,
  'reflect.mapEntries': mapEntries,
  'reflect.toBool': rawValue,
  'reflect.toInt': rawValue,
  'reflect.toUint': rawValue,
  'reflect.toFloat': rawValue,
  'reflect.toComplex': rawValue,
  'reflect.toString': rawValue,
  'reflect.DeepEqual': (context: NativeContext, x: Boxed, y: Boxed): boolean =>
    new DeepEquality(context).boxes(x, y),
};
