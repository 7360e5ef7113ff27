// What the program printed, with the time and the step of each line. A stack trace is one line for
// each goroutine unless somebody asks for whole traces; what is copied is always the whole text.

import { useEffect, useRef, useState } from 'react';
import { goroutineId } from '../../engine/trace/trace-event.ts';
import type { OutputLine } from '../../views/inspector-shapes.ts';
import { withThousands } from '../../views/labels.ts';
import { outputLine, outputText, writtenCount } from '../../views/output-model.ts';
import type { TraceHead } from '../../views/output-traces.ts';
import { editorPlaces } from '../../worker/editor-places.ts';
import type { RunViews } from '../store/derived.ts';
import { jumpTo, select, showLine } from '../store/playing.ts';
import { store, usePage } from '../store/store.ts';
import { copyText } from '../widgets/copy-text.ts';
import { Scroller } from '../widgets/scroller.tsx';
import { useRows } from './use-rows.ts';

const lineHeight = 19;
const fileName = 'main.go';

/** The lines, virtually all of them. */
export function Output({ views }: { readonly views: RunViews }) {
  const cursor = usePage((state) => state.cursor);
  const projector = usePage((state) => state.projector);
  const wholeTraces = usePage((state) => state.wholeTraces);
  const frame = useRef<HTMLElement>(null);
  const { lines, dropped } = views.output;
  const compact = wholeTraces ? null : views.compactOutput;
  const rows = useRows(frame, compact?.length ?? lines.length, projector ? 30 : lineHeight);
  const written = writtenCount(views.output, cursor);
  const { scrollTo } = rows;
  // Of several lines written at once (a report), the first is what one reads first.
  const newest = lines[written - 1];
  const firstLine =
    newest === undefined ? 0 : lines.findIndex(({ event }) => event === newest.event);
  const first = compact?.findIndex(({ line }) => line >= firstLine) ?? firstLine;
  useEffect(() => scrollTo(first), [scrollTo, first]);
  if (lines.length === 0) return <p className="con-empty muted">This run prints nothing.</p>;
  const shown = Array.from({ length: rows.count }, (_, i) => {
    const index = rows.first + i;
    return compact?.[index] ?? { line: index, trace: null };
  });
  return (
    <Scroller className="con-frame" frame={frame} label="Output">
      <ol className="con" style={{ height: rows.height + (dropped > 0 ? 24 : 0) }}>
        {shown.map(({ line, trace }, i) => {
          const content = lines[line];
          if (content === undefined) return null;
          const place = {
            line: outputLine(content, cursor, line === written - 1),
            top: rows.topOf(i),
          };
          return trace === null ? (
            <OutputRow key={line} {...place} />
          ) : (
            <TraceRow key={line} {...place} trace={trace} views={views} />
          );
        })}
        {dropped > 0 ? (
          <li className="muted" style={{ top: rows.height }}>
            <span />
            <span>{withThousands(String(dropped))} more lines are not shown.</span>
          </li>
        ) : null}
      </ol>
    </Scroller>
  );
}

interface RowProps {
  readonly line: OutputLine;
  readonly top: number;
}

function classesOf(line: OutputLine): string {
  const classes = [];
  if (line.future) classes.push('fut');
  if (line.current) classes.push('now');
  if (line.stream === 'stderr') classes.push('err');
  if (/^(fatal error|panic): /.test(line.text) && line.stream === 'stderr') classes.push('s-dead');
  return classes.join(' ');
}

function OutputRow({ line, top }: RowProps) {
  return (
    <li className={classesOf(line)} style={{ top }}>
      <span className="t nums">{line.time}</span>
      <span className="x">{line.text === '' ? ' ' : line.text}</span>
      <button type="button" className="at" tabIndex={-1} onClick={() => jumpTo(line.step)}>
        step {withThousands(String(line.step))}
      </button>
    </li>
  );
}

/** A goroutine's trace: its name selects it, its place shows the line. */
function TraceRow({
  line,
  top,
  trace,
  views,
}: RowProps & { readonly trace: TraceHead; readonly views: RunViews }) {
  const { place } = trace;
  const id = goroutineId(trace.goroutine);
  const isKnown = views.run.usage.goroutines.some((facts) => facts.id === id);
  return (
    <li className={classesOf(line)} style={{ top }}>
      <span className="t" />
      {isKnown ? (
        <button
          type="button"
          className="x trace"
          title="Select this goroutine"
          onClick={() => {
            select({ kind: 'goroutine', id });
            if (place !== null) showPlace(place);
          }}
        >
          {line.text}
        </button>
      ) : (
        <span className="x">{line.text}</span>
      )}
      {place === null ? null : (
        <button type="button" className="at" onClick={() => showPlace(place)}>
          {place.file}:{place.line}
        </button>
      )}
    </li>
  );
}

/** Shows a line of a file: of an archive, in the one text that the editor has. */
function showPlace(place: { readonly file: string; readonly line: number }): void {
  const { run } = store.getState();
  if (run !== null) showLine(editorPlaces(fileName, run.text)(place).line);
}

/** Whether traces are whole, and the way to take the text along. */
export function OutputTools({ views }: { readonly views: RunViews }) {
  const wholeTraces = usePage((state) => state.wholeTraces);
  const [copied, setCopied] = useState(false);
  if (views.output.lines.length === 0) return null;
  return (
    <>
      {views.compactOutput === null ? null : (
        <button
          type="button"
          className="btn btn-t"
          aria-pressed={wholeTraces}
          title="Show every frame of the stack traces"
          onClick={() => store.setState({ wholeTraces: !wholeTraces })}
        >
          Whole traces
        </button>
      )}
      <button
        type="button"
        className="btn btn-t"
        aria-label="Copy the output"
        onClick={() => {
          void copyText(outputText(views.output)).then(() => setCopied(true));
        }}
        onBlur={() => setCopied(false)}
      >
        {copied ? 'Copied' : 'Copy'}
      </button>
    </>
  );
}
