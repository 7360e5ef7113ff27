// Folding by hand-made traces: what each kind of event does to the world, and that any step can be
// reached from anywhere.

import { describe, expect, test } from 'vitest';
import { foldTo, WorldHistory } from './fold.ts';
import { printTrace } from './print-trace.ts';
import { printWorld } from './print-world.ts';
import { RecordingBuilder } from './testing/recording-builder.ts';
import { deadlockRecording, poolRecording } from './testing/recordings.ts';
import { advance, initialWorld, WorldFold } from './world-fold.ts';

/** The printed world after all events of what `record` did, without its head line. */
function worldOf(record: (run: RecordingBuilder) => void): string {
  const run = new RecordingBuilder();
  record(run);
  const recording = run.recording();
  return printWorld(foldTo(recording, recording.length)).split('\n').slice(1).join('\n');
}

describe('channels', () => {
  test('a send to a full channel waits with its value', () => {
    const world = worldOf((run) => {
      const c = run.makeChan(1, 'c', 1, 3);
      run.send(1, c, '7', 4);
      run.send(1, c, '8', 5);
    });
    expect(world).toBe(
      'goroutine 1 waiting [chan send] for 1 holding 8 · site 3\nchannel 1 [1/1] 7 · send g1:8\n',
    );
  });

  test('a receive from a full channel lets the first waiting sender in', () => {
    const world = worldOf((run) => {
      const c = run.makeChan(1, 'c', 1, 3);
      const sender = run.go(1, 'sender', 4);
      run.send(sender, c, '7', 5);
      run.send(sender, c, '8', 5);
      run.receive(1, c, 6);
    });
    expect(world).toContain('goroutine 1 running · site 4\n');
    expect(world).toContain('goroutine 2 runnable · site 3');
    expect(world).toContain('channel 1 [1/1] 8\n');
  });

  test('an unbuffered send goes straight to the waiting receiver', () => {
    const world = worldOf((run) => {
      const c = run.makeChan(1, 'c', 0, 3);
      const receiver = run.go(1, 'receiver', 4);
      run.receive(receiver, c, 5);
      run.send(1, c, '7', 6);
    });
    expect(world).toContain('goroutine 2 runnable');
    expect(world).toContain('channel 1 [0/0]\n');
  });

  test('close wakes every receiver', () => {
    const world = worldOf((run) => {
      const c = run.makeChan(1, 'c', 0, 3);
      const receivers = [run.go(1, 'r', 4), run.go(1, 'r', 4)];
      for (const receiver of receivers) run.receive(receiver, c, 5);
      run.event('close', 1, { object: c, line: 6 });
    });
    expect(world).toContain('goroutine 2 runnable');
    expect(world).toContain('goroutine 3 runnable');
    expect(world).toContain('channel 1 [0/0] closed\n');
  });

  test('a nil channel holds its goroutine in no queue', () => {
    const world = worldOf((run) => run.event('blockReceive', 1, { line: 3 }));
    expect(world).toBe('goroutine 1 waiting [chan receive (nil chan)] · site 1\n');
  });

  test('a woken select leaves the queues of all its cases', () => {
    const world = worldOf((run) => {
      const a = run.makeChan(1, 'a', 0, 3);
      const b = run.makeChan(1, 'b', 0, 4);
      const chooser = run.go(1, 'chooser', 5);
      run.select(chooser, [{ channel: a }, { channel: b, send: '9' }], -1, 6);
      run.send(1, a, '7', 7);
    });
    expect(world).toContain('channel 1 [0/0]\nchannel 2 [0/0]\n');
    expect(world).toContain('goroutine 2 runnable');
  });
});

describe('locks and counters', () => {
  test('an unlock with number 1 hands the mutex to the waiter', () => {
    const world = worldOf((run) => {
      const mutex = run.object('mutex', 'mu', 3);
      const waiter = run.go(1, 'waiter', 4);
      run.event('lock', 1, { object: mutex, line: 5 });
      run.event('blockLock', waiter, { object: mutex, line: 6 });
      run.event('unlock', 1, { object: mutex, other: waiter, number: 1, line: 7 });
    });
    expect(world).toContain('mutex 1 holder 2\n');
  });

  test('readers share, and a writer waits at the door', () => {
    const world = worldOf((run) => {
      const lock = run.object('rwMutex', 'rw', 3);
      const [reader, writer] = [run.go(1, 'r', 4), run.go(1, 'w', 4)];
      run.event('readLock', 1, { object: lock, line: 5 });
      run.event('readLock', reader, { object: lock, line: 5 });
      run.event('blockLock', writer, { object: lock, line: 6 });
      run.event('readUnlock', 1, { object: lock, line: 7 });
    });
    expect(world).toContain('rwMutex 1 writer 0 readers 2 · queue w3\n');
  });

  test('a counter that reaches 0 wakes all who wait for it', () => {
    const world = worldOf((run) => {
      const group = run.object('waitGroup', 'wg', 3);
      const worker = run.go(1, 'worker', 4);
      run.event('waitGroupAdd', 1, { object: group, number: 1, line: 3 });
      run.event('blockWaitGroup', 1, { object: group, line: 5 });
      run.event('waitGroupAdd', worker, { object: group, number: -1, line: 6 });
    });
    expect(world).toContain('goroutine 1 runnable');
    expect(world).toContain('waitGroup 1 counter 0\n');
  });
});

describe('any step from anywhere', () => {
  const { recording } = poolRecording();
  const expected = Array.from({ length: recording.length + 1 }, (_, k) =>
    printWorld(foldTo(recording, k)),
  );

  test('one event at a time gives what folding from the start gives', () => {
    let world = initialWorld(recording);
    expect(printWorld(world)).toBe(expected[0]);
    for (let i = 0; i < recording.length; i++) {
      world = advance(recording, world, recording.readEvent(i));
      expect(printWorld(world)).toBe(expected[i + 1]);
    }
  });

  test('forwards, backwards and by jumps, with very few checkpoints', () => {
    const history = new WorldHistory(recording, 3, 2);
    const steps = [20, 19, 18, 3, 21, 0, 17, 18, 17, 5, recording.length, 0];
    for (const step of steps) expect(printWorld(history.worldAt(step))).toBe(expected[step]);
  });

  test('from worlds that another fold has left on its way', () => {
    const history = new WorldHistory(recording, 3, 2);
    const fold = new WorldFold(recording, null);
    while (fold.length < recording.length) {
      fold.apply(recording.readEvent(fold.length));
      history.learn(fold);
    }
    for (const step of [19, 3, recording.length, 8]) {
      expect(printWorld(history.worldAt(step))).toBe(expected[step]);
    }
  });

  test('a published world never changes afterwards', () => {
    const history = new WorldHistory(recording, 4, 4);
    const worlds = expected.map((_, step) => history.worldAt(step));
    worlds.forEach((world, step) => {
      expect(printWorld(world)).toBe(expected[step]);
    });
  });
});

test('a deadlocked run ends with everybody waiting', () => {
  const { recording } = deadlockRecording();
  expect(printWorld(foldTo(recording, recording.length))).toMatchInlineSnapshot(`
    "step 31 · 30 statements · 0 ns · running 0 · 0 bytes written
    goroutine 1 waiting [sync.WaitGroup.Wait] for 3 · site 9
    goroutine 2 waiting [chan send] for 2 holding 25 · site 7 · started by 1 at event 3, site 4
    goroutine 3 waiting [chan send] for 2 holding 9 · site 7 · started by 1 at event 5, site 4
    goroutine 4 waiting [chan send] for 2 holding 16 · site 7 · started by 1 at event 7, site 4
    channel 1 [0/0] closed
    channel 2 [2/2] 1 4 · send g3:9 g4:16 g2:25
    waitGroup 3 counter 3 · queue 1
    ended: deadlock, exit code 2
    "
  `);
});

test('a printed trace has one aligned line per event', () => {
  const { recording } = deadlockRecording();
  expect(printTrace(recording, 6, 18)).toMatchInlineSnapshot(`
    "step  goroutine  event          object      place       what
    7     1          waitGroupAdd   #3 wg       main.go:20  1
    8     1          go                         main.go:20  → 4
    9     2          blockReceive   #1 jobs     main.go:9
    10    3          blockReceive   #1 jobs     main.go:9
    11    4          blockReceive   #1 jobs     main.go:9
    12    1          selectSend     #1 jobs     main.go:24  "0" {*send #1 "0", receive #2} → 2
    13    2          send           #2 results  main.go:10  "0"
    14    1          selectReceive  #2 results  main.go:24  "0" {send #1 "1", *receive #2}
    15    1          selectSend     #1 jobs     main.go:24  "1" {*send #1 "1", receive #2} → 3
    16    1          selectSend     #1 jobs     main.go:24  "2" {*send #1 "2", receive #2} → 4
    17    3          send           #2 results  main.go:10  "1"
    18    4          send           #2 results  main.go:10  "4"
    "
  `);
});
