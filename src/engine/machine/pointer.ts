// Pointers to what is not a struct or an array: objects with a property `v` that is the variable.
// Two pointers to one field or element are equal though they are two objects: `samePlace`.

import { elementPlace } from './array-view.ts';
import type { Cloner, GoArray, Hasher } from './heap-object.ts';
import { HeapObject, type StructObject } from './heap-object.ts';

/** A pointer to a variable of a type other than struct and array. */
export interface Pointer {
  v: unknown;
}

/** A variable of its own: captured, address-taken, made by new, or a package variable. */
export class Cell extends HeapObject implements Pointer {
  v: unknown;

  constructor(v: unknown) {
    super();
    this.v = v;
  }

  shell(): Cell {
    return new Cell(null);
  }

  fill(source: Cell, cloner: Cloner): void {
    this.identity = source.identity;
    this.v = cloner.copy(source.v);
  }

  hash(hasher: Hasher): void {
    hasher.value(this.v);
  }
}

/** &s.f for a field that is not itself a struct or array. */
export class FieldPointer extends HeapObject implements Pointer {
  readonly object: StructObject;
  readonly field: number;

  constructor(object: StructObject, field: number) {
    super();
    this.object = object;
    this.field = field;
  }

  get v(): unknown {
    return this.object.at(this.field);
  }

  set v(value: unknown) {
    this.object.put(this.field, value);
  }

  shell(): FieldPointer {
    return new FieldPointer(this.object, this.field);
  }

  fill(source: FieldPointer, cloner: Cloner): void {
    (this as { object: StructObject }).object = cloner.copy(source.object);
  }

  hash(hasher: Hasher): void {
    hasher.value(this.object);
    hasher.number(this.field);
  }
}

/** &a[i] for an element that is not itself a struct or array. */
export class ElementPointer extends HeapObject implements Pointer {
  readonly array: GoArray;
  readonly index: number;
  /** Bool elements are kept as 0 and 1. */
  readonly isBool: boolean;

  constructor(array: GoArray, index: number, isBool: boolean) {
    super();
    this.array = array;
    this.index = index;
    this.isBool = isBool;
  }

  get v(): unknown {
    const element: unknown = this.array[this.index];
    return this.isBool ? element !== 0 : element;
  }

  set v(value: unknown) {
    (this.array as unknown[])[this.index] = this.isBool ? Number(value) : value;
  }

  shell(): ElementPointer {
    return new ElementPointer(this.array, this.index, this.isBool);
  }

  fill(source: ElementPointer, cloner: Cloner): void {
    (this as { array: GoArray }).array = cloner.copy(source.array);
  }

  hash(hasher: Hasher): void {
    hasher.value(this.array);
    hasher.number(this.index);
  }
}

/** Pointer equality: the same variable, however the pointers were made. */
export function samePlace(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof FieldPointer && b instanceof FieldPointer) {
    return a.object === b.object && a.field === b.field;
  }
  if (a instanceof ElementPointer && b instanceof ElementPointer) {
    if (a.array === b.array) return a.index === b.index;
    const [one, other] = [elementPlace(a.array, a.index), elementPlace(b.array, b.index)];
    return one.array === other.array && one.index === other.index;
  }
  return false;
}
