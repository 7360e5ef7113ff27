// The shapes of the stage: what one picture of topology or wait-for consists of, as plain data in
// px. React draws each kind with one component; nothing here is decided by the drawer.
// Invariants: `key` is stable over the whole run, so that the same thing stays the same element;
// positions of cards, pipes and boxes do not depend on the step.

import type { GoroutineId, ObjectId } from '../engine/trace/trace-event.ts';
import type { Box, Point } from './geometry.ts';
import type { GoroutineLook, Hue } from './goroutine-look.ts';

export type Anchor = 'start' | 'middle' | 'end';

/** A line of text; `x`, `y` is the baseline point as SVG has it. */
export interface TextShape {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: Anchor;
}

/** A Go value: ink, centred. `full` is the whole value when `text` is cut. */
export interface TokenShape {
  readonly center: Point;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly full: string;
  /** Hollow and dashed: the zero value from a closed channel. */
  readonly ghost: boolean;
  /** It arrived with the event just done: gets the 1.3 px ring. */
  readonly fresh: boolean;
}

/** A goroutine's monogram; `x` is the left edge, `y` the middle. */
export interface TagShape {
  readonly key: string;
  readonly goroutine: GoroutineId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly hue: Hue;
}

/** Who stands in a queue, with what: monogram | value, or monogram | empty slot. */
export interface TicketShape extends TagShape {
  /** x of the line between monogram and value. */
  readonly dividerX: number;
  /** The value to send; null for a receiver's empty slot. */
  readonly value: string | null;
  readonly full: string;
}

/** `+12`: tickets or tags that are not drawn. */
export interface OverflowShape extends TextShape {
  readonly count: number;
}

/** What every part of the stage has. */
interface PartBase {
  readonly key: string;
  readonly box: Box;
  readonly selected: boolean;
  /** Not made yet, or already over: drawn faint. */
  readonly dim: boolean;
  /** The part as a sentence, for screen readers and tooltips. */
  readonly label: string;
}

export interface GoroutineShape extends PartBase {
  readonly kind: 'goroutine';
  readonly goroutine: GoroutineId;
  readonly look: GoroutineLook;
  readonly plateWidth: number;
  readonly radius: number;
  readonly name: string;
  readonly monogram: string;
  /** One short sentence: `send, 1st in line`. */
  readonly sentence: string;
  /** `L14`, '' when the place is unknown. */
  readonly lineLabel: string;
  readonly file: string;
  readonly line: number;
  readonly held: TokenShape | null;
}

/** More than eight goroutines of one go statement. */
export interface StackShape extends PartBase {
  readonly kind: 'stack';
  readonly goroutines: readonly GoroutineId[];
  /** `worker ×100`. */
  readonly name: string;
  readonly sentence: string;
  /** One run per mode that occurs, left to right, widths in px, together the bar's width. */
  readonly bar: readonly StackBarPart[];
  readonly barBox: Box;
  readonly hue: Hue;
}
export interface StackBarPart {
  readonly look: GoroutineLook;
  readonly count: number;
  readonly x: number;
  readonly width: number;
}

/** A place of a buffer; index 0 is the next out and the rightmost. */
export interface SlotShape {
  readonly index: number;
  readonly box: Box;
  readonly token: TokenShape | null;
}

export interface ChannelShape extends PartBase {
  readonly kind: 'channel';
  readonly object: ObjectId;
  /** gate: unbuffered; slots ≤ 8; narrow ≤ 24, values without text; level: a bar with a count. */
  readonly variant: 'gate' | 'slots' | 'narrow' | 'level';
  readonly state: 'open' | 'closed' | 'nil';
  readonly full: boolean;
  readonly capacity: number;
  readonly filled: number;
  readonly slots: readonly SlotShape[];
  /** Filled part of a level bar, growing from the right. */
  readonly level: Box | null;
  readonly name: TextShape;
  readonly count: TextShape | null;
  /** `closed`. */
  readonly note: TextShape | null;
  readonly sendTickets: readonly TicketShape[];
  readonly receiveTickets: readonly TicketShape[];
  readonly overflow: readonly OverflowShape[];
}

/** Mutex and RWMutex: a room. */
export interface RoomShape extends PartBase {
  readonly kind: 'mutex' | 'rwMutex';
  readonly object: ObjectId;
  readonly name: TextShape;
  readonly sub: TextShape;
  readonly held: boolean;
  /** The dashed empty seat, null when somebody is inside. */
  readonly seat: Box | null;
  /** The holder, or the readers. */
  readonly inside: readonly TagShape[];
  /** First in line is nearest the door. */
  readonly queue: readonly TagShape[];
  readonly overflow: readonly OverflowShape[];
}

export interface WaitGroupShape extends PartBase {
  readonly kind: 'waitGroup';
  readonly object: ObjectId;
  readonly name: TextShape;
  readonly sub: TextShape;
  readonly counter: TextShape;
  readonly hue: Hue | null;
  readonly queue: readonly TagShape[];
  readonly overflow: readonly OverflowShape[];
}

export interface OnceShape extends PartBase {
  readonly kind: 'once';
  readonly object: ObjectId;
  readonly center: Point;
  readonly radius: number;
  readonly done: boolean;
  readonly name: TextShape;
  readonly inside: readonly TagShape[];
  readonly queue: readonly TagShape[];
  readonly overflow: readonly OverflowShape[];
}

export interface CondShape extends PartBase {
  readonly kind: 'cond';
  readonly object: ObjectId;
  readonly name: TextShape;
  readonly queue: readonly TagShape[];
  readonly overflow: readonly OverflowShape[];
}

export interface DialShape extends PartBase {
  readonly kind: 'timer' | 'ticker';
  readonly object: ObjectId;
  readonly center: Point;
  readonly radius: number;
  /** Part of the time that is left, 0…1: the wedge. */
  readonly left: number;
  readonly fired: boolean;
  readonly active: boolean;
  readonly name: TextShape;
  /** `990 ms left`. */
  readonly text: TextShape;
}

export interface AtomicShape extends PartBase {
  readonly kind: 'atomic';
  readonly object: ObjectId;
  readonly value: TextShape;
  readonly name: TextShape;
}

/** Anything else with a name: semaphore, context. */
export interface PlainShape extends PartBase {
  readonly kind: 'semaphore' | 'context';
  readonly object: ObjectId;
  readonly name: TextShape;
  readonly sub: TextShape;
  readonly queue: readonly TagShape[];
  readonly overflow: readonly OverflowShape[];
}

export type PartShape =
  | GoroutineShape
  | StackShape
  | ChannelShape
  | RoomShape
  | WaitGroupShape
  | OnceShape
  | CondShape
  | DialShape
  | AtomicShape
  | PlainShape;

/** Class `w-${kind}`: cycle is `w-dead`, cycleThin `w-deadthin`. */
export type WireKind = 'idle' | 'live' | 'wait' | 'cycle' | 'cycleThin' | 'spawn';

export interface WireShape {
  readonly key: string;
  readonly kind: WireKind;
  readonly points: readonly Point[];
  /** Corner radius for roundedPath. */
  readonly radius: number;
  readonly arrow: boolean;
  readonly goroutine: GoroutineId;
  /** 0 for spawn wires between goroutines. */
  readonly object: ObjectId;
  /** Where a waiting wire ends without a ticket. */
  readonly stopBar: StopBarShape | null;
}
export interface StopBarShape {
  readonly center: Point;
  readonly length: number;
  readonly vertical: boolean;
}

/** A value on its way in the event just done; drawn at `token.center` when nothing moves. */
export interface TravelShape {
  readonly key: string;
  readonly token: TokenShape;
  /** From where it left to where it arrives. */
  readonly points: readonly Point[];
  readonly radius: number;
  /** Whether it is drawn when nothing moves; if not, it is already seen where it arrived. */
  readonly rests: boolean;
  /** 0: at once; 1: after the first has arrived (a waiting value that moves into the buffer). */
  readonly order: number;
}

export interface ForkShape {
  readonly key: string;
  readonly goroutine: GoroutineId;
  /** From the node's edge to the bar. */
  readonly stem: readonly Point[];
  readonly tines: readonly TineShape[];
}
export interface TineShape {
  readonly index: number;
  readonly points: readonly Point[];
  /** null for `default`, which ends in a dot, and for a nil channel. */
  readonly port: Point | null;
  readonly dot: Point | null;
  readonly ready: boolean;
  readonly chosen: boolean;
  readonly label: TextShape;
}

/** A numbered disc on an edge of the cycle, matching the numbered sentences. */
export interface CycleMarkShape {
  readonly number: number;
  readonly center: Point;
  /** Words beside the edge: `waits until wg is 0`. */
  readonly lines: readonly TextShape[];
}

/** One picture. Draw in this order: wires, parts, forks, travels, marks. */
export interface Scene {
  readonly viewBox: Box;
  readonly wires: readonly WireShape[];
  readonly parts: readonly PartShape[];
  readonly forks: readonly ForkShape[];
  readonly travels: readonly TravelShape[];
  readonly marks: readonly CycleMarkShape[];
  /** The picture in a sentence: the SVG's aria-label. */
  readonly label: string;
}
