// What the detectors found, as data for reports, the page and scripts: data races with both
// accesses, and goroutines that are blocked for ever or were cut short. Plain values only.

/** A function on a stack, and where in it. */
export interface CodePlace {
  readonly func: string;
  /** As sources name it: no folder for the program's own files. */
  readonly file: string;
  readonly line: number;
}

/** One of the two sides of a data race. */
export interface RaceAccess {
  readonly goroutine: number;
  readonly isWrite: boolean;
  /** Innermost first; never empty. */
  readonly stack: readonly CodePlace[];
  /** Whether the goroutine was over when the race was found. */
  readonly isFinished: boolean;
  /** The go statement that started it, innermost first; empty for main. */
  readonly created: readonly CodePlace[];
}

/** Two accesses to one place in memory, one at least a write, in no order of Go's memory model. */
export interface Race {
  /** The variable, field, element, map or channel, as far as it has a name: else ''. */
  readonly variable: string;
  readonly address: number;
  /** The access that made the race known, and the one before. */
  readonly current: RaceAccess;
  readonly previous: RaceAccess;
  /** Events of the run when the report was written; statements of the run likewise. */
  readonly event: number;
  readonly statements: number;
}

/** A moment of a run: right after so many events, at this virtual time in nanoseconds. */
export interface Moment {
  readonly event: number;
  readonly ns: number;
}

/** A goroutine that was not over when the run was. */
export interface UnfinishedGoroutine {
  readonly goroutine: number;
  /** Nothing can wake it any more; else main did not wait for it. */
  readonly isLeaked: boolean;
  /** Go's words; '' when it could run. */
  readonly waitReason: string;
  /** What the source calls the thing it waits for: `jobs`, `p.mu`; '' when it has no name. */
  readonly operand: string;
  /** Where it stays, and the go statement that started it, in the user's own code. */
  readonly at: CodePlace | null;
  readonly created: CodePlace | null;
  /** Virtual nanoseconds of the run at which it began to wait. */
  readonly since: number;
  /** From when on nothing could wake it, if somebody looked for that and it is leaked. */
  readonly lostAt: Moment | null;
  /** Ids of the channels or sync objects that it waits on. */
  readonly objects: readonly number[];
  /** As Go prints it, `(leaked)` behind the reason. */
  readonly trace: string;
}
