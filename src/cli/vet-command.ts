// `interleave vet PATH…`: likely mistakes, in go vet's words and with its exit code, and hints of
// our own, which are marked and do not change the exit code.

import process from 'node:process';
import { vet } from '../engine/engine.ts';
import type { VetCommand } from './arguments.ts';
import { readProgram } from './read-program.ts';

/** Prints what is found; the exit code is go vet's. */
export function vetCommand(command: VetCommand): number {
  const { sources, options } = readProgram(command.paths);
  const { goVersion } = command;
  const { findings, text, exitCode } = vet(sources, {
    ...options,
    ...(goVersion === null ? {} : { goVersion }),
  });
  if (command.json) process.stdout.write(`${JSON.stringify({ findings, text }, null, 2)}\n`);
  else process.stderr.write(text);
  return exitCode;
}
