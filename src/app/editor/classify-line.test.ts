// Colouring line by line must say what colouring the whole text says.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { classifyLines } from '../../engine/go/syntax/classify.ts';
import { classifyLine, type LineState } from './classify-line.ts';

/** `keyword:func identifier:x`, one text a line, white space left out. */
function byLine(text: string): string[] {
  let state: LineState = 'code';
  return text.split('\n').map((line) => {
    const { spans, after } = classifyLine(line, state);
    state = after;
    return spans.map((span) => `${span.class}:${line.slice(span.start, span.end)}`).join(' ');
  });
}

function atOnce(text: string): string[] {
  const lines = text.split('\n');
  return classifyLines(text).map((spans, i) =>
    spans.map((span) => `${span.class}:${lines[i]?.slice(span.start, span.end)}`).join(' '),
  );
}

test('a comment goes on over lines until it is closed', () => {
  expect(byLine('x /* one\ntwo\nthree */ y')).toEqual([
    'identifier:x comment:/* one',
    'comment:two',
    'comment:three */ identifier:y',
  ]);
});

test('a raw string goes on over lines until it is closed', () => {
  expect(byLine('s := `a\n"b\n` + t')).toEqual([
    'identifier:s operator::= string:`a',
    'string:"b',
    'string:` operator:+ identifier:t',
  ]);
});

test('an ordinary string that is not closed ends with its line', () => {
  expect(byLine('s := "a\nfunc')[1]).toBe('keyword:func');
});

const programs = fileURLToPath(new URL('../../programs/', import.meta.url));

test.each(readdirSync(programs).filter((name) => name.endsWith('.go')))(
  '%s is coloured the same line by line and at once',
  (name) => {
    const text = readFileSync(`${programs}${name}`, 'utf8');
    expect(byLine(text)).toEqual(atOnce(text));
  },
);
