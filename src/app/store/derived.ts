// What follows from the state: models and scenes, computed when asked for and kept while their
// inputs are the same. Nothing here is state.

import { explain, type Explanation } from '../../engine/analysis/explanation.ts';
import type { Usage } from '../../engine/analysis/usage.ts';
import { type WaitForGraph, waitForGraph } from '../../engine/analysis/wait-for-graph.ts';
import { objectOfEvent, type Recording } from '../../engine/trace/recording.ts';
import { WorldHistory } from '../../engine/trace/fold.ts';
import type { GoroutineId, ObjectId, TraceEvent } from '../../engine/trace/trace-event.ts';
import type { WorldState } from '../../engine/trace/world.ts';
import { captionOf, startCaption } from '../../views/caption.ts';
import { editorMarks } from '../../views/editor-marks-model.ts';
import { type GoroutineMode, lookOf } from '../../views/goroutine-look.ts';
import type { InspectorContext } from '../../views/inspector-model.ts';
import type { EditorMark } from '../../views/inspector-shapes.ts';
import { modelOutput, type OutputModel } from '../../views/output-model.ts';
import { compactTraces, type OutputEntry } from '../../views/output-traces.ts';
import type { Prose } from '../../views/prose.ts';
import { modelRun, type RunModel } from '../../views/run-model.ts';
import type { SceneContext, Selection } from '../../views/scene-context.ts';
import type { Scene } from '../../views/shapes.ts';
import type { PlaceOptions } from '../../views/topology-slots.ts';
import {
  landscape,
  layoutTopologyNow,
  portrait,
  type TopologyLayout,
} from '../../views/topology-layout.ts';
import { modelTopology, type TopologyGraph } from '../../views/topology-model.ts';
import { topologyScene } from '../../views/topology-scene.ts';
import { waitForScene } from '../../views/wait-for-scene.ts';

import { type TimelineModel, TimelineReader } from '../../views/timeline-model.ts';
import type { TimelineAxis } from '../../views/timeline-shapes.ts';

export type Orientation = 'landscape' | 'portrait';

export const placeOptions: Readonly<Record<Orientation, PlaceOptions>> = { landscape, portrait };

/** Everything that is computed once for a run. */
export class RunViews {
  readonly run: RunModel;
  readonly graph: TopologyGraph;
  private readonly history: WorldHistory;
  private readonly layouts = new Map<Orientation, TopologyLayout>();
  private readonly timelineReader: TimelineReader;
  /** The timeline is read in parts: it is shown as far as it has been. */
  private isReading = false;
  private timelineModel: TimelineModel | null = null;
  private readonly timelines = new Map<number, TimelineModel>();
  private outputModel: OutputModel | null = null;
  private compactEntries: readonly OutputEntry[] | null | undefined;

  /** `read`: what has been read of it already, in parts. */
  constructor(
    recording: Recording,
    read?: { readonly usage: Usage; readonly output: OutputModel },
  ) {
    this.run = modelRun(recording, read?.usage);
    this.outputModel = read?.output ?? null;
    this.graph = modelTopology(this.run);
    this.history = new WorldHistory(recording);
    this.timelineReader = new TimelineReader(this.run);
  }

  /** Steps of the timeline that have been read. */
  get timelineLength(): number {
    return this.timelineReader.fold.length;
  }

  /**
   * Reads the timeline on to a step and leaves it there, for now; on its way it leaves worlds to
   * start from.
   */
  readTimeline(until: number): void {
    const { recording } = this.run;
    const end = Math.min(until, recording.length);
    for (let i = this.timelineLength; i < end; i++) {
      this.timelineReader.read(recording.readEvent(i));
      this.history.learn(this.timelineReader.fold);
    }
    this.isReading = end < recording.length;
    this.timelineModel = null;
    this.timelines.clear();
  }

  /** The world after `step` events. */
  worldAt(step: number): WorldState {
    return this.history.worldAt(step);
  }

  /** The event that led to this step; null at the start. */
  eventAt(step: number): TraceEvent | null {
    return step === 0 ? null : this.run.recording.readEvent(step - 1);
  }

  layout(orientation: Orientation): TopologyLayout {
    const known = this.layouts.get(orientation);
    if (known !== undefined) return known;
    const layout = layoutOf(this.graph, orientation);
    this.layouts.set(orientation, layout);
    return layout;
  }

  /** A better layout has arrived from the layout worker. */
  adoptLayout(orientation: Orientation, layout: TopologyLayout): void {
    this.layouts.set(orientation, layout);
  }

  sceneContext(orientation: Orientation, step: number, selection: Selection): SceneContext {
    return {
      run: this.run,
      layout: this.layout(orientation),
      world: this.worldAt(step),
      event: this.eventAt(step),
      selection,
    };
  }

  topology(orientation: Orientation, step: number, selection: Selection): Scene {
    return topologyScene(this.sceneContext(orientation, step, selection));
  }

  /** Who waits for what at a step. */
  waitForGraph(step: number): WaitForGraph {
    return waitForGraph(this.run.recording, this.run.usage, this.worldAt(step));
  }

  waitFor(orientation: Orientation, step: number, selection: Selection): Scene {
    return waitForScene(this.sceneContext(orientation, step, selection), this.waitForGraph(step));
  }

  /** Why nothing can move at the end of a run that is stuck. */
  get explanation(): Explanation {
    const end = this.run.recording.length;
    return explain(this.run.usage, this.worldAt(end), this.waitForGraph(end));
  }

  /** A step in the middle of things, with a value on its way if there is one. */
  busyStep(): number {
    const { recording } = this.run;
    const { length } = recording;
    const from = Math.round(length * 0.4);
    for (let step = from; step <= length * 0.7; step++) {
      const event = this.eventAt(step);
      if (event?.kind === 'receive' || event?.kind === 'selectReceive') return step;
    }
    return from;
  }

  /** Who of those that wait for ever was the first to stop, and at which step (1-based). */
  firstToStop(): { readonly goroutine: GoroutineId; readonly step: number } | null {
    const { recording } = this.run;
    const waiting = new Set<GoroutineId>();
    for (const [id, state] of this.worldAt(recording.length).goroutines) {
      if (state.status === 'waiting') waiting.add(id);
    }
    let first: { readonly goroutine: GoroutineId; readonly step: number } | null = null;
    for (let step = recording.length; step > 0 && waiting.size > 0; step--) {
      const { goroutine } = recording.readEvent(step - 1);
      if (waiting.delete(goroutine)) first = { goroutine, step };
    }
    return first;
  }

  /** The timeline's pins. */
  pins(): readonly { readonly step: number; readonly label: string }[] {
    const first = this.isStuck ? this.firstToStop() : null;
    if (first === null) return [];
    const { monogram } = this.run.labels.goroutine(first.goroutine);
    return [{ step: first.step - 1, label: `${monogram} stops for good` }];
  }

  /** The sentence about the dead end, once it is reached. */
  deadEndCaption(step: number): Prose | null {
    const { deadlockAt } = this.run.usage;
    return deadlockAt >= 0 && step > deadlockAt ? this.caption(deadlockAt + 1) : null;
  }

  /** The sentence for the step. */
  caption(step: number): Prose {
    const event = this.eventAt(step);
    if (event === null) return startCaption(this.run);
    return captionOf({
      run: this.run,
      event,
      before: this.worldAt(step - 1),
      after: this.worldAt(step),
    });
  }

  get timeline(): TimelineModel {
    if (this.timelineModel === null && !this.isReading) this.readTimeline(Number.POSITIVE_INFINITY);
    this.timelineModel ??= this.timelineReader.model();
    return this.timelineModel;
  }

  get output(): OutputModel {
    this.outputModel ??= modelOutput(this.run);
    return this.outputModel;
  }

  /** The output with a line for each goroutine of a stack trace; null without traces. */
  get compactOutput(): readonly OutputEntry[] | null {
    if (this.compactEntries === undefined) this.compactEntries = compactTraces(this.output.lines);
    return this.compactEntries;
  }

  /** Whether the run ended with goroutines that wait for ever. */
  get isStuck(): boolean {
    return this.run.usage.deadlockAt >= 0;
  }

  /** The selected goroutine, else the one that did the step, else the first that there is. */
  shownGoroutine(step: number, selection: Selection): GoroutineId | null {
    const { goroutines } = this.worldAt(step);
    if (selection?.kind === 'goroutine' && goroutines.has(selection.id)) return selection.id;
    const doer = this.eventAt(step)?.goroutine;
    if (doer !== undefined && goroutines.has(doer)) return doer;
    return goroutines.keys().next().value ?? null;
  }

  /** The selected object, else the one of the step, else the first that there is. */
  shownObject(step: number, selection: Selection): ObjectId | null {
    const { objects } = this.worldAt(step);
    if (selection?.kind === 'object') return selection.id;
    const event = this.eventAt(step);
    const used = event === null ? 0 : objectOfEvent(event);
    if (used !== 0 && objects.has(used)) return used;
    return objects.keys().next().value ?? null;
  }

  inspectorContext(step: number): InspectorContext {
    const { run, timeline } = this;
    return { run, timeline, world: this.worldAt(step), event: this.eventAt(step) };
  }

  editorMarks(step: number): readonly EditorMark[] {
    return editorMarks(this.run, this.worldAt(step));
  }

  /** How long the timeline's axis is: steps, or nanoseconds. */
  timelineTotal(axis: TimelineAxis): number {
    const { length, times } = this.timeline;
    return axis === 'steps' ? Math.max(length, 1) : Math.max(times[length] ?? 0, 1);
  }

  /** Where a step is on the axis. */
  placeOfStep(axis: TimelineAxis, step: number): number {
    return axis === 'steps' ? step : (this.timeline.times[step] ?? 0);
  }

  /** The timeline with at most `count` depth rows: the fullest channels, no timers'. */
  timelineWithDepths(count: number): TimelineModel {
    const known = this.timelines.get(count);
    if (known !== undefined) return known;
    const timers = new Set(this.run.usage.timerChannels.values());
    const worth = this.timeline.channels
      .filter(({ object, capacity }) => capacity > 0 && !timers.has(object))
      .map((channel) => ({ channel, changes: channel.steps.length }))
      .filter(({ changes }) => changes > 1)
      .sort((a, b) => b.changes - a.changes)
      .slice(0, count)
      .map(({ channel }) => channel);
    const channels = this.timeline.channels.filter((channel) => worth.includes(channel));
    const model = { ...this.timeline, channels };
    this.timelines.set(count, model);
    return model;
  }

  /** Lanes and groups of the timeline, with the members of the groups that are open. */
  timelineRowCount(openGroups: ReadonlySet<string>): number {
    return this.timeline.rows.reduce((count, row) => {
      const open = row.kind === 'group' && openGroups.has(row.group.key);
      return count + (open ? 1 + row.group.members.length : 1);
    }, 0);
  }

  /** What occurs in the run, in the design's order, each word once. */
  legend(): readonly { readonly mode: GoroutineMode; readonly word: string }[] {
    const words = new Map<string, GoroutineMode>();
    for (const mode of legendOrder) {
      if (!this.timeline.modes.has(mode)) continue;
      const word = legendWord(mode);
      if (!words.has(word)) words.set(word, mode);
    }
    return [...words].map(([word, mode]) => ({ word, mode }));
  }
}

const legendOrder: readonly GoroutineMode[] = [
  'running',
  'runnable',
  'sendBlocked',
  'lockBlocked',
  'waitGroupBlocked',
  'condBlocked',
  'parked',
  'receiveBlocked',
  'selectBlocked',
  'sleeping',
  'deadlocked',
  'leftBehind',
  'panicked',
  'died',
  'finished',
];

/** Lanes tell fewer things apart than cards: hatches, not glyphs. */
function legendWord(mode: GoroutineMode): string {
  const { texture, word } = lookOf(mode);
  if (texture === 'denseHatch') return 'blocked';
  if (texture === 'thinHatch') return 'waiting to receive';
  return word;
}

/** The newest layouts: a run like the one before is placed as that was. */
const newestLayouts = new Map<
  Orientation,
  { readonly graph: string; readonly layout: TopologyLayout }
>();

function layoutOf(graph: TopologyGraph, orientation: Orientation): TopologyLayout {
  // What is placed and wired; its maps only say where to find what.
  const text = JSON.stringify([graph.nodes, graph.edges]);
  const newest = newestLayouts.get(orientation);
  if (newest?.graph === text) return { ...newest.layout, graph };
  const layout = layoutTopologyNow(graph, placeOptions[orientation]);
  newestLayouts.set(orientation, { graph: text, layout });
  return layout;
}

const viewsOfRecordings = new WeakMap<Recording, RunViews>();

/** Views of a run that has been read in parts: from now on `viewsOf` gives them. */
export function adoptViews(views: RunViews): void {
  viewsOfRecordings.set(views.run.recording, views);
}

/** The views of a run, made at the first question. */
export function viewsOf(recording: Recording): RunViews {
  const known = viewsOfRecordings.get(recording);
  if (known !== undefined) return known;
  const views = new RunViews(recording);
  viewsOfRecordings.set(recording, views);
  return views;
}
