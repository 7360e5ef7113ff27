// A table by small positive ids that is cheap to copy: rows live in chunks which copies share until
// one of them writes. Checkpoints of long runs cost one pointer per 32 rows plus what changed.
// Invariants: a published table never changes; iteration is by ascending id.

const chunkBits = 5;
const chunkSize = 1 << chunkBits;
const chunkMask = chunkSize - 1;

type Chunk<V> = (V | undefined)[];

/** A row that its builder may still change. */
export type Writable<V> = { -readonly [K in keyof V]: V[K] };

/** A frozen table. It is a ReadonlyMap, so that readers need not know what it is. */
export class Table<K extends number, V> implements ReadonlyMap<K, V> {
  readonly chunks: readonly (Chunk<V> | undefined)[];
  readonly size: number;

  constructor(chunks: readonly (Chunk<V> | undefined)[], size: number) {
    this.chunks = chunks;
    this.size = size;
  }

  get(id: K): V | undefined {
    return this.chunks[id >> chunkBits]?.[id & chunkMask];
  }

  has(id: K): boolean {
    return this.get(id) !== undefined;
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  *entries(): MapIterator<[K, V]> {
    for (let i = 0; i < this.chunks.length; i++) {
      const chunk = this.chunks[i];
      if (chunk === undefined) continue;
      for (let j = 0; j < chunkSize; j++) {
        const row = chunk[j];
        // The index is the id by construction: ids go in as K and nothing else does.
        if (row !== undefined) yield [(i * chunkSize + j) as K, row];
      }
    }
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, row] of this.entries()) yield row;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
}

/**
 * A table being written. `freeze` publishes it in O(rows / 32) and writing may go on: rows that have
 * not been published are changed in place, others are copied first.
 */
export class TableBuilder<K extends number, V extends object> {
  private chunks: (Chunk<V> | undefined)[];
  private owned = new Set<number>();
  /** Rows that nobody else knows. */
  private fresh = new Set<K>();
  private rowCount: number;

  constructor(from: ReadonlyMap<K, V> | null = null) {
    this.chunks = [];
    this.rowCount = 0;
    if (from instanceof Table) {
      this.chunks = [...from.chunks];
      this.rowCount = from.size;
    } else if (from !== null) {
      for (const [key, value] of from) this.set(key, value);
      this.fresh.clear();
    }
  }

  get(id: K): V | undefined {
    return this.chunks[id >> chunkBits]?.[id & chunkMask];
  }

  /** The row, to be changed in place. */
  edit(id: K): Writable<V> | undefined {
    const row = this.get(id);
    if (row === undefined || this.fresh.has(id)) return row;
    const copy = { ...row };
    this.set(id, copy);
    return copy;
  }

  /** Puts in a row that nobody else keeps. */
  set(id: K, value: V): void {
    const index = id >> chunkBits;
    let chunk = this.chunks[index];
    if (chunk === undefined || !this.owned.has(index)) {
      chunk = chunk === undefined ? [] : [...chunk];
      while (this.chunks.length < index) this.chunks.push(undefined);
      this.chunks[index] = chunk;
      this.owned.add(index);
    }
    const slot = id & chunkMask;
    while (chunk.length < slot) chunk.push(undefined);
    if (chunk[slot] === undefined) this.rowCount += 1;
    chunk[slot] = value;
    this.fresh.add(id);
  }

  freeze(): Table<K, V> {
    this.owned.clear();
    this.fresh.clear();
    return new Table<K, V>([...this.chunks], this.rowCount);
  }
}
