// Two recordings that the pictures of the design show: the worker pool at work, and the pool whose
// results nobody drains.

import type { Recording } from '../recording.ts';
import type { ObjectId } from '../trace-event.ts';
import { RecordingBuilder } from './recording-builder.ts';

export interface PoolRecording {
  readonly recording: Recording;
  readonly jobs: ObjectId;
  readonly results: ObjectId;
  readonly waitGroup: ObjectId;
}

/** feeder → jobs (3) → worker 1…3 → results (2) → main; two workers wait, one of them is freed. */
export function poolRecording(): PoolRecording {
  const run = new RecordingBuilder();
  const jobs = run.makeChan(1, 'jobs', 3, 19);
  const results = run.makeChan(1, 'results', 2, 20);
  const waitGroup = run.object('waitGroup', 'wg', 24);
  const workers = [1, 2, 3].map(() => {
    run.event('waitGroupAdd', 1, { object: waitGroup, number: 1, line: 24, operand: 'wg' });
    return run.go(1, 'worker', 24);
  });
  const [first = 0, second = 0, third = 0] = workers;
  const feeder = run.go(1, 'feeder', 27);
  run.select(1, [{ channel: results }], -1, 38);
  for (let j = 1; j <= 4; j++) run.send(feeder, jobs, String(j), 29);
  for (const worker of [second, third]) {
    run.receive(worker, jobs, 10);
    run.send(worker, results, worker === second ? '1' : '4', 14);
  }
  run.event('print', 1, { text: 'got 1\n', other: 1, line: 43 });
  run.receive(first, jobs, 10);
  run.event('sleep', first, { number: 10_000_000, line: 12 });
  run.send(third, results, '9', 14);
  run.receive(second, jobs, 10);
  run.send(second, results, '16', 14);
  run.select(1, [{ channel: results }], 0, 38);
  run.event('clockJump', 0, { number: 10_000_000 });
  run.event('wake', 0, { other: first });
  run.receive(third, jobs, 10);
  return { recording: run.recording(), jobs, results, waitGroup };
}

/** main waits in wg.Wait() for three workers, all of which wait to send to the full `results`. */
export function deadlockRecording(): PoolRecording {
  const run = new RecordingBuilder();
  const jobs = run.makeChan(1, 'jobs', 0, 15);
  const results = run.makeChan(1, 'results', 2, 16);
  const waitGroup = run.object('waitGroup', 'wg', 20);
  const workers = [1, 2, 3].map(() => {
    run.event('waitGroupAdd', 1, { object: waitGroup, number: 1, line: 20, operand: 'wg' });
    return run.go(1, 'worker', 20);
  });
  const [first = 0, second = 0, third = 0] = workers;
  run.receive(first, jobs, 9);
  run.receive(second, jobs, 9);
  run.receive(third, jobs, 9);
  const choose = (value: string): void =>
    run.select(1, [{ channel: jobs, send: value }, { channel: results }], 0, 24);
  choose('0');
  run.send(first, results, '0', 10);
  run.select(1, [{ channel: jobs, send: '1' }, { channel: results }], 1, 24);
  choose('1');
  choose('2');
  run.send(second, results, '1', 10);
  run.send(third, results, '4', 10);
  run.receive(first, jobs, 9);
  run.receive(second, jobs, 9);
  run.receive(third, jobs, 9);
  choose('5');
  choose('3');
  choose('4');
  run.send(second, results, '9', 10);
  run.send(third, results, '16', 10);
  run.send(first, results, '25', 10);
  run.event('close', 1, { object: jobs, line: 31, operand: 'jobs' });
  run.event('blockWaitGroup', 1, { object: waitGroup, line: 32, operand: 'wg' });
  run.event('deadlock', 0);
  run.event('end', 0, { number: 2, text: 'deadlock' });
  return { recording: run.recording(), jobs, results, waitGroup };
}
