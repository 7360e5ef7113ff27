// Right of the stage: the inspector, or, when nothing can move any more, why.

import { Explanation } from '../explanation/explanation.tsx';
import { viewsOf } from '../store/derived.ts';
import { usePage } from '../store/store.ts';
import { Inspector } from './inspector.tsx';

/** One of the two, or neither when it is closed. */
export function SidePanel() {
  const open = usePage((state) => state.inspectorOpen);
  const run = usePage((state) => state.run);
  const view = usePage((state) => state.view);
  if (!open) return null;
  const explained = run !== null && view === 'waitFor' && viewsOf(run.recording).isStuck;
  return explained ? <Explanation run={run} /> : <Inspector />;
}
