// Local storage that may be refused: a sandboxed frame, a private window, a full disk. Then nothing
// is kept, the page says so once, and everything else works.

/** What was kept under a key; null when there is nothing or storage is blocked. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text; false when storage refuses. */
export function writeKept(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
