// How the state of a goroutine looks everywhere: one hue, one texture, one glyph, one word.
// The hue is the `.s-*` class of tokens.css; texture and glyph say the same without colour.

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
  | 'panicked';

/** Class `s-${hue}`. */
export type Hue = 'run' | 'ready' | 'wait' | 'sleep' | 'done' | 'dead';

/** Plate and lane fill: `denseHatch` is `url(#tx-wait)`, `thinHatch` `url(#tx-recv)`, … */
export type Texture = 'solid' | 'hollow' | 'denseHatch' | 'thinHatch' | 'dots' | 'line' | 'crossHatch';

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
