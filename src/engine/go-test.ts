// `go test` without the command line: a package and its tests to a program, and what the go command
// writes around that program's output (cmd/go/internal/test, test.go).

import { compile } from './engine.ts';
import type { FrontEndOptions, SourceText, Target } from './go/compile.ts';
import type { Program } from './go/ir/program.ts';
import { unpackOrNull } from './go/load/archive.ts';
import { commandLinePath } from './go/load/load.ts';
import { testMain } from './go/test-main/test-main.ts';
import type { Verdict } from './machine/verdict.ts';

/** The program that runs the tests of the package with this import path. */
export interface TestProgram {
  readonly kind: 'program';
  readonly path: string;
  readonly program: Program;
}

export type CompiledTests =
  | TestProgram
  /** There is nothing to run, or it cannot be: `output` is all that go test writes. */
  | {
      readonly kind: 'none' | 'failed';
      readonly path: string;
      readonly output: string;
      readonly exitCode: 0 | 1;
    };

/** Compiles a package with its tests. */
export function compileTests(
  sources: readonly SourceText[],
  options: Omit<FrontEndOptions, 'tests'> = {},
): CompiledTests {
  let path = expectedPath(sources, options.target ?? null);
  let isWithoutTests = false;
  let problem: string | null = null;
  const compiled = compile(sources, {
    ...options,
    tests: (tested) => {
      path = tested.path;
      const { tests, externalTests } = tested;
      isWithoutTests = tests.length + externalTests.length === 0;
      const made = testMain(tested);
      problem = made.problem;
      return made.text;
    },
  });
  if (!compiled.ok) return failed(path, compiled.text);
  if (isWithoutTests) {
    return { kind: 'none', path, output: `?   \t${path}\t[no test files]\n`, exitCode: 0 };
  }
  if (problem !== null) return failed(path, `# ${path}\n${problem}\n`, 'setup');
  return { kind: 'program', path, program: compiled.program };
}

/** Import path of the package, which must be known even if it does not compile. */
function expectedPath(sources: readonly SourceText[], target: Target | null): string {
  const [only] = sources;
  const unpacked = sources.length === 1 && only !== undefined ? unpackOrNull(only.text) : null;
  const files = unpacked?.kind === 'files' ? unpacked.files : sources;
  const goMod = files.find(({ name }) => name === 'go.mod');
  if (target?.kind === 'files' || (target === null && goMod === undefined && files.length === 1)) {
    return commandLinePath;
  }
  const module = /^module\s+(\S+)/m.exec(goMod?.text ?? '')?.[1] ?? 'play';
  const folder = target?.folder ?? '';
  return folder === '' ? module : `${module}/${folder}`;
}

/** What the go command says of packages that it cannot load, in one of these ways. */
const loadProblems =
  /is not in std|is not available|import cycle|no required module|no Go files|found packages|build constraints/;

function failed(path: string, listing: string, stage: 'build' | 'setup' = 'build'): CompiledTests {
  const isSetup = stage === 'setup' || loadProblems.test(listing);
  const headed = /^# /.test(listing) ? listing : `# ${path}\n${listing}`;
  // The package is compiled anew, together with its tests.
  const text = isSetup
    ? headed
    : headed.replaceAll(/^# (\S+)$/gm, (line, of: string) => {
        const isTested = of === path || of === `${path}_test`;
        return isTested ? `# ${of} [${path}.test]` : line;
      });
  const output = `${text}FAIL\t${path} [${isSetup ? 'setup' : 'build'} failed]\n`;
  return { kind: 'failed', path, output, exitCode: 1 };
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
    const note = isEmpty ? ' [no tests to run]' : '';
    return `${isShown || isStreamed ? output : ''}ok  \t${path}\t${elapsed}${note}\n`;
  }
  const newline = output === '' || output.endsWith('\n') ? '' : '\n';
  const status = isStreamed || output === '' ? `exit status ${verdict.exitCode}\n` : '';
  return `${output}${newline}${status}FAIL\t${path}\t${elapsed}\n`;
}
