// Points, boxes and rounded orthogonal paths: the only geometry the pictures need.
// Units are px at 100 % stage zoom; y grows downwards.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Rounds to a tenth of a pixel, so that the same picture prints the same everywhere. */
export function tenth(x: number): number {
  return Math.round(x * 10) / 10;
}

/**
 * The SVG path data of a polyline with rounded corners, as `M0 0L30 0Q40 0 40 10L40 60`.
 * A corner is never rounded by more than half of its shorter leg.
 */
export function roundedPath(points: readonly Point[], radius = 10): string {
  const first = points[0];
  if (first === undefined) return '';
  let path = `M${tenth(first.x)} ${tenth(first.y)}`;
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1];
    const at = points[i];
    const to = points[i + 1];
    if (from === undefined || at === undefined) continue;
    if (to === undefined) {
      path += `L${tenth(at.x)} ${tenth(at.y)}`;
      continue;
    }
    const before = Math.hypot(at.x - from.x, at.y - from.y);
    const after = Math.hypot(to.x - at.x, to.y - at.y);
    const cut = Math.min(radius, before / 2, after / 2);
    if (cut < 0.5) {
      path += `L${tenth(at.x)} ${tenth(at.y)}`;
      continue;
    }
    const inX = at.x - ((at.x - from.x) / before) * cut;
    const inY = at.y - ((at.y - from.y) / before) * cut;
    const outX = at.x + ((to.x - at.x) / after) * cut;
    const outY = at.y + ((to.y - at.y) / after) * cut;
    path += `L${tenth(inX)} ${tenth(inY)}`;
    path += `Q${tenth(at.x)} ${tenth(at.y)} ${tenth(outX)} ${tenth(outY)}`;
  }
  return path;
}

/** The length of a polyline. */
export function pathLength(points: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1];
    const to = points[i];
    if (from !== undefined && to !== undefined) length += Math.hypot(to.x - from.x, to.y - from.y);
  }
  return length;
}

/** The point at `fraction` (0…1) of the way along a polyline. */
export function pointAlong(points: readonly Point[], fraction: number): Point {
  let left = pathLength(points) * fraction;
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1];
    const to = points[i];
    if (from === undefined || to === undefined) continue;
    const leg = Math.hypot(to.x - from.x, to.y - from.y);
    if (left <= leg && leg > 0) {
      const part = left / leg;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= leg;
  }
  return points[points.length - 1] ?? { x: 0, y: 0 };
}

/** The smallest box around all of `boxes`, grown by `margin`; empty input gives an empty box. */
export function boxAround(boxes: readonly Box[], margin = 0): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return {
    x: tenth(left - margin),
    y: tenth(top - margin),
    width: tenth(right - left + 2 * margin),
    height: tenth(bottom - top + 2 * margin),
  };
}

/** Whether two boxes have a point in common; touching edges do not count. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
