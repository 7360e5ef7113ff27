// Frames, deferred calls and panics of a goroutine: plain data on the heap. A frame's class is
// generated per function; its registers are r0, r1, …
// Invariants: `pc` is the instruction being executed, also while a call made there runs or the
// goroutine waits; a frame's caller is the frame below it, for a deferred call run by a panic the
// frame that panicked.

import type { Func } from '../go/ir/program.ts';
import type { Instruction } from '../go/ir/instruction.ts';
import type { FastFunction } from './fast-function.ts';
import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import type { Box } from './value.ts';

/** Why a frame runs, where returning from it is more than going on in its caller. */
export const Role = {
  call: 0,
  /** A deferred call run by the panic in `panic`. */
  panicDeferred: 1,
  /** Called by a native; its results are recorded for the native. */
  nativeCall: 2,
  /** Likewise, and a panic is given to the native. */
  nativeTry: 3,
  /** Error or String of a panic value that is about to be printed. */
  panicText: 4,
} as const;
export type RoleCode = (typeof Role)[keyof typeof Role];

/** A call to be made when its frame returns. */
export class Deferred extends HeapObject {
  /** -1 for a nil function value, which panics when it is called. */
  readonly func: number;
  readonly captures: readonly unknown[] | null;
  readonly args: readonly unknown[];
  readonly next: Deferred | null;
  /** Site of the defer statement. */
  readonly site: number;

  constructor(
    func: number,
    captures: readonly unknown[] | null,
    args: readonly unknown[],
    next: Deferred | null,
    site: number,
  ) {
    super();
    this.func = func;
    this.captures = captures;
    this.args = args;
    this.next = next;
    this.site = site;
  }

  shell(): Deferred {
    return new Deferred(this.func, null, [], null, this.site);
  }

  fill(source: Deferred, cloner: Cloner): void {
    const copy = (value: unknown): unknown => cloner.copy(value);
    const writable = this as { -readonly [Key in keyof Deferred]: Deferred[Key] };
    writable.captures = source.captures === null ? null : source.captures.map(copy);
    writable.args = source.args.map(copy);
    writable.next = cloner.copy(source.next);
  }

  hash(hasher: Hasher): void {
    hasher.number(this.func);
    for (const value of [...(this.captures ?? []), ...this.args]) hasher.value(value);
    hasher.value(this.next);
  }
}

/** A panic or Goexit that is running deferred calls (runtime2.go _panic). */
export class Panic extends HeapObject {
  readonly value: Box | null;
  readonly isGoexit: boolean;
  /** The panic that was running when this one started. */
  readonly link: Panic | null;
  /** The frame that panicked: the top of the stack below the deferred calls. */
  top: Frame | null;
  /** The frame whose deferred calls are being run. */
  at: Frame | null;
  /** Where in a statement of several lines `top` panicked; null: where the statement is. */
  pos: Instruction['pos'] | null = null;
  /** The runtime's own text; '' for a panic of the program's. */
  cause = '';
  /** The deferred call that runs now. */
  running: Frame | null = null;
  recovered = false;
  repanicked = false;
  /** What Go prints for the value, once it is known. */
  text: string | null = null;

  constructor(value: Box | null, isGoexit: boolean, link: Panic | null, top: Frame | null) {
    super();
    this.value = value;
    this.isGoexit = isGoexit;
    this.link = link;
    this.top = top;
    this.at = top;
  }

  shell(): Panic {
    return new Panic(null, this.isGoexit, null, null);
  }

  fill(source: Panic, cloner: Cloner): void {
    const writable = this as { -readonly [Key in keyof Panic]: Panic[Key] };
    writable.value = cloner.copy(source.value);
    writable.link = cloner.copy(source.link);
    this.top = cloner.copy(source.top);
    this.at = cloner.copy(source.at);
    this.running = cloner.copy(source.running);
    this.recovered = source.recovered;
    this.repanicked = source.repanicked;
    this.pos = source.pos;
    this.cause = source.cause;
    this.text = source.text;
  }

  hash(hasher: Hasher): void {
    for (const part of [this.value, this.link, this.top, this.at, this.running]) hasher.value(part);
    hasher.number(Number(this.isGoexit) + 2 * Number(this.recovered));
  }
}

/** A native that is suspended at the call instruction of its frame, to be run again. */
export class NativeActivation extends HeapObject {
  readonly args: readonly unknown[];
  /** Outcomes of its calls into Go so far: arrays of results, or panics. */
  readonly outcomes: unknown[] = [];
  phase = 0;
  data: unknown = undefined;

  constructor(args: readonly unknown[]) {
    super();
    this.args = args;
  }

  shell(): NativeActivation {
    return new NativeActivation([]);
  }

  fill(source: NativeActivation, cloner: Cloner): void {
    const args = source.args.map((value) => cloner.copy(value));
    (this as { args: readonly unknown[] }).args = args;
    for (const outcome of source.outcomes) this.outcomes.push(cloner.copy(outcome));
    this.phase = source.phase;
    this.data = cloner.copy(source.data);
  }

  hash(hasher: Hasher): void {
    for (const value of [...this.args, ...this.outcomes, this.data]) hasher.value(value);
    hasher.number(this.phase);
  }
}

/** A panic as the outcome of a native's call. */
export class CaughtPanic extends HeapObject {
  readonly value: Box | null;

  constructor(value: Box | null) {
    super();
    this.value = value;
  }

  shell(): CaughtPanic {
    return new CaughtPanic(null);
  }

  fill(source: CaughtPanic, cloner: Cloner): void {
    (this as { value: Box | null }).value = cloner.copy(source.value);
  }

  hash(hasher: Hasher): void {
    hasher.value(this.value);
  }
}

/**
 * The closures of an instruction: what it does, and what completes it after a call or a wait.
 * They return the next pc, or one of `Next`.
 */
export type Step = (machine: never, frame: Frame, goroutine: never) => number;

export type Locate = (
  machine: never,
  frame: Frame,
  goroutine: never,
  at: (pos: Instruction['pos']) => void,
) => void;

/** What a step returns instead of a pc. */
export const Next = { called: -1, returned: -2, stopped: -3 } as const;

export abstract class Frame extends HeapObject {
  // On the prototype of each generated class:
  declare readonly func: Func;
  declare readonly code: readonly Step[];
  declare readonly resume: readonly (Step | null)[];
  declare readonly fast: FastFunction;
  /** Of each instruction, 0 where it has none. */
  declare readonly sites: Int32Array;
  /** For instructions of several lines: evaluates them again, telling where it is. */
  declare readonly locate: Readonly<Record<number, Locate>>;
  // In each frame:
  declare pc: number;
  declare caller: Frame | null;
  declare readonly depth: number;
  declare deferred: Deferred | null;
  declare role: RoleCode;
  /** Site of the defer statement that a deferred call comes from, else 0. */
  declare site: number;
  declare panic: Panic | null;
  declare native: NativeActivation | null;
  [register: `r${number}`]: unknown;
}

/** `new Class(caller, captures, …arguments)` */
export type FrameClass = new (
  caller: Frame | null,
  captures: readonly unknown[] | null,
  ...args: readonly unknown[]
) => Frame;
