// What the editor colours: source in, the class of every span out.

import { describe, expect, it } from 'vitest';
import { classify, classifyLines } from './classify.ts';

function spansOf(text: string): readonly string[] {
  return classify(text).map((span) => `${span.class} ${text.slice(span.start, span.end)}`);
}

describe('classify', () => {
  it('tells names apart by what stands next to them', () => {
    expect(spansOf('var n int = len(x.string)')).toEqual([
      'keyword var',
      'identifier n',
      'type int',
      'operator =',
      'function len',
      'punctuation (',
      'identifier x',
      'punctuation .',
      'identifier string',
      'punctuation )',
    ]);
  });

  it('sets the channel arrow apart from other operators', () => {
    expect(spansOf('ch <- <-in + nil')).toEqual([
      'identifier ch',
      'arrow <-',
      'arrow <-',
      'identifier in',
      'operator +',
      'constant nil',
    ]);
  });

  it('covers comments, strings, runes and numbers', () => {
    expect(spansOf("/* a */ f(`b`, 'c', 0x1p-2) // d")).toEqual([
      'comment /* a */',
      'function f',
      'punctuation (',
      'string `b`',
      'punctuation ,',
      "string 'c'",
      'punctuation ,',
      'number 0x1p-2',
      'punctuation )',
      'comment // d',
    ]);
  });

  it('goes on after an unterminated string', () => {
    expect(spansOf('x := "abc\ny')).toEqual([
      'identifier x',
      'operator :=',
      'string "abc',
      'identifier y',
    ]);
  });

  it('cuts comments and raw strings at line ends', () => {
    expect(classifyLines('a /* b\n\nc */ d')).toEqual([
      [
        { start: 0, end: 1, class: 'identifier' },
        { start: 2, end: 6, class: 'comment' },
      ],
      [],
      [
        { start: 0, end: 4, class: 'comment' },
        { start: 5, end: 6, class: 'identifier' },
      ],
    ]);
  });
});
