// The built site, opened cold: how long from opening it to the first picture, and from pressing Run to
// the frame that shows the program's output. Goal for a program of 100 lines: 100 ms after Run.

import { readFileSync } from 'node:fs';
import { middle, openBuiltSite } from './built-site.ts';
import { printTable } from './table.ts';

const site = await openBuiltSite();
const program = readFileSync('bench/pages/orders.go', 'utf8');

const pictures: number[] = [];
const outputs: number[] = [];
for (let round = 0; round < 7; round++) {
  const page = await site.openPage(program);
  await page.locator('main[data-activity=idle]:not([data-run="0"])').waitFor();
  pictures.push(await page.evaluate(() => performance.now()));
  // The next worker starts in the background; a person needs longer to find the button.
  await page.waitForLoadState('networkidle');
  outputs.push(
    await page.evaluate(async () => {
      const main = document.querySelector('main');
      const before = main?.dataset.run;
      const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent, offsetParent }) => textContent?.trim() === 'Run' && offsetParent !== null,
      );
      await frame();
      const begin = performance.now();
      button?.click();
      while (main?.dataset.run === before) await frame();
      if (document.querySelector('.con li') === null) throw new Error('no output');
      return performance.now() - begin;
    }),
  );
  await page.context().close();
}
printTable([
  { what: 'first picture', 'median ms': middle(pictures), 'worst ms': Math.max(...pictures) },
  {
    what: 'output after Run',
    'median ms': middle(outputs),
    'worst ms': Math.max(...outputs),
  },
]);
await site.close();
