// Every check there is, in the order in which `npm test` runs them: cheap ones first.
// Invariant: a check that another one feeds (`needs`) is not run when that one failed.

import process from 'node:process';
import { missingPlatformBinaries, runTool } from './bootstrap.mjs';
import { ensureChromium } from './chromium.mjs';
import { packedWorks } from './packed.mjs';

/**
 * @typedef {object} Check
 * @property {string} name what is checked, as the heading shows it
 * @property {string} how the command, as a person would type it
 * @property {readonly ('check' | 'e2e')[]} groups the shorter commands that include it
 * @property {string} [within] name of the check that includes it, when all are run
 * @property {readonly string[]} needs names of checks whose result it uses
 * @property {(extra: readonly string[]) => Promise<boolean>} passes
 */

/** @type {readonly Check[]} */
export const checks = [
  {
    name: 'lock file',
    how: 'every optional platform binary is locked',
    groups: ['check'],
    needs: [],
    passes: async () => {
      const missing = missingPlatformBinaries();
      for (const line of missing) console.log(line);
      return missing.length === 0;
    },
  },
  tool('types', ['check'], 'tsc', ['--noEmit', '-p', '.']),
  tool('types of the engine, which knows no host', ['check'], 'tsc', [
    '--noEmit',
    '-p',
    'src/engine',
  ]),
  tool('format and lint', ['check'], 'biome', ['check', '--error-on-warnings']),
  tool('unused code and packages', ['check'], 'knip', []),
  {
    ...tool('architecture', ['check'], 'vitest', ['run', '--project', 'node', 'src/house']),
    within: 'unit tests',
  },
  tool('unit tests', [], 'vitest', ['run', '--project', 'node']),
  {
    name: 'a browser to test in',
    how: "the system's Chromium, or Playwright's, or the distribution's",
    groups: ['e2e'],
    needs: [],
    passes: async () => {
      const found = await ensureChromium();
      if (!found.ok) {
        console.error(found.message);
        return false;
      }
      if (found.path !== null) process.env.CHROMIUM_PATH = found.path;
      console.log(found.path ?? "Playwright's own");
      return true;
    },
  },
  {
    ...tool('unit tests in the browser', [], 'vitest', ['run', '--project', 'browser']),
    needs: ['a browser to test in'],
  },
  tool('build of the site', ['e2e'], 'vite', ['build']),
  tool('build of the command line', [], 'vite', [
    'build',
    '--ssr',
    'src/cli/main.ts',
    '--outDir',
    'dist-cli',
  ]),
  {
    name: 'the packed command line',
    how: 'npm pack, npm install, npx interleave run',
    groups: [],
    needs: ['build of the command line'],
    passes: async () => packedWorks(),
  },
  { ...tool('size budgets', [], 'size-limit', []), needs: ['build of the site'] },
  {
    ...tool('journeys in the built site', ['e2e'], 'playwright', ['test']),
    needs: ['build of the site', 'a browser to test in'],
    passes: async (extra) => (await runTool('playwright', ['test', ...extra])) === 0,
  },
];

/**
 * A check that is one run of an installed tool.
 * @param {string} name
 * @param {Check['groups']} groups
 * @param {Parameters<typeof runTool>[0]} program
 * @param {readonly string[]} args
 * @returns {Check}
 */
function tool(name, groups, program, args) {
  return {
    name,
    how: [program, ...args].join(' '),
    groups,
    needs: [],
    passes: async () => (await runTool(program, args)) === 0,
  };
}
