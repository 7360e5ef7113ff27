// Arrays of Go elements: how elements are made, read and written, and the operations on array types.
// Invariants: a struct or array element keeps its identity while its array lives; a store to it
// happens in place.

import type { ArrayRuntimeType, RuntimeType } from '../go/ir/runtime-type.ts';
import type { Wide } from './arithmetic.ts';
import { elementPlace, partOf, viewOf } from './array-view.ts';
import type { EncodedKey } from './go-map.ts';
import { boundsPanic } from './go-panic.ts';
import type { GoArray } from './heap-object.ts';
import type { OperationsHost, StructOperations } from './operations.ts';
import { Operations, partKey } from './operations.ts';
import { sliceLimits } from './slice-limits.ts';
import { Slice } from './value.ts';

/** A JS array for elements of a kind, zero except for references. */
export function newArray(elem: RuntimeType, length: number): GoArray {
  switch (elem.kind) {
    case 'bool':
    case 'uint8':
      return new Uint8Array(length);
    case 'int8':
      return new Int8Array(length);
    case 'uint16':
      return new Uint16Array(length);
    case 'int16':
      return new Int16Array(length);
    case 'uint32':
      return new Uint32Array(length);
    case 'int32':
      return new Int32Array(length);
    case 'float32':
      return new Float32Array(length);
    case 'float64':
      return new Float64Array(length);
    default:
      return [];
  }
}

/** Elements of arrays and slices: how they are made, read and written. */
export class Elements {
  readonly type: RuntimeType;
  readonly isAggregate: boolean;
  readonly isBool: boolean;
  private readonly operations: Operations;

  constructor(host: OperationsHost, elem: number) {
    this.type = host.types.type(elem);
    this.operations = host.operations(elem);
    this.isAggregate = this.type.kind === 'struct' || this.type.kind === 'array';
    this.isBool = this.type.kind === 'bool';
  }

  /** An array of `length` zero values. */
  zeros(length: number): GoArray {
    const array = newArray(this.type, length);
    if (Array.isArray(array)) this.fill(array, length);
    return array;
  }

  /** Appends zero values to a plain array until it has `length` elements. */
  fill(array: unknown[], length: number): void {
    if (this.isAggregate) {
      while (array.length < length) array.push(this.operations.zero());
      return;
    }
    const zero = this.operations.zero();
    while (array.length < length) array.push(zero);
  }

  /** The array of listed values, which are the array's own. */
  literal(values: unknown[]): GoArray {
    const array = newArray(this.type, values.length);
    if (Array.isArray(array)) return values;
    for (let i = 0; i < values.length; i++) array[i] = Number(values[i]);
    return array;
  }

  copyOf(array: GoArray, start: number, end: number): GoArray {
    if (!this.isAggregate) {
      const copy = newArray(this.type, 0);
      // A view of a typed array is no typed array itself.
      if (Array.isArray(copy) || !Array.isArray(array)) return array.slice(start, end);
      return this.literal(array.slice(start, end));
    }
    const copies: unknown[] = [];
    for (let i = start; i < end; i++) copies.push(this.operations.copy(array[i]));
    return copies;
  }

  /** Element `index` as a Go value. */
  read(array: GoArray, index: number): unknown {
    const value: unknown = array[index];
    return this.isBool ? value !== 0 : value;
  }

  /** Stores a value that is the array's own from now on. */
  write(array: GoArray, index: number, value: unknown): void {
    if (this.isAggregate) {
      const old = array[index];
      if (old === undefined) (array as unknown[])[index] = value;
      else
        (this.operations as StructOperations | ArrayOperations).assign(
          old as never,
          value as never,
        );
      return;
    }
    (array as unknown[])[index] = this.isBool ? Number(value) : value;
  }
}

export class ArrayOperations extends Operations {
  private elements: Elements | null = null;
  private readonly array: ArrayRuntimeType;

  constructor(host: OperationsHost, type: ArrayRuntimeType) {
    super(host, type);
    this.array = type;
  }

  private get elems(): Elements {
    this.elements ??= new Elements(this.host, this.array.elem);
    return this.elements;
  }

  override zero(): GoArray {
    return this.elems.zeros(this.array.length);
  }

  override copy(value: GoArray): GoArray {
    return this.elems.copyOf(value, 0, value.length);
  }

  assign(to: GoArray, from: GoArray): void {
    if (to === from) return;
    if (!Array.isArray(to)) {
      to.set(from as never);
      return;
    }
    // Two views may overlap.
    const source = partOf(to) === null ? from : this.copy(from);
    for (let i = 0; i < source.length; i++) {
      if (this.elems.isAggregate) this.elems.write(to, i, source[i]);
      else to[i] = source[i];
    }
  }

  override equal(a: GoArray, b: GoArray): boolean {
    const elem = this.host.operations(this.array.elem);
    for (let i = 0; i < a.length; i++) if (!elem.equal(a[i], b[i])) return false;
    return true;
  }

  override key(value: GoArray): EncodedKey {
    const elem = this.host.operations(this.array.elem);
    return Array.from(value, (part: unknown) => partKey(elem.key(part))).join(';');
  }

  literal(values: unknown[]): GoArray {
    return this.elems.literal(values);
  }

  /** [N]T(slice) */
  fromSlice(slice: Slice): GoArray {
    const { array, offset } = this.longEnough(slice);
    return array === null
      ? this.zero()
      : this.elems.copyOf(array, offset, offset + this.array.length);
  }

  /** (*[N]T)(slice): the slice's array if that is all of it, else a view of the part. */
  pointerFromSlice(slice: Slice): GoArray | null {
    const { array, offset } = this.longEnough(slice);
    if (array === null) return null;
    const { length } = this.array;
    const isWhole = offset === 0 && array.length === length;
    return isWhole ? array : viewOf(array, offset, length);
  }

  private longEnough(slice: Slice): Slice {
    const { length } = this.array;
    if (slice.length >= length) return slice;
    const what = `cannot convert slice with length ${slice.length} to array or pointer to array`;
    return boundsPanic(`${what} with length ${length}`);
  }

  /** array[low:high:max] through a pointer to the array. */
  sliceArray(array: GoArray, low: Wide | null, high: Wide | null, max: Wide | null): Slice {
    const { length } = this.array;
    const { start, end, capacity } = sliceLimits(length, length, 'length', low, high, max);
    const place = elementPlace(array, start);
    return new Slice(place.array, place.index, end - start, capacity);
  }

  sparseLiteral(length: number, indices: readonly number[], values: readonly unknown[]): GoArray {
    const array = this.elems.zeros(length);
    indices.forEach((index, i) => {
      this.elems.write(array, index, values[i]);
    });
    return array;
  }
}
