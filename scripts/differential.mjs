// Compares the engine with the real toolchain on random programs: output, panics, exit codes, and
// gc's whole listing for programs that are broken on purpose. `npm run differential`.
// Invariants: only Node's built-in modules and vite, which builds the engine; the program of a
// number is always the same, so a difference can be looked at again.
//
//   npm run differential -- [--count N] [--seed S] [--errors] [--from DIR] [--keep FOLDER]
//     [--no-shrink]
//
// Programs S to S+N-1 are made; with `--errors` each is mutated instead and only compiled, and
// `--from` takes programs of a folder, like Go's own test tree. Each difference is shrunk and written to FOLDER with both outcomes. Go is found as $GO, on the PATH,
// or in /opt/go and /usr/local/go.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runAll } from './differential/go-batch.mjs';
import { listAll, mutate } from './differential/mutants.mjs';
import { shrink } from './differential/shrink.mjs';
import { normaliseBuild, normaliseStderr } from './expectation.mjs';

/** @typedef {import('./differential/go-batch.mjs').Outcome} Outcome */

const batchSize = 100;
const statementLimit = 30_000_000;
/** What only we refuse. */
const refusal = /is not (provided by|available in) Interleave/;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    errors: { type: 'boolean', default: false },
    from: { type: 'string' },
    keep: { type: 'string', default: join(tmpdir(), 'interleave-differences') },
    'no-shrink': { type: 'boolean', default: false },
  },
});
const count = Number(options.count);
const firstSeed = Number(options.seed);

const go = findGo();
const workspace = mkdtempSync(join(tmpdir(), 'interleave-differential-'));
try {
  const { compile, generate, outputOf, start } = await import(await buildEngine());
  const engine = { compile, outputOf, start };
  const found = options.errors ? compareListings(engine, generate) : compareRuns(engine, generate);
  process.exitCode = found === 0 ? 0 : 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

/** @returns {string} */
function findGo() {
  const candidates = [process.env.GO, 'go', '/opt/go/bin/go', '/usr/local/go/bin/go'];
  for (const candidate of candidates) {
    if (candidate === undefined || candidate === '') continue;
    if (spawnSync(candidate, ['version']).status === 0) return candidate;
  }
  console.error('No Go toolchain found. Install Go or set GO to its executable.');
  process.exit(2);
}

/** @returns {Promise<string>} address of the engine's built module */
async function buildEngine() {
  const { build } = await import('vite');
  await build({
    logLevel: 'error',
    build: {
      ssr: 'scripts/differential/module.ts',
      outDir: join(workspace, 'engine'),
      sourcemap: false,
    },
  });
  return pathToFileURL(join(workspace, 'engine', 'module.js')).href;
}

/**
 * @typedef {object} Engine
 * @property {Function} compile
 * @property {Function} start
 * @property {Function} outputOf
 */

/** @param {Engine} engine @param {string} text @returns {Outcome} what the program does here */
function runHere(engine, text) {
  try {
    const compiled = engine.compile([{ name: 'prog.go', text }]);
    if (!compiled.ok) return { kind: 'refused', build: normaliseBuild(compiled.text) };
    const run = engine.start(compiled.program, {
      scheduling: { kind: 'go', seed: 1 },
      records: false,
      limits: { statements: statementLimit },
      /** @param {string[]} names @param {string} body */
      evaluate: (names, body) => new Function(...names, body),
    });
    run.machine.runTo(Number.POSITIVE_INFINITY);
    const { verdict } = run.machine;
    const output = (/** @type {1 | 2} */ descriptor) =>
      Buffer.from(engine.outputOf(run, descriptor), 'latin1').toString('utf8');
    if (verdict.kind === 'limit') return { kind: 'stopped' };
    return {
      kind: 'built',
      stdout: output(1),
      stderr: normaliseStderr(output(2)),
      exit: verdict.exitCode,
    };
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'refused', build: `THROWN ${stack}\n` };
  }
}

/** @param {Outcome} outcome */
function print(outcome) {
  switch (outcome.kind) {
    case 'refused':
      return `-- build --\n${outcome.build}`;
    case 'stopped':
      return '-- stopped --\n';
    default:
      return `-- stdout --\n${outcome.stdout}-- stderr --\n${outcome.stderr}-- exit --\n${outcome.exit}\n`;
  }
}

/** @param {Engine} engine @param {(seed: number) => string} generate @returns {number} differences */
function compareRuns(engine, generate) {
  let differences = 0;
  let refused = 0;
  let stopped = 0;
  for (let from = 0; from < count; from += batchSize) {
    const seeds = Array.from(
      { length: Math.min(batchSize, count - from) },
      (_, i) => firstSeed + from + i,
    );
    const texts = seeds.map(generate);
    const theirs = runAll(go, workspace, texts);
    for (const [i, text] of texts.entries()) {
      const their = theirs[i];
      if (their === undefined || their.kind === 'stopped') continue;
      if (their.kind === 'refused') refused++;
      const our = runHere(engine, text);
      if (our.kind === 'stopped') {
        stopped++;
        continue;
      }
      if (print(our) === print(their) || overflows(our)) continue;
      if (happensAgain(text, print(our))) continue;
      differences++;
      report(seeds[i] ?? 0, shrunk(engine, text), engine);
    }
    const done = from + seeds.length;
    console.log(
      `${done} programs, ${differences} differences, ${refused} refused by both or one, ${stopped} stopped at a limit`,
    );
  }
  return differences;
}

/**
 * Whether the real program does the same in one of its next runs: on a busy machine its timers come
 * late now and then, so that it does not always do the same itself.
 *
 * @param {string} text @param {string} our
 */
function happensAgain(text, our) {
  for (let tries = 0; tries < 4; tries++) {
    const [their] = runAll(go, workspace, [text]);
    if (their === undefined || print(their) === our) return true;
  }
  return false;
}

/** How deep a stack goes depends on gc's frames. @param {Outcome} outcome */
function overflows(outcome) {
  return outcome.kind === 'built' && outcome.stderr.includes('fatal error: stack overflow\n');
}

/** @param {Engine} engine @param {string} text @returns {string} */
function shrunk(engine, text) {
  if (options['no-shrink']) return text;
  const wasRefused = runHere(engine, text).kind === 'refused';
  const stillDiffers = (/** @type {readonly string[]} */ candidates) => {
    const ours = candidates.map((each) => runHere(engine, each));
    const plausible = ours.map((our) => wasRefused || our.kind !== 'refused');
    const some = candidates.filter((_, i) => plausible[i]);
    const theirs = some.length === 0 ? [] : runAll(go, workspace, some);
    return candidates.map((each, i) => {
      const their = theirs[some.indexOf(each)];
      const our = ours[i];
      if (!plausible[i] || their === undefined || our === undefined) return false;
      if (their.kind === 'stopped' || (their.kind === 'refused' && !wasRefused)) return false;
      return print(our) !== print(their);
    });
  };
  return shrink(text, stillDiffers, 60);
}

/** @param {number} seed @param {string} text @param {Engine} engine */
function report(seed, text, engine) {
  const [their] = runAll(go, workspace, [text]);
  keep(seed, text, print(runHere(engine, text)), their === undefined ? '' : print(their));
}

/** @param {number} seed @param {string} text @param {string} ours @param {string} theirs */
function keep(seed, text, ours, theirs) {
  mkdirSync(options.keep, { recursive: true });
  const path = join(options.keep, `${seed}.go`);
  writeFileSync(path, text);
  writeFileSync(path.replace(/\.go$/, '.ours'), ours);
  writeFileSync(path.replace(/\.go$/, '.theirs'), theirs);
  console.log(`program ${seed} differs: ${path}`);
}

/** @param {Engine} engine @param {(seed: number) => string} generate @returns {number} differences */
function compareListings(engine, generate) {
  let differences = 0;
  for (let from = 0; from < count; from += batchSize) {
    const seeds = Array.from(
      { length: Math.min(batchSize, count - from) },
      (_, i) => firstSeed + from + i,
    );
    const texts = seeds.map((seed) => mutate(generate, seed, options.from));
    const theirs = listAll(go, workspace, texts);
    for (const [i, text] of texts.entries()) {
      const compiled = listHere(engine, text);
      if (compiled === theirs[i] || refusal.test(compiled)) continue;
      differences++;
      keep(seeds[i] ?? 0, text, compiled, theirs[i] ?? '');
    }
    console.log(`${from + seeds.length} broken programs, ${differences} differences`);
  }
  return differences;
}

/** @param {Engine} engine @param {string} text @returns {string} */
function listHere(engine, text) {
  try {
    const compiled = engine.compile([{ name: 'prog.go', text }]);
    // A program without main is the linker's business, not the compiler's.
    const unlinked = /^runtime\.main_main·f: .*\n/gm;
    return compiled.ok ? '' : normaliseBuild(compiled.text).replace(unlinked, '');
  } catch (error) {
    return `THROWN ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  }
}
