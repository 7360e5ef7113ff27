// The keys of a sync.Map as parts that order memory each by itself: who loads what was stored under a
// key comes after who stored it, and after nobody else. Invariant: equal keys are the same part.

import type { EncodedKey } from '../machine/go-map.ts';
import type { Runtime } from '../machine/runtime.ts';
import type { Box } from '../machine/value.ts';

/** The part that Clear releases. */
export const wholeMap = 0;

export class SyncMapKeys {
  private readonly parts = new WeakMap<object, Map<EncodedKey, number>>();

  /** Of a key of interface type `type`. Panics in Go if the key has no hash. */
  partOf(map: object, runtime: Runtime, key: Box | null, type: number): number {
    const known = this.parts.get(map) ?? new Map<EncodedKey, number>();
    this.parts.set(map, known);
    const encoded = runtime.support.operations(type).key(key);
    const part = known.get(encoded) ?? known.size + 1;
    known.set(encoded, part);
    return part;
  }
}
