// What `go vet` says of a file that is no Go: it reads files with go/parser, whose words are not gc's.
// Of its errors only the first is known here, and not how many there are.

import { type Diagnostic, displayPosition } from '../syntax/diagnostic.ts';
import { addToPos, offsetIn, type Pos, type SourceFile } from '../syntax/pos.ts';
import { scan } from '../syntax/scanner.ts';
import type { Token } from '../syntax/token.ts';

/** Where something is wrong, and what. */
interface ParserError {
  readonly pos: Pos;
  readonly message: string;
}

/** The tokens of the file, and the one that gc complains about. */
interface Context {
  readonly tokens: readonly Token[];
  readonly index: number;
  /** `found 'else'`. */
  readonly found: string;
  readonly diagnostic: Diagnostic;
}

type Rule = readonly [
  gc: RegExp,
  words: (match: RegExpMatchArray, context: Context) => ParserError,
];

const at = ({ diagnostic: { pos } }: Context, message: string): ParserError => ({ pos, message });

/** In the order of trial: gc's words, and what go/parser says instead. */
const rules: readonly Rule[] = [
  [/, expected expression$/, (_, context) => at(context, `expected operand, ${context.found}`)],
  [/ at end of statement$/, (_, context) => at(context, `expected ';', ${context.found}`)],
  [
    / in (argument list|composite literal|parameter list|type argument list); possibly missing/,
    ([, list = ''], context) => {
      const where = context.found === 'found newline' ? ' before newline' : '';
      return at(context, `missing ','${where} in ${list}`);
    },
  ],
  [
    /; possibly missing semicolon or newline or }$/,
    (_, context) => at(context, `expected ';', ${context.found}`),
  ],
  [
    /, expected }$/,
    (_, context) =>
      at(
        context,
        `expected ${context.found.endsWith("'EOF'") ? "'}'" : 'statement'}, ${context.found}`,
      ),
  ],
  [
    /^non-declaration statement outside function body$/,
    (_, context) => at(context, `expected declaration, ${context.found}`),
  ],
  [
    / after top level declaration$/,
    (_, context) => {
      const isClosing = /'[)}]'$/.test(context.found);
      return at(context, `expected ${isClosing ? 'declaration' : "';'"}, ${context.found}`);
    },
  ],
  [
    /, expected \{ after if clause$/,
    (_, context) =>
      at(
        context,
        context.found === 'found newline'
          ? 'unexpected newline, expecting { after if clause'
          : `expected ';', ${context.found}`,
      ),
  ],
  [
    /, expected (?:comma, : or|case or default or) ([\]}])$/,
    ([, what = ''], context) => at(context, expected(what, context)),
  ],
  [/, expected (name|type)$/, ([, what = ''], context) => at(context, expected(what, context))],
  [
    /, expected (\S+)(?: after for clause)?$/,
    ([, what = ''], context) => at(context, expected(what, context)),
  ],
  [/^cannot use .* as value$/, (_, context) => statementForCondition(context)],
  [/^newline in string$/, (_, context) => atLiteral(context, 'string literal not terminated')],
  [
    /^string not terminated$/,
    (_, context) => atLiteral(context, 'raw string literal not terminated'),
  ],
  [/rune literal/, (_, context) => atLiteral(context, 'illegal rune literal')],
  [/^invalid (character .*)$/, ([, rest = ''], context) => at(context, `illegal ${rest}`)],
  [
    /^expression in (?:go|defer) must be function call$/,
    ([message], context) => ({ pos: endOfStatement(context), message }),
  ],
  [
    /^final index required in 3-index slice$/,
    ([message], { tokens, index, diagnostic }) => ({
      pos: tokens[index - 1]?.pos ?? diagnostic.pos,
      message,
    }),
  ],
];

/** Whether vet gets no further than this; gc finds some such errors only when it checks types. */
export function isParserError({ code, message }: Diagnostic): boolean {
  return (
    code === 'syntax' || code === 'source' || /^expression in (go|defer) must be/.test(message)
  );
}

/** gc's first error with its place, in go/parser's words; some have the same. */
export function inParserWords(file: SourceFile, diagnostic: Diagnostic): string {
  const tokens = scan(file);
  const { pos } = diagnostic;
  const after = tokens.findIndex((token) => token.pos >= pos && token.end > pos - 1);
  const index = after < 0 ? tokens.length - 1 : after;
  const found = foundText(tokens[index]);
  const context = { tokens, index, found, diagnostic };
  const message = diagnostic.message.replace(/^syntax error: /, '');
  for (const [gc, words] of rules) {
    const match = gc.exec(message);
    if (match === null) continue;
    const error = words(match, context);
    return `${placeOf(file, error.pos)}: ${error.message}`;
  }
  return `${placeOf(file, pos)}: ${message}`;
}

function foundText(token: Token | undefined): string {
  if (token === undefined || token.kind === 'EOF') return "found 'EOF'";
  const { kind, text } = token;
  if (kind === ';') return text === 'semicolon' ? "found ';'" : 'found newline';
  const isLiteral = ['IDENT', 'INT', 'FLOAT', 'IMAG', 'CHAR', 'STRING'].includes(kind);
  return `found ${isLiteral ? text : `'${text}'`}`;
}

function expected(what: string, { found, tokens, index }: Context): string {
  // The condition of an if statement might be a statement before it.
  const isAfterIf = what === '{' && tokens[statementStart(tokens, index) - 1]?.kind === 'if';
  if (isAfterIf) return `expected ';', ${found}`;
  const shown = what === 'name' ? "'IDENT'" : what === 'type' ? what : `'${what}'`;
  return `expected ${shown}, ${found}`;
}

/** Index of the first token after the keyword or semicolon before. */
function statementStart(tokens: readonly Token[], index: number): number {
  let start = index;
  while (start > 0 && !['if', 'for', 'switch', ';'].includes(tokens[start - 1]?.kind ?? ';')) {
    start -= 1;
  }
  return start;
}

/** `if x := 1 {`: told where the statement begins that is no condition. */
function statementForCondition({ tokens, index, diagnostic }: Context): ParserError {
  const start = statementStart(tokens, index);
  const message =
    'expected boolean expression, found assignment (missing parentheses around composite literal?)';
  return { pos: tokens[start]?.pos ?? diagnostic.pos, message };
}

/** Told where the literal begins, not where it goes wrong. */
function atLiteral({ tokens, diagnostic }: Context, message: string): ParserError {
  const literal = tokens.findLast(
    ({ kind, pos }) => (kind === 'STRING' || kind === 'CHAR') && pos <= diagnostic.pos,
  );
  return { pos: literal?.pos ?? diagnostic.pos, message };
}

/** Behind the expression that should be a call. */
function endOfStatement({ tokens, index, diagnostic }: Context): Pos {
  let depth = 0;
  for (let i = index; i < tokens.length; i++) {
    const { kind = 'EOF', pos = diagnostic.pos } = tokens[i] ?? {};
    if (['(', '[', '{'].includes(kind)) depth += 1;
    if ([')', ']', '}'].includes(kind)) depth -= 1;
    if (depth < 0 || kind === 'EOF' || (kind === ';' && depth === 0)) {
      return depth < 0 ? (tokens[i - 1]?.end ?? pos) : pos;
    }
  }
  return diagnostic.pos;
}

/** For go/parser the end of a file is never on a line of its own. */
function placeOf(file: SourceFile, pos: Pos): string {
  const isEnd = offsetIn(file, pos) >= file.text.length && file.text.endsWith('\n');
  if (!isEnd) return displayPosition(file, pos);
  const before = displayPosition(file, addToPos(pos, -1));
  return before.replace(/\d+$/, (column) => String(Number(column) + 1));
}
