// Monograms of goroutines in the editor's margin, beside their lines, and what there is to say about
// a line at its end. Drawn over the editor, moved with it.

import { useEffect, useRef, useState } from 'react';
import type { EditorMark } from '../../views/inspector-shapes.ts';
import { proseWidth } from '../../views/text-width.ts';
import { select } from '../store/playing.ts';

/** Where lines are in the editor at the moment. */
export interface EditorView {
  /** Px from the top of the text. */
  readonly topOfLine: (line: number) => number;
  readonly scrollTop: () => number;
  readonly lineHeight: () => number;
  /** Px left of the code. */
  readonly marginWidth: () => number;
  /** Px from the editor's left edge to where the line's code ends, as far as it is scrolled. */
  readonly endOfLine: (line: number) => number;
  /** Px from the editor's left edge to what is not covered by its scroll bar. */
  readonly rightEdge: () => number;
  /** Tells when any of them changes; returns how to stop. */
  readonly onChange: (listener: () => void) => () => void;
}

const hintSize = 11;
const hintGap = 12;

/** At the right edge, or behind code that reaches so far: words about code never cover it. */
function hintLeft(mark: EditorMark, view: EditorView): number {
  const width = Math.ceil(proseWidth(mark.hint, hintSize));
  return Math.max(view.rightEdge() - width - hintGap, view.endOfLine(mark.line) + hintGap);
}

/** Both overlays. */
export function MarginTags({
  marks,
  view,
}: {
  readonly marks: readonly EditorMark[];
  readonly view: EditorView;
}) {
  const [, redraw] = useState(0);
  const latest = useRef(view);
  latest.current = view;
  useEffect(() => latest.current.onChange(() => redraw((count) => count + 1)), []);
  const scrolled = view.scrollTop();
  const height = view.lineHeight();
  const rows = marks.map((mark) => ({ mark, top: view.topOfLine(mark.line) - scrolled }));
  return (
    <>
      <div className="margin-tags" style={{ width: view.marginWidth() }} aria-hidden="true">
        {rows.map(({ mark, top }) => (
          <div key={mark.line} className="margin-row" style={{ top, height }}>
            {mark.tags.map((tag) => (
              <button
                key={tag.text}
                type="button"
                tabIndex={-1}
                className={`gch s-${tag.look.hue}`}
                {...(mark.hint === '' ? {} : { title: mark.hint })}
                onClick={() => {
                  const [first] = tag.goroutines;
                  if (first !== undefined) select({ kind: 'goroutine', id: first });
                }}
              >
                {tag.text}
              </button>
            ))}
          </div>
        ))}
      </div>
      <div className="line-hints" aria-hidden="true">
        {rows.map(({ mark, top }) =>
          mark.hint === '' ? null : (
            <span
              key={mark.line}
              className={`line-hint s-${mark.look.hue}`}
              style={{ top, left: hintLeft(mark, view) }}
            >
              {mark.hint}
            </span>
          ),
        )}
      </div>
    </>
  );
}
