// A model of Go's channels that shares nothing with the machine: it has no queues and no scheduler,
// only what the language says an operation may do, and tries every order. The set of outcomes it
// gives is what a run may end in. Invariant: an unbuffered send and its receive are one event of two
// goroutines; whether somebody has already parked is never visible, but for a select's default.

/** One operation of a goroutine's script. */
export type Operation =
  | { readonly kind: 'send'; readonly channel: number; readonly value: number }
  | { readonly kind: 'receive'; readonly channel: number }
  | { readonly kind: 'close'; readonly channel: number }
  | {
      readonly kind: 'select';
      readonly cases: readonly SelectCase[];
      readonly hasDefault: boolean;
    };
export type SelectCase = Exclude<Operation, { readonly kind: 'select' | 'close' }>;

export interface Scripts {
  /** Capacity of each channel. */
  readonly capacities: readonly number[];
  /** What each goroutine does, in order. */
  readonly goroutines: readonly (readonly Operation[])[];
}

interface State {
  readonly done: readonly number[];
  /** What each goroutine has seen, an entry per completed operation. */
  readonly logs: readonly (readonly string[])[];
  readonly buffers: readonly (readonly number[])[];
  readonly closed: readonly boolean[];
}

/** All ends that a run may have: `ok`, `deadlock` or `panic` with what was seen. */
export function possibleOutcomes(scripts: Scripts): ReadonlySet<string> {
  const outcomes = new Set<string>();
  const seen = new Set<string>();
  const start: State = {
    done: scripts.goroutines.map(() => 0),
    logs: scripts.goroutines.map(() => []),
    buffers: scripts.capacities.map(() => []),
    closed: scripts.capacities.map(() => false),
  };
  const work = [start];
  for (let state = work.pop(); state !== undefined; state = work.pop()) {
    const key = JSON.stringify(state);
    if (seen.has(key)) continue;
    seen.add(key);
    const successors = new Successors(scripts, state);
    for (const panic of successors.panics) outcomes.add(panic);
    work.push(...successors.states);
    if (successors.states.length > 0 || successors.panics.length > 0) continue;
    const isOver = state.done.every((count, g) => count === scripts.goroutines[g]?.length);
    outcomes.add(outcomeText(isOver ? 'ok' : 'deadlock', state.logs));
  }
  return outcomes;
}

/** The text of an outcome: how it ended, and per goroutine what it has seen. */
export function outcomeText(end: string, logs: readonly (readonly string[])[]): string {
  return `${end}: ${logs.map((log) => log.join(' ')).join(' | ')}`;
}

/** What can happen next in a state. */
class Successors {
  readonly states: State[] = [];
  readonly panics: string[] = [];
  private readonly scripts: Scripts;
  private readonly state: State;

  constructor(scripts: Scripts, state: State) {
    this.scripts = scripts;
    this.state = state;
    for (const g of scripts.goroutines.keys()) this.addOf(g);
  }

  private next(g: number): Operation | null {
    return this.scripts.goroutines[g]?.[this.state.done[g] ?? 0] ?? null;
  }

  private addOf(g: number): void {
    const operation = this.next(g);
    if (operation === null) return;
    if (operation.kind === 'close') this.close(g, operation.channel);
    else if (operation.kind !== 'select') this.communicate(g, operation, '');
    else {
      for (const [index, part] of operation.cases.entries()) {
        this.communicate(g, part, `case${index}:`);
      }
      const isReady = operation.cases.some((part) => this.isReady(part));
      if (operation.hasDefault && !isReady) this.advance([[g, 'default']], {});
    }
  }

  /** Ready whoever is parked: the buffer or a close makes it so. */
  private isReady(part: SelectCase): boolean {
    const { channel } = part;
    const buffer = this.state.buffers[channel] ?? [];
    if (this.state.closed[channel] === true) return true;
    if (part.kind === 'receive') return buffer.length > 0;
    return buffer.length < (this.scripts.capacities[channel] ?? 0);
  }

  private close(g: number, channel: number): void {
    if (this.state.closed[channel] === true) this.panic(g, 'close of closed channel');
    else this.advance([[g, 'closed']], { closed: [channel, true] });
  }

  private communicate(g: number, part: SelectCase, label: string): void {
    const { channel } = part;
    const buffer = this.state.buffers[channel] ?? [];
    const isClosed = this.state.closed[channel] === true;
    if (part.kind === 'receive') {
      const [first, ...rest] = buffer;
      if (first !== undefined) {
        this.advance([[g, `${label}${first}`]], { buffer: [channel, rest] });
      } else if (isClosed) this.advance([[g, `${label}zero`]], {});
      return;
    }
    if (isClosed) this.panic(g, 'send on closed channel');
    else if (buffer.length < (this.scripts.capacities[channel] ?? 0)) {
      this.advance([[g, `${label}sent`]], { buffer: [channel, [...buffer, part.value]] });
    } else if (this.scripts.capacities[channel] === 0) this.handOver(g, part, label);
  }

  /** An unbuffered send together with each receive that others have come to. */
  private handOver(g: number, part: SelectCase & { kind: 'send' }, label: string): void {
    this.scripts.goroutines.forEach((_, other) => {
      const operation = other === g ? null : this.next(other);
      if (operation === null || operation.kind === 'close') return;
      const cases = operation.kind === 'select' ? operation.cases : [operation];
      cases.forEach((receive, index) => {
        if (receive.kind !== 'receive' || receive.channel !== part.channel) return;
        const otherLabel = operation.kind === 'select' ? `case${index}:` : '';
        const both: [number, string][] = [
          [g, `${label}sent`],
          [other, `${otherLabel}${part.value}`],
        ];
        this.advance(both, {});
      });
    });
  }

  private panic(g: number, text: string): void {
    this.panics.push(outcomeText(`panic ${text} in ${g}`, [this.state.logs[g] ?? []]));
  }

  private advance(
    steps: readonly (readonly [goroutine: number, entry: string])[],
    change: {
      readonly buffer?: readonly [channel: number, values: readonly number[]];
      readonly closed?: readonly [channel: number, isClosed: boolean];
    },
  ): void {
    const done = [...this.state.done];
    const logs = [...this.state.logs];
    for (const [g, entry] of steps) {
      done[g] = (done[g] ?? 0) + 1;
      logs[g] = [...(logs[g] ?? []), entry];
    }
    const buffers = [...this.state.buffers];
    if (change.buffer !== undefined) buffers[change.buffer[0]] = change.buffer[1];
    const closed = [...this.state.closed];
    if (change.closed !== undefined) closed[change.closed[0]] = change.closed[1];
    this.states.push({ done, logs, buffers, closed });
  }
}
