// The results of Go's library tests as Markdown: counts by package, every failure with its first
// complaint, and what is out of reach by reason. Pure.

/** @typedef {import('./library.mjs').LibraryResult} LibraryResult */

/** @param {readonly LibraryResult[]} results @param {string} version @returns {string} */
export function libraryTable(results, version) {
  const paths = [...new Set(results.map(({ path }) => path))].sort();
  const rows = paths.map((path) =>
    row(
      path,
      results.filter((each) => each.path === path),
    ),
  );
  return [
    '# Conformance with the tests of Go’s library',
    '',
    `Tests and examples of ${version}’s standard library, run in place against ours by`,
    '`npm run conformance -- --library DIR --table docs/library-conformance.md`. Each Test, Example',
    'and Fuzz function (with its seeds) is one result, as `go test -short` runs it. Out of reach is',
    'what uses names that Go keeps for itself or that we refuse, or what no simulator can answer.',
    '',
    '| package | tests | in reach | pass | fail | limit | of those in reach |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows,
    row('**all**', results),
    '',
    '## Failures',
    '',
    ...failures(results),
    '## Out of reach',
    '',
    ...outOfReach(results),
  ].join('\n');
}

/** @param {string} title @param {readonly LibraryResult[]} results */
function row(title, results) {
  const count = (/** @type {LibraryResult['status']} */ status) =>
    results.filter((each) => each.status === status).length;
  const [pass, fail, limit] = [count('pass'), count('fail'), count('limit')];
  const reach = pass + fail + limit;
  const share = reach === 0 ? '–' : `${((100 * pass) / reach).toFixed(1)} %`;
  return `| ${title} | ${results.length} | ${reach} | ${pass} | ${fail} | ${limit} | ${share} |`;
}

/** @param {readonly LibraryResult[]} results */
function failures(results) {
  const failed = results.filter(({ status }) => status === 'fail' || status === 'limit');
  if (failed.length === 0) return ['None.', ''];
  const rows = failed.map(({ path, test, status, detail }) => {
    const lines = detail.split('\n').filter((line) => line.trim() !== '');
    return `| ${path} | ${test} | ${status} | ${cell(lines[0] ?? '')} |`;
  });
  return ['| package | test | result | first complaint |', '|---|---|---|---|', ...rows, ''];
}

/** @param {readonly LibraryResult[]} results */
function outOfReach(results) {
  /** @type {Map<string, string[]>} */
  const byReason = new Map();
  for (const { path, test, status, detail } of results) {
    if (status !== 'out of reach' && status !== 'skip') continue;
    const reason = status === 'skip' ? 'skipped by the test itself' : reasonOf(detail);
    byReason.set(reason, [...(byReason.get(reason) ?? []), `${path}.${test}`]);
  }
  const rows = [...byReason]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([reason, names]) => `| ${cell(reason)} | ${names.length} | ${names.join(' ')} |`);
  return ['| reason | tests | which |', '|---|---:|---|', ...rows, ''];
}

/** Compiler's messages by what they are about. @param {string} detail */
function reasonOf(detail) {
  const [message = ''] = detail.split('\n');
  const isHidden =
    /^undefined: |not exported|unexported|has no field or method|undefined \(|cannot define new meth/;
  return isHidden.test(message) ? 'names that Go’s package keeps for itself' : message;
}

/** @param {string} text */
function cell(text) {
  return text.trim().slice(0, 160).replaceAll('|', '\\|').replaceAll('`', "'");
}
