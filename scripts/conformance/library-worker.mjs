// One thread of the run of the library's tests: prunes the tests of one package to what compiles
// here, runs them and tells how each ends, as it ends. A test that crashes the program, or takes
// too long, is left out and the others run again. It may be ended at any time.

import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { stubs } from './stubs.mjs';
import { TestOutput } from './test-output.mjs';

/**
 * @typedef {object} LibraryTask
 * @property {readonly { name: string, text: string }[]} sources files of the module `conformance`
 * @property {string} folder of the package whose tests are run
 * @property {readonly string[]} decided tests that are not to be run
 * @property {number} seconds for each test
 * @property {string} only regular expression for the names of tests, '' for all
 *
 * @typedef {object} TestResult
 * @property {string} test name of the function
 * @property {'pass' | 'fail' | 'limit' | 'skip' | 'out of reach'} status
 * @property {string} detail
 */

const { compileTests, prune, start, testArguments } = await import(workerData.engine);

const isTest = /^(Test|Example|Fuzz)(?![a-z])/;
const statementsAtOnce = 200_000;
/** Tests may use all the memory that the thread has; what they write is limited as ever. */
const limits = { statements: 1e15, heapBytes: 1500 << 20 };

parentPort?.on('message', (/** @type {LibraryTask} */ task) => {
  try {
    judge(task);
    parentPort?.postMessage({ kind: 'done' });
  } catch (error) {
    const text = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
    parentPort?.postMessage({ kind: 'broken', text });
  }
});

/** @param {LibraryTask} task */
function judge(task) {
  const { folder } = task;
  const given = [
    { name: 'go.mod', text: 'module conformance\n\ngo 1.27\n' },
    ...stubs.map(({ name, text }) => ({ name: `${lastOf(name)}/stub.go`, text })),
    ...task.sources,
  ];
  const { sources, dropped } = prune(given, folder, () => {
    parentPort?.postMessage({ kind: 'running', test: '(all)' });
  });
  for (const [test, detail] of dropped) {
    if (isTest.test(test) && !task.decided.includes(test)) tell(test, 'out of reach', detail);
  }
  const target = { kind: 'folder', folder };
  const compiled = compileTests(sources, { target, skipsVet: true });
  if (compiled.kind === 'none') return;
  if (compiled.kind === 'failed') throw new Error(compiled.output);
  renamePackage(compiled.program, `conformance/${folder}`, folder.slice(folder.indexOf('/') + 1));
  const decided = new Set(task.decided);
  while (runOthers(compiled.program, task, decided));
}

/**
 * Gives the tests' package the path that it has in Go, where functions and types are named.
 * @param {any} program
 * @param {string} from
 * @param {string} to
 */
function renamePackage({ funcs, types }, from, to) {
  const rename = (/** @type {any} */ named) => {
    for (const key of ['name', 'string', 'packagePath']) {
      if (typeof named[key] === 'string') named[key] = named[key].replaceAll(from, to);
    }
  };
  for (const func of funcs) rename(func);
  for (const type of types) {
    rename(type);
    for (const part of [type.methods, type.fields, type.interfaceMethods].flat()) {
      if (part !== undefined) rename(part);
    }
  }
}

/** The name under which tests import a stub. @param {string} path */
function lastOf(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Runs the tests that are not decided; says whether there may be more.
 * @param {any} program
 * @param {LibraryTask} task
 * @param {Set<string>} decided
 */
function runOthers(program, { seconds, only }, decided) {
  const skip = decided.size === 0 ? {} : { skip: `^(${[...decided].join('|')})$` };
  const run = only === '' ? {} : { run: only };
  const { machine } = start(program, {
    scheduling: { kind: 'go', seed: 1 },
    args: testArguments({ verbose: true, short: true, timeout: '0', ...skip, ...run }),
    records: false,
    limits,
    /** @param {string[]} names @param {string} body */
    evaluate: (names, body) => new Function(...names, body),
  });
  const output = new TestOutput();
  let [printed, current, since] = [0, '', cpuSeconds()];
  while (machine.verdict === null) {
    const broken = brokenBy(() => machine.run(statementsAtOnce));
    const pieces = machine.output.slice(printed);
    printed = machine.output.length;
    output.add(pieces.map((/** @type {{ bytes: string }} */ { bytes }) => bytes).join(''));
    tellEnded(output, decided, false);
    if (broken !== null) return settle(output.current, 'fail', broken, decided);
    if (output.current !== current) {
      current = output.current;
      since = cpuSeconds();
      parentPort?.postMessage({ kind: 'running', test: current });
    }
    if (cpuSeconds() - since <= seconds) continue;
    return settle(current, 'limit', `runs for more than ${seconds} s`, decided);
  }
  output.end();
  const before = decided.size;
  const { verdict } = machine;
  const lines = output.records.get(output.current)?.lines ?? output.others;
  const isWhole = verdict.exitCode === 0 || lines.includes('FAIL');
  const message = verdict.kind === 'limit' ? verdict.message : (verdict.text ?? '');
  if (!isWhole && output.records.get(output.current)?.status !== 'fail') {
    settle(output.current, verdict.kind === 'limit' ? 'limit' : 'fail', message, decided, lines);
  }
  tellEnded(output, decided, true);
  if (!isWhole && decided.size === before) throw new Error(`${message}\n${lines.join('\n')}`);
  return !isWhole;
}

/** Time that the process has computed: others on the machine must not make a test fail. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** What is wrong with the engine if it throws. @param {() => void} act */
function brokenBy(act) {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof Error ? `broken: ${error.message}\n${error.stack}` : String(error);
  }
}

/**
 * @param {string} test
 * @param {'fail' | 'limit'} status
 * @param {string} message
 * @param {Set<string>} decided
 * @param {string[]} lines what was written before
 */
function settle(test, status, message, decided, lines = []) {
  if (test === '' || decided.has(test)) throw new Error(`${message}\n${lines.join('\n')}`);
  decided.add(test);
  tell(test, status, `${message}\n${decoded(lines.join('\n'))}`);
  return true;
}

/**
 * What an example should have written follows the line that it failed.
 * @param {TestOutput} output
 * @param {Set<string>} decided
 * @param {boolean} isOver
 */
function tellEnded({ records, current }, decided, isOver) {
  for (const [test, { status, lines }] of records) {
    if (status === null || decided.has(test)) continue;
    if (status === 'fail' && test === current && !isOver) continue;
    decided.add(test);
    tell(test, status, status === 'pass' ? '' : decoded(lines.join('\n')));
  }
}

/** @param {string} bytes */
function decoded(bytes) {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/**
 * @param {string} test
 * @param {TestResult['status']} status
 * @param {string} detail
 */
function tell(test, status, detail) {
  parentPort?.postMessage({ kind: 'result', result: { test, status, detail } });
}
