// Long runs are read in parts, so that the page answers meanwhile: first what every picture needs,
// then the timeline up to the step that is shown, then the rest of it beside the picture.
// Invariant: what is read in parts is what is read at once.

import { UsageReader } from '../../engine/analysis/usage.ts';
import type { Recording } from '../../engine/trace/recording.ts';
import { adoptEventIndex, EventIndexReader } from '../../views/inspector-history.ts';
import { OutputReader } from '../../views/output-model.ts';
import { nextTask } from '../../worker/next-task.ts';
import { adoptViews, RunViews } from './derived.ts';

/** Longer runs are read in parts. */
export const longRun = 20_000;
/** Events that are read before the clock is looked at. */
const part = 1000;
/** The page is kept from answering for no longer. */
const busyMs = 10;

/** Whether the run is still the one to be shown. */
type IsWanted = () => boolean;

/** The views of a run but for its timeline; null when the run is no longer wanted. */
export async function readInParts(
  recording: Recording,
  isWanted: IsWanted,
): Promise<RunViews | null> {
  const usage = new UsageReader(recording);
  const output = new OutputReader(recording.nanosecondsPerStatement);
  const index = new EventIndexReader();
  const isRead = await inParts(0, recording.length, isWanted, (from, to) => {
    for (let i = from; i < to; i++) {
      const event = recording.readEvent(i);
      usage.read(event);
      output.read(event);
      index.read(event);
    }
  });
  if (!isRead) return null;
  const views = new RunViews(recording, { usage: usage.usage(), output: output.model() });
  adoptEventIndex(views.run, index.index());
  adoptViews(views);
  return views;
}

/** Reads the timeline on to a step; false when the run is no longer wanted. */
export async function readTimeline(
  views: RunViews,
  until: number,
  isWanted: IsWanted,
): Promise<boolean> {
  const end = Math.min(until, views.run.recording.length);
  return await inParts(views.timelineLength, end, isWanted, (_, to) => views.readTimeline(to));
}

/** Does something in parts of a few milliseconds; false when it is no longer wanted. */
async function inParts(
  from: number,
  until: number,
  isWanted: IsWanted,
  read: (from: number, to: number) => void,
): Promise<boolean> {
  let since = performance.now();
  for (let at = from; at < until; at += part) {
    read(at, Math.min(at + part, until));
    if (performance.now() - since < busyMs) continue;
    await nextTask();
    if (!isWanted()) return false;
    since = performance.now();
  }
  return isWanted();
}
