// What every object of the Go heap can do besides what Go does with it: be cloned with its identity
// kept, and be put into a fingerprint. Invariants: cloning and hashing never recurse: `fill` and
// `hash` hand their references to the visitor, which keeps a work list, so that a list of a million
// nodes does not overflow the host's stack; `identity` is 0 until somebody asks for an address.

/** Copies references within one clone operation; everything but heap objects is returned as is. */
export interface Cloner {
  copy<T>(reference: T): T;
}

/** Receives the parts of an object in a fixed order. */
export interface Hasher {
  /** A Go value: primitive, or a reference that is hashed by order of first visit. */
  value(value: unknown): void;
  /** A number that is no Go value (length, state, count). */
  number(value: number): void;
}

/** Base of all heap objects. Arrays (plain and typed) are the only heap objects without it. */
export abstract class HeapObject {
  /** Number behind the address that %p shows; a clone keeps it, a copied Go value does not. */
  identity: number;

  constructor() {
    this.identity = 0;
  }

  /** A new object of the same class, to be filled. */
  abstract shell(): HeapObject;
  /** Takes over all fields of `source`, an object of the same class. */
  abstract fill(source: HeapObject, cloner: Cloner): void;
  abstract hash(hasher: Hasher): void;
}

/** An array of Go elements: plain for references and 64-bit ints, typed for the rest. */
export type GoArray =
  | unknown[]
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** A struct: fields f0, f1, … Its classes are generated, one per type. */
export abstract class StructObject extends HeapObject {
  [field: `f${number}`]: unknown;
  /** A field by its number: names that are put together are slow. */
  abstract at(field: number): unknown;
  abstract put(field: number, value: unknown): void;
}
