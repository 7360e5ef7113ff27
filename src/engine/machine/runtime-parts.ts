// What a run is made of besides its state: the program, the schedule, the trace and the options.

import type { Program } from '../go/ir/program.ts';
import type { Trace } from '../trace/trace.ts';
import type { Limits } from './limits.ts';
import type { Scheduler } from './scheduler.ts';

/** A signal that somebody sends to the program. */
export interface PlannedSignal {
  /** Its number: 2 is SIGINT. */
  readonly signal: number;
  /** When, in virtual nanoseconds since the program began. */
  readonly atNs: number;
}

/** A file that lies in the working directory when the program begins. */
export interface GivenFile {
  /** Relative, `/` between folders; one that ends in `/` is the folder where the program works. */
  readonly name: string;
  /** A byte string. */
  readonly bytes: string;
}

/** What a run is made of besides its state. */
export interface RuntimeParts {
  readonly program: Program;
  readonly scheduler: Scheduler;
  readonly trace: Trace | null;
  readonly limits: Limits;
  readonly seed: number;
  /** Virtual cost of a statement, in nanoseconds; > 0. */
  readonly nsPerStatement: number;
  /** How many there are at the start. */
  readonly processors: number;
  readonly epoch: bigint;
  readonly args: readonly string[];
  /** What is sent to the program from outside. */
  readonly signals: readonly PlannedSignal[];
  /** Standard input, as bytes. */
  readonly input: string;
  /** Asked for only when the program looks at files. */
  readonly files?: readonly GivenFile[];
  /** Keep every object that was ever shown, so that worlds can be compared. */
  readonly tracksObjects: boolean;
}
