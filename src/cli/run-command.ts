// `interleave run PATH…`: the program's output on the two streams, its exit code; --trace and --json
// for people and scripts who want to know more.

import process from 'node:process';
import {
  compile,
  encodeSchedule,
  historyOf,
  leakReport,
  outputOf,
  racesOf,
  recordingOf,
  repetitionOf,
  type Run,
  start,
  unfinishedOf,
  withMoments,
} from '../engine/engine.ts';
import type { UnfinishedGoroutine } from '../engine/trace/detected.ts';
import { printTrace } from '../engine/trace/print-trace.ts';
import type { RunCommand } from './arguments.ts';
import { givenFiles } from './given-files.ts';
import { readProgram } from './read-program.ts';
import { runInPieces } from './run-pieces.ts';
import { runOptionsOf } from './run-settings.ts';

/** As the shell has it: 128 and the number of SIGINT. */
const interruptedExitCode = 130;
/** With --leaks, of a program that would have succeeded. */
const leakExitCode = 3;

/** Compiles and runs; the exit code. */
export async function runCommand(command: RunCommand): Promise<number> {
  const { settings } = command;
  const test = command.paths.find((path) => path.endsWith('_test.go'));
  if (test !== undefined) {
    process.stderr.write(`go: cannot run *_test.go files (${test})\n`);
    return 1;
  }
  const program = readProgram(command.paths);
  const compiled = compile(program.sources, {
    ...program.options,
    ...(settings.goVersion === null ? {} : { goVersion: settings.goVersion }),
  });
  if (!compiled.ok) {
    const { text: diagnostics, placed: errors } = compiled;
    if (command.json) writeJson({ verdict: 'compile error', exitCode: 1, diagnostics, errors });
    else process.stderr.write(compiled.text);
    return 1;
  }
  const files = () => givenFiles(program.sources, process.cwd());
  const options = runOptionsOf(settings, program.isOnStdin, files, {
    args: command.programArguments,
    records: command.trace,
  });
  const run = start(compiled.program, options);
  let printed = 0;
  await runInPieces(run, () => {
    if (!command.json) printed = writeOutput(run, printed);
  });
  const { verdict } = run.machine;
  const unfinished = settings.leaks ? unfinishedWithMoments(run) : [];
  const exitCode = exitCodeOf(run, unfinished);
  if (command.json) writeJson(outcomeOf(run, exitCode, settings, unfinished));
  else if (verdict === null) process.stderr.write('interleave: interrupted\n');
  else if (verdict.kind === 'limit') process.stderr.write(`interleave: ${verdict.message}\n`);
  if (command.trace) process.stdout.write(printTrace(recordingOf(run)));
  if (!command.json) process.stderr.write(leakReport(unfinished));
  return exitCode;
}

/** Whom the run has left unfinished; if some are leaked, the run is repeated to see since when. */
function unfinishedWithMoments(run: Run): readonly UnfinishedGoroutine[] {
  const unfinished = unfinishedOf(run);
  if (!unfinished.some(({ isLeaked }) => isLeaked)) return unfinished;
  const again = repetitionOf(run);
  const history = historyOf(again);
  history.run(run.machine.statements);
  return withMoments(again, history, unfinished);
}

/** A program that leaves leaked goroutines may not succeed, if somebody wants to know. */
function exitCodeOf(run: Run, unfinished: readonly UnfinishedGoroutine[]): number {
  const code = run.machine.verdict?.exitCode ?? interruptedExitCode;
  const leaks = unfinished.some(({ isLeaked }) => isLeaked);
  return code === 0 && leaks ? leakExitCode : code;
}

/** Passes on what was written after the first `from` pieces; the number of pieces so far. */
function writeOutput(run: Run, from: number): number {
  const { output } = run.machine;
  for (const piece of output.slice(from)) {
    const stream = piece.fd === 2 ? process.stderr : process.stdout;
    stream.write(Buffer.from(piece.bytes, 'latin1'));
  }
  return output.length;
}

/** Without a verdict it was interrupted. */
function outcomeOf(
  run: Run,
  exitCode: number,
  settings: RunCommand['settings'],
  unfinished: readonly UnfinishedGoroutine[],
): object {
  const text = (descriptor: 1 | 2): string =>
    Buffer.from(outputOf(run, descriptor), 'latin1').toString('utf8');
  return {
    verdict: run.machine.verdict?.kind ?? 'interrupted',
    exitCode,
    stdout: text(1),
    stderr: text(2),
    events: run.machine.state.events,
    statements: run.machine.statements,
    virtualNs: run.machine.now,
    schedule: encodeSchedule(run.machine.schedule),
    ...(settings.race ? { races: racesOf(run) } : {}),
    ...(settings.leaks ? { unfinished } : {}),
  };
}

function writeJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
