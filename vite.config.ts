// One configuration for the site, the command line bundle (`--ssr`) and both test projects.
// Invariants: the site runs under any path (`base: './'`) and under the policy of
// `config/content-security-policy.ts`; nothing is fetched from another host.

import { playwright } from '@vitest/browser-playwright';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './config/content-security-policy.ts';
import { earlyWorker } from './config/early-worker.ts';
import { libraryTexts } from './config/library-texts.ts';
import { nodeProcess } from './config/node-process.ts';
import { chromiumArguments, findSystemChromium } from './scripts/chromium.mjs';

const systemChromium = findSystemChromium();

const siteBuild = {
  build: {
    target: 'baseline-widely-available',
    manifest: true,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|zustand)[\\/]/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
};

// Self-contained: the packed command line depends on no package but the formatter, whose
// WebAssembly file must stay beside its own code.
const commandLineBuild = {
  publicDir: false as const,
  ssr: { noExternal: true as const, external: ['@wasm-fmt/gofmt'] },
  build: {
    target: 'node20',
    sourcemap: true,
    ssrEmitAssets: true,
    rolldownOptions: { output: { banner: '#!/usr/bin/env node' } },
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  plugins: [react(), contentSecurityPolicy(), earlyWorker(), libraryTexts(), nodeProcess()],
  worker: { format: 'es' as const },
  // Met only inside workers and lazy chunks: unnamed, the dev server would find them late, optimise
  // again and reload the page. gofmt stays out so that its `.wasm?init` import goes through Vite.
  optimizeDeps: {
    include: ['comlink', 'elkjs/lib/elk.bundled.js'],
    exclude: ['@wasm-fmt/gofmt'],
  },
  ...(isSsrBuild === true ? commandLineBuild : siteBuild),
  test: {
    projects: [
      {
        extends: true as const,
        test: {
          name: 'node',
          // Some properties try thousands of programs; a slow machine is no failure.
          testTimeout: 120_000,
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.*'],
        },
      },
      {
        extends: true as const,
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts?(x)'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(systemChromium === null ? {} : { executablePath: systemChromium }),
                args: chromiumArguments,
              },
            }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
    ],
  },
}));
