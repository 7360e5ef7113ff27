// A value on its way: the one thing that moves. Forwards it travels along its wire; a step back
// plays the travel reversed; where motion is unwanted it rests at its target.

import { useLayoutEffect, useRef } from 'react';
import { pathLength } from '../../views/geometry.ts';
import type { TravelShape } from '../../views/shapes.ts';
import { Token } from './marks.tsx';

/** Milliseconds of one travel at speed 1, and after how many a second one starts. */
export const travelMs = 280;
const easing = 'cubic-bezier(.45,.05,.25,1)';

/** The token of a travel, animated when `direction` is not null, and gone when it has arrived. */
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
    const frames = framesAlong(shape);
    const animation = element.animate(frames, {
      duration: durationMs,
      delay: direction === 'forward' ? shape.order * durationMs : 0,
      easing,
      direction: direction === 'forward' ? 'normal' : 'reverse',
      fill: 'both',
    });
    return () => animation.cancel();
  }, [shape, direction, durationMs]);
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
