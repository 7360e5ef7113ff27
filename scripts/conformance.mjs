// Runs Go's own test tree, in place, through the engine: `npm run conformance -- DIR`. DIR is the
// folder `test` of a Go source tree, which distributions have in their package of Go's source.
// Invariants: nothing of that tree is copied; a file that is out of reach is named with its reason.
//
//   npm run conformance -- [--only TEXT] [--failures] [--table FILE] [--jobs N] [--seconds N] DIR
//
// `--only` takes files whose path contains TEXT; `--failures` prints why each fails; `--table`
// writes the results as Markdown. Actions: run, errorcheck, compile.
//
//   npm run conformance -- --library DIR [options] [package…]
//
// runs the tests and examples of Go's standard library against ours: conformance/library.mjs.
//
//   npm run conformance -- --types DIR [options]
//
// checks the packages that Go's type checker is tested with: conformance/types.mjs.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { withEngine } from './conformance/build-engine.mjs';
import {
  compareErrors,
  languageOf,
  readHeader,
  reasonOutOfReach,
  wantedErrors,
} from './conformance/go-test-file.mjs';
import { judgeLibrary } from './conformance/library.mjs';
import { conformanceTable } from './conformance/table.mjs';
import { Thread } from './conformance/thread.mjs';
import { judgeTypes } from './conformance/types.mjs';
import { unreachable } from './conformance/unreachable.mjs';

/** @typedef {import('./conformance/table.mjs').Result} Result */

const actions = ['run', 'errorcheck', 'compile'];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    library: { type: 'string' },
    types: { type: 'string' },
    only: { type: 'string', default: '' },
    failures: { type: 'boolean', default: false },
    table: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    seconds: { type: 'string', default: '60' },
  },
});
const { library, types } = options;
const root = library ?? types ?? positionals[0];
if (root === undefined || !existsSync(root)) {
  console.error("Usage: npm run conformance -- [options] DIR, the folder `test` of Go's source.");
  console.error("   or: npm run conformance -- --library DIR, the folder `src` of Go's source.");
  console.error('   or: npm run conformance -- --types DIR, its folder `internal/types/testdata`.');
  process.exit(2);
}

await withEngine(async (engine) => {
  if (library !== undefined) {
    const { only, table, failures, seconds } = options;
    const choice = { only, table, failures, seconds: Number(seconds) };
    await judgeLibrary(engine, library, positionals, choice, readVersion());
    return;
  }
  if (types !== undefined) {
    await judgeTypes(engine, types, options, readVersion());
    return;
  }
  const paths = goFiles(root).filter((path) => path.includes(options.only));
  report(await judgeAll(paths, engine));
});

/** @param {string} folder @returns {string[]} the files that may be tests, without what they include */
function goFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.endsWith('.dir') ? [] : goFiles(path);
      return entry.name.endsWith('.go') ? [path] : [];
    });
}

/**
 * @param {string[]} paths
 * @param {string} engine
 */
async function judgeAll(paths, engine) {
  /** @type {Result[]} */
  const results = [];
  const queue = paths.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    const header = readHeader(text);
    return header !== null && actions.includes(header.action) ? [{ path, text, header }] : [];
  });
  const work = async () => {
    const thread = new Thread(engine, Number(options.seconds));
    for (let test = queue.shift(); test !== undefined; test = queue.shift()) {
      const { path, text, header } = test;
      const name = relative(root ?? '', path);
      const reason = unreachable.get(name) ?? reasonOutOfReach(header, text);
      const base = { name, action: header.action };
      if (reason !== null) results.push({ ...base, status: 'out of reach', detail: reason });
      else results.push({ ...base, ...(await judge(thread, path, text, header)) });
    }
    await thread.end();
  };
  await Promise.all(Array.from({ length: Number(options.jobs) }, work));
  return results.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * @param {Thread} thread
 * @param {string} path
 * @param {string} text
 * @param {import('./conformance/go-test-file.mjs').TestFile} header
 * @returns {Promise<{ status: 'pass' | 'fail' | 'out of reach', detail: string }>}
 */
async function judge(thread, path, text, header) {
  const name = basename(path);
  const extra = header.args.filter((arg) => arg.endsWith('.go'));
  const sources = [name, ...extra].map((file) => ({
    name: file,
    text: file === name ? text : readFileSync(join(dirname(path), file), 'utf8'),
  }));
  const reply = await thread.ask({
    kind: header.action === 'run' ? 'run' : 'check',
    sources,
    args: header.args.filter((arg) => !arg.endsWith('.go')),
    goVersion: languageOf(header),
  });
  if (reply.kind === 'broken') return { status: 'fail', detail: `broken: ${reply.text}` };
  if (reply.kind === 'checked') {
    const wanted = header.action === 'errorcheck' ? wantedErrors(text, name) : [];
    return verdictOf(compareErrors(wanted, reply.errors));
  }
  if (reply.kind === 'refused') return verdictOf([`does not compile: ${reply.text}`]);
  const record = path.replace(/\.go$/, '.out');
  const expected = existsSync(record) ? readFileSync(record, 'utf8') : '';
  if (reply.limit !== null) return verdictOf([reply.limit]);
  if (reply.exit !== 0) return verdictOf([`exit code ${reply.exit}: ${reply.output.slice(-600)}`]);
  if (reply.output !== expected) return verdictOf([difference(reply.output, expected)]);
  return verdictOf([]);
}

/** @param {string[]} complaints @returns {{ status: 'pass' | 'fail' | 'out of reach', detail: string }} */
function verdictOf(complaints) {
  for (const complaint of complaints) {
    const refused = /([\w./]+) is not (available in|provided by) Interleave/.exec(complaint);
    if (refused === null) continue;
    return { status: 'out of reach', detail: `${(refused[1] ?? '').split('.')[0]}: not provided` };
  }
  return { status: complaints.length === 0 ? 'pass' : 'fail', detail: complaints.join('\n') };
}

/** @param {string} got @param {string} want */
function difference(got, want) {
  const [gotLines, wantLines] = [got.split('\n'), want.split('\n')];
  const at = gotLines.findIndex((line, index) => line !== wantLines[index]);
  const line = at < 0 ? gotLines.length : at;
  return `output line ${line + 1}: got ${JSON.stringify(gotLines[line] ?? null)}, want ${JSON.stringify(wantLines[line] ?? null)}`;
}

/** @param {readonly Result[]} results */
function report(results) {
  for (const { name, status, detail } of results) {
    if (status === 'fail' && options.failures) console.log(`${name}: ${detail}`);
  }
  const table = conformanceTable(results, readVersion());
  if (options.table !== undefined) writeFileSync(options.table, table);
  console.log(table.split('\n## ')[0]);
}

/** The version of the Go tree that the folder is in, like go1.27.3; "Go" where it is not said. */
function readVersion() {
  for (const way of ['..', '../../../..']) {
    const path = join(root ?? '', way, 'VERSION');
    if (existsSync(path)) return readFileSync(path, 'utf8').split('\n')[0] ?? '';
  }
  return 'Go';
}
