// The fold of a trace that is still being written: it sees the objects that have come meanwhile.

import type { Trace } from '../../trace/trace.ts';
import { WorldFold } from '../../trace/world-fold.ts';

/** Begins before the first event, on so many processors at 10 ns a statement. */
export function growingFold(trace: Trace, processors: number): WorldFold {
  const context = {
    get objects() {
      return trace.objects;
    },
    nanosecondsPerStatement: 10,
    processors,
  };
  return new WorldFold(context, null);
}
