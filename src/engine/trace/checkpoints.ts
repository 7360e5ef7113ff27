// Worlds kept along a run, so that any step is near one of them. Memory stays bounded however long
// the run: when there are too many, every second one is dropped and the spacing doubles.
// Invariant: kept worlds are at multiples of `spacing`, ascending, and the first is step 0.

import type { WorldState } from './world.ts';

export class Checkpoints {
  private readonly limit: number;
  private spacingNow: number;
  private kept: WorldState[];

  /** `limit`: at most so many worlds; `spacing`: how many events apart at first. */
  constructor(first: WorldState, limit = 256, spacing = 512) {
    this.limit = limit;
    this.spacingNow = spacing;
    this.kept = [first];
  }

  get spacing(): number {
    return this.spacingNow;
  }

  get count(): number {
    return this.kept.length;
  }

  /** Whether a world at this step would be kept and is not there yet. */
  wants(step: number): boolean {
    return step === this.kept.length * this.spacingNow;
  }

  /** Keeps the world, if its step is one that is wanted. */
  offer(world: WorldState): void {
    if (!this.wants(world.step)) return;
    this.kept.push(world);
    if (this.kept.length <= this.limit) return;
    this.kept = this.kept.filter((_, index) => index % 2 === 0);
    this.spacingNow *= 2;
  }

  /** The last kept world at or before `step`. */
  nearest(step: number): WorldState {
    const index = Math.min(Math.floor(step / this.spacingNow), this.kept.length - 1);
    const world = this.kept[Math.max(index, 0)];
    if (world === undefined) throw new Error('Broken invariant: checkpoints start at step 0');
    return world;
  }
}
