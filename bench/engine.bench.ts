// Running: the seven programs of the engine's design, with and without a trace; what a trace costs
// an event. Where a Go toolchain is found (GO, or `go` on the path), native Go is measured in the same
// run and the ratio printed.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { evaluate } from '../src/cli/evaluate.ts';
import { compile, start } from '../src/engine/engine.ts';
import { measure, printTable } from './table.ts';

const folder = 'bench/programs';
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.go'))
  .map((name) => name.slice(0, -3));

/** Milliseconds of the fastest of five native runs, or null where there is no Go. */
function nativeMs(name: string): number | null {
  const go = process.env.GO ?? 'go';
  const place = mkdtempSync(join(tmpdir(), 'interleave-bench-'));
  const binary = join(place, name);
  const env = { ...process.env, GO111MODULE: 'off', GOTOOLCHAIN: 'local' };
  const built = spawnSync(go, ['build', '-o', binary, join(folder, `${name}.go`)], { env });
  let best = Number.POSITIVE_INFINITY;
  if (built.status === 0) {
    for (let i = 0; i < 5; i++) {
      const begin = performance.now();
      spawnSync(binary);
      best = Math.min(best, performance.now() - begin);
    }
  }
  rmSync(place, { recursive: true, force: true });
  return built.status === 0 ? best : null;
}

const rows = [];
for (const name of names) {
  const compiled = compile([
    { name: `${name}.go`, text: readFileSync(join(folder, `${name}.go`), 'utf8') },
  ]);
  if (!compiled.ok) throw new Error(compiled.text);
  let statements = 0;
  let events = 0;
  let bytes = 0;
  const { bestMs, medianMs } = measure(5, () => {
    const run = start(compiled.program, {
      scheduling: { kind: 'go', seed: 1 },
      limits: { events: 1e8 },
      evaluate,
    });
    run.machine.runTo(Number.POSITIVE_INFINITY);
    statements = run.machine.statements;
    events = run.trace.length;
    bytes = run.trace
      .data()
      .chunks.reduce(
        (sum, chunk) =>
          sum + Object.values(chunk).reduce((n, column) => n + (column.byteLength ?? 0), 0),
        0,
      );
  });
  const native = nativeMs(name);
  rows.push({
    program: name,
    'best ms': bestMs,
    'median ms': medianMs,
    'native ms': native ?? 'no Go',
    'times native': native === null ? '' : bestMs / native,
    statements,
    events,
    'statements per µs': statements / bestMs / 1000,
    'bytes per event': events < 65_536 ? 'few events' : bytes / events,
  });
}
printTable(rows);
