// The glyph of a goroutine's state, in a 14 px box around (0, 0): inside a picture, or alone.

import type { ReactNode } from 'react';
import type { Glyph } from '../../views/goroutine-look.ts';

const glyphs: Readonly<Record<Glyph, ReactNode>> = {
  run: <path d="M-3.6-5.2L5.4 0L-3.6 5.2Z" fill="currentColor" />,
  ready: (
    <path
      d="M-3.2-4.8L4.9 0L-3.2 4.8Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  ),
  send: (
    <>
      <circle cx="-2.2" cy="0" r="3.1" fill="currentColor" />
      <path d="M4.4-5.6V5.6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  receive: (
    <>
      <circle cx="2.2" cy="0" r="2.9" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M-4.4-5.6V5.6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  select: (
    <path
      d="M-5.4 0H-1.4M4.6-4.4H2.2Q-1.4-4.4-1.4 0Q-1.4 4.4 2.2 4.4H4.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
    />
  ),
  lock: (
    <>
      <rect x="-4.6" y="-1" width="9.2" height="6.6" rx="1.4" fill="currentColor" />
      <path
        d="M-2.6-1V-3Q-2.6-5.4 0-5.4Q2.6-5.4 2.6-3V-1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
    </>
  ),
  waitGroup: (
    <>
      <path d="M-5 4.8H5M-5-4.8H5" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
      <circle cx="-3.2" cy="0" r="1.5" fill="currentColor" />
      <circle cx="3.2" cy="0" r="1.5" fill="none" stroke="currentColor" strokeWidth="1.1" />
    </>
  ),
  cond: (
    <>
      <path
        d="M-4.4 3.2Q-3.2 2-3.2-.8Q-3.2-4.6 0-4.6Q3.2-4.6 3.2-.8Q3.2 2 4.4 3.2Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path d="M-1.3 5.2H1.3" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  sleep: (
    <>
      <circle r="5.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path
        d="M0-2.8V0L2.2 1.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  done: <rect x="-3.4" y="-3.4" width="6.8" height="6.8" rx="1.2" fill="currentColor" />,
  dead: (
    <>
      <path
        d="M-2.6-6H2.6L6-2.6V2.6L2.6 6H-2.6L-6 2.6V-2.6Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinejoin="round"
      />
      <path d="M-2.8 0H2.8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  panic: (
    <path d="M-4-4L4 4M4-4L-4 4" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
  ),
};

/** The glyph inside a picture, centred on (x, y). */
export function GlyphAt({
  glyph,
  x,
  y,
}: {
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
}) {
  return (
    <g transform={`translate(${x} ${y})`} className="gl">
      {glyphs[glyph]}
    </g>
  );
}

/** The glyph beside words. */
export function GlyphIcon({ glyph, size = 14 }: { readonly glyph: Glyph; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="-7 -7 14 14" className="gl" aria-hidden="true">
      {glyphs[glyph]}
    </svg>
  );
}
