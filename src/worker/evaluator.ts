// Ways to turn emitted text into functions. Where the host's policy forbids `new Function`, all units
// of a program are imported at once, as a module from a `blob:` address; nothing else may ask then.
// Invariants: the text comes from engine/code alone, never from the user's source; a text is imported
// once, because a worker forgets no module, and programs that are edited have most of it in common.

import { type RunOptions, unitBodies } from '../engine/engine.ts';
import { nextTask } from './next-task.ts';

export type Evaluate = RunOptions['evaluate'];
type Program = Parameters<typeof unitBodies>[0];
type Unit = ReturnType<Evaluate>;

/** Text is made for about so long before messages are let through. */
const partMs = 8;

/**
 * What a program's units are evaluated with, here. Messages get through while the text is made;
 * null if `isWanted` says no then.
 */
export async function evaluatorFor(
  program: Program,
  options: { readonly race?: boolean; readonly isWanted: () => boolean },
): Promise<Evaluate | null> {
  if (mayEvaluate()) return evaluateNow;
  const bodies = new Set<string>();
  let since = performance.now();
  for (const body of unitBodies(program, options)) {
    bodies.add(body);
    if (performance.now() - since < partMs) continue;
    await nextTask();
    if (!options.isWanted()) return null;
    since = performance.now();
  }
  return await importAhead([...bodies]);
}

const evaluateNow: Evaluate = (names, body) => new Function(...names, body) as Unit;

function mayEvaluate(): boolean {
  try {
    return new Function('return true')() === true;
  } catch {
    return false;
  }
}

/** What has been imported so far: a unit depends on its text alone. */
const imported = new Map<string, Unit>();

const evaluateImported: Evaluate = (_names, body) => {
  const unit = imported.get(body);
  if (unit === undefined) throw new Error('Broken invariant: a unit was not imported ahead');
  return unit;
};

async function importAhead(all: readonly string[]): Promise<Evaluate> {
  const bodies = all.filter((body) => !imported.has(body));
  if (bodies.length === 0) return evaluateImported;
  const functions = bodies.map((body) => `(A,K)=>{${body}\n}`);
  const text = `export const units=[${functions.join(',\n')}]`;
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  try {
    const module: { readonly units: readonly Unit[] } = await import(/* @vite-ignore */ address);
    bodies.forEach((body, i) => {
      const unit = module.units[i];
      if (unit !== undefined) imported.set(body, unit);
    });
    return evaluateImported;
  } finally {
    URL.revokeObjectURL(address);
  }
}
