// Go's map. Invariants: a slot holds one entry or is free; an entry keeps its slot while it lives,
// so that an iteration that walks the slots once meets every entry at most once, and every entry
// that is there throughout exactly once; `index` maps the encoded key (a JS primitive) to the slot.

import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';

/** A key as JS compares keys: equal Go keys have equal encodings. */
export type EncodedKey = string | number | bigint | boolean;

const freeSlot = Symbol('free slot');

export class GoMap extends HeapObject {
  readonly keys: unknown[] = [];
  readonly values: unknown[] = [];
  private encoded: EncodedKey[] = [];
  private index = new Map<EncodedKey, number>();
  private free: number[] = [];

  get count(): number {
    return this.index.size;
  }

  /** Slots to walk for an iteration; some may be free. */
  get slotCount(): number {
    return this.keys.length;
  }

  /** The slot of a key, -1 when it is absent. */
  find(encoded: EncodedKey): number {
    return this.index.get(encoded) ?? -1;
  }

  isFree(slot: number): boolean {
    return this.keys[slot] === freeSlot;
  }

  /** m[key] = value; `key` is a value of its own (a copied struct). */
  set(encoded: EncodedKey, key: unknown, value: unknown): void {
    const known = this.index.get(encoded);
    if (known !== undefined) {
      this.values[known] = value;
      return;
    }
    const slot = this.free.pop() ?? this.keys.length;
    this.keys[slot] = key;
    this.values[slot] = value;
    this.encoded[slot] = encoded;
    this.index.set(encoded, slot);
  }

  delete(encoded: EncodedKey): void {
    const slot = this.index.get(encoded);
    if (slot === undefined) return;
    this.index.delete(encoded);
    this.release(slot);
  }

  clear(): void {
    this.index.clear();
    for (let slot = this.keys.length - 1; slot >= 0; slot--) {
      if (!this.isFree(slot)) this.release(slot);
    }
  }

  /** Live entries in slot order. */
  entries(): readonly (readonly [unknown, unknown])[] {
    const entries: (readonly [unknown, unknown])[] = [];
    for (let slot = 0; slot < this.keys.length; slot++) {
      if (!this.isFree(slot)) entries.push([this.keys[slot], this.values[slot]]);
    }
    return entries;
  }

  private release(slot: number): void {
    this.keys[slot] = freeSlot;
    this.values[slot] = undefined;
    this.encoded[slot] = false;
    this.free.push(slot);
  }

  shell(): GoMap {
    return new GoMap();
  }

  fill(source: GoMap, cloner: Cloner): void {
    this.identity = source.identity;
    for (let slot = 0; slot < source.keys.length; slot++) {
      this.keys.push(cloner.copy(source.keys[slot]));
      this.values.push(cloner.copy(source.values[slot]));
    }
    this.encoded = source.encoded.slice();
    this.index = new Map(source.index);
    this.free = source.free.slice();
  }

  hash(hasher: Hasher): void {
    hasher.number(this.count);
    for (let slot = 0; slot < this.keys.length; slot++) {
      if (this.isFree(slot)) hasher.number(-1);
      else {
        hasher.value(this.keys[slot]);
        hasher.value(this.values[slot]);
      }
    }
  }
}

/** The state of a range over a map: it starts at some slot and walks all of them once. */
export class MapIterator extends HeapObject {
  readonly map: GoMap | null;
  private start: number;
  private visited = 0;
  /** Slots there were at the start; later ones may be skipped. */
  private readonly total: number;
  slot = -1;

  constructor(map: GoMap | null, start: number) {
    super();
    this.map = map;
    this.start = start;
    this.total = map === null ? 0 : map.slotCount;
  }

  /** Moves to the next live entry; its slot is then in `slot`. */
  next(): boolean {
    const map = this.map;
    if (map === null) return false;
    while (this.visited < this.total) {
      const slot = (this.start + this.visited) % this.total;
      this.visited++;
      if (!map.isFree(slot)) {
        this.slot = slot;
        return true;
      }
    }
    return false;
  }

  shell(): MapIterator {
    return Object.create(MapIterator.prototype) as MapIterator;
  }

  fill(source: MapIterator, cloner: Cloner): void {
    Object.assign(this, source);
    (this as { map: GoMap | null }).map = cloner.copy(source.map);
  }

  hash(hasher: Hasher): void {
    hasher.value(this.map);
    for (const part of [this.start, this.visited, this.total]) hasher.number(part);
  }
}
