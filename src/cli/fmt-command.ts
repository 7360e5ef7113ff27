// `interleave fmt PATH…`: gofmt itself, compiled to WebAssembly, on files, folders and archives.

import process from 'node:process';
import type { FmtCommand } from './arguments.ts';

/** Formats; the exit code is gofmt's. */
export function fmtCommand(command: FmtCommand): number {
  process.stderr.write(`interleave: fmt ${command.paths.join(' ')}: not built yet\n`);
  return 2;
}
