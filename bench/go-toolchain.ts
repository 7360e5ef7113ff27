// What real Go makes of the benchmark programs, where a toolchain is found (the variable GO, `go` on
// the path, /opt/go/bin/go): native, and js/wasm under Node as Go's own runner starts it.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Neighbours on the machine disturb CPU time least; its clock ticks slowly, hence the repeats. */
const rounds = 2;
const nativeRepeats = 5;
const wasmRepeats = 2;

interface GoTimes {
  /** CPU milliseconds of a run, start of the process left out. */
  readonly nativeMs: number;
  /** null where the distribution has no js/wasm runner, or the run is too short to be told. */
  readonly wasmMs: number | null;
}

const go = [process.env.GO, 'go', '/opt/go/bin/go'].find(
  (command) => command !== undefined && spawnSync(command, ['version']).status === 0,
);

export const emptyProgram = 'package main\n\nfunc main() {}\n';

/** Version of the toolchain; null where there is none. */
export function goVersion(): string | null {
  if (go === undefined) return null;
  return spawnSync(go, ['version'], { encoding: 'utf8' }).stdout.trim();
}

/** Measures the program in a file; null where there is no Go. */
export function measureGo(file: string): GoTimes | null {
  if (go === undefined) return null;
  const place = mkdtempSync(join(tmpdir(), 'interleave-bench-'));
  try {
    const nativeMs = runsOf(place, file, {});
    const wasmMs = wasmRunner === null ? 0 : runsOf(place, file, wasm);
    return { nativeMs, wasmMs: wasmMs < wasmNoise ? null : wasmMs };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The start of Node alone varies by so many milliseconds. */
const wasmNoise = 10;
const wasm = { GOOS: 'js', GOARCH: 'wasm' };

const wasmRunner = findWasmRunner();

function findWasmRunner(): string | null {
  if (go === undefined) return null;
  const root = spawnSync(go, ['env', 'GOROOT'], { encoding: 'utf8' }).stdout.trim();
  const runner = ['lib/wasm', 'misc/wasm']
    .map((folder) => join(root, folder, 'wasm_exec_node.js'))
    .find((path) => existsSync(path));
  return runner ?? null;
}

/** A run of a program, less one of an empty program. */
function runsOf(place: string, file: string, target: Readonly<Record<string, string>>): number {
  const empty = join(place, 'empty.go');
  writeFileSync(empty, emptyProgram);
  const [program, nothing] = [file, empty].map((source, i) => {
    const output = join(place, `${target.GOARCH ?? 'native'}-${i}`);
    const env = { ...process.env, GO111MODULE: 'off', GOTOOLCHAIN: 'local', ...target };
    const built = spawnSync(go ?? 'go', ['build', '-o', output, source], { env });
    if (built.status !== 0) throw new Error(String(built.stderr));
    return output;
  });
  return Math.max(fastest(program ?? '', target) - fastest(nothing ?? '', target), 0.1);
}

function fastest(binary: string, target: Readonly<Record<string, string>>): number {
  const isNative = target.GOARCH === undefined;
  const command = isNative
    ? [binary]
    : [process.execPath, '--stack-size=8192', wasmRunner ?? '', binary];
  return cpuMs(command, isNative ? nativeRepeats : wasmRepeats);
}

/** CPU milliseconds of one run, the best of some averages, as the shell's `time` counts them. */
export function cpuMs(command: readonly string[], repeats: number): number {
  const script = `TIMEFORMAT='%U %S'; time for i in {1..${repeats}}; do "$0" "$@" >/dev/null 2>&1; done`;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const { stderr } = spawnSync('bash', ['-c', script, ...command], { encoding: 'utf8' });
    const seconds = stderr.trim().split(' ').map(Number);
    best = Math.min(best, (seconds.reduce((sum, part) => sum + part, 0) * 1000) / repeats);
  }
  return best;
}
