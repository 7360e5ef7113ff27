// `npm run shots`: builds the site and photographs every state of `shot-states.mjs` in each size and
// theme into `shots/`. Words select: `npm run shots -- playground 390x844 dark`. `--built` takes the
// build that is there; `--readme` also renews the picture in the README.

import { copyFileSync, mkdirSync } from 'node:fs';
import process from 'node:process';
import { ensurePackages, requireNode, runTool } from './bootstrap.mjs';
import { chromiumArguments, ensureChromium } from './chromium.mjs';
import { shotSizes, shotStates, shotThemes } from './shot-states.mjs';

const folder = 'shots';
const readmePicture = 'docs/playground.png';

requireNode();
ensurePackages();
const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));

/** @param {readonly string[]} names @param {string} name */
const isChosen = (names, name) => {
  const named = wanted.filter((word) => names.includes(word));
  return named.length === 0 || named.includes(name);
};
/** @param {{ width: number, height: number }} size */
const sizeName = ({ width, height }) => `${width}x${height}`;

const stateNames = shotStates.map(({ name }) => name);
const sizeNames = shotSizes.map(sizeName);
const known = [...stateNames, ...sizeNames, ...shotThemes];
const unknown = wanted.filter((word) => !known.includes(word));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Known: ${known.join(', ')}.`);
  process.exit(2);
}

const browserFound = await ensureChromium();
if (!browserFound.ok) {
  console.error(browserFound.message);
  process.exit(1);
}
if (!words.includes('--built') && (await runTool('vite', ['build'])) !== 0) process.exit(1);

const { preview } = await import('vite');
const { chromium } = await import('@playwright/test');
const server = await preview({
  base: '/sub/path/',
  logLevel: 'warn',
  preview: { host: '127.0.0.1', port: 4180, strictPort: false },
});
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  ...(browserFound.path === null ? {} : { executablePath: browserFound.path }),
  args: [...chromiumArguments, '--hide-scrollbars', '--font-render-hinting=none'],
});

mkdirSync(folder, { recursive: true });
let problems = 0;
for (const state of shotStates.filter(({ name }) => isChosen(stateNames, name))) {
  for (const size of shotSizes.filter((each) => isChosen(sizeNames, sizeName(each)))) {
    for (const theme of shotThemes.filter((each) => isChosen(shotThemes, each))) {
      const file = `${folder}/${state.name}-${sizeName(size)}-${theme}.png`;
      try {
        await photograph(state, size, theme, file);
        console.log(file);
      } catch (error) {
        problems += 1;
        console.error(`${file}: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
}
await browser.close();
await server.close();

if (words.includes('--readme')) {
  mkdirSync('docs', { recursive: true });
  copyFileSync(`${folder}/${stateNames[0]}-${sizeNames[0]}-light.png`, readmePicture);
  console.log(readmePicture);
}
process.exit(problems === 0 ? 0 : 1);

/**
 * @param {import('./shot-states.mjs').ShotState} state
 * @param {{ width: number, height: number }} size
 * @param {'light' | 'dark'} theme
 * @param {string} file
 */
async function photograph(state, size, theme, file) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      problems += 1;
      console.error(`${file}: ${error.message}`);
    });
    await page.goto(new URL(state.path, address).href);
    await page.waitForLoadState('networkidle');
    await state.prepare?.(page);
    await page.evaluate(() => document.fonts.ready);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) {
      problems += 1;
      console.error(`${file}: the page is ${overflow} px wider than the window`);
    }
    await page.screenshot({ path: file });
  } finally {
    await context.close();
  }
}
