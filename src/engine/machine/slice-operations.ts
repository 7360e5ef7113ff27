// Operations on slices of one element type, and on arrays as the operand of a slice expression.
// Invariants: a plain array may be shorter than a slice's capacity; what lies beyond its length is
// zero and comes into being when a slice expression uncovers it.

import type { SliceRuntimeType } from '../go/ir/runtime-type.ts';
import type { Wide } from './arithmetic.ts';
import { runtimeErrorPanic } from './go-panic.ts';
import type { GoArray } from './heap-object.ts';
import { Elements, newArray } from './array-operations.ts';
import type { OperationsHost } from './operations.ts';
import { Operations } from './operations.ts';
import { grownCapacity } from './slice-growth.ts';
import { sliceLimits } from './slice-limits.ts';
import { nilSlice, Slice } from './value.ts';

/** Largest allocation Go attempts; beyond, make panics. */
const maxAllocation = 2 ** 48;

/** Called before much memory is taken at once; throws when the limit is reached. */
export type Allocate = (bytes: number) => void;

export class SliceOperations extends Operations {
  private readonly slice_: SliceRuntimeType;
  private readonly allocate: Allocate;
  private readonly elemSize: number;
  private readonly hasPointers: boolean;
  /** Elements are stored as they are. */
  private readonly isSimple: boolean;
  private elements: Elements | null = null;

  constructor(host: OperationsHost, type: SliceRuntimeType, allocate: Allocate) {
    super(host, type);
    this.slice_ = type;
    this.allocate = allocate;
    const layout = host.types.layout(type.elem);
    this.elemSize = layout.size;
    this.hasPointers = layout.hasPointers;
    const { kind } = host.types.type(type.elem);
    this.isSimple = kind !== 'struct' && kind !== 'array' && kind !== 'bool';
  }

  private get elems(): Elements {
    this.elements ??= new Elements(this.host, this.slice_.elem);
    return this.elements;
  }

  /** make([]T, length, capacity); capacity null: as the length. */
  make(length: Wide, capacity: Wide | null): Slice {
    const room = capacity ?? length;
    const limit = this.elemSize === 0 ? 2 ** 62 : maxAllocation / this.elemSize;
    if (!(length >= 0 && length <= limit)) runtimeErrorPanic('makeslice: len out of range');
    if (!(room >= length && room <= limit)) runtimeErrorPanic('makeslice: cap out of range');
    const [n, cap] = [Number(length), Number(room)];
    this.allocate(cap * Math.max(this.elemSize, 8));
    return new Slice(this.allocateArray(n, cap), 0, n, cap);
  }

  /** `length` zeros; typed arrays have all their capacity at once. */
  private allocateArray(length: number, capacity: number): GoArray {
    const array = newArray(this.elems.type, capacity);
    if (Array.isArray(array)) this.elems.fill(array, length);
    return array;
  }

  literal(values: unknown[]): Slice {
    return new Slice(this.elems.literal(values), 0, values.length, values.length);
  }

  sparseLiteral(length: number, indices: readonly number[], values: readonly unknown[]): Slice {
    const array = this.elems.zeros(length);
    indices.forEach((index, i) => {
      this.elems.write(array, index, values[i]);
    });
    return new Slice(array, 0, length, length);
  }

  /** append(slice, value) */
  append(slice: Slice, value: unknown): Slice {
    const { array: old, offset, length, capacity } = slice;
    const at = offset + length;
    if (this.isSimple && old !== null && length < capacity && at <= old.length) {
      (old as unknown[])[at] = value;
      return new Slice(old, offset, length + 1, capacity);
    }
    const grown = this.grow(slice, length + 1);
    const array = grown.array;
    if (array !== null) this.put(array, grown.offset + length, value);
    return grown;
  }

  appendAll(slice: Slice, values: readonly unknown[]): Slice {
    if (values.length === 0) return slice;
    const { length } = slice;
    const grown = this.grow(slice, length + values.length);
    const array = grown.array;
    if (array === null) return grown;
    for (let i = 0; i < values.length; i++) this.put(array, grown.offset + length + i, values[i]);
    return grown;
  }

  appendSlice(slice: Slice, more: Slice): Slice {
    if (more.length === 0 || more.array === null) return slice;
    const grown = this.grow(slice, slice.length + more.length);
    if (grown.array !== null) {
      this.move(grown.array, grown.offset + slice.length, more.array, more.offset, more.length);
    }
    return grown;
  }

  appendString(slice: Slice, text: string): Slice {
    if (text === '') return slice;
    const grown = this.grow(slice, slice.length + text.length);
    this.putBytes(grown.array, grown.offset + slice.length, text);
    return grown;
  }

  /** The slice with a new length, in the same array if there is room. */
  private grow(slice: Slice, length: number): Slice {
    if (length <= slice.capacity) {
      return new Slice(slice.array, slice.offset, length, slice.capacity);
    }
    const capacity = grownCapacity(length, slice.capacity, this.elemSize, this.hasPointers);
    if (capacity > 32) this.allocate(capacity * Math.max(this.elemSize, 8));
    return new Slice(this.moved(slice, capacity), 0, length, capacity);
  }

  /** A new array with the slice's elements. */
  private moved(slice: Slice, capacity: number): GoArray {
    const { array, offset, length } = slice;
    if (array === null) return newArray(this.elems.type, capacity);
    if (Array.isArray(array)) return this.elems.copyOf(array, offset, offset + length);
    const roomy = newArray(this.elems.type, capacity);
    if (!Array.isArray(roomy)) roomy.set(array.subarray(offset, offset + length) as never);
    return roomy;
  }

  private put(array: GoArray, index: number, value: unknown): void {
    if (Array.isArray(array) && index > array.length) this.elems.fill(array, index);
    this.elems.write(array, index, value);
  }

  private putBytes(array: GoArray | null, start: number, text: string): void {
    if (array === null) return;
    for (let i = 0; i < text.length; i++) array[start + i] = text.charCodeAt(i);
  }

  /** Copies elements; the ranges may overlap. */
  private move(to: GoArray, at: number, from: GoArray, start: number, count: number): void {
    if (!Array.isArray(to)) {
      to.set((from as Uint8Array).subarray(start, start + count) as never, at);
      return;
    }
    if (at > to.length) this.elems.fill(to, at);
    const backwards = to === from && at > start;
    for (let i = 0; i < count; i++) {
      const k = backwards ? count - 1 - i : i;
      const value: unknown = from[start + k];
      if (!this.elems.isAggregate) {
        // Writing beyond the end of a plain array backwards would leave holes.
        if (at + k > to.length) this.elems.fill(to, at + k);
        to[at + k] = value;
      } else {
        this.put(to, at + k, this.host.operations(this.slice_.elem).copy(value));
      }
    }
  }

  /** copy(to, from): the number of elements copied. */
  copySlice(to: Slice, from: Slice): number {
    const count = Math.min(to.length, from.length);
    if (count > 0 && to.array !== null && from.array !== null) {
      this.move(to.array, to.offset, from.array, from.offset, count);
    }
    return count;
  }

  copyString(to: Slice, text: string): number {
    const count = Math.min(to.length, text.length);
    this.putBytes(to.array, to.offset, text.slice(0, count));
    return count;
  }

  /** Exchanges two elements. Structs and arrays keep their identity: their contents change places. */
  exchange({ array, offset }: Slice, i: number, j: number): void {
    if (array === null) return;
    const [at, to] = [offset + i, offset + j];
    const a: unknown = array[at];
    const b: unknown = array[to];
    if (this.elems.isAggregate) {
      const kept = this.host.operations(this.slice_.elem).copy(a);
      this.elems.write(array, at, b);
      this.elems.write(array, to, kept);
      return;
    }
    (array as unknown[])[at] = b;
    (array as unknown[])[to] = a;
  }

  /** clear(slice) */
  clear(slice: Slice): void {
    const { array, offset, length } = slice;
    if (array === null) return;
    const elem = this.host.operations(this.slice_.elem);
    for (let i = 0; i < length; i++) this.elems.write(array, offset + i, elem.zero());
  }

  /** slice[low:high:max]; null stands for an absent limit. */
  slice(slice: Slice, low: Wide | null, high: Wide | null, max: Wide | null): Slice {
    const { array, offset } = slice;
    const from = low ?? 0;
    const to = high ?? slice.length;
    if (max !== null || !(to <= slice.capacity && from >= 0 && from <= to)) {
      const limits = sliceLimits(slice.length, slice.capacity, 'capacity', low, high, max);
      const { start, end, capacity } = limits;
      if (array === null) return nilSlice;
      if (Array.isArray(array)) this.elems.fill(array, offset + end);
      return new Slice(array, offset + start, end - start, capacity);
    }
    // What is inside a capacity is a number.
    const [start, end] = [from as number, to as number];
    if (array === null) return nilSlice;
    if (array.length < offset + end) this.elems.fill(array as unknown[], offset + end);
    return new Slice(array, offset + start, end - start, slice.capacity - start);
  }
}
