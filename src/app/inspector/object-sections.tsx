// What is known of a channel, a mutex or any other object at this step.

import type { ObjectInspection, QueueEntry } from '../../views/inspector-shapes.ts';
import { select, showLine } from '../store/playing.ts';
import { History } from './goroutine-sections.tsx';

/** All sections of an object. */
export function ObjectSections({ inspection }: { readonly inspection: ObjectInspection }) {
  const { madeAt, buffer, capacity } = inspection;
  return (
    <>
      <div className="insp-h">
        <h2>{inspection.name}</h2>
        <p>
          <code>{inspection.type}</code> <span className="muted">{inspection.status}</span>
        </p>
      </div>
      {capacity > 0 ? (
        <div className="sec">
          <h3>
            Buffer
            <span className="nums">
              {buffer.length}/{capacity}
            </span>
          </h3>
          <div className="slots">
            {Array.from({ length: Math.min(capacity, 12) }, (_, i) => (
              // A place of the buffer is its index.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <span key={i} className={`tokh${buffer[i] === undefined ? ' e' : ''}`}>
                {buffer[i] ?? ' '}
              </span>
            ))}
            {capacity > 12 ? <span className="muted">…</span> : null}
          </div>
        </div>
      ) : null}
      <Queue title="Waiting to send" entries={inspection.senders} />
      <Queue title="Waiting to receive" entries={inspection.receivers} />
      <Queue title="Held by" entries={inspection.holders} />
      <Queue title="Waiting" entries={inspection.waiters} />
      <History title="History" entries={inspection.history} count={inspection.historyCount} />
      {madeAt === null ? null : (
        <div className="sec">
          <h3>Made at</h3>
          <button type="button" className="lref" onClick={() => showLine(madeAt.line)}>
            {madeAt.text}
          </button>
        </div>
      )}
    </>
  );
}

function Queue({
  title,
  entries,
}: {
  readonly title: string;
  readonly entries: readonly QueueEntry[];
}) {
  if (entries.length === 0) return null;
  return (
    <div className="sec">
      <h3>{title}</h3>
      <ol className="queue-list">
        {entries.slice(0, 20).map((entry) => (
          <li key={entry.goroutine}>
            <button
              type="button"
              className="all-row"
              onClick={() => select({ kind: 'goroutine', id: entry.goroutine })}
            >
              <span className={`gch s-${entry.hue}`}>{entry.monogram}</span>
              {entry.name}
            </button>
            {entry.value === '' ? null : <span className="tokh">{entry.value}</span>}
          </li>
        ))}
        {entries.length > 20 ? <li className="muted">and {entries.length - 20} more</li> : null}
      </ol>
    </div>
  );
}
