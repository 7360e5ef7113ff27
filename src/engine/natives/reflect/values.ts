// Natives of package reflect about values: their parts and places, new ones, slices and maps.

import type { GoArray, StructObject } from '../../machine/heap-object.ts';
import { GoMap } from '../../machine/go-map.ts';
import type { MapOperations } from '../../machine/map-operations.ts';
import type { NativeContext } from '../../machine/native.ts';
import type { ArrayOperations } from '../../machine/array-operations.ts';
import { Cell, type Pointer } from '../../machine/pointer.ts';
import type { SliceOperations } from '../../machine/slice-operations.ts';
import type { StructValue } from '../../machine/types.ts';
import { Box, Slice } from '../../machine/value.ts';
import {
  type Content,
  contentOf,
  elementPointer,
  elementsOf,
  elementType,
  fieldPointer,
  inPlace,
  isAggregate,
  placeOf,
  sliceFrom,
  valueOf,
} from './contents.ts';

const slices = (context: NativeContext, id: number): SliceOperations =>
  context.operations(id) as SliceOperations;
const maps = (context: NativeContext, id: number): MapOperations =>
  context.operations(id) as MapOperations;
const sliceIn = (content: Content): Slice => content?.value as Slice;
const mapIn = (content: Content): GoMap | null => (content?.value ?? null) as GoMap | null;

function fieldType(context: NativeContext, id: number, index: number): number {
  const type = context.type(id);
  return type.kind === 'struct' ? (type.fields[index]?.type ?? -1) : -1;
}

function field(context: NativeContext, struct: Content, index: number): Content {
  if (struct === null) return null;
  const object = struct.value as StructObject;
  const type = context.type(struct.type);
  // A blank field is zero, whatever a literal gives it.
  if (type.kind === 'struct' && type.fields[index]?.name === '_') {
    return zero(context, fieldType(context, struct.type, index));
  }
  return contentOf(context, fieldType(context, struct.type, index), object[`f${index}`]);
}

/** Place of a field of the struct of type `id` in a place. */
function fieldPlace(context: NativeContext, id: number, place: Content, index: number): Content {
  const type = fieldType(context, id, index);
  return placeOf(context, type, fieldPointer(context, place?.value as StructObject, index, type));
}

function index(context: NativeContext, array: Content, at: number): Content {
  if (array === null) return null;
  const elements = array.value as ArrayLike<unknown>;
  return contentOf(context, elementType(context.type(array.type)), elements[at]);
}

/** Place of an element of a slice, or of the array in a place; `elem` is the element type. */
function elementPlace(context: NativeContext, elem: number, of: Content, at: number): Content {
  const whole = of?.value;
  if (whole instanceof Slice) {
    const { array, offset } = whole;
    return placeOf(context, elem, elementPointer(context, array as GoArray, offset + at, elem));
  }
  return placeOf(context, elem, elementPointer(context, whole as GoArray, at, elem));
}

/** What is in a place of type `id`. */
function load(context: NativeContext, id: number, place: Content): Content {
  const value = inPlace(context, id, place?.value);
  return contentOf(context, id, context.operations(id).copy(value));
}

function store(context: NativeContext, id: number, place: Content, content: Content): void {
  const value = valueOf(context, id, content);
  if (!isAggregate(context.type(id))) {
    (place?.value as Pointer).v = value;
    return;
  }
  const operations = context.operations(id) as ArrayOperations & {
    assign(to: unknown, from: unknown): void;
  };
  operations.assign(place?.value as StructValue & GoArray, value as StructValue & GoArray);
}

/** new(T): a place of its own. */
function newPlace(context: NativeContext, id: number): Content {
  const zero = context.operations(id).zero();
  return placeOf(context, id, isAggregate(context.type(id)) ? zero : new Cell(zero));
}

function zero(context: NativeContext, id: number): Content {
  return contentOf(context, id, context.operations(id).zero());
}

function length(_context: NativeContext, content: Content): number {
  const inside = content?.value ?? null;
  if (inside instanceof Slice) return inside.length;
  if (inside instanceof GoMap) return inside.count;
  return inside === null ? 0 : (inside as ArrayLike<unknown>).length;
}

function isNil(_context: NativeContext, content: Content): boolean {
  if (content === null || content.value === null) return true;
  return content.value instanceof Slice && content.value.array === null;
}

function makeSlice(context: NativeContext, id: number, count: number, room: number): Content {
  return new Box(id, slices(context, id).make(count, room));
}

function append(context: NativeContext, id: number, slice: Content, contents: Slice): Content {
  const elem = elementType(context.type(id));
  const values = elementsOf(contents).map((each) => valueOf(context, elem, each as Content));
  return new Box(id, slices(context, id).appendAll(sliceIn(slice), values));
}

function copyInto(context: NativeContext, id: number, to: Content, from: Content): number {
  if (typeof from?.value === 'string') {
    return slices(context, id).copyString(sliceIn(to), from.value);
  }
  return slices(context, id).copySlice(sliceIn(to), sliceIn(from));
}

/** slice[low:high:max], within bounds. */
function slice(
  context: NativeContext,
  id: number,
  of: Content,
  low: number,
  high: number,
  max: number,
): Content {
  return new Box(id, slices(context, id).slice(sliceIn(of), low, high, max));
}

/** array[:] of the array in a place, as a slice type. */
function sliceOfPlace(_context: NativeContext, id: number, place: Content): Content {
  const array = place?.value as GoArray;
  return new Box(id, new Slice(array, 0, array.length, array.length));
}

function mapGet(
  context: NativeContext,
  id: number,
  map: Content,
  key: Content,
): [Content, boolean] {
  const type = context.type(id);
  const entries = mapIn(map);
  if (type.kind !== 'map') return [null, false];
  const slot = maps(context, id).find(entries, valueOf(context, type.key, key));
  if (slot < 0 || entries === null) return [null, false];
  const value = context.operations(type.elem).copy(entries.values[slot]);
  return [contentOf(context, type.elem, value), true];
}

function mapSet(
  context: NativeContext,
  id: number,
  map: Content,
  key: Content,
  value: Content,
): void {
  const type = context.type(id);
  if (type.kind !== 'map') return;
  const stored = valueOf(context, type.elem, value);
  maps(context, id).store(mapIn(map), valueOf(context, type.key, key), stored);
}

function mapDelete(context: NativeContext, id: number, map: Content, key: Content): void {
  const type = context.type(id);
  if (type.kind !== 'map') return;
  maps(context, id).remove(mapIn(map), valueOf(context, type.key, key));
}

function mapKeys(context: NativeContext, id: number, map: Content): Slice {
  const entries = mapIn(map);
  const slots = context.mapSlots(entries);
  return sliceFrom(slots.map((slot) => mapKeyAt(context, id, map, slot)[0]));
}

/** The key in a slot, and whether there is one. */
function mapKeyAt(
  context: NativeContext,
  id: number,
  map: Content,
  slot: number,
): [Content, boolean] {
  const type = context.type(id);
  const entries = mapIn(map);
  if (type.kind !== 'map' || entries === null || entries.isFree(slot)) return [null, false];
  return [contentOf(context, type.key, entries.keys[slot]), true];
}

function mapValueAt(context: NativeContext, id: number, map: Content, slot: number): Content {
  const type = context.type(id);
  const entries = mapIn(map);
  if (type.kind !== 'map' || entries === null || entries.isFree(slot)) return null;
  return contentOf(context, type.elem, context.operations(type.elem).copy(entries.values[slot]));
}

function capacity(_context: NativeContext, content: Content): number {
  const inside = content?.value;
  if (inside instanceof Slice) return inside.capacity;
  return (inside as ArrayLike<unknown>).length;
}

/** Address as %p prints it; 0 for nil. */
function address(context: NativeContext, content: Content): number {
  return content === null ? 0 : context.address(content.value, content.type);
}

/** [N]T(slice) and (*[N]T)(slice), long enough. */
function arrayFrom(context: NativeContext, id: number, of: Content): Content {
  return new Box(id, (context.operations(id) as ArrayOperations).fromSlice(sliceIn(of)));
}

function arrayPointerFrom(context: NativeContext, id: number, array: number, of: Content): Content {
  const operations = context.operations(array) as ArrayOperations;
  return new Box(id, operations.pointerFromSlice(sliceIn(of)));
}

export const reflectValueNatives = {
  'reflect.field': field,
  'reflect.fieldPlace': fieldPlace,
  'reflect.index': index,
  'reflect.elementPlace': elementPlace,
  'reflect.load': load,
  'reflect.store': store,
  'reflect.newPlace': newPlace,
  'reflect.zero': zero,
  'reflect.length': length,
  'reflect.capacity': capacity,
  'reflect.isNil': isNil,
  'reflect.makeSlice': makeSlice,
  'reflect.appendContents': append,
  'reflect.copyInto': copyInto,
  'reflect.slice': slice,
  'reflect.sliceOfPlace': sliceOfPlace,
  'reflect.makeMap': (_context: NativeContext, id: number): Content => new Box(id, new GoMap()),
  'reflect.mapGet': mapGet,
  'reflect.mapSet': mapSet,
  'reflect.mapDelete': mapDelete,
  'reflect.mapKeys': mapKeys,
  'reflect.mapSlots': (context: NativeContext, map: Content): Slice =>
    sliceFrom([...context.mapSlots(mapIn(map))]),
  'reflect.mapKeyAt': mapKeyAt,
  'reflect.mapValueAt': mapValueAt,
  'reflect.mapClear': (context: NativeContext, id: number, map: Content): void =>
    maps(context, id).clear(mapIn(map)),
  'reflect.sliceClear': (context: NativeContext, id: number, of: Content): void =>
    slices(context, id).clear(sliceIn(of)),
  'reflect.address': address,
  'reflect.arrayFrom': arrayFrom,
  'reflect.arrayPointerFrom': arrayPointerFrom,
};
