// What the program printed, line by line, with the time and the step of each. The whole run's
// output is known at any step; what is still to come is marked so.

import { durationText } from './labels.ts';
import type { OutputLine } from './inspector-shapes.ts';
import type { RunModel } from './run-model.ts';

/** A line of the whole run's output. */
export interface WrittenLine {
  readonly text: string;
  readonly stream: 'stdout' | 'stderr';
  /** 0-based index of the event that wrote its first byte. */
  readonly event: number;
  readonly goroutine: OutputLine['goroutine'];
  /** Virtual time, in nanoseconds. */
  readonly at: number;
}

/** Lines beyond this are not kept: the console says how many are missing. */
const lineLimit = 250_000;

export interface OutputModel {
  readonly lines: readonly WrittenLine[];
  /** Lines that were written but not kept. */
  readonly dropped: number;
}

/** Reads the whole recording once. Lines of the two streams are in order of their first byte. */
export function modelOutput(run: RunModel): OutputModel {
  const { recording } = run;
  const lines: WrittenLine[] = [];
  const open: Record<'stdout' | 'stderr', WrittenLine | null> = { stdout: null, stderr: null };
  const places = new Map<WrittenLine, number>();
  let dropped = 0;
  let jumped = 0;
  const begin = (line: WrittenLine): void => {
    if (lines.length >= lineLimit) dropped += 1;
    else {
      places.set(line, lines.length);
      lines.push(line);
    }
  };
  for (let i = 0; i < recording.length; i++) {
    const event = recording.readEvent(i);
    if (event.kind === 'clockJump') jumped += event.number;
    if (event.kind !== 'print' || event.text === '') continue;
    const stream = event.other === 2 ? 'stderr' : 'stdout';
    const at = jumped + event.ticks * recording.nanosecondsPerStatement;
    const pieces = event.text.split('\n');
    pieces.forEach((text, index) => {
      const unfinished = index === 0 ? open[stream] : null;
      if (unfinished !== null) {
        const place = places.get(unfinished);
        const longer = { ...unfinished, text: unfinished.text + text };
        places.delete(unfinished);
        if (place !== undefined) {
          lines[place] = longer;
          places.set(longer, place);
        }
        open[stream] = longer;
      } else if (index < pieces.length - 1 || text !== '') {
        const line = { text, stream, event: i, goroutine: event.goroutine, at } as const;
        begin(line);
        open[stream] = line;
      }
      if (index < pieces.length - 1) open[stream] = null;
    });
  }
  return { lines, dropped };
}

/** A line as the console shows it at this step. */
export function outputLine(line: WrittenLine, step: number, isNewest: boolean): OutputLine {
  return {
    text: line.text,
    stream: line.stream,
    time: durationText(Math.floor(line.at / 1e6) * 1e6),
    step: line.event + 1,
    goroutine: line.goroutine,
    future: line.event >= step,
    current: isNewest,
  };
}

/** The lines as the console shows them at this step. */
export function outputLines(model: OutputModel, step: number): readonly OutputLine[] {
  const written = writtenCount(model, step);
  return model.lines.map((line, i) => outputLine(line, step, i === written - 1));
}

/** The text of all lines, as one would copy it. */
export function outputText(model: OutputModel): string {
  return model.lines.map(({ text }) => `${text}\n`).join('');
}

/** How many lines have begun by this step. */
export function writtenCount(model: OutputModel, step: number): number {
  let low = 0;
  let high = model.lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((model.lines[middle]?.event ?? 0) < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 0-based events that began a line: the scrubber's ticks. */
export function outputSteps(model: OutputModel): readonly number[] {
  return model.lines.map((line) => line.event);
}
