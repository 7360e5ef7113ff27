// When a leaked goroutine was lost: the first event after which nothing could reach what it waits
// on. Who is lost stays lost, because waking needs a reference; so the moment is found by halving.
// Invariant: the history stands elsewhere afterwards; the run itself is not changed.

import type { History } from '../machine/history.ts';
import type { Machine } from '../machine/machine.ts';
import type { Moment } from '../trace/detected.ts';
import { unfinishedIn } from './leaks.ts';

/**
 * For each of these goroutines, which are leaked where the run is over, the moment from which it
 * was: right after the event with this number (counted from 1), and the virtual time then.
 */
export function leakMoments(
  machine: Machine,
  history: History,
  goroutines: readonly number[],
): ReadonlyMap<number, Moment> {
  const moments = new Map<number, Moment>();
  history.toNewest();
  const end: Moment = { event: machine.state.events, ns: machine.now };
  /** They are not lost after `from.event` events and are lost after `to.event`. */
  const search = (from: number, to: Moment, lost: readonly number[]): void => {
    if (lost.length === 0) return;
    if (to.event - from <= 1) {
      for (const goroutine of lost) moments.set(goroutine, to);
      return;
    }
    const event = Math.floor((from + to.event) / 2);
    history.toEvent(event);
    const middle: Moment = { event, ns: machine.now };
    const found = new Set(unfinishedIn(machine.state).leaked.map(({ id }) => id));
    search(
      from,
      middle,
      lost.filter((id) => found.has(id)),
    );
    search(
      event,
      to,
      lost.filter((id) => !found.has(id)),
    );
  };
  search(0, end, goroutines);
  history.toNewest();
  return moments;
}
