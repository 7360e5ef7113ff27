// A whole run as the views see it: the recording, who used what, and what everything is called.
// Built once per run; every other model takes it and a step.

import { type Usage, usageOf } from '../engine/analysis/usage.ts';
import type { Recording } from '../engine/trace/recording.ts';
import type { GoroutineId } from '../engine/trace/trace-event.ts';
import type { GoroutineState, WorldState } from '../engine/trace/world.ts';
import {
  type GoroutineLook,
  type GoroutineMode,
  lookOf,
  modeOf,
  waitingMode,
} from './goroutine-look.ts';
import { Labels } from './labels.ts';

export interface RunModel {
  readonly recording: Recording;
  readonly usage: Usage;
  readonly labels: Labels;
}

/** Reads the recording once, unless somebody has. */
export function modelRun(recording: Recording, usage: Usage = usageOf(recording)): RunModel {
  return { recording, usage, labels: new Labels(recording, usage) };
}

/** Whether a deadlock has been found in the events that this world has folded. */
export function isDeadlocked(run: RunModel, world: WorldState): boolean {
  return run.usage.deadlockAt >= 0 && world.step > run.usage.deadlockAt;
}

/** What a goroutine is doing at this step. */
export function goroutineMode(
  run: RunModel,
  world: WorldState,
  state: GoroutineState,
): GoroutineMode {
  const { ending, running } = world;
  const died = ending?.verdict === 'fatal' ? running : 0;
  return modeOf(state, { nothingCanRun: isDeadlocked(run, world), over: ending !== null, died });
}

/** How it looks: a stuck goroutine is red, but its glyph still says what it waits for. */
export function goroutineLook(
  run: RunModel,
  world: WorldState,
  state: GoroutineState,
): GoroutineLook {
  const mode = goroutineMode(run, world, state);
  const look = lookOf(mode);
  if (mode !== 'deadlocked' && mode !== 'leftBehind') return look;
  return { ...look, glyph: lookOf(waitingMode(state.waitReason)).glyph };
}

/** The look of a goroutine by id; `finished` for one that does not exist yet. */
export function lookAt(run: RunModel, world: WorldState, id: GoroutineId): GoroutineLook {
  const state = world.goroutines.get(id);
  return state === undefined ? lookOf('finished') : goroutineLook(run, world, state);
}
