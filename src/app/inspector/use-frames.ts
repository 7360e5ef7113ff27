// Stack and locals of a goroutine at the cursor, asked of the simulator.

import { useEffect, useState } from 'react';
import type { GoroutineId } from '../../engine/trace/trace-event.ts';
import type { Frame } from '../../worker/protocol.ts';
import { inspect } from '../store/running.ts';
import { usePage } from '../store/store.ts';

/** Frames, innermost first; null while none have ever arrived for this goroutine. */
export function useFrames(goroutine: GoroutineId): readonly Frame[] | null {
  const run = usePage((state) => state.run);
  const cursor = usePage((state) => state.cursor);
  const playing = usePage((state) => state.playing && state.speed > 4);
  const [known, setKnown] = useState<{ goroutine: GoroutineId; frames: readonly Frame[] } | null>(
    null,
  );
  useEffect(() => {
    if (run === null || playing) return;
    let current = true;
    const receive = (frames: readonly Frame[] | null): void => {
      if (current) setKnown(frames === null ? null : { goroutine, frames });
    };
    inspect(run.id, cursor, goroutine).then(receive, () => receive(null));
    return () => {
      current = false;
    };
  }, [run, cursor, goroutine, playing]);
  return known !== null && known.goroutine === goroutine ? known.frames : null;
}
