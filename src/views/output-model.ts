// What the program printed, line by line, with the time and the step of each. The whole run's
// output is known at any step; what is still to come is marked so.

import type { TraceEvent } from '../engine/trace/trace-event.ts';
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

/** Reads the whole recording once. */
export function modelOutput({ recording }: Pick<RunModel, 'recording'>): OutputModel {
  const reader = new OutputReader(recording.nanosecondsPerStatement);
  for (let i = 0; i < recording.length; i++) reader.read(recording.readEvent(i));
  return reader.model();
}

/** Takes the events of a recording one by one. Lines of the two streams are in order of their first byte. */
export class OutputReader {
  private readonly nanosecondsPerStatement: number;
  private readonly lines: WrittenLine[] = [];
  /** The line of each stream that has not ended; the index is -1 for one that was not kept. */
  private readonly open: Record<WrittenLine['stream'], OpenLine | null> = {
    stdout: null,
    stderr: null,
  };
  private dropped = 0;
  private jumped = 0;

  constructor(nanosecondsPerStatement: number) {
    this.nanosecondsPerStatement = nanosecondsPerStatement;
  }

  read(event: TraceEvent): void {
    if (event.kind === 'clockJump') this.jumped += event.number;
    if (event.kind !== 'print' || event.text === '') return;
    const stream = event.other === 2 ? 'stderr' : 'stdout';
    const at = this.jumped + event.ticks * this.nanosecondsPerStatement;
    const pieces = event.text.split('\n');
    pieces.forEach((text, index) => {
      const unfinished = index === 0 ? this.open[stream] : null;
      if (unfinished !== null) this.lengthen(stream, unfinished, text);
      else if (index < pieces.length - 1 || text !== '') {
        const { goroutine } = event;
        this.begin({ text, stream, event: event.index, goroutine, at });
      }
      if (index < pieces.length - 1) this.open[stream] = null;
    });
  }

  model(): OutputModel {
    return { lines: this.lines, dropped: this.dropped };
  }

  private begin(line: WrittenLine): void {
    const isKept = this.lines.length < lineLimit;
    const index = isKept ? this.lines.push(line) - 1 : -1;
    if (!isKept) this.dropped += 1;
    this.open[line.stream] = { line, index };
  }

  private lengthen(stream: WrittenLine['stream'], { line, index }: OpenLine, text: string): void {
    const longer = { ...line, text: line.text + text };
    if (index >= 0) this.lines[index] = longer;
    this.open[stream] = { line: longer, index };
  }
}

interface OpenLine {
  readonly line: WrittenLine;
  readonly index: number;
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
