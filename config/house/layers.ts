// Who may import whom: the architecture as one table. A layer is a folder or a file; the longest
// path wins. Type-only imports count. Tests may import any layer.
// A row is changed by a decision about the architecture, never to make a build pass.

/** One row: what the files under `path` may import besides one another. */
export interface Layer {
  readonly path: string;
  /** Paths of other layers, each allowed as a whole. */
  readonly mayImport: readonly string[];
  /** Names of packages, `node:` for all of Node's own. */
  readonly packages: readonly string[];
}

const engine = 'src/engine';
const base = `${engine}/base`;
const syntax = `${engine}/go/syntax`;
/** Colours of source text: what pages and editors may know of Go's syntax. */
const classify = `${syntax}/classify.ts`;
const types = `${engine}/go/types`;
const vet = `${engine}/go/vet`;
const ir = `${engine}/go/ir`;
const lower = `${engine}/go/lower`;
const library = `${engine}/go/library`;
const load = `${engine}/go/load`;
/** Texts that hold several files: what pages may know of loading. */
const archive = `${engine}/go/archive`;
const compile = `${engine}/go/compile.ts`;
const testMain = `${engine}/go/test-main`;
const code = `${engine}/code`;
const trace = `${engine}/trace`;
const machine = `${engine}/machine`;
const natives = `${engine}/natives`;
const detectors = `${engine}/detectors`;
const fast = `${engine}/fast`;
const explore = `${engine}/explore`;
const analysis = `${engine}/analysis`;
const facade = `${engine}/engine.ts`;
const diagnose = `${engine}/diagnose.ts`;
const stages = `${engine}/stages.ts`;
const goTest = `${engine}/go-test.ts`;
const stageNames = `${engine}/stage-names.ts`;
const views = 'src/views';
const programs = 'src/programs';
const worker = 'src/worker';
const app = 'src/app';
const editor = 'src/app/editor';
const cli = 'src/cli';

const inEngine = (path: string, mayImport: readonly string[]): Layer => ({
  path,
  mayImport,
  packages: [],
});

export const layers: readonly Layer[] = [
  inEngine(base, []),
  inEngine(syntax, [base]),
  inEngine(classify, [base, syntax]),
  inEngine(types, [base, syntax]),
  inEngine(vet, [base, syntax, types]),
  inEngine(ir, [base, syntax, types]),
  inEngine(lower, [base, syntax, types, ir]),
  inEngine(library, [base]),
  inEngine(archive, [base]),
  inEngine(load, [base, syntax, archive]),
  inEngine(compile, [base, syntax, types, vet, ir, lower, library, load, archive]),
  inEngine(testMain, [base, syntax]),
  inEngine(code, [base, ir]),
  inEngine(trace, [base]),
  inEngine(machine, [base, trace, ir, code]),
  inEngine(natives, [base, trace, ir, machine]),
  inEngine(detectors, [base, trace, ir, machine]),
  inEngine(fast, [base, trace, ir, code, machine]),
  inEngine(explore, [base, trace, machine]),
  inEngine(analysis, [base, trace]),
  inEngine(diagnose, [base, syntax, vet, compile, testMain]),
  inEngine(facade, [
    ...[base, syntax, types, ir, lower, library, load, archive, compile, code, diagnose],
    ...[trace, machine, natives, detectors, fast, explore, analysis],
  ]),
  inEngine(stages, [base, syntax, types, ir, compile, code, trace, facade, stageNames]),
  inEngine(stageNames, []),
  inEngine(goTest, [base, syntax, vet, ir, load, compile, testMain, machine, facade]),
  { path: views, mayImport: [base, trace, analysis], packages: ['d3'] },
  { path: programs, mayImport: [base], packages: [] },
  {
    path: worker,
    mayImport: [base, archive, trace, analysis, diagnose, facade, views],
    packages: ['comlink', 'elkjs', '@wasm-fmt/gofmt'],
  },
  {
    path: app,
    mayImport: [base, classify, trace, analysis, views, programs, worker, editor],
    packages: [
      ...['react', 'react-dom', 'zustand', 'd3', 'comlink'],
      ...['@fontsource-variable/ibm-plex-sans', '@fontsource/commit-mono'],
    ],
  },
  {
    path: editor,
    mayImport: [base, classify, trace, analysis, views, programs, worker, app],
    packages: ['react', 'monaco-editor'],
  },
  {
    path: cli,
    mayImport: [
      ...[base, trace, analysis, load, archive, diagnose, facade, goTest, stages],
      ...[stageNames, views, programs],
    ],
    packages: ['node:', '@wasm-fmt/gofmt'],
  },
];

/** The layer that a file of `src` belongs to, or null: then the table lacks a row. */
export function layerOf(file: string): Layer | null {
  const fitting = layers.filter(({ path }) => file === path || file.startsWith(`${path}/`));
  return fitting.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** Whether determinism is demanded of a file: it sees no clock, no dice and nothing asynchronous. */
export function isDeterministic(file: string): boolean {
  return file.startsWith(`${engine}/`) || file.startsWith(`${views}/`);
}
