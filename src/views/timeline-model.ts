// The history of a whole run in columns: what every goroutine was doing when, how full every
// channel was, which value went from whom to whom. Built in one pass; queried by window.
// Invariants: runs of a lane are ascending and never touch with the same mode; in cell i (event i)
// its doer is running, everybody else is as after the event; times ascend.

import { WorldFold } from '../engine/trace/world-fold.ts';
import type { GoroutineId, ObjectId, TraceEvent } from '../engine/trace/trace-event.ts';
import { objectOfEvent, wokenByEvent } from '../engine/trace/recording.ts';
import { goroutineId } from '../engine/trace/trace-event.ts';
import type { GoroutineState } from '../engine/trace/world.ts';
import { goroutineModes, type GoroutineMode, modeOf } from './goroutine-look.ts';
import type { RunModel } from './run-model.ts';
import { Int32List, ModeRuns } from './timeline-columns.ts';
import { stackLimit } from './topology-model.ts';

export interface TimelineLane {
  readonly goroutine: GoroutineId;
  readonly runs: ModeRuns;
  /** First cell in which it exists, and the cell in which it exits (-1: never). */
  readonly born: number;
  readonly exited: number;
}

/** Goroutines of one go statement that share a lane until it is opened. */
export interface TimelineGroup {
  readonly key: string;
  readonly label: string;
  readonly members: readonly GoroutineId[];
  /** What stands for all of them at each cell. */
  readonly runs: ModeRuns;
}

/** A row: a single goroutine or a group. */
export type TimelineRow =
  | { readonly kind: 'lane'; readonly lane: TimelineLane }
  | { readonly kind: 'group'; readonly group: TimelineGroup };

export interface ChannelDepths {
  readonly object: ObjectId;
  readonly capacity: number;
  readonly made: number;
  /** From cell `steps[i]` on the buffer holds `depths[i]` values. */
  readonly steps: Int32List;
  readonly depths: Int32List;
}

export interface TimelineModel {
  readonly length: number;
  readonly lanes: ReadonlyMap<GoroutineId, TimelineLane>;
  readonly rows: readonly TimelineRow[];
  readonly channels: readonly ChannelDepths[];
  /** Virtual time at which cell i begins; one more than there are cells. */
  readonly times: Float64Array;
  /** Values that were received, by cell of the receive: four numbers each. */
  readonly messages: {
    readonly sendSteps: Int32List;
    readonly receiveSteps: Int32List;
    readonly senders: Int32List;
    readonly receivers: Int32List;
  };
  /** Cells in which the clock jumps. */
  readonly jumps: Int32List;
  /** Modes that occur at all. */
  readonly modes: ReadonlySet<GoroutineMode>;
  readonly deadlockAt: number;
}

interface Sent {
  readonly step: number;
  readonly goroutine: number;
}

/** Reads the whole recording once; `learn` sees the world that is folded for it after each event. */
export function modelTimeline(run: RunModel, learn?: (fold: WorldFold) => void): TimelineModel {
  const reader = new TimelineReader(run);
  const { recording } = run;
  for (let i = 0; i < recording.length; i++) {
    reader.read(recording.readEvent(i));
    learn?.(reader.fold);
  }
  return reader.model();
}

/**
 * Takes the events of a recording one by one, in order. At any time its model is true of what has
 * been read; nothing has happened after it yet.
 */
export class TimelineReader {
  readonly fold: WorldFold;
  private readonly run: RunModel;
  private readonly lanes = new Map<GoroutineId, ModeRuns>();
  private readonly groups: TimelineGroup[] = [];
  private readonly groupOf = new Map<GoroutineId, GroupCounts>();
  private readonly depths = new Map<ObjectId, ChannelDepths>();
  private readonly times: Float64Array;
  private readonly inside = new Map<ObjectId, Sent[]>();
  private readonly messages = {
    sendSteps: new Int32List(),
    receiveSteps: new Int32List(),
    senders: new Int32List(),
    receivers: new Int32List(),
  };
  private readonly jumps = new Int32List();
  private readonly modes = new Set<GoroutineMode>();
  private readonly ofTimers: ReadonlySet<ObjectId>;
  private over = false;
  private died = 0;

  constructor(run: RunModel) {
    this.run = run;
    this.ofTimers = new Set(run.usage.timerChannels.values());
    this.fold = new WorldFold(run.recording, null);
    this.times = new Float64Array(run.recording.length + 1);
    this.makeGroups();
    this.note(goroutineId(1), 0, 'runnable');
  }

  read(event: TraceEvent): void {
    const step = event.index;
    this.readMessage(event);
    this.fold.apply(event);
    this.times[step + 1] = this.fold.now;
    if (event.kind === 'clockJump') this.jumps.push(step);
    for (const id of this.fold.changedGoroutines) {
      const state = this.fold.goroutine(id);
      if (state === undefined) continue;
      if (id === event.goroutine) {
        this.note(id, step, 'running');
        this.note(id, step + 1, this.modeOf(state, step));
      } else this.note(id, step, this.modeOf(state, step));
    }
    if (event.goroutine !== 0) this.note(event.goroutine, step, 'running', true);
    if (event.kind === 'deadlock' || event.kind === 'end') this.finish(event);
    for (const id of this.fold.changedChannels) this.noteDepth(id, step);
  }

  model(): TimelineModel {
    const { usage, recording } = this.run;
    this.times.fill(this.fold.now, this.fold.length + 1);
    const lanes = new Map<GoroutineId, TimelineLane>();
    for (const { id, createdAt } of usage.goroutines) {
      const runs = this.lanes.get(id);
      if (runs === undefined) continue;
      const exited = runs.lastMode === 'finished' ? runs.lastStart - 1 : -1;
      lanes.set(id, { goroutine: id, runs, born: Math.max(createdAt, 0), exited });
    }
    return {
      length: recording.length,
      lanes,
      rows: this.rowsOf(lanes),
      // As they were made: the order in which the source speaks of them.
      channels: [...this.depths.values()].sort((a, b) => a.object - b.object),
      times: this.times,
      messages: this.messages,
      jumps: this.jumps,
      modes: this.modes,
      deadlockAt: usage.deadlockAt,
    };
  }

  private modeOf(state: GoroutineState, step: number): GoroutineMode {
    const { deadlockAt } = this.run.usage;
    const nothingCanRun = deadlockAt >= 0 && step >= deadlockAt;
    return modeOf(state, { nothingCanRun, over: this.over, died: this.died });
  }

  /** The last cells: everybody who still waits is stuck, everybody else is at the end. */
  private finish(event: TraceEvent): void {
    if (event.kind === 'end') this.over = true;
    if (event.kind === 'end' && event.text === 'fatal') this.died = event.goroutine;
    for (const { id } of this.run.usage.goroutines) {
      const state = this.fold.goroutine(id);
      if (state === undefined || state.status === 'dead') continue;
      if (this.over || state.status === 'waiting') {
        this.note(id, event.index, this.modeOf(state, event.index));
      }
    }
  }

  /** From `step` on the goroutine is in `mode`. `keep`: only if it is in no mode there yet. */
  private note(id: GoroutineId, step: number, mode: GoroutineMode, keep = false): void {
    let runs = this.lanes.get(id);
    if (runs === undefined) {
      runs = new ModeRuns();
      this.lanes.set(id, runs);
    }
    if (keep && runs.lastStart >= step) return;
    const before = runs.lastMode;
    runs.push(step, mode);
    this.modes.add(mode);
    this.groupOf.get(id)?.change(step, before, mode);
  }

  private noteDepth(id: ObjectId, step: number): void {
    const state = this.fold.channelState(id);
    if (state === null || state.capacity === 0 || this.ofTimers.has(id)) return;
    let depths = this.depths.get(id);
    if (depths === undefined) {
      const made = this.run.recording.objects[id - 1]?.event ?? 0;
      const { capacity } = state;
      depths = { object: id, capacity, made, steps: new Int32List(), depths: new Int32List() };
      this.depths.set(id, depths);
    }
    if (depths.depths.last !== state.buffer.length) {
      depths.steps.push(step);
      depths.depths.push(state.buffer.length);
    }
  }

  /** Matches receives with sends: buffers are first in, first out. */
  private readMessage(event: TraceEvent): void {
    const object = objectOfEvent(event);
    const woken = wokenByEvent(event);
    const { goroutine, index } = event;
    switch (event.kind) {
      case 'send':
      case 'selectSend':
        if (woken !== 0) this.message(index, index, goroutine, woken);
        else this.queueOf(object).push({ step: index, goroutine });
        return;
      case 'receive':
      case 'selectReceive': {
        const queue = this.queueOf(object);
        const sent = queue.shift();
        if (sent === undefined) {
          if (woken !== 0) this.message(index, index, woken, goroutine);
          return;
        }
        this.message(sent.step, index, sent.goroutine, goroutine);
        if (woken !== 0) queue.push({ step: index, goroutine: woken });
        return;
      }
      default:
        return;
    }
  }

  private queueOf(id: ObjectId): Sent[] {
    const known = this.inside.get(id);
    if (known !== undefined) return known;
    const queue: Sent[] = [];
    this.inside.set(id, queue);
    return queue;
  }

  private message(sendStep: number, receiveStep: number, sender: number, receiver: number): void {
    this.messages.sendSteps.push(sendStep);
    this.messages.receiveSteps.push(receiveStep);
    this.messages.senders.push(sender);
    this.messages.receivers.push(receiver);
  }

  private makeGroups(): void {
    const byGroup = new Map<string, GoroutineId[]>();
    for (const { id, createdBy, createdAt } of this.run.usage.goroutines) {
      if (createdAt < 0) continue;
      const key = `${createdBy} ${this.run.labels.goroutine(id).base}`;
      const members = byGroup.get(key);
      if (members === undefined) byGroup.set(key, [id]);
      else members.push(id);
    }
    for (const [key, members] of byGroup) {
      const [first] = members;
      if (first === undefined || members.length <= stackLimit) continue;
      const label = `${this.run.labels.goroutine(first).base} ×${members.length}`;
      const counts = new GroupCounts();
      for (const id of members) this.groupOf.set(id, counts);
      this.groups.push({ key, label, members, runs: counts.runs });
    }
  }

  /** Rows in order of birth; a group stands where its first member would. */
  private rowsOf(lanes: ReadonlyMap<GoroutineId, TimelineLane>): readonly TimelineRow[] {
    const groupOfMember = new Map<GoroutineId, TimelineGroup>();
    for (const group of this.groups) for (const id of group.members) groupOfMember.set(id, group);
    const rows: TimelineRow[] = [];
    const seen = new Set<TimelineGroup>();
    for (const lane of lanes.values()) {
      const group = groupOfMember.get(lane.goroutine);
      if (group === undefined) rows.push({ kind: 'lane', lane });
      else if (!seen.has(group)) {
        seen.add(group);
        rows.push({ kind: 'group', group });
      }
    }
    return rows;
  }
}

const severity = goroutineModes();

/** How many members are in which mode; the mode that stands for all. */
class GroupCounts {
  readonly runs = new ModeRuns();
  private readonly counts = new Map<GoroutineMode, number>();

  change(step: number, before: GoroutineMode | null, mode: GoroutineMode): void {
    if (before !== null) this.counts.set(before, (this.counts.get(before) ?? 1) - 1);
    this.counts.set(mode, (this.counts.get(mode) ?? 0) + 1);
    this.runs.push(step, this.representative());
  }

  /** Running if anybody runs; else what most do, the more severe among equals. */
  private representative(): GoroutineMode {
    if ((this.counts.get('running') ?? 0) > 0) return 'running';
    let best: GoroutineMode = 'finished';
    let most = 0;
    for (const mode of severity) {
      const count = this.counts.get(mode) ?? 0;
      if (count > most) {
        most = count;
        best = mode;
      }
    }
    return best;
  }
}
