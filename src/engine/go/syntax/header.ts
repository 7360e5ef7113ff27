// The package clause and the imports, as the go command reads them before it compiles anything.
// `go build` finds the imports with go/build and go/parser, so mistakes up there are reported in
// go/parser's words, the first one alone, and without "./" before the file's name. Mistakes after the imports
// are gc's, see parser.ts. Code "header" marks such diagnostics for the listing.

import { describeCharacter } from './characters.ts';
import type { Diagnostic } from './diagnostic.ts';
import { FileSet, lineAt, posAt } from './pos.ts';
import type { SourceFile } from './pos.ts';
import { Scanner } from './scanner.ts';
import type { TokenKind } from './token.ts';

/** What the go command rejects in the header of a file, or null if it goes on to compile. */
export function headerErrorOrNull(source: SourceFile): Diagnostic | null {
  const checker = new HeaderChecker(source);
  checker.file();
  const first = checker.errors.sort((a, b) => a.offset - b.offset)[0];
  if (first === undefined) return null;
  const pos = posAt(source, first.offset);
  const end = posAt(source, Math.min(first.offset + 1, source.text.length));
  return { code: 'header', severity: 'error', pos, end, message: first.message };
}

interface HeaderError {
  readonly offset: number;
  readonly message: string;
}

const importEnds: readonly TokenKind[] = [',', ':', ';', ')', ']', '}'];
const statementStarts: readonly TokenKind[] = [
  ...(['break', 'const', 'continue', 'defer', 'fallthrough', 'for', 'go', 'goto', 'if'] as const),
  ...(['return', 'select', 'switch', 'type', 'var'] as const),
];

/** go/scanner's words for gc's. */
const scannerWords: ReadonlyMap<string, string> = new Map([
  ['invalid UTF-8 encoding', 'illegal UTF-8 encoding'],
  ['invalid NUL character', 'illegal character NUL'],
  ['invalid BOM in the middle of the file', 'illegal byte order mark'],
]);

class HeaderChecker {
  readonly errors: HeaderError[] = [];
  private readonly source: SourceFile;
  private readonly scanner: Scanner;
  private syncedAt = -1;
  private syncCount = 0;
  private readonly paths: (HeaderError & { readonly valid: boolean })[] = [];

  constructor(source: SourceFile) {
    this.source = source;
    const header = new FileSet().addFile(
      source.name,
      source.text.slice(0, new HeaderReader(source.text).end()),
    );
    this.scanner = new Scanner(header, (offset, message) => {
      this.lexicalError(offset, message);
    });
    this.scanner.next();
  }

  file(): void {
    if (this.errors.length > 0) return;
    this.expect('package');
    if (this.is('IDENT')) this.scanner.next();
    else this.expect('IDENT');
    this.expectSemicolon();
    if (this.errors.length > 0) return;
    while (this.is('import')) this.importDeclaration();
    const invalid = this.paths.find((path) => !path.valid);
    if (this.errors.length === 0 && invalid !== undefined) this.errors.push(invalid);
  }

  private importDeclaration(): void {
    this.scanner.next();
    if (!this.is('(')) {
      this.importSpec();
      return;
    }
    this.scanner.next();
    while (!this.is(')') && !this.is('EOF')) this.importSpec();
    this.expect(')');
    this.expectSemicolon();
  }

  private importSpec(): void {
    const { start } = this.scanner;
    if (this.is('IDENT') || this.is('.')) this.scanner.next();
    switch (this.scanner.kind) {
      case 'STRING': {
        const path = this.scanner.text.slice(1, -1);
        const message = `invalid import path: ${path}`;
        this.paths.push({ offset: start, message, valid: isValidImportPath(path) });
        this.scanner.next();
        break;
      }
      case 'INT':
      case 'FLOAT':
      case 'IMAG':
      case 'CHAR':
        this.error(this.scanner.start, 'import path must be a string');
        this.scanner.next();
        break;
      default:
        this.error(this.scanner.start, 'missing import path');
        this.advance(importEnds);
    }
    this.expectSemicolon();
  }

  private is(kind: TokenKind): boolean {
    return this.scanner.kind === kind;
  }

  private expect(kind: TokenKind): void {
    if (!this.is(kind)) this.errorExpected(kind);
    this.scanner.next();
  }

  private expectSemicolon(): void {
    if (this.is(')') || this.is('}')) return;
    if (this.is(',')) this.errorExpected(';');
    else if (!this.is(';')) {
      this.errorExpected(';');
      this.advance(statementStarts);
      return;
    }
    this.scanner.next();
  }

  // Skips to one of the tokens, but after ten times at the same one past it: a closing brace is
  // both where a path may end and no semicolon.
  private advance(to: readonly TokenKind[]): void {
    for (; !this.is('EOF'); this.scanner.next()) {
      if (!to.includes(this.scanner.kind)) continue;
      const { start } = this.scanner;
      if (start === this.syncedAt && this.syncCount < 10) {
        this.syncCount += 1;
        return;
      }
      if (start > this.syncedAt) {
        this.syncedAt = start;
        this.syncCount = 0;
        return;
      }
    }
  }

  private errorExpected(kind: TokenKind): void {
    const { kind: found, text } = this.scanner;
    let shown = `'${found}'`;
    if (found === ';' && text === 'newline') shown = 'newline';
    else if (['IDENT', 'INT', 'FLOAT', 'IMAG', 'CHAR', 'STRING'].includes(found)) shown = text;
    this.error(this.scanner.start, `expected '${kind}', found ${shown}`);
  }

  // One error a line, as what follows is likely caused by the first.
  private error(offset: number, message: string): void {
    const last = this.errors[this.errors.length - 1];
    const isSameLine =
      last !== undefined && lineAt(this.source, last.offset) === lineAt(this.source, offset);
    if (!isSameLine) this.errors.push({ offset, message });
  }

  // The scanner speaks gc's words; go/scanner has its own, and reports literals at their start.
  private lexicalError(offset: number, message: string): void {
    const { text } = this.source;
    if (message === 'newline in string' || message === 'string not terminated') {
      const start = this.scanner.start;
      const raw = text[start] === '`' ? 'raw ' : '';
      this.errors.push({ offset: start, message: `${raw}string literal not terminated` });
      return;
    }
    const code = text.codePointAt(offset) ?? 0;
    const isStray = code >= 0xd800 && code <= 0xdfff;
    const own = scannerWords.get(isStray ? 'invalid UTF-8 encoding' : message);
    if (own !== undefined) this.errors.push({ offset, message: own });
    else if (code === 0x201c || code === 0x201d) {
      const mark = String.fromCodePoint(code);
      const curly = `curly quotation mark '${mark}' (use neutral '"')`;
      this.errors.push({ offset, message: curly });
    } else if (message.startsWith('invalid character') || message.startsWith('identifier cannot')) {
      this.errors.push({ offset, message: `illegal character ${describeCharacter(code)}` });
    } else if (message.startsWith('more than one') || message.startsWith('empty rune')) {
      this.errors.push({ offset: this.scanner.start, message: 'illegal rune literal' });
    } else this.errors.push({ offset, message });
  }
}

function isValidImportPath(path: string): boolean {
  return (
    path !== '' && !/[!"#$%&'()*,:;<=>?[\\\]^{|}`\uFFFD]|[^\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(path)
  );
}

// How far go/build reads: up to the first thing after the imports, or the whole file when it meets
// something that it does not understand before that.
class HeaderReader {
  private readonly text: string;
  private at = 0;
  private failed = false;

  constructor(text: string) {
    this.text = text;
  }

  end(): number {
    this.keyword('package');
    this.name();
    this.skipSpace();
    while (!this.failed && this.text[this.at] === 'i') {
      this.keyword('import');
      this.skipSpace();
      if (this.text[this.at] === '(') {
        this.at += 1;
        this.skipSpace();
        while (!this.failed && this.text[this.at] !== ')') this.importSpec();
        this.at += 1;
      } else this.importSpec();
      this.skipSpace();
    }
    return this.failed ? this.text.length : this.at;
  }

  private fail(): void {
    this.failed = true;
  }

  // Semicolons and comments are space here.
  private skipSpace(): void {
    const space = /[ \f\t\r\n;\uFEFF]+|\/\/.*|\/\*[\s\S]*?\*\//y;
    space.lastIndex = this.at;
    while (space.test(this.text)) this.at = space.lastIndex;
    if (this.text[this.at] === '/') this.fail();
  }

  private match(pattern: RegExp): void {
    pattern.lastIndex = this.at;
    if (pattern.test(this.text)) this.at = pattern.lastIndex;
    else this.fail();
  }

  private keyword(word: string): void {
    this.skipSpace();
    if (!this.text.startsWith(word, this.at)) this.fail();
    else this.at += word.length;
    if (/[\w\x80-\uFFFF]/.test(this.text[this.at] ?? '')) this.fail();
  }

  private name(): void {
    this.skipSpace();
    this.match(/[\w\x80-\uFFFF]+/y);
  }

  private importSpec(): void {
    this.skipSpace();
    if (this.text[this.at] === '.') this.at += 1;
    else if (/[\w\x80-\uFFFF]/.test(this.text[this.at] ?? '')) this.name();
    this.skipSpace();
    this.match(/`[^`]*`|"(?:[^"\\\n]+|\\[\s\S])*"/y);
    this.skipSpace();
  }
}
