// Who would send, receive or close later in its own function: read from the program, for channels
// that nobody has used in that way yet. Only what the text makes certain enough: the statement is
// below the place where the goroutine stands, in the function that made the channel or in a function
// literal inside it, and names the channel as its make does.

import type { Recording, TraceSite } from '../trace/recording.ts';
import { siteOf } from '../trace/recording.ts';
import type { GoroutineId, ObjectId } from '../trace/trace-event.ts';
import type { WorldState } from '../trace/world.ts';

export interface LaterUse {
  readonly goroutine: GoroutineId;
  /** Where it would. */
  readonly site: number;
}

/** Goroutines alive that would do one of these to the channel further down, nearest first. */
export function laterUses(
  recording: Recording,
  world: WorldState,
  channel: ObjectId,
  operations: readonly ('send' | 'receive' | 'close')[],
): readonly LaterUse[] {
  const made = siteOf(recording, recording.objects[channel - 1]?.site ?? 0);
  if (made.operand === '' || made.func === '') return [];
  const uses: LaterUse[] = [];
  for (const state of world.goroutines.values()) {
    if (state.status === 'dead') continue;
    const at = siteOf(recording, state.site);
    if (!sees(at.func, made.func)) continue;
    const below = recording.sites
      .filter((site) => site.func === at.func && site.file === at.file && site.line > at.line)
      .filter((site) => operations.some((operation) => does(site, operation, made.operand)))
      .sort((a, b) => a.line - b.line);
    const [first] = below;
    if (first !== undefined) uses.push({ goroutine: state.id, site: first.id });
  }
  return uses;
}

/** Whether a function sees the variables of another: it is that one, or a literal inside it. */
function sees(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.func`);
}

function does(site: TraceSite, operation: 'send' | 'receive' | 'close', name: string): boolean {
  if (site.operation !== '') return site.operation === operation && site.operand === name;
  return site.caseTexts.some((text) => {
    const arrow = text.indexOf('<-');
    if (arrow < 0) return false;
    if (operation === 'send') return text.slice(0, arrow).trim() === name;
    return operation === 'receive' && text.slice(arrow + 2).trim() === name;
  });
}
