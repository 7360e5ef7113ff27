// Texts of functions that another program has had: what is reused is what emitting anew would give,
// for programs of the repository, one after another in one process.

import { expect, test } from 'vitest';
import { emitFunction } from './engine/code/emit-function.ts';
import { emitCall, emitReentry } from './engine/code/fast/emit-fast.ts';
import type { UnitText } from './engine/code/unit.ts';
import { callText, exactText, reentryText } from './engine/code/unit-texts.ts';
import { compile, type Run, unitBodies } from './engine/engine.ts';
import { libraryNatives } from './engine/natives/library-natives.ts';
import { corpusPaths, isRefused, sourceOf } from './testing/run-corpus.ts';

const natives = new Map(libraryNatives);
const isPure = (name: string): boolean => natives.get(name)?.kind === 'pure';

/** Programs of the repository of which one is looked at: they have most in common. */
const stride = 8;

function programOf(text: string): Run['program'] {
  const compiled = compile([{ name: 'main.go', text }]);
  if (!compiled.ok) throw new Error(compiled.text);
  return compiled.program;
}

/** Functions whose text or constants are not what they are when emitted anew. */
function wrong(program: Run['program']): readonly string[] {
  const isSame = (a: UnitText | null, b: UnitText | null): boolean =>
    a === null || b === null
      ? a === b
      : a.body === b.body &&
        a.constants.length === b.constants.length &&
        a.constants.every((constant, i) => Object.is(constant, b.constants[i]));
  return program.funcs.flatMap((func) => {
    const pairs = [
      [exactText(program, func, isPure), emitFunction(program, func, isPure)],
      [exactText(program, func, isPure, true), emitFunction(program, func, isPure, true)],
      [callText(program, func, isPure), emitCall(program, func, isPure)],
      [reentryText(program, func, isPure), emitReentry(program, func, isPure)],
    ] as const;
    return pairs.every(([a, b]) => isSame(a, b)) ? [] : [func.name];
  });
}

test('every program has the texts that it would have alone', () => {
  for (const [i, path] of corpusPaths().entries()) {
    if (i % stride !== 0 || isRefused(path)) continue;
    const compiled = compile([{ name: 'main.go', text: sourceOf(path) }]);
    if (compiled.ok) expect([path, wrong(compiled.program)]).toEqual([path, []]);
  }
});

test('a program with another function and another type has its library in common with the first', () => {
  const text = (more: string): string => `package main

import (
	"context"
	"fmt"
	"sort"
	"strings"
)
${more}
func main() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	<-ctx.Done()
	names := strings.Fields("b a")
	sort.Strings(names)
	fmt.Println(names)
}
`;
  const first = new Set(unitBodies(programOf(text(''))));
  const added = 'type added struct{ word string }\n\nfunc init() { fmt.Println(added{"x"}) }\n';
  const second = [...unitBodies(programOf(text(added)))];
  const common = second.filter((body) => first.has(body)).length;
  expect(common / second.length).toBeGreaterThan(0.8);
});

test('an instance for another type of the same name is emitted for that type', () => {
  const text = (type: string): string => `package main

import "slices"

type named ${type}

func main() { println(slices.Index([]named{named(1), named(2)}, named(2))) }
`;
  for (const type of ['int', 'int8', 'float64']) expect(wrong(programOf(text(type)))).toEqual([]);
});
