// `interleave show STAGE PATH…`: any stage between source text and world, printed.

import process from 'node:process';
import { printStage } from '../engine/stages.ts';
import type { ShowCommand } from './arguments.ts';
import { givenFiles } from './given-files.ts';
import { readProgram } from './read-program.ts';
import { runOptionsOf } from './run-settings.ts';

/** Prints the stage; 1 if the program has errors that keep it from getting there. */
export function showCommand(command: ShowCommand): number {
  const { settings, step } = command;
  const program = readProgram(command.paths);
  const { text, errors } = printStage(command.stage, program.sources, {
    run: runOptionsOf(settings, program.isOnStdin, () =>
      givenFiles(program.sources, process.cwd()),
    ),
    frontEnd: {
      ...program.options,
      ...(settings.goVersion === null ? {} : { goVersion: settings.goVersion }),
    },
    step,
  });
  process.stdout.write(text);
  process.stderr.write(errors);
  return errors === '' ? 0 : 1;
}
