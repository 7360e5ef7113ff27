// Between now and history: moving through time. Everything here has a key.

import { clockText, withThousands } from '../../views/labels.ts';
import { lookAt } from '../../views/run-model.ts';
import { viewsOf } from '../store/derived.ts';
import {
  changeSpeed,
  jumpTo,
  select,
  speeds,
  stepBack,
  stepForward,
  stepOver,
  togglePlaying,
} from '../store/playing.ts';
import { changeProcessors, reroll } from '../store/running.ts';
import { store, usePage } from '../store/store.ts';
import { Icon } from '../widgets/icon.tsx';
import { Popover } from '../widgets/popover.tsx';
import { GoroutineTag } from '../widgets/goroutine-tag.tsx';
import { Scrubber } from './scrubber.tsx';

/** The bar. */
export function Transport() {
  const run = usePage((state) => state.run);
  const cursor = usePage((state) => state.cursor);
  const playing = usePage((state) => state.playing);
  const none = run === null;
  const last = run?.recording.length ?? 0;
  return (
    <div className="tp" role="toolbar" aria-label="Transport">
      <button
        type="button"
        className="btn btn-i tp-start"
        title="Back to start (Home)"
        aria-label="Back to start"
        disabled={none || cursor === 0}
        onClick={() => jumpTo(0)}
      >
        <Icon name="restart" />
      </button>
      <button
        type="button"
        className="btn btn-i"
        title="Step back (←)"
        aria-label="Step back"
        disabled={none || cursor === 0}
        onClick={stepBack}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="btn-play"
        title={playing ? 'Pause (Space)' : 'Play (Space)'}
        aria-label={playing ? 'Pause' : 'Play'}
        disabled={none}
        onClick={togglePlaying}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        className="btn btn-i"
        title="Step (→)"
        aria-label="Step forward"
        disabled={none || cursor >= last}
        onClick={stepForward}
      >
        <Icon name="forward" />
      </button>
      <StepOver />
      <Scrubber />
      <Readouts />
    </div>
  );
}

/** Runs until the selected goroutine has taken its next step; the arrow chooses which one. */
function StepOver() {
  const run = usePage((state) => state.run);
  const cursor = usePage((state) => state.cursor);
  const selection = usePage((state) => state.selection);
  if (run === null) return null;
  const views = viewsOf(run.recording);
  const world = views.worldAt(cursor);
  const chosen = views.shownGoroutine(cursor, selection);
  return (
    <span className="stepover">
      <button
        type="button"
        title="Run until this goroutine has taken its next step (O)"
        disabled={cursor >= run.recording.length}
        onClick={stepOver}
      >
        <Icon name="over" />
        Step
        {chosen === null ? null : <GoroutineTag id={chosen} />}
      </button>
      <Popover label="Choose the goroutine to step" icon="chevron">
        {(close) =>
          [...world.goroutines.keys()].slice(0, 60).map((id) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              className={`menu-item${id === chosen ? ' on' : ''}`}
              onClick={() => {
                select({ kind: 'goroutine', id });
                close();
              }}
            >
              <GoroutineTag id={id} />
              {views.run.labels.goroutine(id).name}
              <span className="muted">{lookAt(views.run, world, id).word}</span>
            </button>
          ))
        }
      </Popover>
    </span>
  );
}

function Readouts() {
  const run = usePage((state) => state.run);
  const cursor = usePage((state) => state.cursor);
  const speed = usePage((state) => state.speed);
  const seed = usePage((state) => state.seed);
  const processors = usePage((state) => state.settings.processors);
  const last = run?.recording.length ?? 0;
  const now = run === null ? 0 : viewsOf(run.recording).worldAt(cursor).now;
  return (
    <>
      <div className="rd rd-step">
        <b data-testid="step">
          {withThousands(String(cursor))}
          <span> / {withThousands(String(last))}</span>
        </b>
        <span className="l">step</span>
      </div>
      <div className="rd">
        <b data-testid="clock">{clockText(now)}</b>
        <span className="l">virtual clock</span>
      </div>
      <button
        type="button"
        className="rd"
        title="Faster (]), slower ([)"
        onClick={() => {
          if (speed === speeds[speeds.length - 1]) store.setState({ speed: speeds[0] ?? 1 });
          else changeSpeed(1);
        }}
      >
        <b>{speed === 0.25 ? '¼' : speed === 0.5 ? '½' : speed}×</b>
        <span className="l">speed</span>
      </button>
      <button
        type="button"
        className="rd rd-procs"
        title="Goroutines that can run at the same time (GOMAXPROCS). Run again with more"
        onClick={changeProcessors}
      >
        <b data-testid="processors">{processors}</b>
        <span className="l">{processors === 1 ? 'processor' : 'processors'}</span>
      </button>
      <button
        type="button"
        className="rd"
        title={`${seed === 0 ? 'Scheduled as Go does' : 'Scheduled at random'}. Run again with a new seed (R)`}
        onClick={reroll}
      >
        <b data-testid="seed">{seed === 0 ? 'Go' : seed}</b>
        <span className="l">seed</span>
      </button>
    </>
  );
}
