// What a run may use before it is stopped, and the message each limit gives.

export interface Limits {
  /** Statements executed by all goroutines together. */
  readonly statements: number;
  /** Goroutines alive at one time. */
  readonly goroutines: number;
  /** Bytes of the Go heap, estimated. */
  readonly heapBytes: number;
  /** Bytes written to standard output and standard error. */
  readonly outputBytes: number;
  /** Virtual nanoseconds since the start. */
  readonly virtualNs: number;
  /** Calls within one goroutine that have not returned. */
  readonly depth: number;
  /** Events in the trace. */
  readonly events: number;
}

export type LimitName = keyof Limits;

export const defaultLimits: Limits = {
  statements: 2e9,
  goroutines: 200_000,
  heapBytes: 512 << 20,
  outputBytes: 8 << 20,
  virtualNs: 366 * 24 * 3600 * 1e9,
  depth: 500_000,
  events: 5_000_000,
};

/** Thrown by what would go beyond a limit. */
export class LimitReached {
  readonly limit: LimitName;

  constructor(limit: LimitName) {
    this.limit = limit;
  }
}

/** What happened, for people. */
export function limitMessage(limit: LimitName, limits: Limits): string {
  const count = grouped(limits[limit]);
  switch (limit) {
    case 'statements':
      return `stopped after ${count} statements; is there a loop that never ends?`;
    case 'goroutines':
      return `stopped: more than ${count} goroutines are alive at once`;
    case 'heapBytes':
      return `stopped: the program holds more than ${grouped(limits[limit] / 2 ** 20)} MiB of memory`;
    case 'outputBytes':
      return `stopped: the program has written more than ${grouped(limits[limit] / 2 ** 20)} MiB`;
    case 'virtualNs':
      return `stopped after ${grouped(Math.round(limits[limit] / 1e9))} seconds of virtual time`;
    case 'depth':
      return 'stack overflow';
    case 'events':
      return `stopped after ${count} events`;
  }
}

/** 1234567 as 1,234,567. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
