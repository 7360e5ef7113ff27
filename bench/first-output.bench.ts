// The built site, opened cold, with a program of a hundred lines: how long from opening it to the
// first picture, and from pressing Run to the frame that shows the program's output. The goal is
// 100 ms after Run. What is shown is compared with what the engine says here. And of a run of a million
// events: how long until its picture, and for how long the page does not answer on the way.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { evaluate } from '../src/cli/evaluate.ts';
import { compile, outputOf, start } from '../src/engine/engine.ts';
import { middle, openBuiltSite } from './built-site.ts';
import { printTable } from './table.ts';

const rounds = 7;
const program = readFileSync('bench/pages/orders.go', 'utf8');
const addition = '\nfunc init() { fmt.Println("edited") }\n';

/** A way to come to the button: what is done before it is pressed, and the text that it runs. */
interface Way {
  readonly what: string;
  readonly text: string;
  readonly prepare: (page: Page) => Promise<void>;
}

const atOnce: Way = {
  what: 'as soon as the button is there',
  text: program,
  prepare: async () => undefined,
};

const ways: readonly Way[] = [
  { what: 'page idle', text: program, prepare: (page) => idle(page) },
  atOnce,
  {
    what: 'edited, typing paused',
    text: program + addition,
    prepare: async (page) => {
      await edit(page);
      await page.waitForFunction(() => performance.getEntriesByName('ready to run').length > 0);
    },
  },
  { what: 'edited, no pause', text: program + addition, prepare: edit },
];

/** A picture is there, and nothing is loaded any more: a person looks for the button. */
async function idle(page: Page): Promise<void> {
  await page.locator('main[data-activity=idle]:not([data-run="0"])').waitFor();
  await page.waitForLoadState('networkidle');
}

/** Another function at the end, as a paste puts it there. */
async function edit(page: Page): Promise<void> {
  await idle(page);
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(addition);
}

interface Pressed {
  /** Since the page was opened. */
  readonly at: number;
  /** From then to the frame with the output. */
  readonly took: number;
  /** The lines of the output for which there is room. */
  readonly shown: string;
}

/** Presses Run as soon as it is there: with the first picture, at the earliest. */
async function pressRun(page: Page): Promise<Pressed> {
  return await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    const button = (): HTMLButtonElement | undefined =>
      [...document.querySelectorAll('button')].find(
        ({ textContent, offsetParent }) => textContent?.trim() === 'Run' && offsetParent !== null,
      );
    while (button() === undefined) await frame();
    const main = document.querySelector('main');
    const before = main?.dataset.run;
    const begin = performance.now();
    button()?.click();
    while (main?.dataset.run === before) await frame();
    const took = performance.now() - begin;
    const lines = [...document.querySelectorAll('.con li .x')].map(
      ({ textContent }) => textContent,
    );
    return { at: begin, took, shown: lines.join('\n') };
  });
}

interface Long {
  /** From pressing Run to the frame with the picture. */
  readonly took: number;
  /** The longest task of the page until the whole timeline has been read. */
  readonly longest: number;
}

/** Runs a long program once more and watches how long the page does not answer. */
async function pressRunOfLong(page: Page): Promise<Long> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Reflect.set(window, 'tasks', tasks);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const { took } = await pressRun(page);
  await page.getByRole('region', { name: 'Timeline' }).getByText('finished').waitFor();
  const tasks: number[] = await page.evaluate(() => Reflect.get(window, 'tasks'));
  // Tasks below 50 ms are not told of.
  return { took, longest: Math.max(0, ...tasks) };
}

/** All that a program prints when goroutines take turns as under Go's own scheduler. */
function printed(text: string): string {
  const compiled = compile([{ name: 'main.go', text }]);
  if (!compiled.ok) throw new Error(compiled.text);
  const run = start(compiled.program, { scheduling: { kind: 'go', seed: 1 }, evaluate });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  return outputOf(run, 1);
}

const site = await openBuiltSite();
const pictures: number[] = [];
const times = new Map<Way, number[]>(ways.map((way) => [way, []]));
const expected = new Map(ways.map((way) => [way, printed(way.text)]));
for (let round = 0; round < rounds; round++) {
  for (const way of ways) {
    const page = await site.openPage(program);
    await way.prepare(page);
    const { at, took, shown } = await pressRun(page);
    if (shown.length < 50 || expected.get(way)?.includes(shown) !== true) {
      throw new Error(`${way.what}: the page shows\n${shown}\nand not\n${expected.get(way)}`);
    }
    times.get(way)?.push(took);
    if (way === atOnce) pictures.push(at);
    await page.context().close();
  }
}
const long = readFileSync('bench/pages/million.go', 'utf8');
const longs: Long[] = [];
for (let round = 0; round < rounds; round++) {
  const page = await site.openPage(long);
  await idle(page);
  longs.push(await pressRunOfLong(page));
  await page.context().close();
}
const row = (what: string, measured: readonly number[]) => ({
  what,
  'best ms': Math.min(...measured),
  'median ms': middle(measured),
  'worst ms': Math.max(...measured),
});
printTable([
  row('opening to first picture', pictures),
  ...ways.map((way) => row(`Run to output: ${way.what}`, times.get(way) ?? [])),
  row(
    'a million events: Run to picture',
    longs.map(({ took }) => took),
  ),
  row(
    'a million events: longest task (0: under 50 ms)',
    longs.map(({ longest }) => longest),
  ),
]);
await site.close();
