// What a program has written so far, while it still runs: there are no steps yet to go to. A program
// that is over in a moment never gets here.

import { useEffect, useMemo, useRef } from 'react';
import { liveOutputMax } from '../../worker/protocol.ts';
import { usePage } from '../store/store.ts';
import { Scroller } from '../widgets/scroller.tsx';
import { useElapsed } from '../widgets/use-elapsed.ts';
import { useRows } from './use-rows.ts';

const lineHeight = 19;
/** Soon enough to be seen as an answer, late enough not to flicker. */
const liveAfterMs = 60;
/** A text that is nearly as long as it may be is only the beginning. */
const nearlyAll = 0.9;

/** The output of the run that goes on; null when there is none, or nothing of it yet. */
export function useLiveOutput(): string | null {
  const since = usePage(({ activity }) => (activity.kind === 'idle' ? null : activity.since));
  const output = usePage(({ activity }) => (activity.kind === 'idle' ? '' : activity.output));
  const isTime = useElapsed(since, liveAfterMs);
  return isTime && output !== '' ? output : null;
}

/** Its lines, the newest in sight. */
export function LiveOutput({ text }: { readonly text: string }) {
  const projector = usePage((state) => state.projector);
  const frame = useRef<HTMLElement>(null);
  const lines = useMemo(() => text.replace(/\n$/, '').split('\n'), [text]);
  const rows = useRows(frame, lines.length, projector ? 30 : lineHeight);
  const { scrollTo } = rows;
  useEffect(() => scrollTo(lines.length - 1), [scrollTo, lines]);
  const shown = Array.from({ length: rows.count }, (_, i) => ({
    line: rows.first + i,
    top: rows.topOf(i),
  }));
  const isCut = text.length > liveOutputMax * nearlyAll;
  return (
    <Scroller className="con-frame" frame={frame} label="Output">
      <ol className="con" style={{ height: rows.height + (isCut ? 24 : 0) }}>
        {shown.map(({ line, top }) => (
          <li key={line} style={{ top }}>
            <span className="t" />
            <span className="x">{lines[line] || ' '}</span>
          </li>
        ))}
        {isCut ? (
          <li className="muted" style={{ top: rows.height }}>
            <span />
            <span>What it writes from here on is shown when it has run.</span>
          </li>
        ) : null}
      </ol>
    </Scroller>
  );
}
