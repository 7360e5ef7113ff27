// What comes to a program from outside: its input, signals, and how many processors it has.

import { expect, test } from '@playwright/test';
import { afterNewRun, openPlayground, runFromEditor, writeSource } from './page.ts';

const reader = `package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		fmt.Println("read", lines.Text())
	}
	fmt.Println("end of input")
}
`;

const server = `package main

import (
	"fmt"
	"os"
	"os/signal"
	"time"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	tick := time.Tick(time.Second)
	for range 5 {
		select {
		case <-tick:
			fmt.Println("tick")
		case s := <-stop:
			fmt.Println("stopped by", s)
			return
		}
	}
	fmt.Println("never stopped")
}
`;

const busy = `package main

import "sync"

func main() {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			sum := 0
			for i := range 1_000_000 {
				sum += i
			}
			_ = sum
		})
	}
	wg.Wait()
}
`;

const counter = `package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	scanner := bufio.NewScanner(os.Stdin)
	n := 0
	for scanner.Scan() {
		n++
	}
	fmt.Println(n, "lines")
}
`;

test('a program reads what was typed, also after a reload', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, reader);
  await page.getByRole('tab', { name: 'Input' }).click();
  await page.getByRole('textbox', { name: 'Standard input' }).fill('one\ntwo');
  await afterNewRun(page, () => page.getByRole('button', { name: 'Run with it' }).click());
  await page.getByRole('tab', { name: 'Output' }).click();
  await expect(page.locator('.con')).toContainText('read two');
  await expect(page.locator('.con')).toContainText('end of input');
  await page.reload();
  await expect(page.locator('.con')).toContainText('read two');
});

test('ten megabytes of input are read, and the program is kept without them', async ({ page }) => {
  test.slow();
  await openPlayground(page);
  await writeSource(page, counter);
  await page.getByRole('tab', { name: 'Input' }).click();
  await page.getByRole('textbox', { name: 'Standard input' }).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'abcdefghi\n'.repeat(1_048_576));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(page.getByText('10,485,760 characters')).toBeVisible();
  await afterNewRun(page, () => page.getByRole('button', { name: 'Run with it' }).click());
  await page.getByRole('tab', { name: 'Output' }).click();
  await expect(page.locator('.con')).toContainText('1048576 lines');
  await page.reload();
  await expect(page.locator('.con')).toContainText('0 lines');
});

test('a signal arrives at the step at which it was sent, and can be taken back', async ({
  page,
}) => {
  await openPlayground(page);
  await writeSource(page, server);
  await afterNewRun(page, () => runFromEditor(page));
  await expect(page.locator('.con')).toContainText('never stopped');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await page.getByRole('tab', { name: 'Input' }).click();
  await afterNewRun(page, () => page.getByRole('button', { name: 'SIGINT' }).click());
  await page.getByRole('tab', { name: 'Output' }).click();
  await expect(page.locator('.con')).toContainText('stopped by interrupt');
  await page.getByRole('tab', { name: 'Input' }).click();
  await afterNewRun(page, () => page.getByRole('button', { name: /^Do not send SIGINT/ }).click());
  await page.getByRole('tab', { name: 'Output' }).click();
  await expect(page.locator('.con')).toContainText('never stopped');
});

test('work is done sooner on more processors', async ({ page }) => {
  await openPlayground(page);
  await writeSource(page, busy);
  await afterNewRun(page, () => runFromEditor(page));
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  const clock = async (): Promise<number> =>
    Number.parseFloat(((await page.getByTestId('clock').textContent()) ?? '').replaceAll(',', ''));
  const alone = await clock();
  const more = page.getByTitle(/GOMAXPROCS/);
  await afterNewRun(page, () => more.click());
  await afterNewRun(page, () => more.click());
  await expect(page.getByTestId('processors')).toHaveText('4');
  await page.keyboard.press('End');
  expect(await clock()).toBeLessThan(alone / 3);
});
