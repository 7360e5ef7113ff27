// Everything on the stage that is neither a goroutine nor a channel: rooms of mutexes, counters,
// bells, dials, atomics.

import type {
  AtomicShape,
  CondShape,
  DialShape,
  OnceShape,
  PlainShape,
  RoomShape,
  WaitGroupShape,
} from '../../views/shapes.ts';
import { SelectionRing } from './goroutine-card.tsx';
import { Overflows, Tags, Text } from './marks.tsx';

const dimmed = (dim: boolean): string => (dim ? ' n-dim' : '');

/** Mutex and RWMutex: a room with the holder inside and the line before the door. */
export function Room({ shape }: { readonly shape: RoomShape }) {
  const { box, seat } = shape;
  return (
    <g className={`prim mtx${dimmed(shape.dim)}`}>
      <g transform={`translate(${box.x} ${box.y})`}>
        <SelectionRing {...box} radius={9} shown={shape.selected} />
        <rect
          width={box.width}
          height={box.height}
          rx={9}
          className={`pr-box${shape.held ? ' pr-held' : ''}`}
        />
      </g>
      {seat === null ? null : <rect {...seat} rx={4.5} className="pr-seat" />}
      <Text shape={shape.name} className="p-name" />
      <Text shape={shape.sub} className="p-sub" />
      <Tags shapes={shape.inside} />
      <Tags shapes={shape.queue} />
      <Overflows shapes={shape.overflow} />
    </g>
  );
}

/** WaitGroup: a box with its counter. */
export function WaitGroupBox({ shape }: { readonly shape: WaitGroupShape }) {
  const { box } = shape;
  return (
    <g className={`prim${shape.hue === null ? '' : ` s-${shape.hue}`}${dimmed(shape.dim)}`}>
      <g transform={`translate(${box.x} ${box.y})`}>
        <SelectionRing {...box} radius={9} shown={shape.selected} />
        <rect width={box.width} height={box.height} rx={9} className="pr-box" />
      </g>
      <Text shape={shape.name} className="p-name" />
      <Text shape={shape.sub} className="p-sub" />
      <Text shape={shape.counter} className="pr-num" />
      <Tags shapes={shape.queue} />
      <Overflows shapes={shape.overflow} />
    </g>
  );
}

/** Once: a circle with 1, a tick when its function has returned. */
export function OnceCircle({ shape }: { readonly shape: OnceShape }) {
  const { center, radius, done } = shape;
  const { x, y } = center;
  return (
    <g className={`prim${dimmed(shape.dim)}`}>
      <g transform={`translate(${x - radius} ${y - radius})`}>
        <SelectionRing
          width={radius * 2}
          height={radius * 2}
          radius={radius}
          shown={shape.selected}
        />
      </g>
      <circle cx={x} cy={y} r={radius} className={`pr-box${done ? ' pr-held' : ''}`} />
      {done ? (
        <path
          d={`M${x - 7} ${y + 0.5}L${x - 2} ${y + 5.5}L${x + 7} ${y - 5}`}
          className="once-tick"
        />
      ) : shape.inside.length === 0 ? (
        <text x={x} y={y + 5} textAnchor="middle" className="once-one">
          1
        </text>
      ) : (
        <Tags shapes={shape.inside} />
      )}
      <Text shape={shape.name} className="p-name" />
      <Tags shapes={shape.queue} />
      <Overflows shapes={shape.overflow} />
    </g>
  );
}

/** Cond: a bell. */
export function CondBell({ shape }: { readonly shape: CondShape }) {
  const { box } = shape;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return (
    <g className={`prim${dimmed(shape.dim)}`}>
      <g transform={`translate(${box.x} ${box.y})`}>
        <SelectionRing {...box} radius={9} shown={shape.selected} />
        <rect width={box.width} height={box.height} rx={9} className="pr-box" />
      </g>
      <path
        transform={`translate(${x} ${y}) scale(1.5)`}
        d="M-4.4 3.2Q-3.2 2-3.2-.8Q-3.2-4.6 0-4.6Q3.2-4.6 3.2-.8Q3.2 2 4.4 3.2ZM-1.3 5.2H1.3"
        className="cond-bell"
      />
      <Text shape={shape.name} className="p-name" />
      <Tags shapes={shape.queue} />
      <Overflows shapes={shape.overflow} />
    </g>
  );
}

/** Timer or ticker: a violet dial whose wedge is the time left. */
export function Dial({ shape }: { readonly shape: DialShape }) {
  const { center, radius: r, left, kind } = shape;
  const angle = -Math.PI / 2 + 2 * Math.PI * left;
  const inner = r - 3.5;
  const at = (distance: number, turn: number): string =>
    `${(distance * Math.cos(turn)).toFixed(1)} ${(distance * Math.sin(turn)).toFixed(1)}`;
  const ticks = Array.from({ length: 12 }, (_, i) => (i * Math.PI) / 6);
  return (
    <g className={`dial s-sleep${shape.fired ? ' d-fired' : ''}${dimmed(shape.dim)}`}>
      <g transform={`translate(${center.x} ${center.y})`}>
        <g transform={`translate(${-r} ${-r})`}>
          <SelectionRing width={r * 2} height={r * 2} radius={r} shown={shape.selected} />
        </g>
        <circle r={r} className="d-face" />
        {left > 0 && left < 1 ? (
          <path
            d={`M0 ${-inner}A${inner} ${inner} 0 ${left > 0.5 ? 1 : 0} 1 ${at(inner, angle)}L0 0Z`}
            className="d-arc"
          />
        ) : left >= 1 ? (
          <circle r={inner} className="d-arc" />
        ) : null}
        <path d={`M0 0L${at(r - 5, angle)}`} className="d-hand" />
        <circle r={1.8} className="d-pin" />
        {kind === 'ticker' ? (
          <path
            d={ticks.map((turn) => `M${at(r + 2.5, turn)}L${at(r + 5.5, turn)}`).join('')}
            className="d-tick"
          />
        ) : (
          <path d={`M-3.5 ${-r - 4}H3.5M0 ${-r - 4}V${-r}`} className="d-crown" />
        )}
      </g>
      <Text shape={shape.name} className="p-name" />
      <Text shape={shape.text} className="p-sub" />
    </g>
  );
}

/** A variable used through sync/atomic: a double rim. */
export function AtomicBox({ shape }: { readonly shape: AtomicShape }) {
  const { box } = shape;
  return (
    <g className={`prim${dimmed(shape.dim)}`}>
      <g transform={`translate(${box.x} ${box.y})`}>
        <SelectionRing {...box} radius={9} shown={shape.selected} />
        <rect width={box.width} height={box.height} rx={9} className="pr-box" />
        <rect
          x={3.5}
          y={3.5}
          width={box.width - 7}
          height={box.height - 7}
          rx={6}
          className="pr-box atomic-inner"
        />
      </g>
      <Text shape={shape.value} className="atomic-value" />
      <Text shape={shape.name} className="p-sub" />
    </g>
  );
}

/** Anything else with a name. */
export function PlainBox({ shape }: { readonly shape: PlainShape }) {
  const { box } = shape;
  return (
    <g className={`prim${dimmed(shape.dim)}`}>
      <g transform={`translate(${box.x} ${box.y})`}>
        <SelectionRing {...box} radius={9} shown={shape.selected} />
        <rect width={box.width} height={box.height} rx={9} className="pr-box" />
      </g>
      <Text shape={shape.name} className="p-name" />
      <Text shape={shape.sub} className="p-sub" />
      <Tags shapes={shape.queue} />
      <Overflows shapes={shape.overflow} />
    </g>
  );
}
