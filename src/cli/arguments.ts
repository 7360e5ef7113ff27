// The command line's words: which command, which program, which options; a mistake is a message
// that says what would have been right. What there is stands in commands.ts and options.ts.

import type { Limits, PlannedSignal } from '../engine/engine.ts';
import { type StageName, stageNames } from '../engine/stage-names.ts';
import { type CommandName, commandNames, commandSpec } from './commands.ts';
import { type OptionValues, readOptions } from './option-values.ts';
import { suggestion } from './suggestion.ts';
import { quoted, UsageError } from './usage-error.ts';

/** How a program is run, whatever the command. */
export interface RunSettings {
  /** null: the Go-like scheduler. */
  readonly seed: number | null;
  /** A recorded schedule to replay. */
  readonly schedule: string | null;
  /** null: the engine's default. */
  readonly processors: number | null;
  readonly nsPerStatement: number | null;
  readonly race: boolean;
  readonly leaks: boolean;
  /** Language version like "go1.21"; null: what the files say. */
  readonly goVersion: string | null;
  /** A file's name or a text; null: the command's own standard input. */
  readonly stdin: string | null;
  readonly signals: readonly PlannedSignal[];
  readonly limits: Partial<Limits>;
}

export interface RunCommand {
  readonly kind: 'run';
  /** Go files, a folder, an archive, or `-`. */
  readonly paths: readonly string[];
  readonly programArguments: readonly string[];
  readonly settings: RunSettings;
  readonly trace: boolean;
  readonly json: boolean;
}
export interface TestCommand {
  readonly kind: 'test';
  readonly paths: readonly string[];
  readonly settings: RunSettings;
  readonly verbose: boolean;
  /** No path was given: the package in this folder, whose output is passed on as it comes. */
  readonly isHere: boolean;
  /** Regular expressions; null: all tests, no benchmark. */
  readonly run: string | null;
  readonly skip: string | null;
  readonly bench: string | null;
  readonly benchTime: string | null;
  readonly benchMemory: boolean;
  /** Names that match are printed, and nothing is run. */
  readonly list: string | null;
  readonly count: number;
  /** Numbers of processors, as -cpu takes them. */
  readonly processors: string | null;
  readonly short: boolean;
  readonly failFast: boolean;
  readonly parallel: number | null;
  readonly shuffle: string | null;
  readonly timeout: string | null;
  /** Handed to the tests, after -args. */
  readonly programArguments: readonly string[];
  /** Tests are run whatever vet says of them. */
  readonly skipsVet: boolean;
  /** How many random schedules to try; null: one run as the settings say. */
  readonly seeds: number | null;
  readonly json: boolean;
}
export interface VetCommand {
  readonly kind: 'vet';
  readonly paths: readonly string[];
  readonly goVersion: string | null;
  readonly json: boolean;
}
export interface FmtCommand {
  readonly kind: 'fmt';
  readonly paths: readonly string[];
  readonly list: boolean;
  readonly diff: boolean;
}
export interface ShowCommand {
  readonly kind: 'show';
  readonly stage: StageName;
  readonly paths: readonly string[];
  readonly settings: RunSettings;
  /** Step of `show world`; null is the last one. */
  readonly step: number | null;
}
export interface HelpCommand {
  readonly kind: 'help';
  /** null: about all of them. */
  readonly topic: CommandName | null;
}
export interface VersionCommand {
  readonly kind: 'version';
}
export type Command =
  | RunCommand
  | TestCommand
  | VetCommand
  | FmtCommand
  | ShowCommand
  | HelpCommand
  | VersionCommand;

/** Reads the words after `interleave`; throws UsageError. */
export function parseCommand(given: readonly string[]): Command {
  const [first, ...rest] = given;
  if (first === undefined || /^--?h(elp)?$/.test(first)) return { kind: 'help', topic: null };
  if (first === 'version' || /^--?v(ersion)?$/.test(first)) return { kind: 'version' };
  if (first === 'help') {
    return { kind: 'help', topic: rest[0] === undefined ? null : commandNamed(rest[0]) };
  }
  const name = commandNamed(first);
  const split = name === 'test' ? rest.findIndex((word) => /^--?args$/.test(word)) : -1;
  const [words, toTests] = split < 0 ? [rest, []] : [rest.slice(0, split), rest.slice(split + 1)];
  // What follows the program's path belongs to the program.
  const { values, others } = readOptions(words, commandSpec(name).options, name === 'run');
  if (values.flag('help')) return { kind: 'help', topic: name };
  return commandOf(name, values, others, toTests);
}

function commandNamed(word: string): CommandName {
  const name = commandNames.find((each) => each === word);
  if (name !== undefined) return name;
  const hint = suggestion(word, [...commandNames, 'help', 'version']);
  if (hint === '' && /\.(go|txtar|txt)$|^\.{1,2}(\/|$)|^-$/.test(word)) {
    throw new UsageError(`which command? perhaps: interleave run ${word}`);
  }
  throw new UsageError(`unknown command ${quoted(word)}${hint === '' ? '; see help' : hint}`);
}

function commandOf(
  name: CommandName,
  values: OptionValues,
  others: readonly string[],
  toTests: readonly string[],
): Command {
  const json = values.flag('json');
  const pathsOrHere = others.length > 0 ? others : ['.'];
  switch (name) {
    case 'run': {
      const count = countOfPaths(others);
      if (count === 0) throw new UsageError('run: which file? (interleave run FILE)');
      const [paths, programArguments] = [others.slice(0, count), others.slice(count)];
      const trace = values.flag('trace');
      return { kind: 'run', paths, programArguments, settings: settingsOf(values), trace, json };
    }
    case 'test':
      return {
        kind: 'test',
        paths: pathsOrHere,
        settings: settingsOf(values),
        verbose: values.flag('verbose'),
        isHere: others.length === 0,
        run: values.text('run'),
        skip: values.text('skip'),
        bench: values.text('bench'),
        benchTime: values.text('benchtime'),
        benchMemory: values.flag('benchmem'),
        list: values.text('list-tests'),
        count: values.wholeNumber('count') ?? 1,
        processors: values.text('cpu'),
        short: values.flag('short'),
        failFast: values.flag('failfast'),
        parallel: values.count('parallel'),
        shuffle: values.text('shuffle'),
        timeout: values.durationText('timeout'),
        programArguments: toTests,
        skipsVet: vetIsOff(values.text('vet')),
        seeds: values.count('seeds'),
        json,
      };
    case 'vet':
      return { kind: 'vet', paths: pathsOrHere, goVersion: values.goVersion('lang'), json };
    case 'fmt':
      return {
        kind: 'fmt',
        paths: pathsOrHere,
        list: values.flag('list'),
        diff: values.flag('diff'),
      };
    case 'show':
      return showCommandOf(values, others);
  }
}

/** As `go run`: Go files as long as they follow one another, or one path of another kind. */
function countOfPaths(words: readonly string[]): number {
  const firstOther = words.findIndex((word) => !word.endsWith('.go'));
  const files = firstOther < 0 ? words.length : firstOther;
  return Math.min(Math.max(files, 1), words.length);
}

function vetIsOff(text: string | null): boolean {
  if (text !== null && text !== 'off') throw new UsageError(`--vet takes off, not ${quoted(text)}`);
  return text === 'off';
}

function showCommandOf(values: OptionValues, others: readonly string[]): ShowCommand {
  const [stage, ...paths] = others;
  const known = stageNames.find((candidate) => candidate === stage);
  if (known === undefined) {
    const hint =
      stage === undefined ? '' : `: ${quoted(stage)} is none${suggestion(stage, stageNames)}`;
    throw new UsageError(`show: which stage${hint}? One of ${stageNames.join(', ')}`);
  }
  if (paths.length === 0) throw new UsageError(`show ${known}: which file?`);
  const step = values.wholeNumber('step');
  if (step !== null && known !== 'world') throw new UsageError('--step goes with show world');
  return { kind: 'show', stage: known, paths, settings: settingsOf(values), step };
}

function settingsOf(values: OptionValues): RunSettings {
  return {
    seed: values.wholeNumber('seed'),
    schedule: values.text('schedule'),
    processors: values.count('procs'),
    nsPerStatement: values.count('ns-per-statement'),
    race: values.flag('race'),
    leaks: values.flag('leaks'),
    goVersion: values.goVersion('lang'),
    stdin: values.text('stdin'),
    signals: values.signals('signal'),
    limits: limitsOf(values),
  };
}

function limitsOf(values: OptionValues): Partial<Limits> {
  const given = {
    statements: values.count('max-statements'),
    goroutines: values.count('max-goroutines'),
    heapBytes: values.bytes('max-heap'),
    outputBytes: values.bytes('max-output'),
    virtualNs: values.duration('max-time'),
    events: values.count('max-events'),
    depth: values.count('max-depth'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}
