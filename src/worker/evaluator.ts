// Ways to turn emitted text into functions. Where the host's policy forbids `new Function`, all units
// of a program are imported at once, as a module from a `blob:` address; nothing else may ask then.
// Invariant: the text comes from engine/code alone, never from the user's source.

import { type RunOptions, unitBodies } from '../engine/engine.ts';

type Evaluate = RunOptions['evaluate'];
type Program = Parameters<typeof unitBodies>[0];
type Unit = ReturnType<Evaluate>;

/** What a program's units are evaluated with, here. */
export async function evaluatorFor(
  program: Program,
  options: { readonly race?: boolean } = {},
): Promise<Evaluate> {
  return mayEvaluate() ? evaluateNow : await importAhead(unitBodies(program, options));
}

const evaluateNow: Evaluate = (names, body) => new Function(...names, body) as Unit;

function mayEvaluate(): boolean {
  try {
    return new Function('return true')() === true;
  } catch {
    return false;
  }
}

async function importAhead(units: readonly string[]): Promise<Evaluate> {
  const bodies = [...new Set(units)];
  const functions = bodies.map((body) => `(A,K)=>{${body}\n}`);
  const text = `export const units=[${functions.join(',\n')}]`;
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  try {
    const module: { readonly units: readonly Unit[] } = await import(/* @vite-ignore */ address);
    const known = new Map(bodies.map((body, i) => [body, module.units[i]]));
    return (_names, body) => {
      const unit = known.get(body);
      if (unit === undefined) throw new Error('Broken invariant: a unit was not imported ahead');
      return unit;
    };
  } finally {
    URL.revokeObjectURL(address);
  }
}
