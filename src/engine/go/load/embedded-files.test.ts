// What a pattern of `//go:embed` matches, and what the go command says when that is nothing.

import { describe, expect, it } from 'vitest';
import { matchPattern } from './embedded-files.ts';

const tree = [
  ...['main.go', 'a.txt', 'b.txt', 'dir/c.txt', 'dir/.hidden', 'dir/_draft/d.txt', 'dir/sub/e.txt'],
  ...['other/go.mod', 'other/f.txt', 'empty/.keep', 'bad/x:y', 'dir/nested/go.mod', 'dir/nested/g'],
];

describe('a pattern', () => {
  it.each([
    ['a.txt', ['a.txt']],
    ['*.txt', ['a.txt', 'b.txt']],
    ['[!b-z].txt', ['b.txt']],
    ['[^b-z].txt', ['a.txt']],
    ['?.txt', ['a.txt', 'b.txt']],
    ['*/c.txt', ['dir/c.txt']],
    ['dir', ['dir/c.txt', 'dir/sub/e.txt']],
    ['all:dir', ['dir/.hidden', 'dir/_draft/d.txt', 'dir/c.txt', 'dir/sub/e.txt']],
    ['dir/.hidden', ['dir/.hidden']],
    ['dir/*', 'cannot embed directory dir/nested: in different module'],
    ['none*', 'no matching files found'],
    ['other/f.txt', 'cannot embed file other/f.txt: in different module'],
    ['empty', 'cannot embed directory empty: contains no embeddable files'],
    ['bad/x:y', 'cannot embed file bad/x:y: invalid name x:y'],
    ['.', 'invalid pattern syntax'],
    ['../a.txt', 'invalid pattern syntax'],
    ['/a.txt', 'invalid pattern syntax'],
    ['[a', 'invalid pattern syntax'],
  ])('%s matches or is refused', (pattern, expected) => {
    const matched = matchPattern(pattern, tree);
    expect(matched.kind === 'files' ? matched.names : matched.message).toEqual(expected);
  });
});
