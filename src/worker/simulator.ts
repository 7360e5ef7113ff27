// The page's way to the simulator: one worker, started anew for each program so that no program
// pays for what another one taught the JavaScript engine, and one more, warm, for the next.
// Invariants: a run that does not answer `cancel` is ended with its worker; a worker that has failed
// is never used again.

import { assertNever } from '../engine/base/assert.ts';
import { proxy, type Remote, wrap } from 'comlink';
import type {
  Findings,
  Frame,
  RunOutcome,
  RunProgress,
  RunRequest,
  SimulatorService,
} from './protocol.ts';
import { receiveTrace } from './protocol.ts';

interface Station {
  readonly worker: Worker;
  readonly service: Remote<SimulatorService>;
  /** Settles when the worker itself breaks. */
  readonly broken: Promise<string>;
}

/** A run that is asked to stop and has not answered after this long loses its worker. */
const graceMs = 1500;

export class Simulator {
  private warm: Station | null;
  private active: { readonly station: Station; readonly giveUp: (why: string) => void } | null =
    null;
  /** The worker of the newest run that gave a picture: it answers questions about it. */
  private shown: { readonly station: Station; readonly runId: number } | null = null;

  constructor() {
    this.warm = startStation();
  }

  /** Runs a program. Never rejects: our own faults are an outcome too. */
  async run(
    request: RunRequest & { readonly id: number },
    onProgress: (progress: RunProgress) => void,
  ): Promise<RunOutcome> {
    this.active?.giveUp('Another run was started.');
    const station = this.warm ?? startStation();
    this.warm = null;
    const ended = new Promise<string>((resolve) => {
      this.active = { station, giveUp: resolve };
    });
    const failure = Promise.race([station.broken, ended]).then(
      (message): RunOutcome => ({ kind: 'failed', failure: { message } }),
    );
    const outcome = await Promise.race([this.ask(station, request, onProgress), failure]);
    if (this.active?.station === station) this.active = null;
    this.put(station, outcome, request.id);
    return outcome;
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
    this.active?.giveUp('The simulator was closed.');
    this.shown?.station.worker.terminate();
    this.shown = null;
    this.warm?.worker.terminate();
    this.warm = null;
  }

  /** Stack and locals; null when another run has taken the picture. */
  async inspect(runId: number, step: number, goroutine: number): Promise<readonly Frame[] | null> {
    const { shown } = this;
    if (shown === null || runId !== shown.runId) return null;
    const frames = shown.station.service.inspect(step, goroutine);
    return await Promise.race([frames, shown.station.broken.then(() => null)]);
  }

  /** What the detectors say of a run; null when another run has taken the picture. */
  async examine(runId: number): Promise<Findings | null> {
    const { shown } = this;
    if (shown === null || runId !== shown.runId) return null;
    const findings = shown.station.service.examine();
    return await Promise.race([findings, shown.station.broken.then(() => null)]);
  }

  /** What becomes of a worker after its run. */
  private put(station: Station, outcome: RunOutcome, runId: number): void {
    switch (outcome.kind) {
      case 'ran':
        this.shown?.station.worker.terminate();
        this.shown = { station, runId };
        break;
      case 'rejected':
        // It has only compiled: as good as new.
        if (this.warm === null) this.warm = station;
        else station.worker.terminate();
        break;
      case 'failed':
        station.worker.terminate();
        break;
      default:
        assertNever(outcome, 'outcome');
    }
    this.warm ??= startWarmStation();
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

/** For the program after this one: it reads the library while nobody waits. */
function startWarmStation(): Station {
  const station = startStation();
  // If it fails, it fails again, and is reported, when a program is run.
  station.service.warm().catch(() => undefined);
  return station;
}

function startStation(): Station {
  const worker = new Worker(new URL('./sim.worker.ts', import.meta.url), {
    type: 'module',
    name: 'simulator',
  });
  const broken = new Promise<string>((resolve) => {
    worker.addEventListener('error', (event) => {
      resolve(event.message === '' ? 'The simulator did not start.' : event.message);
    });
    worker.addEventListener('messageerror', () => resolve('A message could not be read.'));
  });
  return { worker, service: wrap<SimulatorService>(worker), broken };
}
