// What programs have in common of the library, and that none can tell: on-demand.test.ts compares
// every program of the repository with what it would be alone; here is what is shared and what not.

import { expect, test } from 'vitest';
import {
  corpusPaths,
  evaluate,
  inputOf,
  isRefused,
  sourceOf,
} from '../../../testing/run-corpus.ts';
import { compile, recordingOf, type Run, start } from '../../engine.ts';
import { printTrace } from '../../trace/print-trace.ts';
import { linkOrNull } from '../ir/linked-func.ts';
import { printProgram } from '../ir/print-ir.ts';
import type { Func } from '../ir/program.ts';

function programOf(text: string, isAlone = false): Run['program'] {
  const compiled = compile([{ name: 'main.go', text }], { wholeLibrary: isAlone });
  if (!compiled.ok) throw new Error(compiled.text);
  return compiled.program;
}

function source(imports: readonly string[], body: string): string {
  const list = imports.map((path) => `import ${JSON.stringify(path)}\n`).join('');
  return `package main\n\n${list}\n${body}\n`;
}

const printed = (program: Run['program']): string =>
  printProgram(program, { library: true, source: true });

/** How a function was lowered first that has this name. */
function originalOf({ funcs }: Run['program'], name: string): Func | null {
  const func = funcs.find((each) => each.name === name);
  if (func === undefined) throw new Error(`no function ${name}`);
  return linkOrNull(func)?.original ?? null;
}

test('a function of the library is lowered once', () => {
  const hello = (word: string) => source(['fmt'], `func main() { fmt.Println("${word}") }`);
  const original = originalOf(programOf(hello('one')), 'fmt.Println');
  expect(original).not.toBeNull();
  expect(originalOf(programOf(hello('two')), 'fmt.Println')).toBe(original);
  expect(originalOf(programOf(hello('two')), 'main.main')).toBeNull();
});

test('an instance is shared if its type arguments mean the same in every program', () => {
  const searching = (type: string, more = '') =>
    programOf(
      source(
        ['slices'],
        `${more}\nfunc main() { var s []${type}; println(slices.Index(s, s[0])) }`,
      ),
    );
  const name = 'slices.Index[...]';
  const original = originalOf(searching('*int'), name);
  expect(original).not.toBeNull();
  expect(originalOf(searching('*int'), name)).toBe(original);
  expect(originalOf(searching('*string'), name)).not.toBe(original);
  expect(originalOf(searching('named', 'type named int'), name)).toBeNull();
  expect(originalOf(searching('*named', 'type named struct{}'), name)).toBeNull();
});

test('of a generic function the newest instances are kept', () => {
  const reversing = (length: number) =>
    source(['slices'], `func main() { slices.Reverse([][${length}]int{}) }`);
  const originals = Array.from({ length: 40 }, (_, i) =>
    originalOf(programOf(reversing(i)), 'slices.Reverse[...]'),
  );
  const again = (i: number) => originalOf(programOf(reversing(i)), 'slices.Reverse[...]');
  expect(again(39)).toBe(originals[39]);
  expect(again(0)).not.toBe(originals[0]);
  expect(printed(programOf(reversing(0)))).toBe(printed(programOf(reversing(0), true)));
});

test('what reflection needs is there only if the program reflects, whatever came before', () => {
  const plain = source(['fmt', 'time'], 'func main() { fmt.Println(time.Duration(1)) }');
  const reflecting = source(
    ['fmt', 'reflect', 'time'],
    'func main() { fmt.Println(reflect.ValueOf(time.Duration(1)).Method(0).Call(nil)) }',
  );
  for (const text of [plain, reflecting, plain, reflecting]) {
    expect(printed(programOf(text))).toBe(printed(programOf(text, true)));
  }
});

const stride = 25;

test('programs have the traces that they would have alone', () => {
  for (const [i, path] of corpusPaths().entries()) {
    if (i % stride !== 0 || isRefused(path)) continue;
    const [here, alone] = [false, true].map((isAlone) => {
      const run = start(programOf(sourceOf(path), isAlone), {
        scheduling: { kind: 'random', seed: 7 },
        evaluate,
        input: inputOf(path),
      });
      run.machine.runTo(200_000);
      return printTrace(recordingOf(run));
    });
    expect(here === alone, path).toBe(true);
  }
});
