// What Regexp.LiteralPrefix says: the text that the program of a pattern begins with. Go looks at
// the program that it would run: one that is anchored and never has to choose (regexp/onepass.go),
// or the general one, in which an anchor is no literal.

import { encodeRune } from '../../base/utf8.ts';
import { Op, type Program } from './compile-pattern.ts';
import { Assertion } from './syntax-tree.ts';

/** The text, and whether it is all that matches. */
export function literalPrefix(program: Program): [prefix: string, complete: boolean] {
  const { start } = program;
  if (!isAssertion(program, start, Assertion.beginText) || !maySayAtOnce(program)) {
    const { text, at } = gather(program, skip(program, start, true), true);
    return [text, program.ops[at] === Op.match];
  }
  const first = skip(program, program.next[start] ?? 0, false);
  const { text, at } = gather(program, first, false);
  if (text === '') return ['', program.ops[at] === Op.match];
  const isAtEnd = isAssertion(program, at, Assertion.endText);
  return [text, isAtEnd && program.ops[program.next[at] ?? 0] === Op.match];
}

interface Gathered {
  readonly text: string;
  readonly at: number;
}

function gather(program: Program, from: number, skipsCaptures: boolean): Gathered {
  let text = '';
  let at = from;
  while (program.ops[at] === Op.rune && program.args[at] !== 0xfffd) {
    text += encodeRune(program.args[at] ?? 0);
    at = program.next[at] ?? 0;
    if (skipsCaptures) at = skip(program, at, true);
  }
  return { text, at };
}

function skip(program: Program, from: number, captures: boolean): number {
  let at = from;
  while (program.ops[at] === Op.nop || (captures && program.ops[at] === Op.capture)) {
    at = program.next[at] ?? 0;
  }
  return at;
}

function isAssertion({ ops, args }: Program, at: number, assertion: number): boolean {
  return ops[at] === Op.assertion && ((args[at] ?? 0) & assertion) !== 0;
}

/**
 * Whether nothing but the end of the text leads to a match, as programs without choices demand
 * (compileOnePass); that no choice is open is taken for granted.
 */
function maySayAtOnce(program: Program): boolean {
  const { ops, next, args } = program;
  const hasChoice = ops.includes(Op.split);
  return ops.every((op, at) => {
    const leadsToMatch = ops[next[at] ?? 0] === Op.match;
    if (op === Op.split) return !leadsToMatch && ops[args[at] ?? 0] !== Op.match;
    if (!leadsToMatch) return true;
    return op === Op.assertion ? isAssertion(program, at, Assertion.endText) : !hasChoice;
  });
}
