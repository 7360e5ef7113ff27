// Commands that a key or a button gives and that a mounted component carries out: fit the stage,
// zoom the timeline, put the focus into the editor.

export interface Signal {
  /** Asks whoever listens. */
  readonly send: () => void;
  /** Listens; returns how to stop. */
  readonly on: (listener: () => void) => () => void;
}

function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    send: () => {
      for (const listener of listeners) listener();
    },
    on: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Shows all of the stage. */
export const fitStage = createSignal();
/** Shows less of the run, larger, or more of it. */
export const timelineIn = createSignal();
export const timelineOut = createSignal();
/** Puts the focus into the editor. */
export const focusEditor = createSignal();
