// The sheet of keys, opened by `?`.

import { useEffect, useRef } from 'react';
import { keyTable } from '../keys/key-table.ts';
import { toggleSheet } from '../store/arranging.ts';
import { usePage } from '../store/store.ts';
import { Icon } from '../widgets/icon.tsx';

/** The dialog; closed unless asked for. */
export function KeySheet() {
  const open = usePage((state) => state.sheetOpen);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby="sheet-title"
      onClose={() => {
        if (open) toggleSheet();
      }}
    >
      <div className="sheet-h">
        <h2 id="sheet-title">Keyboard</h2>
        <button type="button" className="btn btn-i" aria-label="Close" onClick={toggleSheet}>
          <Icon name="close" />
        </button>
      </div>
      <div className="keys">
        {keyTable.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(({ keys, what }) => (
                <div key={what}>
                  <dt>
                    {keys.map((key) => (
                      <span key={key} className="kbd">
                        {key}
                      </span>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="muted">Single keys work outside the editor. Esc leaves it.</p>
    </dialog>
  );
}
