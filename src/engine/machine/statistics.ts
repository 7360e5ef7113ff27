// What package runtime reports of the machine.

import type { Goroutine } from './goroutine.ts';
import { heapSize } from './heap-walk.ts';
import type { Statistics } from './native.ts';
import type { Runtime } from './runtime.ts';
import { placeAt, stackOf } from './stack.ts';
import { goroutineTrace } from './traceback.ts';

/** As the goroutine sees it. */
export function statisticsOf(
  runtime: Runtime,
  goroutine: Goroutine,
  setProcessors: (count: number) => void,
): Statistics {
  const { program, state } = runtime;
  return {
    goroutines: state.alive,
    processors: state.processors.length,
    cpus: runtime.parts.processors,
    races: state.reports,
    setProcessors,
    heap: () => heapSize(state),
    callers: stackOf(program, goroutine).map(({ place }) => place),
    placeAt: (pc) => placeAt(program, pc),
    stackText: (all) => {
      const others = state.living().filter((other) => all && other !== goroutine);
      const traces = [goroutine, ...others].map((each) => goroutineTrace(program, each, goroutine));
      return traces.join('\n');
    },
  };
}
