// Panning and zooming of the stage: the wheel, a drag, a pinch, and buttons. The zoom is relative to
// the picture fitted into its pane, so 1 always means "all of it".

import { select as d3Select, zoom as d3Zoom, type ZoomBehavior, zoomIdentity } from 'd3';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export interface Zoom {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface ZoomControls {
  readonly zoom: Zoom;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
}

/** Zoom and pan of the SVG that `ref` names; `key` changes when another picture is shown. */
export function useZoom(ref: RefObject<SVGSVGElement | null>, key: unknown): ZoomControls {
  const [zoom, setZoom] = useState<Zoom>({ x: 0, y: 0, k: 1 });
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  useEffect(() => {
    const svg = ref.current;
    if (svg === null) return;
    const created = d3Zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.2, 8])
      .on('zoom', ({ transform }: { transform: Zoom }) => {
        setZoom({ x: transform.x, y: transform.y, k: transform.k });
      });
    behavior.current = created;
    d3Select(svg).call(created).on('dblclick.zoom', null);
    return () => {
      d3Select(svg).on('.zoom', null);
    };
  }, [ref]);
  const fit = useCallback(() => {
    const svg = ref.current;
    if (svg !== null) behavior.current?.transform(d3Select(svg), zoomIdentity);
  }, [ref]);
  const zoomBy = useCallback(
    (factor: number) => {
      const svg = ref.current;
      if (svg !== null) behavior.current?.scaleBy(d3Select(svg), factor);
    },
    [ref],
  );
  // A new picture starts fitted; the key itself is not used.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(fit, [fit, key]);
  return { zoom, zoomBy, fit };
}
