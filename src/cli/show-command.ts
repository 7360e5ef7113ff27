// `interleave show STAGE FILE`: any stage between source text and world, printed.

import process from 'node:process';
import { printStage } from '../engine/stages.ts';
import type { ShowCommand } from './arguments.ts';
import { evaluate } from './evaluate.ts';
import { readSource, schedulingOf } from './source.ts';

/** Prints the stage; 1 if the program has errors that keep it from getting there. */
export function showCommand(command: ShowCommand): number {
  const { text, errors } = printStage(command.stage, readSource(command.path), {
    scheduling: schedulingOf(command.seed, command.schedule),
    evaluate,
    step: command.step,
  });
  process.stdout.write(text);
  process.stderr.write(errors);
  return errors === '' ? 0 : 1;
}
