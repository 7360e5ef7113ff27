// Monaco in the page: the text both ways, error markers, tags and tints of goroutines, lines that
// somebody asked to see. It is one chunk with Monaco, loaded when the browser is idle.

import { useEffect, useRef, useState } from 'react';
import { focusEditor } from '../keys/signals.ts';
import { editText } from '../store/editing.ts';
import { runProgram } from '../store/running.ts';
import { viewsOf } from '../store/derived.ts';
import { type PageState, store, usePage } from '../store/store.ts';
import { useMedia } from '../widgets/use-media.ts';
import { type EditorView, MarginTags } from './margin-tags.tsx';
import { applyTheme, defineLanguage, type editor, editorOptions, monaco } from './monaco.ts';
import { useMarks } from './use-marks.ts';

/** The editor. */
export function MonacoEditor() {
  const host = useRef<HTMLDivElement>(null);
  const [created, setCreated] = useState<editor.IStandaloneCodeEditor | null>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    defineLanguage();
    applyTheme(store.getState().theme);
    const made = monaco.editor.create(element, {
      ...editorOptions,
      // From the first frame on, so that tags are not drawn beside other lines for a moment.
      ...sizesOf({
        projector: store.getState().projector,
        wide: matchMedia(wideQuery).matches,
        narrow: matchMedia(narrowQuery).matches,
      }),
      value: store.getState().text,
    });
    giveKeys(made);
    setCreated(made);
    // Widths were measured with a stand-in font if ours was still on its way.
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    return () => {
      made.getModel()?.dispose();
      made.dispose();
      setCreated(null);
    };
  }, []);
  return (
    <div className="monaco-host ed-metrics" ref={host} data-testid="monaco">
      {created === null ? null : <Attached editor={created} />}
    </div>
  );
}

/** Everything that follows the store while the editor lives. */
function Attached({ editor: view }: { readonly editor: editor.IStandaloneCodeEditor }) {
  useText(view);
  useThemeAndSize(view);
  useDiagnostics(view);
  useShownLine(view);
  useFollowing(view);
  const marks = useMarks();
  useTints(view, marks);
  useEffect(() => focusEditor.on(() => view.focus()), [view]);
  return <MarginTags marks={marks} view={viewOf(view)} />;
}

/** What the tags need to know of the editor, without its type. */
function viewOf(view: editor.IStandaloneCodeEditor): EditorView {
  return {
    topOfLine: (line) => view.getTopForLineNumber(line),
    scrollTop: () => view.getScrollTop(),
    lineHeight: () => view.getOption(monaco.editor.EditorOption.lineHeight),
    marginWidth: () => view.getLayoutInfo().contentLeft,
    endOfLine: (line) => {
      const column = view.getModel()?.getLineMaxColumn(line) ?? 1;
      const width = view.getOffsetForColumn(line, column);
      return view.getLayoutInfo().contentLeft + Math.max(width, 0) - view.getScrollLeft();
    },
    rightEdge: () => {
      const { width, verticalScrollbarWidth } = view.getLayoutInfo();
      return width - verticalScrollbarWidth;
    },
    onChange: (listener) => {
      const stops = [
        view.onDidScrollChange(listener),
        view.onDidChangeConfiguration(listener),
        view.onDidContentSizeChange(listener),
        view.onDidLayoutChange(listener),
      ];
      return () => {
        for (const stop of stops) stop.dispose();
      };
    },
  };
}

/** Esc leaves, unless it closes something of the editor's own. Ctrl+Enter runs. */
function giveKeys(view: editor.IStandaloneCodeEditor): void {
  view.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, runProgram);
  view.addCommand(
    monaco.KeyCode.Escape,
    () => {
      const active = document.activeElement;
      if (active instanceof HTMLElement) active.blur();
    },
    '!findWidgetVisible && !editorHasSelection && !editorHasMultipleSelections && !markersNavigationVisible && !suggestWidgetVisible',
  );
}

/** Typing changes the store; a program of the menu changes the editor, undoably. */
function useText(view: editor.IStandaloneCodeEditor): void {
  const text = usePage((state) => state.text);
  useEffect(() => {
    const listener = view.onDidChangeModelContent(() => editText(view.getValue()));
    return () => listener.dispose();
  }, [view]);
  useEffect(() => {
    const model = view.getModel();
    if (model === null || model.getValue() === text) return;
    view.pushUndoStop();
    view.executeEdits('interleave', [{ range: model.getFullModelRange(), text }]);
    view.pushUndoStop();
    view.setSelection(new monaco.Selection(1, 1, 1, 1));
  }, [view, text]);
}

const wideQuery = '(min-width: 1700px)';
const narrowQuery = '(max-width: 1360px)';

function sizesOf(at: {
  readonly projector: boolean;
  readonly wide: boolean;
  readonly narrow: boolean;
}): { fontSize: number; lineHeight: number; lineDecorationsWidth: number } {
  if (at.projector) return { fontSize: 19, lineHeight: 28, lineDecorationsWidth: 76 };
  if (at.wide) return { fontSize: 14.5, lineHeight: 21, lineDecorationsWidth: 56 };
  return { fontSize: at.narrow ? 11.5 : 12.5, lineHeight: 18, lineDecorationsWidth: 52 };
}

function useThemeAndSize(view: editor.IStandaloneCodeEditor): void {
  const theme = usePage((state) => state.theme);
  const projector = usePage((state) => state.projector);
  const wide = useMedia(wideQuery);
  const narrow = useMedia(narrowQuery);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    const size = sizesOf({ projector, wide, narrow });
    view.updateOptions(size);
    // The rim of tinted lines stands at the right end of the tags.
    view.getContainerDomNode().style.setProperty('--tags', `${size.lineDecorationsWidth}px`);
  }, [view, projector, wide, narrow]);
}

function useDiagnostics(view: editor.IStandaloneCodeEditor): void {
  const diagnostics = usePage((state) => state.diagnostics);
  useEffect(() => {
    const model = view.getModel();
    if (model === null) return;
    const markers = diagnostics.map((diagnostic) => ({
      severity:
        diagnostic.severity === 'warning'
          ? monaco.MarkerSeverity.Warning
          : monaco.MarkerSeverity.Error,
      message: diagnostic.message,
      startLineNumber: diagnostic.line,
      startColumn: diagnostic.column,
      endLineNumber: diagnostic.endLine,
      endColumn: diagnostic.endColumn,
    }));
    monaco.editor.setModelMarkers(model, 'go', markers);
  }, [view, diagnostics]);
}

function useShownLine(view: editor.IStandaloneCodeEditor): void {
  const shown = usePage((state) => state.shownLine);
  useEffect(() => {
    if (shown.asked === 0) return;
    view.revealLineInCenterIfOutsideViewport(shown.line);
    view.setPosition({ lineNumber: shown.line, column: 1 });
  }, [view, shown]);
}

/** Stepping by hand keeps the line of the step in sight, unless somebody is typing. */
function useFollowing(view: editor.IStandaloneCodeEditor): void {
  const line = usePage(lineOfStep);
  useEffect(() => {
    if (line > 0 && !view.hasTextFocus()) view.revealLineInCenterIfOutsideViewport(line);
  }, [view, line]);
}

/** The line of the step just done; 0 while playing, and when the text is not what was run. */
function lineOfStep({ run, cursor, playing, text }: PageState): number {
  if (run === null || cursor === 0 || playing || run.text !== text) return 0;
  const { labels } = viewsOf(run.recording).run;
  return labels.site(run.recording.readEvent(cursor - 1).site).line;
}

/** Room for the longest words at a line's end: `12 goroutines panicked`. */
const hintColumns = 18;

/** Tints of lines where goroutines stand. */
function useTints(view: editor.IStandaloneCodeEditor, marks: ReturnType<typeof useMarks>): void {
  const collection = useRef<editor.IEditorDecorationsCollection | null>(null);
  useEffect(() => {
    collection.current ??= view.createDecorationsCollection();
    collection.current.set(
      marks.map((mark) => ({
        range: new monaco.Range(mark.line, 1, mark.line, 1),
        options: {
          isWholeLine: true,
          className: `tint s-${mark.look.hue}`,
          linesDecorationsClassName: `tint-rim s-${mark.look.hue}`,
          lineNumberClassName: 'at-line',
        },
      })),
    );
    // Words behind the longest line must be within reach.
    const hasHint = marks.some((mark) => mark.hint !== '');
    view.updateOptions({ scrollBeyondLastColumn: hasHint ? hintColumns : 1 });
  }, [view, marks]);
}
