// Text to tokens, one at a time: automatic semicolons, comments, literals. The words and positions
// of errors are those of cmd/compile/internal/syntax/scanner.go (spec: Lexical elements).
// Invariants: `next` always moves forward or ends in EOF; no input throws; the texts of the tokens
// are slices of the file's text; comments are collected on the side.
// NUL characters and byte order marks are read as white space.

import type { Comment } from './ast.ts';
import { describeCharacter, isDecimal, isLetter, isLetterOrDigit } from './characters.ts';
import { scanNumber, scanRune, scanString } from './literal.ts';
import type { Pos, SourceFile } from './pos.ts';
import { keywordOrNull } from './token.ts';
import type { Operator, Token, TokenKind } from './token.ts';

/** Receives a lexical error: the text offset it is at and gc's words. */
export type ScanErrorHandler = (offset: number, message: string) => void;

interface Forbidden {
  readonly offset: number;
  readonly message: string;
}

/** A cursor over the tokens of a file; the fields describe the current token after `next`. */
export class Scanner {
  readonly file: SourceFile;
  readonly comments: Comment[] = [];
  kind: TokenKind = 'EOF';
  /** The text of the token; for ';' it says where that comes from. */
  text = '';
  start = 0;
  end = 0;
  bad = false;
  private readonly source: string;
  private readonly onError: ScanErrorHandler;
  private at = 0;
  private newlineEndsStatement = false;
  private readonly forbidden: readonly Forbidden[];
  private forbiddenReported = 0;

  /** Begins at an offset; what gc forbids anywhere in a file is looked for from its beginning only. */
  constructor(file: SourceFile, onError: ScanErrorHandler, from = 0) {
    this.file = file;
    this.source = file.text;
    this.onError = onError;
    this.at = from;
    this.forbidden = from === 0 ? findForbidden(file.text) : [];
  }

  /** Goes on right after a closing brace, as if it had been the current token. */
  skipToBrace(offset: number): void {
    this.at = offset;
    this.next();
  }

  /** Makes what ends at an offset the current token, one that a newline may follow. */
  skipPast(offset: number): void {
    this.kind = 'IDENT';
    this.at = offset;
    this.end = offset;
    this.newlineEndsStatement = true;
  }

  /** Moves to the next token; at the end of the file it stays at EOF. */
  next(): void {
    this.scanToken();
    if (this.forbidden.length > 0) this.reportForbidden();
  }

  // gc reads one character ahead of the token.
  private reportForbidden(): void {
    for (; ; this.forbiddenReported++) {
      const next = this.forbidden[this.forbiddenReported];
      if (next === undefined || next.offset > this.at) return;
      this.onError(next.offset, next.message);
    }
  }

  private scanToken(): void {
    const newlineEndsStatement = this.newlineEndsStatement;
    this.newlineEndsStatement = false;
    this.bad = false;
    const source = this.source;
    for (;;) {
      let at = this.at;
      let unit = source.charCodeAt(at);
      while (
        unit === 0x20 ||
        unit === 0x09 ||
        (unit === 0x0a && !newlineEndsStatement) ||
        unit === 0x0d ||
        unit === 0 ||
        unit === 0xfeff
      ) {
        at += 1;
        unit = source.charCodeAt(at);
      }
      this.start = at;
      this.at = at;
      if (isLetter(unit)) return this.scanName();
      if (isDecimal(unit)) return this.scanNumber();
      if (unit === 0x2f && this.skipComment()) {
        // A comment over several lines acts like the newline it contains.
        const spans = source.slice(this.start, this.at).includes('\n');
        if (spans && newlineEndsStatement) return this.setSemicolon('newline');
        continue;
      }
      if (this.scanOther(unit, newlineEndsStatement)) return;
    }
  }

  /** The current token as a value. */
  token(): Token {
    const base = this.file.base;
    return {
      kind: this.kind,
      pos: (base + this.start) as Pos,
      end: (base + this.end) as Pos,
      text: this.text,
      bad: this.bad,
    };
  }

  private scanName(): void {
    const source = this.source;
    let at = this.at;
    while (isLetterOrDigit(source.charCodeAt(at))) at += 1;
    if (source.charCodeAt(at) >= 0x80) at = this.scanUnicodeName(at);
    const text = source.slice(this.start, at);
    this.at = at;
    this.end = at;
    this.text = text;
    const keyword = text.length >= 2 ? keywordOrNull(text) : null;
    if (keyword !== null) {
      this.kind = keyword;
      this.newlineEndsStatement =
        text === 'return' || text === 'break' || text === 'continue' || text === 'fallthrough';
      return;
    }
    this.kind = 'IDENT';
    this.newlineEndsStatement = true;
  }

  private scanUnicodeName(from: number): number {
    let at = from;
    for (;;) {
      const code = this.source.codePointAt(at);
      if (code === undefined) return at;
      if (code < 0x80) {
        if (!isLetterOrDigit(code)) return at;
        at += 1;
        continue;
      }
      if (code === 0xfeff) return at;
      const character = String.fromCodePoint(code);
      if (unicodeDigit.test(character)) {
        if (at === this.start) {
          this.onError(at, `identifier cannot begin with digit ${describeCharacter(code)}`);
        }
      } else if (!unicodeLetter.test(character)) {
        this.onError(at, `invalid character ${describeCharacter(code)} in identifier`);
      }
      at += character.length;
    }
  }

  private scanNumber(): void {
    const literal = scanNumber(this.source, this.start, this.onError);
    this.setLiteral(literal.token, literal.end, literal.bad);
  }

  private setLiteral(kind: TokenKind, end: number, bad: boolean): void {
    this.kind = kind;
    this.at = end;
    this.end = end;
    this.text = this.source.slice(this.start, end);
    this.bad = bad;
    this.newlineEndsStatement = true;
  }

  private setSemicolon(text: 'newline' | 'EOF' | 'semicolon'): void {
    this.kind = ';';
    this.text = text;
    this.end = text === 'semicolon' ? this.at : this.start;
  }

  private setOperator(operator: Operator): true {
    this.kind = operator;
    this.text = operator;
    this.at = this.start + operator.length;
    this.end = this.at;
    return true;
  }

  /** Skips a comment at the cursor and records it; false when there is only a slash. */
  private skipComment(): boolean {
    const source = this.source;
    const second = source.charCodeAt(this.start + 1);
    if (second === 0x2f) {
      const newline = source.indexOf('\n', this.start);
      this.at = newline < 0 ? source.length : newline;
    } else if (second === 0x2a) {
      const close = source.indexOf('*/', this.start + 2);
      if (close < 0) {
        this.onError(this.start, 'comment not terminated');
        this.at = source.length;
      } else this.at = close + 2;
    } else return false;
    const base = this.file.base;
    this.comments.push({
      kind: 'Comment',
      pos: (base + this.start) as Pos,
      end: (base + this.at) as Pos,
      text: source.slice(this.start, this.at),
    });
    return true;
  }

  /** Scans what is neither white space, comment, ASCII name nor number; false to go on. */
  private scanOther(unit: number, newlineEndsStatement: boolean): boolean {
    const source = this.source;
    switch (unit) {
      case 0x0a:
        this.at += 1;
        this.setSemicolon('newline');
        return true;
      case 0x22:
      case 0x60: {
        const literal = scanString(source, this.start, this.onError);
        this.setLiteral('STRING', literal.end, literal.bad);
        return true;
      }
      case 0x27: {
        const literal = scanRune(source, this.start, this.onError);
        this.setLiteral('CHAR', literal.end, literal.bad);
        return true;
      }
      case 0x2e:
        if (isDecimal(source.charCodeAt(this.start + 1))) {
          this.scanNumber();
          return true;
        }
        return this.setOperator(source.startsWith('...', this.start) ? '...' : '.');
      case 0x3b:
        this.at += 1;
        this.setSemicolon('semicolon');
        return true;
      default:
        break;
    }
    if (this.start >= source.length) {
      if (newlineEndsStatement) this.setSemicolon('EOF');
      else {
        this.kind = 'EOF';
        this.text = '';
        this.end = this.start;
      }
      return true;
    }
    const operator = operatorAt(source, this.start);
    if (operator !== null) {
      this.newlineEndsStatement =
        operator === ')' ||
        operator === ']' ||
        operator === '}' ||
        operator === '++' ||
        operator === '--';
      return this.setOperator(operator);
    }
    return this.scanForeign();
  }

  // A character outside ASCII begins a name, if a strange one; any other is reported and skipped.
  private scanForeign(): boolean {
    const code = this.source.codePointAt(this.start) ?? 0;
    if (code >= 0x80) {
      this.scanName();
      return true;
    }
    this.onError(this.start, `invalid character ${describeCharacter(code)}`);
    this.at = this.start + 1;
    return false;
  }
}

/** All tokens of a file up to and with EOF; lexical errors are left to `parse`. */
export function scan(file: SourceFile): readonly Token[] {
  return scanAll(file).filter((token) => token.kind !== 'COMMENT');
}

/** All tokens of a file, its comments among them, in source order. */
export function scanAll(file: SourceFile): readonly Token[] {
  const scanner = new Scanner(file, () => undefined);
  const tokens: Token[] = [];
  let commentCount = 0;
  do {
    scanner.next();
    for (; commentCount < scanner.comments.length; commentCount++) {
      const comment = scanner.comments[commentCount];
      if (comment === undefined) break;
      const { pos, end, text } = comment;
      tokens.push({ kind: 'COMMENT', pos, end, text, bad: false });
    }
    tokens.push(scanner.token());
  } while (scanner.kind !== 'EOF');
  return tokens;
}

const unicodeLetter = /\p{L}/u;
const unicodeDigit = /\p{Nd}/u;

// Operators by their first character, longest first, so that the first match is the token.
const operatorsByFirst: ReadonlyMap<number, readonly Operator[]> = new Map<
  number,
  readonly Operator[]
>([
  [0x28, ['(']],
  [0x5b, ['[']],
  [0x7b, ['{']],
  [0x2c, [',']],
  [0x29, [')']],
  [0x5d, [']']],
  [0x7d, ['}']],
  [0x3a, [':=', ':']],
  [0x2b, ['++', '+=', '+']],
  [0x2d, ['--', '-=', '-']],
  [0x2a, ['*=', '*']],
  [0x2f, ['/=', '/']],
  [0x25, ['%=', '%']],
  [0x26, ['&&', '&^=', '&^', '&=', '&']],
  [0x7c, ['||', '|=', '|']],
  [0x5e, ['^=', '^']],
  [0x3c, ['<<=', '<<', '<=', '<-', '<']],
  [0x3e, ['>>=', '>>', '>=', '>']],
  [0x3d, ['==', '=']],
  [0x21, ['!=', '!']],
  [0x7e, ['~']],
]);

function operatorAt(source: string, at: number): Operator | null {
  const candidates = operatorsByFirst.get(source.charCodeAt(at));
  if (candidates === undefined) return null;
  for (const candidate of candidates) {
    if (candidate.length === 1 || source.startsWith(candidate, at)) return candidate;
  }
  return null;
}

const forbidden =
  /[\0\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The characters that gc's source reader rejects wherever they stand, in order. */
function findForbidden(source: string): readonly Forbidden[] {
  const found: Forbidden[] = [];
  for (const match of source.matchAll(forbidden)) {
    const offset = match.index;
    if (match[0] === '\0') found.push({ offset, message: 'invalid NUL character' });
    else if (match[0] !== '\uFEFF') found.push({ offset, message: 'invalid UTF-8 encoding' });
    else if (offset > 0) found.push({ offset, message: 'invalid BOM in the middle of the file' });
  }
  return found;
}
