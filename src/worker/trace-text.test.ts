// The printed traces of the menu's programs, under Go's order and under two seeds. What Node prints
// is kept in testing/traces (renewed by `npm run unit -- src/worker -u`, and then to be read);
// simulator.browser.test.ts demands the same bytes of the worker.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, recordingOf, start } from '../engine/engine.ts';
import { printTrace } from '../engine/trace/print-trace.ts';
import { menuPrograms } from '../programs/programs.ts';
import { schedulingOf } from './scheduling.ts';
import { tracedSeeds } from './testing/traced-seeds.ts';

describe.each(menuPrograms.map(({ id }) => id))('%s', (id) => {
  test.each(tracedSeeds)('runs with seed %i as recorded', async (seed) => {
    const text = readFileSync(new URL(`../programs/${id}.go`, import.meta.url), 'utf8');
    const compiled = compile([{ name: 'main.go', text }]);
    if (!compiled.ok) throw new Error(compiled.text);
    const run = start(compiled.program, {
      scheduling: schedulingOf(seed),
      evaluate: (names, body) => new Function(...names, body) as never,
    });
    run.machine.runTo(Number.POSITIVE_INFINITY);
    await expect(printTrace(recordingOf(run))).toMatchFileSnapshot(
      `testing/traces/${id}-${seed}.txt`,
    );
  });
});
