// How a run ended, as data for people and for exit codes.

import type { LimitName } from './limits.ts';

export type Verdict =
  /** main returned; the exit code is 0 unless a detector has found something. */
  | { readonly kind: 'ok'; readonly exitCode: number }
  /** os.Exit, or what ends the program with it. */
  | { readonly kind: 'exit'; readonly exitCode: number }
  /** A panic nobody recovered. `text` is what Go prints after "panic: ". */
  | {
      readonly kind: 'panic';
      readonly exitCode: 2;
      readonly text: string;
      readonly goroutine: number;
    }
  /** `fatal error: ${text}` */
  | {
      readonly kind: 'fatal';
      readonly exitCode: 2;
      readonly text: string;
      readonly goroutine: number;
    }
  /** All goroutines are asleep. `waiting`: their ids. */
  | {
      readonly kind: 'deadlock';
      readonly exitCode: 2;
      readonly text: string;
      readonly waiting: readonly number[];
    }
  /** A limit of the simulator was reached. */
  | {
      readonly kind: 'limit';
      readonly exitCode: 1;
      readonly limit: LimitName;
      readonly message: string;
    };
