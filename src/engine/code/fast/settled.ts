// Which registers a function writes into its frame as soon as it assigns to them, so that they need
// not be put there each time the goroutine stops: those that are assigned to outside loops only,
// the channels and settings that a loop works with, and those that are never assigned to.
// Invariant: a loop is all that lies between the target of a jump backwards and the jump.

import type { Instruction } from '../../go/ir/instruction.ts';
import type { LocalId } from '../../go/ir/ids.ts';
import type { Func } from '../../go/ir/program.ts';
import { partsOf } from '../../go/ir/walk-ir.ts';
import { successors } from './control-flow.ts';

/** None where the goroutine does not stop in the function itself. */
export function settledRegisters(func: Func): ReadonlySet<LocalId> {
  const { code } = func;
  if (!code.some(({ kind }) => stops.has(kind))) return new Set();
  const settled = new Set<LocalId>(func.locals.keys());
  const loops = loopsOf(code);
  code.forEach((instruction, pc) => {
    const isOnce = isDirect(instruction) && !loops.some(([from, to]) => from <= pc && pc <= to);
    if (!isOnce) for (const local of writtenBy(instruction)) settled.delete(local);
  });
  return settled;
}

/** The registers that a statement assigns to. */
export function writtenBy(instruction: Instruction): readonly LocalId[] {
  const { places, writes } = partsOf(instruction);
  const assigned = places.flatMap((place) => (place.kind === 'local' ? [place.local] : []));
  return [...writes, ...assigned];
}

const stops: ReadonlySet<Instruction['kind']> = new Set(['send', 'receive', 'select']);

/** Done before anything else can happen, in one way only. */
function isDirect({ kind }: Instruction): boolean {
  return kind === 'assign' || kind === 'assignAll' || kind === 'newCell' || kind === 'makeChan';
}

function loopsOf(code: readonly Instruction[]): readonly (readonly [number, number])[] {
  return code.flatMap((instruction, pc) =>
    successors(instruction, pc)
      .filter((target) => target <= pc)
      .map((target) => [target, pc] as const),
  );
}
