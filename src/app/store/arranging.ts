// How the page is arranged: theme, projector, panes, tabs. Choices that outlast a visit are kept in
// local storage, where there is one.

import { readKept, writeKept } from './keeping.ts';
import { type PaneSizes, type StageView, store, type Theme } from './store.ts';

const themeKey = 'interleave.theme';
const sizesKey = 'interleave.sizes';

/** Reads what public/theme.js has already put on the page, and the sizes of the last visit. */
export function startArrangement(): void {
  const shown = document.documentElement.dataset.theme;
  store.setState({ theme: shown === 'dark' ? 'dark' : 'light', sizes: readSizes() });
}

/** Light or dark. */
export function toggleTheme(): void {
  const theme: Theme = store.getState().theme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  writeKept(themeKey, theme);
  store.setState({ theme });
}

/** The picture large enough for the back row. */
export function toggleProjector(): void {
  const projector = !store.getState().projector;
  if (projector) document.documentElement.dataset.projector = '1';
  else delete document.documentElement.dataset.projector;
  store.setState({ projector });
}

/** Shows another view of the stage. */
export function showView(view: StageView): void {
  store.setState({ view });
}

/** The inspector on or off. */
export function toggleInspector(): void {
  store.setState({ inspectorOpen: !store.getState().inspectorOpen });
}

/** The sheet of keys. */
export function toggleSheet(): void {
  store.setState({ sheetOpen: !store.getState().sheetOpen });
}

/** A pane's size in px, or null for the design's own. */
export function resizePane(pane: keyof PaneSizes, size: number | null): void {
  const sizes = { ...store.getState().sizes, [pane]: size };
  store.setState({ sizes });
  writeKept(sizesKey, JSON.stringify(sizes));
}

/** Opens or closes a group of lanes. */
export function toggleGroup(key: string): void {
  const openGroups = new Set(store.getState().openGroups);
  if (!openGroups.delete(key)) openGroups.add(key);
  store.setState({ openGroups });
}

function readSizes(): PaneSizes {
  const none: PaneSizes = { editor: null, inspector: null, history: null };
  try {
    const kept: unknown = JSON.parse(readKept(sizesKey) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return none;
    const size = (pane: keyof PaneSizes): number | null => {
      const value: unknown = Reflect.get(kept, pane);
      return typeof value === 'number' && value > 0 && value < 4000 ? value : null;
    };
    return { editor: size('editor'), inspector: size('inspector'), history: size('history') };
  } catch {
    return none;
  }
}
