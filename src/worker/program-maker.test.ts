// What is run is what the editor says: programs made ahead are those of their source, and no other's.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordingOf, start } from '../engine/engine.ts';
import { printTrace } from '../engine/trace/print-trace.ts';
import { menuPrograms } from '../programs/programs.ts';
import { type Made, ProgramMaker } from './program-maker.ts';
import type { Source } from './protocol.ts';
import { rehearse } from './rehearsal.ts';
import { schedulingOf } from './scheduling.ts';
import { tracedSeeds } from './testing/traced-seeds.ts';

const says = (word: string): Source => ({
  fileName: 'main.go',
  text: `package main\n\nfunc main() { println("${word}") }\n`,
});

/** The printed trace of what was made, under the seed. */
function traceOf(made: Made, seed = 0): string {
  if (made.kind !== 'made') throw new Error(JSON.stringify(made.diagnostics));
  const { program, evaluate } = made;
  const run = start(program, { scheduling: schedulingOf(seed), evaluate });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  return printTrace(recordingOf(run));
}

const fileText = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

test.each(menuPrograms.map(({ id }) => id))(
  '%s, made ahead, runs byte for byte as recorded, seed after seed',
  async (id) => {
    const source = { fileName: 'main.go', text: fileText(`../programs/${id}.go`) };
    const maker = new ProgramMaker();
    const ahead = await maker.prepare(source);
    if (ahead?.kind === 'made') await rehearse(ahead, () => true);
    for (const seed of [...tracedSeeds, ...tracedSeeds]) {
      const trace = traceOf(await maker.make(source), seed);
      expect(trace).toBe(fileText(`testing/traces/${id}-${seed}.txt`));
    }
  },
);

test('a rehearsal of a program that never ends does end, and leaves the program as it was', async () => {
  const maker = new ProgramMaker();
  const source = {
    fileName: 'main.go',
    text: 'package main\n\nvar count = 1\n\nfunc main() {\n\tprintln(count)\n\tfor {\n\t\tcount++\n\t\tif count == 30000 {\n\t\t\tbreak\n\t\t}\n\t}\n}\n',
  };
  const made = await maker.make(source);
  if (made.kind !== 'made') throw new Error(made.kind);
  const before = traceOf(made);
  await rehearse(made, () => true);
  expect(traceOf(made)).toBe(before);
});

test('a run takes the program that was made ahead', async () => {
  const maker = new ProgramMaker();
  const ahead = await maker.prepare(says('a'));
  expect(ahead).not.toBeNull();
  expect(await maker.make(says('a'))).toBe(ahead);
});

test('an edited text is never run from what was made of the older one', async () => {
  const maker = new ProgramMaker();
  await maker.prepare(says('older'));
  const trace = traceOf(await maker.make(says('newer')));
  expect(trace).toContain('newer');
  expect(trace).not.toContain('older');
});

test('a run of another text ends what is being made ahead', async () => {
  const maker = new ProgramMaker();
  const ahead = maker.prepare(says('older'));
  expect(traceOf(await maker.make(says('newer')))).toContain('newer');
  expect(await ahead).toBeNull();
});

test('a run of the same text waits for what is being made ahead', async () => {
  const maker = new ProgramMaker();
  const ahead = maker.prepare(says('same'));
  const made = await maker.make(says('same'));
  expect(traceOf(made)).toContain('same');
  expect(await ahead).toBe(made);
});

test('what is given up is not kept, and can be made again', async () => {
  const maker = new ProgramMaker();
  const ahead = maker.prepare(says('a'));
  maker.abandon();
  expect(await ahead).toBeNull();
  expect(traceOf(await maker.make(says('a')))).toContain('"a\\n"');
});

test('what a run waits for is not given up, not even for the next text', async () => {
  const maker = new ProgramMaker();
  const made = maker.make(says('running'));
  maker.abandon();
  expect(await maker.prepare(says('typed meanwhile'))).toBeNull();
  expect(traceOf(await made)).toContain('running');
});

test('the newest of several texts is the one that is kept', async () => {
  const maker = new ProgramMaker();
  const outcomes = ['a', 'b', 'c'].map((word) => maker.prepare(says(word)));
  expect((await Promise.all(outcomes)).map((made) => made?.kind ?? null)).toEqual([
    null,
    null,
    'made',
  ]);
});

test('a text that does not compile is known by its diagnostics, and nothing else is lost', async () => {
  const maker = new ProgramMaker();
  await maker.prepare({ fileName: 'main.go', text: 'package main\n\nfunc main() { x }\n' });
  const made = await maker.make({
    fileName: 'main.go',
    text: 'package main\n\nfunc main() { x }\n',
  });
  expect(made).toMatchObject({ kind: 'rejected', diagnostics: [{ line: 3, column: 15 }] });
  expect(traceOf(await maker.make(says('repaired')))).toContain('repaired');
});

/** Three closures that print 0 1 2, or 3 3 3 before go1.22 gave each round a variable of its own. */
const archive = (version: string): Source => ({
  fileName: 'main.go',
  text: `-- go.mod --
module example.com/m

go ${version}
-- main.go --
package main

import "example.com/m/sub"

func main() {
	var calls []func()
	for i := 0; i < 3; i++ {
		calls = append(calls, func() { print(i) })
	}
	for _, call := range calls {
		call()
	}
	println(sub.Word)
}
-- sub/sub.go --
package sub

const Word = "${version === '1.22' ? 'new' : 'old'}"
`,
});

test('another language version, or another file of an archive, is another source', async () => {
  const maker = new ProgramMaker();
  await maker.prepare(archive('1.21'));
  const newer = traceOf(await maker.make(archive('1.22')));
  const older = traceOf(await maker.make(archive('1.21')));
  const digits = (trace: string): string => trace.match(/"\d"/g)?.join('') ?? '';
  expect([digits(newer), digits(older)]).toEqual(['"0""1""2"', '"3""3""3"']);
  expect(newer).toContain('new');
  expect(older).toContain('old');
});
