// Whatever is typed, the page stays alive, keeps the text, and says clearly what happened.

import { expect, type Page, test } from '@playwright/test';
import {
  afterNewRun,
  openPlayground,
  runFromEditor,
  settled,
  shownStep,
  writeSource,
} from './page.ts';
import {
  allocationBomb,
  endlessLoop,
  endlessOutput,
  goroutineBomb,
  halfProgram,
  smallPool,
  tenThousandGoroutines,
} from './programs.ts';

/** The page still does what it is for. */
async function expectAlive(page: Page): Promise<void> {
  await writeSource(page, smallPool);
  await afterNewRun(page, () => runFromEditor(page));
  await expect(page.getByLabel('Output').getByText('square 49')).toBeAttached();
}

test('half a program is refused with its place, and the last picture stays', async ({ page }) => {
  await openPlayground(page);
  const step = await shownStep(page);
  await writeSource(page, halfProgram);
  await runFromEditor(page);
  await expect(page.locator('.errors')).toContainText('main.go:');
  await expect(page.getByText('Picture of the last version that compiled')).toBeVisible();
  expect(await shownStep(page)).toBe(step);
  await expectAlive(page);
});

test('errors are marked while one types', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, smallPool.replace('results <- j * j', 'result <- j * j'));
  await expect(page.locator('.squiggly-error')).toHaveCount(1);
  await writeSource(page, smallPool);
  await expect(page.locator('.squiggly-error')).toHaveCount(0);
});

test('a binary file is refused', async ({ page }) => {
  await openPlayground(page);
  const bytes = Array.from({ length: 4000 }, (_, i) => String.fromCharCode((i * 7919) % 256));
  await writeSource(page, bytes.join(''));
  await runFromEditor(page);
  await expect(page.locator('.errors')).toBeVisible();
  await expectAlive(page);
});

test('an endless loop can be stopped at once, and says what it was doing', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, endlessLoop);
  await runFromEditor(page);
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(page.locator('.busy')).toContainText('statements so far');
  await page.getByRole('button', { name: 'Stop' }).click();
  await settled(page);
  await expect(page.locator('.fatal')).toContainText('Stopped');
  await expectAlive(page);
});

test('Run and Stop may be pressed as fast as one can', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, endlessLoop);
  for (let i = 0; i < 8; i++) {
    await page.getByRole('button', { name: /^(Run|Stop)$/ }).click();
    if (i % 3 === 0) await runFromEditor(page);
  }
  const stop = page.getByRole('button', { name: 'Stop' });
  if (await stop.isVisible()) await stop.click();
  await settled(page);
  await expectAlive(page);
});

for (const [name, text, message] of [
  ['a goroutine bomb', goroutineBomb, /goroutines are alive/],
  ['an allocation bomb', allocationBomb, /memory/],
  ['output without end', endlessOutput, /written more than/],
] as const) {
  test(`${name} ends at a limit`, async ({ page }) => {
    test.slow();
    await openPlayground(page);
    await writeSource(page, text);
    await afterNewRun(page, () => runFromEditor(page));
    await expect(page.locator('.fatal')).toContainText(message);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    expect(await shownStep(page)).toBe(0);
    await expectAlive(page);
  });
}

test('ten thousand goroutines are one card, and can be stepped through', async ({ page }) => {
  test.slow();
  await openPlayground(page);
  await writeSource(page, tenThousandGoroutines);
  await afterNewRun(page, () => runFromEditor(page));
  await expect(page.getByLabel('Output').getByText('all done')).toBeAttached();
  await expect(page.locator('.part-list').getByText(/×10,?000/)).toBeAttached();
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  const end = await shownStep(page);
  await page.keyboard.press('ArrowLeft');
  expect(await shownStep(page)).toBe(end - 1);
});

test('typing garbage neither stops the page nor loses the text', async ({ page }) => {
  test.slow();
  await openPlayground(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  const keys = ['{', '}', '(', '"', '`', '<-', 'func', ' ', 'Enter', 'chan', '\\', '0x', 'é', '😀'];
  let seed = 7;
  for (let i = 0; i < 250; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const key = keys[seed % keys.length] ?? ' ';
    if (key === 'Enter') await page.keyboard.press(key);
    else await page.keyboard.insertText(key);
    if (i % 50 === 25) await page.keyboard.press('ControlOrMeta+Enter');
  }
  await page.keyboard.insertText('THE END');
  await expect(page.locator('.view-lines').first()).toContainText('THE END');
  await settled(page);
  expect(complaints).toEqual([]);
  await page.reload();
  await expect(page.locator('.view-lines, .listing').first()).toContainText('THE END');
  await expectAlive(page);
});

test('edits survive a reload', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, smallPool);
  await page.reload();
  // The editor shows the line that runs, so what stands in its view depends on the step.
  await expect(page.locator('.view-lines, .listing').first()).toContainText('results');
  await expect(page.getByLabel('Output').getByText('square 1', { exact: true })).toBeAttached();
});

test('where storage is blocked everything works, and the page says that nothing is kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await openPlayground(page);
  await writeSource(page, smallPool);
  await expect(page.getByText('not kept')).toBeVisible();
  await afterNewRun(page, () => runFromEditor(page));
});
