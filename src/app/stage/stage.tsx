// The stage: the picture of one step with its views, its zoom, its caption. Above the transport is
// now.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { PartShape, Scene } from '../../views/shapes.ts';
import { Icon } from '../widgets/icon.tsx';
import { calmQuery, phoneQuery, useMedia } from '../widgets/use-media.ts';
import { useSize } from '../widgets/use-size.ts';
import { fitStage } from '../keys/signals.ts';
import { select } from '../store/playing.ts';
import { type Orientation, viewsOf } from '../store/derived.ts';
import { usePage } from '../store/store.ts';
import { Caption } from './caption.tsx';
import { EmptyStage } from './empty-stage.tsx';
import { PartList } from './part-list.tsx';
import { type Motion, ScenePicture } from './scene-picture.tsx';
import { StageNotices } from './stage-notices.tsx';
import { ViewTabs } from './view-tabs.tsx';
import { useZoom } from './use-zoom.ts';

/** Fitted pictures are not blown up further than this. */
const fitScaleMax = 1.45;
/** Room for rings and halos between the picture and the pane's edge, px. */
const margin = { wide: 4, phone: 2 } as const;

/** The pane. */
export function Stage() {
  const run = usePage((state) => state.run);
  const svg = useRef<SVGSVGElement>(null);
  const view = usePage((state) => state.view);
  const { zoom, zoomBy, fit } = useZoom(svg, `${run?.id} ${view}`);
  useEffect(() => fitStage.on(fit), [fit]);
  return (
    <section className="pane p-stage" aria-label="Stage">
      <div className="st-top">
        <ViewTabs />
        <div className="r">
          <button
            type="button"
            className="btn btn-i"
            aria-label="Zoom out"
            onClick={() => zoomBy(1 / 1.25)}
          >
            <Icon name="minus" />
          </button>
          <span className="muted nums zoom-text">{Math.round(zoom.k * 100)}%</span>
          <button
            type="button"
            className="btn btn-i"
            aria-label="Zoom in"
            onClick={() => zoomBy(1.25)}
          >
            <Icon name="plus" />
          </button>
          <button
            type="button"
            className="btn btn-i"
            aria-label="Fit"
            title="Fit (F)"
            onClick={fit}
          >
            <Icon name="fit" />
          </button>
        </div>
      </div>
      <StageNotices />
      <StagePicture svgRef={svg} zoom={zoom} />
      {run === null ? null : <Caption />}
    </section>
  );
}

function StagePicture({
  svgRef,
  zoom,
}: {
  readonly svgRef: React.RefObject<SVGSVGElement | null>;
  readonly zoom: { readonly x: number; readonly y: number; readonly k: number };
}) {
  const [frame, size] = useSize<HTMLDivElement>();
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const scene = useScene();
  const motion = useMotion();
  const stale = usePage((state) => state.refusal !== null);
  const isPhone = useMedia(phoneQuery);
  if (scene === null) {
    return (
      <div className="st-svg" ref={frame}>
        <svg ref={svgRef} width="0" height="0" aria-hidden="true" />
        <EmptyStage />
      </div>
    );
  }
  const { viewBox } = scene;
  const width = size?.width ?? viewBox.width;
  const height = size?.height ?? viewBox.height;
  const spare = 2 * (isPhone ? margin.phone : margin.wide);
  const scale = Math.min(
    (width - spare) / viewBox.width,
    (height - spare) / viewBox.height,
    fitScaleMax,
  );
  const left = (width - viewBox.width * scale) / 2 - viewBox.x * scale;
  const top = (height - viewBox.height * scale) / 2 - viewBox.y * scale;
  const shown = scale * zoom.k;
  const detail = shown < 0.5 ? ' far' : shown < 0.7 ? ' further' : '';
  return (
    <div className={`st-svg${stale ? ' stale' : ''}`} ref={frame}>
      <PartList
        parts={scene.parts}
        label={scene.label}
        focusedKey={focusedKey}
        onFocus={setFocusedKey}
        onPick={pick}
      />
      <svg
        ref={svgRef}
        width="100%"
        height="100%"
        className={`scene-svg${detail}`}
        aria-hidden="true"
      >
        <g transform={`translate(${zoom.x} ${zoom.y}) scale(${zoom.k})`}>
          <g transform={`translate(${left} ${top}) scale(${scale})`}>
            <ScenePicture scene={scene} motion={motion} focusedKey={focusedKey} onPick={pick} />
          </g>
        </g>
      </svg>
    </div>
  );
}

/** Selects what a part stands for; of a stack, its first goroutine. */
function pick(part: PartShape): void {
  if (part.kind === 'goroutine') select({ kind: 'goroutine', id: part.goroutine });
  else if (part.kind === 'stack') {
    const [first] = part.goroutines;
    if (first !== undefined) select({ kind: 'goroutine', id: first });
  } else select({ kind: 'object', id: part.object });
}

/** The scene of the shown view at the cursor; null while there is no run. */
function useScene(): Scene | null {
  const run = usePage((state) => state.run);
  const cursor = usePage((state) => state.cursor);
  const selection = usePage((state) => state.selection);
  const view = usePage((state) => state.view);
  const layouts = usePage((state) => state.layouts);
  const orientation: Orientation = useMedia(phoneQuery) ? 'portrait' : 'landscape';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `layouts` counts better layouts
  return useMemo(() => {
    if (run === null) return null;
    const views = viewsOf(run.recording);
    return view === 'waitFor' && views.isStuck
      ? views.waitFor(orientation, cursor, selection)
      : views.topology(orientation, cursor, selection);
  }, [run, cursor, selection, view, orientation, layouts]);
}

function useMotion(): Motion {
  const move = usePage((state) => state.move);
  const playing = usePage((state) => state.playing);
  const speed = usePage((state) => state.speed);
  const calm = useMedia(calmQuery);
  return { move, speed: playing ? speed : 1, still: calm || (playing && speed > 4) };
}
