// Running programs: asks the simulator, follows its progress, keeps the picture of the last run
// that gave one. The engine itself is in the worker.
// Invariants: one run at a time, the newest asked for; what an older one still answers is dropped.

import type { GoroutineId } from '../../engine/trace/trace-event.ts';
import type { Frame, RunOutcome } from '../../worker/protocol.ts';
import { askElk, isLarge, layoutTopologyByElk } from '../../views/topology-layout.ts';
import { layoutInWorker } from '../../worker/layouter.ts';
import { Simulator } from '../../worker/simulator.ts';
import { type FinishedRun, store } from './store.ts';
import { placeOptions, viewsOf } from './derived.ts';

const fileName = 'main.go';
/** Progress is shown only for runs that take longer than this. */
export const progressAfterMs = 200;

let simulator: Simulator | null = null;
let asked = 0;

/** Starts the simulator's worker, so that it is warm when the first program comes. */
export function startSimulator(): void {
  simulator ??= new Simulator();
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

async function run(why: 'first' | 'run' | 'reroll'): Promise<void> {
  startSimulator();
  if (simulator === null) return;
  asked += 1;
  const id = asked;
  const { text, seed } = store.getState();
  store.setState({
    activity: { kind: 'running', progress: null, since: performance.now() },
    playing: false,
  });
  const outcome = await simulator.run({ id, fileName, text, seed }, (progress) => {
    const { activity } = store.getState();
    if (id === asked && activity.kind === 'running') {
      store.setState({ activity: { ...activity, progress } });
    }
  });
  if (id === asked) adopt(outcome, { id, text, seed, why });
}

/** Shows what came of a run. */
function adopt(
  outcome: RunOutcome,
  of: { readonly id: number; readonly text: string; readonly seed: number; readonly why: string },
): void {
  store.setState({ activity: { kind: 'idle' } });
  const { id, text, seed, why } = of;
  switch (outcome.kind) {
    case 'rejected':
      store.setState({ refusal: { kind: 'diagnostics', diagnostics: outcome.diagnostics } });
      return;
    case 'failed':
      store.setState({ refusal: { kind: 'failure', failure: outcome.failure, seed } });
      return;
    case 'ran': {
      const { recording, ending } = outcome;
      show({ id, recording, text, seed, ending }, why);
    }
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
      views.adoptLayout(orientation, layoutTopologyByElk(views.graph, answer, options));
    } catch {
      // No worker, or ELK gave up: our own layout stands.
      return;
    }
  }
  store.setState(({ layouts }) => ({ layouts: layouts + 1 }));
}

/** Puts a run on the page: stuck ones at their end, others where something is going on. */
function show(run: FinishedRun, why: string): void {
  const views = viewsOf(run.recording);
  const { length } = run.recording;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const stuck = views.isStuck;
  const cursor = stuck || run.ending.kind !== 'exited' ? length : views.busyStep();
  store.setState({
    run,
    refusal: null,
    cursor,
    move: 'jump',
    selection: null,
    timelineWindow: null,
    openGroups: new Set(),
    view: stuck ? 'waitFor' : 'topology',
    playing: why === 'first' && !calm && cursor < length,
  });
  void placeLarge(run);
}
