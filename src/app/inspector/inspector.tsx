// One goroutine, one object, or all of them, at this step.

import {
  inspectGoroutine,
  inspectObject,
  summarizeGoroutines,
} from '../../views/inspector-model.ts';
import { withThousands } from '../../views/labels.ts';
import type { ObjectId } from '../../engine/trace/trace-event.ts';
import { viewsOf } from '../store/derived.ts';
import { select, showLine } from '../store/playing.ts';
import { type FinishedRun, type InspectorTab, store, usePage } from '../store/store.ts';
import { GoroutineTag } from '../widgets/goroutine-tag.tsx';
import { Scroller } from '../widgets/scroller.tsx';
import { Tabs } from '../widgets/tabs.tsx';
import { GoroutineSections } from './goroutine-sections.tsx';
import { ObjectSections } from './object-sections.tsx';

/** The pane. */
export function Inspector() {
  const run = usePage((state) => state.run);
  if (run === null) return <aside className="pane p-insp" aria-label="Inspector" />;
  return <InspectorOfRun run={run} />;
}

function InspectorOfRun({ run }: { readonly run: FinishedRun }) {
  const tab = usePage((state) => state.inspectorTab);
  const cursor = usePage((state) => state.cursor);
  const views = viewsOf(run.recording);
  const world = views.worldAt(cursor);
  const selection = usePage((state) => state.selection);
  const object = views.shownObject(cursor, selection);
  const kind = object === null ? 'channel' : views.run.labels.object(object).kind;
  const tabs: readonly { readonly id: InspectorTab; readonly name: string }[] = [
    { id: 'goroutine', name: 'Goroutine' },
    { id: 'object', name: kind === 'channel' ? 'Channel' : kindNames[kind] },
    { id: 'all', name: `All ${withThousands(String(world.goroutines.size))}` },
  ];
  return (
    <aside className="pane p-insp" aria-label="Inspector">
      <div className="ph">
        <Tabs
          label="Inspector"
          tabs={tabs}
          chosen={tab}
          onChoose={(inspectorTab) => store.setState({ inspectorTab })}
        />
      </div>
      <Scroller className="insp-body" label="Details">
        {tab === 'all' ? (
          <AllGoroutines run={run} />
        ) : tab === 'object' ? (
          <ShownObject run={run} object={object} />
        ) : (
          <ShownGoroutine run={run} />
        )}
      </Scroller>
    </aside>
  );
}

const kindNames = {
  mutex: 'Mutex',
  rwMutex: 'RWMutex',
  waitGroup: 'WaitGroup',
  once: 'Once',
  cond: 'Cond',
  timer: 'Timer',
  ticker: 'Ticker',
  atomic: 'Atomic',
  semaphore: 'Semaphore',
  context: 'Context',
} as const;

function ShownGoroutine({ run }: { readonly run: FinishedRun }) {
  const cursor = usePage((state) => state.cursor);
  const selection = usePage((state) => state.selection);
  const views = viewsOf(run.recording);
  const id = views.shownGoroutine(cursor, selection);
  const context = views.inspectorContext(cursor);
  const inspection = id === null ? null : inspectGoroutine(context, id);
  if (inspection === null) {
    return <p className="insp-none muted">No goroutine has started yet.</p>;
  }
  return <GoroutineSections inspection={inspection} />;
}

function ShownObject({
  run,
  object,
}: {
  readonly run: FinishedRun;
  readonly object: ObjectId | null;
}) {
  const cursor = usePage((state) => state.cursor);
  if (object === null) {
    return <p className="insp-none muted">Nothing has been made yet.</p>;
  }
  const views = viewsOf(run.recording);
  const exists = views.worldAt(cursor).objects.has(object);
  if (!exists) {
    return (
      <p className="insp-none muted">{views.run.labels.object(object).name} is not made yet.</p>
    );
  }
  return <ObjectSections inspection={inspectObject(views.inspectorContext(cursor), object)} />;
}

/** More rows than this are for the timeline's groups. */
const listedMax = 200;

function AllGoroutines({ run }: { readonly run: FinishedRun }) {
  const cursor = usePage((state) => state.cursor);
  const context = viewsOf(run.recording).inspectorContext(cursor);
  const all = summarizeGoroutines(context);
  return (
    <ul className="all-list">
      {all.slice(0, listedMax).map((summary) => (
        <li key={summary.goroutine}>
          <button
            type="button"
            className="all-row"
            onClick={() => select({ kind: 'goroutine', id: summary.goroutine })}
          >
            <GoroutineTag id={summary.goroutine} />
            <b>{summary.name}</b>
            <span className={`s-${summary.look.hue} ct`}>{summary.sentence}</span>
          </button>
          {summary.place === null ? null : (
            <button
              type="button"
              className="lref"
              onClick={() => showLine(summary.place?.line ?? 0)}
            >
              L{summary.place.line}
            </button>
          )}
        </li>
      ))}
      {all.length > listedMax ? (
        <li className="muted">and {withThousands(String(all.length - listedMax))} more</li>
      ) : null}
    </ul>
  );
}
