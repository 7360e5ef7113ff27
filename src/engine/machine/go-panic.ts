// What emitted code and natives throw: Go's panics and fatal errors, and the signal with which a
// native leaves when it calls into Go. The machine catches all three; they are no JS errors, so a
// stack trace is never taken.

import type { Box } from './value.ts';

/** The type of a panic value made by the runtime, by its name in package runtime. */
export type RuntimeErrorType = 'errorString' | 'boundsError' | 'plainError' | 'typeAssertionError';

/** A panic on its way. Either a Go value or the text of a runtime error yet to be boxed. */
export class GoPanic {
  readonly value: Box | null;
  readonly errorType: RuntimeErrorType | null;
  readonly text: string;

  constructor(value: Box | null, errorType: RuntimeErrorType | null, text: string) {
    this.value = value;
    this.errorType = errorType;
    this.text = text;
  }
}

/** `fatal error: …`: the program ends. */
export class GoFatal {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** os.Exit. */
export class GoExit {
  readonly code: number;

  constructor(code: number) {
    this.code = code;
  }
}

/** A signal that the program does not survive. */
export class GoKilled {
  readonly signal: number;

  constructor(signal: number) {
    this.signal = signal;
  }
}

/** Panics with a Go value. */
export function goPanic(value: Box | null): never {
  throw new GoPanic(value, null, '');
}

/** Panics with runtime.Error; Go prints `runtime error: ` before the text. */
export function runtimeErrorPanic(text: string): never {
  throw new GoPanic(null, 'errorString', text);
}

/** Panics with a runtime.Error that prints its text alone (`send on closed channel`). */
export function plainErrorPanic(text: string): never {
  throw new GoPanic(null, 'plainError', text);
}

/** Panics with an index or slice out of range. */
export function boundsPanic(text: string): never {
  throw new GoPanic(null, 'boundsError', text);
}

export function nilDereference(): never {
  throw new GoPanic(null, 'errorString', 'invalid memory address or nil pointer dereference');
}

export function divideByZero(): never {
  throw new GoPanic(null, 'errorString', 'integer divide by zero');
}

export function goFatal(text: string): never {
  throw new GoFatal(text);
}
