// `npm run interleave -- run FILE`: the command line, built first when a source is newer than the
// build. `--build` alone only builds, which is what `npm pack` needs.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ensurePackages, requireNode } from './bootstrap.mjs';

const bundle = 'dist-cli/main.js';
const sources = ['src/cli', 'src/engine', 'src/views', 'src/programs', 'config', 'vite.config.ts'];

requireNode();
ensurePackages();
const args = process.argv.slice(2);
const onlyBuild = args.length === 1 && args[0] === '--build';
if (onlyBuild || isStale()) await build();
if (!onlyBuild) {
  // The caller's folder, not the project's: a relative FILE means what the person typed.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const script = join(process.cwd(), bundle);
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
    stdio: 'inherit',
    cwd,
  });
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 130));
}

function isStale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  return sources.some((path) => newest(path) > built);
}

/**
 * Time of the last change in a file or folder, in milliseconds; 0 when there is none.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

async function build() {
  const { build: viteBuild } = await import('vite');
  await viteBuild({
    logLevel: 'error',
    build: { ssr: 'src/cli/main.ts', outDir: 'dist-cli' },
  });
}
