// `go test` without the command line: a package and its tests to a program, and what the go command
// writes around that program's output (cmd/go/internal/test, test.go).

import { compileChecked } from './engine.ts';
import {
  checkSources,
  diagnosticText,
  type FrontEndOptions,
  type FrontEndResult,
  type SourceText,
} from './go/compile.ts';
import type { Program } from './go/ir/program.ts';
import { commandLinePath } from './go/load/load.ts';
import { testMain } from './go/test-main/test-main.ts';
import { findingText, newFacts, vetPackage } from './go/vet/vet.ts';
import type { Verdict } from './machine/verdict.ts';

/** The program that runs the tests of the package with this import path. */
export interface TestProgram {
  readonly kind: 'program';
  readonly path: string;
  readonly program: Program;
}

export type CompiledTests =
  | TestProgram
  /** There is nothing to run, or it cannot be: `output` is what go test says of it. */
  | {
      readonly kind: 'none' | 'failed';
      readonly path: string;
      /** What the compiler or vet says, on standard error. */
      readonly errors: string;
      readonly output: string;
      readonly exitCode: 0 | 1;
    };

export interface TestBuildOptions extends Omit<FrontEndOptions, 'tests'> {
  /** Without the part of vet that go test demands. */
  readonly skipsVet?: boolean;
}

/** Compiles a package with its tests. */
export function compileTests(
  sources: readonly SourceText[],
  options: TestBuildOptions = {},
): CompiledTests {
  let isWithoutTests = false;
  let problem: string | null = null;
  const result = checkSources(sources, {
    ...options,
    tests: (tested) => {
      isWithoutTests = tested.tests.length + tested.externalTests.length === 0;
      const made = testMain(tested);
      problem = made.problem;
      return made.text;
    },
  });
  const { path } = result;
  if (result.program === null) return notBuilt(result);
  if (problem !== null) return failed(path, `# ${path}\n${problem}\n`, 'setup');
  const findings = options.skipsVet === true ? '' : vetFindings(result, !isWithoutTests);
  if (findings !== '') return failed(path, findings, 'build');
  if (isWithoutTests) {
    const output = `?   \t${path}\t[no test files]\n`;
    return { kind: 'none', path, errors: '', output, exitCode: 0 };
  }
  const compiled = compileChecked(result);
  if (!compiled.ok) throw new Error(`Broken invariant: tests without a main: ${compiled.text}`);
  return { kind: 'program', path, program: compiled.program };
}

/** The analyses whose findings keep tests from being run (defaultVetFlags). */
const demandedAnalyses: ReadonlySet<string> = new Set([
  ...['atomic', 'bools', 'buildtag', 'directive', 'errorsas', 'ifaceassert', 'nilfunc'],
  ...['printf', 'slog', 'stringintconv', 'tests'],
]);

/** What vet says of the package and its external tests, each under its name. */
function vetFindings({ program, fset, path }: FrontEndResult, hasTests: boolean): string {
  const facts = newFacts();
  const vetted = (program?.packages ?? []).filter(
    ({ pkg }) => pkg.path === path || pkg.path === `${path}_test`,
  );
  return vetted
    .map((each) => {
      const lines = vetPackage(fset, each, path, facts)
        .filter(({ analyzer }) => demandedAnalyses.has(analyzer))
        .map((finding) => `${fromHere(findingText(fset, finding))}\n`);
      const { path: name } = each.pkg;
      const heading = hasTests ? `# ${name}\n# [${name}]\n` : `# ${name}\n`;
      return lines.length === 0 ? '' : `${heading}${lines.join('')}`;
    })
    .join('');
}

/** Places are shown as paths from the folder in which the command was called. */
function fromHere(line: string): string {
  return /^[^:]*\//.test(line) ? line : `./${line}`;
}

/** What the go command says of packages that it cannot load, in one of these ways. */
const loadProblems =
  /is not in std|is not available|import cycle|no required module|no Go files|found packages|build constraints/;

function notBuilt(result: FrontEndResult): CompiledTests {
  const { path, listings, files } = result;
  const hasTests = files.some(({ source }) => source.name.endsWith('_test.go'));
  const listing = diagnosticText(result);
  // Files that are named one by one have no heading in either case.
  const isSetup =
    path === commandLinePath
      ? loadProblems.test(listing)
      : listings.some(({ heading }) => heading === null);
  const headed = /^# /.test(listing) ? listing : `# ${path}\n${listing}`;
  if (isSetup) return failed(path, headed, 'setup');
  if (!hasTests) return failed(path, headed, 'build');
  // The package is compiled anew, together with its tests.
  const text = headed.replaceAll(/^# (\S+)$/gm, (line, of: string) =>
    of === path || of === `${path}_test` ? `# ${of} [${path}.test]` : line,
  );
  return failed(path, text, 'build');
}

function failed(path: string, errors: string, stage: 'build' | 'setup'): CompiledTests {
  const output = `FAIL\t${path} [${stage} failed]\n`;
  return { kind: 'failed', path, errors, output, exitCode: 1 };
}

/** The flags of `go test` that its test program takes as `-test.…`. */
export interface TestFlags {
  readonly verbose?: boolean;
  readonly run?: string;
  readonly skip?: string;
  readonly bench?: string;
  readonly benchTime?: string;
  readonly benchMemory?: boolean;
  readonly list?: string;
  readonly count?: number;
  readonly processors?: string;
  readonly parallel?: number;
  readonly shuffle?: string;
  /** A Go duration; 10m without it, 0 for none. */
  readonly timeout?: string;
  readonly short?: boolean;
  readonly failFast?: boolean;
  readonly fullPath?: boolean;
}

/** Arguments of the test program. */
export function testArguments(flags: TestFlags): readonly string[] {
  const named: readonly (readonly [string, string | number | boolean | undefined])[] = [
    ['paniconexit0', true],
    ['timeout', flags.timeout ?? '10m0s'],
    ['v', flags.verbose],
    ['run', flags.run],
    ['skip', flags.skip],
    ['bench', flags.bench],
    ['benchtime', flags.benchTime],
    ['benchmem', flags.benchMemory],
    ['list', flags.list],
    ['count', flags.count],
    ['cpu', flags.processors],
    ['parallel', flags.parallel],
    ['shuffle', flags.shuffle],
    ['short', flags.short],
    ['failfast', flags.failFast],
    ['fullpath', flags.fullPath],
  ];
  return named.flatMap(([name, value]) => (value === undefined ? [] : [`-test.${name}=${value}`]));
}

/** What the go command needs to know to write its last lines. */
export interface TestOutcome {
  readonly path: string;
  /** Standard output and standard error together, as bytes. */
  readonly output: string;
  readonly verdict: Verdict;
  readonly elapsedNs: number;
  /** The output of packages that pass is shown, too. */
  readonly isShown: boolean;
  /** In the folder itself, without naming packages: output is passed on as it comes. */
  readonly isStreamed: boolean;
}

/** All that `go test` writes for a package whose tests were run. */
export function testReport(outcome: TestOutcome): string {
  const { path, output, verdict, isShown, isStreamed } = outcome;
  const elapsed = `${(outcome.elapsedNs / 1e9).toFixed(3)}s`;
  if (verdict.exitCode === 0) {
    const isEmpty = /(^|\n)testing: warning: no tests to run\n/.test(output);
    // What is streamed the go command has not kept.
    const note = isEmpty && !isStreamed ? ' [no tests to run]' : '';
    return `${isShown || isStreamed ? output : ''}ok  \t${path}\t${elapsed}${note}\n`;
  }
  const newline = output === '' || output.endsWith('\n') ? '' : '\n';
  const status = isStreamed || output === '' ? `exit status ${verdict.exitCode}\n` : '';
  return `${output}${newline}${status}FAIL\t${path}\t${elapsed}\n`;
}
