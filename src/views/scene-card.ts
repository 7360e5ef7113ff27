// Goroutine cards and stack cards.

import type { Box } from './geometry.ts';
import { goroutineAloud, goroutineSentence } from './goroutine-sentence.ts';
import { type GoroutineLook, goroutineModes, lookOf } from './goroutine-look.ts';
import { listText } from './labels.ts';
import { goroutineLook } from './run-model.ts';
import { type SceneContext, token } from './scene-context.ts';
import type { GoroutineShape, StackBarPart, StackShape, TokenShape } from './shapes.ts';
import { codeWidth, fitName, fitProse, fitSentence, proseWidth } from './text-width.ts';
import type { TopologyNode } from './topology-model.ts';

const plateWidth = 30;
const narrowPlateWidth = 24;

/** A goroutine's card at this step; one that does not exist yet is there already, faint. */
export function goroutineShape(
  context: SceneContext,
  node: TopologyNode,
  box: Box,
): GoroutineShape | null {
  const [id] = node.goroutines;
  if (id === undefined) return null;
  const { run, world, event, selection } = context;
  const state = world.goroutines.get(id);
  const label = run.labels.goroutine(id);
  const portrait = context.layout.options.orientation === 'portrait';
  const plate = portrait ? narrowPlateWidth : plateWidth;
  const base = {
    kind: 'goroutine' as const,
    key: node.key,
    goroutine: id,
    box,
    plateWidth: plate,
    radius: portrait ? 8 : 9,
    name: fitName(label.name, 12.5, box.width - plate - 14),
    monogram: label.monogram,
    selected: selection?.kind === 'goroutine' && selection.id === id,
  };
  if (state === undefined) {
    const look = lookOf('finished');
    return {
      ...base,
      look,
      sentence: fitStart(box.width - plate - 18),
      lineLabel: '',
      file: '',
      line: 0,
      held: null,
      dim: true,
      label: `${label.name}, not started yet`,
    };
  }
  const look = goroutineLook(run, world, state);
  const sentence = goroutineSentence(run, world, state, event);
  const held =
    state.waitingFor.length === 0 && state.held !== '' ? heldToken(box, state.held) : null;
  const site = run.labels.site(state.site);
  const room = box.width - plate - 18 - (held === null ? 0 : held.width + 6);
  return {
    ...base,
    look,
    sentence: fitSentence(sentence, 11.5, room),
    lineLabel: portrait || look.mode === 'finished' ? '' : run.labels.line(state.site),
    file: site.file,
    line: site.line,
    held,
    dim: false,
    label: goroutineAloud(run, state, look.word, sentence),
  };
}

/** What there is to say of a goroutine that is still to come. */
function fitStart(room: number): string {
  return proseWidth('not started yet', 11.5) <= room ? 'not started yet' : 'not started';
}

function heldToken(box: Box, value: string): TokenShape {
  const width = Math.max(22, codeWidth(value.slice(0, 8), 10.5) + 10);
  const center = { x: box.width - 10 - width / 2 + box.x, y: box.y + box.height / 2 + 9 };
  return token(center, value, { width, height: 18 });
}

/** Many goroutines of one go statement: how many are in which state. */
export function stackShape(context: SceneContext, node: TopologyNode, box: Box): StackShape {
  const { world, run, selection } = context;
  const counts = new Map<string, { look: GoroutineLook; count: number }>();
  let alive = 0;
  for (const id of node.goroutines) {
    const state = world.goroutines.get(id);
    if (state === undefined) continue;
    alive += 1;
    const look = goroutineLook(run, world, state);
    const entry = counts.get(look.mode);
    if (entry === undefined) counts.set(look.mode, { look, count: 1 });
    else entry.count += 1;
  }
  const isLow = box.height < 52;
  const [drop, height] = isLow ? [11, 6] : [14, 8];
  const barBox = { x: box.x + 10, y: box.y + box.height - drop, width: box.width - 20, height };
  const inOrder = goroutineModes().flatMap((mode) => counts.get(mode) ?? []);
  const sentence = stackSentence(inOrder, node.goroutines.length - alive);
  return {
    kind: 'stack',
    key: node.key,
    goroutines: node.goroutines,
    box,
    name: fitName(node.name, 12.5, box.width - 20),
    sentence: fitProse(shortened(sentence, box.width - 20), 11.5, box.width - 20),
    bar: barParts(inOrder, node.goroutines.length, barBox),
    barBox,
    hue: inOrder[0]?.look.hue ?? 'done',
    selected: selection?.kind === 'goroutine' && node.goroutines.includes(selection.id),
    dim: alive === 0,
    label: `${node.name}: ${sentence}`,
  };
}

/** `3 running, 60 blocked on send`: the two commonest, in words. */
function stackSentence(
  counts: readonly { readonly look: GoroutineLook; readonly count: number }[],
  notYet: number,
): string {
  const common = [...counts].sort((a, b) => b.count - a.count).slice(0, 2);
  const parts = common.map(({ look, count }) => `${count} ${look.word}`);
  if (parts.length < 2 && notYet > 0) parts.push(`${notYet} to come`);
  return parts.length === 0 ? 'not started yet' : parts.join(', ');
}

/** Without its second half, if it does not fit. */
function shortened(sentence: string, width: number): string {
  return proseWidth(sentence, 11.5) <= width ? sentence : (sentence.split(', ')[0] ?? sentence);
}

function barParts(
  counts: readonly { readonly look: GoroutineLook; readonly count: number }[],
  total: number,
  bar: Box,
): readonly StackBarPart[] {
  const parts: StackBarPart[] = [];
  let x = bar.x;
  for (const { look, count } of counts) {
    const width = (bar.width * count) / total;
    parts.push({ look, count, x, width: Math.max(width - 1, 1) });
    x += width;
  }
  return parts;
}

/** What a picture shows, for its aria-label: `3 goroutines and 2 channels: main, …`. */
export function sceneLabel(context: SceneContext): string {
  const names = context.layout.graph.nodes.map((node) => node.name);
  return `Topology of ${listText(names)}`;
}
