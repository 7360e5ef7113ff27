// The source: what the editor holds, which program of the menu it began as, and keeping it safe.
// Invariant: an edit is kept within a moment, and at the latest when the page is hidden.

import { firstProgramId } from '../../programs/programs.ts';
import { programText } from '../../programs/program-text.ts';
import { readKept, writeKept } from './keeping.ts';
import { store } from './store.ts';

const sourceKey = 'interleave.source';
const keepAfterMs = 300;
/** Larger texts are not kept: storage is small and a slip of the hand is large. */
const keptLengthMax = 1_000_000;

/** Opens what was edited last, or the first program; true if it is a text of the person's own. */
export function startEditing(): boolean {
  const kept = readSource();
  if (kept !== null) {
    const { text, programId, input } = kept;
    store.setState({ text, programId, settings: { ...store.getState().settings, input } });
    return true;
  }
  openProgram(firstProgramId);
  return false;
}

/** Puts a program of the menu into the editor, unchanged. */
export function openProgram(id: string): void {
  const text = programText(id);
  if (text === null) return;
  const settings = { ...store.getState().settings, input: '', signals: [] };
  store.setState({ text, programId: id, settings });
}

/** The editor's text has changed. */
export function editText(text: string): void {
  if (text !== store.getState().text) store.setState({ text });
}

/** Whether the text differs from the menu's program that it began as. */
export function isEdited(text: string, programId: string | null): boolean {
  return programId === null || text !== programText(programId);
}

/** Whether a text is lost when the page is closed. */
export function isTooLongToKeep(text: string): boolean {
  return text.length > keptLengthMax;
}

/** Keeps every change from now on. */
export function startKeeping(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const keep = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const { text, programId, settings, storageBlocked } = store.getState();
    if (isTooLongToKeep(text)) return;
    const isLong = text.length + settings.input.length > keptLengthMax;
    const input = isLong ? '' : settings.input;
    const kept = writeKept(sourceKey, JSON.stringify({ text, programId, input }));
    if (kept === storageBlocked) store.setState({ storageBlocked: !kept });
  };
  store.subscribe((state, before) => {
    const isKept =
      state.text === before.text &&
      state.programId === before.programId &&
      state.settings.input === before.settings.input;
    if (isKept) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(keep, keepAfterMs);
  });
  addEventListener('pagehide', () => {
    if (timer !== null) keep();
  });
}

interface Kept {
  readonly text: string;
  readonly programId: string | null;
  readonly input: string;
}

function readSource(): Kept | null {
  try {
    const kept: unknown = JSON.parse(readKept(sourceKey) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const text: unknown = Reflect.get(kept, 'text');
    const programId: unknown = Reflect.get(kept, 'programId');
    if (typeof text !== 'string' || isTooLongToKeep(text)) return null;
    const input: unknown = Reflect.get(kept, 'input');
    return {
      text,
      programId: typeof programId === 'string' ? programId : null,
      input: typeof input === 'string' ? input : '',
    };
  } catch {
    return null;
  }
}
