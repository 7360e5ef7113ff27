// The fast flavour is the exact one but faster: for every program in the repository and for random
// ones, under several schedulers and stopped at many places, both execute the same statements, make
// the same events at the same sites, stand in the same state and print the same.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compile,
  outputOf,
  recordingOf,
  type Run,
  type Scheduling,
  start,
} from './engine/engine.ts';
import { fingerprint } from './engine/machine/fingerprint.ts';
import { printTrace } from './engine/trace/print-trace.ts';
import { corpusPaths, evaluate, inputOf, isRefused, sourceOf } from './testing/run-corpus.ts';
import { randomProgram } from './testing/random-program.ts';

const benchmarks = 'bench/programs';

interface Plan {
  readonly scheduling: Scheduling;
  /** The run is stopped after each so many statements, and compared. */
  readonly chunk: number;
  /** Statements after which the comparison ends. */
  readonly end: number;
  readonly processors?: number;
}

const plans: readonly Plan[] = [
  { scheduling: { kind: 'go', seed: 1 }, chunk: 500_000, end: 1_000_000 },
  { scheduling: { kind: 'random', seed: 2 }, chunk: 5_000, end: 25_000 },
  { scheduling: { kind: 'go', seed: 3 }, chunk: 333, end: 9_990 },
  { scheduling: { kind: 'go', seed: 4 }, chunk: 7, end: 700 },
  { scheduling: { kind: 'go', seed: 5 }, chunk: 25_000, end: 25_000, processors: 4 },
];

function startBoth(program: Run['program'], input: string, plan: Plan): [Run, Run] {
  const { scheduling, processors = 1 } = plan;
  const options = { scheduling, processors, evaluate, input };
  return [
    start(program, { ...options, flavour: 'exact' }),
    start(program, { ...options, flavour: 'fast' }),
  ];
}

/** Where a run stands. */
function standing({ machine, trace }: Run) {
  const { allocated, measureAt, verdict } = machine.state;
  return {
    statements: machine.statements,
    events: trace.length,
    allocated,
    measureAt,
    verdict,
    fingerprint: fingerprint(machine),
  };
}

function expectSameRuns(source: string, input = ''): void {
  const compiled = compile([{ name: 'prog.go', text: source }]);
  if (!compiled.ok) throw new Error(compiled.text);
  for (const plan of plans) {
    const { chunk, end } = plan;
    const [exact, fast] = startBoth(compiled.program, input, plan);
    for (let at = chunk; at <= end && exact.machine.verdict === null; at += chunk) {
      exact.machine.runTo(at);
      fast.machine.runTo(at);
      expect(standing(fast)).toEqual(standing(exact));
    }
    expect(outputOf(fast, 1)).toBe(outputOf(exact, 1));
    expect(outputOf(fast, 2)).toBe(outputOf(exact, 2));
    expect(printTrace(recordingOf(fast))).toBe(printTrace(recordingOf(exact)));
  }
}

const programs = corpusPaths().filter((path) => !isRefused(path));

test.each(programs)('%s runs the same in both flavours', (path) => {
  expectSameRuns(sourceOf(path), inputOf(path));
});

test.each(readdirSync(benchmarks).filter((name) => name.endsWith('.go')))(
  'the benchmark %s runs the same in both flavours',
  (name) => {
    expectSameRuns(readFileSync(`${benchmarks}/${name}`, 'utf8'));
  },
);

test('random programs run the same in both flavours', () => {
  fc.assert(
    fc.property(randomProgram, (source) => {
      expectSameRuns(source);
    }),
    { numRuns: 25 },
  );
});
