// Whether some time has passed since something began, as state.

import { useEffect, useState } from 'react';

/** True when `since` (as `performance.now()`) lies more than `afterMs` back; false for null. */
export function useElapsed(since: number | null, afterMs: number): boolean {
  const [passedFor, setPassedFor] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return;
    const wait = Math.max(0, since + afterMs - performance.now());
    const timer = setTimeout(() => setPassedFor(since), wait);
    return () => clearTimeout(timer);
  }, [since, afterMs]);
  return since !== null && passedFor === since;
}
