// From steps or virtual time to px, ticks at round numbers, and windows that zoom around a point.

import type { TimelineAxis, TimelineView } from './timeline-shapes.ts';
import { durationText, withThousands } from './labels.ts';

/** Room right of the plot. */
export const rightMargin = 18;

export interface TimelineScale {
  readonly left: number;
  readonly right: number;
  /** Px per step or per nanosecond. */
  readonly unit: number;
  /** The x of a place on the axis; not clipped. */
  at(place: number): number;
  /** The place on the axis at an x. */
  place(x: number): number;
}

/** The scale of a view. */
export function scaleOf(
  view: Pick<TimelineView, 'from' | 'to' | 'width' | 'labelWidth'>,
): TimelineScale {
  const left = view.labelWidth;
  const right = Math.max(view.width - rightMargin, left + 1);
  const unit = (right - left) / Math.max(view.to - view.from, 1e-9);
  return {
    left,
    right,
    unit,
    at: (place) => left + (place - view.from) * unit,
    place: (x) => view.from + (x - left) / unit,
  };
}

/** A window of at most `count` steps around the cursor, which stands at three quarters of it. */
export function windowAround(
  length: number,
  cursor: number,
  count: number,
): { readonly from: number; readonly to: number } {
  if (length <= count) return { from: 0, to: Math.max(length, 1) };
  const from = Math.round(Math.min(Math.max(cursor - count * 0.65, 0), length - count));
  return { from, to: from + count };
}

/**
 * The window after zooming by `factor` (2: twice as close) with `anchor` staying where it is;
 * never outside [0, total], never narrower than `least`.
 */
export function zoomWindow(
  view: { readonly from: number; readonly to: number },
  factor: number,
  anchor: number,
  limits: { readonly total: number; readonly least: number },
): { readonly from: number; readonly to: number } {
  const span = view.to - view.from;
  const next = Math.min(Math.max(span / factor, limits.least), limits.total);
  const part = span === 0 ? 0.5 : (anchor - view.from) / span;
  const from = Math.min(Math.max(anchor - part * next, 0), limits.total - next);
  return { from, to: from + next };
}

/** The window moved by `amount` on its axis, inside [0, total]. */
export function panWindow(
  view: { readonly from: number; readonly to: number },
  amount: number,
  total: number,
): { readonly from: number; readonly to: number } {
  const span = view.to - view.from;
  const from = Math.min(Math.max(view.from + amount, 0), Math.max(total - span, 0));
  return { from, to: from + span };
}

/** 1, 2, 5, 10, 20, 50…: the smallest that is at least `least`. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-9)));
  for (const factor of [1, 2, 5, 10]) {
    if (factor * power >= least * 0.999) return factor * power;
  }
  return 10 * power;
}

/** Places for ticks in a window, at least `spacing` px apart. */
export function tickPlaces(
  view: TimelineView,
  scale: TimelineScale,
  spacing = 64,
): readonly number[] {
  const step = Math.max(roundStep(spacing / scale.unit), view.axis === 'steps' ? 1 : 0);
  const places: number[] = [];
  // Steps are numbered from 1 for people: round numbers are those.
  const shift = view.axis === 'steps' ? 1 : 0;
  const first = Math.ceil((view.from + shift) / step) * step;
  for (let place = first; place < view.to + shift; place += step) {
    if (place >= shift) places.push(place - shift);
  }
  return places;
}

/** `15` for a step, `300` or `300 ms` for a time. */
export function tickText(axis: TimelineAxis, place: number): string {
  return axis === 'steps' ? withThousands(String(place + 1)) : durationText(Math.round(place));
}

/** `steps 15–62` or `0–800 ms`. */
export function windowText(view: TimelineView, length: number): string {
  if (view.axis === 'steps') {
    const first = withThousands(String(Math.floor(view.from) + 1));
    const last = withThousands(String(Math.min(Math.ceil(view.to), length)));
    return `steps ${first}–${last}`;
  }
  const [from, to] = [durationText(Math.round(view.from)), durationText(Math.round(view.to))];
  const unit = to.split(' ')[1] ?? '';
  const short = from.endsWith(` ${unit}`) || from === '0 ms' ? from.split(' ')[0] : from;
  return `${short}–${to}`;
}
