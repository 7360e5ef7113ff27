// What the page does before Run is pressed and before a run is over must not be seen in what it shows:
// programs are made ready while one pauses, output is shown while a program still runs, and long runs
// are read in parts.

import { expect, type Page, test } from '@playwright/test';
import { afterNewRun, openPlayground, pasteSource, runFromEditor, writeSource } from './page.ts';

const says = (word: string): string =>
  `package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("${word}") }\n`;

/** How many programs have been made ready before anybody asked to run them. */
async function madeReady(page: Page): Promise<number> {
  return await page.evaluate(() => performance.getEntriesByName('ready to run').length);
}

test('what runs is what the editor says, whatever was made ready before', async ({ page }) => {
  await openPlayground(page);
  const output = page.getByLabel('Output', { exact: true });
  await writeSource(page, says('first'));
  await expect.poll(() => madeReady(page)).toBe(1);
  await afterNewRun(page, () => runFromEditor(page));
  await expect(output).toHaveText(/first/);

  // Made ready, then edited again: pasted and run without a pause.
  await pasteSource(page, says('second'));
  await expect.poll(() => madeReady(page)).toBe(2);
  await afterNewRun(page, async () => {
    await pasteSource(page, says('third'));
    await page.keyboard.press('ControlOrMeta+Enter');
  });
  await expect(output).toHaveText(/third/);

  // Back to what has run before, and once more as it is.
  await pasteSource(page, says('first'));
  await afterNewRun(page, () => page.keyboard.press('ControlOrMeta+Enter'));
  await expect(output).toHaveText(/first/);
  await afterNewRun(page, () => page.keyboard.press('ControlOrMeta+Enter'));
  await expect(output).toHaveText(/first/);
});

test('a text that does not compile is made ready for in silence', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, says('whole').replace('Println', 'Printline'));
  await expect.poll(() => madeReady(page)).toBe(1);
  await expect(page.getByText('Picture of the last version that compiled')).toBeHidden();
  await runFromEditor(page);
  await expect(page.locator('.errors')).toContainText('undefined: fmt.Printline');
});

const writesAndGoesOn = `package main

import "fmt"

func main() {
	fmt.Println("this is the beginning")
	for {
	}
}
`;

test('output is there while the program still runs', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, writesAndGoesOn);
  await runFromEditor(page);
  await expect(page.getByLabel('Output', { exact: true })).toHaveText(/this is the beginning/);
  await expect(page.locator('main')).toHaveAttribute('data-activity', 'running');
  await afterNewRun(page, () => page.getByRole('button', { name: 'Stop' }).click());
  await expect(page.getByLabel('Output', { exact: true })).toHaveText(/this is the beginning/);
});

const long = `package main

import "fmt"

func main() {
	numbers := make(chan int)
	go func() { // counter
		for i := range 40_000 {
			numbers <- i
		}
		close(numbers)
	}()
	sum := 0
	for n := range numbers {
		sum += n
	}
	fmt.Println("sum", sum)
}
`;

test('a long run is shown with all that belongs to it', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, long);
  await afterNewRun(page, () => runFromEditor(page));
  await expect(page.getByLabel('Output', { exact: true })).toHaveText(/sum 799980000/);
  await expect(page.getByTestId('caption')).not.toBeEmpty();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('counter', { exact: true })).toBeVisible();
  // Only the end of the timeline says so.
  await expect(timeline.getByText('finished')).toBeVisible();
});
