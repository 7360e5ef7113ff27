// One scene as SVG: wires, parts, forks, travelling values, marks, in this order. It only draws;
// what is where was decided in src/views.

import { type CSSProperties, useEffect, useState } from 'react';
import type { Box } from '../../views/geometry.ts';
import type { PartShape, Scene } from '../../views/shapes.ts';
import type { Move } from '../store/store.ts';
import { Part } from './part.tsx';
import { Travel, travelMs } from './travel.tsx';
import { CycleMark, Fork, Wire } from './wires.tsx';

/** How a scene came to be shown: what may move, and how fast. */
export interface Motion {
  readonly move: Move;
  readonly speed: number;
  /** No motion at all: reduced motion, high speed, dragging. */
  readonly still: boolean;
}

/** A part's box grown so that its ring and its names are easy to hit. */
const hitMargin = 4;

/** The scene's content; the caller gives it an `<svg>` and a transform. */
export function ScenePicture({
  scene,
  motion,
  focusedKey,
  onPick,
}: {
  readonly scene: Scene;
  readonly motion: Motion;
  readonly focusedKey: string | null;
  readonly onPick: (part: PartShape) => void;
}) {
  const durationMs = travelMs / Math.max(motion.speed, 0.5);
  const moves = !motion.still && motion.move === 'step' && scene.travels.length > 0;
  const landing = moves ? durationMs : 0;
  const style = { '--land': `${landing}ms` } as CSSProperties;
  const focused = scene.parts.find((part) => part.key === focusedKey);
  return (
    <g style={style} className={moves ? 'scene moving' : 'scene'}>
      {scene.wires.map((wire) => (
        <Wire key={wire.key} shape={wire} />
      ))}
      {scene.parts.map((part) => (
        // The list beside the picture is what keyboards and screen readers use.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <g key={part.key} className="part" onClick={() => onPick(part)}>
          <title>{part.label}</title>
          <rect {...grown(part.box, hitMargin)} className="hit" />
          <Part shape={part} />
        </g>
      ))}
      {scene.forks.map((fork) => (
        <Fork key={fork.key} shape={fork} />
      ))}
      <Travels scene={scene} motion={motion} durationMs={durationMs} />
      {scene.marks.map((mark) => (
        <CycleMark key={mark.number} shape={mark} />
      ))}
      {focused === undefined ? null : (
        <rect {...grown(focused.box, 8)} rx={14} className="focus-ring" />
      )}
    </g>
  );
}

/** The travelling values of this step, or, after a step back, of the step undone. */
function Travels({
  scene,
  motion,
  durationMs,
}: {
  readonly scene: Scene;
  readonly motion: Motion;
  readonly durationMs: number;
}) {
  const [undone, setUndone] = useState<{ shown: Scene; previous: Scene | null }>({
    shown: scene,
    previous: null,
  });
  if (undone.shown !== scene) {
    setUndone({ shown: scene, previous: motion.move === 'back' ? undone.shown : null });
  }
  const reversed = motion.still ? null : undone.previous;
  return (
    <>
      {scene.travels.map((travel) => (
        <Travel
          key={travel.key}
          shape={travel}
          direction={motion.still || motion.move !== 'step' ? null : 'forward'}
          durationMs={durationMs}
        />
      ))}
      {reversed === null ? null : (
        <Leaving key={reversed.label + reversed.travels.length} scene={reversed} ms={durationMs} />
      )}
    </>
  );
}

/** Values that go back to where they came from, then are gone. */
function Leaving({ scene, ms }: { readonly scene: Scene; readonly ms: number }) {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setGone(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  if (gone) return null;
  return scene.travels.map((travel) => (
    <Travel key={`back ${travel.key}`} shape={travel} direction="backward" durationMs={ms} />
  ));
}

function grown(box: Box, margin: number): Box {
  return {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
}
