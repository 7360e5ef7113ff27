// Fingerprints of states: two 32-bit hashes over everything that decides what happens next, objects
// numbered by first visit from the roots in fixed order. Equal states have equal fingerprints
// whatever the history of their heaps: neither identities nor dead objects count.

import { partOf } from './array-view.ts';
import type { Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import { rootsOf } from './heap-walk.ts';
import type { Runtime } from './runtime.ts';
import { Box, Closure, Complex, Slice } from './value.ts';

/** 16 hexadecimal digits. */
export function fingerprint(runtime: Runtime): string {
  const { state } = runtime;
  const walk = new HashWalk();
  walk.number(runtime.now);
  for (const processor of state.processors) {
    for (const part of [processor.runNext, ...processor.queue.values()]) walk.number(part);
  }
  for (const goroutine of state.globalQueue.values()) walk.number(goroutine);
  if (state.processors.length > 1) hashProcessors(walk, runtime);
  walk.number(state.outputBytes);
  for (const root of rootsOf(state)) walk.value(root);
  walk.finish();
  return walk.digest();
}

/** Who is where, and how far the processors are apart. */
function hashProcessors(walk: HashWalk, { state, ticks, statements }: Runtime): void {
  for (const processor of state.processors) {
    const { id, running, found, isIdle, isSearching, waitsFor } = processor;
    walk.number(running);
    walk.number(found);
    walk.number(Number(isIdle) + 2 * Number(isSearching));
    walk.number(waitsFor);
    walk.number(id === state.active ? -1 : processor.ticks - ticks);
  }
  for (const id of state.idle) walk.number(id);
  walk.number(state.turnEnd - statements);
  walk.number(state.turnLength);
}

/** Immutable values inside one another beyond this depth (closures in closures) count by identity. */
const maxNesting = 100;

function isImmutable(object: object): object is HeapObject {
  return (
    object instanceof Slice ||
    object instanceof Box ||
    object instanceof Closure ||
    object instanceof Complex
  );
}

const floatBits = new Float64Array(1);
const floatWords = new Uint32Array(floatBits.buffer);

class HashWalk implements Hasher {
  private a = 0x811c9dc5;
  private b = 0x1b873593;
  private readonly numbers = new Map<object, number>();
  private readonly work: object[] = [];
  private next = 0;
  private depth = 0;

  private mix(bits: number): void {
    this.a = Math.imul(this.a ^ bits, 0x01000193);
    const b = Math.imul(this.b ^ bits, 0xcc9e2d51);
    this.b = (b << 15) | (b >>> 17);
  }

  number(value: number): void {
    if (Number.isInteger(value) && value <= 0x7fffffff && value >= -0x80000000) {
      this.mix(value | 0);
      return;
    }
    floatBits[0] = value;
    this.mix(floatWords[0] ?? 0);
    this.mix(floatWords[1] ?? 0);
  }

  value(value: unknown): void {
    switch (typeof value) {
      case 'number':
        this.number(value);
        return;
      case 'boolean':
        this.mix(value ? 1 : 2);
        return;
      case 'string':
        this.text(value);
        return;
      case 'bigint':
        this.text(value.toString(36));
        return;
      case 'object':
        this.reference(value);
        return;
      default:
        this.mix(3);
    }
  }

  private text(text: string): void {
    this.mix(text.length);
    for (let i = 0; i < text.length; i++) this.mix(text.charCodeAt(i));
  }

  private reference(object: object | null): void {
    if (object === null) {
      this.mix(4);
      return;
    }
    // Whether two places share an immutable value or hold equal ones cannot be told: hashed in place.
    if (isImmutable(object) && this.depth < maxNesting) {
      this.depth++;
      object.hash(this);
      this.depth--;
      return;
    }
    let number = this.numbers.get(object);
    if (number === undefined) {
      number = this.numbers.size + 1;
      this.numbers.set(object, number);
      this.work.push(object);
    }
    this.mix(number);
  }

  /** First visited, first hashed: the order does not depend on the heap. */
  finish(): void {
    for (; this.next < this.work.length; this.next++) {
      const object = this.work[this.next];
      if (object instanceof HeapObject) object.hash(this);
      else if (object !== undefined) this.array(object as ArrayLike<unknown>);
    }
  }

  private array(array: ArrayLike<unknown>): void {
    const part = partOf(array);
    if (part !== null) {
      this.value(part.array);
      this.number(part.offset);
      this.number(part.length);
      return;
    }
    this.mix(array.length);
    for (let i = 0; i < array.length; i++) this.value(array[i]);
  }

  digest(): string {
    const hex = (bits: number): string => (bits >>> 0).toString(16).padStart(8, '0');
    return hex(this.a) + hex(this.b);
  }
}
