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
/** The margin's room in characters of a tag, the edges of a tag counting one and a half. */
const marginCharacters = 8.5;

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

/**
 * One tag each, or one for each base and hue once there are three on the line; fewer, that count
 * instead of naming, if the margin is too narrow for them. The most severe are first.
 */
function tagsOf(standing: readonly Standing[]): readonly EditorTag[] {
  const single = standing.map(({ label, look }) => ({
    text: label.monogram,
    goroutines: [label.id],
    look,
  }));
  if (standing.length < 3 && haveRoom(single)) return single;
  const byHue = grouped(standing, ({ label, look }) => `${label.base} ${look.hue}`).map(mergedTag);
  if (haveRoom(byHue)) return byHue;
  const byBase = grouped(standing, ({ label }) => label.base).map(countingTag);
  if (haveRoom(byBase)) return byBase;
  return [{ ...countingTag(standing), text: `×${standing.length}` }];
}

/** Whether the margin has room for the tags beside each other; one alone always stands. */
function haveRoom(tags: readonly EditorTag[]): boolean {
  const characters = tags.reduce((sum, tag) => sum + tag.text.length, 0);
  return tags.length <= 1 || characters + 1.5 * tags.length <= marginCharacters;
}

function grouped(
  standing: readonly Standing[],
  keyOf: (one: Standing) => string,
): readonly (readonly Standing[])[] {
  const groups = new Map<string, Standing[]>();
  for (const one of standing) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** `w ×3`, whatever their numbers are. */
function countingTag(group: readonly Standing[]): EditorTag {
  const [first] = group;
  if (first === undefined) throw new Error('Broken invariant: a tag has at least one goroutine');
  const { monogram } = first.label;
  return {
    text: group.length === 1 ? monogram : `${lettersOf(monogram)} ×${group.length}`,
    goroutines: group.map(({ label }) => label.id),
    look: first.look,
  };
}

/** `w2` → `w`, `f1#2` → `f1`. */
function lettersOf(monogram: string): string {
  return monogram.replace(/#?\d+$/, '');
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
  const counted = `${lettersOf(first.monogram)} ×${labels.length}`;
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
