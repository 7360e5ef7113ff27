// A channel on the stage: a pipe with a gate, with slots, or with a level; tickets of who waits
// beside its entrance and exit.

import type { ChannelShape } from '../../views/shapes.ts';
import { SelectionRing } from './goroutine-card.tsx';
import { Overflows, Text, Ticket, Token } from './marks.tsx';

/** One channel with its queues. */
export function ChannelPipe({ shape }: { readonly shape: ChannelShape }) {
  const { box, state } = shape;
  const { width, height } = box;
  const classes = ['pipe', `p-${state}`];
  if (shape.full) classes.push('p-full');
  if (shape.dim) classes.push('n-dim');
  return (
    <g className={classes.join(' ')}>
      <g transform={`translate(${box.x} ${box.y})`}>
        <rect width={width} height={height} rx={10} className="p-body" />
        <SelectionRing width={width} height={height} radius={9} shown={shape.selected} />
        {shape.variant === 'gate' ? <Gate width={width} height={height} /> : null}
        {state === 'closed' ? <path d={`M-1 -4V${height + 4}`} className="p-cap" /> : null}
        {state === 'nil' ? (
          <path d={`M-1 2V${height - 2}M${width + 1} 2V${height - 2}`} className="p-cap" />
        ) : null}
      </g>
      <Contents shape={shape} />
      <Text shape={shape.name} className="p-name" />
      {shape.count === null ? null : (
        <Text shape={shape.count} className={`p-count${shape.full ? ' p-count-full' : ''}`} />
      )}
      {shape.note === null ? null : <Text shape={shape.note} className="p-note" />}
      {[...shape.sendTickets, ...shape.receiveTickets].map((ticket) => (
        <Ticket key={ticket.key} shape={ticket} />
      ))}
      <Overflows shapes={shape.overflow} />
    </g>
  );
}

/** Unbuffered: nothing rests inside. */
function Gate({ width, height }: { readonly width: number; readonly height: number }) {
  const x = width / 2;
  const y = height / 2;
  return (
    <>
      <path d={`M${x - 4} 7V${height - 7}M${x + 4} 7V${height - 7}`} className="p-gate" />
      <path
        d={`M13 ${y - 4}L18 ${y}L13 ${y + 4}M${width - 18} ${y - 4}L${width - 13} ${y}L${width - 18} ${y + 4}`}
        className="p-chev"
      />
    </>
  );
}

function Contents({ shape }: { readonly shape: ChannelShape }) {
  const { level } = shape;
  return (
    <>
      {shape.slots.map(({ index, box }) => (
        <rect
          key={index}
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx={shape.variant === 'narrow' ? 4 : 6}
          className="p-slot"
        />
      ))}
      {level === null ? null : (
        <rect {...level} rx={4} className={`p-level${shape.full ? ' full' : ''}`} />
      )}
      {shape.slots.map(({ index, token }) =>
        token === null ? null : <Token key={index} shape={token} />,
      )}
    </>
  );
}
