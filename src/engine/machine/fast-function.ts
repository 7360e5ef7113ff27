// A function as the fast flavour knows it (code/fast). Invariant: whether and when a function gets
// its fast code changes nothing that can be observed but speed.

/** `run(machine, goroutine, depth, captures, …arguments)`, see code/fast/emit-fast.ts. */
export type FastRun = (
  machine: never,
  goroutine: never,
  depth: number,
  captures: unknown,
  ...args: readonly unknown[]
) => unknown;

/** `reenter(machine, goroutine, frame)`: goes on from a frame. */
export type Reenter = (machine: never, goroutine: never, frame: never) => unknown;

const noCosts = new Int32Array(0);

export class FastFunction {
  /** How often it could have been entered. */
  heat = 0;
  reenter: Reenter | null = null;
  /** Fast code calls it, so going on in fast code pays. */
  isCalled = false;
  /** Budget needed to go on at each pc; 0 or undefined where that is not possible. */
  costs: Int32Array = noCosts;
  /** ≥ 0 at each pc where fast code can complete the statement. */
  resumptions: Int32Array = noCosts;
  readonly isLibrary: boolean;

  constructor(isLibrary: boolean) {
    this.isLibrary = isLibrary;
  }
}

/** How often a function runs in the exact flavour before it gets fast code. */
export const hot = 8;
/** So many statements in one go count as hot too. */
export const longRun = 1000;

/** Thrown by what needs frames, or is better done between statements, out of fast code. */
export const needsExact = Symbol('needs the exact flavour');
