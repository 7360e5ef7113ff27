// The clock of a bubble of testing/synctest: when nobody in the bubble runs, a Wait returns, or the
// clock goes on to the next timer, or it is a deadlock (runtime/synctest.go, maybeWakeLocked and
// synctestRun). Invariant: each step has at most one event.

import { EventKind } from '../trace/trace-event.ts';
import { type Clock, isAwaited } from './clock.ts';
import type { Runtime } from './runtime.ts';
import type { Timer, TimerQueue } from './timer-queue.ts';

/** One step for the bubble that asks for it; false if there is none, or nothing more to be done. */
export function settle(runtime: Runtime, clock: Clock): boolean {
  const { state } = runtime;
  const bubble = state.settling;
  if (bubble === null) return false;
  const timers = state.timersOf(bubble);
  const timer = timers.first;
  if (timer !== null && timer.when <= bubble.now) {
    clock.fire(oneOfEqual(runtime, timers, timer));
    return true;
  }
  if (bubble.running > 0) {
    state.settling = null;
    return false;
  }
  const next = bubble.waiter === 0 && !bubble.isOver ? nextDeadline(timers) : null;
  if (next !== null) {
    bubble.now = next;
    return true;
  }
  const woken = bubble.waiter === 0 ? bubble.root : bubble.waiter;
  state.settling = null;
  runtime.runtimeEvent(EventKind.ready, { other: woken });
  runtime.ready(woken);
  return true;
}

/** In a bubble, timers that are due at the same instant fire in any order (runtime/time.go: rand). */
function oneOfEqual(runtime: Runtime, { timers }: TimerQueue, first: Timer): Timer {
  const equal = timers.filter(({ when }) => when === first.when);
  if (equal.length === 1) return first;
  equal.sort((a, b) => a.sequence - b.sequence);
  return equal[runtime.choose('random', equal.length)] ?? first;
}

/** The first deadline that can wake somebody; null if there is none. */
function nextDeadline({ timers }: TimerQueue): number | null {
  const whens = timers.filter(isAwaited).map(({ when }) => when);
  return whens.length === 0 ? null : whens.reduce((a, b) => Math.min(a, b));
}
