// The worker runs programs exactly as Node does: the same printed trace, byte for byte. And it can
// be stopped, and survives what it is given.

import { afterAll, describe, expect, test } from 'vitest';
import { printTrace } from '../engine/trace/print-trace.ts';
import { programText } from '../programs/program-text.ts';
import { menuPrograms } from '../programs/programs.ts';
import type { Source } from './protocol.ts';
import { Simulator } from './simulator.ts';
import { tracedSeeds } from './testing/traced-seeds.ts';

const traces: Readonly<Record<string, string>> = import.meta.glob('./testing/traces/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const simulator = new Simulator();
afterAll(() => simulator.close());

const settings = { processors: 1, input: '', signals: [] };
const ignore = (): void => undefined;

describe.each(menuPrograms.map(({ id }) => id))('%s', (id) => {
  test.each(tracedSeeds)('runs with seed %i as in Node', async (seed) => {
    const text = programText(id) ?? '';
    const outcome = await simulator.run(
      { id: 1, fileName: 'main.go', text, seed, settings },
      ignore,
    );
    if (outcome.kind !== 'ran') throw new Error(JSON.stringify(outcome));
    expect(printTrace(outcome.recording)).toBe(traces[`./testing/traces/${id}-${seed}.txt`]);
  });
});

const endless = 'package main\n\nfunc main() {\n\tfor {\n\t}\n}\n';

test('an endless loop is stopped within 100 ms of asking', async () => {
  let stopAskedMs = 0;
  const outcome = await simulator.run(
    { id: 1, fileName: 'main.go', text: endless, seed: 0, settings },
    ({ statements }) => {
      if (stopAskedMs !== 0 || statements < 1_000_000) return;
      stopAskedMs = performance.now();
      simulator.cancel();
    },
  );
  const tookMs = performance.now() - stopAskedMs;
  expect(outcome.kind === 'ran' && outcome.ending.kind).toBe('cancelled');
  expect(tookMs).toBeLessThan(100);
});

test('text that is not Go is refused with its place', async () => {
  const outcome = await simulator.run(
    { id: 1, fileName: 'main.go', text: 'x', seed: 0, settings },
    ignore,
  );
  if (outcome.kind !== 'rejected') throw new Error(outcome.kind);
  const [{ line, column } = { line: 0, column: 0 }] = outcome.diagnostics;
  expect([line, column]).toEqual([1, 1]);
});

const textOf = (id: string): string => programText(id) ?? '';

/** A simulator that has made a program ready ahead. */
async function simulatorExpecting(text: string): Promise<Simulator> {
  let tell: (source: Source) => void = ignore;
  const ready = new Promise<Source>((resolve) => {
    tell = resolve;
  });
  const expecting = new Simulator((source) => tell(source));
  expecting.expect({ fileName: 'main.go', text });
  expect((await ready).text).toBe(text);
  return expecting;
}

test('what is run is what is asked for, whatever was made ready ahead or has run before', async () => {
  const expecting = await simulatorExpecting(textOf('pipeline'));
  for (const [id, name] of ['pipeline', 'pipeline', 'hand-off', 'pipeline'].entries()) {
    const request = { id, fileName: 'main.go', text: textOf(name), seed: 0, settings };
    const outcome = await expecting.run(request, ignore);
    if (outcome.kind !== 'ran') throw new Error(JSON.stringify(outcome));
    expect(printTrace(outcome.recording)).toBe(traces[`./testing/traces/${name}-0.txt`]);
  }
  expecting.close();
});

test('it makes ready one text after another, however many', async () => {
  let tell: (source: Source) => void = ignore;
  const expecting = new Simulator((source) => tell(source));
  for (let edit = 0; edit < 40; edit++) {
    const text = `${textOf('pipeline')}\n// Edited ${edit} times.\n`;
    const ready = new Promise<Source>((resolve) => {
      tell = resolve;
    });
    expecting.expect(null);
    expecting.expect({ fileName: 'main.go', text });
    expect((await ready).text).toBe(text);
  }
  const outcome = await expecting.run(
    { id: 1, fileName: 'main.go', text: textOf('hand-off'), seed: 0, settings },
    ignore,
  );
  if (outcome.kind !== 'ran') throw new Error(JSON.stringify(outcome));
  expect(printTrace(outcome.recording)).toBe(traces['./testing/traces/hand-off-0.txt']);
  expecting.close();
});

test('a program that is run again, by the same worker, answers for the newer run only', async () => {
  const request = { fileName: 'main.go', text: textOf('worker-pool'), seed: 0, settings };
  await simulator.run({ ...request, id: 11 }, ignore);
  expect(await simulator.inspect(11, 5, 1)).not.toBeNull();
  await simulator.run({ ...request, id: 12, seed: 7 }, ignore);
  expect(await simulator.inspect(11, 5, 1)).toBeNull();
  expect(await simulator.inspect(12, 5, 1)).not.toBeNull();
  expect(await simulator.examine(11)).toBeNull();
  expect(await simulator.examine(12)).toEqual({ races: [], leaked: [] });
});

const leaks = `package main

import "runtime"

func main() {
	func() {
		c := make(chan int)
		go func() { c <- 1 }()
	}()
	runtime.Gosched()
	END
}
`;

test.each(['return', 'panic("over")', 'for {}'])(
  'a leaked goroutine is known with its moment, also where the end is %s',
  async (end) => {
    const request = { id: 31, fileName: 'main.go', text: leaks.replace('END', end), seed: 0 };
    await simulator.run({ ...request, settings }, ({ statements }) => {
      if (statements > 1_000_000) simulator.cancel();
    });
    const findings = await simulator.examine(31);
    const [leaked] = findings?.leaked ?? [];
    expect(leaked).toMatchObject({ operand: 'c', at: { line: 8 } });
    expect(leaked?.lostAt?.event).toBeGreaterThan(0);
    // Going there has not changed where the run stands.
    expect(await simulator.inspect(31, 1, 1)).toMatchObject([{ func: 'main.main.func1' }, {}]);
  },
);

test('an endless run is ended by another one of the same program', async () => {
  const request = { fileName: 'main.go', text: endless, seed: 0, settings };
  const stop = (): void => simulator.cancel();
  await simulator.run({ ...request, id: 21 }, stop);
  const older = simulator.run({ ...request, id: 22 }, ignore);
  const newer = simulator.run({ ...request, id: 23 }, stop);
  expect((await older).kind).toBe('failed');
  expect((await newer).kind).toBe('ran');
});

test('a newer run ends an older one', async () => {
  const older = simulator.run(
    { id: 1, fileName: 'main.go', text: endless, seed: 0, settings },
    ignore,
  );
  const text = programText('hand-off') ?? '';
  const newer = simulator.run({ id: 2, fileName: 'main.go', text, seed: 0, settings }, ignore);
  expect((await older).kind).toBe('failed');
  expect((await newer).kind).toBe('ran');
});

const asks = `package main

import (
	"bufio"
	"fmt"
	"os"
	"os/signal"
	"runtime"
)

func main() {
	scanner := bufio.NewScanner(os.Stdin)
	scanner.Scan()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	fmt.Println(scanner.Text(), <-c, runtime.GOMAXPROCS(0))
}
`;

test('a program gets its input, its signals and its processors', async () => {
  const outcome = await simulator.run(
    {
      id: 1,
      fileName: 'main.go',
      text: asks,
      seed: 0,
      settings: { processors: 4, input: 'grüße\n', signals: [{ signal: 2, atNs: 1e9 }] },
    },
    ignore,
  );
  if (outcome.kind !== 'ran') throw new Error(JSON.stringify(outcome));
  expect(printTrace(outcome.recording)).toContain('"grüße interrupt 4\\n"');
});
