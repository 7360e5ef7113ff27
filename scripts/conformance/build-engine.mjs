// Builds what a conformance run needs of the engine, and takes it away when the run is over.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @param {(engine: string) => Promise<void>} use gets the address of the built module
 */
export async function withEngine(use) {
  const built = mkdtempSync(join(tmpdir(), 'interleave-conformance-'));
  try {
    const { build } = await import('vite');
    await build({
      logLevel: 'error',
      build: { ssr: 'scripts/conformance/engine.ts', outDir: built, sourcemap: false },
    });
    await use(pathToFileURL(join(built, 'engine.js')).href);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}
