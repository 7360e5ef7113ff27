// Whether a media query holds, as state.

import { useSyncExternalStore } from 'react';

/** True while the query matches. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
  );
}

/** One column, portrait stage, tabs at the bottom. */
export const phoneQuery = '(max-width: 820px)';

/** The person asked the system for less motion. */
export const calmQuery = '(prefers-reduced-motion: reduce)';
