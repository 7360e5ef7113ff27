// `interleave test PATH…`: the tests and benchmarks of a package, as `go test` runs them.

import process from 'node:process';
import type { TestCommand } from './arguments.ts';

/** Runs them; the exit code is go test's. */
export function testCommand(command: TestCommand): number {
  process.stderr.write(`interleave: test ${command.paths.join(' ')}: not built yet\n`);
  return 2;
}
