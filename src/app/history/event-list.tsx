// Every event of the run as a sentence; a click goes there.

import { useEffect, useRef } from 'react';
import { withThousands } from '../../views/labels.ts';
import { plainText } from '../../views/prose.ts';
import type { RunViews } from '../store/derived.ts';
import { jumpTo } from '../store/playing.ts';
import { usePage } from '../store/store.ts';
import { GoroutineTag } from '../widgets/goroutine-tag.tsx';
import { Scroller } from '../widgets/scroller.tsx';
import { useRows } from './use-rows.ts';

const rowHeight = 22;

/** The list, kept at the cursor. */
export function EventList({ views }: { readonly views: RunViews }) {
  const cursor = usePage((state) => state.cursor);
  const frame = useRef<HTMLElement>(null);
  const { length } = views.run.recording;
  const rows = useRows(frame, length, rowHeight);
  const { scrollTo } = rows;
  useEffect(() => scrollTo(cursor - 1), [scrollTo, cursor]);
  const indices = Array.from({ length: rows.count }, (_, i) => rows.first + i);
  return (
    <Scroller className="con-frame" frame={frame} label="Events">
      <ol className="con events" style={{ height: rows.height }}>
        {indices.map((index, i) => {
          const event = views.run.recording.readEvent(index);
          const text = plainText(views.caption(index + 1));
          return (
            <li
              key={index}
              className={`${index >= cursor ? 'fut' : ''}${index === cursor - 1 ? ' now' : ''}`}
              style={{ top: rows.topOf(i) }}
            >
              <span className="t nums">{withThousands(String(index + 1))}</span>
              {event.goroutine === 0 ? <span /> : <GoroutineTag id={event.goroutine} />}
              <button type="button" className="x" tabIndex={-1} onClick={() => jumpTo(index + 1)}>
                {text}
              </button>
            </li>
          );
        })}
      </ol>
    </Scroller>
  );
}
