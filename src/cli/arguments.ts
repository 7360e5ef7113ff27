// The command line's words: which command, which file, which options; a mistake is a message that
// says what would have been right. Parsing itself is node:util's.

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type StageName, stageNames } from '../engine/stages.ts';

/** A mistake in how the command was called; the message is for the person, exit code 2. */
export class UsageError extends Error {}

export interface RunCommand {
  readonly kind: 'run';
  readonly path: string;
  readonly programArguments: readonly string[];
  /** null: the Go-like scheduler. */
  readonly seed: number | null;
  /** A recorded schedule to replay. */
  readonly schedule: string | null;
  readonly trace: boolean;
  readonly json: boolean;
}
export interface ShowCommand {
  readonly kind: 'show';
  readonly stage: StageName;
  readonly path: string;
  readonly seed: number | null;
  readonly schedule: string | null;
  /** Step of `show world`; null is the last one. */
  readonly step: number | null;
}
export interface HelpCommand {
  readonly kind: 'help';
}
export type Command = RunCommand | ShowCommand | HelpCommand;

export const helpText = `interleave: run Go programs with goroutines so that every run can be repeated

Usage:
  interleave run [options] FILE [arguments]   run a program
  interleave show STAGE [options] FILE        print one stage of the way from source to picture
                                              (${stageNames.join(', ')})
  interleave help                             this text

FILE may be - for standard input.

Options of run and show:
  --seed N          schedule by a random number generator with this seed
                    (without it: like Go's own scheduler on one processor)
  --schedule TEXT   replay a recorded schedule
  --trace           run: print every event after the program's output
  --json            run: print the outcome as JSON instead of the output
  --step N          show world: the state after N events (default: all)

Exit codes are Go's: 0, 1 for compile errors, 2 for a panic or deadlock, or the program's own.
`;

const options = {
  seed: { type: 'string' },
  schedule: { type: 'string' },
  trace: { type: 'boolean' },
  json: { type: 'boolean' },
  step: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

/** Reads the words after `interleave`; throws UsageError. */
export function parseCommand(words: readonly string[]): Command {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    return { kind: 'help' };
  }
  if (name !== 'run' && name !== 'show') {
    throw new UsageError(`unknown command ${quoted(name)}${suggestion(name, ['run', 'show'])}`);
  }
  return name === 'run' ? parseRun(rest) : parseShow(rest);
}

function parseRun(words: readonly string[]): Command {
  // What follows the file belongs to the program.
  const fileAt = positionOfFile(words);
  const { values } = parseOptions(words.slice(0, fileAt));
  if (values.help === true) return { kind: 'help' };
  const path = words[fileAt];
  if (path === undefined) throw new UsageError('run: which file? (interleave run FILE)');
  if (values.step !== undefined) throw new UsageError('run: --step goes with show world');
  return {
    kind: 'run',
    path,
    programArguments: words.slice(fileAt + 1),
    seed: wholeNumber('seed', values.seed),
    schedule: values.schedule ?? null,
    trace: values.trace === true,
    json: values.json === true,
  };
}

function parseShow(words: readonly string[]): Command {
  const { values, positionals } = parseOptions(words);
  if (values.help === true) return { kind: 'help' };
  const [stage, path] = positionals;
  const known = stageNames.find((candidate) => candidate === stage);
  if (known === undefined) {
    const hint =
      stage === undefined ? '' : `: ${quoted(stage)} is none${suggestion(stage, stageNames)}`;
    throw new UsageError(`show: which stage${hint}? One of ${stageNames.join(', ')}`);
  }
  if (path === undefined) throw new UsageError(`show ${known}: which file?`);
  return {
    kind: 'show',
    stage: known,
    path,
    seed: wholeNumber('seed', values.seed),
    schedule: values.schedule ?? null,
    step: wholeNumber('step', values.step),
  };
}

/** Index of the first word that is neither an option nor an option's value. */
function positionOfFile(words: readonly string[]): number {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '-' || !word.startsWith('-')) return i;
    const name = word.replace(/^--/, '');
    const option = Object.entries(options).find(([key]) => key === name);
    if (option !== undefined && option[1].type === 'string') i++;
  }
  return words.length;
}

function parseOptions(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /Unknown option '(-+[^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message);
    const known = Object.keys(options).map((key) => `--${key}`);
    throw new UsageError(`unknown option ${unknown}${suggestion(unknown, known)}`);
  }
}

function wholeNumber(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,15}$/.test(text)) {
    throw new UsageError(`--${name} takes a whole number, not ${quoted(text)}`);
  }
  return Number(text);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** `; did you mean …?` when one of the known words is near. */
function suggestion(word: string, known: readonly string[]): string {
  let best = '';
  let bestDistance = 3;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best === '' ? '' : `; did you mean ${best}?`;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
