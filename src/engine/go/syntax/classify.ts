// Source text to coloured spans, for the editor and for listings. Only the scanner is used, so it
// works on any text, complete or not; names are told apart by what stands next to them, which is
// as good as it gets without types.
// Invariants: spans are in order, do not overlap, and never cover white space between tokens.

import { FileSet, offsetIn } from './pos.ts';
import { scanAll } from './scanner.ts';
import { keywordOrNull } from './token.ts';
import type { Token } from './token.ts';

export type SpanClass =
  | 'keyword'
  | 'operator'
  | 'arrow'
  | 'punctuation'
  | 'string'
  | 'number'
  | 'comment'
  | 'type'
  | 'constant'
  | 'function'
  | 'identifier';

/** Text offsets [start, end) in UTF-16 units, and how to show what is there. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly class: SpanClass;
}

const builtinTypes: ReadonlySet<string> = new Set([
  ...['any', 'bool', 'byte', 'comparable', 'complex64', 'complex128', 'error', 'float32'],
  ...['float64', 'int', 'int8', 'int16', 'int32', 'int64', 'rune', 'string', 'uint', 'uint8'],
  ...['uint16', 'uint32', 'uint64', 'uintptr'],
]);

const builtinConstants: ReadonlySet<string> = new Set(['true', 'false', 'nil', 'iota']);

/** The coloured spans of a whole Go source text. */
export function classify(text: string): readonly Span[] {
  const file = new FileSet().addFile('', text);
  const tokens = scanAll(file).filter((token) => token.end > token.pos);
  const neighbours = tokens.filter((token) => token.kind !== 'COMMENT');
  let index = 0;
  return tokens.map((token) => {
    const isComment = token.kind === 'COMMENT';
    const at = isComment ? index : index++;
    return {
      start: offsetIn(file, token.pos),
      end: offsetIn(file, token.end),
      class: classOf(token, neighbours[at - 1], neighbours[at + 1]),
    };
  });
}

/** The spans cut at line ends, one list a line, with offsets from the line's start. */
export function classifyLines(text: string): readonly (readonly Span[])[] {
  const lines: Span[][] = [];
  const starts: number[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    lines.push([]);
    starts.push(offset);
    offset += line.length + 1;
  }
  let line = 0;
  for (const span of classify(text)) {
    while ((starts[line + 1] ?? Infinity) <= span.start) line += 1;
    // Comments and raw strings may go on over several lines.
    for (let at = line; at < lines.length; at++) {
      const lineStart = starts[at] ?? 0;
      if (lineStart >= span.end) break;
      const lineEnd = (starts[at + 1] ?? text.length + 1) - 1;
      const start = Math.max(span.start, lineStart) - lineStart;
      const end = Math.min(span.end, lineEnd) - lineStart;
      if (end > start) lines[at]?.push({ start, end, class: span.class });
    }
  }
  return lines;
}

function classOf(token: Token, before: Token | undefined, after: Token | undefined): SpanClass {
  switch (token.kind) {
    case 'COMMENT':
      return 'comment';
    case 'IDENT':
      return classOfName(token.text, before, after);
    case 'INT':
    case 'FLOAT':
    case 'IMAG':
      return 'number';
    case 'CHAR':
    case 'STRING':
      return 'string';
    case '<-':
      return 'arrow';
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case ',':
    case ';':
    case '.':
    case ':':
      return 'punctuation';
    default:
      return keywordOrNull(token.kind) === null ? 'operator' : 'keyword';
  }
}

function classOfName(name: string, before: Token | undefined, after: Token | undefined): SpanClass {
  if (before?.kind !== '.') {
    if (builtinTypes.has(name)) return 'type';
    if (builtinConstants.has(name)) return 'constant';
    if (before?.kind === 'type') return 'type';
  }
  return after?.kind === '(' ? 'function' : 'identifier';
}
