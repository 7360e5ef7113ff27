// Runs the tests and examples of Go's standard library, in place, against ours:
//
//   npm run conformance -- --library DIR [package…] [--only REGEXP] [--failures] [--seconds N] [--table FILE]
//
// DIR is the folder `src` of a Go source tree. Without packages all that we provide are taken;
// `--only` takes the tests whose name matches; a table keeps its rows of other packages. Of each folder there are two programs: the tests
// beside the package (`package X_test`), and those inside it, which here see the exported names
// only. What does not compile is left out by name. Nothing of the tree is copied.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { impossible } from './impossible.mjs';
import { libraryTable, renewed, summaryOf } from './library-table.mjs';
import { standInText, withStandIns } from './stand-ins.mjs';
import { ownHelpers, stubs } from './stubs.mjs';
import { fileSetup } from './test-files.mjs';

/**
 * @typedef {import('./library-worker.mjs').TestResult} TestResult
 * @typedef {import('./library-worker.mjs').LibraryTask} LibraryTask
 * @typedef {{ name: string, text: string }} Source
 * @typedef {TestResult & { path: string }} LibraryResult
 *
 * @typedef {object} Choice
 * @property {string} only
 * @property {string | undefined} table
 * @property {boolean} failures
 * @property {number} seconds that a test may compute
 */

/** Sorts before all others: files are there before anything else is initialised. */
const setupName = '00_files_test.go';
const standInName = '00_stand_ins_test.go';

/**
 * @param {string} engine address of the built engine
 * @param {string} root
 * @param {readonly string[]} chosen packages; none: all
 * @param {Choice} choice
 * @param {string} version of Go
 */
export async function judgeLibrary(engine, root, chosen, choice, version) {
  const { libraryPackages, isBuilt } = await import(engine);
  const paths = chosen.length > 0 ? chosen : libraryPackages();
  /** @type {LibraryResult[]} */
  const results = [];
  for (const path of paths) {
    if (path.split('/').includes('internal')) continue;
    /** @type {TestResult[]} */
    const own = [];
    for (const part of partsOf(root, path, isBuilt)) {
      own.push(...(await judgePart(engine, part, choice)));
    }
    const judged = own.map((result) => ({ path, ...explained(path, result) }));
    judged.sort((one, other) => (one.test < other.test ? -1 : 1));
    results.push(...judged);
    if (judged.length > 0) console.log(lineOf(path, judged));
    if (choice.failures) for (const each of judged) tell(each);
    if (choice.table !== undefined) renew(choice.table, judged, version);
  }
  console.log(libraryTable(summaryOf(results), version).split('\n## ')[0]);
}

/**
 * Replaces the rows of some packages: what a run has found stays if it is ended early.
 * @param {string} table
 * @param {readonly LibraryResult[]} results
 * @param {string} version
 */
function renew(table, results, version) {
  const older = existsSync(table) ? readFileSync(table, 'utf8') : '';
  writeFileSync(table, libraryTable(renewed(older, summaryOf(results)), version));
}

/** @param {string} path @param {readonly LibraryResult[]} results */
function lineOf(path, results) {
  const kinds = /** @type {const} */ (['pass', 'fail', 'limit', 'skip', 'out of reach']);
  const counts = kinds.map((kind) => {
    const { length } = results.filter(({ status }) => status === kind);
    return length === 0 ? '' : ` ${length} ${kind}`;
  });
  return `${path}:${counts.join('')}`;
}

/** @param {LibraryResult} result */
function tell({ path, test, status, detail }) {
  if (status === 'pass' || status === 'skip') return;
  const lines = detail.split('\n').slice(0, status === 'out of reach' ? 1 : 25);
  console.log(`  ${status}: ${path}.${test}: ${lines.join('\n    ')}`);
}

/**
 * The tests of one folder: those beside the package, and those inside it, which import it.
 * @param {string} root
 * @param {string} path
 * @param {(name: string, text: string) => boolean} isBuilt
 * @returns {{ folder: string, sources: Source[] }[]}
 */
function partsOf(root, path, isBuilt) {
  const vendored = join(root, 'vendor', path);
  const folder = existsSync(join(root, path)) ? join(root, path) : vendored;
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('_test.go'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    .filter(({ name, text }) => isBuilt(name, text))
    .map(({ name, text }) => ({ name, text: withStandIns(path, text) }));
  const helpers = helpersOf(root);
  const isBeside = (/** @type {Source} */ { text }) => /^package \w+_test\b/m.test(text);
  const inside = files.filter((file) => !isBeside(file));
  const beside = files.filter(isBeside);
  return [
    { folder: `beside/${path}`, files: beside.map((file) => adapted(file, null)) },
    { folder: `inside/${path}`, files: inside.map((file) => adapted(file, path)) },
  ].flatMap((part) => {
    const sources = part.files.map(({ name, text }) => ({ name: `${part.folder}/${name}`, text }));
    if (sources.length === 0) return [];
    const header = /^package \w+/m.exec(sources[0]?.text ?? '')?.[0] ?? '';
    const setup = { name: `${part.folder}/${setupName}`, text: fileSetup(folder, path, header) };
    const standIn = { name: `${part.folder}/${standInName}`, text: standInText(path, header) };
    const added = standIn.text === '' ? [setup] : [setup, standIn];
    return [{ folder: part.folder, sources: [...helpers, ...sources, ...added] }];
  });
}

/**
 * Packages for tests that the tree has itself, under the paths that they have here.
 * @param {string} root
 * @returns {Source[]}
 */
function helpersOf(root) {
  return ownHelpers.map(([name, file]) => {
    const text = readFileSync(join(root, file), 'utf8');
    return adapted({ name: `${lastOf(name)}/${lastOf(file)}`, text }, null);
  });
}

/** @param {string} path */
function lastOf(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Imports what tests may import under the paths that it has here; `inside`, if not null, is the
 * package that the file belongs to.
 * @param {Source} file
 * @param {string | null} inside
 */
function adapted({ name, text }, inside) {
  let result = text;
  for (const path of [...stubs.map((stub) => stub.name), ...ownHelpers.map(([path]) => path)]) {
    const here = `"conformance/${lastOf(path)}"`;
    result = result.replace(`"${path}"`, here);
  }
  if (inside !== null) {
    result = result.replace(/^(package \w+)(.*)$/m, `$1; import . "${inside}"$2`);
  }
  return { name, text: result };
}

/**
 * @param {string} engine
 * @param {{ folder: string, sources: Source[] }} part
 * @param {Choice} choice
 * @returns {Promise<TestResult[]>}
 */
async function judgePart(engine, { folder, sources }, { only, seconds }) {
  /** @type {TestResult[]} */
  const results = [];
  for (;;) {
    const decided = results.map(({ test }) => test);
    const hung = await runUntilSilent(
      engine,
      { folder, sources, decided, only, seconds },
      (result) => results.push(result),
    );
    if (hung === null) return results;
    results.push(hung);
    if (hung.test === '(all)') return results;
  }
}

/**
 * Runs a thread as long as it says something; what it was at when it fell silent or broke, or null.
 * @param {string} engine
 * @param {LibraryTask} task
 * @param {(result: TestResult) => void} take
 * @returns {Promise<TestResult | null>}
 */
function runUntilSilent(engine, task, take) {
  const worker = new Worker(new URL('./library-worker.mjs', import.meta.url), {
    workerData: { engine },
    resourceLimits: { maxOldGenerationSizeMb: 3000, stackSizeMb: 16 },
  });
  return new Promise((done) => {
    let test = '(all)';
    /** @param {TestResult | null} result */
    const end = (result) => {
      clearTimeout(timer);
      void worker.terminate();
      done(result);
    };
    const silence = (4 * task.seconds + 120) * 1000;
    const hang = () => end({ test, status: 'limit', detail: `silent after ${task.seconds} s` });
    let timer = setTimeout(hang, silence);
    worker.on('error', (error) => end({ test, status: 'limit', detail: String(error) }));
    worker.on('message', (message) => {
      clearTimeout(timer);
      timer = setTimeout(hang, silence);
      if (message.kind === 'running') test = message.test;
      else if (message.kind === 'result') take(message.result);
      else if (message.kind === 'done') end(null);
      else end({ test: '(all)', status: 'fail', detail: `broken: ${message.text}` });
    });
    worker.postMessage(task);
  });
}

/** @param {string} path @param {TestResult} result @returns {TestResult} */
function explained(path, result) {
  const [reason] =
    Object.entries(impossible).find(([, tests]) =>
      (tests[path] ?? '').split(/\s+/).includes(result.test),
    ) ?? [];
  if (reason === undefined) return result;
  if (result.status === 'pass') {
    return { ...result, status: 'fail', detail: `passes, but is listed: ${reason}` };
  }
  return { ...result, status: 'out of reach', detail: reason };
}
