// Errors as one types: the text goes to the checker's worker a moment after the last key.
// Invariant: what an older text was found to be never replaces what a newer one was.

import { checkInWorker } from '../../worker/checker.ts';
import { store } from './store.ts';

const checkAfterMs = 90;

/** Checks the text now and after every change. */
export function startChecking(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let newest = '';
  const check = async (): Promise<void> => {
    timer = null;
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
