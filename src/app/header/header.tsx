// The bar at the top: who we are, which program this is, how the page looks.

import { useEffect, useState } from 'react';
import { menuPrograms } from '../../programs/programs.ts';
import { toggleProjector, toggleSheet, toggleTheme } from '../store/arranging.ts';
import { isEdited, isTooLongToKeep, openProgram } from '../store/editing.ts';
import { runProgram } from '../store/running.ts';
import { shareStep } from '../store/sharing.ts';
import { isStale, usePage } from '../store/store.ts';
import { Icon, Logo } from '../widgets/icon.tsx';
import { Popover } from '../widgets/popover.tsx';
import { RunButton } from '../widgets/run-button.tsx';

const toldMs = 2000;

/** The header. */
export function Header() {
  return (
    <header className="hdr">
      <h1 className="brand">
        <Logo />
        <span>Interleave</span>
      </h1>
      <ProgramMenu />
      <ProgramTitle />
      <div className="r">
        <RunButton className="narrow-only" />
        <ShareButton />
        <button
          type="button"
          className="btn btn-i wide-only"
          title="Projector mode (P)"
          aria-label="Projector mode"
          onClick={toggleProjector}
        >
          <Icon name="projector" />
        </button>
        <button
          type="button"
          className="btn btn-i"
          title="Light or dark (T)"
          aria-label="Theme"
          onClick={toggleTheme}
        >
          <Icon name="half" />
        </button>
        <button
          type="button"
          className="btn btn-i wide-only"
          title="Keyboard (?)"
          aria-label="Keyboard shortcuts"
          onClick={toggleSheet}
        >
          <Icon name="keys" />
        </button>
      </div>
    </header>
  );
}

/** Copies a link, and says so for a moment. */
function ShareButton() {
  const copied = usePage((state) => state.linksCopied);
  const [told, setTold] = useState(copied);
  useEffect(() => {
    if (told === copied) return;
    const timer = setTimeout(() => setTold(copied), toldMs);
    return () => clearTimeout(timer);
  }, [told, copied]);
  return (
    <>
      <button
        type="button"
        className="btn wide-only"
        title="Copy a link to this very step (S)"
        onClick={() => void shareStep()}
      >
        <Icon name="link" />
        {told === copied ? 'Share' : 'Link copied'}
      </button>
      <span role="status" className="unseen">
        {told === copied ? '' : 'Link copied'}
      </span>
    </>
  );
}

function ProgramMenu() {
  const programId = usePage((state) => state.programId);
  return (
    <Popover label="Programs" caption="Programs" icon="chevron" className="btn">
      {(close) =>
        menuPrograms.map((program) => (
          <button
            key={program.id}
            type="button"
            role="menuitem"
            className={`menu-item program-item${program.id === programId ? ' on' : ''}`}
            onClick={() => {
              openProgram(program.id);
              close();
              runProgram();
            }}
          >
            <b>{program.title}</b>
            <span className="muted">{program.description}</span>
          </button>
        ))
      }
    </Popover>
  );
}

/** Name of the program, and whether it is still the menu's. */
function ProgramTitle() {
  const programId = usePage((state) => state.programId);
  const edited = usePage((state) => isEdited(state.text, state.programId));
  const stale = usePage(isStale);
  const blocked = usePage((state) => state.storageBlocked);
  const long = usePage((state) => isTooLongToKeep(state.text));
  const title = menuPrograms.find((program) => program.id === programId)?.title ?? 'Your program';
  return (
    <div className="doc">
      <span>{title}</span>
      {edited && programId !== null ? <span className="muted">edited</span> : null}
      {stale ? <span className="muted">not run yet</span> : null}
      {long ? <span className="muted">not kept: too long</span> : null}
      {blocked ? <span className="muted">not kept: this browser blocks storage</span> : null}
    </div>
  );
}
