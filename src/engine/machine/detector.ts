// What the machine tells a detector of data races, when there is one: every synchronisation by Go's
// memory model, and, from functions emitted with tracking, every access to memory that goroutines
// can share. Invariants: a detector never changes what the program does; it writes its reports
// through `nextReport`, between two statements, so that a run that is executed again repeats them.

import type { Channel } from './channel.ts';
import type { GoMap } from './go-map.ts';
import type { Goroutine } from './goroutine.ts';
import type { GoArray, StructObject } from './heap-object.ts';
import type { Pointer } from './pointer.ts';
import type { MachineState } from './state.ts';
import type { Box, Slice } from './value.ts';

/** How a map is used; `element` accesses only the entry, which has been found already. */
export type MapUse =
  | 'get'
  | 'getOk'
  | 'set'
  | 'delete'
  | 'range'
  | 'next'
  | 'clear'
  | 'length'
  | 'element';

/** Emitted code: each method gives back what it is given. */
export interface MemoryAccess {
  read<T extends Pointer>(goroutine: Goroutine, variable: T): T;
  write<T extends Pointer>(goroutine: Goroutine, variable: T): T;
  readField<T extends StructObject>(goroutine: Goroutine, struct: T, field: number): T;
  writeField<T extends StructObject>(goroutine: Goroutine, struct: T, field: number): T;
  readElement(goroutine: Goroutine, array: GoArray, index: number): void;
  writeElement(goroutine: Goroutine, array: GoArray, index: number): void;
  /** All of a struct or array of a type. */
  readWhole<T>(goroutine: Goroutine, value: T, type: number): T;
  writeWhole<T>(goroutine: Goroutine, value: T, type: number): T;
  /** A map of a type, for one of its keys where there is one. */
  map(
    goroutine: Goroutine,
    map: GoMap | null,
    type: number,
    use: MapUse,
    key?: unknown,
  ): GoMap | null;
  /** All elements of a slice of a type. */
  readSlice(goroutine: Goroutine, slice: Slice, type: number): Slice;
  writeSlice(goroutine: Goroutine, slice: Slice, type: number): Slice;
  /** A slice before and after append of so many elements. */
  grow(goroutine: Goroutine, slice: Slice, count: number, type: number): Slice;
  appended(goroutine: Goroutine, slice: Slice, count: number, type: number): Slice;
  /** copy(to, from) of slices of a type. */
  copy(goroutine: Goroutine, to: Slice, from: Slice, type: number): void;
  /** What a native does with memory by its arguments. */
  native(goroutine: Goroutine, name: string, args: readonly unknown[]): readonly unknown[];
  /**
   * A function of package sync begins that orders memory: `value`, of interface type `type`, is the
   * key of a sync.Map or the item of a sync.Pool.
   */
  synchronise(
    goroutine: Goroutine,
    name: string,
    receiver: object | null,
    value: Box | null,
    type: number,
  ): void;
}

export interface Detector extends MemoryAccess {
  // Order: all are called before the operation changes anything

  startGoroutine(parent: Goroutine, child: number): void;
  /** The goroutine of a timer's function. */
  startTimerGoroutine(timer: object, child: number): void;
  /** A send that completes: to the first waiting receiver or into the buffer. */
  send(goroutine: Goroutine, channel: Channel): void;
  /** Any send, before it is known whether it can complete. */
  beginSend(goroutine: Goroutine, channel: Channel): void;
  /** A receive that completes: from the buffer, or from the first waiting sender. */
  receive(goroutine: Goroutine, channel: Channel): void;
  receiveClosed(goroutine: Goroutine, channel: Channel): void;
  close(goroutine: Goroutine, channel: Channel): void;
  /** What came before the last releases of `object` comes before what the goroutine does next. */
  acquire(goroutine: number, object: object, part?: number): void;
  release(goroutine: number, object: object, part?: number): void;
  /** A release that leaves those before it in force. */
  releaseMerge(goroutine: number, object: object, part?: number): void;
  /** An operation of sync/atomic on a variable (by pointer, or a struct whose f0 it is). */
  atomic(goroutine: Goroutine, variable: object, object: object, isWrite: boolean): void;
  /** The mark that tells whether WaitGroup.Add and Wait are ordered. */
  waitGroupMark(goroutine: Goroutine, group: object, isWrite: boolean): void;
  /** A timer was started, stopped or reset by a goroutine; it sends on its channel. */
  setTimer(goroutine: number, timer: object): void;
  fireTimer(timer: object, channel: Channel): void;

  // Reports

  /** Statements at which report number `index` was or is to be written; infinity: there is none. */
  reportDue(index: number): number;
  /** Text of a report, asked for once per index and execution. */
  report(index: number): string;
  /** The exit code of a program that would exit with `code`, and the last words. */
  conclude(code: number): { readonly code: number; readonly text: string };
  /** The run goes on from this state: the one it has always had, or one it had before. */
  follow(state: MachineState): void;
}
