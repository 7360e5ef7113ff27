// Expressions as error messages show them: what is written on the left comes back on the right.

import { describe, expect, it } from 'vitest';
import type { Expr } from './ast.ts';
import { gcPos, startPos } from './positions.ts';
import { exprString } from './print-expr.ts';
import { parseText } from './testing/parse-text.ts';

function expression(text: string): { readonly x: Expr; readonly offset: (pos: number) => number } {
  const prefix = 'package p; var _ = ';
  const { file, source } = parseText(`${prefix}${text}\n`);
  const [decl] = file.decls;
  const spec = decl?.kind === 'GenDecl' ? decl.specs[0] : undefined;
  const x = spec?.kind === 'ValueSpec' ? spec.values[0] : undefined;
  if (x === undefined) throw new Error(`no expression in ${text}`);
  return { x, offset: (pos) => pos - source.base - prefix.length };
}

describe('exprString', () => {
  it.each([
    ['a+b *c', 'a + b * c'],
    ['( a+b)*c', '(a + b) * c'],
    ['-x + !y', '-x + !y'],
    ['f( x,y... )', 'f(x, y...)'],
    ['a [i] [ j:k ]', 'a[i][j:k]'],
    ['s[:2:3]', 's[:2:3]'],
    ['x.( T )', 'x.(T)'],
    ['&T{1,2}', '&T{…}'],
    ['T{}', 'T{}'],
    ['[]int{1}', '[]int{…}'],
    ['[...]int{1}', '[...]int{…}'],
    [
      'func(a,b int,c ...string) (int,error) { return }',
      'func(a, b int, c ...string) (int, error) {…}',
    ],
    ['func() {}', 'func() {}'],
    ['func() int { return 1 }', 'func() int {…}'],
    ['map[string]  []int(nil)', 'map[string][]int(nil)'],
    ['(chan (<-chan int))(nil)', '(chan (<-chan int))(nil)'],
    ['(chan<- chan int)(nil)', '(chan<- chan int)(nil)'],
    ['struct{a,b int;C "x"}{}', 'struct{a, b int; C "x"}{}'],
    ['interface{m(int) string;~int|E}(nil)', 'interface{m(int) string; ~int | E}(nil)'],
    ['f[int , string](x)', 'f[int, string](x)'],
    ['<-ch', '<-ch'],
    ['\'a\' + `b` + "c"', '\'a\' + `b` + "c"'],
  ])('%s', (written, shown) => {
    expect(exprString(expression(written).x)).toBe(shown);
  });
});

describe('the positions of gc', () => {
  it.each([
    ['a + b', 2, 0],
    ['f(x).g', 4, 0],
    ['f(x)', 1, 0],
    ['a[i]', 1, 0],
    ['s[1:2]', 1, 1],
    ['x.(T)', 1, 0],
    ['T{1}', 1, 0],
    ['-x', 0, 0],
    ['func() {}', 0, 0],
  ])('%s is at %i and starts at %i', (text, at, start) => {
    const { x, offset } = expression(text);
    expect([offset(gcPos(x)), offset(startPos(x))]).toEqual([at, start]);
  });
});
