// Makes a fresh checkout ready: the right Node, and the packages that the lock file names.
// Invariant: only Node's built-in modules, because this runs before any package is installed.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean, optionalDependencies?: Record<string, string> }} LockedPackage */

/** Ends the process with advice when this Node is too old for the tools. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  console.error(
    `Interleave needs Node 20.19 or newer (or 22.12 or newer); this is ${process.version}.`,
  );
  process.exit(1);
}

/** Installs the locked packages unless they are all there already. */
export function ensurePackages() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  console.log(`Installing packages (${missing.length} missing) …`);
  // `--include=dev`: everything but the formatter is bundled, so nearly all packages are "dev".
  const result = npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (result !== 0) {
    console.error('npm ci failed; its message is above. The network is needed for this step once.');
    process.exit(1);
  }
}

/**
 * Names of locked packages that are not installed in the locked version. Optional packages are
 * binaries for other platforms and may be absent.
 */
function missingPackages() {
  const locked = readLock('package-lock.json');
  const installed = existsSync('node_modules/.package-lock.json')
    ? readLock('node_modules/.package-lock.json')
    : {};
  return Object.keys(locked).filter((path) => {
    const wanted = locked[path];
    if (path === '' || wanted === undefined) return false;
    if (wanted.optional === true || wanted.devOptional === true || wanted.link === true) {
      return false;
    }
    return installed[path]?.version !== wanted.version || !existsSync(path);
  });
}

/**
 * Optional platform binaries that some package names and the lock file lacks. With such a lock
 * `npm ci` fails on another platform, so each is an error. Written as "package version lacks name".
 */
export function missingPlatformBinaries() {
  const locked = readLock('package-lock.json');
  return Object.entries(locked).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !(`node_modules/${name}` in locked))
      .filter((name) => !(`${path}/node_modules/${name}` in locked))
      .map((name) => `${path} ${entry.version} lacks ${name}`),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Runs npm itself, whatever the platform calls it. Returns the exit code.
 * @param {string[]} args
 */
function npm(args) {
  const script = process.env.npm_execpath;
  const result = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return result.status ?? 1;
}

/** The command line programs of installed packages, run by this very Node. */
const tools = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  playwright: '@playwright/test/cli.js',
  'size-limit': 'size-limit/bin.js',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/**
 * Runs an installed tool with our own terminal. Resolves with its exit code.
 * @param {keyof typeof tools} tool
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export function runTool(tool, args) {
  return new Promise((resolve, reject) => {
    const command = [`node_modules/${tools[tool]}`, ...args];
    const child = spawn(process.execPath, command, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
