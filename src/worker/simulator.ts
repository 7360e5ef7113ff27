// The page's way to the simulator: one worker, started anew for each program so that no program
// pays for what another one taught the JavaScript engine, and a spare one, warm, for the next, which
// makes ready what the editor says. The same program again is run by the worker that has it.
// Invariants: a run that does not answer `cancel` is ended with its worker; a worker that has failed
// or was given up is never used again.

import { assertNever } from '../engine/base/assert.ts';
import { proxy, type Remote, wrap } from 'comlink';
import { takeEarlyWorker } from './early-worker.ts';
import type {
  Findings,
  Frame,
  RunOutcome,
  RunProgress,
  RunRequest,
  SimulatorService,
  Source,
} from './protocol.ts';
import { isSameSource, receiveTrace } from './protocol.ts';

interface Station {
  readonly worker: Worker;
  readonly service: Remote<SimulatorService>;
  /** Settles when the worker itself breaks. */
  readonly broken: Promise<string>;
  /** What it has been asked to make ready last, and what it has made ready. */
  expected: Source | null;
  ready: Source | null;
  /** It looks through its run, in parts of which some are long. */
  isExamining: boolean;
  /** How many programs it has made ready ahead: a worker never forgets code it has evaluated. */
  prepared: number;
}

/** The spare worker is replaced after so many programs, lest they fill the memory. */
const preparedMax = 32;

/**
 * A new spare worker is started so long after a run, and when the page has nothing to do: what the
 * run has given is read and drawn first.
 */
const refillAfterMs = 250;
const refillMaxMs = 5000;

/** A run that is asked to stop and has not answered after this long loses its worker. */
const graceMs = 1500;

export class Simulator {
  private spare: Station | null;
  private active: { readonly station: Station; readonly giveUp: (why: string) => void } | null =
    null;
  /** The worker of the newest run that gave a picture: it answers questions about it. */
  private shown: {
    readonly station: Station;
    readonly runId: number;
    readonly source: Source;
  } | null = null;
  /** What the next run is likely to be of; null while that is not known. */
  private expected: Source | null = null;
  private isClosed = false;
  private readonly onReady: (source: Source) => void;

  /** `onReady` hears of programs that the spare worker has made ready. */
  constructor(onReady: (source: Source) => void = () => undefined) {
    this.spare = startStation();
    this.onReady = onReady;
  }

  /** Runs a program. Never rejects: our own faults are an outcome too. */
  async run(request: RunRequest, onProgress: (progress: RunProgress) => void): Promise<RunOutcome> {
    this.giveUp('Another run was started.');
    const station = this.stationFor(request);
    const ended = new Promise<string>((resolve) => {
      this.active = { station, giveUp: resolve };
    });
    const failure = Promise.race([station.broken, ended]).then(
      (message): RunOutcome => ({ kind: 'failed', failure: { message } }),
    );
    const outcome = await Promise.race([this.ask(station, request, onProgress), failure]);
    if (this.active?.station === station) this.active = null;
    this.put(station, outcome, request);
    return outcome;
  }

  /**
   * Has a program made ready, ahead of its run and without waiting; null: what is being made ready
   * is no longer needed, and nothing is until the next call.
   */
  expect(source: Source | null): void {
    this.expected = source;
    if (source !== null) this.prepareExpected();
    else if (this.spare !== null && this.spare.expected !== null) {
      this.spare.expected = null;
      void this.spare.service.abandon();
    }
  }

  /** Asks the running program to stop; ends its worker if it does not. */
  cancel(): void {
    const { active } = this;
    if (active === null) return;
    void active.station.service.cancel();
    setTimeout(() => active.giveUp('The program did not stop when asked to.'), graceMs);
  }

  /** Ends all workers. */
  close(): void {
    this.isClosed = true;
    this.giveUp('The simulator was closed.');
    this.shown?.station.worker.terminate();
    this.shown = null;
    this.spare?.worker.terminate();
    this.spare = null;
  }

  /** Stack and locals; null when another run has taken the picture. */
  async inspect(runId: number, step: number, goroutine: number): Promise<readonly Frame[] | null> {
    const { shown } = this;
    if (shown === null || runId !== shown.runId) return null;
    const frames = shown.station.service.inspect(runId, step, goroutine);
    return await Promise.race([frames, shown.station.broken.then(() => null)]);
  }

  /** What the detectors say of a run; null when another run has taken the picture. */
  async examine(runId: number): Promise<Findings | null> {
    const { shown } = this;
    if (shown === null || runId !== shown.runId) return null;
    const { station } = shown;
    station.isExamining = true;
    const findings = station.service.examine(runId).finally(() => {
      station.isExamining = false;
    });
    return await Promise.race([findings, station.broken.then(() => null)]);
  }

  /** The worker that has run the same program, or else the spare one. */
  private stationFor(source: Source): Station {
    const { shown, spare } = this;
    if (shown !== null && isSameSource(shown.source, source)) {
      const isReady = spare !== null && spare.ready !== null && isSameSource(spare.ready, source);
      if (!shown.station.isExamining || !isReady) return shown.station;
    }
    this.spare = null;
    return spare ?? startStation();
  }

  /** Ends the run that goes on, if there is one, with its worker. */
  private giveUp(why: string): void {
    const { active, shown } = this;
    if (active === null) return;
    active.giveUp(why);
    this.active = null;
    if (shown?.station === active.station) this.shown = null;
  }

  /** What becomes of a worker after its run. */
  private put(station: Station, outcome: RunOutcome, { id, fileName, text }: RunRequest): void {
    const { shown } = this;
    switch (outcome.kind) {
      case 'ran':
        if (shown !== null && shown.station !== station) shown.station.worker.terminate();
        this.shown = { station, runId: id, source: { fileName, text } };
        break;
      case 'rejected':
        // It has only compiled: as good as new.
        if (this.spare === null) this.spare = station;
        else station.worker.terminate();
        break;
      case 'failed':
        station.worker.terminate();
        if (shown?.station === station) this.shown = null;
        break;
      default:
        assertNever(outcome, 'outcome');
    }
    if (this.isClosed) return;
    if (this.spare === null) setTimeout(() => whenIdle(() => this.refill()), refillAfterMs);
    else this.prepareExpected();
  }

  /** Sees to it that there is a spare worker; while a program runs, the next `put` does. */
  private refill(): void {
    if (this.isClosed || this.active !== null) return;
    this.spare ??= startWarmStation();
    this.prepareExpected();
  }

  /**
   * Has the spare worker make ready what is likely to be run next; not while a program runs, which
   * needs the processor more.
   */
  private prepareExpected(): void {
    const { expected, shown, active } = this;
    // An edited program has most of its code in common with the one that is shown.
    const source = expected ?? shown?.source ?? null;
    if (source === null || active !== null || this.spare === null) return;
    if (this.spare.expected !== null && isSameSource(this.spare.expected, source)) return;
    this.spare.prepared += 1;
    if (this.spare.prepared === preparedMax) this.renewSpare(this.spare);
    const station = this.spare;
    station.expected = source;
    station.ready = null;
    station.service.prepare(source).then(
      (isReady) => {
        if (isReady) station.ready = source;
        if (isReady && source === this.expected) this.onReady(source);
      },
      // A fault of our own: it comes again, and is reported, when the program is run.
      () => undefined,
    );
  }

  /** Puts another worker in the place of one that has evaluated much code, once it is warm. */
  private renewSpare(old: Station): void {
    const next = startStation();
    const replace = (): void => {
      if (this.spare !== old || this.isClosed) {
        next.worker.terminate();
        return;
      }
      old.worker.terminate();
      this.spare = next;
      this.prepareExpected();
    };
    next.service.warm().then(replace, replace);
  }

  private async ask(
    station: Station,
    request: RunRequest,
    onProgress: (progress: RunProgress) => void,
  ): Promise<RunOutcome> {
    try {
      const sent = await station.service.run(request, proxy(onProgress));
      if (sent.kind === 'rejected') return sent;
      return { kind: 'ran', recording: receiveTrace(sent.trace), ending: sent.ending };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', failure: { message } };
    }
  }
}

function whenIdle(action: () => void): void {
  if (typeof requestIdleCallback === 'undefined') action();
  else requestIdleCallback(action, { timeout: refillMaxMs });
}

/** For the program after this one: it reads the library while nobody waits. */
function startWarmStation(): Station {
  const station = startStation();
  // If it fails, it fails again, and is reported, when a program is run.
  station.service.warm().catch(() => undefined);
  return station;
}

function startStation(): Station {
  const worker =
    takeEarlyWorker() ??
    new Worker(new URL('./sim.worker.ts', import.meta.url), { type: 'module', name: 'simulator' });
  const broken = new Promise<string>((resolve) => {
    worker.addEventListener('error', (event) => {
      resolve(event.message === '' ? 'The simulator did not start.' : event.message);
    });
    worker.addEventListener('messageerror', () => resolve('A message could not be read.'));
  });
  return {
    worker,
    service: wrap<SimulatorService>(worker),
    broken,
    expected: null,
    ready: null,
    isExamining: false,
    prepared: 0,
  };
}
