// The detector of data races: FastTrack over the happens-before relation of Go's memory model. It
// sees every access of tracked functions and reports two that are in no order, whatever the schedule
// made of them. Invariants: of equal pairs of stacks only the first is reported; reports are written
// between statements and repeated when a part of the run is executed again.

import type { Channel } from '../machine/channel.ts';
import type { Detector, MapUse } from '../machine/detector.ts';
import type { GoMap } from '../machine/go-map.ts';
import type { Goroutine } from '../machine/goroutine.ts';
import type { GoArray, StructObject } from '../machine/heap-object.ts';
import { ElementPointer, FieldPointer, type Pointer } from '../machine/pointer.ts';
import type { Runtime } from '../machine/runtime.ts';
import type { MachineState } from '../machine/state.ts';
import type { Box, Slice } from '../machine/value.ts';
import type { Race, RaceAccess } from '../trace/detected.ts';
import { goWrapperOf } from '../machine/go-wrapper.ts';
import { HappensBefore } from './happens-before.ts';
import { runtimeFuncOf } from './map-functions.ts';
import { accessesOf } from './native-accesses.ts';
import { raceReport, raceSummary } from './race-report.ts';
import type { Epoch } from './shadow.ts';
import { SyncMapKeys, wholeMap } from './sync-map-keys.ts';
import { ShadowMemory, type ShadowPlace } from './shadow-memory.ts';
import { type RuntimeFunc, StackTable } from './stack-table.ts';
import { variableName } from './variable-name.ts';
import { walkValue } from './whole-value.ts';

/** Addresses in reports look like those of Go's heap. */
const heapStart = 0xc000000000;

/** The exit code of a program that would have succeeded but for its races. */
const raceExitCode = 66;

type Kind = 'read' | 'write' | 'atomicRead' | 'atomicWrite';

export class RaceDetector implements Detector {
  readonly races: Race[] = [];
  private readonly runtime: Runtime;
  private readonly order = new HappensBefore();
  private readonly stacks: StackTable;
  private readonly memory = new ShadowMemory();
  private readonly keys = new SyncMapKeys();
  private readonly reported = new Set<string>();
  /** The state of the run itself: others repeat what has been seen. */
  private readonly followed: MachineState;
  private isFirst = true;

  constructor(runtime: Runtime) {
    this.runtime = runtime;
    this.followed = runtime.state;
    this.stacks = new StackTable(runtime.program);
  }

  // Memory

  read<T extends Pointer>(goroutine: Goroutine, variable: T): T {
    if (this.isFirst) this.access(goroutine, this.placeOf(variable), 'read');
    return variable;
  }

  write<T extends Pointer>(goroutine: Goroutine, variable: T): T {
    if (this.isFirst) this.access(goroutine, this.placeOf(variable), 'write');
    return variable;
  }

  readField<T extends StructObject>(goroutine: Goroutine, struct: T, field: number): T {
    if (this.isFirst) this.access(goroutine, this.memory.at(struct, field), 'read');
    return struct;
  }

  writeField<T extends StructObject>(goroutine: Goroutine, struct: T, field: number): T {
    if (this.isFirst) this.access(goroutine, this.memory.at(struct, field), 'write');
    return struct;
  }

  readElement(goroutine: Goroutine, array: GoArray, index: number): void {
    if (this.isFirst) this.access(goroutine, this.memory.at(array, index), 'read');
  }

  writeElement(goroutine: Goroutine, array: GoArray, index: number): void {
    if (this.isFirst) this.access(goroutine, this.memory.at(array, index), 'write');
  }

  readWhole<T>(goroutine: Goroutine, value: T, type: number): T {
    this.whole(goroutine, value, type, 'read');
    return value;
  }

  writeWhole<T>(goroutine: Goroutine, value: T, type: number): T {
    this.whole(goroutine, value, type, 'write');
    return value;
  }

  private whole(goroutine: Goroutine, value: unknown, type: number, kind: Kind): void {
    if (!this.isFirst) return;
    walkValue(this.runtime, value, type, (container, index) =>
      this.access(goroutine, this.memory.at(container, index), kind),
    );
  }

  map(
    goroutine: Goroutine,
    map: GoMap | null,
    type: number,
    use: MapUse,
    key?: unknown,
  ): GoMap | null {
    if (!this.isFirst || map === null) return map;
    const isWrite = use === 'set' || use === 'delete' || use === 'clear';
    if (use !== 'element') {
      const place = this.memory.at(map, 0);
      this.access(
        goroutine,
        place,
        isWrite ? 'write' : 'read',
        runtimeFuncOf(this.runtime, type, use),
      );
    }
    if (key !== undefined && use !== 'delete') {
      const element = this.memory.entry(this.runtime, map, type, key, isWrite);
      if (element !== null) this.access(goroutine, element, isWrite ? 'write' : 'read');
    }
    return map;
  }

  readSlice(goroutine: Goroutine, slice: Slice, type: number): Slice {
    this.elements(goroutine, slice, 0, slice.length, type, 'read');
    return slice;
  }

  writeSlice(goroutine: Goroutine, slice: Slice, type: number): Slice {
    this.elements(goroutine, slice, 0, slice.length, type, 'write');
    return slice;
  }

  grow(goroutine: Goroutine, slice: Slice, count: number, type: number): Slice {
    const { length, capacity } = slice;
    if (length + count > capacity) {
      this.elements(goroutine, slice, 0, length, type, 'read', 'growslice');
    }
    return slice;
  }

  appended(goroutine: Goroutine, slice: Slice, count: number, type: number): Slice {
    this.elements(goroutine, slice, slice.length - count, slice.length, type, 'write');
    return slice;
  }

  copy(goroutine: Goroutine, to: Slice, from: Slice, type: number): void {
    const count = Math.min(to.length, from.length);
    this.elements(goroutine, from, 0, count, type, 'read', 'slicecopy');
    this.elements(goroutine, to, 0, count, type, 'write', 'slicecopy');
  }

  private elements(
    goroutine: Goroutine,
    slice: Slice,
    from: number,
    to: number,
    type: number,
    kind: Kind,
    func?: RuntimeFunc,
  ): void {
    const { array, offset } = slice;
    if (!this.isFirst || array === null) return;
    const described = this.runtime.type(type);
    const elem = described.kind === 'slice' ? described.elem : null;
    const isNested = elem !== null && ['struct', 'array'].includes(this.runtime.type(elem).kind);
    for (let i = offset + from; i < offset + to; i++) {
      // What is not there yet is nobody's.
      if (isNested) {
        if (array[i] !== undefined) this.whole(goroutine, array[i], elem, kind);
      } else this.access(goroutine, this.memory.at(array, i), kind, func);
    }
  }

  native(goroutine: Goroutine, name: string, args: readonly unknown[]): readonly unknown[] {
    if (!this.isFirst) return args;
    accessesOf(this.runtime, name, args, (container, index, isWrite) =>
      this.access(goroutine, this.memory.at(container, index), isWrite ? 'write' : 'read'),
    );
    return args;
  }

  synchronise(
    goroutine: Goroutine,
    name: string,
    receiver: object | null,
    value: Box | null,
    type: number,
  ): void {
    if (!this.isFirst || receiver === null) return;
    const { id } = goroutine;
    const { order } = this;
    const key = (): number => this.keys.partOf(receiver, this.runtime, value, type);
    switch (name) {
      case 'sync.(*Map).observe':
        order.acquire(id, receiver, wholeMap);
        order.acquire(id, receiver, key());
        return;
      case 'sync.(*Map).write':
      case 'sync.(*Map).remove':
        order.releaseMerge(id, receiver, key());
        return;
      case 'sync.(*Map).empty':
        order.releaseMerge(id, receiver, wholeMap);
        return;
      case 'sync.(*Pool).give':
        if (value !== null) order.releaseMerge(id, value);
        return;
      case 'sync.(*Pool).given':
        if (value !== null) order.acquire(id, value);
        return;
      default:
    }
  }

  private placeOf(variable: Pointer): ShadowPlace {
    if (variable instanceof FieldPointer) return this.memory.at(variable.object, variable.field);
    if (variable instanceof ElementPointer) return this.memory.at(variable.array, variable.index);
    return this.memory.at(variable, 0);
  }

  /** Looks whether an access is ordered after all it conflicts with. */
  private access(goroutine: Goroutine, at: ShadowPlace, kind: Kind, func?: RuntimeFunc): void {
    const { shadow, place } = at;
    const thread = this.order.thread(goroutine.id);
    let known = -1;
    const stack = (): number => {
      if (known < 0) known = this.stackOf(goroutine, func);
      return known;
    };
    let conflict: Epoch | null;
    if (kind === 'read') conflict = shadow.read(place, thread, stack);
    else if (kind === 'write') conflict = shadow.write(place, thread, stack);
    else conflict = shadow.accessAtomically(place, thread, kind === 'atomicWrite', stack);
    if (conflict === null) return;
    const isWrite = kind === 'write' || kind === 'atomicWrite';
    this.found(goroutine, at, { stack: stack(), isWrite }, conflict);
  }

  private stackOf(goroutine: Goroutine, func?: RuntimeFunc): number {
    const stack = this.stacks.of(goroutine.frame);
    return func === undefined ? stack : this.stacks.under(stack, func);
  }

  private found(
    goroutine: Goroutine,
    { object, shadow, place, key }: ShadowPlace,
    access: { readonly stack: number; readonly isWrite: boolean },
    previous: Epoch,
  ): void {
    const sides = [access, previous].map(({ stack, isWrite }) => 2 * stack + Number(isWrite));
    const pair = sides.sort((a, b) => a - b).join();
    if (this.reported.has(pair)) return;
    this.reported.add(pair);
    const { runtime } = this;
    this.races.push({
      variable: variableName(runtime, goroutine, object, place, key),
      address: heapStart + shadow.id * 0x40 + place * 8,
      current: this.side(goroutine.id, access.stack, access.isWrite),
      previous: this.side(previous.goroutine, previous.stack, previous.isWrite),
      event: runtime.state.events,
      statements: runtime.statements,
    });
    // The machine looks up before the next statement.
    runtime.interrupt();
  }

  private side(goroutine: number, stack: number, isWrite: boolean): RaceAccess {
    const { created } = this.order.thread(goroutine);
    return {
      goroutine,
      isWrite,
      stack: this.stacks.places(stack),
      isFinished: this.runtime.goroutine(goroutine).status === 'dead',
      created: this.stacks.places(created),
    };
  }

  // Order

  startGoroutine(parent: Goroutine, child: number): void {
    if (!this.isFirst) return;
    this.order.start(parent.id, child, this.stackOf(parent));
    const wrapper = goWrapperOf(this.runtime.program, parent.frame);
    const { frame } = this.runtime.goroutine(child);
    if (wrapper !== null && frame !== null) this.stacks.setCaller(frame, wrapper);
  }

  startTimerGoroutine(timer: object, child: number): void {
    if (this.isFirst) this.order.startBy(timer, child, this.stacks.under(0, 'goFunc'));
  }

  beginSend(goroutine: Goroutine, channel: Channel): void {
    // Go lets a send and a close conflict: it matters which comes first.
    if (this.isFirst) this.access(goroutine, this.memory.at(channel, 0), 'read', 'chansend');
  }

  send(goroutine: Goroutine, channel: Channel): void {
    if (this.isFirst) this.order.send(goroutine.id, channel);
  }

  receive(goroutine: Goroutine, channel: Channel): void {
    if (this.isFirst) this.order.receive(goroutine.id, channel);
  }

  receiveClosed(goroutine: Goroutine, channel: Channel): void {
    if (this.isFirst) this.order.acquire(goroutine.id, channel);
  }

  close(goroutine: Goroutine, channel: Channel): void {
    if (!this.isFirst) return;
    this.access(goroutine, this.memory.at(channel, 0), 'write', 'closechan');
    this.order.release(goroutine.id, channel);
  }

  acquire(goroutine: number, object: object, part = 0): void {
    if (this.isFirst) this.order.acquire(goroutine, object, part);
  }

  release(goroutine: number, object: object, part = 0): void {
    if (this.isFirst) this.order.release(goroutine, object, part);
  }

  releaseMerge(goroutine: number, object: object, part = 0): void {
    if (this.isFirst) this.order.releaseMerge(goroutine, object, part);
  }

  atomic(goroutine: Goroutine, variable: object, object: object, isWrite: boolean): void {
    if (!this.isFirst) return;
    this.order.acquire(goroutine.id, object);
    const place = 'v' in variable ? this.placeOf(variable as Pointer) : this.memory.at(variable, 0);
    this.access(goroutine, place, isWrite ? 'atomicWrite' : 'atomicRead');
    if (isWrite) this.order.releaseMerge(goroutine.id, object);
  }

  waitGroupMark(goroutine: Goroutine, group: object, isWrite: boolean): void {
    if (!this.isFirst) return;
    const stack = isWrite ? 'raceWrite' : 'raceRead';
    this.access(goroutine, this.memory.at(group, 0), isWrite ? 'write' : 'read', stack);
  }

  setTimer(goroutine: number, timer: object): void {
    if (this.isFirst) this.order.releaseMerge(goroutine, timer);
  }

  fireTimer(timer: object, channel: Channel): void {
    if (this.isFirst) this.order.fire(timer, channel);
  }

  // Reports

  reportDue(index: number): number {
    return this.races[index]?.statements ?? Number.POSITIVE_INFINITY;
  }

  report(index: number): string {
    const race = this.races[index];
    if (race === undefined) throw new Error(`Broken invariant: no race ${index}`);
    return raceReport(race);
  }

  conclude(code: number): { readonly code: number; readonly text: string } {
    if (this.races.length === 0 || code !== 0) return { code, text: '' };
    return { code: raceExitCode, text: raceSummary(this.races.length) };
  }

  follow(state: MachineState): void {
    this.isFirst = state === this.followed;
  }
}
