// The shapes of the timeline: lanes, marks, arrows, channel depths, ticks, playhead, in px.
// Invariant: everything is clipped to the asked window; what is right of the playhead is `future`.

import type { GoroutineId, ObjectId } from '../engine/trace/trace-event.ts';
import type { Box } from './geometry.ts';
import type { Glyph, GoroutineMode, Texture } from './goroutine-look.ts';
import type { TextShape } from './shapes.ts';

export type TimelineAxis = 'steps' | 'clock';

/** What part of the run to draw and how large. */
export interface TimelineView {
  readonly axis: TimelineAxis;
  /** Window on the axis: steps (0 = first event) or nanoseconds; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Px, including the label column. */
  readonly width: number;
  readonly labelWidth: number;
  readonly laneHeight: number;
  readonly depthHeight: number;
  /** Events folded so far: the playhead stands on event `cursor - 1`. */
  readonly cursor: number;
  readonly selected: GoroutineId;
  /** Keys of groups that are opened. */
  readonly openGroups: ReadonlySet<string>;
  /** Vertical window for many lanes: index of the first row and how many; null for all. */
  readonly rows: { readonly first: number; readonly count: number } | null;
}

export interface LaneCell {
  readonly box: Box;
  readonly mode: GoroutineMode;
  readonly texture: Texture;
  /** Where its glyph stands, which tells what shares a texture apart; null without need or room. */
  readonly glyph: { readonly glyph: Glyph; readonly x: number; readonly y: number } | null;
  readonly future: boolean;
  /** Several runs too short to tell apart, drawn as one. */
  readonly merged: boolean;
  /** The run of steps [firstStep, lastStep] (events, 0-based). */
  readonly firstStep: number;
  readonly lastStep: number;
}

/** disc: send; ring: receive; bar: blocks; lines: prints; block: closes; go: starts a goroutine. */
export type MarkKind = 'send' | 'receive' | 'block' | 'print' | 'close' | 'go' | 'lock' | 'unlock';

export interface LaneMark {
  readonly kind: MarkKind;
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly future: boolean;
}

export interface LaneShape {
  readonly key: string;
  readonly y: number;
  readonly height: number;
  readonly label: string;
  readonly monogram: string;
  readonly selected: boolean;
  /** 0 for a group's lane. */
  readonly goroutine: GoroutineId;
  /** null for a single goroutine; else the group it opens or closes. */
  readonly group: { readonly key: string; readonly count: number; readonly open: boolean } | null;
  /** Indented under an open group. */
  readonly nested: boolean;
  /** The thin line from birth to end. */
  readonly base: { readonly x1: number; readonly x2: number } | null;
  readonly cells: readonly LaneCell[];
  readonly marks: readonly LaneMark[];
  /** 6 px square where it finished. */
  readonly end: { readonly box: Box; readonly future: boolean } | null;
}

export interface ArrowShape {
  readonly key: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** The message of the event just done: ink, with a paper casing. */
  readonly current: boolean;
  readonly future: boolean;
  readonly sendStep: number;
  readonly receiveStep: number;
}

export interface DepthShape {
  readonly key: string;
  readonly object: ObjectId;
  readonly y: number;
  readonly height: number;
  readonly label: string;
  /** `cap 3`. */
  readonly capacity: string;
  /** `2/3` at the playhead. */
  readonly value: string;
  readonly full: boolean;
  /** The step line, left to right: [x, y] corners. */
  readonly line: readonly (readonly [number, number])[];
  readonly baseline: number;
  /** Spans in which the channel is full, hatched; only up to the playhead. */
  readonly fullSpans: readonly Box[];
}

export interface TickShape {
  readonly x: number;
  /** '' for a grid line without a number. */
  readonly label: string;
}

export interface TimelinePicture {
  readonly width: number;
  readonly height: number;
  /** Height of the axis band; lanes start below it. */
  readonly axisHeight: number;
  readonly plot: Box;
  readonly ticks: readonly TickShape[];
  /** Virtual clock jumps: a violet dashed line with `+10 ms`. */
  readonly jumps: readonly { readonly x: number; readonly label: string; readonly box: Box }[];
  readonly lanes: readonly LaneShape[];
  readonly depths: readonly DepthShape[];
  readonly arrows: readonly ArrowShape[];
  readonly playhead: { readonly x: number; readonly label: string } | null;
  /** `last chance, step 18`. */
  readonly pins: readonly { readonly x: number; readonly label: string; readonly box: Box }[];
  /** The dead end after the last step. */
  readonly deadEnd: { readonly x: number; readonly width: number; readonly note: TextShape } | null;
  /** Lanes in the whole run, drawn or not. */
  readonly rowCount: number;
  /** `steps 15–62` or `0–800 ms`. */
  readonly caption: string;
  /** Modes that occur, for the legend. */
  readonly legend: readonly GoroutineMode[];
}
