// Which goroutines a WaitGroup still counts, as far as the trace shows it: those started by wg.Go,
// or by the go statements that follow wg.Add, and that have not called Done.
// Only the trace is read; a goroutine that cannot be told to count is left out.

import type { Recording } from '../trace/recording.ts';
import type { GoroutineId, ObjectId } from '../trace/trace-event.ts';
import { goroutineId } from '../trace/trace-event.ts';
import type { WorldState } from '../trace/world.ts';
import type { Usage } from './usage.ts';

/** A wg.Add that go statements of the same goroutine have yet to use up. */
interface OpenAdd {
  readonly group: ObjectId;
  left: number;
}

/** Wait group → goroutines that it still counts at this step. */
export function countedIn(
  recording: Recording,
  usage: Usage,
  world: WorldState,
): ReadonlyMap<ObjectId, ReadonlySet<GoroutineId>> {
  const groups = new Map<ObjectId, Set<GoroutineId>>();
  for (const object of recording.objects) {
    if (object.kind === 'waitGroup') groups.set(object.id, new Set());
  }
  if (groups.size === 0) return groups;
  const open = new Map<GoroutineId, OpenAdd[]>();
  for (let i = 0; i < Math.min(world.step, recording.length); i++) {
    const event = recording.readEvent(i);
    if (event.kind === 'waitGroupAdd') {
      if (event.number > 0)
        addsOf(open, event.goroutine).push({ group: event.object, left: event.number });
      else groups.get(event.object)?.delete(event.goroutine);
    } else if (event.kind === 'go') {
      const child = goroutineId(event.other);
      for (const add of addsOf(open, event.goroutine)) {
        if (add.left <= 0) continue;
        add.left -= 1;
        groups.get(add.group)?.add(child);
      }
    }
  }
  const dead = new Set(
    usage.goroutines
      .filter(({ exitedAt }) => exitedAt >= 0 && exitedAt < world.step)
      .map(({ id }) => id),
  );
  for (const members of groups.values()) for (const id of dead) members.delete(id);
  return groups;
}

function addsOf(open: Map<GoroutineId, OpenAdd[]>, id: GoroutineId): OpenAdd[] {
  const known = open.get(id)?.filter((add) => add.left > 0) ?? [];
  open.set(id, known);
  return known;
}
