// How package reflect passes values between Go and its natives. A content is an interface value: the
// value of a place of type `id` boxed with that type, or, of a place of interface type, what the
// interface holds. A place is a boxed pointer. Invariant: what a content holds is never written to.

import type { RuntimeType } from '../../go/ir/runtime-type.ts';
import { typeOfLiteral } from '../../machine/derived-types.ts';
import type { GoArray, StructObject } from '../../machine/heap-object.ts';
import type { NativeContext } from '../../machine/native.ts';
import { ElementPointer, FieldPointer, type Pointer } from '../../machine/pointer.ts';
import { Box, Slice } from '../../machine/value.ts';

export type Content = Box | null;

export function isAggregate(type: RuntimeType): boolean {
  return type.kind === 'struct' || type.kind === 'array';
}

/** Element type of a type that has one, else -1. */
export function elementType(type: RuntimeType): number {
  return 'elem' in type ? type.elem : -1;
}

/** The content of a place of type `id` with this value in it. */
export function contentOf(context: NativeContext, id: number, value: unknown): Content {
  const { kind } = context.type(id);
  if (kind === 'interface') return value instanceof Box ? value : null;
  if (kind === 'bool') return new Box(id, Boolean(value));
  return new Box(id, value);
}

/** A place of type `id` by the pointer to it. */
export function placeOf(context: NativeContext, id: number, pointer: unknown): Content {
  return new Box(typeOfLiteral(context.program, { kind: 'pointer', elem: id }), pointer);
}

/** The value to put into a place of type `id`: a copy of what the content holds. */
export function valueOf(context: NativeContext, id: number, content: Content): unknown {
  if (context.type(id).kind === 'interface') return content;
  return content === null ? null : context.operations(id).copy(content.value);
}

/** A slice of Go strings, ints or interface values. */
export function sliceFrom(values: unknown[]): Slice {
  return new Slice(values, 0, values.length, values.length);
}

/** The elements of a slice. */
export function elementsOf(slice: Slice): readonly unknown[] {
  const { array, offset, length } = slice;
  return array === null ? [] : Array.from({ length }, (_, i) => array[offset + i]);
}

/** What is in the place that a pointer to type `id` points to, shared, not copied. */
export function inPlace(context: NativeContext, id: number, pointer: unknown): unknown {
  return isAggregate(context.type(id)) ? pointer : (pointer as Pointer).v;
}

/** A pointer to a field: the nested object itself for a struct or array. */
export function fieldPointer(
  context: NativeContext,
  object: StructObject,
  index: number,
  type: number,
): unknown {
  if (isAggregate(context.type(type))) return object[`f${index}`];
  return new FieldPointer(object, index);
}

/** A pointer to an element of an array. */
export function elementPointer(
  context: NativeContext,
  array: GoArray,
  index: number,
  type: number,
): unknown {
  const elem = context.type(type);
  return isAggregate(elem) ? array[index] : new ElementPointer(array, index, elem.kind === 'bool');
}
