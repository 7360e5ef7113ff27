// Interface icons: a 16 px box, 1.5 px strokes, round joins. Decoration only: the control that
// carries one has a name of its own.

const paths = {
  back: 'M10.5 3.5L5.5 8l5 4.5M3.5 3.5v9',
  forward: 'M5.5 3.5L10.5 8l-5 4.5M12.5 3.5v9',
  rewind: 'M8 3.5L3 8l5 4.5V3.5zM13.5 3.5L8.5 8l5 4.5V3.5z',
  restart: 'M3.2 8a4.8 4.8 0 1 0 1.5-3.5M3 2.8v2.6h2.6',
  end: 'M4 3.5L8.5 8 4 12.5M8.5 3.5L13 8l-4.5 4.5',
  over: 'M2.5 9.5a5.5 5.5 0 0 1 10.4-1.4M13.3 4.6v3.7H9.6M8 12.6h.01',
  seed: 'M3 3h10v10H3zM5.8 5.8h.01M10.2 10.2h.01M8 8h.01M10.2 5.8h.01M5.8 10.2h.01',
  projector: 'M2.5 3.5h11v7h-11zM8 10.5v2.5M5.5 13h5',
  tree: 'M3 8h3M6 8c2.5 0 1.5-4 4-4h3M6 8c2.5 0 1.5 4 4 4h3M6 8h7',
  chevron: 'M5 6.5L8 9.5l3-3',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3.5 8.5l3 3 6-7',
  keys: 'M2 4.5h12v7H2zM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 9.3h6',
  menu: 'M3 5h10M3 8h10M3 11h10',
  code: 'M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5',
  lanes: 'M2.5 4.5h7M6 8h7.5M2.5 11.5h5.5',
  terminal: 'M3 4.5L6.5 8 3 11.5M8 12h5',
  stop: 'M5.7 2.5h4.6l3.2 3.2v4.6l-3.2 3.2H5.7l-3.2-3.2V5.7zM5.5 8h5',
  link: 'M6.4 9.6l3.2-3.2M7.2 4.9l1.3-1.3a2.7 2.7 0 0 1 3.9 3.9l-1.3 1.3M8.8 11.1l-1.3 1.3a2.7 2.7 0 0 1-3.9-3.9l1.3-1.3',
  side: 'M2.5 3.5h11v9h-11zM10 3.5v9',
} as const;

export type IconName = keyof typeof paths | 'play' | 'pause' | 'half';

/** One icon. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="ic" viewBox="0 0 16 16" aria-hidden="true">
      {name === 'play' ? (
        <path className="f" d="M5 3.2v9.6L13 8z" />
      ) : name === 'pause' ? (
        <path className="f" d="M4.5 3.5h2.6v9H4.5zM8.9 3.5h2.6v9H8.9z" />
      ) : name === 'half' ? (
        <>
          <circle cx="8" cy="8" r="5.5" />
          <path className="f" d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
        </>
      ) : (
        <path d={paths[name]} />
      )}
    </svg>
  );
}

/** The sign of Interleave: two threads that cross, and a third between them. */
export function Logo() {
  return (
    <svg
      viewBox="0 0 22 22"
      fill="none"
      stroke="var(--ink)"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2.5 5H6c5 0 5 12 10 12h3.5" />
      <path d="M2.5 11h6.2M13.3 11h6.2" />
      <path d="M2.5 17H6c1.4 0 2.4-1 3.2-2.3M12.8 7.3C13.6 6 14.6 5 16 5h3.5" />
    </svg>
  );
}
