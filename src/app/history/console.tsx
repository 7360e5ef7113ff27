// What the program printed, with the time and the step of each line, and the list of all events.
// What has not happened yet is there already, fainter: the run is known.

import { useEffect, useRef } from 'react';
import type { OutputLine } from '../../views/inspector-shapes.ts';
import { withThousands } from '../../views/labels.ts';
import { outputLines, writtenCount } from '../../views/output-model.ts';
import { type RunViews, viewsOf } from '../store/derived.ts';
import { jumpTo } from '../store/playing.ts';
import { type ConsoleTab, store, usePage } from '../store/store.ts';
import { Scroller } from '../widgets/scroller.tsx';
import { Tabs } from '../widgets/tabs.tsx';
import { EventList } from './event-list.tsx';
import { ProgramInput } from './program-input.tsx';
import { useRows } from './use-rows.ts';

const tabs: readonly { readonly id: ConsoleTab; readonly name: string }[] = [
  { id: 'output', name: 'Output' },
  { id: 'events', name: 'Events' },
  { id: 'input', name: 'Input' },
];

/** The pane under the editor. */
export function Console() {
  const tab = usePage((state) => state.consoleTab);
  const run = usePage((state) => state.run);
  return (
    <section className="pane hist-l" aria-label="Console">
      <div className="ph">
        <Tabs
          label="Console"
          tabs={tabs}
          chosen={tab}
          onChoose={(consoleTab) => store.setState({ consoleTab })}
        />
        {run === null || tab === 'input' ? null : (
          <Count tab={tab} views={viewsOf(run.recording)} />
        )}
      </div>
      {tab === 'input' ? (
        <ProgramInput />
      ) : run === null ? (
        <p className="con-empty muted">Nothing has run yet.</p>
      ) : tab === 'output' ? (
        <Output views={viewsOf(run.recording)} />
      ) : (
        <EventList views={viewsOf(run.recording)} />
      )}
    </section>
  );
}

function Count({ tab, views }: { readonly tab: ConsoleTab; readonly views: RunViews }) {
  const cursor = usePage((state) => state.cursor);
  if (tab === 'events') {
    const { length } = views.run.recording;
    return <div className="r muted">{withThousands(String(length))} events</div>;
  }
  const written = writtenCount(views.output, cursor);
  const noun = written === 1 ? 'line' : 'lines';
  return (
    <div className="r muted" data-testid="line-count">
      {withThousands(String(written))} {noun}
    </div>
  );
}

const lineHeight = 19;

function Output({ views }: { readonly views: RunViews }) {
  const cursor = usePage((state) => state.cursor);
  const projector = usePage((state) => state.projector);
  const frame = useRef<HTMLElement>(null);
  const { lines, dropped } = views.output;
  const rows = useRows(frame, lines.length, projector ? 30 : lineHeight);
  const written = writtenCount(views.output, cursor);
  const { scrollTo } = rows;
  // Of several lines written at once (a report), the first is what one reads first.
  const newest = lines[written - 1];
  const first = newest === undefined ? 0 : lines.findIndex(({ event }) => event === newest.event);
  useEffect(() => scrollTo(first), [scrollTo, first]);
  if (lines.length === 0) return <p className="con-empty muted">This run prints nothing.</p>;
  return (
    <Scroller className="con-frame" frame={frame} label="Output">
      <ol className="con" style={{ height: rows.height + (dropped > 0 ? 24 : 0) }}>
        {outputLines(views.output, cursor, rows.first, rows.count).map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never change their place
          <OutputRow key={rows.first + i} line={line} top={rows.topOf(i)} />
        ))}
        {dropped > 0 ? (
          <li className="muted" style={{ top: rows.height }}>
            <span />
            <span>{withThousands(String(dropped))} more lines are not shown.</span>
          </li>
        ) : null}
      </ol>
    </Scroller>
  );
}

function OutputRow({ line, top }: { readonly line: OutputLine; readonly top: number }) {
  const classes = [];
  if (line.future) classes.push('fut');
  if (line.current) classes.push('now');
  if (line.stream === 'stderr') classes.push('err');
  if (/^(fatal error|panic): /.test(line.text) && line.stream === 'stderr') classes.push('s-dead');
  return (
    <li className={classes.join(' ')} style={{ top }}>
      <span className="t nums">{line.time}</span>
      <span className="x">{line.text === '' ? ' ' : line.text}</span>
      <button type="button" className="at" tabIndex={-1} onClick={() => jumpTo(line.step)}>
        step {withThousands(String(line.step))}
      </button>
    </li>
  );
}
