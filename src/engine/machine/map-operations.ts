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
  /** Equal keys may differ: 0 and -0. What is stored last is kept. */
  private readonly updatesKeys: boolean;

  constructor(host: OperationsHost, type: MapRuntimeType) {
    super(host, type);
    this.keyOperations = host.operations(type.key);
    this.elemOperations = host.operations(type.elem);
    this.isPlainKey = isPlainKind(host.types.type(type.key).kind);
    this.updatesKeys = needsKeyUpdate(host, type.key);
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
    const encoded = this.encode(key);
    const own = this.keyOperations.copy(key);
    map.set(encoded, own, value);
    if (this.updatesKeys) map.keys[map.find(encoded)] = own;
  }

  remove(map: GoMap | null, key: unknown): void {
    if (map === null || map.count === 0) this.checkHashable(key);
    else map.delete(this.encode(key));
  }

  clear(map: GoMap | null): void {
    map?.clear();
  }
}

/** Whether a part of the key can be a signed zero (runtime: needkeyupdate). */
function needsKeyUpdate(host: OperationsHost, id: number): boolean {
  const type = host.types.type(id);
  switch (type.kind) {
    case 'float32':
    case 'float64':
    case 'complex64':
    case 'complex128':
    case 'interface':
      return true;
    case 'array':
      return needsKeyUpdate(host, type.elem);
    case 'struct':
      return type.fields.some((field) => needsKeyUpdate(host, field.type));
    default:
      return false;
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
