// The simulator: compiles and runs programs ahead of the picture, in slices, so that progress gets
// out and `cancel` gets in; then answers questions about the run by replaying it.
// Generated code is evaluated here and nowhere else: see config/content-security-policy.ts.

import { expose, transfer } from 'comlink';
import { encodeUtf8 } from '../engine/base/utf8.ts';
import {
  archivedFiles,
  compile,
  historyOf,
  inspectAt,
  racesOf,
  type Run,
  type RunOptions,
  sitesOf,
  start,
  unfinishedOf,
  unitBodies,
  withMoments,
} from '../engine/engine.ts';
import { editorPlaces, placedGoroutine, placedRace } from './editor-places.ts';
import { evaluatorFor } from './evaluator.ts';
import {
  type Findings,
  type RunEnding,
  type RunProgress,
  type RunRequest,
  type SentOutcome,
  type SentTrace,
  type SimulatorService,
  transferablesOf,
} from './protocol.ts';
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

let cancelled = false;
/** The run just made, with its way back. */
let finished: Finished | null = null;

interface Finished {
  readonly run: Run;
  readonly history: ReturnType<typeof historyOf>;
  readonly options: Omit<RunOptions, 'evaluate'>;
  readonly place: ReturnType<typeof editorPlaces>;
  readonly leaked: Findings['leaked'];
}

/** A program that runs longer is not looked through to its end. */
const examinedStatements = 3_000_000;

const service: SimulatorService = {
  run: runProgram,
  cancel: () => {
    cancelled = true;
  },
  warm: () => {
    const compiled = compile([{ name: 'main.go', text: warmUp }]);
    if (!compiled.ok) throw new Error(compiled.text);
    unitBodies(compiled.program);
  },
  examine: async () => {
    if (finished === null) return null;
    const { run, history, options, place } = finished;
    const leaked = withMoments(run, history, finished.leaked);
    const races = await racesIn(run.program, options);
    return {
      races: races.map((race) => placedRace(race, place)),
      leaked: leaked.map((each) => placedGoroutine(each, place)),
    };
  },
  inspect: (step, goroutine) => {
    if (finished === null) return null;
    const { run, history, place } = finished;
    return inspectAt(run, history, step, goroutine).map(({ func, file, line, locals }) => ({
      func,
      site: place({ file, line }),
      locals: locals.map(({ name, type, text }) => ({ name, type, text })),
    }));
  },
};

async function runProgram(
  { fileName, text, seed, settings }: RunRequest,
  onProgress: (progress: RunProgress) => void,
): Promise<SentOutcome> {
  cancelled = false;
  const compiled = compile([{ name: fileName, text }]);
  const place = editorPlaces(fileName, text);
  if (!compiled.ok) return { kind: 'rejected', diagnostics: compiled.placed.map(place) };
  const evaluate = await evaluatorFor(compiled.program);
  const { processors, input, signals } = settings;
  const options = {
    scheduling: schedulingOf(seed),
    processors,
    signals,
    input: encodeUtf8(input),
    files: archivedFiles([{ name: fileName, text }]) ?? [],
    limits,
  };
  const run = start(compiled.program, { ...options, evaluate });
  const history = historyOf(run);
  await runInSlices(run, history, onProgress);
  finished = { run, history, options, place, leaked: leakedIn(run) };
  const trace: SentTrace = {
    data: run.trace.data(),
    sites: sitesOf(run.program).map(place),
    nanosecondsPerStatement: run.machine.parts.nsPerStatement,
    processors: run.machine.parts.processors,
  };
  const outcome: SentOutcome = { kind: 'ran', trace, ending: endingOf(run) };
  return transfer(outcome, transferablesOf(trace));
}

/** Asked where the run is over: those blocked for ever after a good end. */
function leakedIn(run: Run): Findings['leaked'] {
  if (run.machine.verdict?.kind !== 'ok') return [];
  return unfinishedOf(run).filter(({ isLeaked }) => isLeaked);
}

/** The races of a program, run again under the same circumstances. */
async function racesIn(
  program: Run['program'],
  options: Finished['options'],
): Promise<Findings['races']> {
  const evaluate = await evaluatorFor(program, { race: true });
  const run = start(program, { ...options, evaluate, race: true, records: false });
  while (run.machine.verdict === null && run.machine.statements < examinedStatements) {
    run.machine.run(firstSlice);
    await nextTask();
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
  let slice = firstSlice;
  while (machine.verdict === null && !cancelled) {
    const before = performance.now();
    history.run(slice);
    const tookMs = Math.max(performance.now() - before, 0.1);
    slice = Math.max(1000, Math.min(Math.round((slice * sliceMs) / tookMs), sliceMax, slice * 4));
    onProgress({ statements: machine.statements, events: trace.length });
    await nextTask();
  }
}

const channel = new MessageChannel();
channel.port1.start();

/** Lets waiting messages through, without the delay that timers have. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
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
