// `interleave vet PATH…`: likely mistakes, as `go vet` reports them.

import process from 'node:process';
import type { VetCommand } from './arguments.ts';

/** Prints what is found; the exit code is go vet's. */
export function vetCommand(command: VetCommand): number {
  process.stderr.write(`interleave: vet ${command.paths.join(' ')}: not built yet\n`);
  return 2;
}
