// Runs the source, or stops the run that goes on.

import { cancelRun, runProgram } from '../store/running.ts';
import { usePage } from '../store/store.ts';
import { Icon } from './icon.tsx';

/** The button; `className` says where it may be seen. */
export function RunButton({ className = '' }: { readonly className?: string }) {
  const busy = usePage((state) => state.activity.kind === 'running');
  return busy ? (
    <button type="button" className={`btn btn-o ${className}`} onClick={cancelRun}>
      <Icon name="stop" />
      Stop
    </button>
  ) : (
    <button
      type="button"
      className={`btn btn-o ${className}`}
      title="Run (Ctrl+Enter)"
      onClick={runProgram}
    >
      <Icon name="play" />
      Run
    </button>
  );
}
