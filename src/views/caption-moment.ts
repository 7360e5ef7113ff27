// What every caption is made from, and who it sets free.

import { type Sentence, goroutines, words } from '../engine/analysis/sentence.ts';
import type { GoroutineId, TraceEvent } from '../engine/trace/trace-event.ts';
import type { WorldState } from '../engine/trace/world.ts';
import type { RunModel } from './run-model.ts';

/** What a caption is made from: an event and the worlds on both sides of it. */
export interface CaptionMoment {
  readonly run: RunModel;
  readonly event: TraceEvent;
  readonly before: WorldState;
  readonly after: WorldState;
}

/** ` **w2** can run again.` for whoever an event has woken; nothing for nobody. */
export function canRunAgain(ids: readonly GoroutineId[], start = ' '): Sentence {
  if (ids.length === 0) return [];
  return [words(start), goroutines(...ids), words(' can run again.')];
}

/** Who was waiting before the event and can run after it. */
export function wokenBy({ before, after }: CaptionMoment): readonly GoroutineId[] {
  const woken: GoroutineId[] = [];
  for (const [id, state] of before.goroutines) {
    if (state.status !== 'waiting' && state.status !== 'sleeping') continue;
    if (after.goroutines.get(id)?.status === 'runnable') woken.push(id);
  }
  return woken;
}
