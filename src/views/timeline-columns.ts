// Columns that grow: what a long history is kept in, a few bytes for each entry.

import { goroutineModes, type GoroutineMode } from './goroutine-look.ts';

/** A growing list of 32-bit integers. */
export class Int32List {
  private data = new Int32Array(16);
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** The last entry; -1 if there is none. */
  get last(): number {
    return this.count === 0 ? -1 : (this.data[this.count - 1] ?? -1);
  }

  at(index: number): number {
    return this.data[index] ?? 0;
  }

  push(value: number): void {
    if (this.count === this.data.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.count] = value;
    this.count += 1;
  }

  replaceLast(value: number): void {
    this.data[this.count - 1] = value;
  }

  pop(): void {
    this.count = Math.max(this.count - 1, 0);
  }

  /** Index of the first entry that is at least `value`, in an ascending list. */
  lowerBound(value: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.data[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Index of the last entry that is at most `value`; -1 if there is none. */
  floorIndex(value: number): number {
    return this.lowerBound(value + 1) - 1;
  }
}

const modeNames = goroutineModes();
const modeCodes = new Map(modeNames.map((mode, code) => [mode, code]));

/** What a goroutine did when: from `start(i)` until `start(i + 1)` it was in `mode(i)`. */
export class ModeRuns {
  private readonly starts = new Int32List();
  private readonly codes = new Int32List();

  get length(): number {
    return this.starts.length;
  }

  get lastStart(): number {
    return this.starts.last;
  }

  get lastMode(): GoroutineMode | null {
    return this.length === 0 ? null : this.mode(this.length - 1);
  }

  start(index: number): number {
    return this.starts.at(index);
  }

  mode(index: number): GoroutineMode {
    return modeNames[this.codes.at(index)] ?? 'finished';
  }

  /** From `step` on. A second word about the same step replaces the first. */
  push(step: number, mode: GoroutineMode): void {
    const code = modeCodes.get(mode) ?? 0;
    if (this.length > 0 && this.starts.last >= step) {
      this.codes.replaceLast(code);
      if (this.length > 1 && this.codes.at(this.length - 2) === code) {
        this.starts.pop();
        this.codes.pop();
      }
      return;
    }
    if (this.length > 0 && this.codes.last === code) return;
    this.starts.push(step);
    this.codes.push(code);
  }

  /** The run that holds `step`; -1 before the first. */
  indexAt(step: number): number {
    return this.starts.floorIndex(step);
  }
}
