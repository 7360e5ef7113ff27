// Moving through the run: steps, jumps, playing, what is selected. The schedule stays as it is.

import type { GoroutineId } from '../../engine/trace/trace-event.ts';
import type { Selection } from '../../views/scene-context.ts';
import { viewsOf } from './derived.ts';
import { type Move, store } from './store.ts';

/** Speeds that [ and ] go through, in multiples of the calm pace. */
export const speeds: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, 16, 64, 256];

/** How long one step stands at speed 1, in milliseconds. */
const stepMs = 700;

/** The last step of the run. */
export function lastStep(): number {
  return store.getState().run?.recording.length ?? 0;
}

/** Goes to a step, clamped to the run. */
export function goTo(step: number, move: Move = 'jump'): void {
  const cursor = Math.max(0, Math.min(Math.round(step), lastStep()));
  if (cursor === store.getState().cursor) return;
  store.setState({ cursor, move });
}

/** Goes to a step and stops playing: what a person does with the scrubber and links. */
export function jumpTo(step: number): void {
  store.setState({ playing: false });
  goTo(step);
}

/** One step on. */
export function stepForward(): void {
  store.setState({ playing: false });
  goTo(store.getState().cursor + 1, 'step');
}

/** One step back. */
export function stepBack(): void {
  store.setState({ playing: false });
  goTo(store.getState().cursor - 1, 'back');
}

/** To the step after the selected goroutine's next event; to the end if it does nothing more. */
export function stepOver(): void {
  const { run, cursor, selection } = store.getState();
  if (run === null) return;
  const goroutine =
    selection?.kind === 'goroutine'
      ? selection.id
      : viewsOf(run.recording).shownGoroutine(cursor, selection);
  if (goroutine === null) {
    stepForward();
    return;
  }
  store.setState({ playing: false });
  const next = nextEventOf(goroutine, cursor);
  goTo(next ?? lastStep(), next === cursor + 1 ? 'step' : 'jump');
}

/** To the step after the selected goroutine's previous event. */
export function stepOverBack(): void {
  const { run, cursor, selection } = store.getState();
  if (run === null || selection?.kind !== 'goroutine') {
    stepBack();
    return;
  }
  store.setState({ playing: false });
  for (let step = cursor - 1; step > 0; step--) {
    if (run.recording.readEvent(step - 1).goroutine === selection.id) {
      goTo(step, step === cursor - 1 ? 'back' : 'jump');
      return;
    }
  }
  goTo(0);
}

/** The step at which a goroutine has next done something; null if it does nothing more. */
export function nextEventOf(goroutine: GoroutineId, after: number): number | null {
  const recording = store.getState().run?.recording;
  if (recording === undefined) return null;
  for (let i = after; i < recording.length; i++) {
    if (recording.readEvent(i).goroutine === goroutine) return i + 1;
  }
  return null;
}

/** Plays from here, from the start when the end is reached, or pauses. */
export function togglePlaying(): void {
  const { playing, cursor, run } = store.getState();
  if (run === null) return;
  if (playing) {
    store.setState({ playing: false });
    return;
  }
  if (cursor >= lastStep()) goTo(0);
  store.setState({ playing: true });
}

/** The next faster or slower speed. */
export function changeSpeed(by: 1 | -1): void {
  const { speed } = store.getState();
  const index = speeds.indexOf(speed);
  const next = speeds[Math.max(0, Math.min(index + by, speeds.length - 1))];
  if (next !== undefined) store.setState({ speed: next });
}

/** Selects a goroutine or an object, or nothing; the inspector follows. */
export function select(selection: Selection): void {
  store.setState({ selection });
  if (selection !== null) {
    store.setState({ inspectorTab: selection.kind === 'goroutine' ? 'goroutine' : 'object' });
  }
}

/** Selects the next goroutine that exists at this step, in order of creation, round and round. */
export function selectNextGoroutine(by: 1 | -1): void {
  const { run, cursor, selection } = store.getState();
  if (run === null) return;
  const ids = [...viewsOf(run.recording).worldAt(cursor).goroutines.keys()];
  const at = selection?.kind === 'goroutine' ? ids.indexOf(selection.id) : by === 1 ? -1 : 0;
  const next = ids[(at + by + ids.length) % ids.length];
  if (next !== undefined) select({ kind: 'goroutine', id: next });
}

/** Asks the editor to show a line. */
export function showLine(line: number): void {
  const { asked } = store.getState().shownLine;
  store.setState({ shownLine: { line, asked: asked + 1 } });
}

/**
 * Moves the cursor while `playing`: starts with the page and never ends. Up to 4× each step is
 * shown; above, several steps pass in a frame.
 */
export function startPlayer(): void {
  let last = 0;
  let owed = 0;
  const frame = (now: number): void => {
    const { playing, speed, cursor } = store.getState();
    if (!playing) {
      last = 0;
      return;
    }
    // A hidden tab or a long frame must not make the picture jump far.
    if (last !== 0) owed += (Math.min(now - last, 250) * speed) / stepMs;
    last = now;
    if (owed >= 1) {
      const steps = Math.floor(owed);
      owed -= steps;
      goTo(cursor + steps, steps === 1 && speed <= 4 ? 'step' : 'jump');
    }
    if (store.getState().cursor >= lastStep()) {
      store.setState({ playing: false });
      owed = 0;
      last = 0;
      return;
    }
    requestAnimationFrame(frame);
  };
  store.subscribe((state, before) => {
    if (state.playing && !before.playing) requestAnimationFrame(frame);
  });
}
