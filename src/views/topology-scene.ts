// The stage at one step: the layout of the run, filled with the world. Pure: the same step gives
// the same scene, whichever way one came there.

import { forkShape } from './scene-fork.ts';
import { goroutineShape, sceneLabel, stackShape } from './scene-card.ts';
import type { SceneContext } from './scene-context.ts';
import { objectShape } from './scene-sync.ts';
import { wiresOf } from './scene-wires.ts';
import type { ForkShape, PartShape, Scene } from './shapes.ts';

/** The topology at this step. */
export function topologyScene(context: SceneContext): Scene {
  const parts: PartShape[] = [];
  const forks: ForkShape[] = [];
  for (const node of context.layout.graph.nodes) {
    const box = context.layout.placement.boxes.get(node.key);
    if (box === undefined) continue;
    const part =
      node.kind === 'goroutine'
        ? goroutineShape(context, node, box)
        : node.kind === 'stack'
          ? stackShape(context, node, box)
          : objectShape(context, node, box);
    if (part === null) continue;
    parts.push(part);
    const fork = node.kind === 'goroutine' && !part.dim ? forkShape(context, node, box) : null;
    if (fork !== null) forks.push(fork);
  }
  return {
    viewBox: context.layout.viewBox,
    ...wiresOf(context, parts),
    parts,
    forks,
    marks: [],
    label: sceneLabel(context),
  };
}
