// What stands on the stage before there is a picture: how to get one, or what is being done.

import { menuPrograms } from '../../programs/programs.ts';
import { openProgram } from '../store/editing.ts';
import { runProgram } from '../store/running.ts';
import { usePage } from '../store/store.ts';

const offered = ['worker-pool', 'pipeline', 'select-timeout'];

/** A dashed ghost of a picture, and three programs. */
export function EmptyStage() {
  const busy = usePage((state) => state.activity.kind !== 'idle');
  const refused = usePage((state) => state.refusal?.kind === 'diagnostics');
  if (busy) {
    return (
      <div className="mid">
        <div className="progress-line" />
        <p className="big">Running the program</p>
      </div>
    );
  }
  return (
    <div className="mid">
      <svg className="ghost" width="284" height="44" viewBox="0 0 284 44" aria-hidden="true">
        <rect x="2" y="2" width="80" height="38" rx="9" />
        <path d="M82 21H112" />
        <rect x="112" y="2" width="62" height="38" rx="9" />
        <rect x="118" y="9" width="24" height="24" rx="6" />
        <rect x="145" y="9" width="24" height="24" rx="6" />
        <path d="M174 21H204" />
        <rect x="204" y="2" width="78" height="38" rx="9" />
      </svg>
      <p className="big">
        {refused ? 'This program does not compile.' : 'Run the program to see it move.'}
      </p>
      <p className="w muted">
        {refused
          ? 'What is wrong stands under the code. Or open one that works:'
          : 'Or open one that is known to be interesting:'}
      </p>
      <div className="row c">
        {menuPrograms
          .filter((program) => offered.includes(program.id))
          .map((program) => (
            <button
              key={program.id}
              type="button"
              className="btn btn-o"
              onClick={() => {
                openProgram(program.id);
                runProgram();
              }}
            >
              {program.title}
            </button>
          ))}
      </div>
    </div>
  );
}
