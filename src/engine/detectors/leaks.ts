// Goroutines that can never go on, by the rule of Go's goroutineleak profile (runtime/mgc.go): a
// goroutine is stuck when nothing that can still run can reach what it waits on. Invariants: no false
// alarm, since waking needs a reference; what is reachable but will not be used is not found.

import { type Hasher, HeapObject } from '../machine/heap-object.ts';
import { Channel } from '../machine/channel.ts';
import type { Goroutine } from '../machine/goroutine.ts';
import type { MachineState } from '../machine/state.ts';
import { SyncObject } from '../machine/sync-object.ts';

export interface Unfinished {
  /** Blocked for ever. */
  readonly leaked: readonly Goroutine[];
  /** Could have gone on, had main not returned. */
  readonly cut: readonly Goroutine[];
}

/** Waits that end only by another goroutine's doing; in all others something outside may. */
const waits: readonly string[] = [
  'chan receive',
  'chan send',
  'chan receive (nil chan)',
  'chan send (nil chan)',
  'select',
  'select (no cases)',
  'sync.Mutex.Lock',
  'sync.RWMutex.Lock',
  'sync.RWMutex.RLock',
  'sync.WaitGroup.Wait',
  'sync.Cond.Wait',
];

/** The goroutines of a state that are not over; without main once that has returned. */
export function unfinishedIn(state: MachineState): Unfinished {
  const isOver = state.verdict?.kind === 'ok';
  const alive = state.living().filter(({ id }) => !(isOver && id === 1));
  const blocked = new Set(alive.filter(isBlocked));
  const live = alive.filter((goroutine) => !blocked.has(goroutine));
  const { timers } = state.timers;
  // Package variables are in reach of whoever runs; when nobody does, of nobody.
  const someoneRuns = live.length > 0 || timers.length > 0 || state.starting !== null;
  const reach = new Reach();
  if (someoneRuns) for (const global of state.globals) reach.value(global);
  for (const { action } of [...timers, ...(state.starting === null ? [] : [state.starting])]) {
    if (action.kind === 'send') reach.value(action.channel);
    else if (action.kind === 'call') reach.value(action.closure);
  }
  for (const goroutine of live) reach.value(goroutine);
  for (let isGrowing = true; isGrowing; ) {
    reach.finish();
    isGrowing = false;
    for (const goroutine of blocked) {
      if (!goroutine.waiters.some(({ object }) => reach.objects.has(object))) continue;
      blocked.delete(goroutine);
      reach.value(goroutine);
      isGrowing = true;
    }
  }
  return {
    leaked: alive.filter((goroutine) => blocked.has(goroutine)),
    cut: isOver ? alive.filter((goroutine) => !blocked.has(goroutine)) : [],
  };
}

function isBlocked({ status, waitReason }: Goroutine): boolean {
  return status === 'waiting' && waits.includes(waitReason);
}

/** Everything that has been reached, each object looked at once. */
class Reach implements Hasher {
  /** Ids of channels and sync objects. */
  readonly objects = new Set<number>();
  private readonly seen = new Set<object>();
  private readonly work: object[] = [];

  value(value: unknown): void {
    if (typeof value !== 'object' || value === null || this.seen.has(value)) return;
    this.seen.add(value);
    this.work.push(value);
  }

  number(): void {}

  finish(): void {
    for (let object = this.work.pop(); object !== undefined; object = this.work.pop()) {
      if (object instanceof Channel || object instanceof SyncObject) this.objects.add(object.id);
      if (object instanceof HeapObject) object.hash(this);
      else if (Array.isArray(object)) for (const element of object) this.value(element);
    }
  }
}
