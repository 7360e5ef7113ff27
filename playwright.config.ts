// Browser tests run against the built site as a visitor gets it: under a sub-path and a strict
// Content-Security-Policy. `page.goto('./')` is therefore the only way in.

import { defineConfig } from '@playwright/test';
import { chromiumArguments, findSystemChromium } from './scripts/chromium.mjs';

const systemChromium = findSystemChromium();
const address = 'http://127.0.0.1:4173/sub/path/';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: address,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(systemChromium === null ? {} : { executablePath: systemChromium }),
      args: chromiumArguments,
    },
  },
  webServer: {
    command:
      'node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port 4173 --strictPort --base /sub/path/',
    url: address,
    reuseExistingServer: false,
  },
});
