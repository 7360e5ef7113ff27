// All captions of a recording as plain text, for tests that read like the run itself.

import { WorldHistory } from '../../engine/trace/fold.ts';
import type { Recording } from '../../engine/trace/recording.ts';
import { captionOf } from '../caption.ts';
import { plainText } from '../prose.ts';
import { modelRun } from '../run-model.ts';

/** One line per event: `3 main starts worker 1, …`. */
export function captionsOf(recording: Recording): string[] {
  const run = modelRun(recording);
  const history = new WorldHistory(recording);
  return Array.from({ length: recording.length }, (_, i) => {
    const before = history.worldAt(i);
    const after = history.worldAt(i + 1);
    return plainText(captionOf({ run, event: recording.readEvent(i), before, after }));
  });
}
