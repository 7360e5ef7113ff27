// The small things of the stage that parts are made of: texts, tokens, tags, tickets.

import type {
  OverflowShape,
  TagShape,
  TextShape,
  TicketShape,
  TokenShape,
} from '../../views/shapes.ts';

/** A line of text at its baseline point. */
export function Text({
  shape,
  className,
}: {
  readonly shape: TextShape;
  readonly className?: string | undefined;
}) {
  return (
    <text x={shape.x} y={shape.y} textAnchor={shape.anchor} className={className}>
      {shape.text}
    </text>
  );
}

/** A Go value: always ink. `size` is `small` inside cards. */
export function Token({
  shape,
  small = false,
}: {
  readonly shape: TokenShape;
  readonly small?: boolean;
}) {
  const { center, width, height, text, full, ghost, fresh } = shape;
  const classes = ['tok'];
  if (ghost) classes.push('tok-g');
  if (fresh) classes.push('tok-new');
  if (small) classes.push('tok-s');
  return (
    <g className={classes.join(' ')}>
      {full === text ? null : <title>{full}</title>}
      <rect
        x={center.x - width / 2}
        y={center.y - height / 2}
        width={width}
        height={height}
        rx={6}
      />
      {fresh ? (
        <rect
          className="tok-n"
          x={center.x - width / 2 - 2}
          y={center.y - height / 2 - 2}
          width={width + 4}
          height={height + 4}
          rx={7.5}
        />
      ) : null}
      <text x={center.x} y={center.y + 4} className="tok-t">
        {text}
      </text>
    </g>
  );
}

/** A goroutine's monogram in its state. */
export function Tag({ shape }: { readonly shape: TagShape }) {
  const { x, y, width, height, text, hue } = shape;
  return (
    <g className={`tagg s-${hue} tg-${hue}`}>
      <rect x={x} y={y - height / 2} width={width} height={height} rx={4.5} />
      <text x={x + width / 2} y={y + 3.6} className="tag-t">
        {text}
      </text>
    </g>
  );
}

/** Who stands in a queue: monogram and value, or monogram and an empty slot. */
export function Ticket({ shape }: { readonly shape: TicketShape }) {
  const { x, y, width, height, text, hue, dividerX, value, full } = shape;
  const rest = x + width - dividerX;
  return (
    <g className={`tick s-${hue}`}>
      {value === null || value === full ? null : <title>{full}</title>}
      <rect x={x} y={y - height / 2} width={width} height={height} rx={5} className="tick-b" />
      <path d={`M${dividerX} ${y - height / 2}V${y + height / 2}`} className="tick-d" />
      <text x={(x + dividerX) / 2} y={y + 3.6} className="tag-t">
        {text}
      </text>
      {value === null ? (
        <rect
          x={dividerX + rest / 2 - 5}
          y={y - 5}
          width={10}
          height={10}
          rx={2.5}
          className="tick-e"
        />
      ) : (
        <text x={dividerX + rest / 2} y={y + 3.7} className="tick-v">
          {value}
        </text>
      )}
    </g>
  );
}

/** The tags of a queue or a room. */
export function Tags({ shapes }: { readonly shapes: readonly TagShape[] }) {
  return shapes.map((shape) => <Tag key={shape.key} shape={shape} />);
}

/** `+12` for what is not drawn. */
export function Overflows({ shapes }: { readonly shapes: readonly OverflowShape[] }) {
  return shapes.map((shape) => (
    <Text key={`${shape.x} ${shape.y}`} shape={shape} className="p-sub" />
  ));
}
