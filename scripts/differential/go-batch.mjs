// Runs many programs by the real toolchain with one build: each is a package of its own, and one
// binary starts the one it is asked for. Their outcomes come back as if each had been package main.

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { normaliseBuild, normaliseStderr } from '../expectation.mjs';

/** @typedef {{ kind: 'built', stdout: string, stderr: string, exit: number }
 *   | { kind: 'refused', build: string } | { kind: 'stopped' }} Outcome */

const timeLimitMs = 10_000;

/**
 * @param {string} go the go command
 * @param {string} workspace a folder to build in
 * @param {readonly string[]} programs texts of package main
 * @returns {Outcome[]}
 */
export function runAll(go, workspace, programs) {
  const root = join(workspace, 'batch');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'go.mod'), 'module b\n\ngo 1.27\n');
  for (const [i, text] of programs.entries()) {
    mkdirSync(join(root, `p${i}`));
    writeFileSync(join(root, `p${i}`, 'prog.go'), asPackage(text));
  }
  /** @type {Map<number, string>} */
  const refused = new Map();
  for (let round = 0; round < 3; round++) {
    writeDispatch(root, programs.length, refused);
    const built = build(go, root);
    if (built === '') break;
    const before = refused.size;
    for (const [i, listing] of listings(built)) refused.set(i, listing);
    if (refused.size === before) throw new Error(`the batch does not build:\n${built}`);
  }
  return programs.map((_, i) => {
    const listing = refused.get(i);
    if (listing !== undefined) return { kind: 'refused', build: listing };
    return run(root, i);
  });
}

/** @param {string} text */
function asPackage(text) {
  return text
    .replace(/^package main$/m, 'package zmain')
    .replace(/^func main\(\) \{/m, 'func Main() {');
}

/** @param {string} root @param {number} count @param {Map<number, string>} refused */
function writeDispatch(root, count, refused) {
  const numbers = Array.from({ length: count }, (_, i) => i).filter((i) => !refused.has(i));
  const imports = numbers.map((i) => `\tp${i} "b/p${i}"\n`).join('');
  const cases = numbers.map((i) => `\tcase "${i}":\n\t\tp${i}.Main()\n`).join('');
  writeFileSync(
    join(root, 'main.go'),
    `package main\n\nimport (\n\t"os"\n${imports})\n\nfunc main() {\n\tswitch os.Args[1] {\n${cases}\t}\n}\n`,
  );
}

/** @param {string} go @param {string} root @returns {string} what went wrong */
function build(go, root) {
  const result = spawnSync(go, ['build', '-gcflags=-l', '-o', 'all', '.'], {
    cwd: root,
    env: {
      ...process.env,
      GO111MODULE: 'on',
      GOFLAGS: '-mod=mod',
      GOPROXY: 'off',
      GOTOOLCHAIN: 'local',
      GOWORK: 'off',
    },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return result.status === 0 ? '' : `${result.stdout}${result.stderr}`;
}

/** @param {string} text @returns {Map<number, string>} gc's listing of each refused package */
function listings(text) {
  const found = new Map();
  for (const part of text.split(/^(?=# b\/p\d+$)/m)) {
    const number = /^# b\/p(\d+)$/m.exec(part)?.[1];
    if (number !== undefined) found.set(Number(number), asMain(normaliseBuild(part)));
  }
  return found;
}

/** @param {string} root @param {number} i @returns {Outcome} */
function run(root, i) {
  const result = spawnSync(join(root, 'all'), [String(i)], {
    timeout: timeLimitMs,
    maxBuffer: 1 << 26,
  });
  if (result.status === null) return { kind: 'stopped' };
  return {
    kind: 'built',
    stdout: asMain(result.stdout.toString('utf8')),
    stderr: normaliseStderr(asMain(result.stderr.toString('utf8'))),
    exit: result.status,
  };
}

/** @param {string} text */
function asMain(text) {
  return text
    .replace(/\bb\/p\d+\.Main\b/g, 'main.main')
    .replace(/\bb\/p\d+\./g, 'main.')
    .replace(/\bzmain\./g, 'main.');
}
