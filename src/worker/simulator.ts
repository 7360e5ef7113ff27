// The page's way to the simulator: one worker, started anew for each program so that no program
// pays for what another one taught the JavaScript engine, and one more, warm, for the next.
// Invariants: a run that does not answer `cancel` is ended with its worker; a worker that has failed
// is never used again.

import { proxy, type Remote, wrap } from 'comlink';
import type { Frame, RunOutcome, RunProgress, RunRequest, SimulatorService } from './protocol.ts';
import { receiveTrace } from './protocol.ts';

interface Station {
  readonly worker: Worker;
  readonly service: Remote<SimulatorService>;
  /** Settles when the worker itself breaks. */
  readonly broken: Promise<string>;
}

/** A cancelled run that has not ended after this long loses its worker. */
const graceMs = 80;

export class Simulator {
  private warm: Station | null;
  private busy: Station | null = null;
  private busyRun = 0;
  private giveUp: ((reason: string) => void) | null = null;

  constructor() {
    this.warm = startStation();
  }

  /** Runs a program. Never rejects: our own faults are an outcome too. */
  async run(
    request: RunRequest & { readonly id: number },
    onProgress: (progress: RunProgress) => void,
  ): Promise<RunOutcome> {
    this.retire();
    const station = this.warm ?? startStation();
    this.warm = null;
    this.busy = station;
    this.busyRun = request.id;
    const ended = new Promise<string>((resolve) => {
      this.giveUp = resolve;
    });
    const failure = Promise.race([station.broken, ended]).then(
      (message): RunOutcome => ({ kind: 'failed', failure: { message } }),
    );
    const outcome = await Promise.race([this.ask(station, request, onProgress), failure]);
    if (outcome.kind === 'failed') this.drop(station);
    else this.warm ??= startStation();
    return outcome;
  }

  /** Asks the running program to stop; ends its worker if it does not. */
  cancel(): void {
    const station = this.busy;
    if (station === null) return;
    void station.service.cancel();
    const { giveUp } = this;
    setTimeout(() => giveUp?.('The program did not stop when asked to.'), graceMs * 20);
  }

  /** Ends all workers. */
  close(): void {
    this.retire();
    this.warm?.worker.terminate();
    this.warm = null;
  }

  /** Stack and locals; null when another run has taken the worker. */
  async inspect(runId: number, step: number, goroutine: number): Promise<readonly Frame[] | null> {
    const station = this.busy;
    if (station === null || runId !== this.busyRun) return null;
    const frames = station.service.inspect(step, goroutine);
    return await Promise.race([frames, station.broken.then(() => null)]);
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

  /** Ends the worker of the run before. */
  private retire(): void {
    this.giveUp?.('Another run was started.');
    this.giveUp = null;
    this.busy?.worker.terminate();
    this.busy = null;
  }

  private drop(station: Station): void {
    station.worker.terminate();
    if (this.busy === station) this.busy = null;
    this.warm ??= startStation();
  }
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
