// Panic, recover, Goexit and deferred calls (runtime/panic.go). A panic does not pop frames: its
// deferred calls run on top of the frame that panicked, so that an uncaught panic shows the stack it
// came from. Recovery cuts the stack back to the frame whose deferred call recovered, which then
// returns as usual. Invariants: `goroutine.panic` is the innermost panic whose deferred call runs;
// a panic is dropped when a recovery cuts away the deferred call it was running.

import type { Instruction } from '../go/ir/instruction.ts';
import type { Global } from '../go/ir/program.ts';
import { EventKind } from '../trace/trace-event.ts';
import { panicText } from './panic-text.ts';
import type { Frame } from './frame.ts';
import { CaughtPanic, Next, Panic, Role } from './frame.ts';
import { GoPanic, nilDereference } from './go-panic.ts';
import type { Goroutine } from './goroutine.ts';
import { Cell } from './pointer.ts';
import type { Runtime } from './runtime.ts';
import { Box } from './value.ts';

/** What becomes of a goroutine whose panic nobody recovers, or that has run to its end. */
export interface Endings {
  /** The panic is about to kill the program. */
  die(goroutine: Goroutine): void;
  /** Goexit has run all deferred calls. */
  exit(goroutine: Goroutine): void;
}

/** The frame's next deferred call becomes the goroutine's frame. */
export function runDeferred(runtime: Runtime, frame: Frame, goroutine: Goroutine): number {
  goroutine.frame = takeDeferred(runtime, frame, frame);
  return Next.called;
}

/** Makes the frame of the next deferred call of `frame`, on top of `caller`. */
function takeDeferred(runtime: Runtime, frame: Frame, caller: Frame): Frame {
  const call = frame.deferred;
  if (call === null) throw new Error('Broken invariant: no deferred call');
  frame.deferred = call.next;
  if (call.func < 0) nilDereference();
  const called = newFrame(runtime, caller, call.func, call.captures, call.args);
  called.site = call.site;
  return called;
}

/** A frame of a function by number. */
export function newFrame(
  runtime: Runtime,
  caller: Frame | null,
  func: number,
  captures: readonly unknown[] | null,
  args: readonly unknown[],
): Frame {
  const FrameOfFunc = runtime.support.frames[func];
  if (FrameOfFunc === undefined) throw new Error(`Broken invariant: no function ${func}`);
  // Spreading an array is slow, and most functions have few parameters.
  switch (args.length) {
    case 0:
      return new FrameOfFunc(caller, captures);
    case 1:
      return new FrameOfFunc(caller, captures, args[0]);
    case 2:
      return new FrameOfFunc(caller, captures, args[0], args[1]);
    default:
      return new FrameOfFunc(caller, captures, ...args);
  }
}

/** Starts a panic at the goroutine's top frame. */
export function startPanic(
  runtime: Runtime,
  endings: Endings,
  goroutine: Goroutine,
  thrown: GoPanic,
): void {
  const top = goroutine.frame;
  const value = panicValue(runtime, thrown);
  const panic = new Panic(value, false, goroutine.panic, top);
  panic.text = panicText(runtime, value);
  panic.cause = thrown.text;
  if (top !== null) panic.pos = positionInStatement(runtime, goroutine, top);
  if (thrown.text.startsWith('invalid memory address')) goroutine.isFaulting = true;
  const shown = shownText(runtime, panic);
  runtime.event(EventKind.panic, goroutine, 0, 0, 0, shown);
  goroutine.panicking = shown;
  if (top !== null) top.native = null;
  goroutine.panic = panic;
  goroutine.resuming = false;
  unwind(runtime, endings, goroutine, panic);
}

/**
 * What events say of a panic; never '', which would mean that there is none. What Error or String
 * would say of the value is known only when the program dies of it.
 */
function shownText(runtime: Runtime, { text, value }: Panic): string {
  const known = text ?? (value === null ? 'nil' : runtime.text(value.value, value.type));
  return known === '' ? '""' : known;
}

/** Finds the line of a statement of several lines at which it panicked. */
function positionInStatement(
  runtime: Runtime,
  goroutine: Goroutine,
  frame: Frame,
): Instruction['pos'] | null {
  const locate = frame.locate[frame.pc];
  if (locate === undefined) return null;
  let found: Instruction['pos'] | null = null;
  const { allocated } = runtime.state;
  try {
    locate(runtime as never, frame, goroutine as never, (pos) => {
      found = pos;
    });
  } catch (thrown) {
    if (!(thrown instanceof GoPanic)) throw thrown;
  }
  runtime.state.allocated = allocated;
  return found;
}

/** runtime.Goexit: runs all deferred calls, then the goroutine ends. */
export function startGoexit(runtime: Runtime, endings: Endings, goroutine: Goroutine): void {
  if (goroutine.frame !== null) goroutine.frame.native = null;
  const panic = new Panic(null, true, goroutine.panic, goroutine.frame);
  goroutine.panic = panic;
  unwind(runtime, endings, goroutine, panic);
}

/** Runs the next deferred call of the frames below the panic, or ends. */
function unwind(runtime: Runtime, endings: Endings, goroutine: Goroutine, panic: Panic): void {
  const top = panic.top;
  for (let frame = panic.at; frame !== null; frame = frame.caller) {
    if (frame.deferred !== null && top !== null) {
      panic.at = frame;
      const called = takeDeferredInPanic(runtime, endings, goroutine, frame, top);
      if (called === null) return;
      called.role = Role.panicDeferred;
      called.panic = panic;
      panic.running = called;
      goroutine.frame = called;
      return;
    }
    if (frame.role === Role.nativeTry && !panic.isGoexit) {
      giveToNative(runtime, goroutine, frame, panic);
      return;
    }
    if (frame.role === Role.panicText) return die(endings, goroutine, panic);
  }
  if (panic.isGoexit) endings.exit(goroutine);
  else die(endings, goroutine, panic);
}

// The deferred calls have returned: the stack is that of the panic again.
function die(endings: Endings, goroutine: Goroutine, panic: Panic): void {
  goroutine.frame = panic.top;
  endings.die(goroutine);
}

/** Calling a nil deferred function panics anew; null then. */
function takeDeferredInPanic(
  runtime: Runtime,
  endings: Endings,
  goroutine: Goroutine,
  frame: Frame,
  top: Frame,
): Frame | null {
  try {
    return takeDeferred(runtime, frame, top);
  } catch (thrown) {
    startPanic(runtime, endings, goroutine, thrown as GoPanic);
    return null;
  }
}

/** A native asked for the panics of what it called. */
function giveToNative(runtime: Runtime, goroutine: Goroutine, called: Frame, panic: Panic): void {
  const caller = called.caller;
  if (caller === null) throw new Error('Broken invariant: a native has a frame');
  caller.native?.outcomes.push(new CaughtPanic(panic.value));
  runtime.event(EventKind.recover, goroutine, 0, 0, 0, shownText(runtime, panic));
  goroutine.frame = caller;
  goroutine.panic = panic.link;
  goroutine.panicking = '';
  goroutine.isFaulting = false;
  goroutine.resuming = true;
}

/** recover() in `frame`: the value of the panic that called the frame, else nil. */
export function recover(runtime: Runtime, frame: Frame, goroutine: Goroutine): Box | null {
  const panic = goroutine.panic;
  if (panic === null || panic.isGoexit || panic.recovered) return null;
  if (!isCalledByPanic(frame, panic)) return null;
  panic.recovered = true;
  runtime.event(EventKind.recover, goroutine, 0, 0, 0, shownText(runtime, panic));
  goroutine.panicking = '';
  return panic.value;
}

/**
 * `defer recover()` is run in `frame`: as if the function that deferred it called recover when it
 * returns. While that function panics, recover is run by the panic, and recovers nothing.
 */
export function recoverDeferred(runtime: Runtime, frame: Frame, goroutine: Goroutine): Box | null {
  const { role, caller } = frame;
  return role === Role.call && caller !== null ? recover(runtime, caller, goroutine) : null;
}

/** What calls the function that reflect.MakeFunc was given: Go's recover sees through it too. */
const madeFunction = 'reflect.MakeFunc.func1';

const isWrapper = ({ func }: Frame): boolean =>
  func.wrapper === true || (func.library && func.name === madeFunction);

/** Is the frame the deferred function itself, perhaps called through a wrapper? */
function isCalledByPanic(frame: Frame, panic: Panic): boolean {
  for (let each: Frame | null = frame; each !== null; each = each.caller) {
    if (each.role === Role.panicDeferred) {
      return each.panic === panic && (each === frame || isWrapper(each));
    }
    if (each !== frame && !isWrapper(each)) return false;
  }
  return false;
}

/**
 * A deferred call of a panic has returned: goes on with the next one, or, when it has recovered,
 * lets the frame that deferred it return.
 */
export function panicDeferredReturned(
  runtime: Runtime,
  endings: Endings,
  goroutine: Goroutine,
  panic: Panic,
): void {
  if (!panic.recovered) {
    unwind(runtime, endings, goroutine, panic);
    return;
  }
  const frame = panic.at;
  if (frame === null) throw new Error('Broken invariant: a recovered panic has a frame');
  goroutine.isFaulting = false;
  let outer = panic.link;
  let goexit: Panic | null = null;
  while (outer !== null && !isOnStack(frame, outer.running)) {
    if (outer.isGoexit) goexit = outer;
    outer = outer.link;
  }
  goroutine.panic = outer;
  goroutine.frame = frame;
  frame.native = null;
  if (goexit !== null) {
    // A panic in a deferred call of Goexit was recovered: Goexit goes on.
    const again = new Panic(null, true, outer, frame);
    goroutine.panic = again;
    unwind(runtime, endings, goroutine, again);
    return;
  }
  // The instruction after the last returns.
  frame.pc = frame.func.code.length;
}

function isOnStack(top: Frame, wanted: Frame | null): boolean {
  for (let frame: Frame | null = top; frame !== null; frame = frame.caller) {
    if (frame === wanted) return true;
  }
  return false;
}

/** The Go value that a thrown panic stands for. */
function panicValue(runtime: Runtime, thrown: GoPanic): Box | null {
  if (thrown.value !== null) return thrown.value;
  const name = thrown.errorType ?? 'nil';
  switch (name) {
    case 'errorString':
    case 'plainError':
      return new Box(runtime.typeNamed(`runtime.${name}`), thrown.text);
    case 'boundsError':
      return new Box(
        runtime.typeNamed('runtime.boundsError'),
        structOf(runtime, 'runtime.boundsError', [thrown.text]),
      );
    case 'typeAssertionError': {
      const error = structOf(runtime, 'runtime.TypeAssertionError', [thrown.text]);
      return new Box(runtime.typeNamed('*runtime.TypeAssertionError'), error);
    }
    default:
      if (nilIsNoError(runtime)) return null;
      return new Box(
        runtime.typeNamed('*runtime.PanicNilError'),
        structOf(runtime, 'runtime.PanicNilError', []),
      );
  }
}

/** GODEBUG=panicnil=1, as Go before 1.21 was: recover() of panic(nil) is nil. */
function nilIsNoError({ parts: { program }, globals }: Runtime): boolean {
  const isEnvironment = ({ name, packagePath }: Global): boolean =>
    name === 'Environment' && packagePath === 'internal/godebug';
  const cell = globals[program.globals.findIndex(isEnvironment)];
  const set = cell instanceof Cell ? String(cell.v) : '';
  const settings = [...program.godebug.split(','), ...set.split(',')];
  return settings.findLast((each) => each.startsWith('panicnil=')) === 'panicnil=1';
}

function structOf(runtime: Runtime, type: string, fields: readonly unknown[]): unknown {
  const StructOfType = runtime.support.structClass(runtime.typeNamed(type));
  return new StructOfType(...fields);
}
