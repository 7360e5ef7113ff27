// Whether `npm pack` makes a package that installs as `interleave`: packs, installs into an empty
// folder, runs and formats a program there. Run by `npm test`; needs the built command line.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @returns {boolean} whether the package works; what is wrong is printed */
export function packedWorks() {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-packed-'));
  const use = join(folder, 'use');
  try {
    const packed = run('npm', [
      'pack',
      '--ignore-scripts',
      '--silent',
      '--pack-destination',
      folder,
    ]);
    mkdirSync(use);
    writeFileSync(join(use, 'package.json'), '{ "name": "use", "private": true }\n');
    const tarball = join(folder, packed.trim());
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], use);
    writeFileSync(
      join(use, 'main.go'),
      'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("packed") }\n',
    );
    const output = run('npx', ['interleave', 'run', 'main.go'], use);
    const listed = run('npx', ['interleave', 'fmt', '-l', 'main.go'], use);
    if (output === 'packed\n' && listed === '') return true;
    console.log(`The packed command line printed ${JSON.stringify([output, listed])}`);
    return false;
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} program
 * @param {string[]} words
 * @param {string} [cwd]
 */
function run(program, words, cwd) {
  return execFileSync(program, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(cwd === undefined ? {} : { cwd }),
  });
}
