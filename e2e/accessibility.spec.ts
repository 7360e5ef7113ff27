// axe finds nothing, in both themes, in every state that a person meets.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { afterNewRun, openPlayground, runFromEditor, writeSource } from './page.ts';
import { halfProgram, stuckPool } from './programs.ts';

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test('the playground', async ({ page }) => {
      await openPlayground(page);
      await page.locator('.monaco-editor .view-line').first().waitFor();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('tab', { name: 'Events' }).click();
      await page.getByRole('tab', { name: /^All/ }).click();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('button', { name: 'Programs' }).click();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

    test('a deadlock', async ({ page }) => {
      await openPlayground(page);
      await writeSource(page, stuckPool);
      await afterNewRun(page, () => runFromEditor(page));
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

    test('a program that does not compile', async ({ page }) => {
      await openPlayground(page);
      await writeSource(page, halfProgram);
      await runFromEditor(page);
      await expect(page.locator('.errors')).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

    test('the sheet of keys', async ({ page }) => {
      await openPlayground(page);
      await page.keyboard.press('?');
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(violations).toEqual([]);
    });

    test('a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await openPlayground(page);
      for (const pane of ['Picture', 'Code', 'Timeline', 'Output']) {
        await page.getByRole('button', { name: pane, exact: true }).click();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      }
    });
  });
}
