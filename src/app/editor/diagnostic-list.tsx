// What is wrong with the source, under the code. Errors of the text as it is now are marked in the
// code as one types; this list appears when somebody tried to run it.

import { showLine } from '../store/playing.ts';
import { usePage } from '../store/store.ts';
import { GlyphIcon } from '../widgets/glyph.tsx';

const shownMax = 10;

/** The list; nothing while the last attempt to run went well. */
export function DiagnosticList() {
  const refusal = usePage((state) => state.refusal);
  if (refusal === null || refusal.kind !== 'diagnostics') return null;
  const { diagnostics } = refusal;
  return (
    <div className="errors s-dead" role="alert">
      <ul>
        {diagnostics.slice(0, shownMax).map((diagnostic, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
          <li key={i} className="errm">
            <GlyphIcon glyph="panic" size={12} />
            <p>
              <button type="button" onClick={() => showLine(diagnostic.line)}>
                {diagnostic.file}:{diagnostic.line}:{diagnostic.column}
              </button>{' '}
              <span className="message">{diagnostic.message}</span>
            </p>
          </li>
        ))}
      </ul>
      {diagnostics.length > shownMax ? (
        <p className="errm">and {diagnostics.length - shownMax} more</p>
      ) : null}
    </div>
  );
}
