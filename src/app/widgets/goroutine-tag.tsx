// A goroutine's monogram in its state at the cursor, in HTML.

import type { GoroutineId } from '../../engine/trace/trace-event.ts';
import { lookAt } from '../../views/run-model.ts';
import { viewsOf } from '../store/derived.ts';
import { usePage } from '../store/store.ts';

/** The tag; nothing while there is no run. */
export function GoroutineTag({
  id,
  big = false,
}: {
  readonly id: GoroutineId;
  readonly big?: boolean;
}) {
  const run = usePage((state) => state.run);
  const cursor = usePage((state) => state.cursor);
  if (run === null) return null;
  const views = viewsOf(run.recording);
  const { hue } = lookAt(views.run, views.worldAt(cursor), id);
  return (
    <span className={`gch s-${hue}${big ? ' big' : ''}`}>
      {views.run.labels.goroutine(id).monogram}
    </span>
  );
}
