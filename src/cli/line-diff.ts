// The difference of two texts as gofmt -d shows it: lines that occur once on both sides are the
// anchors (a longest rising sequence of them), and what is equal around them is common
// (internal/diff). Invariant: applying the printed hunks to the old text gives the new one.

/** A run of equal lines: from `x` in the old and `y` in the new text. */
interface CommonRun {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

const contextLines = 3;

/** The hunks with their heading, or "" for equal texts. */
export function unifiedDiff(oldName: string, old: string, newName: string, text: string): string {
  if (old === text) return '';
  const [x, y] = [linesOf(old), linesOf(text)];
  const hunks = new HunkPrinter(x, y);
  let at = { x: 0, y: 0 };
  for (const run of commonRuns(x, y)) {
    hunks.change(at.x, run.x, at.y, run.y);
    hunks.keep(run, run.x + run.length === x.length && run.y + run.length === y.length);
    at = { x: run.x + run.length, y: run.y + run.length };
  }
  hunks.end();
  return `diff ${oldName} ${newName}\n--- ${oldName}\n+++ ${newName}\n${hunks.text}`;
}

/** Lines with their newlines; a last one without says so, as all tools say it. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/(?<=\n)/);
  const last = lines.at(-1) ?? '';
  if (last === '') return lines.slice(0, -1);
  if (last.endsWith('\n')) return lines;
  return [...lines.slice(0, -1), `${last}\n\\ No newline at end of file\n`];
}

/** Collects lines of a hunk until enough common lines end it. */
class HunkPrinter {
  text = '';
  private lines: string[] = [];
  private start = { x: 0, y: 0 };
  private counts = { x: 0, y: 0 };
  private readonly x: readonly string[];
  private readonly y: readonly string[];

  constructor(x: readonly string[], y: readonly string[]) {
    this.x = x;
    this.y = y;
  }

  change(fromX: number, toX: number, fromY: number, toY: number): void {
    for (const line of this.x.slice(fromX, toX)) this.add('-', line, 1, 0);
    for (const line of this.y.slice(fromY, toY)) this.add('+', line, 0, 1);
  }

  keep({ x, y, length }: CommonRun, isLast: boolean): void {
    const isOpen = this.lines.length > 0;
    if (isOpen && !isLast && length < 2 * contextLines) {
      this.common(x, length);
      return;
    }
    if (isOpen) {
      this.common(x, Math.min(length, contextLines));
      this.end();
    }
    if (isLast) return;
    const lead = Math.min(length, contextLines);
    this.start = { x: x + length - lead, y: y + length - lead };
    this.common(x + length - lead, lead);
  }

  end(): void {
    const hasChange = this.lines.some((line) => !line.startsWith(' '));
    if (hasChange) {
      const { start, counts } = this;
      const from = (at: number, count: number): string => `${count > 0 ? at + 1 : at},${count}`;
      this.text += `@@ -${from(start.x, counts.x)} +${from(start.y, counts.y)} @@\n`;
      this.text += this.lines.join('');
    }
    this.lines = [];
    this.counts = { x: 0, y: 0 };
  }

  private common(from: number, count: number): void {
    for (const line of this.x.slice(from, from + count)) this.add(' ', line, 1, 1);
  }

  private add(sign: string, line: string, x: number, y: number): void {
    this.lines.push(sign + line);
    this.counts = { x: this.counts.x + x, y: this.counts.y + y };
  }
}

/** The common runs in order, the last of which ends both texts; it may be empty. */
function commonRuns(x: readonly string[], y: readonly string[]): readonly CommonRun[] {
  const runs: CommonRun[] = [];
  let done = { x: 0, y: 0 };
  for (const anchor of [{ x: 0, y: 0 }, ...anchors(x, y), { x: x.length, y: y.length }]) {
    if (anchor.x < done.x) continue;
    let start = anchor;
    while (start.x > done.x && start.y > done.y && x[start.x - 1] === y[start.y - 1]) {
      start = { x: start.x - 1, y: start.y - 1 };
    }
    let end = anchor;
    while (end.x < x.length && end.y < y.length && x[end.x] === y[end.y]) {
      end = { x: end.x + 1, y: end.y + 1 };
    }
    const length = end.x - start.x;
    const isLast = end.x === x.length && end.y === y.length;
    if (length > 0 || isLast) runs.push({ ...start, length });
    if (isLast) break;
    if (length > 0) done = end;
  }
  return runs;
}

/** Lines that occur once in each text, as many as there are in the same order. */
function anchors(
  x: readonly string[],
  y: readonly string[],
): readonly { readonly x: number; readonly y: number }[] {
  const inY = uniqueLines(y);
  const pairs = [...uniqueLines(x)].flatMap(([line, at]) => {
    const other = inY.get(line);
    return other === undefined ? [] : [{ x: at, y: other }];
  });
  // For each length the pair that a rising sequence of this length can best end with.
  const best: number[] = [];
  const previous = pairs.map((pair, i) => {
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[best[middle] ?? 0]?.y ?? 0) < pair.y) low = middle + 1;
      else high = middle;
    }
    best[low] = i;
    return low === 0 ? -1 : (best[low - 1] ?? -1);
  });
  const chosen = [];
  for (let i = best.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) {
    const pair = pairs[i];
    if (pair !== undefined) chosen.push(pair);
  }
  return chosen.reverse();
}

/** Where the lines stand that occur once. */
function uniqueLines(lines: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (found.has(line)) repeated.add(line);
    else found.set(line, at);
  }
  for (const line of repeated) found.delete(line);
  return found;
}
