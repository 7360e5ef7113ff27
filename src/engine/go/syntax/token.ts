// The tokens of Go. A token's kind is its own text for operators and keywords, and an upper-case
// word for the others, as go/token names them.

import type { Pos } from './pos.ts';

export const keywords = [
  'break',
  'case',
  'chan',
  'const',
  'continue',
  'default',
  'defer',
  'else',
  'fallthrough',
  'for',
  'func',
  'go',
  'goto',
  'if',
  'import',
  'interface',
  'map',
  'package',
  'range',
  'return',
  'select',
  'struct',
  'switch',
  'type',
  'var',
] as const;

export type Keyword = (typeof keywords)[number];

export const operators = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '&',
  '|',
  '^',
  '<<',
  '>>',
  '&^',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '&=',
  '|=',
  '^=',
  '<<=',
  '>>=',
  '&^=',
  '&&',
  '||',
  '<-',
  '++',
  '--',
  '==',
  '<',
  '>',
  '=',
  '!',
  '~',
  '!=',
  '<=',
  '>=',
  ':=',
  '...',
  '(',
  '[',
  '{',
  ',',
  '.',
  ')',
  ']',
  '}',
  ';',
  ':',
] as const;

export type Operator = (typeof operators)[number];

export type TokenKind =
  | 'EOF'
  | 'COMMENT'
  | 'IDENT'
  | 'INT'
  | 'FLOAT'
  | 'IMAG'
  | 'CHAR'
  | 'STRING'
  | Operator
  | Keyword;

/**
 * One token. `text` is source[pos, end), but for a semicolon it says where that comes from:
 * "semicolon" when written, "newline" or "EOF" when inserted (then pos equals end).
 */
export interface Token {
  readonly kind: TokenKind;
  readonly pos: Pos;
  readonly end: Pos;
  readonly text: string;
  /** A literal with a scan error. */
  readonly bad: boolean;
}

const keywordOf: ReadonlyMap<string, Keyword> = new Map(keywords.map((word) => [word, word]));

/** The keyword spelled `text`, or null. */
export function keywordOrNull(text: string): Keyword | null {
  return keywordOf.get(text) ?? null;
}

const precedences: ReadonlyMap<TokenKind, number> = new Map<TokenKind, number>([
  ['||', 1],
  ['&&', 2],
  ['==', 3],
  ['!=', 3],
  ['<', 3],
  ['<=', 3],
  ['>', 3],
  ['>=', 3],
  ['+', 4],
  ['-', 4],
  ['|', 4],
  ['^', 4],
  ['*', 5],
  ['/', 5],
  ['%', 5],
  ['&', 5],
  ['&^', 5],
  ['<<', 5],
  ['>>', 5],
]);

/** The precedence of a binary operator, 1 (`||`) to 5 (`*`), 0 for anything else. */
export function precedence(kind: TokenKind): number {
  return precedences.get(kind) ?? 0;
}
