// Only the rows that can be seen: a list of a hundred thousand lines costs as much as a screenful.

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
  const scrollTo = useCallback(
    (row: number) => {
      const element = frame.current;
      if (element === null) return;
      const top = Math.max(row, 0) * rowHeight;
      const isBelow = top + 2 * rowHeight > element.scrollTop + element.clientHeight;
      const isAbove = top < element.scrollTop;
      if (isBelow) element.scrollTop = top + 2.5 * rowHeight - element.clientHeight;
      else if (isAbove) element.scrollTop = top - rowHeight;
    },
    [frame, rowHeight],
  );
  const first = Math.max(Math.floor(seen.top / rowHeight) - spare, 0);
  const count = Math.min(Math.ceil(seen.height / rowHeight) + 2 * spare, total - first);
  return {
    first,
    count: Math.max(count, 0),
    height: total * rowHeight,
    topOf: (index) => (first + index) * rowHeight,
    scrollTo,
  };
}
