// Errors as one types: the text goes to the checker's worker a moment after the last key.
// A run that has just begun goes first: it finds the same errors, and needs the processor.
// Invariant: what an older text was found to be never replaces what a newer one was.

import { checkInWorker } from '../../worker/checker.ts';
import { store } from './store.ts';

const checkAfterMs = 90;
/** A run that takes longer than this shares the processor. */
const runsAloneMs = 1000;

function isRunNew(): boolean {
  const { activity } = store.getState();
  return activity.kind === 'running' && performance.now() - activity.since < runsAloneMs;
}

/** Checks the text now and after every change. */
export function startChecking(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let newest = '';
  const check = async (): Promise<void> => {
    timer = isRunNew() ? setTimeout(() => void check(), checkAfterMs) : null;
    if (timer !== null) return;
    const { text } = store.getState();
    newest = text;
    const diagnostics = await checkInWorker('main.go', text);
    if (newest === text) store.setState({ diagnostics });
  };
  void check();
  store.subscribe((state, before) => {
    if (state.text === before.text) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      void check();
    }, checkAfterMs);
  });
}
