// A region that scrolls and can be scrolled by keyboard, which is why it is in the tab order.

import type { ReactNode, RefObject, WheelEventHandler } from 'react';

/** A named, focusable region. */
export function Scroller({
  label,
  className,
  frame,
  onWheel,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly frame?: RefObject<HTMLElement | null>;
  readonly onWheel?: WheelEventHandler;
  readonly children: ReactNode;
}) {
  return (
    <section
      ref={frame}
      className={className}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onWheel={onWheel}
    >
      {children}
    </section>
  );
}
