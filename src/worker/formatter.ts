// The page's way to the formatter's worker, which starts when it is first needed.

import { type Remote, wrap } from 'comlink';
import type { FormatResult, FormatterService } from './protocol.ts';

let service: Remote<FormatterService> | null = null;

/** Formats a Go file as gofmt does. */
export async function formatInWorker(text: string): Promise<FormatResult> {
  service ??= wrap<FormatterService>(
    new Worker(new URL('./format.worker.ts', import.meta.url), { type: 'module', name: 'format' }),
  );
  return await service.format('main.go', text);
}
