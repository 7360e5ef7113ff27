// The limit on the heap: it is measured now and then, and before it could have grown far beyond.

import { heapSize } from './heap-walk.ts';
import { LimitReached } from './limits.ts';
import type { Runtime } from './runtime.ts';

/** At least so many statements lie between two measurements of the heap. */
export const measureInterval = 250_000;

/** Counts a big allocation; the heap is measured when there were many. */
export function allocate(runtime: Runtime, bytes: number, isInNative: boolean): void {
  const { state, parts } = runtime;
  if (bytes > parts.limits.heapBytes) throw new LimitReached('heapBytes');
  if (state.allocated + bytes > parts.limits.heapBytes / 2) {
    // The heap is measured before the next statement, when all of it hangs on frames.
    if (!isInNative) runtime.needFrames();
    state.measureAt = 0;
    runtime.interrupt();
  }
  state.allocated += bytes;
}

/** Measures the heap, and says when to do so again. */
export function measureHeap(runtime: Runtime): void {
  const { state, parts } = runtime;
  const { bytes, objects } = heapSize(state, parts.limits.heapBytes);
  if (bytes > parts.limits.heapBytes) throw new LimitReached('heapBytes');
  state.allocated = 0;
  // Measuring must stay a small part of the work, yet no heap may grow far beyond its limit
  // meanwhile, even if each statement makes an object of the usual size.
  const room = ((parts.limits.heapBytes - bytes) / bytes) * objects;
  const small = Math.max(3 * objects, Math.min(50 * objects, 8 * measureInterval));
  const pause = Math.min(small, Math.max(objects, room));
  state.measureAt = runtime.statements + Math.max(measureInterval, Math.ceil(pause));
}
