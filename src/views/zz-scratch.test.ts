import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { compile, start, recordingOf } from '../engine/engine.ts';
import { evaluate } from '../cli/evaluate.ts';
import { printTrace } from '../engine/trace/print-trace.ts';
import { captionsOf } from './testing/captions.ts';
import { explanationOf } from './testing/explanations.ts';

test('real', () => {
  const file = process.env.GOFILE ?? '/tmp/views/go/dead.go';
  const c = compile([{ name: 'main.go', text: readFileSync(file, 'utf8') }] as never);
  if (!c.ok) { console.log(c.text); return; }
  const run = start(c.program, { scheduling: { kind: 'go', seed: Number(process.env.SEED ?? 1) }, evaluate });
  run.machine.run(1e6);
  const rec = recordingOf(run);
  const out = [printTrace(rec), ...captionsOf(rec).map((s, i) => `${i + 1} ${s}`), ...explanationOf(rec)].join('\n');
  writeFileSync('/tmp/views/out.txt', out);
  writeFileSync('/tmp/views/rec.json', JSON.stringify({ events: Array.from({ length: rec.length }, (_, i) => rec.readEvent(i)), objects: rec.objects, sites: rec.sites, ns: rec.nanosecondsPerStatement }));
  console.log(rec.length, 'events');
});
