// The front end takes any text: token soups inside a plausible program, and programs of the
// repository with tokens replaced, doubled and swapped. Whatever comes out of it, nothing throws;
// what it accepts can be vetted and lowered.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corpusPaths, sourceOf } from '../../testing/run-corpus.ts';
import { vet } from '../diagnose.ts';
import { compile } from '../engine.ts';
import { scan } from './syntax/scanner.ts';
import { FileSet, offsetIn } from './syntax/pos.ts';

const words = [
  ...['func', 'type', 'struct', 'interface', 'map', 'chan', 'for', 'range', 'if', 'else', 'go'],
  ...['switch', 'select', 'case', 'default', 'return', 'defer', 'goto L', 'L:', 'var', 'const'],
  ...['break', 'continue', 'fallthrough', 'nil', 'true', 'iota', 'int', 'string', 'any', 'error'],
  ...['x', 'y', 'f', 'T', 'G', 'p', 'ch', 'm', 's', 'i', 'len', 'append', 'make', 'new', 'panic'],
  ...['recover', 'min', 'clear', 'copy', 'delete', 'close', 'complex', 'real', 'fmt', 'sync'],
  ...['fmt.Println', 'sync.Mutex', 'comparable', '~int', '1', '-1', '0', '1 << 70', '2.5', '1i'],
  ...['"s"', "'r'", '`raw`', '(', ')', '[', ']', '{', '}', ',', ';', ':', ':=', '=', '+=', '.'],
  ...['...', '<-', '*', '&', '|', '+', '-', '/', '%', '<<', '>>', '==', '!=', '<', '&&', '!'],
  ...['++', '\n', '_', 'T[int]', 'G[string]', '[]int{1}', 'func() {}', 'struct{}{}', 'm[x]'],
];

/** Declarations that a soup can refer to. */
const around = (soup: string): string => `package main

import (
	"fmt"
	"sync"
)

type T struct {
	a int
	*sync.Mutex
}

func (t T) M(x ...int) (int, error) { return len(x), nil }

type G[P any] struct{ v P }

func (g *G[P]) Get() P { return g.v }

func f[P ~int | ~string, Q any](p P, q ...Q) (r P) { return p }

var m = map[string][]T{}

const x, y = 1 << iota, "y"

func main() {
	var p *T
	var ch chan int
	s := []any{x, p, ch, f(1, 2), fmt.Sprint(m)}
	for i := range s {
		${soup}
	}
}
`;

/** Demands that nothing throws, however far the text gets. */
function takeAll(text: string): void {
  const sources = [{ name: 'prog.go', text }];
  try {
    if (compile(sources).ok) vet(sources);
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    expect.fail(`${stack}\nfor\n${text}`);
  }
}

test('tokens in any order are checked', () => {
  const soups = fc.array(fc.constantFrom(...words), { maxLength: 25 });
  fc.assert(
    fc.property(soups, (list) => {
      takeAll(around(list.join(' ')));
      takeAll(`${around('_ = i')}\n${list.join(' ')}\n`);
    }),
    { numRuns: 400, seed: 3 },
  );
});

interface Edit {
  readonly kind: 'replace' | 'double' | 'swap' | 'drop';
  /** Where, as a fraction of the tokens. */
  readonly at: number;
  readonly other: number;
  readonly word: string;
}

const edits = fc.array(
  fc.record({
    kind: fc.constantFrom<Edit['kind']>('replace', 'double', 'swap', 'drop'),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    other: fc.double({ min: 0, max: 0.999, noNaN: true }),
    word: fc.constantFrom(...words),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The tokens of a text with what stands before each. */
function tokensOf(text: string): string[] {
  const file = new FileSet().addFile('prog.go', text);
  let from = 0;
  const pieces: string[] = [];
  for (const token of scan(file)) {
    const end = Math.max(from, offsetIn(file, token.end));
    pieces.push(text.slice(from, end));
    from = end;
  }
  return pieces;
}

function edited(text: string, list: readonly Edit[]): string {
  const tokens = tokensOf(text);
  for (const { kind, at, other, word } of list) {
    const [i, j] = [at, other].map((part) => Math.floor(part * tokens.length));
    const [one, two] = [tokens[i ?? 0] ?? '', tokens[j ?? 0] ?? ''];
    if (i === undefined || j === undefined) continue;
    if (kind === 'replace') tokens[i] = ` ${word} `;
    if (kind === 'double') tokens[i] = one + one;
    if (kind === 'drop') tokens[i] = '';
    if (kind === 'swap') [tokens[i], tokens[j]] = [two, one];
  }
  return tokens.join('');
}

test('programs with tokens replaced, doubled, swapped and dropped are checked', () => {
  const texts = corpusPaths().map(sourceOf);
  fc.assert(
    fc.property(fc.constantFrom(...texts), edits, (text, list) => takeAll(edited(text, list))),
    { numRuns: 300, seed: 4 },
  );
});
