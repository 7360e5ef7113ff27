// History: lanes of all goroutines, drawn for the part of the run that the window shows. Dragging
// scrubs, a click on a name selects, the wheel zooms and pans.
// While nobody has chosen a window it follows the playhead.

import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { lookOf } from '../../views/goroutine-look.ts';
import type { TimelineModel } from '../../views/timeline-model.ts';
import type { LaneShape, TimelineView } from '../../views/timeline-shapes.ts';
import { stepAtX, timelinePicture } from '../../views/timeline-picture.ts';
import { panWindow, scaleOf, windowAround, zoomWindow } from '../../views/timeline-scale.ts';
import { timelineIn, timelineOut } from '../keys/signals.ts';
import { toggleGroup } from '../store/arranging.ts';
import { type RunViews, viewsOf } from '../store/derived.ts';
import { goTo, select } from '../store/playing.ts';
import { type FinishedRun, store, usePage } from '../store/store.ts';
import { textureFill } from '../widgets/textures.tsx';
import { Icon } from '../widgets/icon.tsx';
import { Tabs } from '../widgets/tabs.tsx';
import { useSize } from '../widgets/use-size.ts';
import { LaneGlyph, TimelineSvg } from './timeline-svg.tsx';

const labelWidth = 112;
/** Px of one step at the closest, and when nothing was chosen. */
const usualStepPx = 17.5;
const leastSteps = 4;
/** Lanes are drawn between these heights; more lanes than fit are scrolled. */
const laneHeights = { least: 15, most: 27 } as const;
const depthHeight = 21;

/** The pane. */
export function Timeline() {
  const run = usePage((state) => state.run);
  return (
    <section className="pane hist-r" aria-label="Timeline">
      {run === null ? (
        <div className="ph bare" />
      ) : (
        <TimelineOfRun run={run} views={viewsOf(run.recording)} />
      )}
    </section>
  );
}

function TimelineOfRun({ run, views }: { readonly run: FinishedRun; readonly views: RunViews }) {
  const [frame, size] = useSize<HTMLDivElement>();
  const [firstRow, setFirstRow] = useState(0);
  const width = size?.width ?? 900;
  const height = size?.height ?? 180;
  const model = useModel(views, height);
  const view = useTimelineView(run, views, model, { width, height, firstRow });
  const pins = useMemo(() => views.pins(), [views]);
  const picture = useMemo(
    () => timelinePicture(views.run, model, view, pins),
    [views, model, view, pins],
  );
  useZoomKeys(views, view);
  const rowsShown = view.rows?.count ?? picture.rowCount;
  const hidden = Math.max(picture.rowCount - rowsShown, 0);
  return (
    <>
      <TimelineHead views={views} view={view} caption={picture.caption} />
      <div
        className="tl"
        ref={frame}
        onWheel={(event) => {
          if (event.ctrlKey || event.altKey)
            zoomTimeline(views, view, event.deltaY < 0 ? 1.2 : 1 / 1.2);
          else if (event.shiftKey || event.deltaX !== 0) {
            const unit = scaleOf(view).unit;
            panTimeline(views, view, (event.deltaX || event.deltaY) / unit);
          } else if (hidden > 0) {
            const by = Math.sign(event.deltaY) * 2;
            setFirstRow(Math.max(0, Math.min((view.rows?.first ?? 0) + by, hidden)));
          }
        }}
      >
        <svg
          width={width}
          height={picture.height}
          className="tlsvg"
          role="img"
          aria-label={`Timeline of ${picture.rowCount} goroutines, ${picture.caption}`}
        >
          <TimelineSvg picture={picture} />
          <Handles lanes={picture.lanes} view={view} views={views} height={picture.height} />
        </svg>
      </div>
    </>
  );
}

/** Lanes go first: depth rows get what is left, one at least. */
function useModel(views: RunViews, height: number): TimelineModel {
  usePage((state) => state.readings);
  const openGroups = usePage((state) => state.openGroups);
  const lanes = views.timelineRowCount(openGroups) * laneHeights.least;
  const room = Math.floor((height - 22 - lanes) / depthHeight);
  return views.timelineWithDepths(Math.max(room, 1));
}

/** What of the run is shown, and how large. */
function useTimelineView(
  run: FinishedRun,
  views: RunViews,
  model: TimelineModel,
  frame: { readonly width: number; readonly height: number; readonly firstRow: number },
): TimelineView {
  const { width, height, firstRow } = frame;
  const cursor = usePage((state) => state.cursor);
  const selection = usePage((state) => state.selection);
  const axis = usePage((state) => state.axis);
  const chosen = usePage((state) => state.timelineWindow);
  const openGroups = usePage((state) => state.openGroups);
  const projector = usePage((state) => state.projector);
  const following = useRef({ from: 0, to: 0, run: -1, steps: 0 });
  return useMemo(() => {
    const grow = projector ? 1.25 : 1;
    const total = views.timelineTotal(axis);
    const stuck = views.isStuck ? 5 : 0;
    const steps = Math.max(Math.floor((width - labelWidth * grow - 18) / (usualStepPx * grow)), 10);
    let window = chosen;
    if (window === null && axis === 'clock') window = { from: 0, to: total };
    if (window === null) {
      window = followed(following.current, { length: total, cursor, steps, run: run.id, stuck });
      following.current = { ...window, run: run.id, steps };
    }
    const rowCount = views.timelineRowCount(openGroups);
    const room = height - 22 - model.channels.length * depthHeight * grow;
    const fitting = Math.min(
      Math.max(room / Math.max(rowCount, 1), laneHeights.least * grow),
      laneHeights.most * grow,
    );
    const count = Math.max(Math.floor(room / fitting), 2);
    const first = Math.min(firstRow, Math.max(rowCount - count, 0));
    return {
      axis,
      from: window.from,
      to: window.to,
      width,
      labelWidth: labelWidth * grow,
      laneHeight: fitting,
      depthHeight: depthHeight * grow,
      cursor,
      selected: selection?.kind === 'goroutine' ? selection.id : (0 as TimelineView['selected']),
      openGroups,
      rows: rowCount > count ? { first, count } : null,
    };
  }, [
    run,
    views,
    model,
    width,
    height,
    firstRow,
    cursor,
    selection,
    axis,
    chosen,
    openGroups,
    projector,
  ]);
}

/** Keeps the window still while the playhead is well inside it, and follows it otherwise. */
function followed(
  before: {
    readonly from: number;
    readonly to: number;
    readonly run: number;
    readonly steps: number;
  },
  at: {
    readonly length: number;
    readonly cursor: number;
    readonly steps: number;
    readonly run: number;
    readonly stuck: number;
  },
): { readonly from: number; readonly to: number } {
  const kept = before.run === at.run && before.steps === at.steps && before.to - before.from > 0;
  const span = before.to - before.from;
  const inside = at.cursor >= before.from + span * 0.06 || before.from === 0;
  const notPast = at.cursor <= before.from + span * 0.86 || before.to >= at.length;
  if (kept && inside && notPast && at.cursor >= before.from)
    return { from: before.from, to: before.to };
  return windowAround(at.length + at.stuck, at.cursor, at.steps);
}

function zoomTimeline(views: RunViews, view: TimelineView, factor: number): void {
  const total = views.timelineTotal(view.axis);
  const anchor = views.placeOfStep(view.axis, view.cursor);
  const inside = anchor >= view.from && anchor <= view.to ? anchor : (view.from + view.to) / 2;
  const least = view.axis === 'steps' ? Math.min(leastSteps, total) : Math.min(1000, total);
  store.setState({ timelineWindow: zoomWindow(view, factor, inside, { total, least }) });
}

function panTimeline(views: RunViews, view: TimelineView, amount: number): void {
  store.setState({ timelineWindow: panWindow(view, amount, views.timelineTotal(view.axis)) });
}

function useZoomKeys(views: RunViews, view: TimelineView): void {
  useEffect(() => {
    const stops = [
      timelineIn.on(() => zoomTimeline(views, view, 1.5)),
      timelineOut.on(() => zoomTimeline(views, view, 1 / 1.5)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [views, view]);
}

function TimelineHead({
  views,
  view,
  caption,
}: {
  readonly views: RunViews;
  readonly view: TimelineView;
  readonly caption: string;
}) {
  const chosen = usePage((state) => state.timelineWindow);
  return (
    <div className="ph bare">
      <Tabs
        className="seg"
        label="Axis"
        tabs={[
          { id: 'steps', name: 'Steps' },
          { id: 'clock', name: 'Clock' },
        ]}
        chosen={view.axis}
        onChoose={(axis) => store.setState({ axis, timelineWindow: null })}
      />
      <Legend views={views} />
      <div className="r">
        {chosen === null ? (
          <span className="muted">{caption}</span>
        ) : (
          <button
            type="button"
            className="btn"
            title="Follow the playhead again"
            onClick={() => store.setState({ timelineWindow: null })}
          >
            {caption}
          </button>
        )}
        <button
          type="button"
          className="btn btn-i"
          aria-label="Zoom timeline out"
          title="Zoom out (−)"
          onClick={timelineOut.send}
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          className="btn btn-i"
          aria-label="Zoom timeline in"
          title="Zoom in (+)"
          onClick={timelineIn.send}
        >
          <Icon name="plus" />
        </button>
      </div>
    </div>
  );
}

/** One swatch for each look that occurs in the run. */
function Legend({ views }: { readonly views: RunViews }) {
  return (
    <div className="leg" aria-hidden="true">
      {views.legend().map(({ mode, word }) => {
        const { texture, hue, glyph } = lookOf(mode);
        return (
          <span key={word}>
            <svg width="18" height="14" className={`s-${hue}`} aria-hidden="true">
              {texture === 'solid' ? (
                <rect y="1" width="18" height="12" rx="3" className="tl-run" />
              ) : texture === 'hollow' ? (
                <rect x=".6" y="4" width="17" height="6" rx="3" className="tl-ready" />
              ) : texture === 'line' ? (
                <>
                  <path d="M0 7H12" className="tl-base" />
                  <rect x="11" y="4" width="6" height="6" rx="1" className="tl-end" />
                </>
              ) : (
                <rect y="2" width="18" height="10" rx="2" fill={textureFill(texture)} />
              )}
              {texture === 'crossHatch' ? <LaneGlyph glyph={glyph} x={9} y={7} /> : null}
            </svg>
            {word}
          </span>
        );
      })}
    </div>
  );
}

/** What can be grabbed: the plot to scrub, the names to select. The scrubber serves keyboards. */
function Handles({
  lanes,
  view,
  views,
  height,
}: {
  readonly lanes: readonly LaneShape[];
  readonly view: TimelineView;
  readonly views: RunViews;
  readonly height: number;
}) {
  const scrub = (event: PointerEvent<SVGRectElement>): void => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (box === undefined) return;
    store.setState({ playing: false });
    goTo(stepAtX(views.timeline, view, event.clientX - box.left));
  };
  return (
    <>
      <rect
        x={view.labelWidth}
        y={0}
        width={Math.max(view.width - view.labelWidth, 0)}
        height={height}
        className="tl-grab"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          scrub(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons !== 0) scrub(event);
        }}
      />
      {lanes.map((lane) => (
        // The stage's list and the step-over menu select goroutines by keyboard.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <rect
          key={lane.key}
          x={0}
          y={lane.y}
          width={view.labelWidth}
          height={lane.height}
          className="tl-pick"
          onClick={() => {
            if (lane.group !== null) toggleGroup(lane.group.key);
            else select({ kind: 'goroutine', id: lane.goroutine });
          }}
        />
      ))}
    </>
  );
}
