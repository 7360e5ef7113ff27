// Differences as gofmt -d prints them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from './line-diff.ts';

test('equal texts have none', () => {
  expect(unifiedDiff('a.orig', 'x\n', 'a', 'x\n')).toBe('');
});

test('changed lines are shown with three lines around them', () => {
  const old = ['package p', '', 'var a=1', 'b', 'c', 'd', 'e', 'f'].join('\n');
  expect(unifiedDiff('a.go.orig', old, 'a.go', `${old.replace('a=1', 'a = 1')}\n`)).toBe(
    `diff a.go.orig a.go
--- a.go.orig
+++ a.go
@@ -1,8 +1,8 @@
 package p
 
-var a=1
+var a = 1
 b
 c
 d
 e
-f
\\ No newline at end of file
+f
`,
  );
});

test('changes far apart are hunks of their own', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i}\n`);
  const diff = unifiedDiff('a', lines.join(''), 'b', ['new\n', ...lines.slice(0, 19)].join(''));
  expect(diff.match(/^@@.*$/gm)).toEqual(['@@ -1,3 +1,4 @@', '@@ -17,4 +18,3 @@']);
});

test('a text that appears out of nothing starts at line 0', () => {
  expect(unifiedDiff('a', '', 'b', 'x\n')).toBe('diff a b\n--- a\n+++ b\n@@ -0,0 +1,1 @@\n+x\n');
});

/** The new text, made from the old one and the hunks. */
function patch(old: string, diff: string): string {
  const source = old.split(/(?<=\n)/).filter((line) => line !== '');
  const result: string[] = [];
  let at = 0;
  for (const line of diff.split(/(?<=\n)/).slice(3)) {
    const from = /^@@ -(\d+),(\d+)/.exec(line);
    if (from !== null) {
      const begin = Number(from[1]) - (Number(from[2]) > 0 ? 1 : 0);
      result.push(...source.slice(at, begin));
      at = begin;
    } else if (line.startsWith('-')) at += 1;
    else if (line.startsWith('+')) result.push(line.slice(1));
    else {
      expect(line.slice(1)).toBe(source[at]);
      result.push(source[at] ?? '');
      at += 1;
    }
  }
  return [...result, ...source.slice(at)].join('');
}

test('the hunks make the old text the new one', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '}', ''), { maxLength: 30 })
    .map((lines) => lines.map((line) => `${line}\n`).join(''));
  fc.assert(
    fc.property(text, text, (old, changed) => {
      expect(patch(old, unifiedDiff('a', old, 'b', changed))).toBe(changed);
    }),
  );
});
