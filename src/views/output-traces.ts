// Stack traces in the output: for each goroutine one line, that says where its own code stands. The
// frames are left out; whoever wants them asks for whole traces.
// Invariant: rows are in the order of their lines; what is no trace is a row of its own.

import type { WrittenLine } from './output-model.ts';

/** A row of the console. */
export interface OutputEntry {
  /** 0-based index of its line. */
  readonly line: number;
  /** Set for the head of a goroutine's trace. */
  readonly trace: TraceHead | null;
}

export interface TraceHead {
  /** As the runtime numbers it. */
  readonly goroutine: number;
  /** Base name and line of the first frame in the user's code, else of the first; null: no frames. */
  readonly place: { readonly file: string; readonly line: number } | null;
}

const head = /^goroutine (\d+)(?: [^[]*)? \[[^\]]*\]:$/;
const frame = /^\t(.*\/)?([^/]+\.go):(\d+)/;
/** Where Go keeps its own sources. */
const ofGo = '/usr/local/go/';

/** The rows with every trace in one; null if there is no trace. */
export function compactTraces(lines: readonly WrittenLine[]): readonly OutputEntry[] | null {
  const entries: OutputEntry[] = [];
  let found = false;
  for (let i = 0; i < lines.length; i++) {
    const goroutine = traceAt(lines, i);
    if (goroutine === null) {
      // The empty line above a trace goes with it.
      if (lines[i]?.text !== '' || traceAt(lines, i + 1) === null) {
        entries.push({ line: i, trace: null });
      }
      continue;
    }
    found = true;
    const end = endOfTrace(lines, i + 1);
    entries.push({ line: i, trace: { goroutine, place: placeOf(lines.slice(i + 1, end)) } });
    i = end - 1;
  }
  return found ? entries : null;
}

/** The number of the goroutine whose trace begins here. */
function traceAt(lines: readonly WrittenLine[], index: number): number | null {
  const line = lines[index];
  if (line === undefined || line.stream !== 'stderr') return null;
  const match = head.exec(line.text);
  return match === null ? null : Number(match[1]);
}

/** After the last frame: a frame is a call and, indented, its place. */
function endOfTrace(lines: readonly WrittenLine[], first: number): number {
  const isPlace = (index: number): boolean => lines[index]?.text.startsWith('\t') === true;
  let end = first;
  for (;;) {
    if (isPlace(end)) end += 1;
    else if (isPlace(end + 1) || lines[end]?.text.startsWith('...') === true) end += 1;
    else return end;
  }
}

function placeOf(frames: readonly WrittenLine[]): TraceHead['place'] {
  const places = frames.flatMap(({ text }) => {
    const match = frame.exec(text);
    if (match === null) return [];
    const [, folder = '', file = '', line] = match;
    return [{ file, line: Number(line), isOfGo: folder.startsWith(ofGo) }];
  });
  const place = places.find(({ isOfGo }) => !isOfGo) ?? places[0];
  return place === undefined ? null : { file: place.file, line: place.line };
}
