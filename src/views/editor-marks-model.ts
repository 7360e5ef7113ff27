// Who stands where in the source: the tags in the editor's margin. Goroutines on one line and in
// one state share a tag when there are three or more of them.

import type { GoroutineId } from '../engine/trace/trace-event.ts';
import type { WorldState } from '../engine/trace/world.ts';
import { type GoroutineLook, type GoroutineMode, goroutineModes } from './goroutine-look.ts';
import type { EditorMark, EditorTag } from './inspector-shapes.ts';
import type { GoroutineLabel } from './labels.ts';
import { goroutineLook, type RunModel } from './run-model.ts';

interface Standing {
  readonly label: GoroutineLabel;
  readonly look: GoroutineLook;
}

/** More than this many in one tag are only counted. */
const rangeLimit = 8;

/** Marks of all lines where a living goroutine stands, by file and line. */
export function editorMarks(run: RunModel, world: WorldState): readonly EditorMark[] {
  const lines = new Map<string, { file: string; line: number; standing: Standing[] }>();
  for (const state of world.goroutines.values()) {
    if (state.status === 'dead') continue;
    const { file, line } = run.labels.site(state.site);
    if (line === 0) continue;
    const key = `${file}:${line}`;
    const entry = lines.get(key) ?? { file, line, standing: [] };
    lines.set(key, entry);
    const look = goroutineLook(run, world, state);
    entry.standing.push({ label: run.labels.goroutine(state.id), look });
  }
  return [...lines.values()]
    .map(({ file, line, standing }) => markOf(file, line, standing))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

const order = new Map(goroutineModes().map((mode, i) => [mode, i]));

function severity(look: GoroutineLook): number {
  return order.get(look.mode) ?? order.size;
}

function markOf(file: string, line: number, standing: readonly Standing[]): EditorMark {
  const sorted = [...standing].sort((a, b) => severity(a.look) - severity(b.look));
  const [worst] = sorted;
  const look = worst?.look ?? standing[0]?.look;
  if (look === undefined) throw new Error('Broken invariant: a mark has at least one goroutine');
  return { file, line, look, tags: tagsOf(sorted), hint: hintOf(standing) };
}

/** One tag each, or one for each base and hue once there are three on the line. */
function tagsOf(standing: readonly Standing[]): readonly EditorTag[] {
  if (standing.length < 3) {
    return standing.map(({ label, look }) => ({
      text: label.monogram,
      goroutines: [label.id],
      look,
    }));
  }
  const groups = new Map<string, Standing[]>();
  for (const one of standing) {
    const key = `${one.label.base} ${one.look.hue}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map(mergedTag);
}

function mergedTag(group: readonly Standing[]): EditorTag {
  const sorted = [...group].sort((a, b) => a.label.ordinal - b.label.ordinal);
  const ids: GoroutineId[] = sorted.map(({ label }) => label.id);
  const [first] = sorted;
  const last = sorted[sorted.length - 1];
  if (first === undefined || last === undefined) {
    throw new Error('Broken invariant: a tag has at least one goroutine');
  }
  return { text: mergedText(sorted.map(({ label }) => label)), goroutines: ids, look: first.look };
}

/** `w2`, `w1–3`, `w1,3`, `w ×12`. */
function mergedText(labels: readonly GoroutineLabel[]): string {
  const [first] = labels;
  const last = labels[labels.length - 1];
  if (first === undefined || last === undefined) return '';
  if (labels.length === 1) return first.monogram;
  const letters = first.monogram.replace(/\d+$/, '');
  const counted = `${letters.replace(/#$/, '')} ×${labels.length}`;
  if (labels.length > rangeLimit) return counted;
  const isRange = last.ordinal - first.ordinal === labels.length - 1 && labels.length > 2;
  if (isRange) return `${first.monogram}–${last.ordinal}`;
  if (labels.length > 3) return counted;
  return `${letters}${labels.map((label) => label.ordinal).join(',')}`;
}

/** Only what cannot recover is worth words in the margin. */
function hintOf(standing: readonly Standing[]): string {
  const stuck = standing.filter(({ look }) => look.hue === 'dead');
  if (stuck.length === 0) return '';
  const isAll = (mode: GoroutineMode): boolean => stuck.every(({ look }) => look.mode === mode);
  const word = isAll('panicked') ? 'panicked' : isAll('died') ? 'died' : 'stuck';
  return stuck.length === 1 ? word : `${stuck.length} goroutines ${word}`;
}
