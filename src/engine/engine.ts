// The engine's face: source text to Program, Program to Machine, Machine to what people look at.
// Workers and the command line call nothing below it. Invariant: everything here is deterministic;
// the host lends only a way to evaluate emitted text.

import type { Evaluate } from './code/unit.ts';
import { checkSources, diagnosticText, type SourceText } from './go/compile.ts';
import type { Program } from './go/ir/program.ts';
import { lower } from './go/lower/lower.ts';
import type { Diagnostic } from './go/syntax/diagnostic.ts';
import { defaultLimits, type Limits } from './machine/limits.ts';
import { Machine } from './machine/machine.ts';
import type { Native } from './machine/native.ts';
import {
  goScheduler,
  randomScheduler,
  replayScheduler,
  type Schedule,
  type Scheduler,
} from './machine/scheduler.ts';
import { libraryNatives } from './natives/library-natives.ts';
import { schedulingNatives } from './natives/machine-natives.ts';
import { timeValue } from './natives/time.ts';
import type { Recording, TraceSite } from './trace/recording.ts';
import { Trace } from './trace/trace.ts';

const natives: ReadonlyMap<string, Native> = new Map([...libraryNatives, ...schedulingNatives]);

/** Methods that formatting calls on values of any type. */
const nativeMethods = ['Error', 'String', 'GoString', 'Format'] as const;

/** Where Go's playground starts its clock: 2009-11-10 23:00:00 UTC, in nanoseconds. */
const playgroundEpoch = 1_257_894_000_000_000_000n;
const nsPerStatement = 10;

export type Compiled =
  | { readonly ok: true; readonly program: Program }
  /** `text` is what the go command prints. */
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly text: string };

/** Compiles the files of package main and all that they import. */
export function compile(
  sources: readonly SourceText[],
  options: { readonly goVersion?: string } = {},
): Compiled {
  const result = checkSources(sources, options);
  const { program } = result;
  if (program === null) {
    return { ok: false, diagnostics: result.diagnostics, text: diagnosticText(result) };
  }
  const packages = program.packages.map(({ pkg, info, files }) => ({
    pkg,
    info,
    files,
    library: pkg.path !== 'main',
  }));
  const lowered = lower(packages, {
    fileSet: result.fset,
    isPureNative: (name) => natives.get(name)?.kind === 'pure',
    nativeMethods,
    roots: [],
  });
  return { ok: true, program: lowered };
}

/** Who decides what Go leaves open. */
export type Scheduling =
  /** As Go's own scheduler on one processor; other chance from the seed. */
  | { readonly kind: 'go'; readonly seed: number }
  | { readonly kind: 'random'; readonly seed: number }
  | { readonly kind: 'replay'; readonly schedule: Schedule };

export interface RunOptions {
  readonly scheduling: Scheduling;
  readonly limits?: Partial<Limits>;
  /** os.Args after the program's name. */
  readonly args?: readonly string[];
  /** Standard input, as bytes. */
  readonly input?: string;
  readonly evaluate: Evaluate;
  /** Keep every object that was ever shown, so that worlds can be compared (tests). */
  readonly tracksObjects?: boolean;
}

/** A run that has not begun. */
export interface Run {
  readonly machine: Machine;
  readonly trace: Trace;
  readonly program: Program;
}

/** Sets a program up; `machine.run` lets it go on, piece by piece. */
export function start(program: Program, options: RunOptions): Run {
  const trace = new Trace();
  const { scheduling } = options;
  const machine = new Machine({
    program,
    scheduler: schedulerOf(scheduling),
    trace,
    limits: { ...defaultLimits, ...options.limits },
    seed: scheduling.kind === 'replay' ? scheduling.schedule.seed : scheduling.seed,
    nsPerStatement,
    epoch: playgroundEpoch,
    args: ['prog', ...(options.args ?? [])],
    input: options.input ?? '',
    tracksObjects: options.tracksObjects ?? false,
    natives,
    evaluate: options.evaluate,
    timeValue,
  });
  return { machine, trace, program };
}

function schedulerOf(scheduling: Scheduling): Scheduler {
  switch (scheduling.kind) {
    case 'go':
      return goScheduler;
    case 'random':
      return randomScheduler(scheduling.seed);
    case 'replay':
      return replayScheduler(scheduling.schedule);
  }
}

/** The run so far, as the views read it. */
export function recordingOf(run: Run): Recording {
  const { trace, program } = run;
  return {
    length: trace.length,
    readEvent: (index) => trace.readEvent(index),
    objects: trace.objects,
    sites: sitesOf(program),
    nanosecondsPerStatement: nsPerStatement,
  };
}

/** The places of a program, resolved for people. */
export function sitesOf(program: Program): readonly TraceSite[] {
  return program.sites.map((site) => {
    const { file, line, column } = program.fileSet.position(site.pos);
    return {
      id: site.id,
      file,
      line,
      column,
      func: program.funcs[site.func]?.name ?? '',
      operand: site.operand,
      goroutineName: site.goroutineName ?? '',
      caseTexts: site.caseTexts ?? [],
    };
  });
}

/** Bytes written to a file descriptor so far, as a byte string. */
export function outputOf(recording: Recording, descriptor: 1 | 2): string {
  let text = '';
  for (let i = 0; i < recording.length; i++) {
    const event = recording.readEvent(i);
    if (event.kind === 'print' && event.other === descriptor) text += event.text;
  }
  return text;
}
