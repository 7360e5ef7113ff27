// The immutable composite values of Go: slices, interfaces, functions, complex numbers. See
// go/ir/expression.ts for the representation of all others.

import type { Cloner, GoArray, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';

/** A window on an array. A nil slice has no array; its length and capacity are 0. */
export class Slice extends HeapObject {
  readonly array: GoArray | null;
  readonly offset: number;
  readonly length: number;
  readonly capacity: number;

  constructor(array: GoArray | null, offset: number, length: number, capacity: number) {
    super();
    this.array = array;
    this.offset = offset;
    this.length = length;
    this.capacity = capacity;
  }

  shell(): Slice {
    return new Slice(null, this.offset, this.length, this.capacity);
  }

  fill(source: Slice, cloner: Cloner): void {
    (this as { array: GoArray | null }).array = cloner.copy(source.array);
  }

  hash(hasher: Hasher): void {
    hasher.value(this.array);
    hasher.number(this.offset);
    hasher.number(this.length);
    hasher.number(this.capacity);
  }
}

export const nilSlice = new Slice(null, 0, 0, 0);

/** A non-nil interface value: dynamic type (an index of Program.types) and value. */
export class Box extends HeapObject {
  readonly type: number;
  readonly value: unknown;

  constructor(type: number, value: unknown) {
    super();
    this.type = type;
    this.value = value;
  }

  shell(): Box {
    return new Box(this.type, null);
  }

  fill(source: Box, cloner: Cloner): void {
    (this as { value: unknown }).value = cloner.copy(source.value);
  }

  hash(hasher: Hasher): void {
    hasher.number(this.type);
    hasher.value(this.value);
  }
}

/** A function value: index of Program.funcs and what the function has captured. */
export class Closure extends HeapObject {
  readonly func: number;
  readonly captures: readonly unknown[];

  constructor(func: number, captures: readonly unknown[]) {
    super();
    this.func = func;
    this.captures = captures;
  }

  shell(): Closure {
    return new Closure(this.func, []);
  }

  fill(source: Closure, cloner: Cloner): void {
    const captures = source.captures.map((capture) => cloner.copy(capture));
    (this as { captures: readonly unknown[] }).captures = captures;
  }

  hash(hasher: Hasher): void {
    hasher.number(this.func);
    for (const capture of this.captures) hasher.value(capture);
  }
}

export class Complex extends HeapObject {
  readonly re: number;
  readonly im: number;

  constructor(re: number, im: number) {
    super();
    this.re = re;
    this.im = im;
  }

  shell(): Complex {
    return new Complex(this.re, this.im);
  }

  fill(): void {}

  hash(hasher: Hasher): void {
    hasher.value(this.re);
    hasher.value(this.im);
  }
}

export const complexZero = new Complex(0, 0);
