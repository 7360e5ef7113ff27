// A line between two panes that can be dragged, moved with the arrow keys, and reset with a double
// click. It only reports sizes; the grid reads them as custom properties.

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { resizePane } from '../store/arranging.ts';
import { type PaneSizes, usePage } from '../store/store.ts';

interface SplitterProps {
  readonly pane: keyof PaneSizes;
  readonly label: string;
  /** Where the pane lies from the line. */
  readonly side: 'left' | 'right' | 'below';
  readonly min: number;
  readonly max: number;
  /** The pane's element, to know how large it is at the moment. */
  readonly paneSelector: string;
}

/** One splitter. */
export function Splitter({ pane, label, side, min, max, paneSelector }: SplitterProps) {
  const size = usePage((state) => state.sizes[pane]);
  const start = useRef<{ at: number; size: number } | null>(null);
  const vertical = side !== 'below';
  const sign = side === 'left' ? 1 : -1;
  const sizeNow = (): number => {
    const box = document.querySelector(paneSelector)?.getBoundingClientRect();
    return (vertical ? box?.width : box?.height) ?? min;
  };
  const set = (wanted: number): void =>
    resizePane(pane, Math.round(Math.max(min, Math.min(wanted, max))));
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { at: vertical ? event.clientX : event.clientY, size: sizeNow() };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (start.current === null) return;
    const at = vertical ? event.clientX : event.clientY;
    set(start.current.size + sign * (at - start.current.at));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const grow = { left: ['ArrowRight', 'ArrowLeft'], right: ['ArrowLeft', 'ArrowRight'] } as const;
    const [more, less] = side === 'below' ? ['ArrowUp', 'ArrowDown'] : grow[side];
    if (event.key === more) set(sizeNow() + 16);
    else if (event.key === less) set(sizeNow() - 16);
    else if (event.key === 'Home') resizePane(pane, null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be dragged; this is ARIA's window splitter
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuenow={size ?? Math.round((min + max) / 2)}
      aria-valuemin={min}
      aria-valuemax={max}
      className={`splitter splitter-${pane}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        start.current = null;
      }}
      onDoubleClick={() => resizePane(pane, null)}
      onKeyDown={onKeyDown}
    />
  );
}
