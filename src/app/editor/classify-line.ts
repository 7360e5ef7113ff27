// The project's scanner, one line at a time, as Monaco asks for it: what an earlier line has left
// open (a block comment, a raw string) is put in front, scanned, and taken away again.

import { classify, type Span } from '../../engine/go/syntax/classify.ts';

/** What the line before has left open. */
export type LineState = 'code' | 'comment' | 'raw string';

const openings: Readonly<Record<LineState, string>> = {
  code: '',
  comment: '/*',
  'raw string': '`',
};

/** The spans of a line, and what it leaves open. */
export function classifyLine(
  line: string,
  before: LineState,
): { readonly spans: readonly Span[]; readonly after: LineState } {
  const opening = openings[before];
  const text = opening + line;
  const scanned = classify(text);
  const spans = scanned
    .filter((span) => span.end > opening.length)
    .map((span) => ({
      ...span,
      start: Math.max(span.start - opening.length, 0),
      end: span.end - opening.length,
    }));
  const last = scanned[scanned.length - 1];
  return { spans, after: last === undefined ? before : stateAfter(text, last) };
}

function stateAfter(text: string, last: Span): LineState {
  if (last.end < text.length) return 'code';
  const token = text.slice(last.start, last.end);
  if (token.startsWith('/*')) return isClosed(token, '/*', '*/') ? 'code' : 'comment';
  if (token.startsWith('`')) return isClosed(token, '`', '`') ? 'code' : 'raw string';
  return 'code';
}

function isClosed(token: string, open: string, close: string): boolean {
  return token.length >= open.length + close.length && token.endsWith(close);
}
