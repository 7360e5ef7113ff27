// The command line: `interleave run FILE`, `interleave show STAGE FILE`. Exit codes are Go's.

import process from 'node:process';
import { helpText, parseCommand, UsageError } from './arguments.ts';
import { runCommand } from './run-command.ts';
import { showCommand } from './show-command.ts';

/** Runs the words after `interleave`; the exit code. */
function main(words: readonly string[]): number {
  const command = parseCommand(words);
  switch (command.kind) {
    case 'help':
      process.stdout.write(helpText);
      return 0;
    case 'run':
      return runCommand(command);
    case 'show':
      return showCommand(command);
  }
}

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`interleave: ${error.message}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(
      `interleave: this is a mistake in Interleave, not in your program; please report it with the program and the command\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 70;
  }
}
