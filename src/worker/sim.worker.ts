// The simulator: compiles and runs programs ahead of the picture, in slices, so that progress gets
// out and `cancel` gets in; then answers questions about the run by replaying it.
// Generated code is evaluated here and nowhere else: see config/content-security-policy.ts.

import { expose, transfer } from 'comlink';
import { encodeUtf8 } from '../engine/base/utf8.ts';
import {
  archivedFiles,
  historyOf,
  inspectAt,
  racesOf,
  type Run,
  type RunOptions,
  sitesOf,
  start,
  unfinishedOf,
  withMoments,
} from '../engine/engine.ts';
import { editorPlaces, placedGoroutine, placedRace } from './editor-places.ts';
import { type Evaluate, evaluatorFor } from './evaluator.ts';
import { LiveOutput } from './live-output.ts';
import { nextTask } from './next-task.ts';
import { ProgramMaker } from './program-maker.ts';
import {
  type Findings,
  type RunEnding,
  type RunProgress,
  type RunRequest,
  type SentOutcome,
  type SentTrace,
  type SimulatorService,
  type Source,
  transferablesOf,
} from './protocol.ts';
import { rehearse } from './rehearsal.ts';
import { schedulingOf } from './scheduling.ts';
import { warmUp } from './warm-up.ts';

/** A slice takes about so long: short enough to be cancelled, long enough to be worth it. */
const sliceMs = 24;
const firstSlice = 20_000;
const sliceMax = 20_000_000;

/** What the page can show well. Less than what the command line allows. */
const limits: NonNullable<RunOptions['limits']> = {
  statements: 3_000_000_000,
  goroutines: 20_000,
  heapBytes: 256 * 2 ** 20,
  outputBytes: 8 * 2 ** 20,
  events: 1_000_000,
};

const maker = new ProgramMaker();
/** The run that goes on or was the last. */
let newest = 0;
let cancelled = false;
/** What is being made ready. */
let expected: Source | null = null;
/** The run just made, with its way back. */
let finished: Finished | null = null;
/** What a program is evaluated with when races are looked for. */
let raceCode: { readonly program: Run['program']; readonly evaluate: Evaluate } | null = null;

interface Finished {
  readonly id: number;
  readonly run: Run;
  readonly history: ReturnType<typeof historyOf>;
  readonly options: Omit<RunOptions, 'evaluate'>;
  readonly place: ReturnType<typeof editorPlaces>;
}

/** A program that runs longer is not looked through to its end. */
const examinedStatements = 3_000_000;

const service: SimulatorService = {
  run: runProgram,
  cancel: () => {
    cancelled = true;
  },
  warm: async () => {
    await maker.prepare({ fileName: 'main.go', text: warmUp });
  },
  prepare,
  abandon: () => {
    expected = null;
    maker.abandon();
  },
  examine,
  inspect: (runId, step, goroutine) => {
    if (finished?.id !== runId) return null;
    const { run, history, place } = finished;
    return inspectAt(run, history, step, goroutine).map(({ func, file, line, locals }) => ({
      func,
      site: place({ file, line }),
      locals: locals.map(({ name, type, text }) => ({ name, type, text })),
    }));
  },
};

/** Makes a program and has its functions compiled; false if a run or another program came first. */
async function prepare(source: Source): Promise<boolean> {
  expected = source;
  const isWanted = (): boolean => expected === source;
  const made = await maker.prepare(source);
  if (made?.kind === 'made') await rehearse(made, isWanted);
  return made !== null && isWanted();
}

async function runProgram(
  { id, fileName, text, seed, settings }: RunRequest,
  onProgress: (progress: RunProgress) => void,
): Promise<SentOutcome> {
  cancelled = false;
  newest = id;
  expected = null;
  const made = await maker.make({ fileName, text });
  if (made.kind === 'rejected') return made;
  const { program, evaluate } = made;
  const place = editorPlaces(fileName, text);
  const { processors, input, signals } = settings;
  const options = {
    scheduling: schedulingOf(seed),
    processors,
    signals,
    input: encodeUtf8(input),
    files: archivedFiles([{ name: fileName, text }]) ?? [],
    limits,
  };
  const run = start(program, { ...options, evaluate });
  const history = historyOf(run);
  await runInSlices(run, history, onProgress);
  finished = { id, run, history, options, place };
  const trace: SentTrace = {
    data: run.trace.data(),
    sites: sitesOf(run.program).map(place),
    nanosecondsPerStatement: run.machine.parts.nsPerStatement,
    processors: run.machine.parts.processors,
  };
  const outcome: SentOutcome = { kind: 'ran', trace, ending: endingOf(run) };
  return transfer(outcome, transferablesOf(trace));
}

/** What the detectors say; null as soon as another run has begun, which must not wait. */
async function examine(runId: number): Promise<Findings | null> {
  const isWanted = (): boolean => newest === runId;
  if (finished === null || !isWanted()) return null;
  const { run, history, options, place } = finished;
  const races = await racesIn(run.program, options, isWanted);
  if (races === null || !isWanted()) return null;
  history.toNewest();
  const leaked = unfinishedOf(run).filter(({ isLeaked }) => isLeaked);
  return {
    races: races.map((race) => placedRace(race, place)),
    leaked: withMoments(run, history, leaked).map((each) => placedGoroutine(each, place)),
  };
}

/** The races of a program, run again under the same circumstances; null if no longer wanted. */
async function racesIn(
  program: Run['program'],
  options: Finished['options'],
  isWanted: () => boolean,
): Promise<Findings['races'] | null> {
  if (raceCode?.program !== program) {
    const evaluate = await evaluatorFor(program, { race: true, isWanted });
    if (evaluate === null) return null;
    raceCode = { program, evaluate };
  }
  const { evaluate } = raceCode;
  const run = start(program, { ...options, evaluate, race: true, records: false });
  while (run.machine.verdict === null && run.machine.statements < examinedStatements) {
    run.machine.run(firstSlice);
    await nextTask();
    if (!isWanted()) return null;
  }
  return racesOf(run);
}

/** Runs to the end, to a limit, or until it is cancelled. */
async function runInSlices(
  run: Run,
  history: ReturnType<typeof historyOf>,
  onProgress: (progress: RunProgress) => void,
): Promise<void> {
  const { machine, trace } = run;
  const output = new LiveOutput();
  let slice = firstSlice;
  while (machine.verdict === null && !cancelled) {
    const before = performance.now();
    history.run(slice);
    const tookMs = Math.max(performance.now() - before, 0.1);
    slice = Math.max(1000, Math.min(Math.round((slice * sliceMs) / tookMs), sliceMax, slice * 4));
    if (machine.verdict === null) {
      const { statements } = machine;
      onProgress({ statements, events: trace.length, output: output.take(machine.output) });
    }
    await nextTask();
  }
}

function endingOf(run: Run): RunEnding {
  const { verdict, statements } = run.machine;
  if (verdict === null) {
    return { kind: 'cancelled', exitCode: 0, message: 'Stopped by you.', statements };
  }
  const { exitCode } = verdict;
  switch (verdict.kind) {
    case 'ok':
    case 'exit':
      return { kind: 'exited', exitCode, message: '', statements };
    case 'deadlock':
    case 'fatal':
      return { kind: verdict.kind, exitCode, message: `fatal error: ${verdict.text}`, statements };
    case 'panic':
      return { kind: 'panic', exitCode, message: `panic: ${verdict.text}`, statements };
    case 'limit':
      return { kind: 'limit', exitCode, message: sentence(verdict.message), statements };
  }
}

/** `stopped after …` → `Stopped after ….` */
function sentence(text: string): string {
  const ended = /[.?!]$/.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

expose(service);
