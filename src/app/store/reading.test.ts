// Long runs are read in parts; what the page shows of them is what it would show had it waited.

import { expect, test } from 'vitest';
import { evaluate } from '../../cli/evaluate.ts';
import { compile, recordingOf, start } from '../../engine/engine.ts';
import type { Recording } from '../../engine/trace/recording.ts';
import { RunViews, viewsOf } from './derived.ts';
import { eventIndex } from '../../views/inspector-history.ts';
import type { GoroutineMode } from '../../views/goroutine-look.ts';
import type { ModeRuns } from '../../views/timeline-columns.ts';
import { longRun, readInParts, readTimeline } from './reading.ts';

const workers = `package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	jobs := make(chan int, 8)
	for range 12 {
		wg.Go(func() {
			for job := range jobs {
				if job%1000 == 0 {
					fmt.Print("job ", job)
					time.Sleep(time.Millisecond)
					fmt.Println(" done")
				}
			}
		})
	}
	for i := range 10_000 {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
}
`;

function recordingOfProgram(text: string): Recording {
  const compiled = compile([{ name: 'main.go', text }]);
  if (!compiled.ok) throw new Error(compiled.text);
  const run = start(compiled.program, { scheduling: { kind: 'go', seed: 1 }, evaluate });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  return recordingOf(run);
}

const recording = recordingOfProgram(workers);
const always = (): boolean => true;

function modeAt(runs: ModeRuns | undefined, step: number): GoroutineMode | null {
  const index = runs?.indexAt(step) ?? -1;
  return index < 0 ? null : (runs?.mode(index) ?? null);
}

/** Views that have been read up to a step of the timeline. */
async function readTo(step: number): Promise<RunViews> {
  const views = await readInParts(recording, always);
  if (views === null) throw new Error('not wanted');
  expect(await readTimeline(views, step, always)).toBe(true);
  return views;
}

test('a run read in parts has the usage, the output, the index, the timeline and the worlds of one read at once', async () => {
  expect(recording.length).toBeGreaterThan(longRun);
  const views = await readTo(recording.length);
  const atOnce = new RunViews(recording);
  expect(views.run.usage).toEqual(atOnce.run.usage);
  expect(views.output).toEqual(atOnce.output);
  expect(eventIndex(views.run)).toEqual(eventIndex(atOnce.run));
  expect(views.timeline).toEqual(atOnce.timeline);
  for (const step of [0, 1, 12_345, recording.length - 1, recording.length]) {
    expect(views.worldAt(step)).toEqual(atOnce.worldAt(step));
  }
});

test('a timeline that is still being read is right up to where it is', async () => {
  const half = recording.length >> 1;
  const views = await readTo(half);
  expect(views.timelineLength).toBe(half);
  const { timeline } = new RunViews(recording);
  for (const [id, { runs }] of views.timeline.lanes) {
    const whole = timeline.lanes.get(id)?.runs;
    for (const step of [0, 100, half >> 1, half - 1]) {
      expect(modeAt(runs, step), `goroutine ${id} at ${step}`).toBe(modeAt(whole, step));
    }
  }
  expect(views.timeline.times.slice(0, half + 1)).toEqual(timeline.times.slice(0, half + 1));
  expect(views.worldAt(half)).toEqual(new RunViews(recording).worldAt(half));
});

test('it is then read on to the end, whatever has been asked meanwhile', async () => {
  const views = await readTo(recording.length >> 1);
  const before = views.timeline;
  void views.timelineWithDepths(1);
  void views.worldAt(recording.length);
  await readTimeline(views, recording.length, always);
  expect(views.timeline).not.toBe(before);
  expect(views.timeline).toEqual(new RunViews(recording).timeline);
  expect(viewsOf(recording)).toBe(views);
});

test('reading ends when another run is to be shown', async () => {
  expect(await readInParts(recording, () => false)).toBeNull();
  const views = await readInParts(recording, always);
  if (views === null) throw new Error('not wanted');
  expect(await readTimeline(views, recording.length, () => false)).toBe(false);
});
