// What a seed means on the page.

import type { Scheduling } from '../engine/engine.ts';

/** 0: goroutines take turns as under Go's own scheduler; else at random, from the seed. */
export function schedulingOf(seed: number): Scheduling {
  return seed === 0 ? { kind: 'go', seed: 1 } : { kind: 'random', seed };
}
