// Runs a goroutine's frames in the exact flavour, statement by statement. Invariants: it stops only
// between statements; a frame's pc is the statement being executed, also while what it called runs;
// each statement costs one of the budget, completing one after a call or a wait costs nothing.

import * as ending from './ending.ts';
import type { Frame } from './frame.ts';
import { Next, Role } from './frame.ts';
import { GoPanic } from './go-panic.ts';
import type { Goroutine } from './goroutine.ts';
import { LimitReached } from './limits.ts';
import { recordOutcome } from './native-execution.ts';
import type { Endings } from './panics.ts';
import * as panics from './panics.ts';
import type { Runtime } from './runtime.ts';

/** The machine, as far as running frames needs it. */
export interface Host extends Runtime, Endings {
  /** Who runs next, already running, if that can be said without looking up. */
  pickAtOnce(): Goroutine | null;
}

/** Frames call their steps with the machine they run on. */
type ExecutableStep = (machine: Host, frame: Frame, goroutine: Goroutine) => number;

/** Instead of a pc: the budget is used up. */
export const budgetUsedUp = Number.MIN_SAFE_INTEGER;

/** Runs statements of a goroutine until it stops or the budget is used up. */
export function execute(host: Host, goroutine: Goroutine): void {
  try {
    let frame = goroutine.frame;
    if (frame === null) throw new Error('Broken invariant: a running goroutine has a frame');
    let next: number;
    goroutine.again = null;
    if (goroutine.resuming) {
      goroutine.resuming = false;
      next = resume(host, frame, goroutine);
    } else next = frame.pc;
    for (;;) {
      if (next < 0) {
        next = leaveFrame(host, next, frame, goroutine);
        if (next < 0) return;
        frame = goroutine.frame as Frame;
      }
      next = statementsOf(host, frame, next, goroutine);
      if (next === budgetUsedUp) return;
    }
  } catch (thrown) {
    if (!(thrown instanceof GoPanic)) throw thrown;
    panics.startPanic(host, host, goroutine, thrown);
  }
}

/** Executes statements of one frame from `pc`; what its last step returned, or budgetUsedUp. */
function statementsOf(host: Host, frame: Frame, pc: number, goroutine: Goroutine): number {
  const code = frame.code as readonly ExecutableStep[];
  let next = pc;
  let executed = -1;
  do {
    frame.pc = next;
    if (host.budget <= 0) {
      host.lastFrame = frame;
      host.lastPc = executed;
      return budgetUsedUp;
    }
    executed = next;
    host.budget--;
    const step = code[next];
    if (step === undefined) throw new Error(`Broken invariant: no instruction ${next}`);
    next = step(host, frame, goroutine);
  } while (next >= 0);
  return next;
}

/** After a call, a return or a stop: the pc at which goroutine.frame goes on, < 0 to stop. */
export function leaveFrame(host: Host, code: number, frame: Frame, goroutine: Goroutine): number {
  let next = code;
  let left = frame;
  while (next < 0) {
    if (next === Next.stopped) return next;
    if (next === Next.called) {
      const called = goroutine.frame as Frame;
      if (called.depth > host.parts.limits.depth) throw new LimitReached('depth');
      return called.pc;
    }
    const caller = left.caller;
    if (left.role !== Role.call || caller === null) {
      if (!returned(host, left, goroutine)) return Next.stopped;
      const top = goroutine.frame as Frame;
      if (!goroutine.resuming) return top.pc;
      goroutine.resuming = false;
      left = top;
    } else {
      goroutine.frame = caller;
      left = caller;
    }
    next = resume(host, left, goroutine);
  }
  return next;
}

/** Completes the instruction that a frame is at. */
export function resume(host: Host, frame: Frame, goroutine: Goroutine): number {
  const step = frame.resume[frame.pc] as ExecutableStep | null | undefined;
  // A panic's recovery and Goexit continue at an instruction that has not begun.
  if (step === null || step === undefined) return frame.pc;
  return step(host, frame, goroutine);
}

/** A frame with a special role, or the outermost one, has returned; whether the goroutine goes on. */
function returned(host: Host, frame: Frame, goroutine: Goroutine): boolean {
  switch (frame.role) {
    case Role.nativeCall:
    case Role.nativeTry:
      recordOutcome(frame, goroutine);
      goroutine.frame = frame.caller;
      goroutine.resuming = true;
      return true;
    case Role.panicDeferred:
      if (frame.panic === null) throw new Error('Broken invariant: no panic');
      panics.panicDeferredReturned(host, host, goroutine, frame.panic);
      return goroutine.status === 'running' && host.state.verdict === null;
    case Role.panicText:
      ending.panicTextReturned(host, goroutine, frame);
      return host.state.verdict === null;
    default:
      firstReturned(host, goroutine);
      return false;
  }
}

/** The function that a goroutine began with has returned. */
export function firstReturned(host: Host, goroutine: Goroutine): void {
  if (goroutine.id === 1) ending.end(host, goroutine, { kind: 'ok', exitCode: 0 });
  else host.exit(goroutine);
}
