// The page's state: one store, read by selectors, changed only by the actions in the files beside
// this one. Inputs are the source, the schedule and the cursor, and how the page is arranged; what
// follows from them is in derived.ts.
// Invariant: 0 ≤ cursor ≤ run.recording.length; cursor is 0 while there is no run.

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Recording } from '../../engine/trace/recording.ts';
import type { Selection } from '../../views/scene-context.ts';
import type { TimelineAxis } from '../../views/timeline-shapes.ts';
import type {
  Diagnostic,
  Failure,
  Findings,
  RunEnding,
  RunProgress,
  RunSettings,
} from '../../worker/protocol.ts';

/** A run that has produced a picture: finished, stopped at a limit, or cancelled. */
export interface FinishedRun {
  /** Counts up; also the worker's name for it. */
  readonly id: number;
  readonly recording: Recording;
  /** The source that was run: the picture belongs to it, whatever the editor says now. */
  readonly text: string;
  readonly seed: number;
  readonly settings: RunSettings;
  readonly ending: RunEnding;
}

/** What the simulator does at the moment. */
export type Activity =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly progress: RunProgress | null;
      /** What the program has written so far, or the beginning of it. */
      readonly output: string;
      readonly since: number;
    }
  /** The program has run; its many steps are being read for the picture. */
  | {
      readonly kind: 'reading';
      readonly steps: number;
      readonly output: string;
      readonly since: number;
    };

/** Why the last attempt to run has no picture. */
export type Refusal =
  | { readonly kind: 'diagnostics'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'failure'; readonly failure: Failure; readonly seed: number };

/** How the cursor came to where it is: decides what moves on the stage. */
export type Move = 'step' | 'back' | 'jump';

export type StageView = 'topology' | 'waitFor';
export type InspectorTab = 'goroutine' | 'object' | 'all';
export type ConsoleTab = 'output' | 'events' | 'input';
export type PhoneTab = 'picture' | 'code' | 'timeline' | 'output';
export type Theme = 'light' | 'dark';

/** Px of the panes that a person can resize; null is the design's own size. */
export interface PaneSizes {
  readonly editor: number | null;
  readonly inspector: number | null;
  readonly history: number | null;
}

/** Part of the run that the timeline shows; null follows the playhead. */
export interface TimelineWindow {
  readonly from: number;
  readonly to: number;
}

export interface PageState {
  readonly text: string;
  /** The menu's program that the text began as, null for none. */
  readonly programId: string | null;
  /** What the checker says of `text`; the text it has checked may be a little older. */
  readonly diagnostics: readonly Diagnostic[];
  /** Local storage refuses: edits are lost with the page. */
  readonly storageBlocked: boolean;

  /** 0: goroutines take turns as under Go's own scheduler; else at random, from this seed. */
  readonly seed: number;
  readonly settings: RunSettings;
  readonly activity: Activity;
  readonly run: FinishedRun | null;
  readonly refusal: Refusal | null;
  /** What the detectors say of the run; null until they have looked. */
  readonly findings: Findings | null;

  /** Counts better layouts that have come from the layout's worker. */
  readonly layouts: number;
  /** Counts timelines of long runs that have been read to their end beside their picture. */
  readonly readings: number;
  readonly cursor: number;
  readonly move: Move;
  readonly playing: boolean;
  readonly speed: number;
  readonly selection: Selection;

  readonly theme: Theme;
  readonly projector: boolean;
  readonly view: StageView;
  readonly inspectorOpen: boolean;
  readonly inspectorTab: InspectorTab;
  readonly consoleTab: ConsoleTab;
  /** The step that a link asks for, until its program has run. */
  readonly askedStep: number | null;
  /** Links copied so far. */
  readonly linksCopied: number;
  /** Whether the output shows every frame of stack traces. */
  readonly wholeTraces: boolean;
  readonly phoneTab: PhoneTab;
  readonly sheetOpen: boolean;
  readonly sizes: PaneSizes;
  readonly axis: TimelineAxis;
  readonly timelineWindow: TimelineWindow | null;
  readonly openGroups: ReadonlySet<string>;
  /** A line that somebody asked to see; `asked` counts, so that asking twice works. */
  readonly shownLine: { readonly line: number; readonly asked: number };
}

const initial: PageState = {
  text: '',
  programId: null,
  diagnostics: [],
  storageBlocked: false,
  seed: 0,
  settings: { processors: 1, input: '', signals: [] },
  activity: { kind: 'idle' },
  run: null,
  refusal: null,
  findings: null,
  layouts: 0,
  readings: 0,
  cursor: 0,
  move: 'jump',
  playing: false,
  speed: 1,
  selection: null,
  theme: 'light',
  projector: false,
  view: 'topology',
  inspectorOpen: true,
  inspectorTab: 'goroutine',
  consoleTab: 'output',
  wholeTraces: false,
  askedStep: null,
  linksCopied: 0,
  phoneTab: 'picture',
  sheetOpen: false,
  sizes: { editor: null, inspector: null, history: null },
  axis: 'steps',
  timelineWindow: null,
  openGroups: new Set(),
  shownLine: { line: 0, asked: 0 },
};

export const store = createStore<PageState>(() => initial);

/** Whether the picture is of another program, or of the same one under other circumstances. */
export function isStale({ run, text, settings }: PageState): boolean {
  return run !== null && (run.text !== text || run.settings !== settings);
}

/** The part of the state that a component draws. */
export function usePage<T>(select: (state: PageState) => T): T {
  return useStore(store, select);
}
