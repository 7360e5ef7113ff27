// A value on its way: the one thing that moves. Forwards it travels along its wire; a step back
// plays the travel reversed; where motion is unwanted it rests at its target.

import { useLayoutEffect, useRef } from 'react';
import { pathLength } from '../../views/geometry.ts';
import type { TravelShape } from '../../views/shapes.ts';
import { Token } from './marks.tsx';

/** Milliseconds of one travel at speed 1, and after how many a second one starts. */
export const travelMs = 280;
/** The token comes back to rest on its wire. */
const restMs = 160;
const easing = 'cubic-bezier(.45,.05,.25,1)';

/** The token of a travel; `direction` null: at rest, if it rests anywhere at all. */
export function Travel({
  shape,
  direction,
  durationMs,
}: {
  readonly shape: TravelShape;
  readonly direction: 'forward' | 'backward' | null;
  readonly durationMs: number;
}) {
  const ref = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || direction === null) return;
    element.style.visibility = '';
    const animation = element.animate(framesAlong(shape), {
      duration: durationMs,
      delay: direction === 'forward' ? shape.order * durationMs : 0,
      easing,
      direction: direction === 'forward' ? 'normal' : 'reverse',
      fill: 'both',
    });
    animation.onfinish = () => {
      if (!shape.rests || direction === 'backward') {
        element.style.visibility = 'hidden';
        return;
      }
      // It has arrived; on the wire it stays as a reminder of what went where.
      animation.cancel();
      element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: restMs });
    };
    return () => animation.cancel();
  }, [shape, direction, durationMs]);
  if (direction === null && !shape.rests) return null;
  return (
    <g ref={ref} className="travel">
      <Token shape={shape.token} />
    </g>
  );
}

/** Offsets from where the token is drawn, so that it goes along the wire at an even pace. */
function framesAlong({ points, token }: TravelShape): Keyframe[] {
  const total = pathLength(points);
  let gone = 0;
  return points.map((point, index) => {
    const before = points[index - 1];
    if (before !== undefined) gone += Math.hypot(point.x - before.x, point.y - before.y);
    const x = point.x - token.center.x;
    const y = point.y - token.center.y;
    return { transform: `translate(${x}px, ${y}px)`, offset: total === 0 ? null : gone / total };
  });
}
