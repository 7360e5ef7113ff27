// One lane of the timeline: its cells in the window, and the marks of its events.

import type { EventKindName, TraceEvent } from '../engine/trace/trace-event.ts';
import type { Box } from './geometry.ts';
import { type GoroutineMode, goroutineModes, lookOf } from './goroutine-look.ts';
import type { ModeRuns } from './timeline-columns.ts';
import type { TimelineModel } from './timeline-model.ts';
import type { TimelineScale } from './timeline-scale.ts';
import type { LaneCell, LaneMark, LaneShape, MarkKind, TimelineView } from './timeline-shapes.ts';

export interface LaneContext {
  readonly model: TimelineModel;
  readonly view: TimelineView;
  readonly scale: TimelineScale;
  /** Cells in the window, both included. */
  readonly steps: { readonly first: number; readonly last: number };
}

/** Height of a cell at the normal lane height, by the texture of its mode. */
const cellHeights: Readonly<Record<string, number>> = {
  solid: 15,
  hollow: 6,
  denseHatch: 10,
  thinHatch: 10,
  dots: 10,
  crossHatch: 12,
  line: 0,
};

/** Runs narrower than this are merged. */
const leastWidth = 1;

/** Cells narrower than this have no room for a glyph. */
const glyphWidth = 18;

interface Part {
  first: number;
  last: number;
  mode: GoroutineMode;
  merged: boolean;
  /** It goes on with what the cell before it shows. */
  continues: boolean;
}

/** Cells, base line and end mark of a lane. */
export function laneCells(
  context: LaneContext,
  runs: ModeRuns,
  middle: number,
  exited: number,
): Pick<LaneShape, 'base' | 'cells' | 'end'> {
  const { view, scale, model } = context;
  const parts = partsOf(context, runs);
  const cells: LaneCell[] = [];
  for (const part of parts) {
    if (part.mode === 'finished') continue;
    for (const piece of splitAtCursor(part, view.cursor))
      cells.push(cellOf(context, piece, middle));
  }
  const isStuck = runs.lastMode === 'deadlocked' && context.steps.last === model.length - 1;
  const last = cells.pop();
  // Nothing comes after a deadlock: it lasts to the edge.
  if (last !== undefined) cells.push(isStuck ? { ...last, box: toEdge(last.box, scale) } : last);
  const born = runs.length === 0 ? model.length : runs.start(0);
  const stop = exited < 0 ? model.length : exited + 1;
  const x1 = clip(scale, edgeX(context, born));
  const x2 = clip(scale, edgeX(context, stop));
  const endX = edgeX(context, stop);
  const inside = endX >= scale.left && endX <= scale.right;
  return {
    cells,
    base: x2 > x1 ? { x1, x2 } : null,
    end:
      exited < 0 || !inside
        ? null
        : {
            box: { x: endX - 1, y: middle - 3, width: 6, height: 6 },
            future: exited >= view.cursor,
          },
  };
}

function toEdge(box: Box, scale: TimelineScale): Box {
  return { ...box, width: Math.max(scale.right - box.x, box.width) };
}

/** The runs in the window; where there are more than pixels, one sample for each pixel. */
function partsOf(context: LaneContext, runs: ModeRuns): readonly Part[] {
  const { first, last } = context.steps;
  const from = Math.max(runs.indexAt(first), 0);
  const to = runs.indexAt(last);
  if (to < from || runs.length === 0) return [];
  const width = context.scale.right - context.scale.left;
  const indices: number[] = [];
  if (to - from <= 2 * width) {
    for (let i = from; i <= to; i++) indices.push(i);
  } else {
    for (let pixel = 0; pixel <= width; pixel++) {
      const step = first + Math.floor(((last - first) * pixel) / width);
      const index = runs.indexAt(step);
      if (index >= 0 && indices[indices.length - 1] !== index) indices.push(index);
    }
  }
  const sampled = to - from > 2 * width;
  const parts: Part[] = [];
  indices.forEach((index, i) => {
    const start = Math.max(runs.start(index), first);
    const next = sampled ? indices[i + 1] : index + 1;
    const end = next === undefined || next >= runs.length ? last : runs.start(next) - 1;
    if (end < start) return;
    const mode = runs.mode(index);
    add(context, parts, { first: start, last: end, mode, merged: sampled, continues: false });
  });
  return parts;
}

/** Adds a part; one too narrow to see joins the one before it, the more severe mode wins. */
function add(context: LaneContext, parts: Part[], part: Part): void {
  const before = parts[parts.length - 1];
  const width = edgeX(context, part.last + 1) - edgeX(context, part.first);
  if (before === undefined || width >= leastWidth) {
    parts.push(part);
    return;
  }
  const beforeWidth = edgeX(context, before.last + 1) - edgeX(context, before.first);
  if (beforeWidth >= 3 * leastWidth) {
    parts.push(part);
    return;
  }
  before.last = part.last;
  before.merged = true;
  if (severity(part.mode) < severity(before.mode)) before.mode = part.mode;
}

const order = new Map(goroutineModes().map((mode, i) => [mode, i]));

function severity(mode: GoroutineMode): number {
  return order.get(mode) ?? order.size;
}

/** What is before the playhead and what is after it are two cells. */
function splitAtCursor(part: Part, cursor: number): readonly Part[] {
  if (part.first >= cursor || part.last < cursor) return [part];
  return [
    { ...part, last: cursor - 1 },
    { ...part, first: cursor, continues: true },
  ];
}

function cellOf(context: LaneContext, part: Part, middle: number): LaneCell {
  const { view, scale } = context;
  const { texture, glyph } = lookOf(part.mode);
  const left = clip(scale, edgeX(context, part.first));
  const right = clip(scale, edgeX(context, part.last + 1));
  const scaled = view.laneHeight / 23;
  const height = (cellHeights[texture] ?? 10) * Math.min(Math.max(scaled, 0.7), 1.4);
  const gap = right - left > 3 ? 0.6 : 0;
  // Endings share their texture, and the cell of one is as good as the whole rest of the lane.
  const isEnding = texture === 'crossHatch' && !part.continues;
  const hasGlyph = isEnding && right - left >= glyphWidth;
  return {
    box: {
      x: left + gap,
      y: middle - height / 2,
      width: Math.max(right - left - 2 * gap, 0.8),
      height,
    },
    mode: part.mode,
    texture,
    glyph: hasGlyph ? { glyph, x: left + glyphWidth / 2, y: middle } : null,
    future: part.first >= view.cursor,
    merged: part.merged,
    firstStep: part.first,
    lastStep: part.last,
  };
}

/** The x at which cell `step` begins. */
export function edgeX(context: LaneContext, step: number): number {
  const { view, scale, model } = context;
  return view.axis === 'steps' ? scale.at(step) : scale.at(model.times[step] ?? 0);
}

function clip(scale: TimelineScale, x: number): number {
  return Math.min(Math.max(x, scale.left), scale.right);
}

const markKinds: Partial<Record<EventKindName, MarkKind>> = {
  send: 'send',
  selectSend: 'send',
  receive: 'receive',
  receiveClosed: 'receive',
  selectReceive: 'receive',
  selectReceiveClosed: 'receive',
  blockSend: 'block',
  blockReceive: 'block',
  blockSelect: 'block',
  blockLock: 'block',
  blockReadLock: 'block',
  blockWaitGroup: 'block',
  blockCond: 'block',
  print: 'print',
  close: 'close',
  go: 'go',
  lock: 'lock',
  readLock: 'lock',
  unlock: 'unlock',
  readUnlock: 'unlock',
};

/** Marks of the lane's own events, as long as there is room for them. */
export function laneMarks(
  context: LaneContext,
  lane: LaneShape,
  events: readonly TraceEvent[],
): readonly LaneMark[] {
  if (lane.goroutine === 0) return [];
  const { view, scale, model } = context;
  const marks: LaneMark[] = [];
  let lastX = -Infinity;
  for (const event of events) {
    const kind = markKinds[event.kind];
    if (kind === undefined || event.goroutine !== lane.goroutine) continue;
    const step = event.index;
    const x = view.axis === 'steps' ? scale.at(step + 0.5) : scale.at(model.times[step + 1] ?? 0);
    if (x < scale.left || x > scale.right || x - lastX < 5) continue;
    if (view.axis === 'steps' && scale.unit < 6) continue;
    lastX = x;
    marks.push({ kind, x, y: lane.y + lane.height / 2, step, future: step >= view.cursor });
  }
  return marks;
}
