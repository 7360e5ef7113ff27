// Reading the program a command is about: a file, or standard input.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { decodeSchedule, type Scheduling, type SourceText } from '../engine/engine.ts';
import { UsageError } from './arguments.ts';

/** The text of FILE, or of standard input for `-`; throws UsageError if it cannot be read. */
export function readSource(path: string): SourceText {
  try {
    const text = readFileSync(path === '-' ? 0 : path, 'utf8');
    return { name: path === '-' ? 'prog.go' : basename(path), text };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot read ${path}: ${reason}`);
  }
}

let input: string | null = null;

/** What the program can read, as bytes; nothing if the program itself came that way. */
export function standardInput(path: string): string {
  if (path === '-') return '';
  input ??= readFileSync(0, 'latin1');
  return input;
}

/** Who decides, by --seed and --schedule. */
export function schedulingOf(seed: number | null, schedule: string | null): Scheduling {
  if (schedule !== null) {
    const decoded = decodeSchedule(schedule);
    if (decoded === null)
      throw new UsageError(`--schedule: ${JSON.stringify(schedule)} is no schedule`);
    return { kind: 'replay', schedule: decoded };
  }
  return seed === null ? { kind: 'go', seed: 1 } : { kind: 'random', seed };
}
