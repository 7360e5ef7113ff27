// Why nothing can move: numbered sentences that match the numbered edges of the picture, who else
// waits, and a way back to before it happened.

import { plainText } from '../../views/prose.ts';
import type { GoroutineId } from '../../engine/trace/trace-event.ts';
import { type RunViews, viewsOf } from '../store/derived.ts';
import { jumpTo, showLine } from '../store/playing.ts';
import { showView } from '../store/arranging.ts';
import type { FinishedRun } from '../store/store.ts';
import { Icon } from '../widgets/icon.tsx';
import { Scroller } from '../widgets/scroller.tsx';
import { ProseText } from '../widgets/prose-text.tsx';

/** The panel that takes the inspector's place. */
export function Explanation({ run }: { readonly run: FinishedRun }) {
  const views = viewsOf(run.recording);
  const { explanation } = views;
  const { labels } = views.run;
  const first = views.firstToStop();
  return (
    <aside className="pane p-insp why" aria-label="Explanation">
      <Scroller className="insp-body" label="Why nothing can move">
        <div className="why-b">
          <h2>Why nothing can move</h2>
          <ol className={`cyclist${explanation.kind === 'cycle' ? ' linked' : ''}`}>
            {explanation.steps.map((step) => {
              const prose = labels.prose(step.sentence);
              return (
                <li key={`${step.number} ${plainText(prose)}`}>
                  <ProseText prose={prose} links />
                </li>
              );
            })}
          </ol>
          {explanation.rest.length === 0 ? null : (
            <p className="why-rest">
              <ProseText prose={labels.prose(explanation.rest)} links />
            </p>
          )}
        </div>
        {first === null ? null : <Beginning {...first} views={views} />}
      </Scroller>
    </aside>
  );
}

/** Where it began to close, and a way back to just before. */
function Beginning({
  goroutine,
  step,
  views,
}: {
  readonly goroutine: GoroutineId;
  readonly step: number;
  readonly views: RunViews;
}) {
  const { line } = views.run.labels.site(views.run.recording.readEvent(step - 1).site);
  return (
    <div className="saved">
      <h3>Where it began to close</h3>
      <p>
        At <b className="nums">step {step}</b>
        {line === 0 ? null : (
          <>
            ,{' '}
            <button type="button" className="lref" onClick={() => showLine(line)}>
              line {line}
            </button>
            ,
          </>
        )}{' '}
        <b>{views.run.labels.goroutine(goroutine).name}</b> was the first to stop for good. Until
        then nobody was stuck.
      </p>
      <div className="row">
        <button
          type="button"
          className="btn btn-p"
          onClick={() => {
            showView('topology');
            jumpTo(step - 1);
          }}
        >
          <Icon name="rewind" />
          Rewind to step {step - 1}
        </button>
      </div>
    </div>
  );
}
