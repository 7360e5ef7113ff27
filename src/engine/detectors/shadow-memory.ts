// The shadows of all objects that were accessed. Invariants: a view of an array has the array's
// shadow; shadows do not keep their objects alive; entries of a map are numbered by key, place 0 is
// the map itself.

import { partOf } from '../machine/array-view.ts';
import type { EncodedKey, GoMap } from '../machine/go-map.ts';
import type { Runtime } from '../machine/runtime.ts';
import { Shadow } from './shadow.ts';

/** A place in memory. */
export interface ShadowPlace {
  readonly object: object;
  readonly shadow: Shadow;
  readonly place: number;
  /** Of a map's entry. */
  readonly key?: unknown;
}

/** Keys by which entries are told apart; the others would need an address of their own. */
const plainKeys = ['string', 'bool', 'int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint8'];

export class ShadowMemory {
  private readonly shadows = new WeakMap<object, Shadow>();
  /** Numbers of a map's entries. */
  private readonly entries = new WeakMap<GoMap, Map<EncodedKey, number>>();
  private lastId = 0;

  /** Place `index` of an object: a field, an element, or the variable itself. */
  at(object: object, index: number): ShadowPlace {
    const shadow = this.shadows.get(object);
    if (shadow !== undefined) return { object, shadow, place: index };
    const part = Array.isArray(object) ? partOf(object) : null;
    if (part !== null) return this.at(part.array, part.offset + index);
    return { object, shadow: this.add(object), place: index };
  }

  private add(object: object): Shadow {
    const made = new Shadow(++this.lastId);
    this.shadows.set(object, made);
    return made;
  }

  /**
   * The entry of a key in a map of a type; null when the key is of no plain type, or to be read but
   * not there.
   */
  entry(
    runtime: Runtime,
    map: GoMap,
    type: number,
    key: unknown,
    isWrite: boolean,
  ): ShadowPlace | null {
    const described = runtime.type(type);
    if (described.kind !== 'map') return null;
    if (!plainKeys.includes(runtime.type(described.key).kind)) return null;
    const encoded = runtime.support.operations(described.key).key(key);
    if (!isWrite && map.find(encoded) < 0) return null;
    const known = this.entries.get(map) ?? new Map<EncodedKey, number>();
    this.entries.set(map, known);
    const place = known.get(encoded) ?? known.size + 1;
    known.set(encoded, place);
    return { ...this.at(map, place), key };
  }
}
