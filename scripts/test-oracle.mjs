// Records what `go test` writes for the archives of src/testdata/tests: `npm run oracle:tests`.
// Invariants: only Node's built-in modules; an archive is recorded only if it does the same each
// time, on one processor.
//
//   node scripts/test-oracle.mjs [--check] [--runs N] [archive …]

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { printTestRecord, testFlags } from './test-expectation.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
  },
});
const folder = 'src/testdata/tests';
const go = findGo();

const archives =
  positionals.length > 0
    ? positionals
    : readdirSync(folder)
        .filter((name) => name.endsWith('.txtar'))
        .map((name) => join(folder, name));
let complaints = 0;
for (const path of archives) if (!settle(path)) complaints++;
console.log(`${archives.length - complaints} archives recorded, ${complaints} with complaints`);
process.exitCode = complaints === 0 ? 0 : 1;

/** @returns {string} */
function findGo() {
  for (const candidate of [process.env.GO ?? 'go', '/opt/go/bin/go', '/usr/local/go/bin/go']) {
    if (spawnSync(candidate, ['version']).status === 0) return candidate;
  }
  console.error('No Go toolchain found. Install Go or set GO to its executable.');
  process.exit(2);
}

/** @param {string} path @returns {boolean} */
function settle(path) {
  const text = readFileSync(path, 'utf8');
  const record = path.replace(/\.txtar$/, '.out');
  const outcomes = new Set(Array.from({ length: Number(options.runs) }, () => run(text)));
  const [outcome = ''] = outcomes;
  if (outcomes.size > 1) {
    console.log(`${path} does different things:\n${[...outcomes].join('\n')}`);
    return false;
  }
  if (!options.check) writeFileSync(record, outcome);
  else if (readFileSync(record, 'utf8') !== outcome) {
    console.log(`${path} differs from its record; now it is\n${outcome}`);
    return false;
  }
  return true;
}

/** @param {string} text @returns {string} */
function run(text) {
  const workspace = mkdtempSync(join(tmpdir(), 'interleave-tests-'));
  try {
    const [, ...parts] = text.split(/^-- (\S+) --\n/m);
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const file = join(workspace, parts[at] ?? '');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, parts[at + 1] ?? '');
    }
    if (!parts.includes('go.mod')) {
      writeFileSync(join(workspace, 'go.mod'), 'module play\n\ngo 1.27\n');
    }
    const flags = ['test', '-count=1', ...testFlags(text), '.'];
    const env = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod', GOMAXPROCS: '1' };
    const { stdout, stderr, status } = spawnSync(go, flags, { cwd: workspace, env });
    return printTestRecord(`${stderr}${stdout}`, status ?? -1);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
