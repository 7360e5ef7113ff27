// `interleave vet PATH…`: likely mistakes, in go vet's words and with its exit code, and hints of
// our own, which are marked and do not change the exit code.

import process from 'node:process';
import { type Vetted, vet } from '../engine/diagnose.ts';
import type { VetCommand } from './arguments.ts';
import { packagesTo } from './package-folders.ts';
import { readProgram } from './read-program.ts';

/** Prints what is found in each package; the exit code is go vet's. */
export function vetCommand(command: VetCommand): number {
  const packages = packagesTo('vet', command.paths).map((paths) => vetPackage(command, paths));
  if (command.json) {
    const findings = packages.flatMap((each) => each.findings);
    const text = packages.map((each) => each.text).join('');
    process.stdout.write(`${JSON.stringify({ findings, text }, null, 2)}\n`);
  }
  const isClean = packages.every(({ exitCode }) => exitCode === 0);
  return isClean && packages.length > 0 ? 0 : 1;
}

function vetPackage({ goVersion, json }: VetCommand, paths: readonly string[]): Vetted {
  const { sources, options } = readProgram(paths);
  const vetted = vet(sources, { ...options, ...(goVersion === null ? {} : { goVersion }) });
  if (!json) process.stderr.write(vetted.text);
  return vetted;
}
