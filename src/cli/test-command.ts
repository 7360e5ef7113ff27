// `interleave test PATH…`: the tests and benchmarks of a package, as `go test` runs them.

import process from 'node:process';
import { type Run, start } from '../engine/engine.ts';
import { compileTests, testArguments, testReport } from '../engine/go-test.ts';
import type { TestCommand } from './arguments.ts';
import { readProgram } from './read-program.ts';
import { runOptionsOf } from './run-settings.ts';

/** Runs them; the exit code is go test's. */
export function testCommand(command: TestCommand): number {
  const { settings } = command;
  const program = readProgram(command.paths);
  const compiled = compileTests(program.sources, {
    ...program.options,
    ...(settings.goVersion === null ? {} : { goVersion: settings.goVersion }),
  });
  if (compiled.kind !== 'program') {
    process.stdout.write(Buffer.from(compiled.output));
    if (compiled.exitCode !== 0) process.stdout.write('FAIL\n');
    return compiled.exitCode;
  }
  const options = runOptionsOf(settings, program.isOnStdin);
  const run = start(compiled.program, {
    ...options,
    get input() {
      return options.input ?? '';
    },
    args: testArguments(flagsOf(command)),
    records: false,
  });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const { verdict } = run.machine;
  if (verdict === null) throw new Error('Broken invariant: the run is over');
  const report = testReport({
    path: compiled.path,
    output: wholeOutputOf(run),
    verdict,
    elapsedNs: run.machine.now,
    isShown: command.verbose || command.bench !== null,
    isStreamed: false,
  });
  process.stdout.write(Buffer.from(report, 'latin1'));
  if (verdict.exitCode === 0) return 0;
  process.stdout.write('FAIL\n');
  return 1;
}

function flagsOf(command: TestCommand) {
  return {
    verbose: command.verbose,
    count: command.count,
    short: command.short,
    ...(command.run === null ? {} : { run: command.run }),
    ...(command.bench === null ? {} : { bench: command.bench }),
  };
}

/** Standard output and standard error as they came. */
function wholeOutputOf(run: Run): string {
  return run.machine.output.map(({ bytes }) => bytes).join('');
}
