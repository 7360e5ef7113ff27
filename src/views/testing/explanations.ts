// The explanation of a recording's last world as plain numbered lines, for tests.

import { explain } from '../../engine/analysis/explanation.ts';
import { waitForGraph } from '../../engine/analysis/wait-for-graph.ts';
import { foldTo } from '../../engine/trace/fold.ts';
import type { Recording } from '../../engine/trace/recording.ts';
import { plainText } from '../prose.ts';
import { modelRun } from '../run-model.ts';

/** `1 main waits in wg.Wait() …`, then what is true of the rest. */
export function explanationOf(recording: Recording): string[] {
  const run = modelRun(recording);
  const world = foldTo(recording, recording.length);
  const graph = waitForGraph(recording, run.usage, world);
  const { kind, steps, rest } = explain(run.usage, world, graph);
  const lines = steps.map(({ number, sentence }) => {
    return `${number} ${plainText(run.labels.prose(sentence))}`;
  });
  return [kind, ...lines, ...(rest.length === 0 ? [] : [plainText(run.labels.prose(rest))])];
}
