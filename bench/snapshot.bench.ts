// Going back: what a snapshot, a fingerprint and a replay cost with 10,000 objects on the heap and
// 100 goroutines, in the middle of a run. Goals: 2 ms a snapshot, 2 ms a fingerprint, 50 ms a step
// back.

import { evaluate } from '../src/cli/evaluate.ts';
import { compile, historyOf, start } from '../src/engine/engine.ts';
import { fingerprint } from '../src/engine/machine/fingerprint.ts';
import { cloneState } from '../src/engine/machine/snapshot.ts';
import { measure, printTable } from './table.ts';

const text = `package main

import "sync"

type point struct{ x, y, z int }

func main() {
	var wg sync.WaitGroup
	results := make(chan int, 10)
	for g := range 100 {
		points := make([]point, 100)
		wg.Go(func() {
			for i := range 100_000 {
				points[i%100].x += i * g
				if i%100 == 99 {
					results <- points[i%100].x
				}
			}
		})
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	for range results {
	}
}
`;
const compiled = compile([{ name: 'prog.go', text }]);
if (!compiled.ok) throw new Error(compiled.text);
const run = start(compiled.program, { scheduling: { kind: 'go', seed: 1 }, evaluate });
const history = historyOf(run);
history.run(3_000_000);
const { machine } = run;
const newest = machine.state.events;

let sum = 0;
const snapshot = measure(50, () => {
  sum += cloneState(machine.state).events;
});
const hash = measure(50, () => {
  sum += fingerprint(machine).length;
});
let at = newest;
const back = measure(50, () => {
  at -= 1;
  history.toEvent(at);
});
let place = 0;
const anywhere = measure(50, () => {
  // A walk over the whole run that never comes to the same step twice.
  place = (place + 0.618_034) % 1;
  history.toEvent(Math.floor(place * newest));
});
if (sum === 0) throw new Error('Broken invariant: nothing was measured');
printTable(
  Object.entries({ snapshot, fingerprint: hash, 'step back': back, 'to any step': anywhere }).map(
    ([what, { bestMs, medianMs }]) => ({ what, 'best ms': bestMs, 'median ms': medianMs }),
  ),
);
console.log(`\n${newest} events, ${machine.state.goroutines.length} goroutines`);
