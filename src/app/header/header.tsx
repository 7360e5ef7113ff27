// The bar at the top: who we are, which program this is, how the page looks.

import { menuPrograms } from '../../programs/programs.ts';
import { toggleProjector, toggleSheet, toggleTheme } from '../store/arranging.ts';
import { isEdited, openProgram } from '../store/editing.ts';
import { runProgram } from '../store/running.ts';
import { isStale, usePage } from '../store/store.ts';
import { Icon, Logo } from '../widgets/icon.tsx';
import { Popover } from '../widgets/popover.tsx';
import { RunButton } from '../widgets/run-button.tsx';

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
  const title = menuPrograms.find((program) => program.id === programId)?.title ?? 'Your program';
  return (
    <div className="doc">
      <span>{title}</span>
      {edited && programId !== null ? <span className="muted">edited</span> : null}
      {stale ? <span className="muted">not run yet</span> : null}
      {blocked ? <span className="muted">not kept: this browser blocks storage</span> : null}
    </div>
  );
}
