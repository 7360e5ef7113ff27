// Runs a goroutine in both flavours: fast where fast code can be entered and the budget allows, else
// exact. Invariants: everything that can be observed is as in execute.ts; when this returns, all of
// the goroutine's stack is frames.

import { maxDepth, stopped, Suspension } from '../code/fast/suspension.ts';
import {
  execute as executeExactly,
  budgetUsedUp,
  firstReturned,
  type Host,
  leaveFrame,
  resume,
} from './execute.ts';
import { type FastFunction, hot, longRun } from './fast-function.ts';
import { callBegins } from './fast-suspension.ts';
import type { Frame } from './frame.ts';
import { Next, Role } from './frame.ts';
import { GoPanic } from './go-panic.ts';
import type { Goroutine } from './goroutine.ts';
import * as panics from './panics.ts';

/** With less budget than this it is not worth leaving the exact flavour. */
const worthwhile = 32;

type Step = (machine: Host, frame: Frame, goroutine: Goroutine) => number;
type Run = (machine: Host, goroutine: Goroutine, frame: Frame) => unknown;

/** Runs goroutines, this one first, until none goes on in the time slice or the budget is used up. */
export function executeFast(host: Host, goroutine: Goroutine): void {
  for (let running: Goroutine | null = goroutine; running !== null; running = host.pickAtOnce()) {
    runGoroutine(host, running);
  }
}

/** Runs statements of a goroutine until it stops or the budget is used up. */
function runGoroutine(host: Host, goroutine: Goroutine): void {
  if (host.budget < worthwhile) {
    executeExactly(host, goroutine);
    return;
  }
  try {
    let frame = goroutine.frame;
    if (frame === null) throw new Error('Broken invariant: a running goroutine has a frame');
    let next: number;
    const { again } = goroutine;
    if (again !== null && (goroutine.resuming || canBegin(host, again, goroutine))) {
      next = enter(host, frame, again, goroutine);
      if (next === Next.stopped) return;
      // Without a look at the frame: there are frames of many classes.
      if (next === Next.returned && frame === goroutine.first) {
        firstReturned(host, goroutine);
        return;
      }
      frame = goroutine.frame as Frame;
    } else if (goroutine.resuming) {
      next = complete(host, frame, goroutine);
      // Fast code may have gone deeper.
      frame = goroutine.frame as Frame;
    } else next = frame.pc;
    for (;;) {
      if (next === bailed) {
        frame = goroutine.frame as Frame;
        next = stepsOf(host, frame, frame.pc, goroutine, fastOf(host, frame));
        if (next === budgetUsedUp) return;
      }
      if (next === Next.returned && frame.role === Role.call && frame.caller !== null) {
        // Between frames of the library the place of its events stays what it was.
        const isWithin = frame.func.library && frame.site === 0 && frame.caller.func.library;
        const site = isWithin ? host.librarySite : -1;
        frame = frame.caller;
        goroutine.frame = frame;
        next = complete(host, frame, goroutine, site);
        frame = goroutine.frame as Frame;
        continue;
      }
      if (next < 0) {
        next = leaveFrame(host, next, frame, goroutine);
        if (next < 0) return;
        frame = goroutine.frame as Frame;
      }
      const fast = fastOf(host, frame);
      if (canEnter(host, frame, fast, next)) {
        frame.pc = next;
        next = enter(host, frame, fast, goroutine);
        frame = goroutine.frame as Frame;
        continue;
      }
      next = stepsOf(host, frame, next, goroutine, fast);
      if (next === budgetUsedUp) return;
    }
  } catch (thrown) {
    if (!(thrown instanceof GoPanic)) throw thrown;
    panics.startPanic(host, host, goroutine, thrown);
  }
}

/** Whether a new goroutine begins in the fast code that it has been given; else that is forgotten. */
function canBegin(host: Host, fast: FastFunction, goroutine: Goroutine): boolean {
  if (host.budget >= (fast.costs[0] ?? 0) + worthwhile) return true;
  goroutine.again = null;
  return false;
}

/** Completes the statement that a frame is at, in fast code if that is possible. */
function complete(host: Host, frame: Frame, goroutine: Goroutine, site = -1): number {
  const fast = fastOf(host, frame);
  if ((fast.resumptions[frame.pc] ?? -1) >= 0 && hasRoom(host, frame, 0)) {
    goroutine.resuming = true;
    return enter(host, frame, fast, goroutine, site);
  }
  goroutine.resuming = false;
  host.librarySite = -1;
  return resume(host, frame, goroutine);
}

/** Instead of a pc: go on exactly where the top frame is. */
const bailed = budgetUsedUp + 1;

function fastOf(host: Host, frame: Frame): FastFunction {
  const { fast } = frame;
  if (fast.reenter === null && (fast.isCalled || fast.heat++ >= hot)) {
    host.support.makeReentry(frame.func.id);
  }
  return fast;
}

function canEnter(host: Host, frame: Frame, fast: FastFunction, pc: number): boolean {
  const cost = fast.costs[pc] ?? 0;
  return cost !== 0 && hasRoom(host, frame, cost);
}

/** Whether there is budget for fast code, and the stack is far from its limit. */
function hasRoom(host: Host, frame: Frame, cost: number): boolean {
  // The panic keeps the frame when it has returned: its registers must be what they were.
  if (frame.role === Role.panicDeferred) return false;
  if (host.budget < cost + worthwhile) return false;
  return frame.depth + maxDepth + 1 < host.parts.limits.depth;
}

/** Statements in the exact flavour, one at least; what the last returned, or where to look up. */
function stepsOf(
  host: Host,
  frame: Frame,
  pc: number,
  goroutine: Goroutine,
  fast: FastFunction,
): number {
  host.librarySite = -1;
  const code = frame.code as readonly Step[];
  const { costs } = fast;
  let next = pc;
  let executed = -1;
  let left = fast.reenter === null ? longRun : Number.POSITIVE_INFINITY;
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
    if (next < 0) return next;
    const cost = costs[next] ?? 0;
    if (cost > 0 && host.budget >= cost + worthwhile) return next;
  } while (left-- > 0);
  fast.heat = hot;
  return next;
}

/**
 * Runs fast code from a frame that stands at a label; how control goes on, as leaveFrame takes it.
 * `site` is where the library's events are placed, or negative: it takes as long to find as the
 * stack is deep.
 */
function enter(
  host: Host,
  frame: Frame,
  fast: FastFunction,
  goroutine: Goroutine,
  site = -1,
): number {
  // That place does not change while this frame runs.
  if (!fast.isLibrary) host.at = 0;
  else host.at = site >= 0 ? site : host.siteOf(goroutine);
  host.librarySite = fast.isLibrary ? host.at : -1;
  const result = (fast.reenter as unknown as Run)(host, goroutine, frame);
  host.at = -1;
  if (result === stopped) return goOnAgain(goroutine, fast);
  if (host.budget >= 0) {
    goroutine.again = null;
    goroutine.result = result;
    return Next.returned;
  }
  host.budget = ~host.budget;
  const { spilled } = host;
  const { top, why } = spilled;
  if (top !== frame) numberFrames(top, frame);
  else if (why === Suspension.stopped) return goOnAgain(goroutine, fast);
  goroutine.again = null;
  goroutine.frame = top;
  switch (why) {
    case Suspension.bail:
      return bailed;
    case Suspension.deep:
      return top.pc;
    case callBegins:
      return Next.called;
    case Suspension.thrown: {
      const { thrown } = spilled;
      spilled.thrown = null;
      throw thrown;
    }
    default:
      return Next.stopped;
  }
}

/** The goroutine has stopped, and all its stack is the frame that it was entered with. */
function goOnAgain(goroutine: Goroutine, fast: FastFunction): number {
  if (goroutine.again !== fast) goroutine.again = fast;
  return Next.stopped;
}

/** New frames learn how deep they are, from the one that was there. */
function numberFrames(top: Frame, base: Frame): void {
  let count = 0;
  for (let frame: Frame | null = top; frame !== base && frame !== null; frame = frame.caller)
    count++;
  let depth = base.depth + count;
  for (let frame: Frame | null = top; frame !== base && frame !== null; frame = frame.caller) {
    (frame as { depth: number }).depth = depth--;
  }
}
