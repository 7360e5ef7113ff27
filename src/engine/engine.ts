// The engine's face: source text to Program, Program to Machine, Machine to what people look at.
// Workers and the command line call nothing below it. Invariant: everything here is deterministic;
// the host lends only a way to evaluate emitted text.

import { emitStruct } from './code/emit-struct.ts';
import { encodeUtf8 } from './base/utf8.ts';
import { type PlacedDiagnostic, placed } from './diagnose.ts';
import type { Evaluate } from './code/unit.ts';
import { callText, exactText, reentryText } from './code/unit-texts.ts';
import {
  checkSources,
  diagnosticText,
  type FrontEndOptions,
  type FrontEndResult,
  type SourceText,
} from './go/compile.ts';
import type { Program } from './go/ir/program.ts';
import type { Diagnostic } from './go/syntax/diagnostic.ts';
import { leakMoments } from './detectors/leak-moments.ts';
import { leakReport, unfinishedGoroutines } from './detectors/leak-report.ts';
import { RaceDetector } from './detectors/race-detector.ts';
import { lower } from './go/lower/lower.ts';
import { LoweredLibrary } from './go/lower/lowered-library.ts';
import { machineMethods } from './go/lower/options.ts';
import { History } from './machine/history.ts';
import { type InspectedFrame, inspect } from './machine/inspect.ts';
import { defaultLimits, type Limits } from './machine/limits.ts';
import { Machine } from './machine/machine.ts';
import type { GivenFile, PlannedSignal } from './machine/runtime-parts.ts';
import type { Native } from './machine/native.ts';
import { machineRoots } from './machine/roots.ts';
import {
  type Continuation,
  defaultNsPerStatement,
  type Fork,
  forkScheduler,
  goScheduler,
  randomScheduler,
  replayScheduler,
  type Schedule,
  type Scheduler,
} from './machine/scheduler.ts';
import { unpackOrNull } from './go/archive/archive.ts';
import { libraryNatives } from './natives/library-natives.ts';
import { schedulingNatives } from './natives/machine-natives.ts';
import { timeValue } from './natives/time.ts';
import type { Race, UnfinishedGoroutine } from './trace/detected.ts';
import type { Recording, TraceSite } from './trace/recording.ts';
import { Trace } from './trace/trace.ts';

export { leakReport };
export type { Evaluate } from './code/unit.ts';
export type { FrontEndOptions, SourceText } from './go/compile.ts';
export type { Limits } from './machine/limits.ts';
export { type Continuation, decodeSchedule, encodeSchedule } from './machine/scheduler.ts';
export type { GivenFile, PlannedSignal } from './machine/runtime-parts.ts';

const natives: ReadonlyMap<string, Native> = new Map([...libraryNatives, ...schedulingNatives]);

/** What all programs of this process have in common. */
const library = new LoweredLibrary();

/** Methods that formatting calls on values of any type. */
const nativeMethods = [...machineMethods, 'GoString', 'Format', 'Unwrap', 'Is', 'As'];

/** Where Go's playground starts its clock: 2009-11-10 23:00:00 UTC, in nanoseconds. */
const playgroundEpoch = 1_257_894_000_000_000_000n;

export type Compiled =
  | { readonly ok: true; readonly program: Program }
  /** `text` is what the go command prints. */
  | {
      readonly ok: false;
      readonly diagnostics: readonly Diagnostic[];
      readonly placed: readonly PlacedDiagnostic[];
      readonly text: string;
    };

/** The files of a txtar archive, as its program finds them when it runs; null if it is none. */
export function archivedFiles(sources: readonly SourceText[]): readonly GivenFile[] | null {
  const [only] = sources;
  const unpacked = sources.length === 1 && only !== undefined ? unpackOrNull(only.text) : null;
  if (unpacked?.kind !== 'files') return null;
  return unpacked.files.map(({ name, text }) => ({ name, bytes: encodeUtf8(text) }));
}

/** Compiles a program with all that it imports; a txtar archive is taken apart. */
export function compile(sources: readonly SourceText[], options: FrontEndOptions = {}): Compiled {
  const isAlone = options.wholeLibrary === true;
  return compileChecked(checkSources(sources, { ...options, runs: true }), isAlone);
}

/** The same in parts, for hosts that have something else to do in between. */
export function* compileInParts(
  sources: readonly SourceText[],
  options: FrontEndOptions = {},
): Generator<undefined, Compiled> {
  const checked = checkSources(sources, { ...options, runs: true });
  yield;
  return compileChecked(checked);
}

/**
 * Lowers what the front end has checked; what is wrong if there is no program. `isAlone`: without
 * what is known of the library from other programs.
 */
export function compileChecked(result: FrontEndResult, isAlone = false): Compiled {
  const { program } = result;
  if (program === null) {
    const { diagnostics } = result;
    return { ok: false, diagnostics, placed: placed(result), text: diagnosticText(result) };
  }
  const lowered = lower(
    program.packages,
    {
      fileSet: result.fset,
      isPureNative: (name) => natives.get(name)?.kind === 'pure',
      nativeMethods,
      roots: machineRoots,
      godebug: program.godebug,
    },
    isAlone ? new LoweredLibrary() : library,
  );
  return { ok: true, program: lowered };
}

/**
 * The bodies of all units that a program may ask to have evaluated: for hosts that can only evaluate
 * text ahead of the run. Each is the body of a function of (A, K).
 */
export function* unitBodies(
  program: Program,
  options: { readonly race?: boolean } = {},
): Generator<string, void> {
  const { race = false } = options;
  const isPure = (name: string): boolean => natives.get(name)?.kind === 'pure';
  for (const type of program.types) {
    if (type.kind === 'struct') yield emitStruct(program, type).body;
  }
  for (const func of program.funcs) {
    const exact = exactText(program, func, isPure, race);
    const fast = race ? [] : [callText(program, func, isPure), reentryText(program, func, isPure)];
    for (const unit of [exact, ...fast]) if (unit !== null) yield unit.body;
  }
}

/** Who decides what Go leaves open. */
export type Scheduling =
  /** As Go's own scheduler; other chance from the seed. */
  | { readonly kind: 'go'; readonly seed: number }
  | { readonly kind: 'random'; readonly seed: number }
  | { readonly kind: 'replay'; readonly schedule: Schedule }
  | { readonly kind: 'fork'; readonly fork: Fork };

export interface RunOptions {
  readonly scheduling: Scheduling;
  readonly limits?: Partial<Limits>;
  /** os.Args after the program's name. */
  readonly args?: readonly string[];
  /** Processors at the start (runtime.GOMAXPROCS), 1 to 65535. Default: 1. A replay has its own. */
  readonly processors?: number;
  /** Signals sent to the program while it runs. */
  readonly signals?: readonly PlannedSignal[];
  /** What a statement costs on the virtual clock, in ns, > 0. Default: 10. A replay has its own. */
  readonly nsPerStatement?: number;
  /** Standard input, as bytes; asked for only when the program reads. */
  readonly input?: string;
  /** Files in the working directory at the start; asked for only when the program looks. */
  readonly files?: readonly GivenFile[];
  readonly evaluate: Evaluate;
  /** How statements are run; what can be observed is the same. Default: fast. */
  readonly flavour?: 'exact' | 'fast';
  /** Look for data races: reports on standard error, exit code 66 where it would be 0. */
  readonly race?: boolean;
  /** Make sure that `unfinishedOf` can be asked when the run is over. Default: false. */
  readonly leaks?: boolean;
  /** Whether events are kept in the trace; without, their number has no limit. Default: true. */
  readonly records?: boolean;
  /** Keep every object that was ever shown, so that worlds can be compared (tests). */
  readonly tracksObjects?: boolean;
}

/** A run that has not begun. */
export interface Run {
  readonly machine: Machine;
  readonly trace: Trace;
  readonly program: Program;
  readonly options: RunOptions;
}

/** Sets a program up; `machine.run` lets it go on, piece by piece. */
export function start(program: Program, options: RunOptions): Run {
  const trace = new Trace();
  const { scheduling } = options;
  const base = baseOf(scheduling);
  const costs = base ?? options;
  const machine = new Machine({
    program,
    scheduler: schedulerOf(scheduling),
    trace: options.records === false ? null : trace,
    limits: { ...defaultLimits, ...options.limits },
    seed: 'seed' in scheduling ? scheduling.seed : (base?.seed ?? 1),
    nsPerStatement: costs.nsPerStatement ?? defaultNsPerStatement,
    processors: costs.processors ?? 1,
    signals: options.signals ?? [],
    epoch: playgroundEpoch,
    args: ['prog', ...(options.args ?? [])],
    get input() {
      return options.input ?? '';
    },
    get files() {
      return options.files ?? [];
    },
    tracksObjects: options.tracksObjects ?? false,
    natives,
    evaluate: options.evaluate,
    detector: options.race === true ? (runtime) => new RaceDetector(runtime) : undefined,
    flavour: options.leaks === true ? 'exact' : (options.flavour ?? 'fast'),
    timeValue,
  });
  return { machine, trace, program, options };
}

/** The schedule that a run repeats, wholly or in part; null for a new one. */
function baseOf(scheduling: Scheduling): Schedule | null {
  if (scheduling.kind === 'replay') return scheduling.schedule;
  return scheduling.kind === 'fork' ? scheduling.fork.base : null;
}

function schedulerOf(scheduling: Scheduling): Scheduler {
  switch (scheduling.kind) {
    case 'go':
      return goScheduler;
    case 'random':
      return randomScheduler(scheduling.seed);
    case 'replay':
      return replayScheduler(scheduling.schedule);
    case 'fork':
      return forkScheduler(scheduling.fork);
  }
}

/** A way through a run: on from where it stands, and back to any of its steps. */
export function historyOf(run: Run): History {
  return new History(run.machine);
}

/**
 * A new run of the same program: the first `events` events are those of this run, then whoever runs
 * has to stop and it goes another way. It has not begun; repeating what is common takes as long as
 * it took. Its own schedule repeats it.
 */
export function forkAt(
  run: Run,
  history: History,
  events: number,
  continuation: Continuation,
): Run {
  history.toEvent(events);
  const { machine, program, options } = run;
  const fork = { base: machine.schedule, used: machine.state.choices, events, continuation };
  return start(program, { ...options, scheduling: { kind: 'fork', fork } });
}

/** Goroutines that might run right after `events` events of a run, by id. */
export function runnableAt(run: Run, history: History, events: number): readonly number[] {
  history.toEvent(events);
  return run.machine.state
    .living()
    .filter(({ status }) => status === 'runnable' || status === 'running')
    .map(({ id }) => id);
}

/** Stack and locals of a goroutine right after `step` events of a run. */
export function inspectAt(
  run: Run,
  history: History,
  step: number,
  goroutine: number,
): readonly InspectedFrame[] {
  history.toEvent(step);
  return inspect(run.machine, goroutine);
}

/** The data races found so far; none unless the run looks for them. */
export function racesOf(run: Run): readonly Race[] {
  const { detector } = run.machine;
  return detector instanceof RaceDetector ? detector.races : [];
}

/**
 * The goroutines that a run has left unfinished, to be asked where it is over (not after going back):
 * blocked for ever, or cut short because main returned. None after a deadlock, whose traces tell of
 * all.
 */
export function unfinishedOf(run: Run): readonly UnfinishedGoroutine[] {
  const { verdict } = run.machine;
  return verdict?.kind === 'deadlock' ? [] : unfinishedGoroutines(run.machine);
}

/**
 * The unfinished goroutines with the moments at which leaked ones were lost; goes back and forth in
 * the history.
 */
export function withMoments(
  run: Run,
  history: History,
  unfinished: readonly UnfinishedGoroutine[],
): readonly UnfinishedGoroutine[] {
  const leaked = unfinished.filter(({ isLeaked }) => isLeaked);
  const ids = leaked.map(({ goroutine }) => goroutine);
  const moments = leakMoments(run.machine, history, ids);
  return unfinished.map((each) => ({ ...each, lostAt: moments.get(each.goroutine) ?? null }));
}

/** The same run once more, from its schedule: it has not begun, and keeps no trace. */
export function repetitionOf(run: Run): Run {
  const scheduling = { kind: 'replay', schedule: run.machine.schedule } as const;
  // Not spread: standard input is read only when the program asks.
  const options: RunOptions = Object.create(run.options, {
    scheduling: { value: scheduling },
    records: { value: false },
  });
  return start(run.program, options);
}

/** The run so far, as the views read it. */
export function recordingOf(run: Run): Recording {
  const { trace, program } = run;
  return {
    length: trace.length,
    readEvent: (index) => trace.readEvent(index),
    objects: trace.objects,
    sites: sitesOf(program),
    nanosecondsPerStatement: run.machine.parts.nsPerStatement,
    processors: run.machine.parts.processors,
  };
}

/** The places of a program, resolved for people. */
export function sitesOf(program: Program): readonly TraceSite[] {
  const operations = channelOperations(program);
  return program.sites.map((site) => {
    const { file, line, column } = program.fileSet.position(site.pos);
    return {
      id: site.id,
      file,
      line,
      column,
      func: program.funcs[site.func]?.name ?? '',
      operand: site.operand,
      operation: operations.get(site.id) ?? '',
      goroutineName: site.goroutineName ?? '',
      caseTexts: site.caseTexts ?? [],
    };
  });
}

/** Which statements send, receive or close, by their site. */
function channelOperations(program: Program): ReadonlyMap<number, TraceSite['operation']> {
  const operations = new Map<number, TraceSite['operation']>();
  for (const { code } of program.funcs) {
    for (const instruction of code) {
      const { kind } = instruction;
      if (kind === 'send' || kind === 'receive' || kind === 'close') {
        operations.set(instruction.site, kind);
      }
    }
  }
  return operations;
}

/** Bytes written to a file descriptor so far, as a byte string. */
export function outputOf(run: Run, descriptor: 1 | 2): string {
  return run.machine.output
    .filter((piece) => piece.fd === descriptor)
    .map((piece) => piece.bytes)
    .join('');
}
