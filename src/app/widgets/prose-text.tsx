// Sentences with their names set in type: goroutines bold, code in the code font, lines as links.
// A program's names and values are always text, never markup.

import type { Prose, Segment } from '../../views/prose.ts';
import { select, showLine } from '../store/playing.ts';

/** A sentence. With `links`, its goroutines, objects and lines can be clicked. */
export function ProseText({
  prose,
  links = false,
}: {
  readonly prose: Prose;
  readonly links?: boolean;
}) {
  // A sentence never changes its segments in place, so their index is a stable key.
  return prose.map((segment, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <SegmentText key={`${index} ${segment.text}`} segment={segment} links={links} />
  ));
}

function SegmentText({ segment, links }: { readonly segment: Segment; readonly links: boolean }) {
  switch (segment.kind) {
    case 'text':
      return segment.text;
    case 'goroutine':
      return links ? (
        <button
          type="button"
          className="name"
          onClick={() => select({ kind: 'goroutine', id: segment.goroutine })}
        >
          {segment.text}
        </button>
      ) : (
        <b>{segment.text}</b>
      );
    case 'code':
      return <code>{segment.text}</code>;
    case 'value':
      return <code>{segment.text}</code>;
    case 'line':
      return links ? (
        <button type="button" className="lref" onClick={() => showLine(segment.line)}>
          {segment.text}
        </button>
      ) : (
        <span className="lref">{segment.text}</span>
      );
  }
}
