// The tokens of Go. A token's kind is its own text for operators and keywords, and an upper-case
// word for the others, as go/token names them. A ';' inserted at a line's end has the text "\n".

import type { Pos } from './pos.ts'

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
] as const

export type Keyword = (typeof keywords)[number]

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
] as const

export type Operator = (typeof operators)[number]

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
  | Keyword

/** One token: its text is source[pos, end); an inserted semicolon is empty there. */
export interface Token {
  readonly kind: TokenKind
  readonly pos: Pos
  readonly end: Pos
  /** The source text; for an inserted semicolon "newline" or "EOF", for a written one ";". */
  readonly text: string
  /** A literal with a scan error. */
  readonly bad: boolean
}

const keywordSet: ReadonlySet<string> = new Set(keywords)

/** Whether `text` is one of Go's 25 keywords. */
export function isKeyword(text: string): text is Keyword {
  return keywordSet.has(text)
}

/** The precedence of a binary operator, 1 (`||`) to 5 (`*`), 0 for anything else. */
export function precedence(kind: TokenKind): number {
  switch (kind) {
    case '||':
      return 1
    case '&&':
      return 2
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return 3
    case '+':
    case '-':
    case '|':
    case '^':
      return 4
    case '*':
    case '/':
    case '%':
    case '<<':
    case '>>':
    case '&':
    case '&^':
      return 5
    default:
      return 0
  }
}
