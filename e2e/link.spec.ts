// A link carries the program and the step; whoever opens it sees the same picture.

import { expect, test } from '@playwright/test';
import { afterNewRun, openPlayground, pictureOfStep, runFromEditor, writeSource } from './page.ts';
import { smallPool } from './programs.ts';

test('a link shows the same program at the same step, and edits outlast it', async ({
  page,
  context,
}) => {
  await openPlayground(page);
  await writeSource(page, smallPool);
  await afterNewRun(page, () => runFromEditor(page));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight');
  const shown = await pictureOfStep(page);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByTestId('step')).toContainText('9 /');
  expect(await pictureOfStep(other)).toBe(shown);
  await other.locator('.monaco-editor .view-lines').first().click();
  await other.keyboard.press('ControlOrMeta+Home');
  await other.keyboard.type('// mine\n');
  await expect(other).not.toHaveURL(/#/);
  await other.reload();
  await expect(other.locator('.view-lines, .listing').first()).toContainText('mine');
});

test('a broken link opens the page as usual', async ({ page }) => {
  await page.goto('./#run=broken');
  await expect(page.locator('main')).toHaveAttribute('data-activity', 'idle');
  await expect(page.locator('main')).not.toHaveAttribute('data-run', '0');
});
