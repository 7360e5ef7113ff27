// Every option of the command line, once: its name, what it takes, what it does. The commands pick
// theirs from here (commands.ts), and the help and the suggestions are made from both tables.

export interface OptionSpec {
  /** What the value is called in the help; null for a switch. */
  readonly value: string | null;
  /** Lines of the help. */
  readonly help: readonly string[];
  /** How it is written, where another command has another option of this name. */
  readonly spelling?: string;
  /** A second, shorter name. */
  readonly short?: string;
  /** Heading of the help under which it stands; "Options" without. */
  readonly group?: string;
}

const scheduling = 'Who runs when';
const checking = 'What is looked for';
const limits = 'Limits (a run that reaches one is stopped and says so)';

export const options = {
  seed: {
    value: 'N',
    help: [
      'schedule by a random number generator with this seed',
      "(without: as Go's own scheduler does)",
    ],
    group: scheduling,
  },
  schedule: {
    value: 'TEXT',
    help: ['repeat a recorded schedule, as --json shows it'],
    group: scheduling,
  },
  procs: {
    value: 'N',
    help: ['processors, as GOMAXPROCS (default 1)'],
    group: scheduling,
  },
  'ns-per-statement': {
    value: 'N',
    help: ['virtual nanoseconds that a statement takes (default 10)'],
    group: scheduling,
  },
  race: {
    value: null,
    help: ['report data races; exit code 66 when there was one'],
    group: checking,
  },
  leaks: {
    value: null,
    help: ['report goroutines that can never go on; exit code 3 when there is one'],
    group: checking,
  },
  lang: {
    value: 'goX.Y',
    help: ['language version; before go1.22 a loop has one variable for all its rounds'],
  },
  signal: {
    value: 'NAME@TIME',
    help: ['send a signal in virtual time: INT@2s; several with commas or given again'],
  },
  stdin: {
    value: 'FILE|TEXT',
    help: ['standard input: the content of the file if there is one, else the text'],
  },
  trace: { value: null, help: ["print every event after the program's output"] },
  json: { value: null, help: ['print the outcome as JSON instead of the output'] },
  step: { value: 'N', help: ['show world: the state after N events (default: all)'] },
  verbose: {
    value: null,
    short: 'v',
    help: ['name every test as it starts and ends, and show what it logs'],
  },
  run: { value: 'REGEXP', help: ['only tests whose names match; a / goes down to subtests'] },
  bench: { value: 'REGEXP', help: ['benchmarks whose names match, too'] },
  'list-tests': {
    value: 'REGEXP',
    spelling: 'list',
    help: ['only print the names of tests, benchmarks, examples and fuzz targets that match'],
  },
  skip: { value: 'REGEXP', help: ['leave out tests whose names match'] },
  count: { value: 'N', help: ['run each test N times'] },
  short: { value: null, help: ['what testing.Short reports'] },
  failfast: { value: null, help: ['start no test after one has failed'] },
  parallel: { value: 'N', help: ['at most N parallel tests at a time (default --procs)'] },
  timeout: {
    value: 'DURATION',
    help: ['panic when the tests take longer in virtual time (default 10m, 0 for never)'],
  },
  shuffle: { value: 'on|N', help: ['run tests in a random order, by the seed N'] },
  cpu: { value: 'LIST', help: ['run tests with each of these numbers of processors, like 1,2,4'] },
  benchtime: {
    value: 'D|Nx',
    help: ['measure for so long in virtual time (default 10ms), or N rounds'],
  },
  benchmem: { value: null, help: ['show what benchmarks leave in memory'] },
  vet: {
    value: 'off',
    help: ['do not look for likely mistakes first'],
  },
  seeds: {
    value: 'N',
    help: ['run the tests under N random schedules, until one fails; says how to repeat it'],
    group: scheduling,
  },
  list: { value: null, short: 'l', help: ['print the names of files that gofmt would change'] },
  diff: { value: null, short: 'd', help: ['print what gofmt would change'] },
  'max-statements': {
    value: 'N',
    help: ['statements, of all goroutines together'],
    group: limits,
  },
  'max-goroutines': { value: 'N', help: ['goroutines alive at once'], group: limits },
  'max-heap': { value: 'SIZE', help: ['memory, like 64MB'], group: limits },
  'max-output': { value: 'SIZE', help: ['output, like 1MB'], group: limits },
  'max-time': { value: 'DURATION', help: ['virtual time, like 90s or 1h30m'], group: limits },
  'max-events': { value: 'N', help: ['events, when they are kept'], group: limits },
  'max-depth': { value: 'N', help: ['calls within one another'], group: limits },
  help: { value: null, short: 'h', help: ['this text'] },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof options;

/** Flags of the go command that there are not, and why. */
export const refusedOptions: Readonly<Record<string, string>> = {
  cover: 'coverage is not measured here',
  covermode: 'coverage is not measured here',
  coverpkg: 'coverage is not measured here',
  coverprofile: 'coverage is not measured here',
  fuzz: 'inputs are not made up here; test runs the seeds of fuzz targets',
  fuzztime: 'inputs are not made up here; test runs the seeds of fuzz targets',
  fuzzminimizetime: 'inputs are not made up here; test runs the seeds of fuzz targets',
  cpuprofile: 'time is virtual, so there is nothing to profile',
  memprofile: 'memory is not profiled here; benchmarks show it with -benchmem',
  blockprofile: 'waiting is not profiled here; --trace and the page show all of it',
  mutexprofile: 'waiting is not profiled here; --trace and the page show all of it',
  tags: 'build tags cannot be set; files are chosen as on linux/amd64',
  ldflags: 'nothing is linked',
  gcflags: 'code is not compiled by gc',
  mod: 'no module is ever fetched',
  modfile: 'no module is ever fetched',
  exec: 'no process is ever started',
};

/** The options that say how a program is run, in the order of the help. */
export const runOptions = [
  ...(['seed', 'schedule', 'procs', 'ns-per-statement', 'race', 'leaks', 'lang'] as const),
  ...(['stdin', 'signal'] as const),
  ...(['max-statements', 'max-goroutines', 'max-heap', 'max-output', 'max-time'] as const),
  ...(['max-events', 'max-depth'] as const),
] as const satisfies readonly OptionName[];

/** The table's row, with the names of absent parts. */
export function specOf(name: OptionName): OptionSpec {
  return options[name];
}

/** How the option is written, without dashes. */
export function spellingOf(name: OptionName): string {
  return specOf(name).spelling ?? name;
}
