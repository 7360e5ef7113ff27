// The machine as natives see it: the program, the world outside, objects and events. Running natives
// is in native-execution.ts.

import type { Program } from '../go/ir/program.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import type { EventKindCode, ObjectKind } from '../trace/trace-event.ts';
import { addressOf } from './addresses.ts';
import { bubbleEpoch } from './bubble.ts';
import { bubbleHost } from './bubble-host.ts';
import type { Wide } from './arithmetic.ts';
import { makeChannel, newChannel } from './channel-operations.ts';
import type { Channel } from './channel.ts';
import { GoExit, GoKilled, goFatal, goPanic, runtimeErrorPanic } from './go-panic.ts';
import type { GoMap } from './go-map.ts';
import { MapIterator } from './go-map.ts';
import type { BubbleHost, NativeContext, Statistics } from './native.ts';
import type { Operations } from './operations.ts';
import type { Runtime } from './runtime.ts';
import type { GivenFile, PlannedSignal } from './runtime-parts.ts';
import { SyncObject } from './sync-object.ts';
import type { TimerAction } from './timer-queue.ts';
import type { Layout } from './types.ts';
import type { Box } from './value.ts';
import { Closure } from './value.ts';
import type { ContextHost } from './native-execution.ts';
import { NativeExecution } from './native-execution.ts';

export class Context extends NativeExecution implements NativeContext {
  readonly program: Program;

  constructor(runtime: Runtime, host: ContextHost) {
    super(runtime, host);
    this.program = runtime.program;
  }

  // The program

  type(id: number): RuntimeType {
    return this.runtime.type(id);
  }

  typeNamed(string: string): number {
    return this.runtime.typeNamed(string);
  }

  method(type: number, name: string): Closure | null {
    const func = this.runtime.support.methodOrNull(type, name, '');
    return func === null ? null : new Closure(func, []);
  }

  operations(type: number): Operations {
    return this.runtime.support.operations(type);
  }

  implements(type: number, target: number): boolean {
    return this.runtime.support.types.missingMethod(type, target) === null;
  }

  layout(type: number): Layout {
    return this.runtime.support.types.layout(type);
  }

  panic(value: Box | null): never {
    goPanic(value);
  }

  runtimePanic(text: string): never {
    runtimeErrorPanic(text);
  }

  fatal(text: string): never {
    goFatal(text);
  }

  exit(code: number): never {
    throw new GoExit(code);
  }

  endBySignal(signal: number): never {
    throw new GoKilled(signal);
  }

  // The world outside

  now(): number {
    return this.runtime.now;
  }

  clock(): { readonly wall: bigint; readonly run: number | null } {
    const { bubble } = this.running;
    if (bubble !== null) return { wall: bubbleEpoch + BigInt(bubble.now), run: null };
    const run = Math.floor(this.runtime.now);
    return { wall: this.runtime.parts.epoch + BigInt(run), run };
  }

  traceAll(all: boolean): void {
    this.runtime.state.tracesAll = all;
  }

  get bubbles(): BubbleHost {
    return bubbleHost(this.runtime, this.running);
  }

  listen(): void {
    this.host.clock.listen();
  }

  get signals(): readonly PlannedSignal[] {
    return this.runtime.parts.signals;
  }

  get files(): readonly GivenFile[] {
    return this.runtime.parts.files ?? [];
  }

  get args(): readonly string[] {
    return this.runtime.parts.args;
  }

  random(count: number): number {
    return this.runtime.choose('random', count);
  }

  write(fd: 1 | 2, bytes: string): void {
    this.runtime.write(this.running, fd, bytes);
  }

  read(max: number): string {
    const { state, parts } = this.runtime;
    const bytes = parts.input.slice(state.inputOffset, state.inputOffset + max);
    state.inputOffset += bytes.length;
    return bytes;
  }

  get statistics(): Statistics {
    this.runtime.needFrames();
    return this.host.statistics(this.running);
  }

  // Objects and events

  address(value: unknown, type: number): number {
    return addressOf(this.runtime, value, type);
  }

  object(kind: ObjectKind, reference: unknown): SyncObject {
    const holder = reference as { sync?: SyncObject | null };
    // The property is looked for by name only where nothing is kept in it yet.
    const known = holder.sync;
    if (known) return known;
    if ('sync' in holder) {
      holder.sync ??= this.newSyncObject(kind);
      return holder.sync;
    }
    const key = String(this.runtime.address(reference));
    const { syncObjects } = this.runtime.state;
    let object = syncObjects.get(key);
    if (object === undefined) {
      object = this.newSyncObject(kind);
      syncObjects.set(key, object);
    }
    return object;
  }

  private newSyncObject(kind: ObjectKind): SyncObject {
    const object = new SyncObject(this.runtime.newObject(kind, this.running, 0, -1), kind);
    this.runtime.show(object);
    return object;
  }

  enqueue(object: SyncObject, options: { front?: boolean; mode?: number } = {}): void {
    const waiter = this.running.waitFor(object.id, undefined, -1, options.mode);
    if (options.front === true) object.queue.unshift(waiter);
    else object.queue.push(waiter);
  }

  acquire(object: object, part = 0): void {
    this.runtime.detector?.acquire(this.running.id, object, part);
  }

  release(object: object, part = 0): void {
    this.runtime.detector?.release(this.running.id, object, part);
  }

  releaseMerge(object: object, part = 0): void {
    this.runtime.detector?.releaseMerge(this.running.id, object, part);
  }

  atomicAccess(variable: object, object: SyncObject, isWrite: boolean): void {
    this.runtime.detector?.atomic(this.running, variable, object, isWrite);
  }

  waitGroupMark(group: object, isWrite: boolean): void {
    this.runtime.detector?.waitGroupMark(this.running, group, isWrite);
  }

  event(kind: EventKindCode, object = 0, other = 0, number = 0, text: string | number = ''): void {
    this.runtime.event(kind, this.running, object, other, number, text);
  }

  text(value: unknown, type: number): string {
    return this.runtime.text(value, type);
  }

  startTimer(object: SyncObject, action: TimerAction, ns: number, period: number): void {
    this.host.clock.start(this.running, object, action, ns, period);
  }

  stopTimer(object: SyncObject): boolean {
    return this.host.clock.stop(this.running, object);
  }

  resetTimer(object: SyncObject, ns: number, period: number): boolean {
    return this.host.clock.reset(this.running, object, ns, period);
  }

  newTimerChannel(elem: number): Channel {
    return newChannel(this.runtime, this.running, elem, 1, true);
  }

  makeChannel(type: number, capacity: Wide): Channel {
    return makeChannel(this.runtime, this.running, type, capacity);
  }

  mapSlots(map: GoMap | null): readonly number[] {
    const count = map === null ? 0 : map.slotCount;
    const walk = new MapIterator(map, count > 1 ? this.runtime.choose('mapOrder', count) : 0);
    const slots: number[] = [];
    while (walk.next()) slots.push(walk.slot);
    return slots;
  }
}
