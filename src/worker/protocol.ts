// What the page and its workers say to each other: plain data, traces as transferred columns.

import type { PlacedDiagnostic } from '../engine/diagnose.ts';
import type { Race, UnfinishedGoroutine } from '../engine/trace/detected.ts';
import type { Recording, TraceSite } from '../engine/trace/recording.ts';
import { readObjects } from '../engine/trace/object-table.ts';
import { readEvent, type TraceData } from '../engine/trace/trace-data.ts';
import type { ElkLayout } from '../views/topology-elk.ts';

/** A finding about the user's Go, placed for an editor. */
export type Diagnostic = PlacedDiagnostic;

/** What a program meets besides its schedule. */
export interface RunSettings {
  /** How many goroutines can run at the same time: 1, 2, 4 or 8. */
  readonly processors: number;
  /** Standard input. */
  readonly input: string;
  /** Signals that are sent to it, in no order. */
  readonly signals: readonly SentSignal[];
}

/** A signal by its number, and when it comes: virtual nanoseconds since the start. */
export interface SentSignal {
  readonly signal: number;
  readonly atNs: number;
}

/** All that compiling depends on: an archive's text says itself which language version it is in. */
export interface Source {
  readonly fileName: string;
  readonly text: string;
}

/** Whether they compile to the same. */
export function isSameSource(a: Source, b: Source): boolean {
  return a.text === b.text && a.fileName === b.fileName;
}

export interface RunRequest extends Source {
  /** Names the run in questions about it. */
  readonly id: number;
  /** 0: scheduled as Go does; else at random from this seed. */
  readonly seed: number;
  readonly settings: RunSettings;
}

/** Sent while a program runs ahead of the picture. */
export interface RunProgress {
  readonly statements: number;
  readonly events: number;
  /** What it has written since the progress before, to both streams. */
  readonly output: string;
}

/** Bytes of a running program's output that are shown before it has ended. */
export const liveOutputMax = 50_000;

/** How a run came to its end, as the page words it. */
export interface RunEnding {
  /**
   * exited: the program ended by itself, whatever its exit code. deadlock, panic, fatal: as Go says.
   * limit: it used more than the simulator gives; cancelled: somebody pressed Stop.
   */
  readonly kind: 'exited' | 'deadlock' | 'panic' | 'fatal' | 'limit' | 'cancelled';
  readonly exitCode: number;
  /** The first line of what Go prints at the end, or a sentence about the limit. */
  readonly message: string;
  readonly statements: number;
}

/** What the detectors say of a run; of one that ended badly they say less. */
export interface Findings {
  readonly races: readonly Race[];
  /** Goroutines that can never go on; none after a deadlock, which tells of all. */
  readonly leaked: readonly UnfinishedGoroutine[];
}

/** A fault of our own: the message, and where it can be reported from. */
export interface Failure {
  readonly message: string;
}

/** A variable of a frame, its value as %v prints it. */
export interface Local {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A call on a goroutine's stack, innermost first. */
export interface Frame {
  readonly func: string;
  readonly site: Pick<TraceSite, 'file' | 'line'>;
  readonly locals: readonly Local[];
}

/** What came of a run, as the page gets it. */
export type RunOutcome =
  | { readonly kind: 'ran'; readonly recording: Recording; readonly ending: RunEnding }
  /** It does not compile. */
  | { readonly kind: 'rejected'; readonly diagnostics: readonly Diagnostic[] }
  /** Our own engine is at fault; the worker has been started anew. */
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The same as it travels: the trace's columns are transferred, not copied. */
export type SentOutcome =
  | { readonly kind: 'ran'; readonly trace: SentTrace; readonly ending: RunEnding }
  | { readonly kind: 'rejected'; readonly diagnostics: readonly Diagnostic[] };

/** A recording in transit. */
export interface SentTrace {
  readonly data: TraceData;
  readonly sites: readonly TraceSite[];
  readonly nanosecondsPerStatement: number;
  readonly processors: number;
}

/** The recording that a trace in transit stands for. */
export function receiveTrace(sent: SentTrace): Recording {
  const { data, sites, nanosecondsPerStatement, processors } = sent;
  return {
    length: data.length,
    readEvent: (index) => readEvent(data, index),
    objects: readObjects(data.objects, data.texts),
    sites,
    nanosecondsPerStatement,
    processors,
  };
}

/** The buffers of a trace that need not be copied. */
export function transferablesOf({ data }: SentTrace): ArrayBuffer[] {
  const rows = data.chunks.map((chunk) => chunk.words.buffer);
  const objects = data.objects.parts.map((part) => part.buffer);
  return [...rows, ...objects, data.aux.buffer, data.pairs.buffer];
}

/** What the simulator's worker does for the page. */
export interface SimulatorService {
  /** Runs a program to its end or to a limit, in slices, so that `cancel` gets through. */
  run(request: RunRequest, onProgress: (progress: RunProgress) => void): Promise<SentOutcome>;
  cancel(): void;
  /** Gets ready for a program that is not known yet: reads the packages that most import. */
  warm(): Promise<void>;
  /** Makes a program ready, ahead of its run; false if it was given up. */
  prepare(source: Source): Promise<boolean>;
  /** Gives up what is being made ready. */
  abandon(): void;
  /** Runs the program just run once more, looking for races; null when it is not that run's. */
  examine(runId: number): Promise<Findings | null>;
  /** Stack and locals after `step` events of the run just made; null when it is another one. */
  inspect(runId: number, step: number, goroutine: number): readonly Frame[] | null;
}

/** What the checker's worker does. */
export interface CheckerService {
  check(fileName: string, text: string): readonly Diagnostic[];
}

/** What came of formatting. */
export type FormatResult =
  | { readonly kind: 'formatted'; readonly text: string }
  | { readonly kind: 'rejected'; readonly diagnostics: readonly Diagnostic[] };

/** What the formatter's worker does. */
export interface FormatterService {
  format(fileName: string, text: string): Promise<FormatResult>;
}

/** What the layout's worker does. */
export interface LayoutService {
  layout(input: ElkLayout): Promise<ElkLayout>;
}
