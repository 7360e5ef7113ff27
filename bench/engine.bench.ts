// Running: the seven programs of the engine's design and a dozen more, in both flavours, with a trace
// and without, beside what is found on the machine of native Go, Go's js/wasm build and Yaegi, measured
// in the same run. All times are CPU times of all threads, the compilers and the collector among them,
// so that a busy machine can be measured on. What each program prints is checked. Words after `--`
// choose programs: `npm run bench -- engine --only=fib,ping`. Each program has a process of its own, so
// that none is slower for what the JavaScript engine has learnt from another.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { evaluate } from '../src/cli/evaluate.ts';
import { compile, outputOf, type RunOptions, start } from '../src/engine/engine.ts';
import { goVersion, measureGo } from './go-toolchain.ts';
import { printTable } from './table.ts';
import { measureYaegi, yaegiVersion } from './yaegi.ts';

const folder = 'bench/programs';
const rounds = 8;

/** The programs that the engine's goals are about come first. */
const first = ['fib', 'sieve', 'structs', 'ping', 'daisy', 'primes', 'fanout'];

const alone = process.argv.find((word) => word.startsWith('--row='))?.slice('--row='.length);
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.go'))
  .map((name) => name.slice(0, -'.go'.length))
  .filter((name) => only === undefined || only.split(',').includes(name))
  .sort((a, b) => rank(a) - rank(b));

function rank(name: string): number {
  const at = first.indexOf(name);
  return at < 0 ? first.length : at;
}

type Program = Parameters<typeof start>[0];

function compiled(name: string): Program {
  const text = readFileSync(join(folder, `${name}.go`), 'utf8');
  const result = compile([{ name: `${name}.go`, text }]);
  if (!result.ok) throw new Error(result.text);
  return result.program;
}

interface OneRun {
  /** CPU milliseconds. */
  readonly ms: number;
  readonly statements: number;
  readonly events: number;
  readonly bytes: number;
}

function runOnce(name: string, program: Program, options: Partial<RunOptions>): OneRun {
  const run = start(program, {
    scheduling: { kind: 'go', seed: 1 },
    limits: { events: 1e8 },
    evaluate,
    ...options,
  });
  const before = process.cpuUsage();
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  const printed = outputOf(run, 1) + outputOf(run, 2);
  const expected = readFileSync(join(folder, `${name}.out`), 'latin1');
  if (printed !== expected) throw new Error(`${name} prints ${printed}, not ${expected}`);
  const bytes = run.trace
    .data()
    .chunks.flatMap((chunk) => Object.values(chunk))
    .reduce((sum: number, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0), 0);
  return { ms, statements: run.machine.statements, events: run.machine.state.events, bytes };
}

const ratio = (ms: number, of: number | null | undefined): string =>
  of === null || of === undefined ? '' : (ms / of).toFixed(2);

function rowOf(name: string): Readonly<Record<string, string | number>> {
  const program = compiled(name);
  const best = { cold: 0, fast: Infinity, traced: Infinity, exact: Infinity };
  let last = runOnce(name, program, { records: false });
  best.cold = last.ms;
  for (let round = 0; round < rounds; round++) {
    best.fast = Math.min(best.fast, runOnce(name, program, { records: false }).ms);
    last = runOnce(name, program, {});
    best.traced = Math.min(best.traced, last.ms);
  }
  const exact = runOnce(name, program, { records: false, flavour: 'exact' });
  best.exact = exact.ms;
  const file = join(folder, `${name}.go`);
  const go = measureGo(file);
  const yaegi = measureYaegi(file, readFileSync(join(folder, `${name}.out`), 'latin1'));
  return {
    program: name,
    'fast ms': best.fast,
    'traced ms': best.traced,
    'cold ms': best.cold,
    'exact ms': best.exact,
    'native ms': go === null ? 'no Go' : go.nativeMs,
    'js/wasm ms': go?.wasmMs ?? '',
    'Yaegi ms': yaegi ?? '',
    'fast ÷ native': ratio(best.fast, go?.nativeMs),
    'traced ÷ native': ratio(best.traced, go?.nativeMs),
    'fast ÷ js/wasm': ratio(best.fast, go?.wasmMs),
    'fast ÷ Yaegi': ratio(best.fast, yaegi),
    statements: last.statements,
    events: last.events,
    'statements per µs': last.statements / best.fast / 1000,
    'ns per event': last.events < 1000 ? '' : ((best.traced - best.fast) * 1e6) / last.events,
    'bytes per event': last.events < 65_536 ? '' : last.bytes / last.events,
  };
}
/** The row of a program that is measured in a process of its own. */
function measuredApart(name: string): Readonly<Record<string, string | number>> {
  process.stderr.write(`${name} `);
  const script = process.argv[1] ?? '';
  const args = [...process.execArgv, script, `--row=${name}`];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${name} could not be measured`);
  return JSON.parse(stdout) as Readonly<Record<string, string | number>>;
}

if (alone === undefined) {
  const rows = names.map(measuredApart);
  console.log(
    `Node ${process.version}; ${goVersion() ?? 'no Go toolchain'}; ${yaegiVersion() ?? 'no Yaegi'}`,
  );
  printTable(rows);
} else console.log(JSON.stringify(rowOf(alone)));
