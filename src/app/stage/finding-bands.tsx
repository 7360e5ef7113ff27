// Bands over the picture about what no single schedule shows: data races, and goroutines that nothing
// can wake any more. Each names its lines, which lead into the source.

import type { CodePlace, Race, UnfinishedGoroutine } from '../../engine/trace/detected.ts';
import { goroutineId } from '../../engine/trace/trace-event.ts';
import { durationText, type Labels, withThousands } from '../../views/labels.ts';
import { viewsOf } from '../store/derived.ts';
import { jumpTo, showLine } from '../store/playing.ts';
import { usePage } from '../store/store.ts';

/** More than these are counted only. */
const shown = 2;

/** What the detectors have found, if anything. */
export function FindingBands() {
  const findings = usePage((state) => state.findings);
  const run = usePage((state) => state.run);
  if (findings === null || run === null) return null;
  const { races, leaked } = findings;
  if (races.length === 0 && leaked.length === 0) return null;
  const { labels } = viewsOf(run.recording).run;
  const more = Math.max(races.length - shown, 0) + Math.max(leaked.length - shown, 0);
  return (
    <div className="fatal s-wait" role="status">
      <div className="findings">
        {races.slice(0, shown).map((race) => (
          <RaceLine key={`${race.address} ${race.event}`} race={race} labels={labels} />
        ))}
        {leaked.slice(0, shown).map((goroutine) => (
          <LeakLine key={goroutine.goroutine} leak={goroutine} labels={labels} />
        ))}
        {more === 0 ? null : <p>And {more} more like these.</p>}
      </div>
    </div>
  );
}

function RaceLine({ race, labels }: { readonly race: Race; readonly labels: Labels }) {
  const { current, previous, variable } = race;
  const name = (goroutine: number): string => labels.goroutine(goroutineId(goroutine)).name;
  return (
    <p>
      <b>Data race</b>
      {variable === '' ? null : (
        <>
          {' '}
          on <code>{variable}</code>
        </>
      )}
      : {name(current.goroutine)} {current.isWrite ? 'writes' : 'reads'} it
      <Line at={ownPlace(current.stack)} />, {name(previous.goroutine)}{' '}
      {previous.isWrite ? 'writes' : 'reads'} it
      <Line at={ownPlace(previous.stack)} />, and nothing orders the two.
    </p>
  );
}

function LeakLine({
  leak,
  labels,
}: {
  readonly leak: UnfinishedGoroutine;
  readonly labels: Labels;
}) {
  return (
    <p>
      <b>{labels.goroutine(goroutineId(leak.goroutine)).name}</b> is left waiting
      {leak.operand === '' ? null : (
        <>
          {' '}
          on <code>{leak.operand}</code>
        </>
      )}
      <Line at={leak.at} />: <LostSince leak={leak} /> who could wake it.
    </p>
  );
}

/** From which step on: there one sees who was the last. */
function LostSince({ leak }: { readonly leak: UnfinishedGoroutine }) {
  const { lostAt } = leak;
  if (lostAt === null) return <>nobody is left</>;
  const step = withThousands(String(lostAt.event));
  return (
    <>
      since{' '}
      <button type="button" className="lref" onClick={() => jumpTo(lostAt.event)}>
        step {step}
      </button>{' '}
      ({durationText(lostAt.ns)}) nobody is left
    </>
  );
}

/** The innermost place in the program's own file. */
function ownPlace(stack: readonly CodePlace[]): CodePlace | null {
  return stack.find(({ file }) => !file.includes('/')) ?? null;
}

function Line({ at }: { readonly at: CodePlace | null }) {
  if (at === null) return null;
  return (
    <>
      {' '}
      in{' '}
      <button type="button" className="lref" onClick={() => showLine(at.line)}>
        line {at.line}
      </button>
    </>
  );
}
