// The results of a conformance run as Markdown: counts by folder, every failure with its reason,
// and what is out of reach by reason. Pure.

/**
 * @typedef {object} Result
 * @property {string} name path below the test tree
 * @property {string} action run, errorcheck or compile
 * @property {'pass' | 'fail' | 'out of reach'} status
 * @property {string} detail why it fails or is out of reach
 */

const groups = ['chan', 'interface', 'ken', 'typeparam', 'fixedbugs'];

/** @param {readonly Result[]} results @param {string} version @returns {string} */
export function conformanceTable(results, version) {
  return [
    '# Conformance with Go’s own tests',
    '',
    `Files of the test tree of ${version}, run in place by \`npm run conformance -- DIR --table docs/conformance.md\`.`,
    '`run`: output and exit code as expected. `errorcheck`: an error that fits on each marked line',
    'and none elsewhere. `compile`: no error. Out of reach is what needs something refused by name.',
    '',
    'The tests and examples of Go’s standard library are run against ours by',
    '`npm run conformance -- --library DIR [package…]`, where DIR is the folder `src` of a Go source',
    'tree: `--failures` prints what each failing test says, `--only REGEXP` chooses tests,',
    '`--seconds N` is how long one may take, `--table docs/library-conformance.md` records the results.',
    'Tests that no simulator can pass are listed with the reason in `scripts/conformance/impossible.mjs`.',
    '',
    'The packages that Go’s type checker is tested with are checked by',
    '`npm run conformance -- --types DIR`, where DIR is its folder `internal/types/testdata`: see',
    '`docs/types-conformance.md`.',
    '',
    ...['run', 'errorcheck', 'compile'].flatMap((action) => counts(results, action)),
    '## Failures',
    '',
    ...failures(results),
    '## Out of reach',
    '',
    ...outOfReach(results),
  ].join('\n');
}

/** @param {readonly Result[]} results @param {string} action */
function counts(results, action) {
  const chosen = results.filter((each) => each.action === action);
  if (chosen.length === 0) return [];
  const rows = [...groups, 'others'].flatMap((group) => {
    const some = chosen.filter((each) => groupOf(each.name) === group);
    return some.length === 0 ? [] : [row(`test/${group === 'others' ? '…' : group}`, some)];
  });
  return [
    `| \`// ${action}\` | files | in reach | pass | fail | of those in reach |`,
    '|---|---:|---:|---:|---:|---:|',
    ...rows,
    row('**all**', chosen),
    '',
  ];
}

/** @param {string} name */
function groupOf(name) {
  const folder = name.includes('/') ? (name.split('/')[0] ?? '') : '';
  return groups.includes(folder) ? folder : 'others';
}

/** @param {string} title @param {readonly Result[]} results */
function row(title, results) {
  const pass = results.filter((each) => each.status === 'pass').length;
  const reach = results.filter((each) => each.status !== 'out of reach').length;
  const share = reach === 0 ? '–' : `${((100 * pass) / reach).toFixed(1)} %`;
  return `| ${title} | ${results.length} | ${reach} | ${pass} | ${reach - pass} | ${share} |`;
}

/** @param {readonly Result[]} results */
function failures(results) {
  const failed = results.filter((each) => each.status === 'fail');
  if (failed.length === 0) return ['None.', ''];
  const rows = failed.map(({ name, action, detail }) => {
    const line = (detail.split('\n')[0] ?? '')
      .slice(0, 160)
      .replaceAll('|', '\\|')
      .replaceAll('`', "'");
    return `| ${name} | ${action} | ${line} |`;
  });
  return ['| file | action | first complaint |', '|---|---|---|', ...rows, ''];
}

/** @param {readonly Result[]} results */
function outOfReach(results) {
  /** @type {Map<string, string[]>} */
  const byReason = new Map();
  for (const { name, action, status, detail } of results) {
    if (status !== 'out of reach') continue;
    const reason = `${detail} (${action})`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  const rows = [...byReason]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([reason, names]) => `| ${reason} | ${names.length} | ${names.join(' ')} |`);
  return ['| reason | files | which |', '|---|---:|---|', ...rows, ''];
}
