// Virtual time: the timer queue and what happens when timers are due. Time passes with executed
// statements, and jumps when nothing can run. Invariants: timers fire in order of (when, sequence),
// never early; a timer's channel holds at most one value, and none after Stop or Reset
// (Go 1.23's rules); a ticker that nobody reads does not keep the program alive.

import { EventKind } from '../trace/trace-event.ts';
import type { Channel } from './channel.ts';
import { completeSend } from './channel-operations.ts';
import { GoKilled, goFatal } from './go-panic.ts';
import type { Goroutine } from './goroutine.ts';
import type { Runtime } from './runtime.ts';
import type { SyncObject } from './sync-object.ts';
import type { TimerAction, TimerQueue } from './timer-queue.ts';
import { Timer } from './timer-queue.ts';

/**
 * Idle processors sleep a little past the first deadline, as the kernel's timer slack makes them:
 * deadlines that close together are met in one go.
 */
const timerSlackNs = 50_000;

/** The signals that end a program which does not listen, as `ending` of internal/signals says. */
const ending = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 15, 16, 19, 20, 21, 22, 31];

export function endsProgram(signal: number): boolean {
  return ending.includes(signal);
}

/**
 * Makes the time.Time that a timer sends; `elem` is its type, `now` counts from the start of the run
 * or of the bubble. From package time's natives.
 */
export type TimeValue = (
  runtime: Runtime,
  elem: number,
  now: number,
  isInBubble: boolean,
) => unknown;

export class Clock {
  private readonly runtime: Runtime;
  private readonly timeValue: TimeValue;

  constructor(runtime: Runtime, timeValue: TimeValue) {
    this.runtime = runtime;
    this.timeValue = timeValue;
  }

  /** time.Sleep: the goroutine wakes `ns` from now. Park it next with phase and status sleeping. */
  sleep(goroutine: Goroutine, ns: number): void {
    const { runtime } = this;
    const when = this.nowOf(goroutine) + ns;
    const timer = new Timer(0, { kind: 'wake', goroutine: goroutine.id });
    timer.bubble = goroutine.bubble;
    this.queueOf(timer).start(timer, when);
    runtime.event(EventKind.sleep, goroutine, 0, 0, when);
    goroutine.wakeAt = when;
    if (timer.bubble === null) runtime.limitHorizon(this.dueStatements);
    runtime.park(goroutine, 'sleep');
  }

  /** Starts the timer of a time.Timer or time.Ticker. */
  start(
    goroutine: Goroutine,
    object: SyncObject,
    action: TimerAction,
    ns: number,
    period: number,
  ): void {
    const { runtime } = this;
    const timer = new Timer(object.id, action);
    timer.period = period;
    timer.site = runtime.siteOf(goroutine);
    object.timer = timer;
    runtime.detector?.setTimer(goroutine.id, timer);
    const when = this.nowOf(goroutine) + Math.max(ns, 0);
    timer.bubble = goroutine.bubble;
    this.queueOf(timer).start(timer, when);
    const channel = action.kind === 'send' ? action.channel.id : 0;
    timer.shownWhen = when;
    runtime.event(EventKind.timerStart, goroutine, object.id, channel, when);
    this.lookUp(timer);
  }

  /** Before the next statement the machine sees whether the timer is due. */
  private lookUp({ bubble, when }: Timer): void {
    if (bubble !== null && when <= bubble.now) this.runtime.state.settling = bubble;
    this.runtime.interrupt();
  }

  /** Nanoseconds by the clock that the goroutine goes by. */
  private nowOf({ bubble }: Pick<Goroutine, 'bubble'>): number {
    return bubble === null ? this.runtime.now : bubble.now;
  }

  private queueOf({ bubble }: Timer): TimerQueue {
    const { state } = this.runtime;
    return bubble === null ? state.timers : state.timersOf(bubble);
  }

  /** Stops it; whether it was active. Its channel is empty afterwards. */
  stop(goroutine: Goroutine, object: SyncObject): boolean {
    demandBubble(goroutine, object, 'stop');
    const wasActive = this.deactivate(goroutine, object);
    this.runtime.event(EventKind.timerStop, goroutine, object.id, 0, wasActive ? 1 : 0);
    return wasActive;
  }

  /** Starts it anew; whether it was active. */
  reset(goroutine: Goroutine, object: SyncObject, ns: number, period: number): boolean {
    const { runtime } = this;
    const timer = object.timer;
    if (timer === null) throw new Error('Broken invariant: a timer is started before it is reset');
    demandBubble(goroutine, object, 'reset');
    const wasActive = this.deactivate(goroutine, object);
    const when = this.nowOf(timer) + Math.max(ns, 0);
    timer.period = period;
    this.queueOf(timer).start(timer, when);
    timer.shownWhen = when;
    runtime.event(EventKind.timerReset, goroutine, object.id, 0, when);
    this.lookUp(timer);
    return wasActive;
  }

  /**
   * From now on the program waits for signals: never deadlocked, as nobody knows that none will come.
   * The limit of virtual time ends it if it waits for nothing else.
   */
  listen(): void {
    const { timers } = this.runtime.state;
    if (timers.timers.some(({ action }) => action.kind === 'listen')) return;
    // Beyond any limit.
    timers.start(new Timer(0, { kind: 'listen' }), 2 ** 60);
  }

  private deactivate(goroutine: Goroutine, object: SyncObject): boolean {
    const timer = object.timer;
    if (timer === null) return false;
    this.runtime.detector?.setTimer(goroutine.id, timer);
    let wasActive = this.queueOf(timer).stop(timer);
    if (timer.action.kind === 'send' && timer.action.channel.count > 0) {
      // Fired, but nobody has received: as if it had not (synchronous timer channels).
      wasActive = true;
      timer.action.channel.drain();
    }
    return wasActive;
  }

  /** Statements of the run at which the first timer is due here; infinity when there is none. */
  get dueStatements(): number {
    const first = this.runtime.state.timers.first;
    if (first === null) return Number.POSITIVE_INFINITY;
    const { nsPerStatement } = this.runtime.parts;
    const { jumped, lead } = this.runtime.state;
    return Math.ceil((first.when - jumped) / nsPerStatement) - lead;
  }

  /** Statements of the run at which its virtual time is used up. */
  get endStatements(): number {
    const { nsPerStatement, limits } = this.runtime.parts;
    const { jumped, lead } = this.runtime.state;
    return Math.floor((limits.virtualNs - jumped) / nsPerStatement) - lead + 1;
  }

  /** Fires one timer that is due; whether there was one. */
  fireDue(): boolean {
    const { runtime } = this;
    const timer = runtime.state.timers.first;
    if (timer === null) return false;
    // Beyond 2^53 ns `now` may be rounded down.
    if (timer.when > runtime.now && this.dueStatements > runtime.statements) return false;
    this.fire(timer);
    return true;
  }

  /** Nothing can run: jumps to the next deadline that can wake somebody; false if there is none. */
  jump(): boolean {
    const { runtime } = this;
    const { timers } = runtime.state;
    const awaited = timers.earliest(isAwaited);
    if (awaited === Number.POSITIVE_INFINITY) return false;
    const first = timers.earliest(isKill, awaited);
    const target = timers.latestUntil(first + timerSlackNs);
    const delta = target - runtime.now;
    if (delta > 0) {
      runtime.runtimeEvent(EventKind.clockJump, { number: delta });
      runtime.state.jumped += delta;
      // Beyond 2^53 ns the sum may be rounded down; the deadline must be met all the same.
      while (runtime.now < target) runtime.state.jumped += 2048;
    }
    return true;
  }

  /** What a timer does that is due. */
  fire(timer: Timer): void {
    const { runtime } = this;
    const { action } = timer;
    this.queueOf(timer).stop(timer);
    switch (action.kind) {
      case 'wake':
        runtime.runtimeEvent(EventKind.wake, { other: action.goroutine });
        runtime.ready(action.goroutine);
        return;
      case 'call':
        runtime.runtimeEvent(EventKind.timerFire, { object: timer.object, site: timer.site });
        runtime.state.starting = timer;
        return;
      case 'send':
        this.fireChannel(timer, action.channel);
        return;
      case 'listen':
        return;
      case 'kill':
        throw new GoKilled(action.signal);
    }
  }

  private fireChannel(timer: Timer, channel: Channel): void {
    const { runtime } = this;
    const now = this.nowOf(timer);
    let next = 0;
    if (timer.period > 0) {
      // Ticks that were missed are left out.
      next = timer.when + timer.period * (1 + Math.floor((now - timer.when) / timer.period));
    }
    const value = this.timeValue(runtime, channel.elem, timer.when, timer.bubble !== null);
    if (next > 0) this.queueOf(timer).start(timer, next);
    const receiver = channel.receiveQueue.first;
    if (receiver === null && channel.count > 0) return;
    if (next > 0) timer.shownWhen = next;
    runtime.runtimeEvent(EventKind.timerFire, {
      object: timer.object,
      other: receiver?.goroutine ?? 0,
      site: timer.site,
      number: next,
      text: receiver === null ? runtime.text(value, channel.elem) : '',
    });
    runtime.detector?.fireTimer(timer, channel);
    completeSend(runtime, channel, value);
  }
}

/** Whether the timer can wake a goroutine: one that sleeps, waits on its channel, or is to be made. */
export function isAwaited(timer: Timer): boolean {
  const { action } = timer;
  if (action.kind === 'send') return action.channel.receiveQueue.first !== null;
  return action.kind !== 'kill';
}

/** Whether the timer is a signal that ends the program: who waits longer does not live to see it. */
function isKill({ action }: Timer): boolean {
  return action.kind === 'kill';
}

/** A bubble's timers are only for goroutines of a bubble. */
function demandBubble(goroutine: Goroutine, object: SyncObject, what: 'stop' | 'reset'): void {
  const isForeign = goroutine.bubble === null && (object.timer?.bubble ?? null) !== null;
  if (isForeign) goFatal(`${what} of synctest timer from outside bubble`);
}
