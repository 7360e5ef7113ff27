// What is known of one goroutine at this step. Stack and locals come from the simulator, which
// replays to this step; until they arrive the last ones stand, so that nothing flickers.

import type { GoroutineInspection, HistoryEntry, PlaceLink } from '../../views/inspector-shapes.ts';
import { withThousands } from '../../views/labels.ts';
import type { Frame, Local } from '../../worker/protocol.ts';
import { jumpTo, showLine } from '../store/playing.ts';
import { usePage } from '../store/store.ts';
import { GlyphIcon } from '../widgets/glyph.tsx';
import { ProseText } from '../widgets/prose-text.tsx';
import { textureFill } from '../widgets/textures.tsx';
import { useFrames } from './use-frames.ts';

/** All sections of a goroutine. */
export function GoroutineSections({ inspection }: { readonly inspection: GoroutineInspection }) {
  const { look, name, monogram, detail } = inspection;
  return (
    <>
      <div className="insp-h">
        <h2>
          <span className={`gch big s-${look.hue}`}>{monogram}</span>
          {name}
        </h2>
        <p>
          <span className={`badge s-${look.hue}`}>
            <GlyphIcon glyph={look.glyph} />
            {look.word}
          </span>{' '}
          <span className="muted">
            <ProseText prose={detail} links />
          </span>
        </p>
      </div>
      <StackAndLocals inspection={inspection} />
      <History title="What it did" entries={inspection.history} count={inspection.historyCount} />
      {inspection.time.length === 0 ? null : (
        <div className="sec">
          <h3>Time so far</h3>
          <TimeBar inspection={inspection} />
          <p className="muted time-text">{inspection.timeText}</p>
        </div>
      )}
      {inspection.createdBy.length === 0 ? null : (
        <div className="sec">
          <h3>Started by</h3>
          <p className="ink2">
            <ProseText prose={inspection.createdBy} links />
          </p>
        </div>
      )}
    </>
  );
}

function StackAndLocals({ inspection }: { readonly inspection: GoroutineInspection }) {
  const frames = useFrames(inspection.goroutine);
  if (frames === null) {
    return inspection.place === null ? null : (
      <div className="sec">
        <h3>At</h3>
        <Place place={inspection.place} />
      </div>
    );
  }
  const [top] = frames;
  return (
    <>
      <div className="sec">
        <h3>Stack</h3>
        {frames.length === 0 ? (
          <p className="muted">
            {inspection.look.mode === 'finished' ? 'It has returned.' : 'It has not begun.'}
          </p>
        ) : (
          <ol className="frames">
            {frames.map((frame, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a frame is its depth
              <FrameRow key={frames.length - i} frame={frame} first={i === 0} />
            ))}
          </ol>
        )}
      </div>
      {top === undefined || top.locals.length === 0 ? null : (
        <div className="sec">
          <h3>Locals</h3>
          <dl className="kv">
            {top.locals.map((local, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat in inner scopes
              <LocalRow key={i} local={local} />
            ))}
          </dl>
        </div>
      )}
    </>
  );
}

function FrameRow({ frame, first }: { readonly frame: Frame; readonly first: boolean }) {
  const { file, line } = frame.site;
  return (
    <li>
      <span className={first ? '' : 'ink2'}>{frame.func.replace(/^main\./, '')}</span>
      {line === 0 ? null : <Place place={{ file, line, text: `${file}:${line}` }} />}
    </li>
  );
}

function Place({ place }: { readonly place: PlaceLink }) {
  return (
    <button type="button" className="lref" onClick={() => showLine(place.line)}>
      {place.text}
    </button>
  );
}

/** Longer texts are cut here; the tooltip has more of them. */
const valueMax = 28;

function LocalRow({ local }: { readonly local: Local }) {
  const { name, type, text } = local;
  const short = text.length > valueMax ? `${text.slice(0, valueMax - 1)}…` : text;
  const isReference = /^(chan|<-chan|func|\*|sync\.)/.test(type);
  return (
    <>
      <dt>{name}</dt>
      <dd title={`${type} = ${text}`}>
        {isReference ? (
          <>
            {type}
            {/* An address says nothing that a picture does not say better. */}
            {short.startsWith('0x') ? null : <span className="muted">{short}</span>}
          </>
        ) : (
          <span className="tokh">{short === '' ? '""' : short}</span>
        )}
      </dd>
    </>
  );
}

/** Newest first; a click on a number goes there. */
export function History({
  title,
  entries,
  count,
}: {
  readonly title: string;
  readonly entries: readonly HistoryEntry[];
  readonly count: number;
}) {
  const projector = usePage((state) => state.projector);
  if (entries.length === 0 || projector) return null;
  return (
    <div className="sec">
      <h3>
        {title}
        <span className="nums">
          {withThousands(String(count))} {count === 1 ? 'event' : 'events'}
        </span>
      </h3>
      <ol className="hl">
        {entries.slice(0, 6).map((entry) => (
          <li key={entry.step}>
            <button type="button" className="t" onClick={() => jumpTo(entry.step)}>
              {withThousands(String(entry.step))}
            </button>
            <span>
              <ProseText prose={entry.prose} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const barWidth = 252;

function TimeBar({ inspection }: { readonly inspection: GoroutineInspection }) {
  const room = barWidth - 2 * (inspection.time.length - 1);
  let x = 0;
  return (
    <svg
      width={barWidth}
      height="14"
      className="time-bar"
      role="img"
      aria-label={inspection.timeText}
    >
      {inspection.time.map(({ look, share, steps }) => {
        const left = x;
        const width = Math.max(share * room, 1);
        x += width + 2;
        const hollow = look.texture === 'hollow';
        return (
          <rect
            key={look.mode}
            className={`s-${look.hue}${hollow ? ' tl-ready' : ''}`}
            x={left + (hollow ? 0.6 : 0)}
            y={hollow ? 3.6 : look.hue === 'run' ? 0 : 1}
            width={hollow ? Math.max(width - 1.2, 1) : width}
            height={hollow ? 5 : look.hue === 'run' ? 12 : 10}
            rx={hollow ? 2.5 : 2}
            {...(hollow ? {} : { fill: textureFill(look.texture) })}
          >
            <title>{`${look.word}: ${steps} steps`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
