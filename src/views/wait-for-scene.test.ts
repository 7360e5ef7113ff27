// The wait-for picture: only what takes part, where it stands in the topology, the cycle numbered.

import { expect, test } from 'vitest';
import { waitForGraph } from '../engine/analysis/wait-for-graph.ts';
import { foldTo } from '../engine/trace/fold.ts';
import type { Recording } from '../engine/trace/recording.ts';
import { RecordingBuilder } from '../engine/trace/testing/recording-builder.ts';
import { deadlockRecording, poolRecording } from '../engine/trace/testing/recordings.ts';
import { modelRun } from './run-model.ts';
import type { Scene } from './shapes.ts';
import { layoutTopologyNow } from './topology-layout.ts';
import { modelTopology } from './topology-model.ts';
import { topologyScene } from './topology-scene.ts';
import { waitForScene } from './wait-for-scene.ts';

function scenesOf(
  recording: Recording,
  step: number,
): { readonly waitFor: Scene; readonly topology: Scene } {
  const run = modelRun(recording);
  const layout = layoutTopologyNow(modelTopology(run));
  const world = foldTo(recording, step);
  const context = { run, layout, world, event: recording.readEvent(step - 1), selection: null };
  const graph = waitForGraph(recording, run.usage, world);
  return { waitFor: waitForScene(context, graph), topology: topologyScene(context) };
}

function wiresOf(scene: Scene): string[] {
  return scene.wires.map((wire) => `${wire.kind} ${wire.key}`);
}

test('the deadlocked pool: a cycle of four edges, the other workers thin', () => {
  const { recording } = deadlockRecording();
  const { waitFor } = scenesOf(recording, recording.length);
  expect(wiresOf(waitFor)).toEqual([
    'cycleThin waits g2 o2 send',
    'cycleThin waits g4 o2 send',
    'cycleThin supplies o3 g2 done',
    'cycleThin supplies o3 g4 done',
    'cycle waits g1 o3 wait',
    'cycle waits g3 o2 send',
    'cycle supplies o3 g3 done',
    'cycle supplies o2 g1 receive',
  ]);
  expect(waitFor.marks.map((mark) => mark.number)).toEqual([1, 2, 3, 4]);
  expect(waitFor.label).toBe('Wait-for graph: 4 goroutines wait, 2 of them in a circle');
});

test('the deadlocked pool: waiting leads away on the right, help would come from elsewhere', () => {
  const { recording } = deadlockRecording();
  const { waitFor } = scenesOf(recording, recording.length);
  const rightOf = (key: string): number => {
    const box = waitFor.parts.find((part) => part.key === key)?.box;
    return box === undefined ? Infinity : box.x + box.width;
  };
  for (const { key, points } of waitFor.wires) {
    const worker = /\bg[234]\b/.exec(key)?.[0];
    if (worker === undefined) continue;
    const end = key.startsWith('waits') ? points[0] : points.at(-1);
    expect(end?.x === rightOf(worker), key).toBe(key.startsWith('waits'));
  }
});

test('things stay where they are; what takes no part is not there', () => {
  const { recording } = deadlockRecording();
  const { waitFor, topology } = scenesOf(recording, recording.length);
  const places = new Map(topology.parts.map((part) => [part.key, part.box]));
  for (const part of waitFor.parts) expect(part.box).toEqual(places.get(part.key));
  expect(waitFor.parts.map((part) => part.key)).not.toContain('o1');
  expect(topology.parts.map((part) => part.key)).toContain('o1');
});

test('while the program runs, waits are amber and nothing is numbered', () => {
  const { waitFor } = scenesOf(poolRecording().recording, 24);
  expect(wiresOf(waitFor)).toEqual(['wait waits g3 o2 send', 'idle supplies o2 g1 receive']);
  expect(waitFor.marks).toEqual([]);
});

test('a mutex locked twice is a cycle of one goroutine and one lock', () => {
  const run = new RecordingBuilder();
  const mutex = run.object('mutex', 'mu', 3);
  run.event('lock', 1, { object: mutex, line: 4, operand: 'mu' });
  run.event('blockLock', 1, { object: mutex, line: 5, operand: 'mu' });
  run.event('deadlock', 0);
  const recording = run.recording();
  const { waitFor } = scenesOf(recording, recording.length);
  expect(waitFor.wires.map((wire) => wire.kind)).toEqual(['cycle', 'cycle']);
  expect(waitFor.parts.map((part) => part.key)).toEqual(['g1', 'o1']);
});
