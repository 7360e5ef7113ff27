// Making programs ready to run: compiled, their code evaluated. Ahead of the run if there is time, in
// parts, so that a run that comes in between need not wait for what it does not want.
// Invariants: at most one program is kept; it is given out for exactly the source that it was made
// from; what a run waits for is never abandoned.

import { type Compiled, compileInParts } from '../engine/engine.ts';
import { editorPlaces } from './editor-places.ts';
import { type Evaluate, evaluatorFor } from './evaluator.ts';
import { nextTask } from './next-task.ts';
import { type Diagnostic, isSameSource, type Source } from './protocol.ts';

/** What has come of a source. */
export type Made =
  | {
      readonly kind: 'made';
      readonly program: Extract<Compiled, { readonly ok: true }>['program'];
      readonly evaluate: Evaluate;
    }
  | { readonly kind: 'rejected'; readonly diagnostics: readonly Diagnostic[] };

interface Making {
  readonly source: Source;
  /** Null if it was abandoned. */
  readonly made: Promise<Made | null>;
  isRunWaiting: boolean;
  isAbandoned: boolean;
}

/** Makes one program at a time and keeps it. */
export class ProgramMaker {
  private kept: { readonly source: Source; readonly made: Made } | null = null;
  private making: Making | null = null;

  /** Makes a program while nobody waits for it; null if it was given up, or a run is waiting. */
  async prepare(source: Source): Promise<Made | null> {
    return this.making?.isRunWaiting === true ? null : await this.toMake(source, false);
  }

  /** Gives up what is made ahead, unless a run waits for it. */
  abandon(): void {
    if (this.making?.isRunWaiting === false) this.making.isAbandoned = true;
  }

  /** The program for a run: the one made ahead if it is of this source, else a new one. */
  async make(source: Source): Promise<Made> {
    const made = await this.toMake(source, true);
    if (made === null) throw new Error('Broken invariant: abandoned while a run waits');
    return made;
  }

  private toMake(source: Source, isRunWaiting: boolean): Promise<Made | null> {
    const { kept, making } = this;
    if (kept !== null && isSameSource(kept.source, source)) return Promise.resolve(kept.made);
    if (making !== null && !making.isAbandoned && isSameSource(making.source, source)) {
      making.isRunWaiting ||= isRunWaiting;
      return making.made;
    }
    this.abandon();
    this.kept = null;
    const next: Making = {
      source,
      isRunWaiting,
      isAbandoned: false,
      made: Promise.resolve().then(() => this.makeInParts(next)),
    };
    this.making = next;
    return next.made;
  }

  private async makeInParts(making: Making): Promise<Made | null> {
    const isWanted = (): boolean => !making.isAbandoned;
    try {
      const made = await makeWhile(making.source, isWanted);
      if (!isWanted()) return null;
      if (made !== null) this.kept = { source: making.source, made };
      return made;
    } finally {
      if (this.making === making) this.making = null;
    }
  }
}

/** Null if it was not wanted any more. */
async function makeWhile(source: Source, isWanted: () => boolean): Promise<Made | null> {
  const { fileName, text } = source;
  const parts = compileInParts([{ name: fileName, text }]);
  let part = parts.next();
  while (part.done !== true) {
    await nextTask();
    if (!isWanted()) return null;
    part = parts.next();
  }
  const compiled = part.value;
  if (!compiled.ok) {
    return { kind: 'rejected', diagnostics: compiled.placed.map(editorPlaces(fileName, text)) };
  }
  const { program } = compiled;
  await nextTask();
  if (!isWanted()) return null;
  const evaluate = await evaluatorFor(program, { isWanted });
  return evaluate === null ? null : { kind: 'made', program, evaluate };
}
