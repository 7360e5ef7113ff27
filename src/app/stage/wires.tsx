// Lines between parts: wires in all their kinds, select forks, and the numbered discs of a cycle.

import { roundedPath } from '../../views/geometry.ts';
import type { CycleMarkShape, ForkShape, WireKind, WireShape } from '../../views/shapes.ts';
import { Text } from './marks.tsx';

const wireClasses: Readonly<Record<WireKind, string>> = {
  idle: 'w w-idle',
  live: 'w w-live',
  wait: 'w w-wait',
  cycle: 'w w-dead',
  cycleThin: 'w w-deadthin',
  spawn: 'w w-spawn',
};

/** One wire; `order` is its place in the cycle, for the order in which red edges appear. */
export function Wire({ shape, order }: { readonly shape: WireShape; readonly order?: number }) {
  const { kind, points, radius, arrow, stopBar } = shape;
  const head = kind === 'live' || kind === 'cycle' ? 'url(#ah-l)' : 'url(#ah)';
  return (
    <>
      <path
        d={roundedPath(points, radius)}
        className={wireClasses[kind]}
        markerEnd={arrow ? head : undefined}
        style={order === undefined ? undefined : { animationDelay: `${order * 140}ms` }}
      />
      {stopBar === null ? null : (
        <path
          className="s-wait stop-bar"
          d={
            stopBar.vertical
              ? `M${stopBar.center.x} ${stopBar.center.y - stopBar.length / 2}v${stopBar.length}`
              : `M${stopBar.center.x - stopBar.length / 2} ${stopBar.center.y}h${stopBar.length}`
          }
        />
      )}
    </>
  );
}

/** A select: a stem on the card's edge and one tine for each case. */
export function Fork({ shape }: { readonly shape: ForkShape }) {
  return (
    <g className="fork">
      <path d={roundedPath(shape.stem, 0)} className="f-stem" />
      {shape.tines.map((tine) => (
        <path
          key={tine.index}
          d={roundedPath(tine.points, 8)}
          className={`f-tine${tine.chosen ? ' f-on' : ''}`}
        />
      ))}
      {shape.tines.map((tine) => (
        <g key={tine.index}>
          {tine.port === null ? null : (
            <circle
              cx={tine.port.x}
              cy={tine.port.y}
              r={4.5}
              className={`f-port${tine.ready ? ' f-ready' : ''}${tine.chosen ? ' f-on' : ''}`}
            />
          )}
          {tine.dot === null ? null : (
            <circle
              cx={tine.dot.x}
              cy={tine.dot.y}
              r={2.6}
              className={`f-dot${tine.chosen ? ' f-on' : ''}`}
            />
          )}
          <Text shape={tine.label} className={`f-lab${tine.chosen ? ' f-lab-on' : ''}`} />
        </g>
      ))}
    </g>
  );
}

/** A numbered disc on an edge of the cycle. */
export function CycleMark({ shape }: { readonly shape: CycleMarkShape }) {
  const { center, number, lines } = shape;
  return (
    <g>
      <g className="cyc" style={{ animationDelay: `${number * 140}ms` }}>
        <circle cx={center.x} cy={center.y} r={10} />
        <text x={center.x} y={center.y + 4}>
          {number}
        </text>
      </g>
      {lines.map((line) => (
        <Text key={line.text} shape={line} className="e-lab" />
      ))}
    </g>
  );
}
