// Links to a program at a step: making one, and opening the one that the page was called with.
// Invariant: the address keeps its link until the program is changed, so that reloading shows the
// same again, and an edit is never lost to it.

import { copyText } from '../widgets/copy-text.ts';
import { type Linked, linkFragment, readFragment } from './link-text.ts';
import { store } from './store.ts';

/** Copies a link to the run at this very step. */
export async function shareStep(): Promise<void> {
  const { text, programId, seed, settings, cursor, run } = store.getState();
  // A text that has not run yet has no steps.
  const step = run?.text === text ? cursor : 0;
  const fragment = await linkFragment({ text, programId, seed, settings, step });
  await copyText(location.href.replace(/#.*$/s, '') + fragment);
  const { linksCopied } = store.getState();
  store.setState({ linksCopied: linksCopied + 1 });
}

/** Opens what the address stands for; false if it stands for nothing. */
export async function openLink(): Promise<boolean> {
  const linked = await readFragment(location.hash);
  if (linked === null) return false;
  open(linked);
  const stop = store.subscribe(({ text, settings }) => {
    if (text === linked.text && settings === linked.settings) return;
    stop();
    history.replaceState(null, '', location.pathname + location.search);
  });
  return true;
}

/** A link that comes while the page is open, by hand or from the history, is opened too. */
export function followLinks(run: () => void): void {
  addEventListener('hashchange', () => {
    void openLink().then((opened) => {
      if (opened) run();
    });
  });
}

function open({ text, programId, seed, settings, step }: Linked): void {
  store.setState({ text, programId, seed, settings, askedStep: step });
}
