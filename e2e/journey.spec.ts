// The whole journey: open, see it running, edit, run, step there and back, break it, read why,
// rewind. Once with a mouse and once by keyboard alone.

import { expect, test } from '@playwright/test';
import {
  afterNewRun,
  openPlayground,
  pasteSource,
  pictureOfStep,
  runFromEditor,
  shownStep,
  writeSource,
} from './page.ts';
import { crossedLocks, deepDive, smallPool, stuckPool } from './programs.ts';

test('a first visit finds a worker pool in the middle of its work', async ({ page }) => {
  await openPlayground(page);
  await expect(page.getByTestId('caption')).not.toBeEmpty();
  expect(await shownStep(page)).toBeGreaterThan(5);
  const parts = page.getByRole('list', { name: /Topology|goroutine/i }).getByRole('button');
  await expect(parts.filter({ hasText: 'worker 1' })).toHaveCount(1);
  await expect(parts.filter({ hasText: 'jobs' }).first()).toBeAttached();
});

test.describe('with motion', () => {
  test.use({ reducedMotion: 'no-preference' });

  test('the pool plays by itself, and pauses when asked', async ({ page }) => {
    await openPlayground(page);
    const first = await shownStep(page);
    await expect.poll(() => shownStep(page)).toBeGreaterThan(first + 1);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    const paused = await shownStep(page);
    await page.getByRole('button', { name: 'Step forward' }).click();
    await expect.poll(() => shownStep(page)).toBe(paused + 1);
  });
});

test('edit, run, step 20 forward and 20 back, break it, read why, rewind', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, smallPool);
  await expect(page.getByText('not run yet')).toBeVisible();
  await afterNewRun(page, () => runFromEditor(page));
  await page.getByRole('button', { name: 'Back to start' }).click();

  for (let i = 0; i < 10; i++) await page.getByRole('button', { name: 'Step forward' }).click();
  const before = await pictureOfStep(page);
  for (let i = 0; i < 20; i++) await page.getByRole('button', { name: 'Step forward' }).click();
  expect(await shownStep(page)).toBe(30);
  expect(await pictureOfStep(page)).not.toBe(before);
  for (let i = 0; i < 20; i++) await page.getByRole('button', { name: 'Step back' }).click();
  expect(await pictureOfStep(page)).toBe(before);

  await writeSource(page, stuckPool);
  await afterNewRun(page, () => runFromEditor(page));
  await expect(page.getByRole('tab', { name: 'Wait-for' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.getByRole('region', { name: 'Stage' }).getByRole('alert')).toContainText(
    'fatal error: all goroutines are asleep - deadlock!',
  );
  const why = page.getByRole('complementary', { name: 'Explanation' });
  await expect(why.getByRole('heading', { name: 'Why nothing can move' })).toBeVisible();
  expect(await why.locator('.cyclist li').count()).toBeGreaterThanOrEqual(2);

  const end = await shownStep(page);
  await why.getByRole('button', { name: /Rewind to step/ }).click();
  expect(await shownStep(page)).toBeLessThan(end);
  await expect(page.getByRole('tab', { name: 'Topology' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('a circle of waiting is drawn with numbers that match its sentences', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, crossedLocks);
  await afterNewRun(page, () => runFromEditor(page));
  const sentences = page.locator('.cyclist li');
  await expect(sentences.first()).toBeVisible();
  await expect(page.locator('.cyc')).toHaveCount(await sentences.count());
  expect(await sentences.count()).toBe(4);
});

test('a deadlock’s trace is a line for each goroutine, and whole when copied', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, stuckPool);
  await afterNewRun(page, () => runFromEditor(page));
  const output = page.getByLabel('Output');
  await expect(output.getByText('/tmp/sandbox/main.go')).toHaveCount(0);
  await output.getByRole('button', { name: 'goroutine 2 [chan send]:' }).click();
  await expect(page.getByLabel('Explanation')).toBeVisible();
  await page.getByRole('button', { name: 'Copy the output' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('\n\t/tmp/sandbox/main.go:');
  await page.getByRole('button', { name: 'Whole traces' }).click();
  await expect(output.getByText('/tmp/sandbox/main.go').first()).toBeAttached();
});

test('the same by keyboard alone', async ({ page }) => {
  await openPlayground(page);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.keyboard.press('e');
  await pasteSource(page, smallPool);
  await afterNewRun(page, () => page.keyboard.press('ControlOrMeta+Enter'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  expect(await shownStep(page)).toBe(0);
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
  const before = await pictureOfStep(page);
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
  expect(await shownStep(page)).toBe(30);
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowLeft');
  expect(await pictureOfStep(page)).toBe(before);

  await page.keyboard.press('n');
  await page.keyboard.press('o');
  expect(await shownStep(page)).toBeGreaterThan(10);

  await page.keyboard.press('e');
  await pasteSource(page, stuckPool);
  await afterNewRun(page, () => page.keyboard.press('ControlOrMeta+Enter'));
  await page.keyboard.press('Escape');
  const why = page.getByRole('complementary', { name: 'Explanation' });
  await expect(why).toBeVisible();
  const rewind = why.getByRole('button', { name: /Rewind to step/ });
  for (let i = 0; i < 60; i++) {
    if (await rewind.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(rewind).toBeFocused();
  const end = await shownStep(page);
  await page.keyboard.press('Enter');
  expect(await shownStep(page)).toBeLessThan(end);
  await page.keyboard.press('2');
  await page.keyboard.press('1');
  await expect(page.getByRole('tab', { name: 'Topology' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('the stage can be walked with arrow keys and read as a list', async ({ page }) => {
  await openPlayground(page);
  const list = page.locator('.part-list');
  const main = list.getByRole('button', { name: /^main,/ });
  await main.focus();
  await page.keyboard.press('ArrowUp');
  await expect(main).not.toBeFocused();
  await expect(list.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(list.locator(':focus')).toHaveAttribute('aria-pressed', 'true');
});

test('the sheet of keys opens with ? and closes with Esc', async ({ page }) => {
  await openPlayground(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden();
});

test('dragging the scrubber moves through the run and stops playing', async ({ page }) => {
  await openPlayground(page);
  const box = await page.getByRole('slider', { name: 'Step' }).boundingBox();
  if (box === null) throw new Error('no scrubber');
  await page.mouse.move(box.x + 5, box.y + box.height / 2);
  await page.mouse.down();
  const early = await shownStep(page);
  await page.mouse.move(box.x + box.width - 5, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  expect(await shownStep(page)).toBeGreaterThan(early + 10);
});

test('another seed runs again, and the same seed gives the same picture', async ({ page }) => {
  await openPlayground(page);
  await expect(page.getByTestId('seed')).toHaveText('Go');
  const first = await pictureOfStep(page);
  await afterNewRun(page, () => page.getByTitle(/Run again with a new seed/).click());
  await expect(page.getByTestId('seed')).toHaveText('1');
  await page.reload();
  await expect.poll(() => pictureOfStep(page)).toBe(first);
});

test('Format does what gofmt does', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, 'package main\nfunc main(){\nx:=1\n_=x}\n');
  await page.getByRole('button', { name: 'Format' }).click();
  await expect(page.locator('.view-lines').first()).toContainText('x := 1');
});

test('stack and locals of a goroutine are shown at any step, forwards and back', async ({
  page,
}) => {
  await openPlayground(page);
  await writeSource(page, smallPool);
  await afterNewRun(page, () => runFromEditor(page));
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await page
    .locator('.part-list')
    .getByRole('button', { name: /^main,/ })
    .press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  await expect(inspector.locator('.frames')).toContainText('main');
  await expect(inspector.locator('.kv')).toContainText('results');
  const late = await inspector.locator('.kv').textContent();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(inspector.locator('.kv')).not.toHaveText(late ?? '');
  await page.keyboard.press('End');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  await expect(inspector.locator('.kv')).toHaveText(late ?? '');
});

test('the theme and the sizes of panes are remembered', async ({ page }) => {
  await openPlayground(page);
  await page.getByRole('button', { name: 'Theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('separator', { name: 'Width of the editor' }).press('ArrowRight');
  const width = await page.locator('.p-ed').evaluate((pane) => pane.clientWidth);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => page.locator('.p-ed').evaluate((pane) => pane.clientWidth)).toBe(width);
});

test('words at the end of a line never cover its code', async ({ page }) => {
  await openPlayground(page);
  for (const [text, words] of [
    [stuckPool, '2 goroutines stuck'],
    [deepDive, 'died'],
  ] as const) {
    await writeSource(page, text);
    await afterNewRun(page, () => runFromEditor(page));
    const hint = page.locator('.line-hint').first();
    await expect(hint).toHaveText(words);
    const [left, top] = await hint.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return [box.left, box.top] as const;
    });
    const ends = await page.locator('.view-line > span').evaluateAll((lines) =>
      lines.map((line) => {
        const box = line.getBoundingClientRect();
        return { top: box.top, right: box.right };
      }),
    );
    const beside = ends.filter((end) => Math.abs(end.top - top) < 6);
    expect(beside).toHaveLength(1);
    for (const end of beside) expect(left).toBeGreaterThanOrEqual(end.right);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the pool’s cards are as large as they are drawn', async ({ page }) => {
    await openPlayground(page);
    const cards = page.locator('.scene-svg .node .n-out');
    await expect(cards).toHaveCount(5);
    const heights = await cards.evaluateAll((shapes) =>
      shapes.map((shape) => shape.getBoundingClientRect().height),
    );
    for (const height of heights) expect(height).toBeGreaterThan(45);
  });
});
