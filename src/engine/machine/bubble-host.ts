// What natives do with bubbles of testing/synctest, on behalf of the goroutine that runs them.

import { Bubble } from './bubble.ts';
import { leaveBubble } from './bubble-life.ts';
import type { Goroutine } from './goroutine.ts';
import type { BubbleHost } from './native.ts';
import type { Runtime } from './runtime.ts';

export function bubbleHost(runtime: Runtime, goroutine: Goroutine): BubbleHost {
  const { state } = runtime;
  const { bubble } = goroutine;
  return {
    current: bubble,
    enter: () => {
      goroutine.bubble = new Bubble(++state.bubbles, goroutine.id);
    },
    leave: () => {
      leaveBubble(runtime, goroutine);
      if (bubble !== null) state.bubbleTimers.delete(bubble.id);
      return bubble?.total ?? 0;
    },
    meet: () => {
      if (bubble !== null) runtime.detector?.acquire(goroutine.id, bubble);
    },
    isForeign: (waiter) => {
      const other = runtime.goroutine(waiter).bubble;
      return other !== null && other !== bubble;
    },
    isGlobal: (reference) => state.globals.includes(reference),
  };
}
