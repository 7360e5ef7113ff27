// The two goroutines of iter.Pull: one runs at a time, and hands its turn to the other. Invariants: no
// more than one of them waits for its turn at a time once both have begun; who waits is no leak, as
// in Go, whose reason "coroutine" is none of those that the goroutineleak profile knows.

import type { NativeContext, Suspended } from '../machine/native.ts';
import { EventKind } from '../trace/trace-event.ts';

/** Fields of iter.coroutine: f0 whose turn it is, f1 the goroutine that waits for its turn, or 0. */
interface Coroutine {
  f0: boolean;
  f1: number;
}

/** The other side's turn begins. */
function hand(context: NativeContext, coroutine: Coroutine, toSequence: boolean): void {
  coroutine.f0 = toSequence;
  context.release(coroutine);
  const waiter = coroutine.f1;
  if (waiter === 0) return;
  coroutine.f1 = 0;
  context.event(EventKind.ready, 0, waiter);
  context.ready(waiter);
}

/** Waits for a side's turn. */
function takeTurn(
  context: NativeContext,
  coroutine: Coroutine,
  isSequence: boolean,
): Suspended | undefined {
  if (coroutine.f0 === isSequence) {
    context.acquire(coroutine);
    return undefined;
  }
  coroutine.f1 = context.goroutine;
  context.event(EventKind.park, 0, 0, 0, 'coroutine');
  return context.park('coroutine', 1);
}

export const coroutineNatives = {
  'iter.(*coroutine).hand': hand,
  'iter.(*coroutine).await': takeTurn,
};
