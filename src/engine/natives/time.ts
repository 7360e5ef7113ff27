// Package time: the virtual clock, sleeping and timers.

import type { Program } from '../go/ir/program.ts';
import { canonical, type Wide } from '../machine/arithmetic.ts';
import type { Channel } from '../machine/channel.ts';
import { bubbleEpoch } from '../machine/bubble.ts';
import type { TimeValue } from '../machine/clock.ts';
import type { NativeContext, Suspended } from '../machine/native.ts';
import type { SyncObject } from '../machine/sync-object.ts';
import { Cell } from '../machine/pointer.ts';
import { timeFields } from '../machine/time-layout.ts';
import type { Closure } from '../machine/value.ts';

const billion = 1_000_000_000n;

/** The time.Time that a timer sends. */
export const timeValue: TimeValue = (runtime, elem, now, isInBubble) => {
  const epoch = isInBubble ? bubbleEpoch : runtime.parts.epoch;
  const wall = epoch + BigInt(Math.floor(now));
  const TimeStruct = runtime.support.structClass(elem);
  const local = runtime.globals[localIn(runtime.program)];
  const place = local instanceof Cell ? local.v : null;
  return new TimeStruct(...timeFields(wall, isInBubble ? null : now + 1), place);
};

const localVariables = new WeakMap<Program, number>();

/** The number of the variable time.Local, which is in every program that has timers. */
function localIn(program: Program): number {
  let id = localVariables.get(program);
  if (id === undefined) {
    id = program.globals.findIndex((each) => each.packagePath === 'time' && each.name === 'Local');
    localVariables.set(program, id);
  }
  return id;
}

function now(context: NativeContext): [Wide, number, number] {
  const { wall, run } = context.clock();
  // Without a reading of the run's own clock the zero is kept.
  return [canonical(wall / billion), Number(wall % billion), run ?? -1];
}

function sleep(context: NativeContext, duration: Wide): Suspended | undefined {
  if (context.phase === 1 || duration <= 0) return undefined;
  return context.sleep(Number(duration), 1);
}

function startTimer(
  context: NativeContext,
  timer: object,
  channel: Channel | null,
  closure: Closure | null,
  duration: Wide,
): void {
  const object = context.object('timer', timer);
  if (channel !== null) {
    context.startTimer(object, { kind: 'send', channel }, Number(duration), 0);
  } else if (closure !== null) {
    context.startTimer(object, { kind: 'call', closure }, Number(duration), 0);
  }
}

function startTicker(context: NativeContext, ticker: object, channel: Channel, period: Wide): void {
  const object = context.object('ticker', ticker);
  context.startTimer(object, { kind: 'send', channel }, Number(period), Number(period));
}

const timerOf = (context: NativeContext, timer: object): SyncObject =>
  context.object('timer', timer);
const tickerOf = (context: NativeContext, ticker: object): SyncObject =>
  context.object('ticker', ticker);

/** Go's text of a duration: `1h15m30.918s`, `1.5ms`, `0s`. */
export function durationString(duration: Wide): string {
  const ns = BigInt(duration);
  const size = ns < 0n ? -ns : ns;
  const sign = ns < 0n ? '-' : '';
  if (size === 0n) return '0s';
  if (size < 1000n) return `${sign}${size}ns`;
  // The micro sign is two bytes.
  if (size < 1_000_000n) return `${sign}${decimal(size, 1000n)}\xc2\xb5s`;
  if (size < billion) return `${sign}${decimal(size, 1_000_000n)}ms`;
  const minutes = size / (60n * billion);
  const seconds = `${decimal(size % (60n * billion), billion)}s`;
  if (minutes === 0n) return `${sign}${seconds}`;
  const rest = `${minutes % 60n}m${seconds}`;
  return minutes < 60n ? `${sign}${rest}` : `${sign}${minutes / 60n}h${rest}`;
}

/** size / unit without trailing zeros. */
function decimal(size: bigint, unit: bigint): string {
  const fraction = String(size % unit)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/, '');
  return fraction === '' ? String(size / unit) : `${size / unit}.${fraction}`;
}

export const timeNatives = {
  'time.now': now,
  'time.Sleep': sleep,
  'time.newChannel': (context: NativeContext): Channel =>
    context.newTimerChannel(context.typeNamed('time.Time')),
  'time.startTimer': startTimer,
  'time.startTicker': startTicker,
  'time.stopTimer': (context: NativeContext, timer: object): boolean =>
    context.stopTimer(timerOf(context, timer)),
  'time.stopTicker': (context: NativeContext, ticker: object): void => {
    context.stopTimer(tickerOf(context, ticker));
  },
  'time.resetTimer': (context: NativeContext, timer: object, duration: Wide): boolean =>
    context.resetTimer(timerOf(context, timer), Number(duration), 0),
  'time.resetTicker': (context: NativeContext, ticker: object, period: Wide): void => {
    context.resetTimer(tickerOf(context, ticker), Number(period), Number(period));
  },
};

export const pureTimeNatives = { 'time.durationString': durationString };
