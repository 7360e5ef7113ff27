// Format strings of fmt's Printf family, taken apart: flags, width, precision, argument indexes,
// verbs. Byte strings in, as constants are. Mistakes are in vet's words, as predicates.

/** A width or precision: `argument` is the index in the call that gives it, or -1. */
export interface Size {
  readonly argument: number;
  readonly isIndexed: boolean;
}

/** One directive: `%[2]*.3d`. `start` and `end` are its bytes in the format. */
export interface Directive {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly flags: string;
  readonly width: Size;
  readonly precision: Size;
  /** The verb as text: one character. */
  readonly verb: string;
  /** Index in the call of the argument it formats. */
  readonly argument: number;
  readonly isIndexed: boolean;
}

import { decodeRunePacked, packedRune, packedSize } from '../../base/utf8.ts';

/** The directives of a format whose arguments begin at index `firstArgument` of the call. */
export function parseFormat(
  format: string,
  firstArgument: number,
): readonly Directive[] | { readonly problem: string } {
  const directives: Directive[] = [];
  let argument = firstArgument;
  for (let at = 0; at < format.length; ) {
    if (format[at] !== '%') {
      at += 1;
      continue;
    }
    const parser = new DirectiveParser(format, at, firstArgument, argument);
    const directive = parser.parse();
    if ('problem' in directive) return directive;
    directives.push(directive);
    at = directive.end;
    if (directive.verb !== '%') argument = directive.argument + 1;
  }
  return directives;
}

const noSize: Size = { argument: -1, isIndexed: false };

class DirectiveParser {
  private readonly format: string;
  private readonly start: number;
  private readonly firstArgument: number;
  private at: number;
  private argument: number;
  private hasPendingIndex = false;

  constructor(format: string, start: number, firstArgument: number, argument: number) {
    this.format = format;
    this.start = start;
    this.firstArgument = firstArgument;
    this.argument = argument;
    this.at = start + 1;
  }

  parse(): Directive | { readonly problem: string } {
    const flags = /^[#0+\- ]*/.exec(this.format.slice(this.at))?.[0] ?? '';
    this.at += flags.length;
    let problem = this.index();
    if (problem !== null) return { problem };
    const width = this.size();
    let precision = noSize;
    if (this.format[this.at] === '.') {
      this.at += 1;
      problem = this.index();
      if (problem !== null) return { problem };
      precision = this.size();
    }
    if (!this.hasPendingIndex) problem = this.index();
    if (problem !== null) return { problem };
    if (this.at >= this.format.length) {
      return {
        problem: `format ${this.format.slice(this.start)} is missing verb at end of string`,
      };
    }
    const packed = decodeRunePacked(this.format, this.at);
    const end = this.at + packedSize(packed);
    return {
      text: this.format.slice(this.start, end),
      start: this.start,
      end,
      flags,
      width,
      precision,
      verb: String.fromCodePoint(packedRune(packed)),
      argument: this.argument,
      isIndexed: this.hasPendingIndex,
    };
  }

  // `[n]`; what is wrong with it, or null.
  private index(): string | null {
    const { format } = this;
    if (format[this.at] !== '[') return null;
    const close = format.indexOf(']', this.at);
    if (close < 0) return `format ${format.slice(this.start)} is missing closing ]`;
    const text = format.slice(this.at + 1, close);
    const number = /^[0-9]+$/.test(text) ? Number(text) : 0;
    if (number <= 0 || number > 0x7fffffff) return `format has invalid argument index [${text}]`;
    this.at = close + 1;
    this.argument = number + this.firstArgument - 1;
    this.hasPendingIndex = true;
    return null;
  }

  private size(): Size {
    if (this.format[this.at] !== '*') {
      this.at += /^[0-9]*/.exec(this.format.slice(this.at))?.[0].length ?? 0;
      return noSize;
    }
    this.at += 1;
    const size = { argument: this.argument, isIndexed: this.hasPendingIndex };
    this.hasPendingIndex = false;
    this.argument += 1;
    return size;
  }
}
