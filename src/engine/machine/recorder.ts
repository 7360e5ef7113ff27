// What a run leaves behind: events in the trace, objects, output. Invariant: an event, an object and
// a piece of output are recorded exactly once, though a part of the run may be executed again after
// a restore.

import { encodeUtf8 } from '../base/utf8.ts';
import type { Trace } from '../trace/trace.ts';
import { pairValueKind } from '../trace/trace-data.ts';
import type { EventKindCode, ObjectKind } from '../trace/trace-event.ts';
import { EventKind, ValueKind } from '../trace/trace-event.ts';
import type { Channel } from './channel.ts';
import { describe } from './describe.ts';
import { needsExact } from './fast-function.ts';
import type { Frame } from './frame.ts';
import type { Goroutine } from './goroutine.ts';
import { identityOf } from './identity.ts';
import { LimitReached } from './limits.ts';
import type { RuntimeParts } from './runtime-parts.ts';
import type { MachineState } from './state.ts';
import type { SyncObject } from './sync-object.ts';
import { timeOf } from './time-layout.ts';
import { Timeline } from './timeline.ts';

/** What an event of the runtime's says; all default to 0 or ''. */
export interface RuntimeEventFields {
  readonly object?: number;
  readonly other?: number;
  readonly site?: number;
  readonly number?: number;
  readonly text?: string;
}

/** Events are compared with this as small integers. */
const maxPlain = 2 ** 30;
/** Cut for texts of values in events. */
const maxTextLength = 200;

export abstract class Recorder extends Timeline {
  /** While fast code runs: the user's statement it stands for; else -1, and frames tell. */
  at = -1;
  /** What that was when fast code of the library was entered last, if nothing else ran since; or -1. */
  librarySite = -1;
  /** Pieces of output in order, with the stream they went to. */
  readonly output: { readonly fd: 1 | 2; readonly bytes: string }[] = [];
  /** Stop as soon as this many events have happened. */
  protected eventLimit = Number.POSITIVE_INFINITY;
  /** Events with which the loop looks up: it is to stop there, or the scheduler cuts the slice. */
  private lookUpAt = Number.POSITIVE_INFINITY;
  /** Events before this one are only to be written: 0 when anything else may have to be seen to. */
  private plainUntil = 0;
  private readonly trace: Trace | null;
  private readonly maxEvents: number;
  /** By type: whether an event shows its values as numbers. */
  private readonly shownAsNumber: readonly boolean[];

  /** By type of channels' elements: the trace's text of it. */
  private readonly elemTexts: number[] = [];

  constructor(parts: RuntimeParts, state: MachineState) {
    super(parts, state);
    this.trace = parts.trace;
    this.maxEvents = parts.limits.events;
    this.shownAsNumber = parts.program.types.map(({ kind }) => isIntegerKind(kind));
  }

  // Events

  /** Called before what reads frames, or changes what fast code does not look at. */
  needFrames(): void {
    if (this.at >= 0) throw needsExact;
  }

  /** The place in the user's source that a frame is at: of the innermost frame of the user's. */
  siteOf(goroutine: Goroutine): number {
    if (this.at >= 0) return this.at;
    for (let frame = goroutine.frame; frame !== null; frame = frame.caller) {
      if (!frame.func.library) return siteOfFrame(frame);
      if (frame.site !== 0 && !this.isInLibrary(frame.site)) return frame.site;
    }
    return goroutine.createdBy;
  }

  /** A library function calls itself a place too, by its deferred calls. */
  private isInLibrary(site: number): boolean {
    const func = this.program.sites[site]?.func;
    return func !== undefined && this.program.funcs[func]?.library === true;
  }

  /** The goroutine does an event here: its site. */
  arrive(goroutine: Goroutine): number {
    const site = this.at >= 0 ? this.at : this.siteOf(goroutine);
    if (site !== 0) goroutine.lastSite = site;
    const { id } = goroutine;
    this.processor.shown = id;
    if (this.isParallel) this.state.shownRunning = id;
    return site;
  }

  /** Records that a goroutine starts to run; not with one processor: its next event says so. */
  runEvent(goroutine: Goroutine): void {
    const { processors, active } = this.state;
    // One that has stepped aside without a word is still shown where it was.
    for (const processor of processors) if (processor.shown === goroutine.id) processor.shown = 0;
    this.state.shownRunning = goroutine.id;
    this.processor.shown = goroutine.id;
    const { id, lastSite } = goroutine;
    const trace = this.startEvent();
    if (trace !== null) this.append(trace, EventKind.run, id, 0, active + 1, lastSite, 0, '');
  }

  /**
   * Records what a goroutine does; number and text 0 and '' when it says nothing more. An integer as
   * text stands for its digits.
   */
  event(
    kind: EventKindCode,
    goroutine: Goroutine,
    object = 0,
    other = 0,
    number = 0,
    text: string | number = '',
  ): void {
    const site = this.arrive(goroutine);
    const trace = this.startEvent(object);
    if (trace === null) return;
    this.append(trace, kind, goroutine.id, object, other, site, number, text);
  }

  /** Records what the runtime itself does. */
  runtimeEvent(kind: EventKindCode, fields: RuntimeEventFields = {}): void {
    const { object = 0, other = 0, site = 0, number = 0, text = '' } = fields;
    const trace = this.startEvent();
    if (trace !== null) this.append(trace, kind, 0, object, other, site, number, text);
  }

  private append(
    trace: Trace,
    kind: EventKindCode,
    goroutine: number,
    object: number,
    other: number,
    site: number,
    number: number,
    text: string | number,
  ): void {
    let valueKind: number = ValueKind.none;
    let value = number;
    if (typeof text === 'number') {
      valueKind = ValueKind.number;
      value = text;
    } else if (text !== '') {
      const index = textIndex(trace, kind, text);
      valueKind = number === 0 ? ValueKind.text : pairValueKind;
      value = number === 0 ? index : trace.addPair(index, number);
    }
    trace.append(kind, goroutine, object, other, site, this.statements, valueKind, value);
  }

  /** Records an event that carries a Go value: integers as numbers, all else as text. */
  valueEvent(
    kind: EventKindCode,
    goroutine: Goroutine,
    object: number,
    other: number,
    value: unknown,
    type: number,
  ): void {
    const site = this.arrive(goroutine);
    const trace = this.startEvent(object);
    if (trace === null) return;
    const statements = this.statements;
    if (typeof value === 'number' && this.shownAsNumber[type] === true) {
      trace.append(kind, goroutine.id, object, other, site, statements, ValueKind.number, value);
      return;
    }
    const index = trace.text(encodeUtf8(this.text(value, type)));
    trace.append(kind, goroutine.id, object, other, site, statements, ValueKind.text, index);
  }

  /** A value as the trace has it: an integer that is its own text, or a text. */
  shown(value: unknown, type: number): number | string {
    const isNumber = typeof value === 'number' && this.shownAsNumber[type] === true;
    return isNumber ? value : this.text(value, type);
  }

  /**
   * Counts an event, about that object if it is one that others may meet at. The trace to write it
   * to; null when it is there already, or nobody records.
   */
  startEvent(object = 0): Trace | null {
    const { state } = this;
    const index = state.events;
    if (index >= this.plainUntil) return this.startWithCare(index, object);
    state.events = index + 1;
    state.latestTick = this.statements;
    return this.trace;
  }

  private startWithCare(index: number, object: number): Trace | null {
    const { trace, state } = this;
    if (this.isParallel) this.meet(object);
    state.events = index + 1;
    if (this.isParallel) this.endTurn();
    else {
      state.latestTick = this.ticks;
      this.followEvents();
    }
    if (state.events >= this.lookUpAt) this.interrupt();
    if (trace === null || index < trace.length) return null;
    // How a run ended is told in any case.
    if (index >= this.maxEvents && state.verdict === null) throw new LimitReached('events');
    if (this.isParallel || state.lead !== 0) trace.place(state.active + 1, this.ticks);
    return trace;
  }

  /** After an event others may have something to say to it: their turn. */
  private endTurn(): void {
    const { state } = this;
    state.turnEnd = this.statements;
    state.turnLength = 0;
    this.interrupt();
    state.latestTick = Math.max(state.latestTick, this.ticks);
  }

  /** The limit of events or the next cut may be another one, or the state is. */
  protected followEvents(): void {
    const { state, trace } = this;
    this.lookUpAt = Math.min(this.eventLimit, state.cutAt);
    const isRepeated = trace !== null && state.events < trace.length;
    const isPlain = !this.isParallel && state.lead === 0 && !isRepeated;
    this.plainUntil = isPlain ? Math.min(this.lookUpAt - 1, this.maxEvents, maxPlain) : 0;
  }

  override lookAround(): void {
    super.lookAround();
    this.plainUntil = 0;
  }

  override waitForTick(tick: number): void {
    super.waitForTick(tick);
    if (this.state.lead !== 0) this.plainUntil = 0;
  }

  /** A Go value as an event shows it. */
  text(value: unknown, type: number): string {
    const described = this.type(type);
    if (described.string === 'time.Time') return this.timeText(value);
    return describe(this, value, described, maxTextLength);
  }

  /** A time.Time as seconds of the run. */
  private timeText(value: unknown): string {
    const ns = timeOf(value as Parameters<typeof timeOf>[0]) - this.parts.epoch;
    return `${Number(ns) / 1e9}s`;
  }

  /** Appends to standard output or standard error. */
  write(goroutine: Goroutine, fd: 1 | 2, bytes: string): void {
    if (bytes === '') return;
    this.keepOutput(fd, bytes);
    this.event(EventKind.print, goroutine, 0, fd, 0, bytes);
    const { state, parts } = this;
    if (state.verdict === null && state.outputBytes > parts.limits.outputBytes) {
      throw new LimitReached('outputBytes');
    }
  }

  /** What the runtime itself has to say. */
  writeRuntime(fd: 1 | 2, bytes: string): void {
    this.keepOutput(fd, bytes);
    this.runtimeEvent(EventKind.print, { other: fd, text: bytes });
  }

  private keepOutput(fd: 1 | 2, bytes: string): void {
    const { state } = this;
    state.outputBytes += bytes.length;
    if (state.outputPieces++ >= this.output.length) this.output.push({ fd, bytes });
  }

  // Objects and addresses

  /** Numbers a new object and describes it in the trace; `elem` is its type's id, or -1. */
  newObject(kind: ObjectKind, goroutine: Goroutine, capacity: number, elem: number): number {
    const { trace, state } = this;
    const id = ++state.objects;
    if (trace !== null && trace.objectTable.length < id) {
      const site = this.siteOf(goroutine);
      const text = elem < 0 ? 0 : (this.elemTexts[elem] ?? this.elemText(trace, elem));
      trace.objectTable.add(kind, site, goroutine.id, capacity, text, state.events);
    }
    return id;
  }

  private elemText(trace: Trace, elem: number): number {
    const text = trace.text(this.type(elem).string);
    this.elemTexts[elem] = text;
    return text;
  }

  /** Keeps an object for worlds, if they are wanted. */
  show(object: Channel | SyncObject): void {
    if (this.parts.tracksObjects) this.state.shown.push(object);
  }

  /** Identity of what a reference refers to, from 1 in order of asking; 0 for nil. */
  address(reference: unknown): number {
    return identityOf(this.state, reference);
  }
}

/** The site of the instruction a frame is at, 0 when it has none. */
export function siteOfFrame(frame: Frame): number {
  return frame.sites[frame.pc] ?? 0;
}

/** Output is bytes already, and hardly ever the same twice. */
function textIndex(trace: Trace, kind: EventKindCode, text: string): number {
  return kind === EventKind.print ? trace.newText(text) : trace.text(encodeUtf8(text));
}

function isIntegerKind(kind: string): boolean {
  return kind.startsWith('int') ? kind !== 'interface' : kind.startsWith('uint');
}
