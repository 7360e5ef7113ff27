// How long the command line takes before it does what it is asked: help, a program that prints a
// line, and one of 100 lines, each in a new process, beside a Node that does nothing. Goal: 150 ms of
// its own for the first program. CPU times are of all threads; the best of a few, in turn, is what
// the machine's other work hides least.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { cpuMs } from './go-toolchain.ts';
import { printTable } from './table.ts';

const rounds = 11;
const folder = 'node_modules/.cache/interleave-bench/start-up';
// Apart from this benchmark's own bundle.
const outDir = `${folder}-cli`;

await build({ logLevel: 'error', build: { ssr: 'src/cli/main.ts', outDir, emptyOutDir: true } });
mkdirSync(folder, { recursive: true });
const nothing = join(folder, 'nothing.mjs');
const hello = join(folder, 'hello.go');
writeFileSync(nothing, '');
writeFileSync(hello, 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hello")\n}\n');

const main = join(outDir, 'main.js');
const cases: readonly (readonly [what: string, words: readonly string[]])[] = [
  ['bare Node', [nothing]],
  ['help', [main, 'help']],
  ['run hello.go', [main, 'run', hello]],
  ['run of 100 lines', [main, 'run', 'bench/pages/orders.go']],
];

/** Milliseconds that a process took. */
function wallMs(words: readonly string[]): number {
  const before = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - before;
}

const walls = cases.map((): number[] => []);
for (let round = 0; round < rounds; round++) {
  for (const [i, [, words]] of cases.entries()) walls[i]?.push(wallMs(words));
}
const rows = cases.map(([what, words], i) => ({
  what,
  wall: Math.min(...(walls[i] ?? [])),
  cpu: cpuMs([process.execPath, ...words], 3),
}));
const [bare] = rows;
printTable(
  rows.map(({ what, wall, cpu }) => ({
    process: what,
    'wall ms': wall,
    'own wall ms': wall - (bare?.wall ?? 0),
    'CPU ms': cpu,
    'own CPU ms': cpu - (bare?.cpu ?? 0),
  })),
);
