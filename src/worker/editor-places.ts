// Several files in one text: of an archive the editor has one text, so what is said of its files is
// said of that text's lines.

import { archiveLines } from '../engine/go/archive/archive.ts';
import type { Race, RaceAccess, UnfinishedGoroutine } from '../engine/trace/detected.ts';

interface Place {
  readonly file: string;
  readonly line: number;
  readonly endLine?: number;
}

/** Places in the files of an archive as places in its text; all others as they are. */
export function editorPlaces(fileName: string, text: string): <T extends Place>(place: T) => T {
  const lineIn = archiveLines(text);
  return (place) => {
    const line = lineIn(place.file, place.line);
    if (line === null) return place;
    const { endLine } = place;
    const end = endLine === undefined ? {} : { endLine: lineIn(place.file, endLine) ?? line };
    return { ...place, file: fileName, line, ...end };
  };
}

type InEditor = ReturnType<typeof editorPlaces>;

/** A data race with its stacks in the editor's lines. */
export function placedRace(race: Race, place: InEditor): Race {
  const access = (each: RaceAccess): RaceAccess => ({
    ...each,
    stack: each.stack.map(place),
    created: each.created.map(place),
  });
  return { ...race, current: access(race.current), previous: access(race.previous) };
}

/** A goroutine that was not over, likewise. */
export function placedGoroutine(found: UnfinishedGoroutine, place: InEditor): UnfinishedGoroutine {
  const { at, created } = found;
  return {
    ...found,
    at: at === null ? null : place(at),
    created: created === null ? null : place(created),
  };
}
