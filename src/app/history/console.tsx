// What the program printed, the list of all events, and what it reads. What has not happened yet is
// there already, fainter: the run is known.

import { withThousands } from '../../views/labels.ts';
import { writtenCount } from '../../views/output-model.ts';
import { type RunViews, viewsOf } from '../store/derived.ts';
import { type ConsoleTab, store, usePage } from '../store/store.ts';
import { Tabs } from '../widgets/tabs.tsx';
import { EventList } from './event-list.tsx';
import { LiveOutput, useLiveOutput } from './live-output.tsx';
import { Output, OutputTools } from './output.tsx';
import { ProgramInput } from './program-input.tsx';

const tabs: readonly { readonly id: ConsoleTab; readonly name: string }[] = [
  { id: 'output', name: 'Output' },
  { id: 'events', name: 'Events' },
  { id: 'input', name: 'Input' },
];

/** The pane under the editor. */
export function Console() {
  const tab = usePage((state) => state.consoleTab);
  const run = usePage((state) => state.run);
  const live = useLiveOutput();
  return (
    <section className="pane hist-l" aria-label="Console">
      <div className="ph">
        <Tabs
          label="Console"
          tabs={tabs}
          chosen={tab}
          onChoose={(consoleTab) => store.setState({ consoleTab })}
        />
        {run === null || tab === 'input' || live !== null ? null : (
          <Count tab={tab} views={viewsOf(run.recording)} />
        )}
      </div>
      {tab === 'input' ? (
        <ProgramInput />
      ) : tab === 'output' && live !== null ? (
        <LiveOutput text={live} />
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
    <div className="r muted">
      <OutputTools views={views} />
      <span data-testid="line-count">
        {withThousands(String(written))} {noun}
      </span>
    </div>
  );
}
