// Every command of the command line, once: how it is called, what it does, which options it knows.
// Help and suggestions are made from this table; arguments.ts reads the words by it.

import { stageNames } from '../engine/stage-names.ts';
import { type OptionName, runOptions } from './options.ts';

export interface CommandSpec {
  /** What follows `interleave`, a line each. */
  readonly usage: readonly string[];
  /** One line for the list of commands. */
  readonly summary: string;
  /** Lines of the command's own help. */
  readonly description: readonly string[];
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
}

const programs = [
  'PATH is a Go file, several files of one package, a folder (the package in it, and what',
  'it imports from its module), a txtar archive as the Go playground shares them, or - for',
  'any of these texts on standard input.',
];

export const commands = {
  run: {
    usage: ['run [options] PATH… [arguments]'],
    summary: 'run a program',
    description: [
      ...programs,
      'Words after PATH are the program’s own arguments.',
      '',
      'Exit codes are Go’s: 0; 1 for compile errors or a limit; 2 for a panic or a deadlock;',
      'or what the program gives to os.Exit. Where that would be 0: 66 for data races with',
      '--race, 3 for leaked goroutines with --leaks.',
    ],
    options: [...runOptions, 'trace', 'json'],
    examples: [
      'run main.go',
      'run --race --seed 7 .',
      "run --stdin '3 4' --max-time 10s prog.txtar",
      'run --signal INT@2s server.go',
      'run --trace - < main.go',
    ],
  },
  test: {
    usage: ['test [options] [PATH…]'],
    summary: 'run the tests and benchmarks of a package',
    description: [
      ...programs,
      './... means every package in this folder and below. Without PATH: the package in this folder.',
      'What follows -args is handed to the tests.',
    ],
    options: [
      ...([
        'verbose',
        'run',
        'list-tests',
        'skip',
        'bench',
        'benchtime',
        'benchmem',
        'count',
        'cpu',
      ] as const),
      ...(['short', 'failfast', 'parallel', 'shuffle', 'timeout', 'vet', 'seeds'] as const),
      ...runOptions,
      'json',
    ],
    examples: [
      'test ./...',
      'test -v --run TestPool/empty --race ./pool',
      'test --seeds 100 pool_test.go',
    ],
  },
  vet: {
    usage: ['vet [options] [PATH…]'],
    summary: 'report likely mistakes',
    description: [
      ...programs,
      './... means every package in this folder and below. Without PATH: the package in this folder.',
    ],
    options: ['lang', 'json'],
    examples: ['vet ./...', 'vet main.go'],
  },
  fmt: {
    usage: ['fmt [-l] [-d] [PATH…]'],
    summary: 'format as gofmt does',
    description: [
      'Rewrites Go files and the Go files within folders and txtar archives, and names those that',
      'changed. With - it formats standard input to standard output.',
      'Without PATH: the files in this folder.',
    ],
    options: ['list', 'diff'],
    examples: ['fmt', 'fmt -d main.go', 'fmt - < main.go'],
  },
  show: {
    usage: ['show STAGE [options] PATH…'],
    summary: 'print one stage of the way from source to picture',
    description: [`STAGE is one of ${stageNames.join(', ')}.`, ...programs],
    options: [...runOptions, 'step'],
    examples: ['show ir main.go', 'show world --step 40 main.go'],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

/** The table's row. */
export function commandSpec(name: CommandName): CommandSpec {
  return commands[name];
}
