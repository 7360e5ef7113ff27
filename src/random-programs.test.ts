// Programs nobody wrote: made by the generator of `npm run differential`, which compares them with
// the real toolchain. Here both flavours of the machine must do the same with them, event by event.

import { expect, test } from 'vitest';
import { generate } from '../scripts/differential/generate.ts';
import { compile, outputOf, recordingOf, start } from './engine/engine.ts';
import { printTrace } from './engine/trace/print-trace.ts';
import { evaluate } from './testing/run-corpus.ts';

function outcomeOf(text: string, flavour: 'exact' | 'fast'): string {
  const compiled = compile([{ name: 'prog.go', text }]);
  if (!compiled.ok) return compiled.text;
  const run = start(compiled.program, {
    scheduling: { kind: 'go', seed: 1 },
    limits: { statements: 2_000_000 },
    evaluate,
    flavour,
  });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const { verdict, statements, now } = run.machine;
  const summary = `${verdict?.kind} ${verdict?.exitCode}, ${statements} statements, ${now} ns`;
  return [outputOf(run, 1), outputOf(run, 2), summary, printTrace(recordingOf(run))].join('\n');
}

const seeds = Array.from({ length: 25 }, (_, i) => i + 1);

test.each(seeds)('program %i does the same in both flavours', (seed) => {
  const text = generate(seed);
  expect(generate(seed)).toBe(text);
  expect(outcomeOf(text, 'fast')).toBe(outcomeOf(text, 'exact'));
});
