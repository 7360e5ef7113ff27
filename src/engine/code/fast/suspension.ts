// What emitted fast code and the machine agree on when a function returns without being done.

/** Why: what its frame waits for. */
export const Suspension = {
  /** The exact flavour must execute the statement at pc, or the budget is too small. */
  bail: 1,
  /** What it called has been suspended. */
  callee: 2,
  /** The goroutine has stopped in the statement at pc. */
  stopped: 3,
  thrown: 4,
  /** The native at pc is suspended. */
  native: 5,
  /** Too many JS calls are active; nothing has been executed. */
  deep: 6,
} as const;
export type SuspensionCode = (typeof Suspension)[keyof typeof Suspension];

/** What a re-entry returns when the goroutine has stopped in its own frame. */
export const stopped: object = {};

/** JS calls that may be active before frames are made of them. */
export const maxDepth = 200;
