// Explanations of deadlocks, in words. Each says what the run has shown and no more.

import { expect, test } from 'vitest';
import { RecordingBuilder } from '../engine/trace/testing/recording-builder.ts';
import { deadlockRecording, poolRecording } from '../engine/trace/testing/recordings.ts';
import { explanationOf } from './testing/explanations.ts';

function explained(record: (run: RecordingBuilder) => void): string[] {
  const run = new RecordingBuilder();
  record(run);
  run.event('deadlock', 0);
  return explanationOf(run.recording());
}

test('a pool whose results nobody drains', () => {
  expect(explanationOf(deadlockRecording().recording)).toMatchInlineSnapshot(`
    [
      "cycle",
      "1 main waits in wg.Wait() for worker 1, 2 and 3. L32",
      "2 worker 2 still counts in wg: it has not finished.",
      "3 It cannot finish. It wants to send 9, but results is full (2/2). L10",
      "4 Nobody receives. Only main has received from results, and it waits in wg.Wait().",
      "worker 1 and 3 wait too.",
    ]
  `);
});

test('a drain that would come after the wait', () => {
  const lines = explained((run) => {
    const results = run.makeChan(1, 'results', 0, 16);
    const group = run.object('waitGroup', 'wg', 20);
    run.event('waitGroupAdd', 1, { object: group, number: 1, line: 20, operand: 'wg' });
    const worker = run.go(1, 'worker', 20);
    run.place('receive', 'results', 35);
    run.event('blockWaitGroup', 1, { object: group, line: 32, operand: 'wg' });
    run.send(worker, results, '1', 40);
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "cycle",
      "1 main waits in wg.Wait() for worker. L32",
      "2 worker still counts in wg: it has not finished.",
      "3 It cannot finish. It wants to send 1 to results, and nobody is there to take it. L40",
      "4 Nobody receives. Only main would, after wg.Wait(). L35",
    ]
  `);
});

test('a goroutine that would itself receive, if only its send went through', () => {
  const lines = explained((run) => {
    const c = run.makeChan(1, 'c', 0, 4);
    run.place('receive', 'c', 6);
    run.send(1, c, '1', 5);
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "cycle",
      "1 main wants to send 1 to c, and nobody is there to take it. L5",
      "2 Nobody receives. Only it itself would, after its send to c. L6",
    ]
  `);
});

test('philosophers who each hold one fork', () => {
  const lines = explained((run) => {
    const forks = [1, 2, 3].map(() => run.object('mutex', 'forks[i]', 15));
    const diners = forks.map(() => run.go(1, 'dine', 18));
    forks.forEach((fork, i) => {
      run.event('lock', diners[i] ?? 0, { object: fork, line: 6, operand: 'left' });
    });
    forks.forEach((_, i) => {
      const right = forks[(i + 1) % 3] ?? 0;
      run.event('blockLock', diners[i] ?? 0, { object: right, line: 7, operand: 'right' });
    });
    const group = run.object('waitGroup', 'wg', 20);
    run.event('blockWaitGroup', 1, { object: group, line: 20, operand: 'wg' });
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "cycle",
      "1 dine 1 wants to lock forks[i] 2. L7",
      "2 dine 2 holds forks[i] 2 and has not unlocked it.",
      "3 It cannot unlock. It wants to lock forks[i] 3. L7",
      "4 dine 3 holds forks[i] 3 and has not unlocked it.",
      "5 It cannot unlock. It wants to lock forks[i] 1. L7",
      "6 dine 1 holds forks[i] 1 and has not unlocked it.",
      "main waits too.",
    ]
  `);
});

test('a mutex locked twice by the same goroutine', () => {
  const lines = explained((run) => {
    const mutex = run.object('mutex', 'mu', 5);
    run.event('lock', 1, { object: mutex, line: 5, operand: 'mu' });
    run.event('blockLock', 1, { object: mutex, line: 6, operand: 'mu' });
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "cycle",
      "1 main wants to lock mu. L6",
      "2 It has locked mu itself, and not unlocked it.",
    ]
  `);
});

test('a send that nobody has ever been there to receive', () => {
  const lines = explained((run) => {
    const c = run.makeChan(1, 'c', 0, 4);
    run.send(1, c, '1', 5);
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "nobody",
      "1 main wants to send 1 to c, and nobody is there to take it. Nobody has ever received from c. L5",
    ]
  `);
});

test('a range over a channel that its finished producer never closed', () => {
  const lines = explained((run) => {
    const c = run.makeChan(1, 'c', 0, 4);
    const producer = run.go(1, 'produce', 5);
    run.receive(1, c, 9);
    run.send(producer, c, '1', 6);
    run.exit(producer, 7);
    run.receive(1, c, 9);
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "nobody",
      "1 main wants to receive from c, and nothing is in it. produce has sent to c, but it has finished. L9",
    ]
  `);
});

test('a lock that was never unlocked', () => {
  const lines = explained((run) => {
    const mutex = run.object('mutex', 'mu', 5);
    const worker = run.go(1, 'worker', 4);
    run.event('lock', worker, { object: mutex, line: 5, operand: 'mu' });
    run.exit(worker, 6);
    run.event('blockLock', 1, { object: mutex, line: 8, operand: 'mu' });
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "nobody",
      "1 main wants to lock mu. worker has finished without unlocking it. L8",
    ]
  `);
});

test('two goroutines that each wait for the other to speak first', () => {
  const lines = explained((run) => {
    const [ping, pong] = [run.makeChan(1, 'ping', 0, 4), run.makeChan(1, 'pong', 0, 5)];
    const player = run.go(1, 'player', 6);
    run.receive(player, ping, 12);
    run.send(1, ping, '1', 7);
    run.send(player, pong, '1', 13);
    run.receive(1, pong, 8);
    run.receive(1, pong, 8);
    run.receive(player, ping, 12);
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "cycle",
      "1 main wants to receive from pong, and nothing is in it. L8",
      "2 Nobody sends. Only player has sent to pong.",
      "3 It cannot send. It wants to receive from ping, and nothing is in it. L12",
      "4 Nobody sends. Only main has sent to ping, and it waits to receive from pong.",
    ]
  `);
});

test('a select over nil channels and an empty select', () => {
  const lines = explained((run) => {
    const other = run.go(1, 'sleeper', 4);
    run.event('blockSelect', other, { cases: [], line: 5 });
    run.event('blockReceive', 1, { line: 6 });
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "nobody",
      "1 main wants to receive from a nil channel, which never works. L6",
      "2 sleeper stands in a select without cases, which waits for ever. L5",
    ]
  `);
});

test('readers behind a writer that waits for a reader', () => {
  const lines = explained((run) => {
    const lock = run.object('rwMutex', 'rw', 3);
    const writer = run.go(1, 'writer', 4);
    run.event('readLock', 1, { object: lock, line: 5, operand: 'rw' });
    run.event('blockLock', writer, { object: lock, line: 9, operand: 'rw' });
    run.event('blockReadLock', 1, { object: lock, line: 6, operand: 'rw' });
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "cycle",
      "1 main wants to lock rw for reading. L6",
      "2 writer waits to write and comes before later readers.",
      "3 It cannot unlock. It wants to lock rw. L9",
      "4 main holds rw and has not unlocked it.",
    ]
  `);
});

test('a wait for a signal that came too early', () => {
  const lines = explained((run) => {
    const cond = run.object('cond', 'ready', 3);
    const other = run.go(1, 'setter', 4);
    run.event('signal', other, { object: cond, line: 8, operand: 'ready' });
    run.exit(other, 9);
    run.event('blockCond', 1, { object: cond, line: 5, operand: 'ready' });
  });
  expect(lines).toMatchInlineSnapshot(`
    [
      "nobody",
      "1 main waits in ready.Wait() for a signal. setter has signalled ready, but it has finished. L5",
    ]
  `);
});

test('there is nothing to explain while somebody can run', () => {
  const { recording } = poolRecording();
  expect(explanationOf({ ...recording, length: 5 })).toEqual(['nothing']);
});
