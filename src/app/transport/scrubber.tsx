// The whole run in one line: ticks below are output, ticks above are found moments. It is a slider.

import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { clockText } from '../../views/labels.ts';
import { outputSteps } from '../../views/output-model.ts';
import { viewsOf } from '../store/derived.ts';
import { goTo, jumpTo } from '../store/playing.ts';
import { store, usePage } from '../store/store.ts';

/** More ticks than this say nothing. */
const ticksMax = 400;

/** The slider of steps. */
export function Scrubber() {
  const run = usePage((state) => state.run);
  const cursor = usePage((state) => state.cursor);
  const frame = useRef<HTMLDivElement>(null);
  const last = run?.recording.length ?? 0;
  const ticks = useMemo(() => (run === null ? [] : tickSteps(run)), [run]);
  const x = (step: number): string => `${last === 0 ? 0 : Math.round((step / last) * 1e4) / 100}%`;
  const moveTo = (event: PointerEvent): void => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    store.setState({ playing: false });
    goTo(((event.clientX - box.left) / box.width) * last);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const far = Math.max(1, Math.round(last / 20));
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: far, PageDown: -far }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    jumpTo(cursor + by);
  };
  const dead = run !== null && viewsOf(run.recording).isStuck;
  return (
    <div
      ref={frame}
      className="scrub"
      role="slider"
      tabIndex={0}
      aria-label="Step"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={cursor}
      aria-valuetext={`step ${cursor} of ${last}${clockOf(run, cursor)}`}
      aria-disabled={run === null}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        moveTo(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons !== 0) moveTo(event);
      }}
      onKeyDown={onKeyDown}
    >
      <svg width="100%" height="30" aria-hidden="true">
        <rect x="0" y="13.5" width="100%" height="3" rx="1.5" fill="var(--line-2)" />
        <rect x="0" y="13.5" width={x(cursor)} height="3" rx="1.5" fill="var(--ink)" />
        {ticks.map((step) => (
          <line key={step} x1={x(step)} x2={x(step)} y1="21" y2="26" className="scrub-tick" />
        ))}
        {dead ? <rect x="100%" y="8" width="4" height="14" rx="1" className="scrub-dead" /> : null}
        <svg x={x(cursor)} y="15" overflow="visible" aria-hidden="true">
          <circle r="6.5" className="scrub-thumb" />
        </svg>
      </svg>
    </div>
  );
}

function clockOf(run: ReturnType<typeof store.getState>['run'], cursor: number): string {
  return run === null ? '' : `, ${clockText(viewsOf(run.recording).worldAt(cursor).now)}`;
}

/** Steps at which a line of output was written. */
function tickSteps(run: NonNullable<ReturnType<typeof store.getState>['run']>): readonly number[] {
  const steps = new Set<number>();
  for (const event of outputSteps(viewsOf(run.recording).output)) {
    steps.add(event + 1);
    if (steps.size > ticksMax) return [];
  }
  return [...steps];
}
