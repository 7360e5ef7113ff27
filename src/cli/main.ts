// The command line: `interleave COMMAND …`. Exit codes are Go's. A command's code, and with it the
// engine, is loaded when the command is run, so that help is there at once.

import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import process from 'node:process';
import { type Command, parseCommand } from './arguments.ts';
import { commandHelp, generalHelp } from './help.ts';
import { LoadFailure } from './load-failure.ts';
import { UsageError } from './usage-error.ts';

/** Runs a command; the exit code. */
async function perform(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help':
      process.stdout.write(command.topic === null ? generalHelp() : commandHelp(command.topic));
      return 0;
    case 'version':
      process.stdout.write(`interleave ${version()} (Go 1.27)\n`);
      return 0;
    case 'run':
      return (await import('./run-command.ts')).runCommand(command);
    case 'test':
      return (await import('./test-command.ts')).testCommand(command);
    case 'vet':
      return (await import('./vet-command.ts')).vetCommand(command);
    case 'fmt':
      return (await import('./fmt-command.ts')).fmtCommand(command);
    case 'show':
      return (await import('./show-command.ts')).showCommand(command);
  }
}

/** The package's version; its description lies above the folder of the built file. */
function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return /"version": "([^"]*)"/.exec(text)?.[1] ?? '';
}

// Newer versions of Node keep compiled code between runs: half of the start-up.
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

try {
  process.exitCode = await perform(parseCommand(process.argv.slice(2)));
} catch (error) {
  if (error instanceof LoadFailure) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else if (error instanceof UsageError) {
    process.stderr.write(`interleave: ${error.message}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(
      `interleave: this is a mistake in Interleave, not in your program; please report it with the program and the command\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 70;
  }
}
