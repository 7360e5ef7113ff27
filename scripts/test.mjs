// `npm test`: installs what is missing, runs every check and says at the end what passed.
// `node scripts/test.mjs check` or `e2e` runs that group only; further words go to Playwright.

import process from 'node:process';
import { ensurePackages, requireNode } from './bootstrap.mjs';
import { checks } from './checks.mjs';

requireNode();
ensurePackages();

const [group, ...extra] = process.argv.slice(2);
const chosen = checks.filter((check) =>
  group === undefined ? check.within === undefined : check.groups.some((name) => name === group),
);
if (chosen.length === 0) {
  console.error(`Unknown group "${group}". Groups: check, e2e; without one, every check runs.`);
  process.exit(2);
}

/** @type {Map<string, { state: 'passed' | 'failed' | 'not run', seconds: number }>} */
const results = new Map();
for (const [index, check] of chosen.entries()) {
  console.log(`\n── ${index + 1}/${chosen.length} ${check.name} ── ${check.how}`);
  const missing = check.needs.filter((name) => results.get(name)?.state !== 'passed');
  if (missing.length > 0) {
    console.log(`Not run, because this did not pass: ${missing.join(', ')}.`);
    results.set(check.name, { state: 'not run', seconds: 0 });
    continue;
  }
  const start = performance.now();
  const ok = await check.passes(extra);
  const seconds = (performance.now() - start) / 1000;
  results.set(check.name, { state: ok ? 'passed' : 'failed', seconds });
}

console.log('\n── Summary ──');
for (const [name, { state, seconds }] of results) {
  console.log(`${state.padEnd(8)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${name}`);
}
const count = (/** @type {string} */ state) =>
  [...results.values()].filter((result) => result.state === state).length;
const notRun = count('not run');
console.log(
  `\n${count('passed')} passed, ${count('failed')} failed${notRun > 0 ? `, ${notRun} not run` : ''}`,
);
process.exit(count('passed') === results.size ? 0 : 1);
