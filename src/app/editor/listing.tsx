// The source as a coloured listing, from the project's own scanner: what stands in the editor's
// place until Monaco has arrived, and on phones for good.

import { memo, useEffect, useMemo, useRef } from 'react';
import { classifyLines, type Span } from '../../engine/go/syntax/classify.ts';
import type { EditorMark } from '../../views/inspector-shapes.ts';
import type { Diagnostic } from '../../worker/protocol.ts';
import { usePage } from '../store/store.ts';
import { Scroller } from '../widgets/scroller.tsx';
import { useMarks } from './use-marks.ts';

/** Longer texts are shown only so far: this is a stand-in for the editor. */
const linesMax = 3000;

/** The listing. */
export function Listing() {
  const text = usePage((state) => state.text);
  const diagnostics = usePage((state) => state.diagnostics);
  const shown = usePage((state) => state.shownLine);
  const marks = useMarks();
  const frame = useRef<HTMLElement>(null);
  const lines = useMemo(() => {
    const spans = classifyLines(text);
    return text.split('\n').map((line, i) => ({ line, spans: spans[i] ?? [] }));
  }, [text]);
  useEffect(() => {
    if (shown.asked === 0) return;
    const row = frame.current?.children[shown.line - 1];
    row?.scrollIntoView({ block: 'center' });
  }, [shown]);
  const markOf = new Map(marks.map((mark) => [mark.line, mark]));
  // A line can be marked as wrong only; what vet warns of is for the editor.
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === undefined);
  const wrong = new Map(errors.map((diagnostic) => [diagnostic.line, diagnostic]));
  return (
    <Scroller className="ed listing" frame={frame} label="Go source">
      {lines.slice(0, linesMax).map(({ line, spans }, i) => (
        <Line
          // A line's number is what it is.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={i}
          number={i + 1}
          text={line}
          spans={spans}
          mark={markOf.get(i + 1)}
          diagnostic={wrong.get(i + 1)}
        />
      ))}
    </Scroller>
  );
}

const Line = memo(function Line({
  number,
  text,
  spans,
  mark,
  diagnostic,
}: {
  readonly number: number;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly mark: EditorMark | undefined;
  readonly diagnostic: Diagnostic | undefined;
}) {
  const classes = ['ln'];
  if (mark !== undefined) classes.push('at', `s-${mark.look.hue}`);
  if (diagnostic !== undefined) classes.push('err');
  return (
    <div className={classes.join(' ')}>
      <span className="no">{number}</span>
      <span className="gs">
        {mark?.tags.map((tag) => (
          <span key={tag.text} className={`gch s-${tag.look.hue}`}>
            {tag.text}
          </span>
        ))}
      </span>
      <span className="cd">
        <Coloured text={text} spans={spans} />
      </span>
      {mark === undefined || mark.hint === '' ? null : <span className="hint">{mark.hint}</span>}
    </div>
  );
});

function Coloured({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) {
  if (text === '') return ' ';
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) pieces.push(text.slice(at, span.start));
    const piece = text.slice(span.start, span.end);
    const name = inkClass[span.class];
    pieces.push(
      name === '' ? (
        piece
      ) : (
        <span key={span.start} className={name}>
          {piece}
        </span>
      ),
    );
    at = span.end;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** Weight and slant, no hue. */
const inkClass: Readonly<Record<Span['class'], string>> = {
  keyword: 'k',
  arrow: 'o',
  comment: 'c',
  string: 's',
  number: 'n',
  operator: '',
  punctuation: '',
  type: '',
  constant: '',
  function: '',
  identifier: '',
};
