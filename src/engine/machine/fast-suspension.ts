// How fast code becomes frames: each active function, the innermost first, hands over its frame.
// Invariants: `top` to `last` are linked through `caller`; R.budget is negative from the first frame
// until the stack is complete.

import type { SuspensionCode } from '../code/fast/suspension.ts';
import { Suspension } from '../code/fast/suspension.ts';
import { needsExact } from './fast-function.ts';
import type { NativeActivation } from './frame.ts';
import { Frame, Next } from './frame.ts';

/** A frame that natives are given while there is no real one. */
class StandInFrame extends Frame {
  override native: NativeActivation | null = null;
  override readonly depth: number = 0;

  shell(): never {
    throw new Error('Broken invariant: a stand-in is never copied');
  }

  fill(): never {
    throw new Error('Broken invariant: a stand-in is never copied');
  }

  hash(): never {
    throw new Error('Broken invariant: a stand-in is in no state');
  }
}

export class FastSuspension {
  readonly standIn: Frame = new StandInFrame();
  /** The innermost frame, and the outermost so far; meaningless once the stack is complete. */
  top: Frame = this.standIn;
  last: Frame = this.standIn;
  /** What goes on now: a bail, a stop, something thrown, or a call that begins. */
  why: number = 0;
  thrown: unknown = null;

  /** A function called is one that only the exact flavour can run. */
  begin(frame: Frame, why: number): void {
    this.top = frame;
    this.last = frame;
    this.why = why;
  }

  /** The next frame outwards. */
  link(frame: Frame): void {
    this.last.caller = frame;
    this.last = frame;
  }

  /** The innermost frame of fast code; whether its statement is to be counted as not executed. */
  start(frame: Frame, why: SuspensionCode, thrown: unknown, native: NativeSuspension): boolean {
    if (why === Suspension.native) {
      frame.native = this.standIn.native;
      this.standIn.native = null;
      const { called } = native;
      if (native.suspension === Next.called && called !== null) {
        this.begin(called, callBegins);
        this.link(frame);
      } else this.begin(frame, nativeStops);
      return false;
    }
    this.standIn.native = null;
    if (thrown === needsExact) {
      this.begin(frame, Suspension.bail);
      return true;
    }
    this.begin(frame, why);
    this.thrown = thrown;
    return false;
  }
}

/** `why`: a new frame begins on top. */
export const callBegins = 7;

/** `why`: the goroutine has stopped in a native. */
const nativeStops = 8;

/** How a native left. */
interface NativeSuspension {
  readonly suspension: number;
  /** The frame it wants to run. */
  readonly called: Frame | null;
}
