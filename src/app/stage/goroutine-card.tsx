// A goroutine on the stage: a state plate with its texture and glyph, the name, one sentence, the
// line, the value it holds. And the stack card that stands for more than eight of them.

import type { GoroutineLook } from '../../views/goroutine-look.ts';
import type { GoroutineShape, StackShape } from '../../views/shapes.ts';
import { GlyphAt } from '../widgets/glyph.tsx';
import { textureFill } from '../widgets/textures.tsx';
import { Token } from './marks.tsx';

/** One goroutine. */
export function GoroutineCard({ shape }: { readonly shape: GoroutineShape }) {
  const { box, look, plateWidth: plate, radius } = shape;
  const { width, height } = box;
  const { hue } = look;
  return (
    <g
      className={`node s-${hue} n-${hue}${shape.selected ? ' n-sel' : ''}${shape.dim ? ' n-dim' : ''}`}
      transform={`translate(${box.x} ${box.y})`}
    >
      {hue === 'run' ? (
        <rect
          x={-4}
          y={-4}
          width={width + 8}
          height={height + 8}
          rx={radius + 4}
          className="n-halo"
        />
      ) : null}
      <SelectionRing width={width} height={height} radius={radius} shown={shape.selected} />
      <rect width={width} height={height} rx={radius} className="n-card" />
      <path
        className="n-plate"
        d={`M${plate} 0V${height}H${radius}Q0 ${height} 0 ${height - radius}V${radius}Q0 0 ${radius} 0Z`}
        fill={textureFill(look.texture)}
      />
      <PlateDisc look={look} x={plate / 2} y={height / 2} />
      <path d={`M${plate} .5V${height - 0.5}`} className="n-div" />
      <rect width={width} height={height} rx={radius} className="n-out" />
      <text x={plate + 10} y={height / 2 - 5} className="n-name">
        {shape.name}
      </text>
      {shape.lineLabel === '' ? null : (
        <text x={width - 10} y={height / 2 - 5} className="n-line">
          {shape.lineLabel}
        </text>
      )}
      <text x={plate + 10} y={height / 2 + 13} className="n-text">
        {shape.sentence}
      </text>
      {shape.held === null ? null : (
        <g transform={`translate(${-box.x} ${-box.y})`}>
          <Token shape={shape.held} small />
        </g>
      )}
    </g>
  );
}

/** Behind the glyph where a texture would make it hard to read. */
function PlateDisc({
  look,
  x,
  y,
}: {
  readonly look: GoroutineLook;
  readonly x: number;
  readonly y: number;
}) {
  const { hue, glyph } = look;
  const onColour = hue === 'run' || hue === 'dead';
  return (
    <>
      {hue === 'wait' || hue === 'sleep' || hue === 'dead' ? (
        <circle cx={x} cy={y} r={10.5} fill={hue === 'dead' ? 'var(--dead)' : 'var(--cb)'} />
      ) : null}
      <g style={{ color: onColour ? 'var(--on-c)' : 'var(--ct)' }}>
        <GlyphAt glyph={glyph} x={x} y={y} />
      </g>
    </>
  );
}

/** The ink ring around what is selected. */
export function SelectionRing({
  width,
  height,
  radius,
  shown,
}: {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly shown: boolean;
}) {
  if (!shown) return null;
  return (
    <rect
      x={-5}
      y={-5}
      width={width + 10}
      height={height + 10}
      rx={radius + 5}
      className="n-ring"
    />
  );
}

/** Many goroutines of one `go` statement: three sheets, and how many are in which state. */
export function StackCard({ shape }: { readonly shape: StackShape }) {
  const { box, barBox } = shape;
  const { width, height } = box;
  return (
    <g
      className={`node stack s-${shape.hue} n-${shape.hue}${shape.dim ? ' n-dim' : ''}`}
      transform={`translate(${box.x} ${box.y})`}
    >
      <SelectionRing width={width} height={height} radius={9} shown={shape.selected} />
      <rect x={8} y={-6} width={width - 16} height={height} rx={9} className="n-card stack-sheet" />
      <rect x={4} y={-3} width={width - 8} height={height} rx={9} className="n-card stack-sheet" />
      <rect width={width} height={height} rx={9} className="n-card" />
      <rect width={width} height={height} rx={9} className="n-out" />
      <text x={12} y={height < 52 ? 17 : 20} className="n-name">
        {shape.name}
      </text>
      <text x={12} y={height < 52 ? 31 : 36} className="n-text">
        {shape.sentence}
      </text>
      <g transform={`translate(${-box.x} ${-box.y})`}>
        {shape.bar.map((part) => (
          <rect
            key={part.look.mode}
            className={`s-${part.look.hue} stack-part${part.look.texture === 'hollow' ? ' hollow' : ''}`}
            x={part.x}
            y={barBox.y}
            width={Math.max(part.width - 1, 0.5)}
            height={barBox.height}
            rx={2}
            fill={textureFill(part.look.texture)}
          >
            <title>{`${part.count} ${part.look.word}`}</title>
          </rect>
        ))}
      </g>
    </g>
  );
}
