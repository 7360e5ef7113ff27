// Single keys, wherever the focus is outside the editor and text fields. A control that uses a key
// itself stops it before it comes here.

import { viewsOf } from '../store/derived.ts';
import {
  changeSpeed,
  jumpTo,
  lastStep,
  selectNextGoroutine,
  showLine,
  stepBack,
  stepForward,
  stepOver,
  stepOverBack,
  togglePlaying,
} from '../store/playing.ts';
import {
  showView,
  toggleInspector,
  toggleProjector,
  toggleSheet,
  toggleTheme,
} from '../store/arranging.ts';
import { reroll, runProgram } from '../store/running.ts';
import { shareStep } from '../store/sharing.ts';
import { store } from '../store/store.ts';
import { fitStage, focusEditor, timelineIn, timelineOut } from './signals.ts';

const commands: Readonly<Record<string, () => void>> = {
  ' ': togglePlaying,
  ArrowRight: stepForward,
  ArrowLeft: stepBack,
  'Shift+ArrowRight': stepOver,
  'Shift+ArrowLeft': stepOverBack,
  // What presenters' clickers send.
  PageDown: stepForward,
  PageUp: stepBack,
  o: stepOver,
  Home: () => jumpTo(0),
  End: () => jumpTo(lastStep()),
  '[': () => changeSpeed(-1),
  ']': () => changeSpeed(1),
  r: reroll,
  1: () => showView('topology'),
  2: showWaitFor,
  n: () => selectNextGoroutine(1),
  'Shift+N': () => selectNextGoroutine(-1),
  g: showSelectedLine,
  f: fitStage.send,
  '+': timelineIn.send,
  '=': timelineIn.send,
  '-': timelineOut.send,
  '−': timelineOut.send,
  i: toggleInspector,
  t: toggleTheme,
  p: toggleProjector,
  e: focusEditor.send,
  s: () => void shareStep(),
  '?': toggleSheet,
};

/** Listens to the whole page from now on. */
export function startKeyboard(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      event.preventDefault();
      runProgram();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (store.getState().sheetOpen) return;
    if (event.key === 'Escape') {
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && activeElement !== document.body) {
        activeElement.blur();
      } else if (store.getState().projector) toggleProjector();
      return;
    }
    const onControl = event.key === ' ' && isPressable(event.target);
    const command = onControl ? undefined : commandOf(event);
    if (command === undefined) return;
    event.preventDefault();
    command();
  });
}

function commandOf(event: KeyboardEvent): (() => void) | undefined {
  const { key, shiftKey } = event;
  if (shiftKey) return commands[`Shift+${key}`] ?? (key.length === 1 ? commands[key] : undefined);
  return commands[key] ?? (key.length === 1 ? commands[key.toLowerCase()] : undefined);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.closest('input, textarea, select, .monaco-editor') !== null
  );
}

/** Space presses these, so it must not also play. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, [role=button], summary') !== null;
}

function showWaitFor(): void {
  const { run } = store.getState();
  if (run !== null && viewsOf(run.recording).isStuck) showView('waitFor');
}

/** Shows where the selected goroutine stands. */
function showSelectedLine(): void {
  const { run, cursor, selection } = store.getState();
  if (run === null || selection?.kind !== 'goroutine') return;
  const views = viewsOf(run.recording);
  const state = views.worldAt(cursor).goroutines.get(selection.id);
  const line = state === undefined ? 0 : views.run.labels.site(state.site).line;
  if (line > 0) showLine(line);
}
