// The only file that knows Monaco's names: its parts, its worker, our language and our two themes.
// Colours of code come from the project's own scanner, and are weights of ink, not hues.

import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/quickHelp/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import * as monaco from 'monaco-editor/editor';
import { classifyLine, type LineState } from './classify-line.ts';

export type { editor } from 'monaco-editor/editor';
export { monaco };

const language = 'go';

self.MonacoEnvironment = { getWorker: () => new EditorWorker({ name: 'monaco' }) };

class TokenState implements monaco.languages.IState {
  readonly state: LineState;

  constructor(state: LineState) {
    this.state = state;
  }

  clone(): TokenState {
    return this;
  }

  equals(other: monaco.languages.IState): boolean {
    return other instanceof TokenState && other.state === this.state;
  }
}

let defined = false;

/** Tells Monaco about Go and about ink; once. */
export function defineLanguage(): void {
  if (defined) return;
  defined = true;
  monaco.languages.register({ id: language, extensions: ['.go'] });
  monaco.languages.setLanguageConfiguration(language, {
    comments: { lineComment: '//', blockComment: ['/*', '*/'] },
    brackets: [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '(', close: ')' },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: '`', close: '`', notIn: ['string', 'comment'] },
      { open: "'", close: "'", notIn: ['string', 'comment'] },
    ],
    indentationRules: {
      increaseIndentPattern: /^.*(\{|\(|\[|\bcase\b.*:|\bdefault:)\s*(\/\/.*)?$/,
      decreaseIndentPattern: /^\s*(\}|\)|\]|case\b.*:|default:)/,
    },
  });
  monaco.languages.setTokensProvider(language, {
    getInitialState: () => new TokenState('code'),
    tokenize: (line, state) => {
      const before = state instanceof TokenState ? state.state : 'code';
      const { spans, after } = classifyLine(line, before);
      return {
        tokens: spans.map((span) => ({ startIndex: span.start, scopes: span.class })),
        endState: new TokenState(after),
      };
    },
  });
}

/** Reads the page's colours into Monaco's theme; call it again when they change. */
export function applyTheme(theme: 'light' | 'dark'): void {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const hex = (name: string): string => colour(name).replace('#', '');
  monaco.editor.defineTheme('ink', {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: hex('ink') },
      { token: 'keyword', fontStyle: 'bold' },
      { token: 'arrow', fontStyle: 'bold' },
      { token: 'comment', foreground: hex('ink-3'), fontStyle: 'italic' },
      { token: 'string', foreground: hex('ink-2') },
      { token: 'number', foreground: hex('ink-2') },
    ],
    colors: {
      'editor.background': longHex(colour('panel')),
      'editor.foreground': longHex(colour('ink')),
      'editorLineNumber.foreground': longHex(colour('ink-3')),
      // Ink is for lines where goroutines stand.
      'editorLineNumber.activeForeground': longHex(colour('ink-3')),
      'editorCursor.foreground': longHex(colour('ink')),
      'editor.selectionBackground': longHex(colour('line-2')),
      'editor.inactiveSelectionBackground': longHex(colour('line')),
      'editor.wordHighlightBackground': `${longHex(colour('line-2'))}80`,
      'editor.wordHighlightStrongBackground': `${longHex(colour('line-2'))}80`,
      'editor.findMatchBackground': longHex(colour('ink-5')),
      'editor.findMatchHighlightBackground': longHex(colour('line-2')),
      'editorBracketMatch.background': longHex(colour('hover')),
      'editorBracketMatch.border': longHex(colour('ink-4')),
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((level) => [
          `editorBracketHighlight.foreground${level}`,
          longHex(colour('ink')),
        ]),
      ),
      'editorBracketHighlight.unexpectedBracket.foreground': longHex(colour('dead')),
      'editorIndentGuide.background1': '#00000000',
      'editorIndentGuide.activeBackground1': '#00000000',
      'editorError.foreground': longHex(colour('dead')),
      'editorWidget.background': longHex(colour('raised')),
      'editorWidget.foreground': longHex(colour('ink')),
      'editorWidget.border': longHex(colour('line-2')),
      'editorHoverWidget.background': longHex(colour('raised')),
      'editorHoverWidget.foreground': longHex(colour('ink')),
      'editorHoverWidget.border': longHex(colour('line-2')),
      'input.background': longHex(colour('panel')),
      'input.foreground': longHex(colour('ink')),
      'input.border': longHex(colour('line-2')),
      'menu.background': longHex(colour('raised')),
      'menu.foreground': longHex(colour('ink')),
      'menu.selectionBackground': longHex(colour('hover')),
      'menu.selectionForeground': longHex(colour('ink')),
      'scrollbarSlider.background': `${longHex(colour('ink-4'))}55`,
      'scrollbarSlider.hoverBackground': `${longHex(colour('ink-4'))}88`,
      'scrollbarSlider.activeBackground': `${longHex(colour('ink-4'))}aa`,
      focusBorder: longHex(colour('ink')),
    },
  });
  monaco.editor.setTheme('ink');
}

/** `#fff` → `#ffffff`: Monaco wants six digits. */
function longHex(colour: string): string {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(colour);
  if (short === null) return colour;
  const [, r = '0', g = '0', b = '0'] = short;
  return `#${r}${r}${g}${g}${b}${b}`;
}

/** Options that do not change while the page is open. */
export const editorOptions: monaco.editor.IStandaloneEditorConstructionOptions = {
  language,
  automaticLayout: true,
  minimap: { enabled: false },
  fontFamily: 'Commit, ui-monospace, SFMono-Regular, Menlo, monospace',
  fontLigatures: false,
  tabSize: 4,
  insertSpaces: false,
  detectIndentation: false,
  glyphMargin: false,
  folding: false,
  lineNumbersMinChars: 5,
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  guides: { indentation: false, bracketPairs: false },
  padding: { top: 4, bottom: 4 },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  bracketPairColorization: { enabled: false },
  occurrencesHighlight: 'off',
  unicodeHighlight: { ambiguousCharacters: false },
  fixedOverflowWidgets: true,
  accessibilitySupport: 'auto',
  ariaLabel: 'Go source. Press Escape to leave the editor.',
  largeFileOptimizations: true,
  maxTokenizationLineLength: 5000,
  contextmenu: true,
};
