// What follows from a run is the same whether or not another one was shown before.

import { expect, test } from 'vitest';
import { poolRecording } from '../../engine/trace/testing/recordings.ts';
import { layoutTopologyNow } from '../../views/topology-layout.ts';
import { type Orientation, placeOptions, RunViews } from './derived.ts';

const orientations: readonly Orientation[] = ['landscape', 'portrait'];

test('a run like the one before is placed as it would be alone', () => {
  for (const orientation of orientations) {
    const first = new RunViews(poolRecording().recording).layout(orientation);
    const views = new RunViews(poolRecording().recording);
    const second = views.layout(orientation);
    expect(second).toEqual(layoutTopologyNow(views.graph, placeOptions[orientation]));
    expect(second.placement).toBe(first.placement);
    expect(second.graph).toBe(views.graph);
  }
});

test('a run unlike it is placed anew', () => {
  const pool = new RunViews(poolRecording().recording);
  const before = pool.layout('landscape');
  const { recording } = poolRecording();
  const renamed = new RunViews({
    ...recording,
    sites: recording.sites.map((site) => ({
      ...site,
      goroutineName: site.goroutineName === '' ? '' : `${site.goroutineName} renamed`,
    })),
  });
  expect(renamed.layout('landscape').placement).not.toBe(before.placement);
  expect(renamed.layout('landscape')).toEqual(
    layoutTopologyNow(renamed.graph, placeOptions.landscape),
  );
});
