// Who stands where in the source at the cursor, as long as the source is the one that was run.

import { useMemo } from 'react';
import type { EditorMark } from '../../views/inspector-shapes.ts';
import { viewsOf } from '../store/derived.ts';
import { usePage } from '../store/store.ts';

const none: readonly EditorMark[] = [];

/** The marks; none once the text has been edited, for lines may have moved. */
export function useMarks(): readonly EditorMark[] {
  const run = usePage((state) => state.run);
  const cursor = usePage((state) => state.cursor);
  const isCurrent = usePage((state) => state.run !== null && state.text === state.run.text);
  return useMemo(
    () => (run === null || !isCurrent ? none : viewsOf(run.recording).editorMarks(cursor)),
    [run, cursor, isCurrent],
  );
}
