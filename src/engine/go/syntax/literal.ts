// Scanning of number, rune and string literals, with gc's words for what is wrong in them.
// Each function starts at the literal's first character and returns where it ends; a literal with
// an error is `bad`, and its value must not be computed.

import type { LiteralToken } from './ast.ts';
import { describeCharacter, isDecimal, isHex, quoteCharacter } from './characters.ts';

type ErrorHandler = (offset: number, message: string) => void;

/** Where a scanned literal ends and whether an error was reported in it. */
export interface ScannedLiteral {
  readonly end: number;
  readonly bad: boolean;
}

export interface ScannedNumber extends ScannedLiteral {
  readonly token: LiteralToken;
}

type Base = 2 | 8 | 10 | 16;

const baseNames: Readonly<Record<Base, string>> = {
  2: 'binary',
  8: 'octal',
  10: 'decimal',
  16: 'hexadecimal',
};

/** Scans the number at `start`, which is a digit, or a period before a digit. */
export function scanNumber(source: string, start: number, onError: ErrorHandler): ScannedNumber {
  return new NumberScanner(source, start, onError).scan();
}

class NumberScanner {
  private readonly source: string;
  private readonly start: number;
  private readonly onError: ErrorHandler;
  private at: number;
  private bad = false;
  private sawDigit = false;
  private sawSeparator = false;
  private invalidDigitAt = -1;

  constructor(source: string, start: number, onError: ErrorHandler) {
    this.source = source;
    this.start = start;
    this.onError = onError;
    this.at = start;
  }

  scan(): ScannedNumber {
    const prefix = this.scanPrefix();
    const base = prefix === '' ? 10 : prefix === 'x' ? 16 : prefix === 'b' ? 2 : 8;
    let token: LiteralToken = 'INT';
    this.digits(base);
    if (this.source.charCodeAt(this.at) === 0x2e) {
      if (prefix === 'o' || prefix === 'b') {
        this.fail(this.at, `invalid radix point in ${baseNames[base]} literal`);
      }
      this.at += 1;
      token = 'FLOAT';
      this.digits(base);
    }
    if (!this.sawDigit) this.fail(this.at, `${baseNames[base]} literal has no digits`);
    if (this.scanExponent(prefix, token)) token = 'FLOAT';
    if (this.source.charCodeAt(this.at) === 0x69) {
      token = 'IMAG';
      this.at += 1;
    }
    this.checkDigits(token, base);
    return { token, end: this.at, bad: this.bad };
  }

  private fail(offset: number, message: string): void {
    if (!this.bad) this.onError(offset, message);
    this.bad = true;
  }

  private scanPrefix(): '' | '0' | 'x' | 'o' | 'b' {
    if (this.source.charCodeAt(this.at) !== 0x30) return '';
    this.at += 1;
    const second = (this.source[this.at] ?? '').toLowerCase();
    if (second === 'x' || second === 'o' || second === 'b') {
      this.at += 1;
      return second;
    }
    this.sawDigit = true;
    return '0';
  }

  // In base 10 and below any decimal digit is taken; the first one too large is remembered,
  // because "089" is wrong only if no period or exponent makes it a decimal float.
  private digits(base: Base): void {
    for (;;) {
      const unit = this.source.charCodeAt(this.at);
      if (unit === 0x5f) this.sawSeparator = true;
      else if (base === 16 ? isHex(unit) : isDecimal(unit)) {
        this.sawDigit = true;
        if (base < 10 && unit >= 0x30 + base && this.invalidDigitAt < 0) {
          this.invalidDigitAt = this.at;
        }
      } else return;
      this.at += 1;
    }
  }

  private scanExponent(prefix: string, token: LiteralToken): boolean {
    const letter = this.source[this.at] ?? '';
    const lower = letter.toLowerCase();
    if (lower !== 'e' && lower !== 'p') {
      if (prefix === 'x' && token === 'FLOAT') {
        this.fail(this.at, "hexadecimal mantissa requires a 'p' exponent");
      }
      return false;
    }
    if (lower === 'e' && prefix !== '' && prefix !== '0') {
      this.fail(this.at, `'${letter}' exponent requires decimal mantissa`);
    } else if (lower === 'p' && prefix !== 'x') {
      this.fail(this.at, `'${letter}' exponent requires hexadecimal mantissa`);
    }
    this.at += 1;
    const sign = this.source.charCodeAt(this.at);
    if (sign === 0x2b || sign === 0x2d) this.at += 1;
    this.sawDigit = false;
    this.digits(10);
    if (!this.sawDigit) this.fail(this.at, 'exponent has no digits');
    return true;
  }

  private checkDigits(token: LiteralToken, base: Base): void {
    if (token === 'INT' && this.invalidDigitAt >= 0) {
      const digit = this.source[this.invalidDigitAt] ?? '';
      this.fail(this.invalidDigitAt, `invalid digit '${digit}' in ${baseNames[base]} literal`);
    }
    if (!this.sawSeparator) return;
    const index = misplacedSeparator(this.source.slice(this.start, this.at));
    if (index >= 0) this.fail(this.start + index, "'_' must separate successive digits");
  }
}

/** The index of the first `_` that does not stand between digits, or -1. A prefix is a digit. */
function misplacedSeparator(literal: string): number {
  const prefixed = /^0[xob]/i.test(literal);
  const isDigit = /^0x/i.test(literal) ? isHex : isDecimal;
  let previous: 'digit' | 'separator' | 'other' = prefixed ? 'digit' : 'other';
  for (let i = prefixed ? 2 : 0; i < literal.length; i++) {
    const unit = literal.charCodeAt(i);
    if (unit === 0x5f) {
      if (previous !== 'digit') return i;
      previous = 'separator';
    } else if (isDigit(unit)) previous = 'digit';
    else {
      if (previous === 'separator') return i - 1;
      previous = 'other';
    }
  }
  return previous === 'separator' ? literal.length - 1 : -1;
}

/** Scans the rune literal whose opening quote is at `start`. */
export function scanRune(source: string, start: number, onError: ErrorHandler): ScannedLiteral {
  let at = start + 1;
  let bad = false;
  const fail = (offset: number, message: string): void => {
    if (!bad) onError(offset, message);
    bad = true;
  };
  for (let count = 0; ; count++) {
    const code = source.codePointAt(at);
    if (code === undefined) {
      fail(start, 'rune literal not terminated');
      return { end: at, bad };
    }
    if (code === 0x27) {
      if (count === 0) fail(at, "empty rune literal or unescaped '");
      else if (count !== 1) fail(start, 'more than one character in rune literal');
      return { end: at + 1, bad };
    }
    if (code === 0x0a) {
      fail(at, 'newline in rune literal');
      return { end: at, bad };
    }
    if (code === 0x5c) {
      // Each bad escape is reported, whatever was wrong before it.
      const escape = scanEscape(source, at + 1, 0x27, onError);
      at = escape.end;
      bad ||= escape.bad;
    } else at += code > 0xffff ? 2 : 1;
  }
}

/** Scans the string literal, interpreted or raw, whose opening quote is at `start`. */
export function scanString(source: string, start: number, onError: ErrorHandler): ScannedLiteral {
  if (source.charCodeAt(start) === 0x60) {
    const close = source.indexOf('`', start + 1);
    if (close >= 0) return { end: close + 1, bad: false };
    onError(start, 'string not terminated');
    return { end: source.length, bad: true };
  }
  let at = start + 1;
  let bad = false;
  for (;;) {
    const unit = source.charCodeAt(at);
    if (unit === 0x22) return { end: at + 1, bad };
    if (unit === 0x5c) {
      const escape = scanEscape(source, at + 1, 0x22, onError);
      at = escape.end;
      bad ||= escape.bad;
    } else if (unit === 0x0a) {
      onError(at, 'newline in string');
      return { end: at, bad: true };
    } else if (at >= source.length) {
      onError(start, 'string not terminated');
      return { end: at, bad: true };
    } else at += 1;
  }
}

const simpleEscapes: ReadonlySet<number> = new Set(
  ['a', 'b', 'f', 'n', 'r', 't', 'v', '\\'].map((letter) => letter.charCodeAt(0)),
);

// `at` is just after the backslash. The end of the file is left to the caller to complain about.
function scanEscape(
  source: string,
  at: number,
  quote: number,
  onError: ErrorHandler,
): ScannedLiteral {
  if (at >= source.length) return { end: at, bad: false };
  const unit = source.charCodeAt(at);
  if (unit === quote || simpleEscapes.has(unit)) return { end: at + 1, bad: false };
  if (unit >= 0x30 && unit <= 0x37) return scanCharacterCode(source, at, 3, 8, 255, onError);
  if (unit === 0x78) return scanCharacterCode(source, at + 1, 2, 16, 255, onError);
  if (unit === 0x75) return scanCharacterCode(source, at + 1, 4, 16, 0x10ffff, onError);
  if (unit === 0x55) return scanCharacterCode(source, at + 1, 8, 16, 0x10ffff, onError);
  onError(at, 'unknown escape');
  return { end: at, bad: true };
}

function scanCharacterCode(
  source: string,
  start: number,
  digitCount: number,
  base: 8 | 16,
  max: number,
  onError: ErrorHandler,
): ScannedLiteral {
  let at = start;
  let value = 0;
  for (let i = 0; i < digitCount; i++) {
    const code = source.codePointAt(at);
    if (code === undefined) return { end: at, bad: false };
    const digit = isHex(code) ? parseInt(String.fromCharCode(code), 16) : base;
    if (digit >= base) {
      onError(at, `invalid character ${quoteCharacter(code)} in ${baseNames[base]} escape`);
      return { end: at, bad: true };
    }
    value = value * base + digit;
    at += 1;
  }
  if (value > max && base === 8) {
    onError(at, `octal escape value ${value} > 255`);
    return { end: at, bad: true };
  }
  if (value > max || (value >= 0xd800 && value < 0xe000)) {
    onError(at, `escape is invalid Unicode code point ${describeCharacter(value)}`);
    return { end: at, bad: true };
  }
  return { end: at, bad: false };
}
