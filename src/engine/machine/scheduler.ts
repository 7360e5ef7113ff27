// The one door for choice. Whatever Go leaves open is asked for here as a ChoicePoint; what a
// scheduler does not want to decide is decided as Go would: run queues decide who runs, the seeded
// generator decides the rest. Invariant: a Schedule determines a run completely.

import { Random } from '../base/random.ts';

/** What a statement costs on the virtual clock, unless a run says otherwise. */
export const defaultNsPerStatement = 10;
/** Go knows no limit; the trace has 16 bits for a processor. */
export const maxProcessors = 65_535;

export const choiceKinds = [
  'goroutine',
  'timeSlice',
  'selectCase',
  'mapOrder',
  'random',
  'victim',
] as const;
/**
 * goroutine   which of the runnable goroutines runs next; 0 is whom Go would run
 * timeSlice   statements until it is preempted; 0 is a whole slice
 * selectCase  which of the ready cases of a select is taken (in source order)
 * mapOrder    at which slot a range over a map starts
 * random      a random number for the program
 * victim      which of the processors that have work another one steals from
 */
export type ChoiceKind = (typeof choiceKinds)[number];

export interface ChoicePoint {
  readonly kind: ChoiceKind;
  /** The answer is an integer 0 ≤ n < count. */
  readonly count: number;
  /** For `goroutine`: who may run, in the order of the answers. */
  readonly goroutines: readonly number[];
}

export interface Scheduler {
  /** What it decides; it is never asked about other kinds. */
  readonly controls: ReadonlySet<ChoiceKind>;
  /** Events after which it begins to decide. */
  readonly from: number;
  /** Events after which the time slice of whoever runs is over: forks. Ascending. */
  readonly cuts: readonly number[];
  choose(point: ChoicePoint): number;
}

/** Go's own order on its run queues; chance comes from the seed alone. */
const throughout = { from: 0, cuts: [] };
export const goScheduler: Scheduler = { ...throughout, controls: new Set(), choose: () => 0 };

/**
 * Any runnable goroutine, for a few statements at a time: explores what Go's scheduler may do with
 * more processors and bad luck. `meanSlice`: statements a goroutine runs on average.
 */
export function randomScheduler(seed: number, meanSlice = 20): Scheduler {
  const random = new Random(seed ^ 0x5bd1e995);
  return {
    ...throughout,
    controls: new Set<ChoiceKind>(['goroutine', 'timeSlice']),
    choose: ({ kind, count }) => {
      if (kind === 'goroutine') return random.below(count);
      return 1 + random.below(Math.min(count - 1, 2 * meanSlice));
    },
  };
}

/** Gives the recorded answers, then leaves everything to the seed. */
export function replayScheduler(schedule: Schedule): Scheduler {
  let next = 0;
  return {
    controls: new Set(schedule.controls),
    from: schedule.from,
    cuts: schedule.cuts,
    choose: ({ count }) => Math.min(schedule.choices[next++] ?? 0, count - 1),
  };
}

/** How a run goes on after a fork. */
export type Continuation =
  /** This one runs as soon as somebody is to be chosen; afterwards it is as Go would have it. */
  | { readonly kind: 'goroutine'; readonly goroutine: number }
  | { readonly kind: 'random'; readonly seed: number };

/** Where a run leaves another one, and how it goes on. */
export interface Fork {
  readonly base: Schedule;
  /** Answers that the base had used up to the event. */
  readonly used: number;
  /** Events that both have in common. */
  readonly events: number;
  readonly continuation: Continuation;
}

/** Repeats the base up to the fork, where whoever runs has to stop, and goes on otherwise. */
export function forkScheduler({ base, used, events, continuation }: Fork): Scheduler {
  // What decided before the fork decides after it; where nothing did, control begins there.
  const isControlled = base.controls.length > 0 && base.from <= events;
  const given = isControlled ? base.choices.slice(0, used) : [];
  const cuts = [...base.cuts.filter((cut) => cut < events), events];
  const chance = continuation.kind === 'random' ? randomScheduler(continuation.seed) : null;
  let wanted = continuation.kind === 'goroutine' ? continuation.goroutine : 0;
  let next = 0;
  return {
    controls: new Set<ChoiceKind>(isControlled ? base.controls : ['goroutine', 'timeSlice']),
    from: isControlled ? base.from : events,
    cuts,
    choose: (point) => {
      const answer = given[next++];
      if (answer !== undefined) return Math.min(answer, point.count - 1);
      if (chance !== null) return chance.choose(point);
      const place = point.goroutines.indexOf(wanted);
      if (place < 0) return 0;
      wanted = 0;
      return place;
    },
  };
}

/** All that is needed to repeat a run of the same program. */
export interface Schedule {
  readonly seed: number;
  readonly controls: readonly ChoiceKind[];
  readonly choices: readonly number[];
  /** See Scheduler. */
  readonly from: number;
  readonly cuts: readonly number[];
  /** Processors at the start. */
  readonly processors: number;
  /** Virtual cost of a statement. */
  readonly nsPerStatement: number;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const letters = 'gtsmrv';
const schedulePattern = new RegExp(
  [
    /^(-?\d+)(?:p(\d{1,5}))?(?:n(\d+(?:\.\d+)?))?/,
    /(?:f(\d+))?(?:x(\d+(?:_\d+)*))?(?:\.([gtsmrv]+)\.([\w-]*))?$/,
  ]
    .map(({ source }) => source)
    .join(''),
);

/**
 * A schedule as a short text for a command line or a link: `7` for a seed alone, `7p4n20` for a seed
 * on 4 processors at 20 ns a statement, else `7.gt.DAQ…`: also controlled kinds, and answers as
 * base-32 digits, equal neighbours once with a count. `f` and `x` before that: where control begins,
 * and forks.
 */
export function encodeSchedule(schedule: Schedule): string {
  const { seed, controls, choices, from, cuts, processors, nsPerStatement } = schedule;
  const count = processors === 1 ? '' : `p${processors}`;
  const cost = nsPerStatement === defaultNsPerStatement ? '' : `n${nsPerStatement}`;
  const begin = from === 0 ? '' : `f${from}`;
  const forks = cuts.length === 0 ? '' : `x${cuts.join('_')}`;
  const head = `${seed}${count}${cost}${begin}${forks}`;
  if (controls.length === 0) return head;
  const kinds = choiceKinds
    .map((kind, index) => (controls.includes(kind) ? (letters[index] ?? '') : ''))
    .join('');
  let text = '';
  for (let i = 0; i < choices.length; ) {
    const choice = choices[i] ?? 0;
    let run = 1;
    while (choices[i + run] === choice) run++;
    // The lowest bit says whether a count follows.
    text += encodeNumber(choice * 2 + (run > 1 ? 1 : 0));
    if (run > 1) text += encodeNumber(run);
    i += run;
  }
  return `${head}.${kinds}.${text}`;
}

/** The schedule of a text; null when it is none. */
export function decodeSchedule(text: string): Schedule | null {
  const match = schedulePattern.exec(text);
  if (match === null) return null;
  const kinds = match[6] ?? '';
  const numbers = decodeNumbers(match[7] ?? '');
  const from = Number(match[4] ?? 0);
  const cuts = match[5]?.split('_').map(Number) ?? [];
  const processors = Number(match[2] ?? 1);
  const nsPerStatement = Number(match[3] ?? defaultNsPerStatement);
  const isPossible = processors >= 1 && processors <= maxProcessors && nsPerStatement > 0;
  if (numbers === null || !isPossible) return null;
  const choices: number[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const head = numbers[i] ?? 0;
    const choice = Math.floor(head / 2);
    let run = 1;
    if (head % 2 === 1) {
      run = numbers[++i] ?? 0;
      if (run < 2 || run > 1e8) return null;
    }
    for (let k = 0; k < run; k++) choices.push(choice);
  }
  const controls = choiceKinds.filter((_, index) => kinds.includes(letters[index] ?? '?'));
  return { seed: Number(match[1]), controls, choices, from, cuts, processors, nsPerStatement };
}

/** Five bits a digit, lowest first; the sixth says that more follow. */
function encodeNumber(value: number): string {
  let rest = value;
  let text = '';
  do {
    const low = rest % 32;
    rest = Math.floor(rest / 32);
    text += digits[low + (rest > 0 ? 32 : 0)] ?? '';
  } while (rest > 0);
  return text;
}

function decodeNumbers(text: string): readonly number[] | null {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (const digit of text) {
    const bits = digits.indexOf(digit);
    value += (bits % 32) * scale;
    if (bits >= 32) scale *= 32;
    else {
      numbers.push(value);
      value = 0;
      scale = 1;
    }
  }
  return scale === 1 ? numbers : null;
}
