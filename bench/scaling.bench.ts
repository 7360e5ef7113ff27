// How cost grows: goroutines, channels and timers up to 100,000, the trace up to ten million events,
// the source up to 10,000 lines. What grows linearly has the same cost per item in every row.
// `npm run bench -- scaling --record` renews docs/scaling.md and its plots.

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { compile, historyOf, type Run, start } from '../src/engine/engine.ts';
import { evaluate } from '../src/cli/evaluate.ts';
import { logPlot, type Series } from './plot.ts';
import { tableText } from './table.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const scheduling = { kind: 'go', seed: 1 } as const;
const most = Number.MAX_SAFE_INTEGER;
const limits = { statements: most, events: most, goroutines: most, heapBytes: 4 * 2 ** 30 };

function compiled(source: string) {
  const result = compile([{ name: 'prog.go', text: source }]);
  if (!result.ok) throw new Error(result.text);
  return result.program;
}

/** Milliseconds of the better of two runs, each in a machine of its own. */
function timeOf(source: string): number {
  const program = compiled(source);
  const times = [0, 1].map(() => {
    const { machine } = start(program, { scheduling, evaluate, limits, records: false });
    const before = performance.now();
    machine.runTo(Number.POSITIVE_INFINITY);
    if (machine.verdict?.kind !== 'ok') throw new Error(JSON.stringify(machine.verdict));
    return performance.now() - before;
  });
  return Math.min(...times);
}

const goroutines = (count: number): string => `package main

func main() {
	start, done := make(chan bool), make(chan int, 16)
	for i := range ${count} {
		go func() {
			<-start
			done <- i
		}()
	}
	close(start)
	for range ${count} {
		<-done
	}
}
`;

const channels = (count: number): string => `package main

func main() {
	first := make(chan int)
	last := first
	for range ${count} {
		next := make(chan int)
		go func(from, to chan int) { to <- 1 + <-from }(last, next)
		last = next
	}
	first <- 0
	<-last
}
`;

const timers = (count: number): string => `package main

import "time"

func main() {
	done := make(chan int, ${count})
	for i := range ${count} {
		time.AfterFunc(time.Duration(i*7919%${count})*time.Millisecond, func() { done <- i })
	}
	for range ${count} {
		<-done
	}
}
`;

/** Two events for every message. */
const messages = (count: number): string => `package main

func main() {
	c := make(chan int)
	go func() {
		for i := range ${Math.round(count / 2)} {
			c <- i
		}
		close(c)
	}()
	for range c {
	}
}
`;

/** A program of about so many lines, of ordinary functions with types, loops and calls. */
function longSource(lines: number): string {
  const functions = Array.from(
    { length: Math.max(1, Math.round(lines / 20)) },
    (_, i) => `type record${i} struct {
	name  string
	count int
	next  *record${i}
}

func (r *record${i}) add(values []int, by map[string]int) (sum int) {
	for i, v := range values {
		if v%2 == 0 {
			sum += v * ${i}
			continue
		}
		by[r.name] += i
	}
	r.count += sum
	if r.next != nil {
		return r.next.add(values[:len(values)/2], by)
	}
	return sum
}
`,
  );
  return `package main\n\n${functions.join('\n')}\nfunc main() {}\n`;
}

function series(name: string, counts: readonly number[], cost: (count: number) => number): Series {
  const points: Point[] = [];
  for (const x of counts) {
    globalThis.gc?.();
    points.push({ x, y: Math.max(cost(x), 0.01) });
  }
  return { name, points };
}

const report: string[] = [];
function bytesOf({ trace }: Run): number {
  const columns = trace
    .data()
    .chunks.flatMap((chunk) => Object.values(chunk))
    .filter((column) => ArrayBuffer.isView(column));
  return columns.reduce((sum, column) => sum + column.byteLength, 0);
}

function section(title: string, text: string): void {
  report.push(`## ${title}\n\n${text}`);
  console.log(`\n${title}\n${text}`);
}

function table(unit: string, list: readonly Series[]): string {
  const rows = list.flatMap(({ name, points }) =>
    points.map(({ x, y }) => ({
      what: name,
      count: x.toLocaleString('en-US'),
      ms: y,
      [unit]: (y * 1e6) / x,
    })),
  );
  return tableText(rows);
}

const tens = [10, 100, 1000, 10_000, 100_000];
const many = [
  series('goroutines', tens, (count) => timeOf(goroutines(count))),
  series('channels', tens, (count) => timeOf(channels(count))),
  series('timers', tens, (count) => timeOf(timers(count))),
];
section('Goroutines, channels, timers', table('ns each', many));

const traced = [1e4, 1e5, 1e6, 1e7].map((count) => {
  globalThis.gc?.();
  const run = start(compiled(messages(count)), { scheduling, evaluate, limits });
  const history = historyOf(run);
  const before = performance.now();
  while (run.machine.verdict === null) history.run(1_000_000);
  const ms = performance.now() - before;
  const { length } = run.trace;
  // Any step: from the end to a quarter, to three quarters, to the middle.
  const jumps = [0.25, 0.75, 0.5].map((share) => {
    const asked = performance.now();
    history.toEvent(Math.floor(length * share));
    return performance.now() - asked;
  });
  return { events: length, ms, bytes: bytesOf(run), jumpMs: Math.max(...jumps) };
});
section(
  'The trace',
  tableText(
    traced.map(({ events, ms, bytes, jumpMs }) => ({
      events: events.toLocaleString('en-US'),
      ms,
      'ns per event': (ms * 1e6) / events,
      'bytes per event': bytes / events,
      'any step, ms': jumpMs,
    })),
  ),
);

const sourceLines = [100, 1000, 10_000];
const fronts = [
  series('check and lower', sourceLines, (lines) => {
    const text = longSource(lines);
    const times = [0, 1, 2].map(() => {
      const before = performance.now();
      compiled(text);
      return performance.now() - before;
    });
    return Math.min(...times);
  }),
];
section('Source lines', table('ns per line', fronts));

if (process.argv.includes('--record')) record();

function record(): void {
  const traces: Series = {
    name: 'traced run',
    points: traced.map(({ events, ms }) => ({ x: events, y: ms })),
  };
  mkdirSync('docs/scaling', { recursive: true });
  writeFileSync('docs/scaling/many.svg', logPlot({ x: 'count', y: 'milliseconds' }, many));
  writeFileSync('docs/scaling/trace.svg', logPlot({ x: 'events', y: 'milliseconds' }, [traces]));
  writeFileSync('docs/scaling/source.svg', logPlot({ x: 'lines', y: 'milliseconds' }, fronts));
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model ?? 'processor'}, Node ${process.version}`;
  const plots =
    '![many](scaling/many.svg)\n![trace](scaling/trace.svg)\n![source](scaling/source.svg)\n';
  const head = `# How cost grows\n\nMeasured by \`npm run bench -- scaling --record\` on ${machine}.\nThe dotted line in each plot is linear growth.\n`;
  writeFileSync(
    'docs/scaling.md',
    [head, ...report.map((part) => part.trimEnd()), plots].join('\n\n'),
  );
}
