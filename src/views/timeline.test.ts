// The history: lanes as text, one character for each cell, and pictures of windows.

import { describe, expect, test } from 'vitest';
import type { Recording } from '../engine/trace/recording.ts';
import { goroutineId } from '../engine/trace/trace-event.ts';
import { RecordingBuilder } from '../engine/trace/testing/recording-builder.ts';
import { deadlockRecording, poolRecording } from '../engine/trace/testing/recordings.ts';
import type { GoroutineMode } from './goroutine-look.ts';
import { modelRun, type RunModel } from './run-model.ts';
import { modelTimeline, type TimelineModel } from './timeline-model.ts';
import { stepAtX, timelinePicture } from './timeline-picture.ts';
import { panWindow, roundStep, windowAround, zoomWindow } from './timeline-scale.ts';
import type { TimelinePicture, TimelineView } from './timeline-shapes.ts';

const letters: Partial<Record<GoroutineMode, string>> = {
  running: 'R',
  runnable: 'r',
  sendBlocked: 's',
  receiveBlocked: 'v',
  selectBlocked: 'S',
  waitGroupBlocked: 'w',
  sleeping: 'z',
  finished: '.',
  deadlocked: 'D',
  died: 'X',
  leftBehind: 'L',
};

/** `worker 1  .....rrR`: what each goroutine did in each cell; a space before it was born. */
function lanesOf(recording: Recording): string[] {
  const run = modelRun(recording);
  const model = modelTimeline(run);
  return [...model.lanes.values()].map(({ goroutine, runs }) => {
    let line = '';
    for (let step = 0; step < model.length; step++) {
      const index = runs.indexAt(step);
      line += index < 0 ? ' ' : (letters[runs.mode(index)] ?? '?');
    }
    return `${run.labels.goroutine(goroutine).name.padEnd(9)}${line}`;
  });
}

function viewOf(model: TimelineModel, changes: Partial<TimelineView> = {}): TimelineView {
  return {
    axis: 'steps',
    from: 0,
    to: model.length,
    width: 900,
    labelWidth: 112,
    laneHeight: 23,
    depthHeight: 21,
    cursor: model.length,
    selected: goroutineId(0),
    openGroups: new Set(),
    rows: null,
    ...changes,
  };
}

function pictureOf(
  recording: Recording,
  changes: Partial<TimelineView> = {},
): { readonly picture: TimelinePicture; readonly model: TimelineModel; readonly run: RunModel } {
  const run = modelRun(recording);
  const model = modelTimeline(run);
  return { run, model, picture: timelinePicture(run, model, viewOf(model, changes)) };
}

describe('lanes', () => {
  test('of the pool: its doer runs in each cell, the woken are runnable at once', () => {
    expect(lanesOf(poolRecording().recording)).toMatchInlineSnapshot(`
      [
        "main     RRRRRRRRRRSSSSSrrrRrrrrrRRRr",
        "worker 1    rrrrrrrrrrrrrrrrRRzzzzzrr",
        "worker 2      rrrrrrrrrRRrrrrrrRRrrrr",
        "worker 3        rrrrrrrrrRRrrrRrrrrrR",
        "feeder           rrRRRRrrrrrrrrrrrrrr",
      ]
    `);
  });

  test('of the deadlock: all are stuck in the end', () => {
    expect(lanesOf(deadlockRecording().recording)).toMatchInlineSnapshot(`
      [
        "main     RRRRRRRRrrrRrRRRrrrrrRRRrrrRRDD",
        "worker 1    rrrrrRvvrRrrrrrRvvrrrrrRssDD",
        "worker 2      rrrrRvvvvrrRrrRvvrrRssssDD",
        "worker 3        rrrRvvvvrrRrrRvvrrRsssDD",
      ]
    `);
  });

  test('who causes a fatal error dies, who waits is left behind, whoever could run is finished', () => {
    const run = new RecordingBuilder();
    const [waiter, other] = [run.go(1, 'waiter', 3), run.go(1, 'other', 4)];
    run.event('park', waiter, { text: 'select (no cases)' });
    run.event('print', other, { text: 'fatal error: stack overflow\n', other: 2 });
    run.event('end', other, { text: 'fatal', number: 2 });
    expect(lanesOf(run.recording())).toEqual([
      'main     RRrr.',
      'waiter   rrRSL',
      'other     rrRX',
    ]);
  });

  test('a finished goroutine ends in a square', () => {
    const run = new RecordingBuilder();
    const worker = run.go(1, 'worker', 3);
    run.exit(worker, 4);
    run.event('yield', 1);
    const { picture } = pictureOf(run.recording());
    expect(picture.lanes.map((lane) => lane.end !== null)).toEqual([false, true]);
  });
});

describe('pictures', () => {
  test('what is right of the playhead is in the future', () => {
    const { picture, model } = pictureOf(poolRecording().recording, { cursor: 12 });
    const { x } = picture.playhead ?? { x: 0 };
    expect(picture.playhead?.label).toBe('12');
    for (const lane of picture.lanes) {
      for (const cell of lane.cells) expect(cell.future).toBe(cell.firstStep >= 12);
      for (const mark of lane.marks) expect(mark.future).toBe(mark.x > x + 0.1);
    }
    expect(stepAtX(model, viewOf(model), x)).toBe(12);
  });

  test('cells of a lane follow each other without overlapping', () => {
    for (const width of [300, 900, 5000]) {
      const { picture } = pictureOf(deadlockRecording().recording, { width });
      for (const lane of picture.lanes) {
        lane.cells.forEach((cell, i) => {
          const next = lane.cells[i + 1];
          if (next === undefined) return;
          expect(cell.lastStep).toBe(next.firstStep - 1);
          expect(cell.box.x + cell.box.width).toBeLessThanOrEqual(next.box.x + 1e-6);
        });
      }
    }
  });

  test('a window shows the same cells as the whole, only fewer', () => {
    const { recording } = deadlockRecording();
    const whole = pictureOf(recording).model;
    const { picture } = pictureOf(recording, { from: 10, to: 20 });
    const shown = picture.lanes.map((lane) => lane.cells.map((cell) => cell.mode));
    const expected = [...whole.lanes.values()].map(({ runs }) => {
      const modes: GoroutineMode[] = [];
      for (let step = 10; step < 20; step++) {
        const mode = runs.mode(runs.indexAt(step));
        if (modes[modes.length - 1] !== mode) modes.push(mode);
      }
      return modes;
    });
    expect(shown).toEqual(expected);
    expect(picture.caption).toBe('steps 11–20');
  });

  test('arrows: direct hand-offs, the selected goroutine, and the current one', () => {
    const { recording } = poolRecording();
    const arrowsOf = (changes: Partial<TimelineView>): string[] =>
      pictureOf(recording, changes).picture.arrows.map(
        ({ sendStep, receiveStep, current }) =>
          `${sendStep + 1}→${receiveStep + 1}${current ? ' now' : ''}`,
      );
    expect(arrowsOf({})).toEqual(['16→16']);
    expect(arrowsOf({ selected: goroutineId(2) })).toEqual(['16→16', '13→20']);
    expect(arrowsOf({ cursor: 25 })).toEqual(['16→16', '18→25 now']);
  });

  test('a full channel is hatched up to the playhead', () => {
    const { picture } = pictureOf(deadlockRecording().recording);
    const results = picture.depths.find((depth) => depth.label === 'results');
    expect(results).toMatchObject({ capacity: 'cap 2', value: '2/2', full: true });
    expect(results?.fullSpans).toHaveLength(1);
  });

  test('a jump of the clock is marked with its length', () => {
    const { picture } = pictureOf(poolRecording().recording);
    expect(picture.jumps.map((jump) => jump.label)).toEqual(['+10 ms']);
  });

  test('on the virtual clock sleeping takes its time and nothing else does', () => {
    const { picture } = pictureOf(poolRecording().recording, { axis: 'clock', from: 0, to: 1e7 });
    const sleeper = picture.lanes.find((lane) => lane.label === 'worker 1');
    const asleep = sleeper?.cells.find((cell) => cell.mode === 'sleeping');
    expect(asleep?.box.width).toBeGreaterThan(700);
    expect(picture.playhead?.label).toBe('10 ms');
    expect(picture.caption).toBe('0–10 ms');
  });

  test('after a deadlock the rest of the plot says that no step is possible', () => {
    const { recording } = deadlockRecording();
    const { picture } = pictureOf(recording, { to: recording.length + 6 });
    expect(picture.deadEnd?.note.text).toBe('no step possible');
    expect(pictureOf(poolRecording().recording, { to: 40 }).picture.deadEnd).toBeNull();
  });

  test('endings share a texture, and their glyphs tell them apart', () => {
    const run = new RecordingBuilder();
    const jobs = run.makeChan(1, 'jobs', 0, 2);
    const waiter = run.go(1, 'waiter', 3);
    run.receive(waiter, jobs, 4);
    run.event('end', 1, { text: 'fatal', number: 2, line: 5 });
    const endings = pictureOf(run.recording()).picture.lanes.map((lane) => lane.cells.at(-1));
    expect(endings.map((cell) => cell?.mode)).toEqual(['died', 'leftBehind']);
    expect(new Set(endings.map((cell) => cell?.texture)).size).toBe(1);
    expect(endings.map((cell) => cell?.glyph?.glyph)).toEqual(['panic', 'dead']);
    const narrow = pictureOf(run.recording(), { width: 160 }).picture.lanes;
    expect(narrow.map((lane) => lane.cells.at(-1)?.glyph)).toEqual([null, null]);
  });

  test('more than eight goroutines of one go statement are one row until it is opened', () => {
    const run = new RecordingBuilder();
    const jobs = run.makeChan(1, 'jobs', 0, 2);
    for (let i = 0; i < 20; i++) run.receive(run.go(1, 'worker', 3), jobs, 4);
    const { picture } = pictureOf(run.recording());
    expect(picture.lanes.map((lane) => lane.label)).toEqual(['main', 'worker ×20']);
    const key = picture.lanes[1]?.group?.key ?? '';
    const opened = pictureOf(run.recording(), { openGroups: new Set([key]) }).picture;
    expect(opened.rowCount).toBe(22);
    expect(opened.lanes[2]).toMatchObject({ label: 'worker 1', nested: true });
    const some = pictureOf(run.recording(), {
      openGroups: new Set([key]),
      rows: { first: 5, count: 3 },
    }).picture;
    expect(some.lanes.map((lane) => lane.label)).toEqual(['worker 4', 'worker 5', 'worker 6']);
  });
});

describe('long runs', () => {
  /** Two goroutines that hand a value back and forth, `rounds` times. */
  function pingPong(rounds: number): Recording {
    const run = new RecordingBuilder();
    const [ping, pong] = [run.makeChan(1, 'ping', 0, 2), run.makeChan(1, 'pong', 0, 3)];
    const player = run.go(1, 'player', 4);
    const begin = run.recording().length;
    run.receive(player, ping, 5);
    run.send(1, ping, '1', 6);
    run.receive(1, pong, 7);
    run.send(player, pong, '1', 8);
    const once = run.recording();
    const period = once.length - begin;
    return {
      ...once,
      length: begin + rounds * period,
      readEvent: (index) => {
        const at = index < begin ? index : begin + ((index - begin) % period);
        return { ...once.readEvent(at), index, statements: index };
      },
    };
  }

  test('a lane never has more cells than pixels', () => {
    const { picture } = pictureOf(pingPong(25_000));
    for (const lane of picture.lanes) {
      expect(lane.cells.length).toBeLessThan(900);
      expect(lane.marks).toEqual([]);
    }
    expect(picture.arrows.filter((arrow) => !arrow.current)).toEqual([]);
  });

  test('zooming in shows every event', () => {
    const { picture } = pictureOf(pingPong(25_000), { from: 50_000, to: 50_020 });
    expect(picture.lanes.flatMap((lane) => lane.marks)).toHaveLength(20);
  });
});

describe('windows', () => {
  test('stand around the cursor and stay inside the run', () => {
    expect(windowAround(30, 12, 50)).toEqual({ from: 0, to: 30 });
    expect(windowAround(100, 90, 40)).toEqual({ from: 60, to: 100 });
    expect(windowAround(100, 3, 40)).toEqual({ from: 0, to: 40 });
  });

  test('zoom keeps the anchor where it is', () => {
    const limits = { total: 100, least: 5 };
    expect(zoomWindow({ from: 20, to: 60 }, 2, 30, limits)).toEqual({ from: 25, to: 45 });
    expect(zoomWindow({ from: 0, to: 100 }, 0.5, 30, limits)).toEqual({ from: 0, to: 100 });
  });

  test('pan stops at the ends', () => {
    expect(panWindow({ from: 20, to: 60 }, 70, 100)).toEqual({ from: 60, to: 100 });
    expect(panWindow({ from: 20, to: 60 }, -70, 100)).toEqual({ from: 0, to: 40 });
  });

  test('ticks stand at round numbers', () => {
    expect([0.3, 1, 3, 7, 12, 60, 2e6].map(roundStep)).toEqual([0.5, 1, 5, 10, 20, 100, 2e6]);
  });
});
