// The page's way to the checker's worker.

import { type Remote, wrap } from 'comlink';
import type { CheckerService, Diagnostic } from './protocol.ts';

let service: Remote<CheckerService> | null = null;

/** What gc would say of a file. */
export async function checkInWorker(
  fileName: string,
  text: string,
): Promise<readonly Diagnostic[]> {
  service ??= wrap<CheckerService>(
    new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module', name: 'check' }),
  );
  return await service.check(fileName, text);
}
