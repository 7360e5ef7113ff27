// The stage at a step: what is drawn, in words. Geometry is the layout's and never moves.

import { expect, test } from 'vitest';
import { foldTo } from '../engine/trace/fold.ts';
import type { Recording } from '../engine/trace/recording.ts';
import { RecordingBuilder } from '../engine/trace/testing/recording-builder.ts';
import { deadlockRecording, poolRecording } from '../engine/trace/testing/recordings.ts';
import { type Box, boxesMeet } from './geometry.ts';
import { modelRun } from './run-model.ts';
import type { Selection } from './scene-context.ts';
import type { ChannelShape, PartShape, Scene } from './shapes.ts';
import { landscape, layoutTopologyNow, portrait } from './topology-layout.ts';
import { modelTopology } from './topology-model.ts';
import type { PlaceOptions } from './topology-slots.ts';
import { codeWidth } from './text-width.ts';
import { topologyScene } from './topology-scene.ts';

function sceneAt(
  recording: Recording,
  step: number,
  selection: Selection = null,
  options: PlaceOptions = landscape,
): Scene {
  const run = modelRun(recording);
  const layout = layoutTopologyNow(modelTopology(run), options);
  const event = step === 0 ? null : recording.readEvent(step - 1);
  return topologyScene({ run, layout, world: foldTo(recording, step), event, selection });
}

function lastScene(record: (run: RecordingBuilder) => void): Scene {
  const run = new RecordingBuilder();
  record(run);
  const recording = run.recording();
  return sceneAt(recording, recording.length);
}

/** Parts as screen readers hear them, then wires that are not idle, then what moves. */
function inWords(scene: Scene): string[] {
  const wires = scene.wires.filter((wire) => wire.kind !== 'idle');
  return [
    ...scene.parts.map((part) => part.label),
    ...wires.map((wire) => `${wire.kind} ${wire.key}`),
    ...scene.travels.map(({ token, order, rests }) => {
      return `moves ${token.text}${order > 0 ? ', after' : ''}${rests ? '' : ', seen where it arrives'}`;
    }),
  ];
}

function channelOf(scene: Scene): ChannelShape {
  const channel = scene.parts.find((part): part is ChannelShape => part.kind === 'channel');
  if (channel === undefined) throw new Error('no channel');
  return channel;
}

test('a receive frees a sender: the value leaves, the waiting one moves in', () => {
  expect(inWords(sceneAt(poolRecording().recording, 25))).toMatchInlineSnapshot(`
    [
      "main, running, receives 4, line 38",
      "worker 1, sleeping, 10 ms left, line 12",
      "worker 2, runnable, 16 sent, line 14",
      "worker 3, runnable, line 14",
      "feeder, runnable, line 29",
      "channel jobs, 0 of 3",
      "channel results, 2 of 2: 9, 16",
      "WaitGroup wg, counter 3",
      "live wire g1 out o2",
      "moves 4",
      "moves 16, after, seen where it arrives",
    ]
  `);
});

test('a direct hand-off runs along both wires', () => {
  expect(inWords(sceneAt(poolRecording().recording, 16))).toMatchInlineSnapshot(`
    [
      "main, runnable, got 1, line 38",
      "worker 1, runnable, line 24",
      "worker 2, running, sends 1, line 14",
      "worker 3, runnable, line 24",
      "feeder, runnable, line 29",
      "channel jobs, 3 of 3: 2, 3, 4",
      "channel results, 0 of 2",
      "WaitGroup wg, counter 3",
      "live wire g1 out o2",
      "live wire g3 in o2",
      "moves 1",
    ]
  `);
});

test('the deadlocked pool', () => {
  const { recording } = deadlockRecording();
  const scene = sceneAt(recording, recording.length);
  expect(inWords(scene)).toMatchInlineSnapshot(`
    [
      "main, deadlocked, wg.Wait(), 3 left, line 32",
      "worker 1, deadlocked, send, 3rd in line, line 10",
      "worker 2, deadlocked, send, 1st in line, line 10",
      "worker 3, deadlocked, send, 2nd in line, line 10",
      "channel jobs, unbuffered, closed",
      "channel results, 2 of 2: 1, 4, waiting to send: worker 1, 2 and 3",
      "WaitGroup wg, counter 3",
      "cycleThin wire g2 in o2",
      "cycleThin wire g3 in o2",
      "cycleThin wire g4 in o2",
    ]
  `);
  const tickets = scene.parts.flatMap((part) => (part.kind === 'channel' ? part.sendTickets : []));
  expect(tickets.map(({ text, value, hue }) => `${text} ${value} ${hue}`)).toEqual([
    'w2 9 dead',
    'w3 16 dead',
    'w1 25 dead',
  ]);
});

test('at the start everything but main is faint, at its place', () => {
  const { recording } = poolRecording();
  const [start, end] = [sceneAt(recording, 0), sceneAt(recording, recording.length)];
  expect(start.parts.filter((part) => !part.dim).map((part) => part.key)).toEqual(['g1']);
  expect(start.wires).toEqual([]);
  const boxes = (scene: Scene): unknown => scene.parts.map(({ key, box }) => ({ key, box }));
  expect(boxes(start)).toEqual(boxes(end));
});

test('the selected goroutine, and only it, has the ring', () => {
  const { recording } = poolRecording();
  const scene = sceneAt(recording, 20, { kind: 'goroutine', id: 3 as never });
  expect(scene.parts.filter((part) => part.selected).map((part) => part.key)).toEqual(['g3']);
});

test('values fill a buffer from the right; the newest has a ring', () => {
  const channel = channelOf(
    lastScene((run) => {
      const c = run.makeChan(1, 'c', 3, 2);
      run.send(1, c, 'first', 3);
      run.send(1, c, 'second', 3);
    }),
  );
  const [next, newest, empty] = channel.slots;
  expect(next?.token).toMatchObject({ full: 'first', fresh: false });
  expect(newest?.token).toMatchObject({ full: 'second', fresh: true });
  expect(empty?.token).toBeNull();
  expect(next?.box.x).toBeGreaterThan(newest?.box.x ?? Infinity);
  expect(channel.count?.text).toBe('2/3');
});

test('capacities decide how a channel is drawn', () => {
  const variantOf = (capacity: number): string =>
    channelOf(
      lastScene((run) => {
        const c = run.makeChan(1, 'c', capacity, 2);
        run.send(1, c, '1', 3);
      }),
    ).variant;
  expect([0, 1, 8, 9, 24, 25, 1000].map(variantOf)).toEqual([
    'gate',
    'slots',
    'slots',
    'narrow',
    'narrow',
    'level',
    'level',
  ]);
});

test('a closed channel gives a hollow zero', () => {
  const scene = lastScene((run) => {
    const c = run.makeChan(1, 'c', 1, 2);
    run.event('close', 1, { object: c, line: 3, operand: 'c' });
    run.receive(1, c, 4);
  });
  expect(channelOf(scene)).toMatchObject({ state: 'closed', note: { text: 'closed' } });
  expect(scene.travels[0]?.token).toMatchObject({ text: '0', ghost: true });
});

test('queues longer than four say how many more there are', () => {
  const channel = channelOf(
    lastScene((run) => {
      const c = run.makeChan(1, 'c', 0, 2);
      for (let i = 0; i < 7; i++) run.send(run.go(1, 'sender', 3), c, String(i), 4);
    }),
  );
  expect(channel.sendTickets).toHaveLength(4);
  expect(channel.overflow.map((more) => more.text)).toEqual(['+3']);
});

test('a select is a fork whose tines say what is ready and what was taken', () => {
  const scene = lastScene((run) => {
    const [a, b] = [run.makeChan(1, 'a', 1, 2), run.makeChan(1, 'b', 1, 3)];
    run.send(1, a, '1', 4);
    run.select(1, [{ channel: a }, { channel: b }, { channel: b, send: '2' }], 2, 5);
  });
  expect(
    scene.forks[0]?.tines.map(({ label, ready, chosen }) => [label.text, ready, chosen]),
  ).toEqual([
    ['<-a', true, false],
    ['b <- v', false, true],
    ['<-b', true, false],
  ]);
});

test('locks, counters and clocks', () => {
  const scene = lastScene((run) => {
    const mutex = run.object('mutex', 'mu', 2);
    const [first, second] = [run.go(1, 'a', 3), run.go(1, 'b', 4)];
    run.event('lock', first, { object: mutex, line: 5, operand: 'mu' });
    run.event('blockLock', second, { object: mutex, line: 5, operand: 'mu' });
    const timer = run.object('timer', 'timeout', 6);
    const channel = run.object('channel', '', 6, 1, 1);
    run.event('timerStart', 1, { object: timer, other: channel, number: 1e9, line: 6 });
    run.event('clockJump', 0, { number: 25e7 });
    run.receive(1, channel, 7);
  });
  const byKind = new Map(
    scene.parts.map((part): [PartShape['kind'], PartShape] => [part.kind, part]),
  );
  expect(byKind.get('mutex')).toMatchObject({
    held: true,
    inside: [{ text: 'a' }],
    queue: [{ text: 'b', hue: 'wait' }],
    label: 'Mutex mu, held by a',
  });
  expect(byKind.get('timer')).toMatchObject({
    left: 0.75,
    name: { text: 'timeout' },
    text: { text: '750 ms left' },
  });
});

test('a hundred goroutines of one go statement are one card with a bar', () => {
  const scene = lastScene((run) => {
    const jobs = run.makeChan(1, 'jobs', 0, 2);
    for (let i = 0; i < 100; i++) run.receive(run.go(1, 'worker', 3), jobs, 4);
    for (let i = 0; i < 40; i++) run.send(1, jobs, String(i), 6);
  });
  const stack = scene.parts.find((part) => part.kind === 'stack');
  expect(stack).toMatchObject({
    name: 'worker ×100',
    label: 'worker ×100: 60 blocked on receive, 40 runnable',
    bar: [{ count: 60 }, { count: 40 }],
  });
});

test('birth is a dotted wire from parent to child', () => {
  const scene = lastScene((run) => run.go(1, 'worker', 3));
  expect(scene.wires.map((wire) => `${wire.kind} ${wire.key}`)).toEqual(['spawn spawn g1 g2']);
});

test('whoever only closes what others feed has a wire for that step alone', () => {
  const run = new RecordingBuilder();
  const jobs = run.makeChan(1, 'jobs', 3, 2);
  const closer = run.go(1, 'closer', 3);
  run.send(1, jobs, '1', 4);
  run.event('close', closer, { object: jobs, line: 5, operand: 'jobs' });
  const closed = run.recording();
  run.receive(1, jobs, 6);
  const wiresOf = (recording: Recording): string[] =>
    sceneAt(recording, recording.length).wires.map((wire) => `${wire.kind} ${wire.key}`);
  expect(wiresOf(closed)).toEqual(['idle wire g1 in o1', 'live wire g2 closes o1']);
  expect(wiresOf(run.recording())).toEqual(['idle wire g1 in o1', 'live wire g1 out o1']);
});

test('closing is the message of a channel that nobody sends on', () => {
  const scene = lastScene((run) => {
    const done = run.makeChan(1, 'done', 0, 2);
    const worker = run.go(1, 'worker', 3);
    run.event('close', worker, { object: done, line: 4, operand: 'done' });
    run.event('receiveClosed', 1, { object: done, line: 5, operand: 'done' });
  });
  expect(scene.wires.map((wire) => wire.key)).toEqual(['wire g2 in o1', 'wire g1 out o1']);
});

test('no wire and no value on its way lies over the name of a channel', () => {
  for (const { recording } of [poolRecording(), deadlockRecording()]) {
    for (const options of [landscape, portrait]) {
      for (let step = 1; step <= recording.length; step++) {
        const scene = sceneAt(recording, step, null, options);
        const names = scene.parts.flatMap((part) =>
          part.kind === 'channel' ? [nameBox(part)] : [],
        );
        for (const box of [...scene.wires.flatMap(legsOf), ...scene.travels.map(restOf)]) {
          for (const name of names) expect(boxesMeet(box, name), `step ${step}`).toBe(false);
        }
      }
    }
  }
});

function nameBox({ name }: ChannelShape): Box {
  const width = codeWidth(name.text, 12);
  return { x: name.anchor === 'end' ? name.x - width : name.x, y: name.y - 9, width, height: 11 };
}

function legsOf({ points }: Scene['wires'][number]): Box[] {
  return points.slice(1).map((to, i) => {
    const from = points[i] ?? to;
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return { x, y, width: Math.abs(to.x - from.x) + 0.1, height: Math.abs(to.y - from.y) + 0.1 };
  });
}

function restOf({ token: { center, width, height } }: Scene['travels'][number]): Box {
  return { x: center.x - width / 2, y: center.y - height / 2, width, height };
}

test('upright, a ticket hangs where the wire of its goroutine comes in', () => {
  const { recording } = deadlockRecording();
  const scene = sceneAt(recording, recording.length, null, portrait);
  const results = scene.parts.find(
    (part) => part.kind === 'channel' && part.sendTickets.length > 0,
  );
  if (results?.kind !== 'channel') throw new Error('nobody waits');
  const middle = results.box.x + results.box.width / 2;
  const sides = results.sendTickets.map((ticket) => (ticket.x < middle ? 'left' : 'right'));
  expect(new Set(sides)).toEqual(new Set(['left', 'right']));
  for (const ticket of results.sendTickets) {
    const wire = scene.wires.find(
      ({ key }) => key === `wire g${ticket.goroutine} in ${results.key}`,
    );
    const end = wire?.points.at(-1);
    const edge = ticket.x < middle ? ticket.x - 2 : ticket.x + ticket.width + 2;
    expect(end).toEqual({ x: edge, y: ticket.y });
  }
});
