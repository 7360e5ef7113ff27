// The program that runs the tests of a package, as the go command writes it (cmd/go/internal/load,
// test.go): a table of tests, benchmarks, fuzz targets and examples, given to package testing.

import type { File, FuncDecl } from '../syntax/ast.ts';
import { lineAt, offsetIn } from '../syntax/pos.ts';
import { exampleOutput } from './example-output.ts';
import { functionsOf, isNamed, type Parameter, signatureProblem, takesOnly } from './signature.ts';

/** The test files of a package and of the one beside it. */
export interface TestFiles {
  readonly path: string;
  readonly tests: readonly File[];
  readonly externalTests: readonly File[];
}

export interface TestMain {
  readonly text: string;
  /** How many functions there are to run. */
  readonly count: number;
  /** The first function that is named like a test and is none: `./x_test.go:5:1: wrong …`. */
  readonly problem: string | null;
}

interface Tables {
  readonly tests: string[];
  readonly benchmarks: string[];
  readonly targets: string[];
  readonly examples: string[];
  main: string | null;
  problem: string | null;
}

const kinds: readonly (readonly [prefix: string, parameter: Parameter, table: keyof Tables])[] = [
  ['Test', 'T', 'tests'],
  ['Benchmark', 'B', 'benchmarks'],
  ['Fuzz', 'F', 'targets'],
];

/** The text of package main. */
export function testMain({ path, tests, externalTests }: TestFiles): TestMain {
  const tables: Tables = {
    ...{ tests: [], benchmarks: [], targets: [], examples: [] },
    ...{ main: null, problem: null },
  };
  for (const file of tests) collect(tables, file, 'internal');
  for (const file of externalTests) collect(tables, file, 'external');
  const { tests: rows, benchmarks, targets, examples, main, problem } = tables;
  const count = rows.length + benchmarks.length + targets.length + examples.length;
  const all = [...rows, ...benchmarks, ...targets, ...examples, main ?? ''].join('');
  const isUsed = (name: string): boolean => problem === null && all.includes(`${name}.`);
  const importLine = (name: string, from: string): string =>
    `import ${isUsed(name) ? name : '_'} ${JSON.stringify(from)}\n`;
  const imports = [
    tests.length > 0 ? importLine('internal', path) : '',
    externalTests.length > 0 ? importLine('external', `${path}_test`) : '',
  ].join('');
  if (problem !== null) {
    return { text: `package main\n\n${imports}\nfunc main() {}\n`, count, problem };
  }
  const text = [
    'package main\n\nimport "os"\n',
    main === null ? '' : 'import "reflect"\n',
    'import "testing"\nimport "testing/internal/testdeps"\n',
    imports,
    '\nfunc main() {\n',
    `m := testing.MainStart(testdeps.TestDeps{Path: ${JSON.stringify(path)}},\n`,
    `[]testing.InternalTest{${rows.join('')}},\n`,
    `[]testing.InternalBenchmark{${benchmarks.join('')}},\n`,
    `[]testing.InternalFuzzTarget{${targets.join('')}},\n`,
    `[]testing.InternalExample{${examples.join('')}})\n`,
    main === null
      ? 'os.Exit(m.Run())\n'
      : `${main}(m)\nos.Exit(int(reflect.ValueOf(m).Elem().FieldByName("exitCode").Int()))\n`,
    '}\n',
  ].join('');
  return { text, count, problem };
}

function collect(tables: Tables, file: File, packageName: string): void {
  const complain = (func: FuncDecl, message: string): void => {
    tables.problem ??= `${placeOf(file, func)}: ${message}`;
  };
  for (const func of functionsOf(file)) {
    const name = func.name.name;
    if (name === 'TestMain' && !takesOnly(func, 'T')) {
      const wrong = signatureProblem(func, 'M');
      if (wrong !== null) complain(func, wrong);
      else if (tables.main !== null) tables.problem ??= 'multiple definitions of TestMain';
      else tables.main = `${packageName}.${name}`;
      continue;
    }
    const kind = kinds.find(([prefix]) => isNamed(name, prefix));
    if (kind === undefined) continue;
    const [, parameter, table] = kind;
    const wrong = signatureProblem(func, parameter);
    if (wrong !== null) complain(func, wrong);
    const rows = tables[table];
    if (Array.isArray(rows)) rows.push(`{"${name}", ${packageName}.${name}}, `);
  }
  tables.examples.push(...examplesOf(file, packageName));
}

/** Rows for examples with an output, in order. */
function examplesOf(file: File, packageName: string): readonly string[] {
  return functionsOf(file).flatMap((func) => {
    const name = func.name.name;
    const { params, results } = func.type;
    const isExample = isNamed(name, 'Example') && params.list.length === 0;
    if (!isExample || (results?.list.length ?? 0) > 0) return [];
    const output = exampleOutput(file, func);
    if (output === null) return [];
    const text = JSON.stringify(output.text);
    return [`{"${name}", ${packageName}.${name}, ${text}, ${output.isUnordered}}, `];
  });
}

function placeOf({ source }: File, func: FuncDecl): string {
  const offset = offsetIn(source, func.pos);
  const line = lineAt(source, offset);
  const column = offset - (source.lineStarts[line - 1] ?? 0) + 1;
  return `${source.name}:${line}:${column}`;
}
