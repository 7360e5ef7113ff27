// One thread of the conformance run: compiles, checks and runs files of Go's test tree by the
// engine whose built modules it is given. It may be ended at any time, when a file takes too long.

import { parentPort, workerData } from 'node:worker_threads';

/**
 * @typedef {object} Task
 * @property {'run' | 'check'} kind
 * @property {readonly { name: string, text: string }[]} sources
 * @property {readonly string[]} args
 * @property {string | null} goVersion
 */

const { compile, start, checkSources } = await import(workerData.engine);

parentPort?.on('message', (/** @type {Task} */ task) => {
  try {
    parentPort?.postMessage(task.kind === 'run' ? run(task) : check(task));
  } catch (error) {
    const text =
      error instanceof Error
        ? `${error.message} ${error.stack?.split('\n')[1]?.trim()}`
        : String(error);
    parentPort?.postMessage({ kind: 'broken', text });
  }
});

/** @param {Task} task */
function run(task) {
  const compiled = compile(task.sources, version(task));
  if (!compiled.ok) return { kind: 'refused', text: compiled.text };
  const { machine } = start(compiled.program, {
    scheduling: { kind: 'go', seed: 1 },
    args: task.args,
    records: false,
    /** @param {string[]} names @param {string} body */
    evaluate: (names, body) => new Function(...names, body),
  });
  machine.runTo(Number.POSITIVE_INFINITY);
  const { verdict } = machine;
  const bytes = machine.output
    .map((/** @type {{ bytes: string }} */ piece) => piece.bytes)
    .join('');
  const output = Buffer.from(bytes, 'latin1').toString('utf8');
  return {
    kind: 'ran',
    output,
    exit: verdict.exitCode,
    limit: verdict.kind === 'limit' ? verdict.message : null,
  };
}

/** @param {Task} task */
function check(task) {
  const { fset, diagnostics } = checkSources(task.sources, version(task));
  const lines = new Set();
  const errors = [];
  for (const { code, pos, message } of diagnostics) {
    const { line } = fset.position(pos);
    // gc reports one syntax error a line; a test file need not be a whole program.
    if (code === 'syntax' && lines.has(line)) continue;
    if (code === 'syntax') lines.add(line);
    // Nor need its functions have bodies: gc takes them to be in assembly.
    if (/function main is undeclared in the main package|^missing function body$/.test(message)) {
      continue;
    }
    errors.push({ line, message: message.replaceAll('./', '') });
  }
  return { kind: 'checked', errors };
}

/** @param {Task} task */
function version(task) {
  return task.goVersion === null ? {} : { goVersion: task.goVersion };
}
