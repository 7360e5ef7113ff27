// The architecture as a test. The table of layers is config/house/layers.ts; each rule is shown
// here by a small bad example and its message, and then applied to the tree.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layers } from '../config/house/layers.ts';
import { readSource, type SourceFacts } from '../config/house/read-source.ts';
import {
  cycleComplaints,
  determinismComplaints,
  documentComplaints,
  functionComplaints,
  hygieneComplaints,
  layerComplaints,
  shapeComplaints,
} from '../config/house/rules.ts';

/** Files over the limit, with the length they must not exceed. This list may only shrink. */
const exemptFromLength: Readonly<Record<string, number>> = {};

const tree = filesUnder('src', /\.tsx?$/).map((path) =>
  readSource(path, readFileSync(path, 'utf8')),
);

describe('the tree', () => {
  it('imports only downwards', () => {
    expect(tree.flatMap(layerComplaints)).toEqual([]);
  });

  it('has no ring of files that import one another', () => {
    expect(cycleComplaints(tree)).toEqual([]);
  });

  it('reads no clock and throws no dice in the engine and the views', () => {
    expect(tree.flatMap(determinismComplaints)).toEqual([]);
  });

  it('keeps to the type system, skips no test and leaves no notes', () => {
    expect(tree.flatMap(hygieneComplaints)).toEqual([]);
  });

  it('has short files that say what they are', () => {
    expect(tree.flatMap((file) => shapeComplaints(file, exemptFromLength))).toEqual([]);
    expect(Object.keys(exemptFromLength).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('has functions that fit on a screen', () => {
    expect(tree.flatMap(functionComplaints)).toEqual([]);
  });

  it('has documents that name only paths that exist', () => {
    const documents = [...filesUnder('.', /\.md$/, false), ...filesUnder('docs', /\.md$/)];
    const complaints = documents.flatMap((path) =>
      documentComplaints(path, readFileSync(path, 'utf8'), existsSync),
    );
    expect(complaints).toEqual([]);
  });
});

describe('the table of layers', () => {
  it('has no ring, except that the editor and the app are one user interface', () => {
    const below = new Map(layers.map((layer) => [layer.path, layer.mayImport]));
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      (below.get(from) ?? []).some((next) => {
        if (next === to) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reaches(next, to, seen);
      });
    const rings = layers.filter(({ path }) => reaches(path, path)).map(({ path }) => path);
    expect(rings).toEqual(['src/app', 'src/app/editor']);
  });

  it('gives the engine no package', () => {
    const engine = layers.filter(({ path }) => path.startsWith('src/engine'));
    expect(engine.flatMap((layer) => layer.packages)).toEqual([]);
  });

  it('keeps every view away from the machine', () => {
    const views = layers.find(({ path }) => path === 'src/views');
    expect(views?.mayImport).not.toContain('src/engine/machine');
  });
});

describe('a layer complaint', () => {
  const cases: readonly [path: string, text: string, complaint: string][] = [
    [
      'src/engine/trace/world.ts',
      "import type { Frame } from '../machine/frame.ts';",
      'src/engine/trace/world.ts:1: src/engine/trace may not import src/engine/machine (../machine/frame.ts)',
    ],
    [
      'src/views/timeline.ts',
      "export * from '../engine/machine/frame.ts';",
      'src/views/timeline.ts:1: src/views may not import src/engine/machine (../engine/machine/frame.ts)',
    ],
    [
      'src/engine/base/heap.ts',
      "\ntype Hidden = import('../go/ir/program.ts').Program;",
      'src/engine/base/heap.ts:2: src/engine/base may not import src/engine/go/ir (../go/ir/program.ts)',
    ],
    [
      'src/engine/machine/clock.ts',
      "const fs = import('node:fs');",
      'src/engine/machine/clock.ts:1: src/engine/machine may not import the package node:fs',
    ],
    [
      'src/app/stage.tsx',
      "import * as monaco from 'monaco-editor/editor';",
      'src/app/stage.tsx:1: src/app may not import the package monaco-editor/editor',
    ],
    [
      'src/app/run.ts',
      "import { run } from '../worker/sim.worker.ts';",
      'src/app/run.ts:1: ../worker/sim.worker.ts is a worker: start it, do not import it',
    ],
    [
      'src/engine/machine/step.ts',
      "import { check } from './testing/check.ts';",
      'src/engine/machine/step.ts:1: ./testing/check.ts serves tests only',
    ],
    [
      'src/elsewhere/a.ts',
      'export const a = 1;',
      'src/elsewhere/a.ts: no layer; add a row to config/house/layers.ts',
    ],
  ];

  it.each(cases)('in %s: %s', (path, text, complaint) => {
    expect(layerComplaints(readSource(path, text))).toEqual([complaint]);
  });

  it('is not made of a downward import, nor of a test', () => {
    const down = readSource('src/cli/main.ts', "import { run } from '../engine/engine.ts';");
    const test = readSource('src/views/a.test.ts', "import '../engine/machine/frame.ts';");
    expect([down, test].flatMap(layerComplaints)).toEqual([]);
  });
});

describe('a determinism complaint', () => {
  const cases: readonly [text: string, complaint: string][] = [
    ['const now = new Date();', 'Date is banned here; time is virtual: use the machine’s clock'],
    [
      'const die = Math.random();',
      'Math.random is banned here; choice has one door: ask the scheduler, or draw from base/random.ts',
    ],
    [
      'names.sort((a, b) => a.localeCompare(b));',
      'localeCompare is banned here; the result depends on the host: compare with <',
    ],
    [
      'const later = async () => 1;',
      'async is banned here; the order of tasks is the host’s: write a plain function',
    ],
    [
      'type Later = Promise<number>;',
      'Promise is banned here; the order of tasks is the host’s: return a value',
    ],
  ];

  it.each(cases)('of %s', (text, complaint) => {
    const facts = readSource('src/engine/machine/a.ts', text);
    expect(determinismComplaints(facts)).toEqual([`src/engine/machine/a.ts:1: ${complaint}`]);
  });

  it('is not made of a member that only shares the name, nor outside the engine', () => {
    const member = readSource(
      'src/engine/natives/time.ts',
      'const x = time.Date; const y = { Date: 1 };',
    );
    const app = readSource('src/app/a.ts', 'const now = Date.now();');
    expect([member, app].flatMap(determinismComplaints)).toEqual([]);
  });
});

describe('a hygiene complaint', () => {
  const cases: readonly [text: string, complaint: string][] = [
    ['let a: any;', 'any is banned; use unknown or the real type'],
    ['const a = b!;', 'the assertion ! is banned; use assert or a test for null'],
    ['it.skip("works", () => {});', 'it.skip is banned; a test runs or does not exist'],
    ['// TO' + 'DO later\nexport const a = 1;', 'leftover note; finish it or open an issue'],
    [
      'const files = import.meta.glob("./*");',
      'import.meta.glob is only for src/engine/go/library/texts.ts and src/programs/',
    ],
  ];

  it.each(cases)('of %s', (text, complaint) => {
    expect(hygieneComplaints(readSource('src/app/a.ts', text))).toEqual([
      `src/app/a.ts:1: ${complaint}`,
    ]);
  });
});

describe('a shape complaint', () => {
  const ofLength = (lineCount: number): SourceFacts => ({
    ...readSource('src/app/a.ts', '// A file.\n'),
    lineCount,
  });

  it('asks for a header and a kebab-case name', () => {
    expect(shapeComplaints(readSource('src/app/theThing.ts', 'export const a = 1;'), {})).toEqual([
      'src/app/theThing.ts:1: no header; say in 1 to 6 lines what this file is',
      'src/app/theThing.ts: file names are kebab-case',
    ]);
  });

  it('allows 600 lines, and an exempt file no more than it has', () => {
    expect(shapeComplaints(ofLength(600), {})).toEqual([]);
    expect(shapeComplaints(ofLength(601), {})).toEqual([
      'src/app/a.ts: 601 lines, over 600; give each notion its own file',
    ]);
    expect(shapeComplaints(ofLength(701), { 'src/app/a.ts': 700 })).toEqual([
      'src/app/a.ts: 701 lines, over 700; give each notion its own file',
    ]);
    expect(shapeComplaints(ofLength(590), { 'src/app/a.ts': 700 })).toEqual([
      'src/app/a.ts: 590 lines; remove its exemption, which may only shrink',
    ]);
  });
});

describe('a function complaint', () => {
  const ofBody = (body: string): SourceFacts =>
    readSource('src/app/a.ts', `// A file.\nfunction long(n: number) {\n${body}}\n`);

  it('is made of more than 70 lines, but not of one long switch', () => {
    expect(functionComplaints(ofBody('n++;\n'.repeat(68)))).toEqual([]);
    expect(functionComplaints(ofBody('n++;\n'.repeat(69)))).toEqual([
      'src/app/a.ts:2: a function of 71 lines, over 70; divide it',
    ]);
    expect(functionComplaints(ofBody(`switch (n) {\n${'case 1:\n'.repeat(90)}}\n`))).toEqual([]);
  });
});

describe('a cycle complaint', () => {
  it('names the ring once, and counts type-only imports', () => {
    const files = [
      readSource('src/app/a.ts', "import { b } from './b.ts';"),
      readSource('src/app/b.ts', "import type { C } from './c.ts';"),
      readSource('src/app/c.ts', "export * from './a.ts';"),
    ];
    expect(cycleComplaints(files)).toEqual([
      'import cycle: src/app/a.ts → src/app/b.ts → src/app/c.ts → src/app/a.ts',
    ]);
  });
});

describe('a document complaint', () => {
  it('names the line of a path that is not there, and passes over patterns', () => {
    const text = 'See `src/gone.ts`.\nAll of `src/**/*.go`, [here](gone.md), [web](https://x.y/).';
    expect(documentComplaints('README.md', text, () => false)).toEqual([
      'README.md:1: names src/gone.ts, which does not exist',
      'README.md:2: names gone.md, which does not exist',
    ]);
  });
});

/** Paths under a folder whose name fits, in name order, with forward slashes. */
function filesUnder(folder: string, name: RegExp, deep = true): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name).replaceAll('\\', '/');
      if (entry.isDirectory()) return deep ? filesUnder(path, name) : [];
      return name.test(entry.name) ? [path] : [];
    });
}
