// The layout of a whole run: everything has a place, nothing overlaps, no wire crosses a part, and
// the same run always looks the same.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordingBuilder } from '../engine/trace/testing/recording-builder.ts';
import { deadlockRecording, poolRecording } from '../engine/trace/testing/recordings.ts';
import type { Recording } from '../engine/trace/recording.ts';
import { type Box, boxesMeet, type Point } from './geometry.ts';
import { modelRun } from './run-model.ts';
import {
  askElk,
  isLarge,
  landscape,
  layoutTopologyByElk,
  layoutTopologyNow,
  moveNodes,
  portrait,
  type TopologyLayout,
  wide,
} from './topology-layout.ts';
import { modelTopology, type TopologyGraph } from './topology-model.ts';
import { rankUnits } from './topology-units.ts';

function graphOf(recording: Recording): TopologyGraph {
  return modelTopology(modelRun(recording));
}

/** Ranks and floor as text: `feeder → jobs → worker 1, worker 2 → …`. */
function ranksOf(recording: Recording): string {
  const { ranks, floor } = rankUnits(graphOf(recording));
  const names = (units: readonly { nodes: readonly { name: string }[] }[]): string =>
    units.map((unit) => unit.nodes.map((node) => node.name).join(', ')).join(' | ');
  const flow = ranks.map(names).join(' → ');
  return floor.length === 0 ? flow : `${flow}; below: ${names(floor)}`;
}

/** A program of goroutines that use channels and locks as the numbers say. */
function randomRecording(uses: readonly (readonly [number, number, number])[]): Recording {
  const run = new RecordingBuilder();
  const channels = [0, 1, 3].map((capacity, i) => run.makeChan(1, `c${i}`, capacity, i + 2));
  const mutex = run.object('mutex', 'mu', 5);
  const timer = run.object('timer', 'timeout', 5);
  const ticks = run.object('channel', '', 5, 1, 1);
  run.event('timerStart', 1, { object: timer, other: ticks, number: 5, line: 5 });
  const workers = [1, 2, 3, 4, 5].map((i) =>
    run.go(1, i < 4 ? 'worker' : `other${i}`, i < 4 ? 6 : i + 6),
  );
  for (const [who, what, how] of uses) {
    const goroutine = [1, ...workers][who] ?? 1;
    const channel = [...channels, ticks][what];
    if (run.world().goroutines.get(goroutine as never)?.status === 'waiting') continue;
    if (channel === undefined)
      run.event('lock', goroutine, { object: mutex, line: 20, operand: 'mu' });
    else if (how === 0 && channel !== ticks) run.send(goroutine, channel, '1', 21);
    else if (how === 1) run.receive(goroutine, channel, 22);
    else run.select(goroutine, [{ channel }, { channel: channels[0] ?? channel }], -1, 23);
  }
  return run.recording();
}

const programs = fc
  .array(fc.tuple(fc.nat(5), fc.nat(4), fc.nat(2)), { minLength: 1, maxLength: 14 })
  .map(randomRecording);

function crosses(points: readonly Point[], box: Box): boolean {
  const inner = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
  return points.some((to, i) => {
    const from = points[i - 1];
    if (from === undefined) return false;
    const leg = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.max(Math.abs(from.x - to.x), 0.01),
      height: Math.max(Math.abs(from.y - to.y), 0.01),
    };
    return boxesMeet(leg, inner);
  });
}

function expectSound(layout: TopologyLayout): void {
  const { graph, placement, wires } = layout;
  expect([...placement.boxes.keys()].sort()).toEqual(graph.nodes.map((node) => node.key).sort());
  const boxes = [...placement.boxes];
  boxes.forEach(([key, box], i) => {
    for (const [other, otherBox] of boxes.slice(i + 1)) {
      expect(boxesMeet(box, otherBox), `${key} overlaps ${other}`).toBe(false);
    }
  });
  for (const edge of graph.edges) {
    const points = wires.get(edge.key) ?? [];
    expect(points.length, edge.key).toBeGreaterThan(1);
    for (const [key, box] of boxes) {
      expect(crosses(points, box), `${edge.key} crosses ${key}`).toBe(false);
    }
    points.forEach((to, i) => {
      const from = points[i - 1] ?? to;
      expect(Math.min(Math.abs(from.x - to.x), Math.abs(from.y - to.y))).toBeLessThan(0.1);
    });
  }
}

describe('ranks', () => {
  test('data flows from the feeder over the workers to main', () => {
    expect(ranksOf(poolRecording().recording)).toBe(
      'feeder → jobs → worker 1, worker 2, worker 3 → results → main; below: wg',
    );
  });

  test('a goroutine that both starts and ends the flow goes below', () => {
    expect(ranksOf(deadlockRecording().recording)).toBe(
      'jobs → worker 1, worker 2, worker 3 → results; below: wg | main',
    );
  });

  test('a program without data flow shows who was started', () => {
    const run = new RecordingBuilder();
    run.go(1, 'worker', 3);
    expect(ranksOf(run.recording())).toBe('main → worker');
  });
});

describe('sound layouts', () => {
  for (const [name, options] of Object.entries({ landscape, portrait, wide })) {
    test(`${name}: of the pool and of its deadlock`, () => {
      expectSound(layoutTopologyNow(graphOf(poolRecording().recording), options));
      expectSound(layoutTopologyNow(graphOf(deadlockRecording().recording), options));
    });

    test(`${name}: of any program`, () => {
      fc.assert(
        fc.property(programs, (recording) => {
          const graph = graphOf(recording);
          const layout = layoutTopologyNow(graph, options);
          expectSound(layout);
          expect(layoutTopologyNow(graph, options)).toEqual(layout);
        }),
        { numRuns: 40 },
      );
    });
  }

  test('the three workers of one go statement stand in one column, in order', () => {
    const { placement } = layoutTopologyNow(graphOf(poolRecording().recording));
    const boxes = ['g2', 'g3', 'g4'].map((key) => placement.boxes.get(key));
    expect(new Set(boxes.map((box) => box?.x)).size).toBe(1);
    const tops = boxes.map((box) => box?.y ?? 0);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  test('wires of one side of a channel share their trunk', () => {
    const layout = layoutTopologyNow(graphOf(poolRecording().recording));
    const jobs = ['g2', 'g3', 'g4'].map((key) => layout.wires.get(`${key} out o1`)?.[0]);
    expect(new Set(jobs.map((point) => JSON.stringify(point))).size).toBe(1);
  });

  test('a dragged node keeps its place and its wires follow', () => {
    const layout = layoutTopologyNow(graphOf(poolRecording().recording));
    const moved = moveNodes(layout, new Map([['o1', { x: 300, y: 400 }]]));
    expect(moved.placement.boxes.get('o1')).toMatchObject({ x: 300, y: 400 });
    expect(moved.wires.get('g5 in o1')?.at(-1)?.x).toBe(300);
    expectSound(moved);
  });
});

describe('legibility', () => {
  /** A chain of stages with a channel between neighbours. */
  function chain(length: number): TopologyGraph {
    const run = new RecordingBuilder();
    let before = run.makeChan(1, 'first', 1, 2);
    for (let i = 0; i < length; i++) {
      const stage = run.go(1, `stage${i}`, 3 + i);
      const next = run.makeChan(1, `c${i}`, 0, 20 + i);
      run.receive(stage, before, 60 + i);
      run.send(stage, next, '1', 40 + i);
      before = next;
    }
    return graphOf(run.recording());
  }

  test('the pool fills a phone at full size: what has no wires stands where a row has room', () => {
    const { viewBox, placement } = layoutTopologyNow(graphOf(poolRecording().recording), portrait);
    expect(viewBox.width).toBeLessThanOrEqual(396);
    expect(viewBox.height).toBeLessThanOrEqual(530);
    const [feeder, counter] = ['g5', 'o3'].map((key) => placement.boxes.get(key));
    const middle = (box: Box | undefined): number =>
      box === undefined ? 0 : box.y + box.height / 2;
    expect(middle(counter)).toBe(middle(feeder));
  });

  test('a lone source stands above the entrance that it feeds', () => {
    const { wires } = layoutTopologyNow(graphOf(poolRecording().recording), portrait);
    expect(wires.get('g5 in o1')).toHaveLength(3);
  });

  test('a flow too long for a row moves together, breaks into lines, or runs downwards', () => {
    const scaleOf = ({ viewBox }: TopologyLayout): number =>
      Math.min(680 / viewBox.width, 450 / viewBox.height);
    const short = layoutTopologyNow(chain(1));
    expect(short.options).toEqual(landscape);
    for (const length of [3, 4, 6]) {
      const layout = layoutTopologyNow(chain(length));
      expectSound(layout);
      expect(layout.options).not.toEqual(landscape);
      expect(scaleOf(layout)).toBeGreaterThan(scaleOf(layoutTopologyNow(chain(length), wide)));
      if (length < 6) expect(scaleOf(layout)).toBeGreaterThan(0.8);
    }
  });

  test('in portrait a rank too wide for a phone becomes several', () => {
    const run = new RecordingBuilder();
    for (let i = 0; i < 4; i++) {
      const answer = run.makeChan(1, `answer${i}`, 1, 2 + i);
      run.send(run.go(1, 'server', 9), answer, '"something"', 10);
      run.receive(1, answer, 12 + i);
    }
    const layout = layoutTopologyNow(graphOf(run.recording()), portrait);
    expectSound(layout);
    expect(layout.viewBox.width).toBeLessThanOrEqual(420);
  });
});

describe('large graphs', () => {
  /** Sixteen stages in a row. */
  function pipeline(): TopologyGraph {
    const run = new RecordingBuilder();
    let before = run.makeChan(1, 'first', 1, 2);
    for (let i = 0; i < 8; i++) {
      const stage = run.go(1, `stage${i}`, 3 + i);
      const next = run.makeChan(1, `c${i}`, 1, 20 + i);
      run.send(stage, next, '1', 40 + i);
      run.receive(stage, before, 60 + i);
      before = next;
    }
    return graphOf(run.recording());
  }

  test('are placed by ELK, unit for unit', () => {
    const graph = pipeline();
    expect(isLarge(graph)).toBe(true);
    expect(isLarge(graphOf(poolRecording().recording))).toBe(false);
    const input = askElk(graph);
    expect(input.layoutOptions?.['elk.direction']).toBe('RIGHT');
    expect(input.children).toHaveLength(18);
    expect(input.edges).toHaveLength(16);
    const children = (input.children ?? []).map((child, i) => ({ ...child, x: i * 300, y: 0 }));
    expectSound(layoutTopologyByElk(graph, { ...input, children }));
  });
});
