// One channel's row below the lanes: how many values it holds, hatched while it is full.

import type { Box } from './geometry.ts';
import { tenth } from './geometry.ts';
import type { RunModel } from './run-model.ts';
import { edgeX, type LaneContext } from './timeline-lane.ts';
import type { ChannelDepths } from './timeline-model.ts';
import type { DepthShape } from './timeline-shapes.ts';

/** The row of one channel whose top is at `top`. */
export function depthShape(
  context: LaneContext,
  run: RunModel,
  channel: ChannelDepths,
  top: number,
): DepthShape {
  const { view, scale, steps } = context;
  const baseline = top + view.depthHeight - 4;
  const rise = view.depthHeight - 8;
  const line: (readonly [number, number])[] = [];
  const fullSpans: Box[] = [];
  const from = Math.max(channel.steps.floorIndex(steps.first), 0);
  const x = (step: number): number =>
    tenth(Math.min(Math.max(edgeX(context, step), scale.left), scale.right));
  let lastX = -Infinity;
  let lastY = baseline;
  const to = channel.steps.floorIndex(steps.last);
  // More changes than half pixels: some are left out, so that the cost stays that of the width.
  const stride = Math.max(1, Math.floor((to - from) / (2 * (scale.right - scale.left))));
  for (let i = from; i <= to; i += stride) {
    const start = channel.steps.at(i);
    const depth = channel.depths.at(i);
    const [startX, y] = [
      x(Math.max(start, 0)),
      tenth(baseline - (rise * depth) / channel.capacity),
    ];
    const next = i + stride;
    const end = next < channel.steps.length ? channel.steps.at(next) : steps.last + 1;
    if (line.length === 0) line.push([x(Math.min(start, steps.first)), lastY]);
    // Changes within one pixel are not worth a corner each.
    if (startX - lastX >= 0.5 || end - start > 1) {
      line.push([startX, lastY], [startX, y]);
      [lastX, lastY] = [startX, y];
    }
    const stop = Math.min(end, view.cursor);
    if (depth >= channel.capacity && stop > start) {
      const width = x(stop) - startX;
      const before = fullSpans[fullSpans.length - 1];
      if (before !== undefined && startX - (before.x + before.width) < 0.6) {
        fullSpans[fullSpans.length - 1] = { ...before, width: startX + width - before.x };
      } else if (width > 0.3) {
        fullSpans.push({ x: startX, y: baseline - rise, width, height: rise });
      }
    }
  }
  if (line.length > 0) line.push([x(steps.last + 1), lastY]);
  const index = channel.steps.floorIndex(view.cursor - 1);
  const now = index < 0 ? 0 : channel.depths.at(index);
  return {
    key: `depth ${channel.object}`,
    object: channel.object,
    y: top,
    height: view.depthHeight,
    label: run.labels.object(channel.object).name,
    capacity: `cap ${channel.capacity}`,
    value: `${now}/${channel.capacity}`,
    full: now >= channel.capacity,
    line,
    baseline,
    fullSpans,
  };
}
