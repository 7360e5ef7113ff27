// Runs a machine piece by piece, so that output gets out while it runs and Ctrl-C gets in.
// Invariant: how the pieces are cut has no influence on the run.

import process from 'node:process';
import type { Run } from '../engine/engine.ts';

/** A piece takes about so long: output comes smoothly, and Ctrl-C is heard at once. */
const pieceMs = 40;
const firstPiece = 20_000;
const maxPiece = 50_000_000;

/** Runs to the end, or until SIGINT; says which. `afterPiece` may pass on what was written. */
export async function runInPieces(
  run: Run,
  afterPiece: () => void,
): Promise<'ended' | 'interrupted'> {
  const { machine } = run;
  let isInterrupted = false;
  const interrupt = (): void => {
    isInterrupted = true;
  };
  process.on('SIGINT', interrupt);
  try {
    let piece = firstPiece;
    while (machine.verdict === null && !isInterrupted) {
      const before = performance.now();
      machine.run(piece);
      const tookMs = Math.max(performance.now() - before, 0.1);
      const fitting = Math.round((piece * pieceMs) / tookMs);
      piece = Math.max(1000, Math.min(fitting, piece * 4, maxPiece));
      afterPiece();
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
  return machine.verdict === null ? 'interrupted' : 'ended';
}
