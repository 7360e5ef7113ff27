// The visible part of the history as shapes. Cost depends on the window's pixels and rows, not on
// the length of the run.

import type { Recording } from '../engine/trace/recording.ts';
import type { TraceEvent } from '../engine/trace/trace-event.ts';
import { goroutineId } from '../engine/trace/trace-event.ts';
import { durationText, withThousands } from './labels.ts';
import type { RunModel } from './run-model.ts';
import { codeWidth, fitName } from './text-width.ts';
import { depthShape } from './timeline-depth.ts';
import { type LaneContext, laneCells, laneMarks } from './timeline-lane.ts';
import type { TimelineModel } from './timeline-model.ts';
import { scaleOf, tickPlaces, tickText, type TimelineScale, windowText } from './timeline-scale.ts';
import type {
  ArrowShape,
  LaneShape,
  TickShape,
  TimelinePicture,
  TimelineView,
} from './timeline-shapes.ts';

const axisHeight = 20;
/** Px of the font of names. */
const labelSize = 11.5;
/** Further events than this in the window: no marks, they would be dust. */
const markLimit = 2500;

interface Row {
  readonly key: string;
  readonly label: string;
  readonly goroutine: number;
  readonly group: LaneShape['group'];
  readonly nested: boolean;
  readonly members: readonly number[];
  readonly monogram: string;
}

/** The picture of a window. `pins` are 0-based steps worth pointing at, with their words. */
export function timelinePicture(
  run: RunModel,
  model: TimelineModel,
  view: TimelineView,
  pins: readonly { readonly step: number; readonly label: string }[] = [],
): TimelinePicture {
  const scale = scaleOf(view);
  const rows = rowsOf(run, model, view);
  const first = view.rows?.first ?? 0;
  const visible = view.rows === null ? rows : rows.slice(first, first + view.rows.count);
  const context: LaneContext = { model, view, scale, steps: stepWindow(model, view) };
  const events = visibleEvents(run.recording, context);
  const lanes = visible.map((row, i) => laneShape(context, row, axisHeight + i * view.laneHeight));
  const laneOf = new Map<number, LaneShape>();
  visible.forEach((row, i) => {
    const lane = lanes[i];
    if (lane === undefined) return;
    for (const member of row.members) laneOf.set(member, lane);
  });
  const marked = lanes.map((lane) => ({ ...lane, marks: laneMarks(context, lane, events) }));
  const depthTop = axisHeight + lanes.length * view.laneHeight;
  const depths = model.channels.map((channel, i) =>
    depthShape(context, run, channel, depthTop + i * view.depthHeight),
  );
  const height = depthTop + depths.length * view.depthHeight + 4;
  const playhead = playheadOf(context);
  return {
    width: view.width,
    height,
    axisHeight,
    plot: {
      x: scale.left,
      y: axisHeight,
      width: scale.right - scale.left,
      height: height - axisHeight,
    },
    ticks: ticksOf(context, playhead?.x ?? -1000),
    jumps: jumpsOf(context),
    lanes: marked,
    depths,
    arrows: arrowsOf(context, laneOf),
    playhead,
    pins: pinsOf(context, pins),
    deadEnd: deadEndOf(context),
    rowCount: rows.length,
    caption: windowText(view, model.length),
    legend: [...model.modes],
  };
}

/** Rows of the whole run, groups closed or opened as the view says. */
function rowsOf(run: RunModel, model: TimelineModel, view: TimelineView): readonly Row[] {
  const single = (id: number, nested: boolean): Row => ({
    key: `lane ${id}`,
    label: run.labels.goroutine(goroutineId(id)).name,
    goroutine: id,
    group: null,
    nested,
    members: [id],
    monogram: run.labels.goroutine(goroutineId(id)).monogram,
  });
  return model.rows.flatMap((row): readonly Row[] => {
    if (row.kind === 'lane') return [single(row.lane.goroutine, false)];
    const { key, label, members } = row.group;
    const open = view.openGroups.has(key);
    const group = { key, count: members.length, open };
    const head = { key: `group ${key}`, label, goroutine: 0, group, nested: false, monogram: '' };
    if (!open) return [{ ...head, members }];
    return [{ ...head, members: [] }, ...members.map((id) => single(id, true))];
  });
}

/** The cells that the window shows: [first, last], and where its end is. */
function stepWindow(
  model: TimelineModel,
  view: TimelineView,
): { readonly first: number; readonly last: number } {
  if (view.axis === 'steps') {
    const first = Math.max(Math.floor(view.from), 0);
    return { first, last: Math.min(Math.ceil(view.to), model.length) - 1 };
  }
  return {
    first: Math.max(timeIndex(model.times, view.from) - 1, 0),
    last: Math.min(timeIndex(model.times, view.to), model.length - 1),
  };
}

/** Index of the first time that is at least `time`. */
function timeIndex(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function visibleEvents(recording: Recording, context: LaneContext): readonly TraceEvent[] {
  const { first, last } = context.steps;
  if (last - first > markLimit) return [];
  const events: TraceEvent[] = [];
  for (let i = first; i <= last; i++) events.push(recording.readEvent(i));
  return events;
}

function laneShape(context: LaneContext, row: Row, top: number): LaneShape {
  const { model, view } = context;
  const lane = model.lanes.get(goroutineId(row.goroutine));
  const group = model.rows.find(
    (other) => other.kind === 'group' && other.group.key === row.group?.key,
  );
  const runs = lane?.runs ?? (group?.kind === 'group' ? group.group.runs : null);
  const middle = top + view.laneHeight / 2;
  return {
    key: row.key,
    y: top,
    height: view.laneHeight,
    label: fitLabel(row, view),
    monogram: row.monogram,
    selected:
      view.selected !== 0 &&
      (row.goroutine === view.selected || row.members.includes(view.selected)),
    goroutine: goroutineId(row.goroutine),
    group: row.group,
    nested: row.nested,
    ...(runs === null
      ? { base: null, cells: [], end: null }
      : laneCells(context, runs, middle, lane?.exited ?? -1)),
    marks: [],
  };
}

/** The name in the column of names. */
function fitLabel({ label, group, nested }: Row, view: TimelineView): string {
  const room = view.labelWidth - 20 - (group === null ? 0 : 14) - (nested ? 12 : 0);
  return fitName(label, labelSize, room);
}

/** The x of the middle of a cell (steps) or of its end (clock). */
export function cellX(context: LaneContext, step: number): number {
  const { model, view, scale } = context;
  return view.axis === 'steps' ? scale.at(step + 0.5) : scale.at(model.times[step + 1] ?? 0);
}

function ticksOf(context: LaneContext, playheadX: number): readonly TickShape[] {
  const { view, scale, model } = context;
  const jumps = jumpsOf(context);
  const ticks: TickShape[] = [];
  for (const place of tickPlaces(view, scale)) {
    if (view.axis === 'steps' && place >= model.length) break;
    const x = view.axis === 'steps' ? scale.at(place + 0.5) : scale.at(place);
    const label = tickText(view.axis, place);
    const half = codeWidth(label, 10) / 2;
    const hidden =
      Math.abs(x - playheadX) < half + 14 ||
      jumps.some((jump) => Math.abs(jump.x - x) < half + jump.box.width / 2 + 4);
    ticks.push({ x, label: hidden ? '' : label });
  }
  return ticks;
}

function jumpsOf(context: LaneContext): TimelinePicture['jumps'] {
  const { model, view, scale, steps } = context;
  if (view.axis === 'clock') return [];
  const jumps: TimelinePicture['jumps'][number][] = [];
  for (let i = model.jumps.lowerBound(steps.first); i < model.jumps.length; i++) {
    const step = model.jumps.at(i);
    if (step > steps.last) break;
    const x = scale.at(step);
    const last = jumps[jumps.length - 1];
    const label = `+${durationText((model.times[step + 1] ?? 0) - (model.times[step] ?? 0))}`;
    const width = codeWidth(label, 10) + 14;
    // Too near to the last one to be read: the line stays, the words go.
    const crowded = last !== undefined && x - last.x < width + 2 && last.label !== '';
    if (last !== undefined && x - last.x < 1.5) continue;
    jumps.push({
      x,
      label: crowded ? '' : label,
      box: { x: x - width / 2, y: 0, width: crowded ? 0 : width, height: 15 },
    });
  }
  return jumps;
}

function playheadOf(context: LaneContext): TimelinePicture['playhead'] {
  const { view, model, scale } = context;
  const step = view.cursor - 1;
  const x = step < 0 ? scale.at(0) : cellX(context, step);
  if (x < scale.left - 0.5 || x > scale.right + 0.5) return null;
  const label =
    view.axis === 'steps'
      ? withThousands(String(view.cursor))
      : durationText(model.times[view.cursor] ?? 0);
  return { x, label };
}

function pinsOf(
  context: LaneContext,
  pins: readonly { readonly step: number; readonly label: string }[],
): TimelinePicture['pins'] {
  return pins.flatMap(({ step, label }) => {
    const x = cellX(context, step);
    if (x < context.scale.left || x > context.scale.right) return [];
    const width = label.length * 6.1 + 14;
    return [{ x, label, box: { x: x - width / 2, y: 0.5, width, height: 16 } }];
  });
}

/** After a deadlock nothing comes: the rest of the plot says so. */
function deadEndOf(context: LaneContext): TimelinePicture['deadEnd'] {
  const { model, view, scale } = context;
  if (model.deadlockAt < 0) return null;
  const end = view.axis === 'steps' ? model.length : (model.times[model.length] ?? 0);
  const x = Math.max(scale.at(end), scale.left);
  const width = scale.right - x;
  if (width < 60) return null;
  const note = { x: x + width / 2, y: 12, text: 'no step possible', anchor: 'middle' as const };
  return { x, width, note };
}

/** Direct hand-offs, those of the selected goroutine, and the one of the event just done. */
function arrowsOf(
  context: LaneContext,
  laneOf: ReadonlyMap<number, LaneShape>,
): readonly ArrowShape[] {
  const { model, view, steps } = context;
  const { receiveSteps, sendSteps, senders, receivers } = model.messages;
  const arrows: ArrowShape[] = [];
  const first = receiveSteps.lowerBound(steps.first);
  const last = receiveSteps.lowerBound(steps.last + 1);
  // Where arrows would cover everything, only the current one is left.
  const dense = last - first > (context.scale.right - context.scale.left) / 6;
  for (let i = first; i < last; i++) {
    const [sendStep, receiveStep] = [sendSteps.at(i), receiveSteps.at(i)];
    const current = receiveStep === view.cursor - 1;
    const direct = sendStep === receiveStep;
    const ofSelected = senders.at(i) === view.selected || receivers.at(i) === view.selected;
    if (!current && (dense || !(direct || ofSelected))) continue;
    const arrow = arrowOf(context, laneOf, i, current);
    if (arrow !== null) arrows.push(arrow);
  }
  return arrows;
}

function arrowOf(
  context: LaneContext,
  laneOf: ReadonlyMap<number, LaneShape>,
  index: number,
  current: boolean,
): ArrowShape | null {
  const { messages } = context.model;
  const from = laneOf.get(messages.senders.at(index));
  const to = laneOf.get(messages.receivers.at(index));
  const sendStep = messages.sendSteps.at(index);
  const receiveStep = messages.receiveSteps.at(index);
  if (from === undefined || to === undefined || from === to) return null;
  if (sendStep < context.steps.first) return null;
  const down = to.y > from.y ? 1 : -1;
  return {
    key: `arrow ${index}`,
    x1: cellX(context, sendStep),
    y1: from.y + from.height / 2 + down * 8,
    x2: cellX(context, receiveStep),
    y2: to.y + to.height / 2 - down * 9,
    current,
    future: receiveStep >= context.view.cursor,
    sendStep,
    receiveStep,
  };
}

/** Where the step under an x is; for scrubbing. Clipped to the run. */
export function stepAtX(model: TimelineModel, view: TimelineView, x: number): number {
  const scale: TimelineScale = scaleOf(view);
  const place = scale.place(x);
  const step = view.axis === 'steps' ? Math.floor(place) : timeIndex(model.times, place) - 1;
  return Math.min(Math.max(step + 1, 0), model.length);
}
