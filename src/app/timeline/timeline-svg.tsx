// The picture of the timeline as SVG: grid, lanes, depths, arrows, pins, playhead. It only draws;
// what is where was decided in src/views.

import { memo } from 'react';
import type { Glyph } from '../../views/goroutine-look.ts';
import type {
  ArrowShape,
  DepthShape,
  LaneCell,
  LaneMark,
  LaneShape,
  TimelinePicture,
} from '../../views/timeline-shapes.ts';
import { GlyphAt } from '../widgets/glyph.tsx';
import { textureFill } from '../widgets/textures.tsx';

/** Everything but what can be clicked is a picture. */
export const TimelineSvg = memo(function TimelineSvg({
  picture,
}: {
  readonly picture: TimelinePicture;
}) {
  const { lanes, depths, arrows } = picture;
  return (
    <>
      {lanes.map((lane) =>
        lane.selected ? (
          <rect
            key={lane.key}
            x={0}
            y={lane.y}
            width={picture.width}
            height={lane.height}
            className="tl-rowsel"
          />
        ) : null,
      )}
      <Grid picture={picture} />
      {lanes.map((lane) => (
        <LaneBase key={lane.key} lane={lane} />
      ))}
      {depths.map((depth) => (
        <Depth key={depth.key} depth={depth} picture={picture} />
      ))}
      <g className="tl-future">
        {lanes.map((lane) => (
          <LaneContent key={lane.key} lane={lane} future={true} />
        ))}
        <Arrows arrows={arrows.filter((arrow) => arrow.future)} />
      </g>
      {lanes.map((lane) => (
        <LaneContent key={lane.key} lane={lane} future={false} />
      ))}
      <Arrows arrows={arrows.filter((arrow) => !arrow.future)} />
      {picture.deadEnd === null ? null : <DeadEnd end={picture.deadEnd} />}
      <Pins picture={picture} />
      <Playhead picture={picture} />
    </>
  );
});

function Grid({ picture }: { readonly picture: TimelinePicture }) {
  const { axisHeight, height } = picture;
  return (
    <>
      {picture.ticks.map((tick) => (
        <g key={tick.x}>
          <path d={`M${tick.x} ${axisHeight - 4}V${height - 4}`} className="tl-grid" />
          {tick.label === '' ? null : (
            <text x={tick.x} y={axisHeight - 8} className="tl-ax" textAnchor="middle">
              {tick.label}
            </text>
          )}
        </g>
      ))}
      {picture.jumps.map((jump) => (
        <g key={jump.x}>
          <path d={`M${jump.x} ${axisHeight - 2}V${height - 4}`} className="tl-jump" />
          {Math.abs(jump.x - (picture.playhead?.x ?? -999)) < jump.box.width / 2 + 18 ? null : (
            <>
              <rect {...jump.box} rx={4} className="tl-jump-box" />
              <text
                x={jump.box.x + jump.box.width / 2}
                y={jump.box.y + 11}
                className="tl-clk"
                textAnchor="middle"
              >
                {jump.label}
              </text>
            </>
          )}
        </g>
      ))}
    </>
  );
}

function LaneBase({ lane }: { readonly lane: LaneShape }) {
  const y = lane.y + lane.height / 2;
  const label = lane.group === null ? lane.label : `${lane.group.open ? '▾' : '▸'} ${lane.label}`;
  return (
    <>
      <text x={lane.nested ? 26 : 14} y={y + 4} className={`tl-lab${lane.selected ? ' on' : ''}`}>
        {label}
      </text>
      {lane.base === null ? null : (
        <path d={`M${lane.base.x1} ${y}H${lane.base.x2}`} className="tl-base" />
      )}
    </>
  );
}

function LaneContent({ lane, future }: { readonly lane: LaneShape; readonly future: boolean }) {
  return (
    <>
      {lane.cells.map((cell) =>
        cell.future === future ? <Cell key={`${cell.firstStep} ${cell.mode}`} cell={cell} /> : null,
      )}
      {lane.marks.map((mark) =>
        mark.future === future ? <Mark key={`${mark.step} ${mark.kind}`} mark={mark} /> : null,
      )}
      {lane.end !== null && lane.end.future === future ? (
        <rect {...lane.end.box} rx={1} className="tl-end" />
      ) : null}
    </>
  );
}

function Cell({ cell }: { readonly cell: LaneCell }) {
  const { box, texture } = cell;
  if (texture === 'line') return null;
  if (texture === 'solid')
    return <rect {...box} rx={Math.min(3, box.width / 2)} className="tl-run" />;
  if (texture === 'hollow')
    return <rect {...box} rx={Math.min(3, box.width / 2)} className="tl-ready" />;
  return (
    <>
      <rect {...box} rx={Math.min(2, box.width / 2)} fill={textureFill(texture)} />
      {cell.glyph === null ? null : <LaneGlyph {...cell.glyph} />}
    </>
  );
}

/** The glyph of an ending, on a disc that makes it readable over the texture. */
export function LaneGlyph({
  glyph,
  x,
  y,
}: {
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
}) {
  return (
    <g transform={`translate(${x} ${y})`} className="tl-glyph">
      <circle r="6" />
      <g transform="scale(.68)">
        <GlyphAt glyph={glyph} x={0} y={0} />
      </g>
    </g>
  );
}

function Mark({ mark: { kind, x, y } }: { readonly mark: LaneMark }) {
  switch (kind) {
    case 'send':
      return <circle cx={x} cy={y} r={2.6} className="tl-ev" />;
    case 'receive':
      return <circle cx={x} cy={y} r={2.2} className="tl-ring" />;
    case 'block':
      return <path d={`M${x} ${y - 3.5}V${y + 3.5}`} className="tl-bar" />;
    case 'print':
      return (
        <path
          d={`M${x - 2.6} ${y - 1.6}H${x + 2.6}M${x - 2.6} ${y + 1.8}H${x + 1}`}
          className="tl-lines"
        />
      );
    case 'close':
      return <rect x={x - 1.6} y={y - 3.6} width={3.2} height={7.2} className="tl-ev" />;
    case 'go':
      return (
        <path d={`M${x - 2.4} ${y}H${x + 2.4}M${x} ${y - 2.4}V${y + 2.4}`} className="tl-lines" />
      );
    case 'lock':
      return <rect x={x - 2.2} y={y - 2.2} width={4.4} height={4.4} rx={1} className="tl-ev" />;
    case 'unlock':
      return <rect x={x - 2} y={y - 2} width={4} height={4} rx={1} className="tl-ring" />;
  }
}

function Arrows({ arrows }: { readonly arrows: readonly ArrowShape[] }) {
  return arrows.map(({ key, x1, y1, x2, y2, current }) => {
    const d = `M${x1} ${y1}L${x2} ${y2}`;
    return (
      <g key={key}>
        {current ? <path d={d} className="tl-case" /> : null}
        <path
          d={d}
          className={`tl-msg${current ? ' on' : ''}`}
          markerEnd={`url(#${current ? 'ah-l' : 'ah'})`}
        />
      </g>
    );
  });
}

function Depth({
  depth,
  picture,
}: {
  readonly depth: DepthShape;
  readonly picture: TimelinePicture;
}) {
  const { plot } = picture;
  const clip = `clip-${depth.key.replace(/\W/g, '-')}`;
  const [first] = depth.line;
  const line = depth.line.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const lastX = depth.line[depth.line.length - 1]?.[0] ?? plot.x;
  const area =
    first === undefined ? '' : `${line}L${lastX} ${depth.baseline}L${first[0]} ${depth.baseline}Z`;
  const headX = picture.playhead?.x ?? plot.x + plot.width;
  return (
    <g>
      <path d={`M${plot.x - 6} ${depth.y + 1}H${plot.x + plot.width}`} className="tl-grid" />
      <text x={14} y={depth.baseline - 2} className="tl-lab ch">
        {depth.label}
      </text>
      <text x={plot.x - 10} y={depth.baseline - 2} className="tl-ax" textAnchor="end">
        {depth.capacity}
      </text>
      <clipPath id={clip}>
        <rect x={plot.x} y={depth.y} width={Math.max(headX - plot.x, 0)} height={depth.height} />
      </clipPath>
      <path d={area} className="tl-area tl-area-all" />
      <path d={area} className="tl-area" clipPath={`url(#${clip})`} />
      {depth.fullSpans.map((box) => (
        <rect key={box.x} {...box} fill="url(#tx-wait-l)" />
      ))}
      <path d={line} className="tl-areal" clipPath={`url(#${clip})`} />
    </g>
  );
}

function DeadEnd({ end }: { readonly end: NonNullable<TimelinePicture['deadEnd']> }) {
  const { note } = end;
  const width = note.text.length * 6.4 + 16;
  const left = note.anchor === 'end' ? note.x - width + 8 : note.x - width / 2;
  return (
    <>
      <rect x={left} y={0} width={width} height={17} rx={4.5} fill="var(--dead-b)" />
      <text x={left + width / 2} y={12} className="tl-pin-t" textAnchor="middle">
        {note.text}
      </text>
    </>
  );
}

function Pins({ picture }: { readonly picture: TimelinePicture }) {
  return picture.pins.map((pin) => (
    <g key={pin.label}>
      <path d={`M${pin.x} 15V${picture.height - 4}`} className="tl-pin-line" />
      <rect {...pin.box} rx={4.5} className="tl-pin" />
      <text
        x={pin.box.x + pin.box.width / 2}
        y={pin.box.y + 11.5}
        className="tl-pin-t"
        textAnchor="middle"
      >
        {pin.label}
      </text>
    </g>
  ));
}

function Playhead({ picture }: { readonly picture: TimelinePicture }) {
  const { playhead } = picture;
  if (playhead === null) return null;
  const { x, label } = playhead;
  const width = label.length * 6.4 + 12;
  const left = Math.min(x - width / 2, picture.width - width - 2);
  return (
    <g>
      <path d={`M${x} 15V${picture.height - 4}`} className="tl-head" />
      <rect x={left} y={0} width={width} height={17} rx={4.5} className="tl-flag" />
      <text x={left + width / 2} y={12.2} className="tl-flag-t">
        {label}
      </text>
    </g>
  );
}
