// Tokens as a list of words, and what is wrong with literals, in gc's words and columns.

import { describe, expect, it } from 'vitest';
import { parse } from './parser.ts';
import { FileSet } from './pos.ts';
import { scan, scanAll } from './scanner.ts';

function tokensOf(text: string): string {
  const file = new FileSet().addFile('prog.go', text);
  return scan(file)
    .map((token) => (token.kind === ';' ? `;${token.text}` : token.text || token.kind))
    .join(' ');
}

/** The errors of an expression, with columns counted from its start. */
function errorsIn(expression: string): readonly string[] {
  const prefix = 'package p; var _ = ';
  const fset = new FileSet();
  const { diagnostics } = parse(fset.addFile('prog.go', prefix + expression));
  return diagnostics
    .filter((diagnostic) => diagnostic.code === 'source')
    .map(({ pos, message }) => `${fset.position(pos).column - prefix.length}: ${message}`);
}

describe('semicolons', () => {
  it('end a line after a name, a literal, a closing bracket, ++ and return', () => {
    const lines = ['x', '1', 'f()', 'a[0]', 'T{}', 'i++', 'return', 'break', 'if', '+', 'func'];
    expect(lines.filter((line) => tokensOf(`${line}\n`).includes(';newline'))).toEqual(
      lines.slice(0, 8),
    );
  });

  it('are inserted at the end of the file and at comments over several lines', () => {
    expect(tokensOf('x')).toBe('x ;EOF EOF');
    expect(tokensOf('x /* a\nb */ y')).toBe('x ;newline y ;EOF EOF');
    expect(tokensOf('x /* a */ y // z')).toBe('x y ;EOF EOF');
  });
});

describe('operators', () => {
  it('are as long as they can be', () => {
    expect(tokensOf('a&^=b<<=c&&d<-e...f.g++')).toBe(
      'a &^= b <<= c && d <- e ... f . g ++ ;EOF EOF',
    );
    expect(tokensOf('a..b')).toBe('a . . b ;EOF EOF');
  });
});

describe('names', () => {
  it('may use any letter and digit', () => {
    expect(tokensOf('café 世界 x²')).toBe('café 世界 x² ;EOF EOF');
    expect(errorsIn('x²')).toEqual(["2: invalid character U+00B2 '²' in identifier"]);
    expect(errorsIn('٣x')).toEqual(["1: identifier cannot begin with digit U+0663 '٣'"]);
    expect(errorsIn('café')).toEqual([]);
  });
});

describe('comments', () => {
  it('are tokens only for those who ask', () => {
    const file = new FileSet().addFile('prog.go', '// a\nx /* b */');
    expect(scanAll(file).map((token) => token.text)).toEqual(['// a', 'x', '/* b */', 'EOF', '']);
  });

  it('must be terminated', () => {
    expect(errorsIn('1 /* a')).toEqual(['3: comment not terminated']);
  });
});

describe('numbers', () => {
  it.each([
    ['08', "2: invalid digit '8' in octal literal"],
    ['0b12', "4: invalid digit '2' in binary literal"],
    ['0o', '3: octal literal has no digits'],
    ['0x', '3: hexadecimal literal has no digits'],
    ['1__0', "3: '_' must separate successive digits"],
    ['1_', "2: '_' must separate successive digits"],
    ['0_x1', "2: '_' must separate successive digits"],
    ['1e', '3: exponent has no digits'],
    ['0x1.0', "6: hexadecimal mantissa requires a 'p' exponent"],
    ['0b1.0', '4: invalid radix point in binary literal'],
    ['1p2', "2: 'p' exponent requires hexadecimal mantissa"],
    ['0b1e2', "4: 'e' exponent requires decimal mantissa"],
  ])('%s is wrong', (literal, error) => {
    expect(errorsIn(literal)[0]).toBe(error);
  });

  it('accept every form of the specification', () => {
    const literals = ['0', '007', '0o17', '0B01', '0xBad_Face', '0_7', '1_000', '08.5', '.5', '6.'];
    literals.push('1e+3', '0x1p-2', '0x.8p0', '089i', '0x1i', '1E6i', '0x_1');
    for (const literal of literals) expect([literal, errorsIn(literal)]).toEqual([literal, []]);
  });
});

describe('runes and strings', () => {
  it.each([
    ["''", "2: empty rune literal or unescaped '"],
    ["'ab'", '1: more than one character in rune literal'],
    ["'a", '1: rune literal not terminated'],
    ["'\n'", '2: newline in rune literal'],
    ['"a', '1: string not terminated'],
    ['"a\n', '3: newline in string'],
    ['`a', '1: string not terminated'],
    ['"\\q"', '3: unknown escape'],
    ['"\\xg0"', "4: invalid character 'g' in hexadecimal escape"],
    ['"\\08"', "4: invalid character '8' in octal escape"],
    ["'\\400'", '6: octal escape value 256 > 255'],
    ['"\\uD800"', '8: escape is invalid Unicode code point U+D800'],
    ['"\\U00110000"', '12: escape is invalid Unicode code point U+110000'],
  ])('%j is wrong', (literal, error) => {
    expect(errorsIn(literal)[0]).toBe(error);
  });

  it('count columns in bytes', () => {
    expect(errorsIn('"世\\q"')).toEqual(['6: unknown escape']);
  });
});

describe('foreign characters', () => {
  it('are reported and skipped', () => {
    expect(errorsIn('1 @')).toEqual(["3: invalid character U+0040 '@'"]);
    expect(errorsIn('1 + #2')).toEqual(["5: invalid character U+0023 '#'"]);
  });

  it('include NUL, a late byte order mark, and broken surrogates', () => {
    expect(errorsIn('"a\0"')).toEqual(['3: invalid NUL character']);
    expect(errorsIn('1 /*\uFEFF*/')).toEqual(['5: invalid BOM in the middle of the file']);
    expect(errorsIn('"\uD800"')).toEqual(['2: invalid UTF-8 encoding']);
    expect(tokensOf('\uFEFFx')).toBe('x ;EOF EOF');
  });
});
