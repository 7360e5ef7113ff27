// gofmt on demand, in a worker that starts when it is first needed.

import { store } from './store.ts';
import { formatInWorker } from '../../worker/formatter.ts';

/** Formats the source; text that does not parse stays as it is, and its error is shown. */
export function formatSource(): void {
  void format();
}

async function format(): Promise<void> {
  const { text } = store.getState();
  const result = await formatInWorker(text);
  if (store.getState().text !== text) return;
  if (result.kind === 'formatted') {
    if (result.text !== text) store.setState({ text: result.text });
  } else {
    store.setState({ refusal: { kind: 'diagnostics', diagnostics: result.diagnostics } });
  }
}
