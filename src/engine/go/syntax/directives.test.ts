// Compiler directives that stand where gc takes none.

import { describe, expect, it } from 'vitest';
import { misplacedDirectives } from './directives.ts';
import { parse } from './parser.ts';
import { FileSet } from './pos.ts';

/** Lines and columns of the complaints about what follows the package clause, from its line on. */
function found(text: string): { elsewhere: string[]; atDeclarations: string[] } {
  const fset = new FileSet();
  const { file } = parse(fset.addFile('p.go', `package p\n${text}`));
  const { elsewhere, atDeclarations } = misplacedDirectives(file);
  const show = (list: typeof elsewhere): string[] =>
    list.map(({ pos, message }) => {
      const { line, column } = fset.position(pos);
      return `${line}:${column}: ${message}`;
    });
  return { elsewhere: show(elsewhere), atDeclarations: show(atDeclarations) };
}

const misplaced = 'misplaced compiler directive';
const nothing = { elsewhere: [], atDeclarations: [] };

describe('a compiler directive', () => {
  it('belongs to a function, with comments between', () => {
    expect(found('//go:noinline\n\n// f does.\nfunc f() {}')).toEqual(nothing);
  });

  it('has no place in a function', () => {
    expect(found('func f() {\n\t//go:noinline\n\tfunc() {}()\n}').elsewhere).toEqual([
      `3:4: ${misplaced}`,
    ]);
  });

  it('is no constraint below the package clause', () => {
    expect(found('//go:build linux').elsewhere).toEqual([`2:3: ${misplaced}`]);
  });

  it('stands on a line of its own, even an unknown one', () => {
    expect(found('var x int //go:generate y\n//go:generate y').elsewhere).toEqual([
      `2:13: ${misplaced}`,
    ]);
  });

  it('is nothing for other declarations, which is told after all else', () => {
    const text = '//go:nosplit\nvar x int\n\ntype (\n\t//go:noinline\n\tt int\n)';
    expect(found(text)).toEqual({
      elsewhere: [],
      atDeclarations: [`2:3: ${misplaced}`, `6:4: ${misplaced}`],
    });
  });

  it('is for the runtime alone', () => {
    expect(found('//go:systemstack\nfunc f() {}').elsewhere).toEqual([
      '2:3: //go:systemstack only allowed in runtime',
    ]);
  });
});
