// The site's own rules: it opens under a sub-path, under a strict policy, and asks no other host
// for anything.

import { expect, test } from '@playwright/test';

test('the page opens under a sub-path without breaking its policy', async ({ page, baseURL }) => {
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const address = request.url();
    if (/^https?:/.test(address) && !address.startsWith(baseURL ?? '')) foreign.push(address);
  });
  await page.goto('./');
  await expect(page.getByRole('main')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

test('the built page carries the policy for hosts that send none', async ({ page, request }) => {
  const response = await request.get('./');
  const header = response.headers()['content-security-policy'];
  expect(header).toContain("script-src 'self' 'wasm-unsafe-eval';");
  await page.goto('./');
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(meta).toHaveAttribute('content', header ?? '');
});

test('only the script of the simulator’s worker may run generated code', async ({ request }) => {
  const policyOf = async (path: string) =>
    (await request.get(path)).headers()['content-security-policy'];
  expect(await policyOf('./assets/sim.worker-DIqhTPcu.js')).toContain("script-src 'self' blob:");
  for (const path of ['./', './assets/index.js', './assets/format.worker-DIqhTPcu.js']) {
    expect(await policyOf(path)).not.toMatch(/script-src[^;]*(blob:|'unsafe-eval')/);
  }
});

test('a page whose theme was chosen is dark before the app starts', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('interleave.theme', 'dark'));
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
