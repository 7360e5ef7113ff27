// `npm run bench`: bundles each `bench/*.bench.ts` for Node and runs it in a process of its own, so
// that no measurement warms or pollutes another. Words select by name: `npm run bench -- snapshot`;
// flags go to the benchmarks.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { ensurePackages, requireNode } from './bootstrap.mjs';

const folder = 'bench';
const ending = '.bench.ts';
const bundles = 'node_modules/.cache/interleave-bench';

requireNode();
ensurePackages();
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .sort();
const chosen = words.length === 0 ? names : names.filter((name) => words.includes(name));
const unknown = words.filter((word) => !names.includes(word));
if (unknown.length > 0 || chosen.length === 0) {
  console.error(
    `Nothing to measure. Known: ${names.join(', ') || `none; add ${folder}/*${ending}`}.`,
  );
  process.exit(2);
}

const { build } = await import('vite');
let failed = 0;
for (const name of chosen) {
  console.log(`\n── ${name} ──`);
  await build({
    logLevel: 'error',
    ssr: { external: ['@playwright/test', 'vite'] },
    build: { ssr: `${folder}/${name}${ending}`, outDir: `${bundles}/${name}`, emptyOutDir: true },
  });
  const script = `${bundles}/${name}/${name}.bench.js`;
  const result = spawnSync(process.execPath, ['--expose-gc', script, ...flags], {
    stdio: 'inherit',
  });
  if (result.status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
