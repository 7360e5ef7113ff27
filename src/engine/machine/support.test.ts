// Runs of one program share its code: whichever of them is executed, and however far the others are,
// each goes as it would alone.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printTrace } from '../trace/print-trace.ts';
import { evaluate } from '../../testing/run-corpus.ts';
import { compile, outputOf, recordingOf, type Run, start } from '../engine.ts';

// Pointers as keys are numbered by the run, and big slices counted by it.
const source = `package main

type node struct{ next *node }

func main() {
	seen := map[*node]int{}
	done := make(chan int)
	for i := range 3 {
		go func() {
			buffer := make([]int, 1000*(i+1))
			done <- len(buffer)
		}()
	}
	var last *node
	for i := range 20 {
		last = &node{last}
		seen[last] = i
	}
	total := 0
	for n := last; n != nil; n = n.next {
		total = total*3%1000 + seen[n]
	}
	for range 3 {
		total += <-done
	}
	println(total, len(seen))
}
`;

const compiled = compile([{ name: 'prog.go', text: source }]);
if (!compiled.ok) throw new Error(compiled.text);
const { program } = compiled;

const boot = (evaluated = evaluate): Run =>
  start(program, { scheduling: { kind: 'go', seed: 1 }, evaluate: evaluated });

const told = (run: Run): string =>
  `${printTrace(recordingOf(run))}\n${outputOf(run, 2)}\n${run.machine.state.allocated}`;

describe('runs of one program', () => {
  it('share its code', () => {
    const [one, other] = [boot(), boot()];
    expect(one.machine.support).toBe(other.machine.support);
    const evaluatedElse = boot((names, body) => evaluate(names, body));
    expect(evaluatedElse.machine.support).not.toBe(one.machine.support);
  });

  it('go as they would alone when they are executed by turns', () => {
    const alone = boot();
    alone.machine.runTo(Number.POSITIVE_INFINITY);
    expect(outputOf(alone, 2)).toMatch(/^\d+ 20\n$/);
    const turns = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 200 })));
    fc.assert(
      fc.property(turns, (taken) => {
        const runs = [boot(), boot()];
        for (const [isFirst, statements] of taken) runs[isFirst ? 0 : 1]?.machine.run(statements);
        for (const { machine } of runs) machine.runTo(Number.POSITIVE_INFINITY);
        for (const run of runs) expect(told(run)).toBe(told(alone));
      }),
      { numRuns: 50 },
    );
  });
});
