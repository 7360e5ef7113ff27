// The editor's pane: the file's tab, Format and Run, the editor, and what is wrong below it.
// Monaco arrives when the browser is idle after the first picture, which would have to wait for it;
// until then, on phones, and where it fails to load, a listing stands in its place.

import { lazy, Suspense, useEffect, useState } from 'react';
import { formatSource } from '../store/formatting.ts';
import { usePage } from '../store/store.ts';
import { LoadGuard } from '../widgets/load-guard.tsx';
import { phoneQuery, useMedia } from '../widgets/use-media.ts';
import { RunButton } from '../widgets/run-button.tsx';
import { DiagnosticList } from './diagnostic-list.tsx';
import { Listing } from './listing.tsx';

const MonacoEditor = lazy(async () => {
  const module = await import('./monaco-editor.tsx');
  return { default: module.MonacoEditor };
});

/** The pane. */
export function SourcePane() {
  const phone = useMedia(phoneQuery);
  const idle = useIdle();
  return (
    <section className="pane p-ed" aria-label="Editor">
      <div className="ph">
        <div className="tabs">
          <span className="on">main.go</span>
        </div>
        <div className="r">
          <button type="button" className="btn" onClick={formatSource}>
            Format
          </button>
          <RunButton />
        </div>
      </div>
      {idle && !phone ? (
        <LoadGuard fallback={<Listing />}>
          <Suspense fallback={<Listing />}>
            <MonacoEditor />
          </Suspense>
        </LoadGuard>
      ) : (
        <Listing />
      )}
      <DiagnosticList />
    </section>
  );
}

/** The editor waits no longer for a picture. */
const pictureMaxMs = 1500;

/** False until the first picture is drawn, true when the browser has nothing better to do then. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  const [isLate, setLate] = useState(false);
  const isFirstRunOver = usePage(({ run, refusal }) => run !== null || refusal !== null);
  const mayLoad = isFirstRunOver || isLate;
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), pictureMaxMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!mayLoad) return;
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(() => setIdle(true), 300);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(() => setIdle(true), { timeout: 2500 });
    return () => cancelIdleCallback(handle);
  }, [mayLoad]);
  return idle;
}
