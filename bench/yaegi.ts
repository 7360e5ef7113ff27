// What Yaegi, an interpreter of Go in Go, makes of the benchmark programs, where it is found (the
// variable YAEGI, `yaegi` on the path, /opt/yaegi/usr/bin/yaegi). It is older than the language: what
// it cannot run has no figure.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { cpuMs, emptyProgram } from './go-toolchain.ts';

const yaegi = [process.env.YAEGI, 'yaegi', '/opt/yaegi/usr/bin/yaegi'].find(
  (command) => command !== undefined && spawnSync(command, ['version']).status === 0,
);

/** Its version; null where there is none. */
export function yaegiVersion(): string | null {
  if (yaegi === undefined) return null;
  return `Yaegi ${spawnSync(yaegi, ['version'], { encoding: 'utf8' }).stdout.trim()}`;
}

/** CPU milliseconds of a run less those of an empty program; null if it prints something else. */
export function measureYaegi(file: string, expected: string): number | null {
  if (yaegi === undefined) return null;
  const { stdout, stderr, status } = spawnSync(yaegi, ['run', file], { encoding: 'latin1' });
  if (status !== 0 || stdout + stderr !== expected) return null;
  const place = mkdtempSync(join(tmpdir(), 'interleave-bench-'));
  try {
    const empty = join(place, 'empty.go');
    writeFileSync(empty, emptyProgram);
    return Math.max(cpuMs([yaegi, 'run', file], 1) - cpuMs([yaegi, 'run', empty], 1), 1);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
