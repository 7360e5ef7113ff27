// Console, editor margin and inspector at a step.

import { describe, expect, test } from 'vitest';
import { foldTo } from '../engine/trace/fold.ts';
import type { Recording } from '../engine/trace/recording.ts';
import { goroutineId } from '../engine/trace/trace-event.ts';
import { RecordingBuilder } from '../engine/trace/testing/recording-builder.ts';
import { deadlockRecording, poolRecording } from '../engine/trace/testing/recordings.ts';
import { editorMarks } from './editor-marks-model.ts';
import {
  type InspectorContext,
  inspectGoroutine,
  inspectObject,
  summarizeGoroutines,
} from './inspector-model.ts';
import { modelOutput, outputLines, outputSteps } from './output-model.ts';
import { plainText } from './prose.ts';
import { modelRun } from './run-model.ts';
import { modelTimeline } from './timeline-model.ts';

function contextAt(recording: Recording, step: number): InspectorContext {
  const run = modelRun(recording);
  const event = step === 0 ? null : recording.readEvent(step - 1);
  return { run, timeline: modelTimeline(run), world: foldTo(recording, step), event };
}

describe('output', () => {
  /** Prints pieces, one event each, to standard output, or to standard error where marked. */
  function linesOf(pieces: readonly string[], step = pieces.length): string[] {
    const run = new RecordingBuilder();
    for (const piece of pieces) {
      const isError = piece.startsWith('!');
      run.event('print', 1, { text: isError ? piece.slice(1) : piece, other: isError ? 2 : 1 });
    }
    const model = modelOutput(modelRun(run.recording()));
    return outputLines(model, step).map(({ text, stream, step: at, future, current }) => {
      const marks = `${stream === 'stderr' ? ' error' : ''}${future ? ' later' : ''}${current ? ' now' : ''}`;
      return `${at} ${text}${marks}`;
    });
  }

  test('a line belongs to the step that began it', () => {
    expect(linesOf(['a', 'b\nc', '\n', 'd\n'])).toEqual(['1 ab', '2 c', '4 d now']);
  });

  test('lines of the two streams do not mix', () => {
    expect(linesOf(['out', '!err\n', 'put\n'])).toEqual(['1 output', '2 err error now']);
  });

  test('empty lines count, what is still to come is marked', () => {
    expect(linesOf(['\n', 'x\n', 'y\n'], 2)).toEqual(['1 ', '2 x now', '3 y later']);
  });

  test('the scrubber has a tick where a line begins', () => {
    const model = modelOutput(modelRun(poolRecording().recording));
    expect(outputSteps(model)).toEqual([18]);
  });
});

describe('editor', () => {
  function marksAt(recording: Recording, step: number): string[] {
    return editorMarks(modelRun(recording), foldTo(recording, step)).map(
      ({ line, look, tags, hint }) => {
        const shown = tags.map((tag) => `${tag.text}:${tag.look.hue}`).join(' ');
        return `${line} ${look.hue} ${shown}${hint === '' ? '' : ` (${hint})`}`;
      },
    );
  }

  test('goroutines stand at the line of their last event', () => {
    expect(marksAt(poolRecording().recording, 24)).toEqual([
      '12 sleep w1:sleep',
      '14 wait w2:wait w3:ready',
      '29 ready f:ready',
      '43 ready m:ready',
    ]);
  });

  test('three or more on one line share a tag, and stuck ones say so', () => {
    const { recording } = deadlockRecording();
    expect(marksAt(recording, recording.length)).toEqual([
      '10 dead w1–3:dead (3 goroutines stuck)',
      '32 dead m:dead (stuck)',
    ]);
  });

  test('many are counted', () => {
    const run = new RecordingBuilder();
    const jobs = run.makeChan(1, 'jobs', 0, 2);
    for (let i = 0; i < 12; i++) run.receive(run.go(1, 'worker', 3), jobs, 4);
    expect(marksAt(run.recording(), run.recording().length)).toEqual([
      '3 ready m:ready',
      '4 wait w ×12:wait',
    ]);
  });

  test('tags that would reach over the number of the line are merged, and count', () => {
    const run = new RecordingBuilder();
    const jobs = run.makeChan(1, 'jobs', 0, 2);
    const workers = [1, 2, 3].map(() => run.go(1, 'worker', 3));
    for (const worker of workers.slice(0, 2)) run.receive(worker, jobs, 4);
    run.event('unlock', workers[2] ?? 0, { line: 4 });
    expect(marksAt(run.recording(), run.recording().length)).toContain('4 run w ×3:run');
  });

  test("Go's number of a function without a name stays apart from the goroutines' own", () => {
    const run = new RecordingBuilder();
    const jobs = run.makeChan(1, 'jobs', 0, 2);
    for (let i = 0; i < 3; i++) run.receive(run.go(1, 'func1', 3), jobs, 4);
    for (let i = 0; i < 12; i++) run.receive(run.go(1, 'func2', 5), jobs, 6);
    expect(marksAt(run.recording(), run.recording().length)).toEqual([
      '4 wait f1#1–3:wait',
      '5 ready m:ready',
      '6 wait f2 ×12:wait',
    ]);
  });
});

describe('inspector', () => {
  test('a goroutine: state, reason, past, time', () => {
    const { recording } = poolRecording();
    const shown = inspectGoroutine(contextAt(recording, 24), goroutineId(3));
    expect(shown).toMatchObject({
      name: 'worker 2',
      monogram: 'w2',
      waitReason: 'chan send',
      place: { text: 'main.go:14' },
      historyCount: 5,
      timeText: 'blocked for 0 of its 19 steps',
    });
    expect(plainText(shown?.detail ?? [])).toBe('wants to send 16 to results, 1st in line');
    expect(plainText(shown?.createdBy ?? [])).toBe('started by main, L24');
    expect(shown?.history.map(({ step, prose }) => `${step} ${plainText(prose)}`)).toEqual([
      '24 blocked: no room in results for 16',
      '23 received 4 from jobs',
      '16 sent 1 to results',
      '15 received 1 from jobs',
      '6 started by main',
    ]);
    expect(shown?.time.map(({ look, steps }) => `${look.word} ${steps}`)).toEqual([
      'running 4',
      'runnable 15',
    ]);
  });

  test('a goroutine that is not born yet cannot be inspected', () => {
    expect(inspectGoroutine(contextAt(poolRecording().recording, 2), goroutineId(3))).toBeNull();
  });

  test('a channel: buffer, queues, past', () => {
    const { recording, results } = poolRecording();
    const shown = inspectObject(contextAt(recording, 24), results);
    expect(shown).toMatchObject({
      name: 'results',
      type: 'chan int',
      status: '2 of 2, full, open',
      buffer: ['4', '9'],
      senders: [{ name: 'worker 2', value: '16', hue: 'wait' }],
      receivers: [],
      madeAt: { text: 'main.go:20' },
    });
    expect(shown.history.map(({ prose }) => plainText(prose))).toEqual([
      'worker 2 blocked: no room in results for 16',
      'worker 3 sent 9 to results',
      'worker 3 sent 4 to results',
      'worker 2 sent 1 to results',
      'main made results',
    ]);
  });

  test('a held mutex: who is inside, who waits', () => {
    const run = new RecordingBuilder();
    const mutex = run.object('mutex', 'mu', 3);
    const other = run.go(1, 'other', 4);
    run.event('lock', 1, { object: mutex, line: 5, operand: 'mu' });
    run.event('blockLock', other, { object: mutex, line: 6, operand: 'mu' });
    const recording = run.recording();
    const context = contextAt(recording, recording.length);
    expect(inspectObject(context, mutex)).toMatchObject({
      type: 'sync.Mutex',
      status: 'locked',
      holders: [{ name: 'main' }],
      waiters: [{ name: 'other' }],
    });
    expect(inspectGoroutine(context, goroutineId(1))?.holds).toEqual([mutex]);
  });

  test('all goroutines in a list', () => {
    const { recording } = deadlockRecording();
    const rows = summarizeGoroutines(contextAt(recording, recording.length));
    expect(rows.map(({ monogram, sentence, place }) => [monogram, sentence, place?.text])).toEqual([
      ['m', 'wg.Wait(), 3 left', 'main.go:32'],
      ['w1', 'send, 3rd in line', 'main.go:10'],
      ['w2', 'send, 1st in line', 'main.go:10'],
      ['w3', 'send, 2nd in line', 'main.go:10'],
    ]);
  });
});
