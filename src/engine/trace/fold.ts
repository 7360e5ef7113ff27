// The world at any step of a recording, forwards and backwards. Stepping on costs one event,
// stepping back at most one checkpoint spacing.

import { assert } from '../base/assert.ts';
import { Checkpoints } from './checkpoints.ts';
import type { Recording } from './recording.ts';
import { initialWorld, WorldFold } from './world-fold.ts';
import type { WorldState } from './world.ts';

/** The world after the first `step` events, from scratch. For many steps use a WorldHistory. */
export function foldTo(recording: Recording, step: number): WorldState {
  const fold = new WorldFold(recording, null);
  const end = Math.min(step, recording.length);
  for (let i = 0; i < end; i++) fold.apply(recording.readEvent(i));
  return fold.world();
}

const recentLimit = 8;

/** A recording with a place in it. It holds caches only: `worldAt` always gives the same answer. */
export class WorldHistory {
  readonly recording: Recording;
  private readonly checkpoints: Checkpoints;
  private fold: WorldFold;
  /** The worlds last asked for: pictures want a step and the one before it. */
  private readonly recent = new Map<number, WorldState>();

  constructor(recording: Recording, limit?: number, spacing?: number) {
    this.recording = recording;
    const start = initialWorld(recording);
    this.checkpoints = new Checkpoints(start, limit, spacing);
    this.fold = new WorldFold(recording, start);
  }

  /** Somebody else folds the same recording from its start: its worlds are kept as they pass by. */
  learn(fold: WorldFold): void {
    if (this.checkpoints.wants(fold.length)) this.checkpoints.offer(fold.world());
  }

  /** The world after `step` events; 0 ≤ step ≤ recording.length. */
  worldAt(step: number): WorldState {
    assert(step >= 0 && step <= this.recording.length, `step ${step} is outside the recording`);
    const known = this.recent.get(step);
    if (known !== undefined) return known;
    const near = this.checkpoints.nearest(step);
    if (step < this.fold.length || near.step > this.fold.length) {
      this.fold = new WorldFold(this.recording, near);
    }
    while (this.fold.length < step) {
      this.fold.apply(this.recording.readEvent(this.fold.length));
      if (this.checkpoints.wants(this.fold.length)) this.checkpoints.offer(this.fold.world());
    }
    const world = this.fold.world();
    this.recent.set(step, world);
    const [oldest] = this.recent.keys();
    if (this.recent.size > recentLimit && oldest !== undefined) this.recent.delete(oldest);
    return world;
  }
}
