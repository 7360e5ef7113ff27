// What a card says of a goroutine that runs: where, if there are several places.

import { expect, test } from 'vitest';
import { foldTo } from '../engine/trace/fold.ts';
import { RecordingBuilder } from '../engine/trace/testing/recording-builder.ts';
import { goroutineSentence } from './goroutine-sentence.ts';
import { modelRun } from './run-model.ts';

/** The sentences of all goroutines after what `record` did. */
function sentencesAfter(record: (run: RecordingBuilder, other: number) => void): readonly string[] {
  const builder = new RecordingBuilder();
  const other = builder.go(1, 'worker', 3);
  record(builder, other);
  const recording = builder.recording();
  const run = modelRun(recording);
  const world = foldTo(recording, recording.length);
  const event = recording.readEvent(recording.length - 1);
  return [...world.goroutines.values()].map((state) => goroutineSentence(run, world, state, event));
}

test('with one processor a goroutine just runs', () => {
  expect(sentencesAfter((run, other) => run.event('run', other, { other: 1 }))).toEqual([
    'runnable',
    'running',
  ]);
});

test('who causes a fatal error dies of it; whoever else could run has ended with the program', () => {
  const sentences = sentencesAfter((run, other) => {
    run.event('run', other, { other: 1 });
    run.event('print', other, { text: 'fatal error: stack overflow\n', other: 2, line: 5 });
    run.event('end', other, { text: 'fatal', number: 2, line: 5 });
  });
  expect(sentences).toEqual(['ended with the program', 'fatal error']);
});

test('with several it runs on one of them', () => {
  const sentences = sentencesAfter((run, other) => {
    run.event('setProcessors', 1, { number: 2, line: 4 });
    run.event('run', other, { other: 2, processor: 2 });
  });
  expect(sentences).toEqual(['running on P1', 'running on P2']);
});

test('who was freed by a receive says which value it could send', () => {
  for (const capacity of [0, 1]) {
    const sentences = sentencesAfter((run, other) => {
      const jobs = run.makeChan(1, 'jobs', capacity, 2);
      if (capacity === 1) run.send(other, jobs, '7', 5);
      run.send(other, jobs, '8', 5);
      run.receive(1, jobs, 6);
    });
    expect(sentences[1]).toBe('runnable, 8 sent');
  }
});
