// The textures of states (the second, colour-free code for them) and the arrow heads, once in the
// page; pictures refer to them by id.

import type { Texture } from '../../views/goroutine-look.ts';

/** What fills a plate or a lane. */
export function textureFill(texture: Texture): string {
  switch (texture) {
    case 'solid':
      return 'var(--c)';
    case 'hollow':
      return 'var(--panel)';
    case 'denseHatch':
      return 'url(#tx-wait)';
    case 'thinHatch':
      return 'url(#tx-recv)';
    case 'dots':
      return 'url(#tx-sleep)';
    case 'crossHatch':
      return 'url(#tx-dead)';
    case 'line':
      return 'var(--done-b)';
  }
}

/** The definitions; render once. */
export function Textures() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        <Hatch id="tx-wait" angle={45} size={5} line={2.2} className="tx-s" />
        <Hatch id="tx-wait-l" angle={45} size={6} line={1.4} opacity={0.55} />
        <Hatch id="tx-recv" angle={-45} size={6} line={1.1} className="tx-s" />
        <pattern id="tx-sleep" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill="var(--sleep-b)" />
          <circle cx="2.5" cy="2.5" r="1.15" fill="var(--sleep)" />
        </pattern>
        <pattern
          id="tx-dead"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" fill="var(--dead)" />
          <path d="M0 0H5M0 0V5" stroke="var(--dead-b)" strokeWidth="1.3" />
        </pattern>
        <ArrowHead id="ah" size={7} />
        <ArrowHead id="ah-l" size={9} />
      </defs>
    </svg>
  );
}

function Hatch({
  id,
  angle,
  size,
  line,
  className,
  opacity,
}: {
  readonly id: string;
  readonly angle: number;
  readonly size: number;
  readonly line: number;
  readonly className?: string;
  readonly opacity?: number;
}) {
  return (
    <pattern
      id={id}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${angle})`}
    >
      <rect width={size} height={size} fill="var(--wait-b)" />
      <rect width={line} height={size} fill="var(--wait)" className={className} opacity={opacity} />
    </pattern>
  );
}

function ArrowHead({ id, size }: { readonly id: string; readonly size: number }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="6.6"
      refY="4"
      markerWidth={size}
      markerHeight={size}
      orient="auto-start-reverse"
      markerUnits="userSpaceOnUse"
    >
      <path d="M1 1L7 4L1 7Z" fill="context-stroke" />
    </marker>
  );
}
