// The simulator's worker that public/start.js has started before the page's own code was there.
// Invariant: it is given out once, and never after it has failed.

interface Early {
  readonly worker: Worker;
  readonly failed: boolean;
}

/** Takes the worker over; null where there is none. */
export function takeEarlyWorker(): Worker | null {
  const early: unknown = Reflect.get(globalThis, 'earlySimulator');
  if (!isEarly(early)) return null;
  Reflect.deleteProperty(globalThis, 'earlySimulator');
  return early.failed ? null : early.worker;
}

function isEarly(value: unknown): value is Early {
  return typeof value === 'object' && value !== null && 'worker' in value && 'failed' in value;
}
