// The sentence under the picture: what just happened, and what follows from it. For screen readers
// it is a polite live region that speaks at most once a second.

import { useEffect, useRef, useState } from 'react';
import { plainText } from '../../views/prose.ts';
import { viewsOf } from '../store/derived.ts';
import { usePage } from '../store/store.ts';
import { ProseText } from '../widgets/prose-text.tsx';

const spokenEveryMs = 1000;

/** The caption of the step at the cursor. */
export function Caption() {
  const run = usePage((state) => state.run);
  const cursor = usePage((state) => state.cursor);
  const view = usePage((state) => state.view);
  if (run === null) return null;
  const views = viewsOf(run.recording);
  const prose = views.caption(cursor);
  const spoken = (view === 'waitFor' ? views.deadEndCaption(cursor) : null) ?? prose;
  return (
    <div className="cap">
      <p data-testid="caption">
        <ProseText prose={spoken} />
      </p>
      <Spoken text={plainText(spoken)} />
    </div>
  );
}

/** Says the newest text, never more often than once a second. */
function Spoken({ text }: { readonly text: string }) {
  const [said, setSaid] = useState(text);
  const lastMs = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, lastMs.current + spokenEveryMs - performance.now());
    const timer = setTimeout(() => {
      lastMs.current = performance.now();
      setSaid(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  );
}
