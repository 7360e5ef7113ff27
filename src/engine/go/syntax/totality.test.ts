// The front end is total: whatever the text, it ends and it does not throw. Prefixes and single-token
// deletions of every program of the repository are tried (all but of long ones), and texts nobody
// would write.

import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classify } from './classify.ts';
import { headerErrorOrNull } from './header.ts';
import { FileSet, offsetIn } from './pos.ts';
import { scan } from './scanner.ts';
import { evenly } from './testing/evenly.ts';
import { parseText } from './testing/parse-text.ts';

/** The stages under test; each must accept any text. Later stages of the front end join here. */
function runFrontEnd(text: string): void {
  const { file, diagnostics, source } = parseText(text);
  headerErrorOrNull(source);
  classify(text);
  // A plain comparison, as this runs some hundred thousand times.
  const isInside = diagnostics.every(
    ({ pos, end }) => pos >= source.base && pos <= source.base + text.length && end >= pos,
  );
  if (file.kind !== 'File' || !isInside) expect.fail(`misplaced diagnostic in ${text}`);
}

function goFilesUnder(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.go'))
    .map((path) => join(directory, path))
    .sort();
}

const programs = ['src/testdata/programs', 'src/programs'].flatMap(goFilesUnder);

describe('every program of the repository', () => {
  it.each(programs)('%s, cut short or with a token missing', (path) => {
    const text = readFileSync(path, 'utf8');
    const file = new FileSet().addFile(path, text);
    for (const token of evenly(scan(file), 400)) {
      const start = offsetIn(file, token.pos);
      const end = offsetIn(file, token.end);
      runFrontEnd(text.slice(0, start));
      // Within a token only its middle matters: an unfinished literal, comment or operator.
      if (end - start > 1) runFrontEnd(text.slice(0, (start + end) >> 1));
      if (end > start) runFrontEnd(text.slice(0, start) + text.slice(end));
    }
  });
});

describe('texts nobody would write', () => {
  const words = [
    ...['func', 'type', 'struct', 'interface', 'map', 'chan', 'for', 'range', 'if', 'else', 'go'],
    ...['switch', 'select', 'case', 'default', 'return', 'defer', 'goto', 'var', 'const', 'import'],
    ...['(', ')', '[', ']', '{', '}', ',', ';', ':', ':=', '=', '.', '...', '<-', '*', '&', '|'],
    ...['~', '+', '++', '!', '==', 'x', 'T', '1', '"s"', "'r'", '`', '"', '/*', '//', '\n', '\0'],
  ];

  it('may be tokens in any order', () => {
    const tokens = fc.array(fc.constantFrom(...words), { maxLength: 60 });
    fc.assert(
      fc.property(tokens, (list) => {
        runFrontEnd(`package p\n${list.join(' ')}`);
        runFrontEnd(`package p\nfunc f() { ${list.join(' ')}`);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('may be any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        runFrontEnd(text);
        runFrontEnd(`package p; var _ = ${text}`);
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it.each([
    ['parentheses', (n: number) => `var x = ${'('.repeat(n)}1${')'.repeat(n)}`],
    ['operators', (n: number) => `var x = ${'-'.repeat(n)}1`],
    ['a sum', (n: number) => `var x = ${'1+'.repeat(n)}1`],
    ['selectors', (n: number) => `var x = a${'.b'.repeat(n)}`],
    ['calls', (n: number) => `var x = f${'()'.repeat(n)}`],
    ['literals', (n: number) => `var x = T${'{'.repeat(n)}${'}'.repeat(n)}`],
    ['functions', (n: number) => `func f() {${'func(){'.repeat(n)}${'}()'.repeat(n)}}`],
    ['blocks', (n: number) => `func f() {${'{'.repeat(n)}${'}'.repeat(n)}}`],
    ['ifs', (n: number) => `func f() {if x {}${' else if x {}'.repeat(n)}}`],
    ['switches', (n: number) => `func f() {${'switch { case x:'.repeat(n)}${'}'.repeat(n)}}`],
    ['labels', (n: number) => `func f() {${'L: '.repeat(n)}}`],
    ['slices', (n: number) => `var x ${'[]'.repeat(n)}int`],
    ['structs', (n: number) => `type T ${'struct{x '.repeat(n)}int${'}'.repeat(n)}`],
    ['interfaces', (n: number) => `type T ${'interface{m(x '.repeat(n)}int${')}'.repeat(n)}`],
    ['type arguments', (n: number) => `var x ${'T['.repeat(n)}int${']'.repeat(n)}`],
    ['channels', (n: number) => `var x = ${'<-'.repeat(n)}chan int`],
    ['open brackets', (n: number) => 'func f() { if x[T{(func(){'.repeat(n)],
  ])('may nest %s far deeper than any stack', (_, text) => {
    runFrontEnd(`package p\n${text(100)}\n`);
    const { diagnostics } = parseText(`package p\n${text(20_000)}\n`);
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  it('may be one huge line', () => {
    const text = `package p; var x = []int{${'1, '.repeat(200_000)}}`;
    expect(parseText(text).listing).toBe('');
    runFrontEnd(`package p; import "${'\\a'.repeat(500_000)}`);
    runFrontEnd(`${'/**/ '.repeat(500_000)}package p`);
  });
});
