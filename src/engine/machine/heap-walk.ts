// Walks over everything that a state refers to, each object once, in a fixed order. Measuring the
// heap and taking fingerprints are such walks. Iterative: depth of data does not matter.

import type { Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import type { MachineState } from './state.ts';

/** Everything reachable objects are reachable from. */
export function rootsOf(state: MachineState): readonly unknown[] {
  const timers = [state.timers, ...state.bubbleTimers.values()];
  return [...state.globals, ...state.living(), ...timers, ...state.syncObjects.values()];
}

/** Bytes of the Go heap, estimated, and the number of its objects; counts no further than `limit`. */
export function heapSize(
  state: MachineState,
  limit = Number.POSITIVE_INFINITY,
): { readonly bytes: number; readonly objects: number } {
  const walk = new SizeWalk(limit);
  for (const root of rootsOf(state)) walk.value(root);
  walk.finish();
  return { bytes: walk.bytes, objects: walk.seen.size };
}

const objectBytes = 48;

class SizeWalk implements Hasher {
  bytes = 0;
  private readonly limit: number;
  readonly seen = new Set<object>();
  private readonly work: object[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  value(value: unknown): void {
    this.bytes += 8;
    if (typeof value === 'string') this.bytes += value.length;
    else if (typeof value === 'bigint') this.bytes += 24;
    else if (typeof value === 'object' && value !== null && !this.seen.has(value)) {
      this.seen.add(value);
      this.work.push(value);
    }
  }

  number(): void {
    this.bytes += 8;
  }

  finish(): void {
    for (let object = this.work.pop(); object !== undefined; object = this.work.pop()) {
      this.bytes += objectBytes;
      if (this.bytes > this.limit) return;
      if (object instanceof HeapObject) object.hash(this);
      else if (ArrayBuffer.isView(object)) this.bytes += object.byteLength;
      else if (Array.isArray(object)) {
        this.bytes += 8 * object.length;
        if (holdsReferences(object)) for (const element of object) this.value(element);
      }
    }
  }
}

/** The first element tells: arrays hold values of one representation (64-bit ints: two). */
function holdsReferences(array: readonly unknown[]): boolean {
  const [first] = array;
  return array.length > 0 && typeof first !== 'number';
}
