import { expect, test } from 'vitest';
import { compilePattern } from './compile-pattern.ts';
import { parsePattern } from './parse-pattern.ts';
import { runPattern } from './run-pattern.ts';

function places(pattern: string, text: string, longest = false): number[] | null {
  const program = compilePattern(parsePattern(pattern, false));
  return runPattern(program, text, 0, program.names.length * 2, longest);
}

/** So long that threads run side by side. */
const padding = '-'.repeat(300_000);

test.each([
  ['(a|ab)(c|bcd)(d*)', 'abcd'],
  ['(a*)*b', 'aaab'],
  ['(a|b)*?c(d)?', 'ababcd'],
  ['(x)?(y)?z', 'yz'],
  ['\\bfoo\\B', 'foo food'],
])('%s finds the same place by backtracking and with all threads side by side', (pattern, text) => {
  for (const longest of [false, true]) {
    const near = places(pattern, text, longest);
    expect(near).not.toBeNull();
    expect(places(pattern, text + padding, longest)).toEqual(near);
  }
});

test('a pattern with nested repetition takes time linear in the text', () => {
  const program = compilePattern(parsePattern('(x+x+)+y', false));
  expect(runPattern(program, 'x'.repeat(200_000), 0, 0, false)).toBeNull();
});
