// Records what the real `go vet` finds in the programs of src/testdata/vet, and checks the records.
// Invariants: only Node's built-in modules; what is recorded depends on the program alone.
//
//   npm run oracle:vet -- [--check] [folder or file …]
//
// A record has a line for each finding, `line:column-line:column analyzer: message`, by name of the
// analysis and then in vet's order; a program that does not compile has vet's own message instead.
// Go is found as $GO, on the PATH, or in /opt/go and /usr/local/go.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false } },
});

const go = findGo();
const workspace = mkdtempSync(join(tmpdir(), 'interleave-vet-'));
try {
  const roots = positionals.length > 0 ? positionals : ['src/testdata/vet'];
  const paths = roots.flatMap((root) => goFiles(resolve(root)));
  const wrong = paths.filter((path) => !settle(path));
  console.log(`${paths.length - wrong.length} programs as they should be, ${wrong.length} not`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
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

/** @param {string} root @returns {string[]} */
function goFiles(root) {
  if (root.endsWith('.go')) return [root];
  return readdirSync(root, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return goFiles(join(root, entry.name));
      return entry.name.endsWith('.go') ? [join(root, entry.name)] : [];
    });
}

/** @param {string} path @returns {boolean} whether the record is, or now is, as it should be */
function settle(path) {
  const text = findings(path);
  const record = path.replace(/\.go$/, '.vet');
  if (!options.check) {
    writeFileSync(record, text);
    return true;
  }
  const recorded = existsSync(record) ? readFileSync(record, 'utf8') : null;
  if (recorded === text) return true;
  console.log(`${relative(process.cwd(), path)}: now vet finds\n${text}`);
  return false;
}

/** @param {string} path @returns {string} */
function findings(path) {
  const name = path.endsWith('_test.go') ? 'prog_test.go' : 'prog.go';
  const folder = join(workspace, 'p');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  copyFileSync(path, join(folder, name));
  const result = spawnSync(go, ['vet', '-json', name], {
    cwd: folder,
    env: { ...process.env, GOTOOLCHAIN: 'local', GO111MODULE: 'off', GOWORK: 'off' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const start = result.stdout.indexOf('{');
  if (start < 0) return result.stderr.replace(/^# .*\n/gm, '');
  /** @type {Record<string, Record<string, { posn: string, end: string, message: string }[]>>} */
  const tree = JSON.parse(result.stdout.slice(start));
  const lines = Object.values(tree).flatMap((analyses) =>
    Object.entries(analyses).flatMap(([analysis, list]) =>
      list.map(({ posn, end, message }) => {
        const place = `${lineAndColumn(posn)}-${lineAndColumn(end)}`;
        return `${place} ${analysis}: ${message}\n`;
      }),
    ),
  );
  return lines.join('');
}

/** @param {string} place `/folder/prog.go:7:2` */
function lineAndColumn(place) {
  return /\d+:\d+$/.exec(place)?.[0] ?? place;
}
