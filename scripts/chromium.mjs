// Finds a Chromium to test in: the system's own, Playwright's, or one that can be installed.
// Invariant: only Node's built-in modules at the top level, because this runs before any package
// is installed.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Flags for a quiet browser that runs as any user, in a container too. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** Where installers put a browser that is not on the PATH. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of the system's Chromium or Chrome, or null. `CHROMIUM_PATH` goes first.
 * @returns {string | null}
 */
export function findSystemChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => commandNames.map((name) => join(folder, name)));
  return [...candidates, ...usualPlaces].find(isExecutable) ?? null;
}

/**
 * A browser that really starts, installing one where that is possible and nothing else is found.
 * `path` is null when it is Playwright's own, which Playwright finds by itself.
 * @returns {Promise<{ ok: true, path: string | null } | { ok: false, message: string }>}
 */
export async function ensureChromium() {
  const system = findSystemChromium();
  if (system !== null && starts(system)) return { ok: true, path: system };
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    return { ok: false, message: `CHROMIUM_PATH is ${named}, which does not start as a browser.` };
  }
  const own = await playwrightChromium();
  if (own !== null && starts(own)) return { ok: true, path: null };

  console.log("No working Chromium found. Trying Playwright's own …");
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const downloaded = await playwrightChromium();
  if (downloaded !== null && starts(downloaded)) return { ok: true, path: null };

  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    console.log("Trying the distribution's package: apt-get install chromium …");
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const installed = findSystemChromium();
    if (installed !== null && starts(installed)) return { ok: true, path: installed };
  }
  return { ok: false, message: adviceWithoutBrowser };
}

const adviceWithoutBrowser = `No Chromium could be found, downloaded or installed.
  Any one of these helps; then run the command again:
  - install Chromium or Google Chrome (Debian and Ubuntu: sudo apt-get install chromium)
  - npx playwright install --with-deps chromium
  - set CHROMIUM_PATH to the browser's executable`;

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} command */
function onPath(command) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && isExecutable(join(folder, command)));
}

/**
 * Whether the executable opens a page and closes again.
 * @param {string} path
 */
function starts(path) {
  const flags = [...chromiumArguments, '--headless=new', '--dump-dom', 'about:blank'];
  const result = spawnSync(path, flags, { timeout: 60_000, encoding: 'utf8' });
  return result.status === 0 && result.stdout.includes('<html');
}

/** @returns {Promise<string | null>} */
async function playwrightChromium() {
  try {
    const { chromium } = await import('@playwright/test');
    const path = chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: 'inherit', timeout: 600_000, env });
}
