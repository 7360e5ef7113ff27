// Running programs: asks the simulator, follows its progress, keeps the picture of the last run
// that gave one. The engine itself is in the worker.
// Invariants: one run at a time, the newest asked for; what an older one still answers is dropped.

import type { GoroutineId } from '../../engine/trace/trace-event.ts';
import type { Frame, RunOutcome, RunSettings } from '../../worker/protocol.ts';
import { askElk, isLarge, layoutTopologyByElk, moreLegible } from '../../views/topology-layout.ts';
import { nextTask } from '../../worker/next-task.ts';
import { layoutInWorker } from '../../worker/layouter.ts';
import { Simulator } from '../../worker/simulator.ts';
import { type FinishedRun, store } from './store.ts';
import { placeOptions, type RunViews, viewsOf } from './derived.ts';
import { longRun, readInParts, readTimeline } from './reading.ts';

const fileName = 'main.go';
/** Of a run with so few steps or fewer the end is shown: there is no middle. */
const leastSteps = 2;
/** Progress is shown only for runs that take longer than this. */
export const progressAfterMs = 200;

/** The timeline's window reaches about so many steps beyond the one that is shown. */
const shownAhead = 2000;

/** In the browser's timeline: the program that the editor shows has been made ready. */
const readyMark = 'ready to run';

/** What a run is for: the first one of a visit plays by itself. */
type Reason = 'first' | 'run' | 'reroll';

let simulator: Simulator | null = null;
let asked = 0;
/** What the simulator is running: asked for once more, it would come to the same. */
let underWay: Circumstances | null = null;

/** All that a run depends on. */
type Circumstances = Pick<FinishedRun, 'text' | 'seed' | 'settings'>;

function isSameRun(a: Circumstances, b: Circumstances): boolean {
  return a.text === b.text && a.seed === b.seed && a.settings === b.settings;
}

/** Starts the simulator's worker, so that it is warm when the first program comes. */
export function startSimulator(): void {
  simulator ??= new Simulator(() => performance.mark(readyMark));
}

/** Has the source as it is made ready, so that Run need not; null: it is about to change. */
export function expectRun(text: string | null): void {
  simulator?.expect(text === null ? null : { fileName, text });
}

/** Runs the source as it is. */
export function runProgram(): void {
  void run('run');
}

/** Runs it again under another seed. */
export function reroll(): void {
  const { seed } = store.getState();
  store.setState({ seed: (seed % 999) + 1 });
  void run('reroll');
}

/** The first run of a visit: its picture is never empty, and it plays. */
export function runFirst(): void {
  void run('first');
}

/** Changes what the program meets; the picture is of the old circumstances until it has run again. */
export function changeSettings(change: Partial<RunSettings>): void {
  store.setState(({ settings }) => ({ settings: { ...settings, ...change } }));
}

const processorCounts: readonly number[] = [1, 2, 4, 8];

/** Runs it again with twice as many processors; after eight comes one. */
export function changeProcessors(): void {
  const { processors } = store.getState().settings;
  const next = processorCounts[processorCounts.indexOf(processors) + 1] ?? 1;
  changeSettings({ processors: next });
  void run('reroll');
}

/** Runs it again, and sends it a signal when the clock shows what it shows at the cursor. */
export function sendSignal(signal: number): void {
  const { run: shown, cursor, settings } = store.getState();
  if (shown === null) return;
  const atNs = viewsOf(shown.recording).worldAt(cursor).now;
  changeSettings({ signals: [...settings.signals, { signal, atNs }] });
  void run('reroll');
}

/** Runs it again without one of the signals. */
export function withdrawSignal(index: number): void {
  const { signals } = store.getState().settings;
  changeSettings({ signals: signals.filter((_, at) => at !== index) });
  void run('reroll');
}

/** Stops a run that takes too long; what has happened so far becomes its picture. */
export function cancelRun(): void {
  simulator?.cancel();
}

/** Stack and locals of a goroutine at a step; null if the run is no longer known. */
export async function inspect(
  runId: number,
  step: number,
  goroutine: GoroutineId,
): Promise<readonly Frame[] | null> {
  return (await simulator?.inspect(runId, step, goroutine)) ?? null;
}

async function run(why: Reason): Promise<void> {
  startSimulator();
  if (simulator === null) return;
  const { text, seed, settings } = store.getState();
  if (underWay !== null && isSameRun(underWay, { text, seed, settings })) return;
  asked += 1;
  const id = asked;
  underWay = { text, seed, settings };
  store.setState({
    activity: { kind: 'running', progress: null, output: '', since: performance.now() },
    playing: false,
  });
  const outcome = await simulator.run({ id, fileName, text, seed, settings }, (progress) => {
    const { activity } = store.getState();
    if (id === asked && activity.kind === 'running') {
      const output = activity.output + progress.output;
      store.setState({ activity: { ...activity, progress, output } });
    }
  });
  if (id !== asked) return;
  underWay = null;
  await adopt(outcome, { id, text, seed, settings, why });
}

/** Shows what came of a run. */
async function adopt(
  outcome: RunOutcome,
  of: Omit<FinishedRun, 'recording' | 'ending'> & { readonly why: Reason },
): Promise<void> {
  const { id, text, seed, settings, why } = of;
  switch (outcome.kind) {
    case 'rejected':
      store.setState({
        activity: { kind: 'idle' },
        refusal: { kind: 'diagnostics', diagnostics: outcome.diagnostics },
        askedStep: null,
      });
      return;
    case 'failed':
      store.setState({
        activity: { kind: 'idle' },
        refusal: { kind: 'failure', failure: outcome.failure, seed },
      });
      return;
    case 'ran': {
      const { recording, ending } = outcome;
      const run = { id, recording, text, seed, settings, ending };
      if (recording.length > longRun) await showLong(run, why);
      else show(run, viewsOf(recording), why);
    }
  }
}

/** The picture first, while the rest is still being read. */
async function showLong(run: FinishedRun, why: Reason): Promise<void> {
  const isWanted = (): boolean => run.id === asked;
  const { activity } = store.getState();
  if (activity.kind === 'running') {
    const { output, since } = activity;
    const steps = run.recording.length;
    store.setState({ activity: { kind: 'reading', steps, output, since } });
  }
  const views = await readInParts(run.recording, isWanted);
  if (views === null) return;
  const until = firstStep(run, views) + shownAhead;
  if (!(await readTimeline(views, until, isWanted))) return;
  show(run, views, why);
  await nextTask();
  const isShown = (): boolean => store.getState().run === run;
  if (await readTimeline(views, run.recording.length, isShown)) {
    store.setState(({ readings }) => ({ readings: readings + 1 }));
  }
}

/** Asks ELK to place a large picture; until it has, our own layout stands. */
async function placeLarge(run: FinishedRun): Promise<void> {
  const views = viewsOf(run.recording);
  if (!isLarge(views.graph)) return;
  for (const orientation of ['landscape', 'portrait'] as const) {
    const options = placeOptions[orientation];
    try {
      const answer = await layoutInWorker(askElk(views.graph, options));
      const placed = layoutTopologyByElk(views.graph, answer, options);
      views.adoptLayout(orientation, moreLegible(views.layout(orientation), placed, orientation));
    } catch {
      // No worker, or ELK gave up: our own layout stands.
      return;
    }
  }
  store.setState(({ layouts }) => ({ layouts: layouts + 1 }));
}

/** The step that is shown first: stuck runs at their end, others where something is going on. */
function firstStep({ recording: { length }, ending }: FinishedRun, views: RunViews): number {
  const { askedStep } = store.getState();
  if (askedStep !== null && askedStep !== 0) return Math.min(askedStep, length);
  const isOver = views.isStuck || ending.kind !== 'exited' || length <= leastSteps;
  return isOver ? length : views.busyStep();
}

/** Puts a run on the page. */
function show(run: FinishedRun, views: RunViews, why: Reason): void {
  const { length } = run.recording;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const cursor = firstStep(run, views);
  const { askedStep } = store.getState();
  store.setState({
    activity: { kind: 'idle' },
    run,
    refusal: null,
    findings: null,
    cursor,
    move: 'jump',
    selection: null,
    timelineWindow: null,
    openGroups: new Set(),
    view: views.isStuck ? 'waitFor' : 'topology',
    playing: why === 'first' && askedStep === null && !calm && cursor < length,
    askedStep: null,
  });
  void placeLarge(run);
  void examine(run.id);
}

/** Two frames: the picture has been drawn. */
const pictureMs = 50;

/** Lets the detectors look at a run while its picture is being looked at. */
async function examine(id: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, pictureMs));
  if (id !== asked) return;
  const findings = (await simulator?.examine(id)) ?? null;
  if (findings !== null && store.getState().run?.id === id) store.setState({ findings });
}
