// The tests of Go's type checker, in place, against ours: `npm run conformance -- --types DIR`, where
// DIR is internal/types/testdata in Go's source. A file, or a folder, is a package; its comments say
// which errors are to be reported where, and there must be no others.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compareTypeErrors, wantedTypeErrors } from './type-test-file.mjs';

/** Folders of tests, and how far an error's column may be from the comment's, as types2 has it. */
const columns = { check: 50, examples: 125, fixedbugs: 100, spec: 20 };

/**
 * @typedef {object} TypesResult
 * @property {string} name path below the folder of tests
 * @property {'pass' | 'fail' | 'out of reach'} status
 * @property {readonly string[]} complaints what is wrong, or why it is out of reach
 * @property {number} wanted how many errors its comments expect
 */

/**
 * @param {string} engine address of the built module
 * @param {string} root
 * @param {{ only: string, failures: boolean, table?: string | undefined }} choice
 * @param {string} version of the Go tree
 */
export async function judgeTypes(engine, root, choice, version) {
  const { checkTypes } = await import(engine);
  /** @type {TypesResult[]} */
  const results = [];
  for (const [folder, tolerance] of Object.entries(columns)) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const name = `${folder}/${entry.name}`;
      if (name.includes(choice.only)) {
        results.push(judge(name, sourcesOf(join(root, name), entry.isDirectory()), tolerance));
      }
    }
  }
  const table = typesTable(results, version);
  if (choice.failures) {
    for (const { name, status, complaints } of results) {
      if (status === 'fail') for (const each of complaints) console.log(`${name}: ${each}`);
    }
  }
  if (choice.table !== undefined) writeFileSync(choice.table, table);
  console.log(table.split('\n## ')[0]);

  /** @param {string} name @param {Source[]} sources @param {number} tolerance @returns {TypesResult} */
  function judge(name, sources, tolerance) {
    const wanted = sources.flatMap(({ name: file, text }) => wantedTypeErrors(file, text));
    const reason = outOfReach.get(name) ?? reasonOutOfReach(sources);
    const base = { name, wanted: wanted.length };
    if (reason !== null) return { ...base, status: 'out of reach', complaints: [reason] };
    try {
      const found = checkTypes([...sources, ...helpers(sources)], languageOf(sources))
        .filter((/** @type {Found} */ { message }) => !onlyOfGc.test(message))
        .map((/** @type {Found} */ each) => ({ ...each, message: inWordsOfTypes(each.message) }));
      const complaints = compareTypeErrors(wanted, found, tolerance);
      return { ...base, status: complaints.length === 0 ? 'pass' : 'fail', complaints };
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? '') : String(error);
      return { ...base, status: 'fail', complaints: [`throws: ${text}`] };
    }
  }
}

/** @typedef {{ name: string, text: string }} Source */
/** @typedef {{ file: string, line: number, column: number, message: string }} Found */

/** What gc finds outside its checker, and what our stand-in for a predeclared function is not for. */
const onlyOfGc = /anonymous interface refers to itself|^assert\(.* is not used$/s;

/** What gc says before its checker, of labels and imports, is said by the checker when it runs alone. */
const wordsBefore = /** @type {const} */ ([
  [/^label (\w+) defined and not used$/, 'label $1 declared and not used'],
  [/^label (\w+) already defined at /, 'label $1 already declared at '],
  [/^package (\S+) is not provided by Interleave$/, 'could not import $1'],
  [/^label (\w+) not defined$/, 'label $1 not declared'],
  [/^(break|continue) label not defined: (\w+)$/, 'invalid $1 label $2'],
  [
    /^(goto \w+ jumps over) declaration of \w+ at .*:(\d+):\d+$/,
    '$1 variable declaration at line $2',
  ],
]);

/** Packages that cannot pass, and why. */
const outOfReach = new Map([
  ['check/labels.go', 'gc’s parser takes a label for used where its use is wrong'],
  ['fixedbugs/issue48082.go', 'a package called init'],
  ['fixedbugs/issue78346.go', 'constants of gigabytes'],
]);

/** @param {string} message */
function inWordsOfTypes(message) {
  return wordsBefore.reduce((text, [theirs, ours]) => text.replace(theirs, ours), message);
}

/**
 * What Go's checker predeclares for its tests; a conversion is constant like its `assert`.
 * @param {readonly Source[]} sources
 */
function helpers(sources) {
  const [first] = sources;
  const name = /^package (\w+)/m.exec(first?.text ?? '')?.[1];
  if (name === undefined || !sources.some(({ text }) => /\b(assert|trace)\(/.test(text))) return [];
  const text = `package ${name}\ntype assert bool\nfunc trace(...any) (_ any) { return }\n`;
  return [{ name: 'helpers.go', text }];
}

/** @param {string} path @param {boolean} isFolder @returns {Source[]} */
function sourcesOf(path, isFolder) {
  const paths = isFolder
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [path];
  return paths
    .filter((each) => each.endsWith('.go'))
    .map((each) => ({ name: basename(each), text: withoutSelfTests(readFileSync(each, 'utf8')) }));
}

/** Tests of the functions that are only there for tests. @param {string} text */
function withoutSelfTests(text) {
  return text.replace(/^func (assert|trace)\d\(\) \{\n[\s\S]*?^\}/gm, (found) =>
    found.replace(/[^\n]/g, ''),
  );
}

/** The flags of a first line like `// -lang=go1.17`. @param {readonly Source[]} sources */
function flagsOf(sources) {
  return (
    /^\/\/\s*(-.*)/
      .exec(sources[0]?.text ?? '')?.[1]
      ?.trim()
      .split(/\s+/) ?? []
  );
}

/** @param {readonly Source[]} sources */
function languageOf(sources) {
  const flag = flagsOf(sources).find((each) => each.startsWith('-lang='));
  return flag === undefined ? null : flag.slice('-lang='.length);
}

/** @param {readonly Source[]} sources @returns {string | null} */
function reasonOutOfReach(sources) {
  const texts = sources.map(({ text }) => text).join('\n');
  if (flagsOf(sources).some((flag) => flag.startsWith('-goexperiment'))) return 'experiments';
  if (/^import "C"|-fakeImportC/m.test(texts)) return 'cgo';
  const missing =
    /^\s*(?:import )?(?:\. |_ |\w+ )?"(go\/ast|net\/http|net\/rpc|html\/template|database\/sql|plugin)"$/m;
  const found = missing.exec(texts)?.[1];
  return found === undefined ? null : `${found}: not provided`;
}

/** @param {readonly TypesResult[]} results @param {string} version */
function typesTable(results, version) {
  const rows = Object.keys(columns).map((folder) =>
    row(
      folder,
      results.filter(({ name }) => name.startsWith(`${folder}/`)),
    ),
  );
  const some = (/** @type {TypesResult['status']} */ wanted) =>
    results.filter(({ status }) => status === wanted);
  return [
    '# Conformance with the tests of Go’s type checker',
    '',
    `Packages of internal/types/testdata of ${version}, checked in place by`,
    '`npm run conformance -- --types DIR --table docs/types-conformance.md`. Each has comments that say',
    'which errors are to be reported where; a package passes if exactly those are.',
    '',
    '| folder | packages | in reach | pass | fail | errors expected | of those in reach |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows,
    row('**all**', results),
    '',
    '## Failures',
    '',
    ...list(some('fail'), 'the first complaint'),
    '## Out of reach',
    '',
    ...list(some('out of reach'), 'why'),
  ].join('\n');
}

/** @param {string} title @param {readonly TypesResult[]} results */
function row(title, results) {
  const reached = results.filter(({ status }) => status !== 'out of reach');
  const pass = reached.filter(({ status }) => status === 'pass').length;
  const errors = reached.reduce((sum, { wanted }) => sum + wanted, 0);
  const share = reached.length === 0 ? '–' : `${((100 * pass) / reached.length).toFixed(1)} %`;
  const counts = [results.length, reached.length, pass, reached.length - pass, errors, share];
  return `| ${title} | ${counts.join(' | ')} |`;
}

/** @param {readonly TypesResult[]} results @param {string} title */
function list(results, title) {
  if (results.length === 0) return ['None.', ''];
  const rows = results.map(({ name, complaints }) => {
    const [first = ''] = complaints;
    const text = (first.split('\n')[0] ?? '').slice(0, 160).replaceAll('|', '\\|');
    return `| ${name} | ${text.replaceAll('`', "'")} |`;
  });
  return [`| package | ${title} |`, '|---|---|', ...rows, ''];
}
