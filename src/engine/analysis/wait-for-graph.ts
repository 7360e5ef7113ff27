// Who waits for what, and who could supply it: the ground of every explanation of a deadlock.
// Invariants: everything here is a fact of the run (who used what, who holds what, who was started
// by whom); a supplier is somebody alive. The shortest cycle is found by breadth-first search, so
// that no shorter one exists; among equals it has main, then the first in line.

import type { Recording } from '../trace/recording.ts';
import type { GoroutineId, ObjectId } from '../trace/trace-event.ts';
import { objectId } from '../trace/trace-event.ts';
import type { GoroutineState, WorldState } from '../trace/world.ts';
import { countedIn } from './counted.ts';
import { laterUses } from './later-use.ts';
import type { Role, Usage } from './usage.ts';

export type WaitHow = 'send' | 'receive' | 'lock' | 'readLock' | 'wait' | 'cond' | 'once' | 'other';

/** A goroutine waits at an object. */
export interface Wait {
  readonly goroutine: GoroutineId;
  /** 0 for nil channels and for what is no object. */
  readonly object: ObjectId;
  readonly how: WaitHow;
  /** The value to send. */
  readonly value: string;
  /** One case of several of a select. */
  readonly inSelect: boolean;
  /** Place in the object's queue, 0 first; -1 if it has none. */
  readonly place: number;
}

/** Why somebody could supply what is waited for. */
export type SupplyBasis =
  /** It has done so before in this run. */
  | 'used'
  /** It holds the lock, or runs the Once's function. */
  | 'holds'
  /** It was started by wg.Go or right after wg.Add and has not called Done. */
  | 'counts'
  /** It waits to write, and later readers wait behind it. */
  | 'ahead'
  /** Nobody has done so yet; its own function would, further down. */
  | 'later';

/** A goroutine that could make an object give what is waited for. */
export interface Supply {
  readonly object: ObjectId;
  readonly goroutine: GoroutineId;
  /** What it would have to do. */
  readonly how: 'receive' | 'send' | 'unlock' | 'done' | 'signal' | 'return';
  readonly basis: SupplyBasis;
  /** Basis later: where it would. */
  readonly site?: number;
}

/** A goroutine waits, and this supplier, who waits too, could end it. */
export interface CycleLink {
  readonly wait: Wait;
  readonly supply: Supply;
}

export interface WaitForGraph {
  readonly waits: readonly Wait[];
  readonly supplies: readonly Supply[];
  /** Every wait with every supply that could end it. */
  readonly links: readonly CycleLink[];
  /** Shortest cycle: each link's supplier is the next link's goroutine; empty if there is none. */
  readonly cycle: readonly CycleLink[];
}

/** The graph of a world. It is most useful when nothing can run, but true at any step. */
export function waitForGraph(recording: Recording, usage: Usage, world: WorldState): WaitForGraph {
  const waits = waitsOf(world);
  const counted = countedIn(recording, usage, world);
  const links = waits.flatMap((wait) =>
    suppliesOf(recording, usage, world, counted, wait).map(
      (supply): CycleLink => ({ wait, supply }),
    ),
  );
  const supplies = new Map<string, Supply>();
  for (const { supply } of links) {
    const key = `${supply.object} ${supply.goroutine} ${supply.how}`;
    if (!supplies.has(key)) supplies.set(key, supply);
  }
  return { waits, supplies: [...supplies.values()], links, cycle: shortestCycle(links) };
}

/** What every waiting goroutine waits for; a parked select once for each case. */
function waitsOf(world: WorldState): readonly Wait[] {
  const waits: Wait[] = [];
  for (const state of world.goroutines.values()) {
    if (state.status !== 'waiting') continue;
    if (state.waitingFor.length === 0) {
      const how = state.waitReason.startsWith('chan send') ? 'send' : 'other';
      const kind = state.waitReason.startsWith('chan receive') ? 'receive' : how;
      const base = { goroutine: state.id, object: objectId(0), value: state.held };
      waits.push({ ...base, how: kind, inSelect: false, place: -1 });
      continue;
    }
    for (const object of state.waitingFor) waits.push(...waitsAt(world, state, object));
  }
  return waits;
}

function waitsAt(world: WorldState, state: GoroutineState, object: ObjectId): readonly Wait[] {
  const at = world.objects.get(object);
  const base = { goroutine: state.id, object, value: '', inSelect: false };
  const isMe = (waiting: { readonly goroutine: GoroutineId }): boolean =>
    waiting.goroutine === state.id;
  switch (at?.kind) {
    case 'channel': {
      const inSelect = state.waitReason === 'select';
      const waits: Wait[] = [];
      const sending = at.sendQueue.findIndex(isMe);
      const receiving = at.receiveQueue.findIndex(isMe);
      if (sending >= 0) {
        const value = at.sendQueue[sending]?.value ?? '';
        waits.push({ ...base, how: 'send', value, inSelect, place: sending });
      }
      if (receiving >= 0) waits.push({ ...base, how: 'receive', inSelect, place: receiving });
      return waits;
    }
    case 'mutex':
      return [{ ...base, how: 'lock', place: at.queue.indexOf(state.id) }];
    case 'rwMutex': {
      const place = at.queue.findIndex(isMe);
      return [{ ...base, how: at.queue[place]?.write === false ? 'readLock' : 'lock', place }];
    }
    case 'waitGroup':
      return [{ ...base, how: 'wait', place: at.queue.indexOf(state.id) }];
    case 'cond':
      return [{ ...base, how: 'cond', place: at.queue.indexOf(state.id) }];
    case 'once':
      return [{ ...base, how: 'once', place: -1 }];
    default:
      return [{ ...base, how: 'other', place: -1 }];
  }
}

function suppliesOf(
  recording: Recording,
  usage: Usage,
  world: WorldState,
  counted: ReadonlyMap<ObjectId, ReadonlySet<GoroutineId>>,
  wait: Wait,
): readonly Supply[] {
  const { object } = wait;
  const at = world.objects.get(object);
  switch (wait.how) {
    case 'send': {
      const known = users(usage, world, wait, ['receive'], 'receive');
      return known.length > 0 ? known : later(recording, world, wait, ['receive'], 'receive');
    }
    case 'receive': {
      const known = users(usage, world, wait, ['send', 'close'], 'send');
      return known.length > 0 ? known : later(recording, world, wait, ['send', 'close'], 'send');
    }
    case 'lock':
    case 'readLock': {
      if (at?.kind === 'mutex') return holding(world, object, [at.holder]);
      if (at?.kind !== 'rwMutex') return [];
      if (at.writer !== 0) return holding(world, object, [at.writer]);
      if (wait.how === 'lock') return holding(world, object, [...new Set(at.readers)]);
      return at.queue
        .slice(0, Math.max(wait.place, 0))
        .filter((waiting) => waiting.write)
        .map(({ goroutine }) => ({ object, goroutine, how: 'unlock', basis: 'ahead' }));
    }
    case 'wait': {
      const done = users(usage, world, wait, ['done'], 'done');
      const known = new Set(done.map((supply) => supply.goroutine));
      const others = [...(counted.get(object) ?? [])].filter((id) => !known.has(id));
      const isCounted = (supply: Supply): boolean =>
        counted.get(object)?.has(supply.goroutine) ?? false;
      // Somebody who has called Done and is not counted any more may well call it again; but who
      // surely still counts comes first, and alone if there is anybody.
      const surely = done.filter(isCounted);
      const rest = others.map(
        (goroutine): Supply => ({ object, goroutine, how: 'done', basis: 'counts' }),
      );
      return surely.length + rest.length > 0 ? [...surely, ...rest] : done;
    }
    case 'cond':
      return users(usage, world, wait, ['notify'], 'signal');
    case 'once':
      if (at?.kind !== 'once' || at.running === 0) return [];
      return [{ object, goroutine: at.running, how: 'return', basis: 'holds' }];
    case 'other':
      return [];
  }
}

function isAlive(world: WorldState, id: GoroutineId): boolean {
  const state = world.goroutines.get(id);
  return state !== undefined && state.status !== 'dead';
}

/** Everybody alive who has used the object in one of these roles, up to now. */
function users(
  usage: Usage,
  world: WorldState,
  wait: Wait,
  roles: readonly Role[],
  how: Supply['how'],
): readonly Supply[] {
  const found = new Map<GoroutineId, Supply>();
  for (const use of usage.byObject.get(wait.object) ?? []) {
    if (!roles.includes(use.role) || use.first >= world.step) continue;
    if (!isAlive(world, use.goroutine)) continue;
    // Whoever waits in the same queue has asked for the same; that makes nobody a supplier.
    found.set(use.goroutine, { object: wait.object, goroutine: use.goroutine, how, basis: 'used' });
  }
  return [...found.values()];
}

/** Whoever would supply it further down in its own function. */
function later(
  recording: Recording,
  world: WorldState,
  { object }: Wait,
  operations: readonly ('send' | 'receive' | 'close')[],
  how: Supply['how'],
): readonly Supply[] {
  if (object === 0) return [];
  return laterUses(recording, world, object, operations).map(({ goroutine, site }) => ({
    object,
    goroutine,
    how,
    basis: 'later',
    site,
  }));
}

/** Holders that are alive: the dead unlock nothing. */
function holding(
  world: WorldState,
  object: ObjectId,
  holders: readonly GoroutineId[],
): readonly Supply[] {
  const alive = holders.filter((id) => isAlive(world, id));
  return alive.map((goroutine) => ({ object, goroutine, how: 'unlock', basis: 'holds' }));
}

/** Breadth first from every waiting goroutine over wait → supplier, the best start first. */
function shortestCycle(all: readonly CycleLink[]): readonly CycleLink[] {
  const links = new Map<GoroutineId, CycleLink[]>();
  const waiting = new Set(all.map((link) => link.wait.goroutine));
  const place = new Map<GoroutineId, number>();
  for (const link of all) {
    const { goroutine } = link.wait;
    place.set(goroutine, Math.min(place.get(goroutine) ?? Infinity, link.wait.place));
    if (!waiting.has(link.supply.goroutine)) continue;
    const list = links.get(goroutine);
    if (list === undefined) links.set(goroutine, [link]);
    else list.push(link);
  }
  for (const list of links.values()) {
    list.sort(
      (a, b) =>
        (place.get(a.supply.goroutine) ?? 0) - (place.get(b.supply.goroutine) ?? 0) ||
        a.supply.goroutine - b.supply.goroutine,
    );
  }
  let best: readonly CycleLink[] = [];
  for (const start of [...links.keys()].sort((a, b) => a - b)) {
    const cycle = cycleFrom(start, links);
    if (cycle.length > 0 && (best.length === 0 || cycle.length < best.length)) best = cycle;
  }
  return best;
}

function cycleFrom(
  start: GoroutineId,
  links: ReadonlyMap<GoroutineId, readonly CycleLink[]>,
): readonly CycleLink[] {
  const reachedBy = new Map<GoroutineId, CycleLink>();
  const queue: GoroutineId[] = [start];
  for (let i = 0; i < queue.length; i++) {
    const at = queue[i];
    if (at === undefined) break;
    for (const link of links.get(at) ?? []) {
      const next = link.supply.goroutine;
      if (next === start) return pathTo(start, link, reachedBy);
      if (reachedBy.has(next)) continue;
      reachedBy.set(next, link);
      queue.push(next);
    }
  }
  return [];
}

function pathTo(
  start: GoroutineId,
  last: CycleLink,
  reachedBy: ReadonlyMap<GoroutineId, CycleLink>,
): readonly CycleLink[] {
  const path = [last];
  let at = last.wait.goroutine;
  while (at !== start) {
    const link = reachedBy.get(at);
    if (link === undefined) return [];
    path.unshift(link);
    at = link.wait.goroutine;
  }
  return path;
}
