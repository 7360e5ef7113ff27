// The built site in a real browser, for measurements of what a visitor meets. Builds the site first;
// needs a Chromium.

import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { chromiumArguments, ensureChromium } from '../scripts/chromium.mjs';

export interface BuiltSite {
  /** A fresh page with nothing in its caches that shows a program of the person's own. */
  openPage(program: string): Promise<Page>;
  close(): Promise<void>;
}

/** Serves the site and starts the browser; ends the process with a message where there is none. */
export async function openBuiltSite(): Promise<BuiltSite> {
  const found = await ensureChromium();
  if (!found.ok) {
    console.error(found.message);
    process.exit(1);
  }
  await build({ logLevel: 'error' });
  const server = await preview({
    base: '/sub/path/',
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 4190, strictPort: false },
  });
  const browser = await chromium.launch({
    ...(found.path === null ? {} : { executablePath: found.path }),
    args: chromiumArguments,
  });
  return {
    openPage: async (program) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
      });
      await context.addInitScript((text) => {
        localStorage.setItem('interleave.source', JSON.stringify({ text, programId: null }));
      }, program);
      const page = await context.newPage();
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** The middle of some times. */
export function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}
