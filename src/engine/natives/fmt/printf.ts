// The entry points of formatting: Printf's directives, Print and Println (fmt/print.go doPrintf,
// doPrint, doPrintln). Texts are byte strings.

import { decodeRunePacked, packedSize } from '../../base/utf8.ts';
import type { BoxedValue, FormatHost } from './format-host.ts';
import { Printer } from './print-value.ts';

type Operands = readonly (BoxedValue | null)[];

/** Sprintf; `wrapped` lists the operands of %w when `wraps` is set (Errorf). */
export function sprintf(
  host: FormatHost,
  format: string,
  operands: Operands,
  wraps = false,
): { readonly text: string; readonly wrapped: readonly number[] } {
  const printer = new Printer(host);
  printer.wraps = wraps;
  new Directives(printer, format, operands).run();
  return { text: printer.state.output, wrapped: printer.wrapped };
}

/** Sprint: a space between operands when neither is a string. */
export function sprint(host: FormatHost, operands: Operands): string {
  const printer = new Printer(host);
  let previousIsString = false;
  for (const [index, operand] of operands.entries()) {
    const isString = operand !== null && host.type(operand.type).kind === 'string';
    if (index > 0 && !isString && !previousIsString) printer.state.write(' ');
    printer.printOperand(operand, 'v');
    previousIsString = isString;
  }
  return printer.state.output;
}

/** Sprintln: always a space between operands, and a newline. */
export function sprintln(host: FormatHost, operands: Operands): string {
  const printer = new Printer(host);
  for (const [index, operand] of operands.entries()) {
    if (index > 0) printer.state.write(' ');
    printer.printOperand(operand, 'v');
  }
  return `${printer.state.output}\n`;
}

const HUGE = 1e6;

/** One pass over a format string. */
class Directives {
  private readonly printer: Printer;
  private readonly format: string;
  private readonly operands: Operands;
  private position = 0;
  private operandIndex = 0;
  /** An explicit index [n] was used: extra operands are no longer an error. */
  private reordered = false;
  private afterIndex = false;
  private goodIndex = true;

  constructor(printer: Printer, format: string, operands: Operands) {
    this.printer = printer;
    this.format = format;
    this.operands = operands;
  }

  run(): void {
    const { format, printer } = this;
    while (this.position < format.length) {
      const percent = format.indexOf('%', this.position);
      const textEnd = percent < 0 ? format.length : percent;
      printer.state.write(format.slice(this.position, textEnd));
      if (percent < 0) break;
      this.position = percent + 1;
      this.directive();
    }
    if (!this.reordered && this.operandIndex < this.operands.length) this.extraOperands();
  }

  private directive(): void {
    const { state } = this.printer;
    state.clearFlags();
    this.goodIndex = true;
    this.afterIndex = false;
    this.flags();
    this.argumentIndex();
    this.width();
    this.precision();
    if (!this.afterIndex) this.argumentIndex();
    if (this.position >= this.format.length) {
      state.write('%!(NOVERB)');
      return;
    }
    const size = packedSize(decodeRunePacked(this.format, this.position));
    const verb = this.format.slice(this.position, this.position + size);
    this.position += size;
    if (verb === '%') {
      state.write('%');
    } else if (!this.goodIndex) {
      state.write(`%!${verb}(BADINDEX)`);
    } else if (this.operandIndex >= this.operands.length) {
      state.write(`%!${verb}(MISSING)`);
    } else {
      this.operand(verb);
    }
  }

  private operand(verb: string): void {
    const { state, wrapped } = this.printer;
    if (verb === 'w') wrapped.push(this.operandIndex);
    if (verb === 'v' || verb === 'w') {
      state.sharpV = state.sharp;
      state.sharp = false;
      state.plusV = state.plus;
      state.plus = false;
    }
    this.printer.printOperand(this.operands[this.operandIndex] ?? null, verb);
    this.operandIndex++;
  }

  private flags(): void {
    const { state } = this.printer;
    for (; this.position < this.format.length; this.position++) {
      const flag = this.format.charAt(this.position);
      if (flag === '#') state.sharp = true;
      else if (flag === '0') state.zero = true;
      else if (flag === '+') state.plus = true;
      else if (flag === '-') state.minus = true;
      else if (flag === ' ') state.space = true;
      else return;
    }
  }

  private width(): void {
    const { state } = this.printer;
    if (this.format.charAt(this.position) === '*') {
      this.position++;
      const width = this.integerOperand();
      if (width === null) {
        state.write('%!(BADWIDTH)');
        state.hasWidth = false;
      } else {
        state.hasWidth = true;
        state.width = Math.abs(width);
        if (width < 0) state.minus = true;
      }
      this.afterIndex = false;
      return;
    }
    const width = this.number(this.format.length);
    if (width === null) return;
    state.hasWidth = true;
    state.width = width;
    // "%[3]2d": an index must stand right before the verb or the *.
    if (this.afterIndex) this.goodIndex = false;
  }

  private precision(): void {
    const { state } = this.printer;
    // A point at the very end is a verb.
    if (this.format.charAt(this.position) !== '.') return;
    if (this.position + 1 >= this.format.length) return;
    this.position++;
    if (this.afterIndex) this.goodIndex = false;
    this.argumentIndex();
    if (this.format.charAt(this.position) === '*') {
      this.position++;
      const precision = this.integerOperand();
      if (precision === null || precision < 0) {
        state.hasPrecision = false;
        state.precision = 0;
        state.write('%!(BADPREC)');
      } else {
        state.hasPrecision = true;
        state.precision = precision;
      }
      this.afterIndex = false;
      return;
    }
    state.hasPrecision = true;
    state.precision = this.number(this.format.length) ?? 0;
  }

  /** [n]: the next operand is number n, from 1 (parseArgNumber). */
  private argumentIndex(): void {
    this.afterIndex = false;
    const { format } = this;
    if (format.charAt(this.position) !== '[') return;
    this.reordered = true;
    const close = format.indexOf(']', this.position);
    if (close < 0 || format.length - this.position < 3) {
      this.goodIndex = false;
      this.position++;
      return;
    }
    this.position++;
    const index = this.number(close);
    const isNumber = index !== null && this.position === close;
    this.position = close + 1;
    this.afterIndex = isNumber;
    if (isNumber && index >= 1 && index <= this.operands.length) this.operandIndex = index - 1;
    else this.goodIndex = false;
  }

  /**
   * The number at the position, before `end`; null if there is none. What is far too large takes
   * all up to the end with it (parsenum).
   */
  private number(end: number): number | null {
    const { format } = this;
    let value: number | null = null;
    for (; this.position < end; this.position++) {
      const digit = format.charCodeAt(this.position) - 0x30;
      if (digit < 0 || digit > 9) break;
      if ((value ?? 0) > HUGE) {
        this.position = end;
        return null;
      }
      value = (value ?? 0) * 10 + digit;
    }
    return value;
  }

  /** The operand for a *, or null if it is missing or no usable integer. */
  private integerOperand(): number | null {
    const operand = this.operands[this.operandIndex];
    if (this.operandIndex >= this.operands.length) return null;
    this.operandIndex++;
    if (operand === null || operand === undefined) return null;
    const { kind } = this.printer.host.type(operand.type);
    if (!/^u?int/.test(kind)) return null;
    const value = Number(operand.value);
    return Math.abs(value) > HUGE ? null : value;
  }

  private extraOperands(): void {
    const { printer } = this;
    printer.state.clearFlags();
    printer.state.write('%!(EXTRA ');
    for (const [index, operand] of this.operands.slice(this.operandIndex).entries()) {
      if (index > 0) printer.state.write(', ');
      if (operand === null) {
        printer.state.write('<nil>');
      } else {
        printer.state.write(`${printer.host.type(operand.type).string}=`);
        printer.printOperand(operand, 'v');
      }
    }
    printer.state.write(')');
  }
}
