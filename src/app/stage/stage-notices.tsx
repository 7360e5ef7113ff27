// Bands over the picture: how the run ended when it did not end well, what stopped it, what is being
// done, and whether the picture is of an older text.

import { withThousands } from '../../views/labels.ts';
import { progressAfterMs, reroll, runProgram } from '../store/running.ts';
import { type FinishedRun, usePage } from '../store/store.ts';
import { GlyphIcon } from '../widgets/glyph.tsx';
import { useElapsed } from '../widgets/use-elapsed.ts';
import { FindingBands } from './finding-bands.tsx';

/** All bands that apply, the most urgent first. */
export function StageNotices() {
  const run = usePage((state) => state.run);
  const cursor = usePage((state) => state.cursor);
  const refusal = usePage((state) => state.refusal);
  if (refusal?.kind === 'failure') return <EngineFailure />;
  if (refusal !== null) {
    return run === null ? null : (
      <div className="fatal quiet" role="status">
        <p>Picture of the last version that compiled.</p>
      </div>
    );
  }
  if (run === null || cursor < run.recording.length) {
    return (
      <>
        <FindingBands />
        <Busy />
      </>
    );
  }
  return (
    <>
      <EndBand run={run} />
      <FindingBands />
      <Busy />
    </>
  );
}

/** How the run ended, in Go's words or ours. */
function EndBand({ run }: { readonly run: FinishedRun }) {
  const { kind, message, exitCode } = run.ending;
  const [first = ''] = message.split('\n');
  switch (kind) {
    case 'exited':
      return exitCode === 0 ? null : (
        <div className="fatal quiet" role="status">
          <p>The program ended with exit status {exitCode}.</p>
        </div>
      );
    case 'deadlock':
    case 'panic':
    case 'fatal':
      return (
        <div className="fatal s-dead" role="alert">
          <GlyphIcon glyph={kind === 'deadlock' ? 'dead' : 'panic'} size={18} />
          <code>{first}</code>
        </div>
      );
    default:
      return (
        <div className="fatal s-wait" role="alert">
          <p>
            {message} It had executed {withThousands(String(run.ending.statements))} statements, and{' '}
            {stepsText(run.recording.length)}
          </p>
        </div>
      );
  }
}

function stepsText(steps: number): string {
  if (steps === 0) return 'done nothing that another goroutine could see.';
  return `the picture shows the ${withThousands(String(steps))} steps up to here.`;
}

/** Our own fault: what happened, and what helps. */
function EngineFailure() {
  const refusal = usePage((state) => state.refusal);
  if (refusal?.kind !== 'failure') return null;
  return (
    <div className="fatal s-dead" role="alert">
      <GlyphIcon glyph="panic" size={18} />
      <p>
        Interleave itself failed on this program, with seed {refusal.seed}. Your text is safe and
        the simulator has been started anew. <code>{firstLine(refusal.failure.message)}</code>
      </p>
      <button type="button" className="btn btn-o" onClick={runProgram}>
        Run again
      </button>
      <button type="button" className="btn btn-o" onClick={reroll}>
        Try another seed
      </button>
    </div>
  );
}

/** Our own faults can be long; the first line says which it was. */
function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/** Only for runs that take long enough to wonder. */
function Busy() {
  const activity = usePage((state) => state.activity);
  const since = activity.kind === 'idle' ? null : activity.since;
  const slow = useElapsed(since, progressAfterMs);
  if (activity.kind === 'idle' || !slow) return null;
  if (activity.kind === 'reading') {
    const steps = withThousands(String(activity.steps));
    return (
      <div className="busy" role="status">
        Drawing {steps} steps
      </div>
    );
  }
  const { progress } = activity;
  return (
    <div className="busy" role="status">
      {progress === null
        ? 'Running the program'
        : `Running: ${withThousands(String(progress.events))} steps, ${withThousands(
            String(progress.statements),
          )} statements so far`}
    </div>
  );
}
