// What is remembered of each place in memory: its last write and the reads since (FastTrack: one
// epoch is enough for nearly all of them). Invariants: a write forgets the reads it is ordered
// after; a place that has raced forgets what led there, as Go's detector does, and heeds no plain
// read any more.

import type { Clock } from './vector-clock.ts';
import { timeIn } from './vector-clock.ts';

/** Who accesses: a goroutine at a time of its own. */
export interface Accessor {
  readonly id: number;
  readonly time: number;
  readonly clock: Clock;
}

/** An access as the shadow remembers it. */
export interface Epoch {
  readonly goroutine: number;
  readonly time: number;
  /** Where: an index of the stack table. */
  readonly stack: number;
  readonly isWrite: boolean;
}

// Words of a place: goroutine, time and stack of the last write, then of the read since.
const words = 6;
const writer = 0;
const reader = 3;
/** Instead of a goroutine: several have read. */
const several = -1;
/** Instead of a goroutine: reads are not heeded. */
const unheeded = -2;

/** The places of one variable, struct, array, map or channel, by index. */
export class Shadow {
  /** Number of the object in order of first access: its address in reports. */
  readonly id: number;
  private data: Int32Array;
  private readers: Map<number, Map<number, Epoch>> | null = null;
  private atomics: Map<number, Map<number, Epoch>> | null = null;

  constructor(id: number) {
    this.id = id;
    this.data = new Int32Array(words);
  }

  /** Makes room for the place and gives its offset. */
  private at(place: number): number {
    const at = place * words;
    if (at >= this.data.length) {
      const larger = new Int32Array(Math.max(at + words, 2 * this.data.length));
      larger.set(this.data);
      this.data = larger;
    }
    return at;
  }

  /** Records a read; the write it races with, if any. */
  read(place: number, by: Accessor, stack: () => number): Epoch | null {
    const at = this.at(place);
    const { data } = this;
    const { id, time } = by;
    if (data[at + reader] === unheeded) return null;
    if (data[at + reader] === id && data[at + reader + 1] === time) return null;
    if (data[at] === id && data[at + 1] === time) return null;
    const conflict = this.lastWrite(at, by) ?? this.atomic(place, by, true);
    if (conflict !== null) {
      this.forget(place, at);
      return conflict;
    }
    const last = data[at + reader] ?? 0;
    const isSuperseded =
      last === 0 ||
      last === id ||
      (last > 0 && timeIn(by.clock, last) >= (data[at + reader + 1] ?? 0));
    if (isSuperseded) this.set(at + reader, by, stack());
    else this.share(place, at, { goroutine: id, time, stack: stack(), isWrite: false });
    return null;
  }

  /** Records a write; the access it races with, if any. */
  write(place: number, by: Accessor, stack: () => number): Epoch | null {
    const at = this.at(place);
    const { data } = this;
    const readBy = data[at + reader];
    const isOwn = readBy === 0 || readBy === unheeded || readBy === by.id;
    if (isOwn && data[at] === by.id && data[at + 1] === by.time) return null;
    const conflict =
      this.lastWrite(at, by) ?? this.lastRead(place, at, by) ?? this.atomic(place, by, false);
    if (conflict !== null) {
      this.forget(place, at);
      return conflict;
    }
    this.set(at, by, stack());
    if (data[at + reader] !== unheeded) data[at + reader] = 0;
    this.readers?.delete(place);
    return null;
  }

  /** Records an atomic access, which races with plain ones only. */
  accessAtomically(
    place: number,
    by: Accessor,
    isWrite: boolean,
    stack: () => number,
  ): Epoch | null {
    const at = this.at(place);
    const conflict = this.lastWrite(at, by) ?? (isWrite ? this.lastRead(place, at, by) : null);
    if (conflict !== null) {
      this.forget(place, at);
      return conflict;
    }
    this.atomics ??= new Map();
    const known = this.atomics.get(place) ?? new Map<number, Epoch>();
    this.atomics.set(place, known);
    const key = 2 * by.id + Number(isWrite);
    known.set(key, { goroutine: by.id, time: by.time, stack: stack(), isWrite });
    return null;
  }

  private set(at: number, by: Accessor, stack: number): void {
    this.data[at] = by.id;
    this.data[at + 1] = by.time;
    this.data[at + 2] = stack;
  }

  private epoch(at: number, isWrite: boolean): Epoch {
    const [goroutine = 0, time = 0, stack = 0] = this.data.subarray(at, at + 3);
    return { goroutine, time, stack, isWrite };
  }

  private lastWrite(at: number, by: Accessor): Epoch | null {
    const goroutine = this.data[at + writer] ?? 0;
    if (goroutine === 0 || goroutine === by.id) return null;
    return timeIn(by.clock, goroutine) >= (this.data[at + 1] ?? 0) ? null : this.epoch(at, true);
  }

  private lastRead(place: number, at: number, by: Accessor): Epoch | null {
    const goroutine = this.data[at + reader] ?? 0;
    if (goroutine === several) return unordered(this.readers?.get(place), by, false);
    if (goroutine <= 0 || goroutine === by.id) return null;
    const time = this.data[at + reader + 1] ?? 0;
    return timeIn(by.clock, goroutine) >= time ? null : this.epoch(at + reader, false);
  }

  private atomic(place: number, by: Accessor, writesOnly: boolean): Epoch | null {
    return this.atomics === null ? null : unordered(this.atomics.get(place), by, writesOnly);
  }

  /** Several goroutines have read, in no order. */
  private share(place: number, at: number, epoch: Epoch): void {
    this.readers ??= new Map();
    const known = this.readers.get(place) ?? new Map<number, Epoch>();
    this.readers.set(place, known);
    if (this.data[at + reader] !== several) {
      const first = this.epoch(at + reader, false);
      known.set(first.goroutine, first);
      this.data[at + reader] = several;
    }
    known.set(epoch.goroutine, epoch);
  }

  private forget(place: number, at: number): void {
    this.data.fill(0, at, at + words);
    this.data[at + reader] = unheeded;
    this.readers?.delete(place);
    this.atomics?.delete(place);
  }
}

function unordered(
  epochs: ReadonlyMap<number, Epoch> | undefined,
  by: Accessor,
  writesOnly: boolean,
): Epoch | null {
  if (epochs === undefined) return null;
  for (const epoch of epochs.values()) {
    if (epoch.goroutine === by.id || (writesOnly && !epoch.isWrite)) continue;
    if (timeIn(by.clock, epoch.goroutine) < epoch.time) return epoch;
  }
  return null;
}
