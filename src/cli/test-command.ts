// `interleave test PATH…`: the tests and benchmarks of packages, as `go test` runs them; --seeds
// looks for a schedule under which they fail.

import process from 'node:process';
import { encodeSchedule, type Run, type RunOptions, start } from '../engine/engine.ts';
import {
  compileTests,
  type TestFlags,
  type TestProgram,
  testArguments,
  testReport,
} from '../engine/go-test.ts';
import type { TestCommand } from './arguments.ts';
import { givenFiles } from './given-files.ts';
import { packageFolders, packagesTo } from './package-folders.ts';
import { LoadFailure } from './load-failure.ts';
import { type ProgramText, readProgram } from './read-program.ts';
import { runInPieces } from './run-pieces.ts';
import { runOptionsOf, withOptions } from './run-settings.ts';

/** As the shell has it: 128 and the number of SIGINT. */
const interruptedExitCode = 130;

/** Runs them; the exit code is go test's. */
export async function testCommand(command: TestCommand): Promise<number> {
  const packages = foldersOf(command);
  if (packages.length === 0) return 1;
  let exitCode = 0;
  for (const paths of packages) {
    const code = await testPackage(command, paths);
    if (code === interruptedExitCode) return code;
    exitCode = Math.max(exitCode, code);
  }
  if (exitCode !== 0 && !command.isHere && !command.json) process.stdout.write('FAIL\n');
  return exitCode;
}

/** The packages that are meant; that there are none is told with the setup of the first. */
function foldersOf({ paths }: TestCommand): readonly (readonly string[])[] {
  try {
    return packagesTo('test', paths);
  } catch (error) {
    if (error instanceof LoadFailure) return [[error.path]];
    throw error;
  }
}

/** The tests of one package; 0, 1, or interruptedExitCode. */
async function testPackage(command: TestCommand, paths: readonly string[]): Promise<number> {
  const { settings } = command;
  const program = programOrNull(command, paths);
  if (program === null) return 1;
  const compiled = compileTests(program.sources, {
    ...program.options,
    skipsVet: command.skipsVet,
    ...(settings.goVersion === null ? {} : { goVersion: settings.goVersion }),
  });
  if (compiled.kind !== 'program') {
    const { path, errors, output, exitCode } = compiled;
    if (command.json)
      writeJson({ package: path, verdict: compiled.kind, exitCode, errors, output });
    else {
      process.stderr.write(errors);
      process.stdout.write(output);
    }
    return exitCode;
  }
  // As under go test, standard input is empty unless somebody says what it is.
  const folder = program.folder ?? process.cwd();
  const around = program.options.directory ?? folder;
  const files = () => givenFiles(program.sources, folder, around);
  const options = runOptionsOf(settings, true, files);
  if (command.seeds === null) {
    return runOnce(command, compiled, options, '');
  }
  return trySeeds(command, paths, compiled, options);
}

/** Reads a package; says in the go command's words what is not there. */
function programOrNull(command: TestCommand, paths: readonly string[]): ProgramText | null {
  try {
    const [pattern = ''] = paths;
    return readProgram(pattern.endsWith('/...') ? packageFolders(paths).flat() : paths);
  } catch (error) {
    if (!(error instanceof LoadFailure)) throw error;
    const { path, message } = error;
    const [errors, output] = [`# ${path}\n${message}\n`, `FAIL\t${path} [setup failed]\n`];
    const verdict = 'failed';
    if (command.json) writeJson({ package: path, verdict, exitCode: 1, errors, output });
    else {
      process.stderr.write(errors);
      process.stdout.write(output);
    }
    return null;
  }
}

/** Runs under one schedule after the other; stops at the first that makes a test fail. */
async function trySeeds(
  command: TestCommand,
  paths: readonly string[],
  compiled: TestProgram,
  options: RunOptions,
): Promise<number> {
  const count = command.seeds ?? 1;
  const first = command.settings.seed ?? 1;
  for (let seed = first; seed < first + count; seed++) {
    const scheduling = { kind: 'random', seed } as const;
    const isLast = seed === first + count - 1;
    const note = isLast ? ` [${count} schedules]` : null;
    const withSeed = withOptions(options, { scheduling });
    const code = await runOnce(command, compiled, withSeed, note);
    if (code === 0) continue;
    if (code === 1 && !command.json) {
      const again = repetition(command, paths, seed);
      process.stdout.write(`interleave: fails under schedule ${seed}; to repeat it: ${again}\n`);
    }
    return code;
  }
  return 0;
}

/** The command that runs the tests under this schedule again. */
function repetition(command: TestCommand, paths: readonly string[], seed: number): string {
  const words = process.argv.slice(3);
  const kept: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (/^--?seeds?$/.test(word)) i++;
    else if (!/^--?seeds?=/.test(word) && !command.paths.includes(word)) kept.push(word);
  }
  const named = command.isHere ? [] : paths;
  const all = ['interleave', 'test', '--seed', String(seed), ...kept, ...named];
  return all.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}

/** `note` is added to the line of success; null: say nothing then. */
async function runOnce(
  command: TestCommand,
  { path, program }: TestProgram,
  options: RunOptions,
  note: string | null,
): Promise<number> {
  const args = [...testArguments(flagsOf(command)), ...command.programArguments];
  const run = start(program, withOptions(options, { args, records: false }));
  const isStreamed = command.isHere || command.bench !== null || command.list !== null;
  const passesOn = note === '' && !command.json && (isStreamed || command.verbose);
  let printed = 0;
  const ended = await runInPieces(run, () => {
    if (passesOn) printed = writeOutput(run, printed);
  });
  const { verdict } = run.machine;
  if (ended === 'interrupted' || verdict === null) {
    process.stderr.write('interleave: interrupted\n');
    return interruptedExitCode;
  }
  const exitCode = verdict.exitCode === 0 ? 0 : 1;
  if (exitCode === 0 && note === null) return 0;
  const output = run.machine.output.map(({ bytes }) => bytes).join('');
  if (command.json) {
    const text = Buffer.from(output, 'latin1').toString('utf8');
    const schedule = encodeSchedule(run.machine.schedule);
    const virtualNs = run.machine.now;
    writeJson({
      package: path,
      verdict: verdict.kind,
      exitCode,
      output: text,
      virtualNs,
      schedule,
    });
    return exitCode;
  }
  if (verdict.kind === 'limit') process.stderr.write(`interleave: ${verdict.message}\n`);
  const isShown = command.verbose;
  const elapsedNs = run.machine.now;
  const report = testReport({ path, output, verdict, elapsedNs, isShown, isStreamed });
  const rest = passesOn ? report.slice(output.length) : report;
  process.stdout.write(Buffer.from(note ? rest.replace(/\n$/, `${note}\n`) : rest, 'latin1'));
  return exitCode;
}

/** Passes on what was written after the first `from` pieces; the number of pieces so far. */
function writeOutput(run: Run, from: number): number {
  const { output } = run.machine;
  for (const piece of output.slice(from)) process.stdout.write(Buffer.from(piece.bytes, 'latin1'));
  return output.length;
}

function flagsOf(command: TestCommand): TestFlags {
  const { run, skip, bench, benchTime, list, processors, parallel, shuffle, timeout } = command;
  return {
    verbose: command.verbose,
    count: command.count,
    short: command.short,
    failFast: command.failFast,
    benchMemory: command.benchMemory,
    ...(run === null ? {} : { run }),
    ...(skip === null ? {} : { skip }),
    ...(bench === null ? {} : { bench }),
    ...(benchTime === null ? {} : { benchTime }),
    ...(list === null ? {} : { list }),
    ...(processors === null ? {} : { processors }),
    ...(parallel === null ? {} : { parallel }),
    ...(shuffle === null ? {} : { shuffle }),
    ...(timeout === null ? {} : { timeout }),
  };
}

function writeJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
