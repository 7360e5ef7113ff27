// Measuring and printing for the benchmarks. A figure is the best of many rounds, which other work
// on the machine disturbs least, beside the median, which says how disturbed it was.

/** Times of one subject in milliseconds. */
export interface Measurement {
  readonly bestMs: number;
  readonly medianMs: number;
}

/** Runs `work` for `rounds` rounds after one that warms it up. */
export function measure(rounds: number, work: () => void): Measurement {
  work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { bestMs: times[0] ?? 0, medianMs: times[times.length >> 1] ?? 0 };
}

type Row = Readonly<Record<string, string | number>>;

/** Prints rows as a Markdown table. */
export function printTable(rows: readonly Row[]): void {
  console.log(tableText(rows).trimEnd());
}

/** Rows as a Markdown table, numbers with three significant digits, so it can be committed. */
export function tableText(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => cellText(row[column] ?? '')));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((row) => (row[index] ?? '').length)),
  );
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, index) => text.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return `${[line(columns), rule, ...cells.map(line)].join('\n')}\n`;
}

function cellText(value: string | number): string {
  if (typeof value === 'string' || Number.isInteger(value)) return String(value);
  return value.toPrecision(3);
}
