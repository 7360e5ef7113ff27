// What a person does in the playground, for the journeys: open it, type, run, read.

import { expect, type Page } from '@playwright/test';

/** Opens the page and waits until the first program has run. */
export async function openPlayground(page: Page): Promise<void> {
  await page.goto('./');
  await settled(page);
}

/** Waits until nothing runs. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main')).toHaveAttribute('data-activity', 'idle');
}

/** Waits until a run newer than the one seen now is on the stage. */
export async function afterNewRun(page: Page, act: () => Promise<void>): Promise<void> {
  const before = Number(await page.locator('main').getAttribute('data-run'));
  await act();
  await expect
    .poll(async () => Number(await page.locator('main').getAttribute('data-run')), {
      timeout: 40_000,
    })
    .toBeGreaterThan(before);
  await settled(page);
}

/** Puts a text into the editor, as if pasted. */
export async function writeSource(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await pasteSource(page, text);
}

/** Replaces what is in the focused editor, as a paste does. */
export async function pasteSource(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

/** Runs what is in the editor, from within it. */
export async function runFromEditor(page: Page): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+Enter');
}

/** The step that the transport shows. */
export async function shownStep(page: Page): Promise<number> {
  const text = (await page.getByTestId('step').textContent()) ?? '';
  return Number(text.split('/')[0]?.replaceAll(',', '').trim());
}

/** Everything that tells one step from another: the number, the clock, the caption, the picture. */
export async function pictureOfStep(page: Page): Promise<string> {
  const parts = await page.locator('.part-list button').allTextContents();
  return [
    await page.getByTestId('step').textContent(),
    await page.getByTestId('clock').textContent(),
    await page.getByTestId('caption').textContent(),
    await page.getByTestId('line-count').textContent(),
    ...parts,
  ].join('\n');
}
