// The results of Go's library tests as Markdown: counts by package, every failure with its first
// complaint, and what is out of reach by reason. A table can be read again, so that a run of some
// packages renews their rows only. Pure.

/**
 * @typedef {import('./library.mjs').LibraryResult} LibraryResult
 *
 * @typedef {object} Row of what did not pass
 * @property {string} path
 * @property {string} test
 * @property {string} status fail or limit, and for what is out of reach that
 * @property {string} reason
 *
 * @typedef {object} Summary
 * @property {Map<string, number[]>} counts by package: tests, pass, fail, limit
 * @property {readonly Row[]} rows
 */

const outside = 'out of reach';

/** @param {readonly LibraryResult[]} results @returns {Summary} */
export function summaryOf(results) {
  /** @type {Map<string, number[]>} */
  const counts = new Map();
  const rows = results.flatMap(({ path, test, status, detail }) => {
    const [tests = 0, pass = 0, fail = 0, limit = 0] = counts.get(path) ?? [];
    const is = (/** @type {string} */ kind) => (status === kind ? 1 : 0);
    counts.set(path, [tests + 1, pass + is('pass'), fail + is('fail'), limit + is('limit')]);
    if (status === 'pass') return [];
    if (status === 'fail' || status === 'limit') {
      const lines = detail.split('\n').filter((line) => line.trim() !== '');
      return [{ path, test, status, reason: cell(lines[0] ?? '') }];
    }
    const reason = status === 'skip' ? reasonToSkip(detail) : reasonOf(detail);
    return [{ path, test, status: outside, reason: cell(reason) }];
  });
  return { counts, rows };
}

/** An older table with the packages of a newer one replaced. @param {string} text @param {Summary} newer */
export function renewed(text, newer) {
  const older = readTable(text);
  const kept = older.rows.filter(({ path }) => !newer.counts.has(path));
  return {
    counts: new Map([...older.counts, ...newer.counts]),
    rows: [...kept, ...newer.rows],
  };
}

/** @param {string} text @returns {Summary} */
function readTable(text) {
  const [head = '', failures = '', others = ''] = text.split(/^## .*$/m);
  /** @type {Map<string, number[]>} */
  const counts = new Map();
  for (const [path = '', tests, , pass, fail, limit] of cellsOf(head)) {
    if (path.startsWith('*')) continue;
    counts.set(path, [tests, pass, fail, limit].map(Number));
  }
  const failed = cellsOf(failures).map(([path = '', test = '', status = '', reason = '']) => {
    return { path, test, status, reason };
  });
  const unreached = cellsOf(others).flatMap(([reason = '', , names = '']) =>
    names.split(' ').map((name) => {
      const point = name.lastIndexOf('.');
      const [path, test] = [name.slice(0, point), name.slice(point + 1)];
      return { path, test, status: outside, reason };
    }),
  );
  return { counts, rows: [...failed, ...unreached] };
}

/** The cells of the rows of tables, without their headings. @param {string} text */
function cellsOf(text) {
  const lines = text.split('\n').filter((line) => line.startsWith('| '));
  return lines
    .map((line) => line.slice(2, -2).split(' | '))
    .filter(([first]) => first !== 'package' && first !== 'reason');
}

/** @param {Summary} summary @param {string} version @returns {string} */
export function libraryTable({ counts, rows }, version) {
  const paths = [...counts.keys()].sort();
  const all = [...counts.values()].reduce(
    (sum, each) => sum.map((n, i) => n + (each[i] ?? 0)),
    [0, 0, 0, 0],
  );
  return [
    '# Conformance with the tests of Go’s library',
    '',
    `Tests and examples of ${version}’s standard library, run in place against ours by`,
    '`npm run conformance -- --library DIR --table docs/library-conformance.md`. Each Test, Example',
    'and Fuzz function (with its seeds) is one result, as `go test -short` runs it. Out of reach is',
    'what uses names that Go keeps for itself or that we refuse, or what no simulator can answer;',
    'of a table of cases only the rows that do so are left out.',
    '',
    '| package | tests | in reach | pass | fail | limit | of those in reach |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...paths.map((path) => row(path, counts.get(path) ?? [])),
    row('**all**', all),
    '',
    '## Failures',
    '',
    ...failures(rows),
    '## Out of reach',
    '',
    ...outOfReach(rows),
  ].join('\n');
}

/** @param {string} title @param {readonly number[]} counts */
function row(title, [tests = 0, pass = 0, fail = 0, limit = 0]) {
  const reach = pass + fail + limit;
  const share = reach === 0 ? '–' : `${((100 * pass) / reach).toFixed(1)} %`;
  return `| ${title} | ${tests} | ${reach} | ${pass} | ${fail} | ${limit} | ${share} |`;
}

/** @param {readonly Row[]} rows */
function failures(rows) {
  const failed = rows.filter(({ status }) => status !== outside);
  if (failed.length === 0) return ['None.', ''];
  const lines = failed.map(
    ({ path, test, status, reason }) => `| ${path} | ${test} | ${status} | ${reason} |`,
  );
  const sorted = lines.sort((one, other) => (one < other ? -1 : 1));
  return ['| package | test | result | first complaint |', '|---|---|---|---|', ...sorted, ''];
}

/** @param {readonly Row[]} rows */
function outOfReach(rows) {
  /** @type {Map<string, string[]>} */
  const byReason = new Map();
  for (const { path, test, status, reason } of rows) {
    if (status !== outside) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), `${path}.${test}`]);
  }
  const lines = [...byReason]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([reason, names]) => `| ${reason} | ${names.length} | ${names.sort().join(' ')} |`);
  return ['| reason | tests | which |', '|---|---:|---|', ...lines, ''];
}

/** What the packages that stand for Go's own test helpers say (stubs.mjs), else the test's decision. */
function reasonToSkip(/** @type {string} */ detail) {
  const said = /no simulator has (other processes)/.exec(detail);
  return said === null ? 'skipped by the test itself' : `there are no ${said[1]} in the simulator`;
}

/** Compiler's messages by what they are about. @param {string} detail */
function reasonOf(detail) {
  const [message = ''] = detail.split('\n');
  const isHidden =
    /^undefined: |not exported|unexported|has no field or method|undefined \(|cannot define new meth|^missing function body|\(missing method [a-z]|^declared and not used/;
  return isHidden.test(message) ? 'names that Go’s package keeps for itself' : message;
}

/** @param {string} text */
function cell(text) {
  const short = text.trim().slice(0, 160);
  return short.replace(/[\s|]+/g, (gap) => (gap.includes('|') ? '¦' : ' ')).replaceAll('`', "'");
}
