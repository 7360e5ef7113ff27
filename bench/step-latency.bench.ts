// The built site in a real browser: from pressing a key or clicking on the scrubber to the frame that
// shows the step, in runs of growing length. Goals: a step forward within a frame, any other step
// within 50 ms, up to a million events.

import type { Page } from '@playwright/test';
import { middle, openBuiltSite } from './built-site.ts';
import { printTable } from './table.ts';

const site = await openBuiltSite();

/** Two goroutines that hand each other `rounds` values. */
const program = (rounds: number): string => `package main

func main() {
	c := make(chan int)
	go func() {
		for i := range ${rounds} {
			c <- i
		}
		close(c)
	}()
	for range c {
	}
}
`;

/** Milliseconds of each of `count` presses of a key, to the end of the frame with the new step. */
async function latencies(page: Page, key: string, count: number): Promise<readonly number[]> {
  return await page.evaluate(
    async ([pressed, presses]) => {
      const times: number[] = [];
      const shown = (): string => document.querySelector('[data-testid=step]')?.textContent ?? '';
      const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
      for (let i = 0; i < presses; i++) {
        await frame();
        const before = shown();
        const begin = performance.now();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
        while (shown() === before) await frame();
        times.push(performance.now() - begin);
      }
      return times;
    },
    [key, count] as const,
  );
}

/** In the page: times the next press, to the frame with another step, and leaves that as `took`. */
function listenForPress(longestMs: number): void {
  const shown = (): string => document.querySelector('[data-testid=step]')?.textContent ?? '';
  const before = shown();
  const took = new Promise<number>((done) => {
    const start = (): void => {
      const begin = performance.now();
      const look = (): void => {
        const ms = performance.now() - begin;
        if (shown() !== before || ms > longestMs) done(ms);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    addEventListener('pointerdown', start, { capture: true, once: true });
  });
  Reflect.set(globalThis, 'took', took);
}

/** Milliseconds of each of `count` clicks on the scrubber, all over the run. */
async function jumps(page: Page, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 1; i <= count; i++) {
    // Long numbers beside it make it shorter.
    const box = await page.getByRole('slider', { name: 'Step' }).boundingBox();
    if (box === null) throw new Error('no scrubber');
    await page.evaluate(listenForPress, 5000);
    await page.mouse.click(box.x + box.width * ((i * 0.618_034) % 1), box.y + box.height / 2);
    times.push(await page.evaluate(async () => Number(await Reflect.get(globalThis, 'took'))));
  }
  return times;
}

const rows = [];
for (const rounds of [10, 1000, 20_000, 490_000]) {
  const page = await site.openPage(program(rounds));
  await page.locator('main[data-activity=idle]:not([data-run="0"])').waitFor();
  await page.getByRole('slider', { name: 'Step' }).press('Home');
  const forward = await latencies(page, 'ArrowRight', 20);
  const back = await latencies(page, 'ArrowLeft', 15);
  const anywhere = await jumps(page, 15);
  const events = await page.getByRole('slider', { name: 'Step' }).getAttribute('aria-valuemax');
  rows.push({
    events: Number(events),
    'forward median ms': middle(forward),
    'forward worst ms': Math.max(...forward),
    'back median ms': middle(back),
    'back worst ms': Math.max(...back),
    'any step median ms': middle(anywhere),
    'any step worst ms': Math.max(...anywhere),
  });
  await page.close();
}
printTable(rows);
await site.close();
