// Only the rows that can be seen: a list of a million lines costs as much as a screenful.
// Invariant: the list is never higher than browsers can lay out; beyond that, scrolling goes through
// it faster than it moves it.

import { type RefObject, useCallback, useEffect, useState } from 'react';

export interface Rows {
  readonly first: number;
  readonly count: number;
  /** Px of the whole list. */
  readonly height: number;
  readonly topOf: (index: number) => number;
  /** Scrolls so that a row is seen, if it is not. */
  readonly scrollTo: (row: number) => void;
}

const spare = 6;
/** Px; some browsers draw nothing beyond 17 million. */
const maxHeight = 8_000_000;

/** The rows of a scrolling frame that are, or nearly are, in sight. */
export function useRows(
  frame: RefObject<HTMLElement | null>,
  total: number,
  rowHeight: number,
): Rows {
  const [seen, setSeen] = useState({ top: 0, height: 400 });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const read = (): void => setSeen({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [frame]);
  const wanted = total * rowHeight;
  const scrollTo = useCallback(
    (row: number) => {
      const element = frame.current;
      if (element === null) return;
      const height = element.clientHeight;
      const faster = speedOf(wanted, height);
      const from = element.scrollTop * faster;
      const top = Math.max(row, 0) * rowHeight;
      const isBelow = top + 2 * rowHeight > from + height;
      const isAbove = top < from;
      if (isBelow) element.scrollTop = (top + 2.5 * rowHeight - height) / faster;
      else if (isAbove) element.scrollTop = (top - rowHeight) / faster;
    },
    [frame, rowHeight, wanted],
  );
  // Where the frame's top would be in the list at its full height.
  const from = seen.top * speedOf(wanted, seen.height);
  const first = Math.max(Math.floor(from / rowHeight) - spare, 0);
  const count = Math.min(Math.ceil(seen.height / rowHeight) + 2 * spare, total - first);
  return {
    first,
    count: Math.max(count, 0),
    height: Math.min(wanted, maxHeight),
    topOf: (index) => (first + index) * rowHeight - from + seen.top,
    scrollTo,
  };
}

/** How many px of the full list pass while it is scrolled by one. */
function speedOf(wanted: number, height: number): number {
  return wanted <= maxHeight ? 1 : (wanted - height) / (maxHeight - height);
}
