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

test('a function of a thousand statements runs the same in both flavours', () => {
  const lines = Array.from({ length: 250 }, (_, i) => {
    const [v, w] = [`v[${i % 7}]`, `v[${(i * 3) % 7}]`];
    return `if ${v} > ${w} { ${w} += step(${v}) } else { ${v} += x }
      for k := range 2 { ${v} = (${v} ^ k) % 1009 }
      x += float64(${w}%3)`.replace('+= x }', '+= int(x) }');
  });
  expectSameRuns(`package main
func step(n int) int { if n == 7 { panic("seven") }; return n*3 + 1 }
func large(rounds int) (sum int) {
	defer func() { if e := recover(); e != nil { sum = -1 } }()
	v, x := [7]int{}, 0.5
	done := make(chan int)
	for i := range rounds {
		go func() { done <- i }()
		${lines.join('\n')}
		v[i%7] += <-done
	}
	for _, n := range v { sum += n }
	if rounds > 20 { return sum + large(rounds-11) }
	return
}
func main() { println(large(5), large(40)) }
`);
});

test('loops with two ways in run the same in both flavours', () => {
  expectSameRuns(`package main
func tangled(n int) (sum int) {
	i := 0
	if n%2 == 0 { goto inside }
outside:
	sum += i
inside:
	i++
	if i < n { goto outside }
	return
}
func main() {
	for i := range 2000 { println(i, tangled(i % 50)) }
}
`);
});

test('random programs run the same in both flavours', () => {
  fc.assert(
    fc.property(randomProgram, (source) => {
      expectSameRuns(source);
    }),
    { numRuns: 25 },
  );
});
