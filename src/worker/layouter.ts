// The page's way to the layout's worker.

import { type Remote, wrap } from 'comlink';
import type { ElkLayout } from '../views/topology-elk.ts';
import type { LayoutService } from './protocol.ts';

let service: Remote<LayoutService> | null = null;

/** Asks ELK where units stand. Rejects when the worker cannot be started. */
export async function layoutInWorker(input: ElkLayout): Promise<ElkLayout> {
  service ??= wrap<LayoutService>(
    new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module', name: 'layout' }),
  );
  return await service.layout(input);
}
