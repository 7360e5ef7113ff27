// Whoever panics is shown to panic, whatever the value: its text is often known only at the end.

import { expect, test } from 'vitest';
import { evaluate } from '../../testing/run-corpus.ts';
import { compile, recordingOf, start } from '../engine.ts';
import { printTrace } from '../trace/print-trace.ts';
import { bootGo } from './testing/run-go.ts';
import { worldOf } from './world-of.ts';

const dying = (value: string): string =>
  `package main\n\nimport "errors"\n\nvar _ = errors.New\n\nfunc main() { panic(${value}) }\n`;

test.each([
  ['"lost"', 'lost'],
  ['""', '""'],
  ['errors.New("lost")', '&{lost}'],
  ['errors.Join(errors.New("lost"), nil)', '&{'],
])('panic(%s) is shown by what is known of it', (value, shown) => {
  const machine = bootGo(dying(value), { tracksObjects: true });
  machine.runTo(Number.POSITIVE_INFINITY);
  expect([...worldOf(machine).goroutines.values()][0]?.panicking).toContain(shown);
});

test('a recovered panic is told with the same text', () => {
  const source =
    'package main\n\nimport "errors"\n\nfunc main() {\n\tdefer func() { recover() }()\n\tpanic(errors.New("lost"))\n}\n';
  const compiled = compile([{ name: 'prog.go', text: source }]);
  if (!compiled.ok) throw new Error(compiled.text);
  const run = start(compiled.program, { scheduling: { kind: 'go', seed: 1 }, evaluate });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const told = printTrace(recordingOf(run)).match(/(panic|recover) .*/g) ?? [];
  expect(told).toHaveLength(2);
  for (const line of told) expect(line).toContain('lost');
});
