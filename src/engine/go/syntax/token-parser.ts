// The base of the parser: the current token, gc's syntax errors and their recovery.
// The parser is a chain of classes, one per part of the grammar, each extending the one below it
// (tokens, types, expressions, statements, declarations), so that no file imports upwards; what a
// lower part needs from a higher one it declares abstract.
// Invariants: `advance` and `want` never move backwards; every loop consumes a token or ends;
// nesting is bounded, so no input overflows the stack. Words and positions of errors follow
// cmd/compile/internal/syntax/parser.go.

import type { BadExpr, BasicLit, Comment, Ident, LiteralToken } from './ast.ts';
import type { Diagnostic } from './diagnostic.ts';
import { addToPos, posAt } from './pos.ts';
import type { Pos, SourceFile } from './pos.ts';
import { Scanner } from './scanner.ts';
import { keywordOrNull } from './token.ts';
import type { TokenKind } from './token.ts';

/**
 * How deep a program may nest, in units of about half a kilobyte of stack; gc knows no such limit.
 * Even the smallest usual stack holds twice as much.
 */
const maxNesting = 640;

/** What one level of each part of the grammar takes of that. */
export const nestingCost = {
  simpleType: 1,
  namedType: 2,
  memberType: 3,
  expression: 2,
  statement: 2,
} as const;

// Keywords that start a statement: good places to go on after an error inside a function.
const statementStarts: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'break',
  'const',
  'continue',
  'defer',
  'fallthrough',
  'for',
  'go',
  'goto',
  'if',
  'return',
  'select',
  'switch',
  'type',
  'var',
]);

/** The tokens of one file, with error reporting. */
export abstract class TokenParser {
  readonly diagnostics: Diagnostic[] = [];
  protected readonly scanner: Scanner;
  protected readonly file: SourceFile;
  /** Just past the last token consumed, semicolons aside. */
  protected previousEnd: Pos;
  /** How many function bodies we are in. */
  protected functionDepth = 0;
  /** Negative while a `{` starts a block and not a composite literal. */
  protected expressionLevel = 0;
  /** How many errors scanner and parser have found. */
  protected errorCount = 0;
  private nesting = 0;
  private tooDeep = false;

  /** `from`: the offset to begin at. */
  constructor(file: SourceFile, from = 0) {
    this.file = file;
    this.previousEnd = posAt(file, from);
    const onError = (offset: number, message: string): void => {
      this.errorAt(posAt(file, offset), message);
    };
    this.scanner = new Scanner(file, onError, from);
    this.scanner.next();
  }

  /** The comments up to the current token. */
  get comments(): readonly Comment[] {
    return this.scanner.comments;
  }

  /** Whether the current token is of this kind. */
  protected is(kind: TokenKind): boolean {
    return this.scanner.kind === kind;
  }

  /** The kind of the current token; a method, so that no narrowing outlives `next`. */
  protected kind(): TokenKind {
    return this.scanner.kind;
  }

  protected isLiteral(): boolean {
    return literalTokenOrNull(this.scanner.kind) !== null;
  }

  /** Where the current token starts. */
  protected pos(): Pos {
    return (this.file.base + this.scanner.start) as Pos;
  }

  protected next(): void {
    // No node ends in a semicolon.
    if (this.scanner.kind !== ';') this.previousEnd = (this.file.base + this.scanner.end) as Pos;
    this.scanner.next();
  }

  /** Consumes the current token if it is of this kind. */
  protected got(kind: TokenKind): boolean {
    if (this.scanner.kind !== kind) return false;
    this.next();
    return true;
  }

  /** Consumes a token of this kind or complains. */
  protected want(kind: TokenKind): void {
    if (this.got(kind)) return;
    this.syntaxError(`expected ${tokenName(kind)}`);
    this.advance();
  }

  /** Consumes `=`, or `:=` with a complaint. */
  protected gotAssign(): boolean {
    if (this.is(':=')) this.syntaxError('expected =');
    else if (!this.is('=')) return false;
    this.next();
    return true;
  }

  /** Reports an error of scanner or parser as it is worded. */
  protected errorAt(pos: Pos, message: string): void {
    this.errorCount += 1;
    this.report(pos, message);
  }

  /** Reports an error that does not count for the recovery from others. */
  protected report(pos: Pos, message: string): void {
    if (this.tooDeep) return;
    this.diagnostics.push({
      code: message.startsWith('syntax error: ') ? 'syntax' : 'source',
      severity: 'error',
      pos,
      end: this.endOfTokenAt(pos),
      message,
    });
  }

  protected syntaxError(message: string): void {
    this.syntaxErrorAt(this.pos(), message);
  }

  /**
   * Reports a syntax error. A message that starts with "in ", "at ", "after " or "expected " is
   * completed by "unexpected" and the current token, as in gc.
   */
  protected syntaxErrorAt(pos: Pos, message: string): void {
    // What is missing at the end of the file follows from the first error.
    if (this.is('EOF') && this.errorCount > 0) return;
    const at = /^(in|at|after) /.test(message);
    if (!at && !message.startsWith('expected ')) {
      this.errorAt(pos, `syntax error: ${message}`);
      return;
    }
    const rest = at ? ` ${message}` : `, ${message}`;
    this.errorAt(pos, `syntax error: unexpected ${this.describeToken()}${rest}`);
  }

  /**
   * Skips to the next token of `follow`, or in a function to one that starts a statement; with no
   * `follow` it skips one token. It never skips the end of the file.
   */
  protected advance(...follow: readonly TokenKind[]): void {
    if (follow.length === 0) {
      if (!this.is('EOF')) this.next();
      return;
    }
    while (!this.is('EOF') && !follow.includes(this.kind())) {
      if (this.functionDepth > 0 && statementStarts.has(this.kind())) return;
      this.next();
    }
  }

  /**
   * Parses elements separated by `separator` (optional at the end) up to `close`; `element`
   * returns true if it must be the last. Returns where the closing token is or should be.
   */
  protected list(
    context: string,
    separator: ',' | ';',
    close: ')' | ']' | '}',
    element: () => boolean,
  ): Pos {
    let done = false;
    while (!this.is('EOF') && !this.is(close) && !done) {
      done = element();
      if (this.got(separator) || this.is(close)) continue;
      const missing = `${tokenName(separator)} or ${tokenName(close)}`;
      this.syntaxError(`in ${context}; possibly missing ${missing}`);
      this.advance(')', ']', '}');
      if (!this.is(close)) return this.pos();
    }
    const pos = this.pos();
    this.want(close);
    return pos;
  }

  /** An identifier, or a complaint and the blank identifier. */
  protected name(): Ident {
    if (this.is('IDENT')) {
      const pos = this.pos();
      const name = this.scanner.text;
      this.next();
      return { kind: 'Ident', pos, end: this.previousEnd, name };
    }
    const missing = this.blankName(this.pos());
    this.syntaxError('expected name');
    this.advance();
    return missing;
  }

  protected blankName(pos: Pos): Ident {
    return { kind: 'Ident', pos, end: pos, name: '_' };
  }

  protected nameList(first: Ident): Ident[] {
    const names = [first];
    while (this.got(',')) names.push(this.name());
    return names;
  }

  protected literalOrNull(): BasicLit | null {
    const token = literalTokenOrNull(this.scanner.kind);
    if (token === null) return null;
    const pos = this.pos();
    const value = this.scanner.text;
    const bad = this.scanner.bad;
    this.next();
    return { kind: 'BasicLit', pos, end: this.previousEnd, token, value, bad };
  }

  protected badExpr(pos: Pos = this.pos()): BadExpr {
    return { kind: 'BadExpr', pos, end: pos };
  }

  /** Goes deeper by `cost`; false past the limit, and then `leave` must not be called. */
  protected enter(cost: number): boolean {
    if (this.nesting + cost > maxNesting) {
      this.giveUpOnDepth(this.pos());
      return false;
    }
    this.nesting += cost;
    return true;
  }

  protected leave(cost: number): void {
    this.nesting -= cost;
  }

  /** Reports that the program nests too deeply at `pos` and skips to the end of the file. */
  private giveUpOnDepth(pos: Pos): void {
    if (!this.tooDeep) this.errorAt(pos, 'syntax error: nested too deeply for Interleave');
    this.tooDeep = true;
    while (!this.is('EOF')) this.next();
  }

  private describeToken(): string {
    const kind = this.kind();
    const text = this.scanner.text;
    if (kind === 'IDENT') return `name ${text}`;
    if (kind === ';') return text;
    if (literalTokenOrNull(kind) !== null) return `literal ${text}`;
    return tokenName(kind);
  }

  private endOfTokenAt(pos: Pos): Pos {
    // The scanner calls before its token is complete; then the error marks one character.
    const end = (this.file.base + this.scanner.end) as Pos;
    return pos === this.pos() && end > pos ? end : addToPos(pos, 1);
  }
}

/** The word for a token in messages for people. */
export function tokenName(kind: TokenKind): string {
  switch (kind) {
    case ',':
      return 'comma';
    case ';':
      return 'semicolon or newline';
    case 'IDENT':
      return 'name';
    default:
      return keywordOrNull(kind) === null ? kind : `keyword ${kind}`;
  }
}

function literalTokenOrNull(kind: TokenKind): LiteralToken | null {
  switch (kind) {
    case 'INT':
    case 'FLOAT':
    case 'IMAG':
    case 'CHAR':
    case 'STRING':
      return kind;
    default:
      return null;
  }
}
