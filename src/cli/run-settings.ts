// What the options of `run`, `test` and `show` mean to the engine.

import { existsSync, readFileSync, statSync } from 'node:fs';
import {
  decodeSchedule,
  type GivenFile,
  type RunOptions,
  type Scheduling,
} from '../engine/engine.ts';
import type { RunSettings } from './arguments.ts';
import { evaluate } from './evaluate.ts';
import { quoted, UsageError } from './usage-error.ts';

/**
 * How to run a program whose text did or did not come on standard input; what the caller adds is
 * about what is done with the run.
 */
export function runOptionsOf(
  settings: RunSettings,
  isProgramOnStdin: boolean,
  files: () => readonly GivenFile[],
  rest: Pick<RunOptions, 'args' | 'records'> = {},
): RunOptions {
  let input: string | null = null;
  let given: readonly GivenFile[] | null = null;
  // Input and files are read when the program asks: spreading this object would read them at once.
  return {
    ...rest,
    scheduling: schedulingOf(settings),
    limits: settings.limits,
    ...(settings.processors === null ? {} : { processors: settings.processors }),
    ...(settings.nsPerStatement === null ? {} : { nsPerStatement: settings.nsPerStatement }),
    race: settings.race,
    leaks: settings.leaks,
    signals: settings.signals,
    evaluate,
    get input() {
      input ??= inputOf(settings.stdin, isProgramOnStdin);
      return input;
    },
    get files() {
      given ??= files();
      return given;
    },
  };
}

/** The same options but for some; what is read only when it is asked for stays so. */
export function withOptions(options: RunOptions, others: Partial<RunOptions>): RunOptions {
  return Object.create(options, Object.getOwnPropertyDescriptors(others));
}

function schedulingOf({ seed, schedule }: RunSettings): Scheduling {
  if (schedule !== null) {
    const decoded = decodeSchedule(schedule);
    if (decoded === null) throw new UsageError(`--schedule: ${quoted(schedule)} is no schedule`);
    return { kind: 'replay', schedule: decoded };
  }
  return seed === null ? { kind: 'go', seed: 1 } : { kind: 'random', seed };
}

/** What the program can read, as bytes. */
function inputOf(stdin: string | null, isProgramOnStdin: boolean): string {
  if (stdin === null) return isProgramOnStdin ? '' : readFileSync(0, 'latin1');
  const isFile = existsSync(stdin) && statSync(stdin).isFile();
  return isFile ? readFileSync(stdin, 'latin1') : Buffer.from(stdin, 'utf8').toString('latin1');
}
