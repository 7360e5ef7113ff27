// How the state of a goroutine looks everywhere: one hue, one texture, one glyph, one word.
// The hue is the `.s-*` class of tokens.css; texture and glyph say the same without colour.

import { assertNever } from '../engine/base/assert.ts';
import type { GoroutineState, WaitReason } from '../engine/trace/world.ts';

/** What a goroutine is doing, as finely as the pictures tell it apart. */
export type GoroutineMode =
  | 'running'
  | 'runnable'
  | 'sendBlocked'
  | 'receiveBlocked'
  | 'selectBlocked'
  | 'lockBlocked'
  | 'waitGroupBlocked'
  | 'condBlocked'
  | 'parked'
  | 'sleeping'
  | 'finished'
  | 'deadlocked'
  | 'leftBehind'
  | 'panicked'
  | 'died';

/** Class `s-${hue}`. */
export type Hue = 'run' | 'ready' | 'wait' | 'sleep' | 'done' | 'dead';

/** Plate and lane fill: `denseHatch` is `url(#tx-wait)`, `thinHatch` `url(#tx-recv)`, … */
export type Texture =
  | 'solid'
  | 'hollow'
  | 'denseHatch'
  | 'thinHatch'
  | 'dots'
  | 'line'
  | 'crossHatch';

export type Glyph =
  | 'run'
  | 'ready'
  | 'send'
  | 'receive'
  | 'select'
  | 'lock'
  | 'waitGroup'
  | 'cond'
  | 'sleep'
  | 'done'
  | 'dead'
  | 'panic';

export interface GoroutineLook {
  readonly mode: GoroutineMode;
  readonly hue: Hue;
  readonly texture: Texture;
  readonly glyph: Glyph;
  /** `running`, `blocked on send`… */
  readonly word: string;
}

const looks: Readonly<Record<GoroutineMode, readonly [Hue, Texture, Glyph, string]>> = {
  running: ['run', 'solid', 'run', 'running'],
  runnable: ['ready', 'hollow', 'ready', 'runnable'],
  sendBlocked: ['wait', 'denseHatch', 'send', 'blocked on send'],
  receiveBlocked: ['wait', 'thinHatch', 'receive', 'blocked on receive'],
  selectBlocked: ['wait', 'thinHatch', 'select', 'blocked on select'],
  lockBlocked: ['wait', 'denseHatch', 'lock', 'blocked on a lock'],
  waitGroupBlocked: ['wait', 'denseHatch', 'waitGroup', 'blocked on Wait'],
  condBlocked: ['wait', 'denseHatch', 'cond', 'blocked on Wait'],
  parked: ['wait', 'denseHatch', 'send', 'blocked'],
  sleeping: ['sleep', 'dots', 'sleep', 'sleeping'],
  finished: ['done', 'line', 'done', 'finished'],
  deadlocked: ['dead', 'crossHatch', 'dead', 'deadlocked'],
  leftBehind: ['dead', 'crossHatch', 'dead', 'left behind'],
  panicked: ['dead', 'crossHatch', 'panic', 'panicked'],
  died: ['dead', 'crossHatch', 'panic', 'died'],
};

const table: ReadonlyMap<GoroutineMode, GoroutineLook> = new Map(
  goroutineModes().map((mode) => {
    const [hue, texture, glyph, word] = looks[mode];
    return [mode, { mode, hue, texture, glyph, word }];
  }),
);

/** All modes, the most severe first: the order in which one stands for several. */
export function goroutineModes(): readonly GoroutineMode[] {
  return [
    'panicked',
    'died',
    'deadlocked',
    'leftBehind',
    'running',
    'sendBlocked',
    'lockBlocked',
    'waitGroupBlocked',
    'condBlocked',
    'parked',
    'receiveBlocked',
    'selectBlocked',
    'sleeping',
    'runnable',
    'finished',
  ];
}

/** How a mode looks. */
export function lookOf(mode: GoroutineMode): GoroutineLook {
  const look = table.get(mode);
  if (look === undefined) throw new Error(`Broken invariant: no look for ${mode}`);
  return look;
}

/** What a goroutine waits for, by Go's wait reason; the glyph stays when it is deadlocked. */
export function waitingMode(reason: WaitReason): GoroutineMode {
  if (reason.startsWith('chan send')) return 'sendBlocked';
  if (reason.startsWith('chan receive')) return 'receiveBlocked';
  if (reason.startsWith('select')) return 'selectBlocked';
  if (reason === 'sync.WaitGroup.Wait') return 'waitGroupBlocked';
  if (reason === 'sync.Cond.Wait') return 'condBlocked';
  if (reason.startsWith('sync.')) return 'lockBlocked';
  return reason === 'sleep' ? 'sleeping' : 'parked';
}

/**
 * The mode of a goroutine. `nothingCanRun`: a deadlock has been found at or before this step;
 * `over`: the program has ended; `died`: whose fatal error has ended it, 0 if that was not it.
 */
export function modeOf(
  goroutine: GoroutineState,
  at: { readonly nothingCanRun: boolean; readonly over: boolean; readonly died: number },
): GoroutineMode {
  if (goroutine.panicking !== '') return 'panicked';
  if (goroutine.id === at.died) return 'died';
  switch (goroutine.status) {
    case 'runnable':
    case 'running':
    case 'sleeping':
      // The program's end is the end of whoever could still have run.
      return at.over ? 'finished' : goroutine.status;
    case 'dead':
      return 'finished';
    case 'waiting':
      if (at.nothingCanRun) return 'deadlocked';
      return at.over ? 'leftBehind' : waitingMode(goroutine.waitReason);
    default:
      return assertNever(goroutine.status, 'goroutine status');
  }
}
