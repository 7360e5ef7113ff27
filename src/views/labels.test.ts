// Names: goroutines by what they run, objects by what the source calls them.

import { describe, expect, test } from 'vitest';
import { usageOf } from '../engine/analysis/usage.ts';
import { goroutineId, objectId } from '../engine/trace/trace-event.ts';
import { RecordingBuilder } from '../engine/trace/testing/recording-builder.ts';
import {
  clockText,
  cutText,
  durationText,
  Labels,
  listText,
  ordinalText,
  withThousands,
} from './labels.ts';

function labelsOf(record: (run: RecordingBuilder) => void): Labels {
  const run = new RecordingBuilder();
  record(run);
  const recording = run.recording();
  return new Labels(recording, usageOf(recording));
}

/** Names and monograms of main and of goroutines started with these names. */
function named(...names: readonly string[]): string[] {
  const labels = labelsOf((run) => {
    for (const name of names) run.go(1, name, 3);
  });
  return [...names, 'main'].map((_, i) => {
    const { name, monogram } = labels.goroutine(goroutineId(i + 1));
    return `${name} ${monogram}`;
  });
}

describe('goroutines', () => {
  test('of one name are numbered in order of their start, a single one is not', () => {
    expect(named('worker', 'feeder', 'worker')).toEqual([
      'main m',
      'worker 1 w1',
      'feeder f',
      'worker 2 w2',
    ]);
  });

  test('have monograms that differ', () => {
    expect(named('merge', 'mapper', 'measure', 'map')).toEqual([
      'main m',
      'merge me',
      'mapper ma',
      'measure mea',
      'map map',
    ]);
  });

  test('are called without their package, methods with their type', () => {
    expect(
      named('main.(*Pool).run', 'main.main.func1', 'example.org/x/pipe.Stage').slice(1),
    ).toEqual(['Pool.run p', 'func f', 'Stage s']);
  });

  test('without a name are called as Go calls their function, as shortly as can be', () => {
    expect(named('func1', 'func1')).toEqual(['main m', 'func 1 f1', 'func 2 f2']);
    expect(named('func1', 'func1', 'func2', 'feeder').slice(1)).toEqual([
      'func1 #1 f1#1',
      'func1 #2 f1#2',
      'func2 f2',
      'feeder fe',
    ]);
  });

  test('without a name outside of main are called by the function around them', () => {
    const run = new RecordingBuilder();
    const started: readonly (readonly [string, string])[] = [
      ['main.main', 'func1'],
      ['main.main.func1', 'func1.1'],
      ['main.(*Pool).serve', 'func1'],
      ['main.(*Pool).serve', 'func1'],
      ['main.merge', 'func1'],
      ['main.merge', 'func2'],
    ];
    started.forEach(([, name], i) => {
      run.go(1, name, i + 1);
    });
    const built = run.recording();
    const sites = built.sites.map((site) => ({
      ...site,
      func: started[site.line - 1]?.[0] ?? site.func,
    }));
    const recording = { ...built, sites };
    const labels = new Labels(recording, usageOf(recording));
    const names = started.map((_, i) => labels.goroutine(goroutineId(i + 2)));
    expect(names.map(({ name, monogram }) => `${name} ${monogram}`)).toEqual([
      'func1 f1',
      'func1.1 f1.1',
      'Pool.serve 1 p1',
      'Pool.serve 2 p2',
      'merge.func1 mf1',
      'merge.func2 mf2',
    ]);
  });

  test('of several names are listed shortly', () => {
    const labels = labelsOf((run) => {
      for (let i = 0; i < 6; i++) run.go(1, 'worker', 3);
      run.go(1, 'feeder', 4);
    });
    const list = (...ids: number[]): string => labels.goroutineList(ids.map(goroutineId));
    expect(list(2)).toBe('worker 1');
    expect(list(3, 2)).toBe('worker 1 and 2');
    expect(list(2, 3, 5)).toBe('worker 1, 2 and 4');
    expect(list(2, 3, 4, 5, 6)).toBe('worker 1–5');
    expect(list(1, 8, 3)).toBe('main, feeder and worker 2');
    const literals = labelsOf((run) => {
      for (const name of ['func1', 'func1', 'func1', 'func2']) run.go(1, name, 3);
    });
    expect(literals.goroutineList([2, 3, 5].map(goroutineId))).toBe('func1 #1, #2 and func2');
  });
});

describe('objects', () => {
  test('several of one name are numbered, single ones are not', () => {
    const labels = labelsOf((run) => {
      run.makeChan(1, 'jobs', 1, 3);
      run.object('mutex', 'forks[i]', 4);
      run.object('mutex', 'forks[i]', 4);
    });
    const names = [1, 2, 3].map((id) => labels.object(objectId(id)).name);
    expect(names).toEqual(['jobs', 'forks[i] 1', 'forks[i] 2']);
  });

  test('made without a name are called as they are first used', () => {
    const labels = labelsOf((run) => {
      const channel = run.object('channel', '', 3);
      run.event('makeChan', 1, { object: channel, line: 3 });
      run.event('blockReceive', 1, { object: channel, line: 4, operand: 'done' });
      run.object('waitGroup', '', 5);
    });
    expect(labels.object(objectId(1))).toMatchObject({ name: 'done', type: 'chan int' });
    expect(labels.object(objectId(2)).name).toBe('WaitGroup');
    expect(labels.object(objectId(0)).name).toBe('nil');
  });

  test('a timer and its channel have one name', () => {
    const labels = labelsOf((run) => {
      const timer = run.object('timer', 'timeout', 3);
      const channel = run.object('channel', '', 3, 1, 1);
      run.event('timerStart', 1, { object: timer, other: channel, number: 5, line: 3 });
    });
    expect([1, 2].map((id) => labels.object(objectId(id)).name)).toEqual(['timeout', 'timeout']);
  });
});

describe('texts', () => {
  test('durations', () => {
    expect([0, 1, 1500, 10e6, 990e6, 1.5e9, 90e9].map(durationText)).toEqual([
      '0 ms',
      '1 ns',
      '1.5 µs',
      '10 ms',
      '990 ms',
      '1.5 s',
      '90 s',
    ]);
    expect(clockText(10e6)).toBe('10.000 ms');
    expect(clockText(12_345e6)).toBe('12,345.000 ms');
  });

  test('numbers, ordinals, lists, cuts', () => {
    expect([7, 1234, 1234567].map((n) => withThousands(String(n)))).toEqual([
      '7',
      '1,234',
      '1,234,567',
    ]);
    expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinalText).join(' ')).toBe(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 112th',
    );
    expect(listText(['a', 'b', 'c'])).toBe('a, b and c');
    expect([cutText('12345678', 8), cutText('123456789', 8), cutText('äöüß🙂', 4)]).toEqual([
      '12345678',
      '1234567…',
      'äöü…',
    ]);
  });
});
