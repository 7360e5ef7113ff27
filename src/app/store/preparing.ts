// Before Run is pressed: when typing pauses, the program is made ready in the background.
// Invariant: a key that is pressed gives up what was being made ready of the older text.

import { expectRun } from './running.ts';
import { store } from './store.ts';

/** A little shorter than the way to the button: most of a text has been made before. */
const prepareAfterMs = 150;
/** So many characters at once come from the clipboard, the formatter or the menu: no more follow. */
const pastedLength = 20;
/** A longer text would keep a run of another one waiting for too long. */
const preparedLengthMax = 100_000;

/** Makes every text ready that stands for a moment. */
export function startPreparing(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe((state, before) => {
    const { text } = state;
    if (text === before.text) return;
    clearTimeout(timer);
    expectRun(null);
    if (text.length > preparedLengthMax) return;
    const isTyped = Math.abs(text.length - before.text.length) < pastedLength;
    if (isTyped) timer = setTimeout(() => expectRun(text), prepareAfterMs);
    else expectRun(text);
  });
}
