// Operations on maps of one type.

import type { MapRuntimeType } from '../go/ir/runtime-type.ts';
import type { EncodedKey, GoMap } from './go-map.ts';
import { GoPanic, plainErrorPanic } from './go-panic.ts';
import type { OperationsHost } from './operations.ts';
import { Operations } from './operations.ts';

export class MapOperations extends Operations {
  private readonly keyOperations: Operations;
  private readonly elemOperations: Operations;
  /** The representation of the key is its own encoding. */
  private readonly isPlainKey: boolean;

  constructor(host: OperationsHost, type: MapRuntimeType) {
    super(host, type);
    this.keyOperations = host.operations(type.key);
    this.elemOperations = host.operations(type.elem);
    this.isPlainKey = isPlainKind(host.types.type(type.key).kind);
  }

  private encode(key: unknown): EncodedKey {
    return this.isPlainKey ? (key as EncodedKey) : this.keyOperations.key(key);
  }

  /** m[key]: the value itself, or a zero value. */
  get(map: GoMap | null, key: unknown): unknown {
    const slot = this.find(map, key);
    return slot < 0 || map === null ? this.elemOperations.zero() : map.values[slot];
  }

  /** The slot of a key, -1 when it is absent. Panics on an unhashable key even in a nil map. */
  find(map: GoMap | null, key: unknown): number {
    if (map === null || map.count === 0) {
      this.checkHashable(key);
      return -1;
    }
    return map.find(this.encode(key));
  }

  /** In an empty map Go only looks whether the key could be hashed, and says so in other words. */
  private checkHashable(key: unknown): void {
    if (this.isPlainKey) return;
    try {
      this.encode(key);
    } catch (thrown) {
      if (!(thrown instanceof GoPanic)) throw thrown;
      plainErrorPanic(thrown.text.replace('unhashable type ', 'unhashable type: '));
    }
  }

  store(map: GoMap | null, key: unknown, value: unknown): void {
    if (map === null) plainErrorPanic('assignment to entry in nil map');
    map.set(this.encode(key), this.keyOperations.copy(key), value);
  }

  remove(map: GoMap | null, key: unknown): void {
    if (map === null || map.count === 0) this.checkHashable(key);
    else map.delete(this.encode(key));
  }

  clear(map: GoMap | null): void {
    map?.clear();
  }
}

function isPlainKind(kind: string): boolean {
  switch (kind) {
    case 'bool':
    case 'string':
    case 'int':
    case 'int8':
    case 'int16':
    case 'int32':
    case 'int64':
    case 'uint':
    case 'uint8':
    case 'uint16':
    case 'uint32':
    case 'uint64':
    case 'uintptr':
      return true;
    default:
      return false;
  }
}
