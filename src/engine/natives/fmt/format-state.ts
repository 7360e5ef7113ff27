// One formatting directive at work: its flags, width and precision, and the output so far.
// Invariants follow fmt/format.go: output is a byte string; width counts runes; zero padding only
// to the left; flags are those of the current directive and are cleared for the next one.

import { runeCount } from '../../base/utf8.ts';

export class FormatState {
  output = '';
  width = 0;
  precision = 0;
  hasWidth = false;
  hasPrecision = false;
  minus = false;
  plus = false;
  sharp = false;
  space = false;
  zero = false;
  /** %+v and %#v: the flags mean another form of %v, not a sign or prefix. */
  plusV = false;
  sharpV = false;

  clearFlags(): void {
    this.width = 0;
    this.precision = 0;
    this.hasWidth = false;
    this.hasPrecision = false;
    this.minus = false;
    this.plus = false;
    this.sharp = false;
    this.space = false;
    this.zero = false;
    this.plusV = false;
    this.sharpV = false;
  }

  write(bytes: string): void {
    this.output += bytes;
  }

  /** Writes `bytes` padded to the width on the left, or on the right with the minus flag. */
  pad(bytes: string): void {
    if (!this.hasWidth || this.width === 0) {
      this.output += bytes;
      return;
    }
    const count = this.width - runeCount(bytes);
    if (this.minus) {
      this.output += bytes;
      this.writePadding(count);
    } else {
      this.writePadding(count);
      this.output += bytes;
    }
  }

  writePadding(count: number): void {
    if (count > 0) this.output += (this.zero && !this.minus ? '0' : ' ').repeat(count);
  }

  /** Runs `body` with the zero flag off: signs and digits have used it up already. */
  withoutZero(body: () => void): void {
    const zero = this.zero;
    this.zero = false;
    body();
    this.zero = zero;
  }
}
