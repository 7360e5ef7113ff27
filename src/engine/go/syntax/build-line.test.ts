// Build constraints as expressions: which files of a directory belong to a build.

import { describe, expect, it } from 'vitest';
import { parseBuildExprOrNull, satisfies } from './build-line.ts';

function holds(constraint: string, ...tags: readonly string[]): boolean | null {
  const x = parseBuildExprOrNull(constraint);
  return x === null ? null : satisfies(x, (tag) => tags.includes(tag));
}

describe('a build constraint', () => {
  it('holds when its tags are set as it says', () => {
    expect(holds('ignore')).toBe(false);
    expect(holds('linux && !cgo', 'linux')).toBe(true);
    expect(holds('linux && !cgo', 'linux', 'cgo')).toBe(false);
    expect(holds('(linux || darwin) && go1.21', 'darwin', 'go1.21')).toBe(true);
    expect(holds('a || b && c', 'a')).toBe(true);
  });

  it.each(['', 'a b', 'a &&', '!!a', '(a', 'a)', 'a & b', 'a,b'])('is none: %j', (text) => {
    expect(holds(text)).toBe(null);
  });

  it('is none when it is longer than anyone writes', () => {
    expect(holds('('.repeat(5000))).toBe(null);
  });
});
