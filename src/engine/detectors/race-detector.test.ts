// The detector of data races beyond its reports (src/races.test.ts compares those with Go's): what a
// race says to a page, and that looking changes nothing.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, historyOf, outputOf, racesOf, recordingOf, type Run, start } from '../engine.ts';
import { printTrace } from '../trace/print-trace.ts';

const evaluate = (names: readonly string[], body: string): ((...args: never[]) => unknown) =>
  new Function(...names, body) as (...args: never[]) => unknown;

function startGo(text: string, race = true): Run {
  const compiled = compile([{ name: 'prog.go', text }]);
  if (!compiled.ok) throw new Error(compiled.text);
  return start(compiled.program, { scheduling: { kind: 'go', seed: 1 }, evaluate, race });
}

/** Runs the body of main to its end. */
function runMain(main: string, declarations = ''): Run {
  const run = startGo(
    `package main\nimport ("sync"; "time")\nvar _ sync.Mutex\n${declarations}\nfunc main() {\n${main}\ntime.Sleep(time.Second)\n}\n`,
  );
  run.machine.runTo(1_000_000);
  return run;
}

const namesIn = (...program: Parameters<typeof runMain>): readonly string[] =>
  racesOf(runMain(...program)).map(({ variable }) => variable);

test('a race names the variable', () => {
  expect(namesIn('n := 0\ngo func() { n++ }()\nn++')).toEqual(['n']);
  expect(namesIn('go func() { total++ }()\ntotal++', 'var total int')).toEqual(['total']);
  expect(namesIn('p := &struct{ x, y int }{}\ngo func() { p.y++ }()\np.y++')).toEqual(['p.y']);
  expect(namesIn('s := make([]int, 4)\ngo func() { s[3]++ }()\ns[3]++')).toEqual(['s[3]']);
  expect(namesIn('m := map[string]int{}\ngo func() { m["k"] = 1 }()\nm["k"] = 2')).toEqual([
    'm',
    'm["k"]',
  ]);
});

test('a race has both accesses, with where their goroutines were started', () => {
  const [race] = racesOf(runMain('n := 0\ngo func() { n = 1 }()\nn = 2; _ = n'));
  expect(race?.current).toMatchObject({ isWrite: true, isFinished: false });
  const sides = [race?.current, race?.previous];
  expect(sides.map((side) => side?.goroutine)).toEqual([2, 1]);
  expect(sides.map((side) => side?.stack.map(({ func, line }) => `${func}:${line}`))).toEqual([
    ['main.main.func1:7'],
    ['main.main:8'],
  ]);
  expect(race?.current.created.map(({ line }) => line)).toEqual([7]);
  expect(race?.previous.created).toEqual([]);
});

const racy = `package main
import "fmt"
func main() {
	done := make(chan bool)
	x := 0
	for i := 0; i < 3; i++ {
		go func() {
			x++
			fmt.Println("in", i)
			done <- true
		}()
	}
	for i := 0; i < 3; i++ {
		<-done
	}
	fmt.Println("x", x)
}
`;

test('looking for races changes neither the output nor the order of events', () => {
  const events = (run: Run): readonly string[] =>
    printTrace(recordingOf(run))
      .split('\n')
      .filter((line) => !line.includes('DATA RACE') && !line.includes('data race'))
      .map((line) => line.replace(/^\s*\d+\s*/, ''));
  const [plain, watched] = [startGo(racy, false), startGo(racy)];
  for (const run of [plain, watched]) run.machine.runTo(1_000_000);
  expect(outputOf(watched, 1)).toBe(outputOf(plain, 1));
  expect(racesOf(watched)).not.toEqual([]);
  expect(watched.machine.verdict?.exitCode).toBe(66);
  expect(events(watched).slice(0, -2)).toEqual(events(plain).slice(0, -2));
});

test('going back and on again repeats the reports where they were', () => {
  const whole = startGo(racy);
  whole.machine.runTo(1_000_000);
  const trace = printTrace(recordingOf(whole));
  const total = whole.machine.state.events;
  fc.assert(
    fc.property(
      fc.array(fc.nat(total), { minLength: 1, maxLength: 6 }),
      fc.nat(400),
      (steps, n) => {
        const run = startGo(racy);
        const history = historyOf(run);
        history.run(n);
        for (const step of steps) history.toEvent(Math.min(step, run.machine.state.events));
        history.run(1_000_000);
        expect(printTrace(recordingOf(run))).toBe(trace);
        expect(outputOf(run, 2)).toBe(outputOf(whole, 2));
      },
    ),
    { numRuns: 30 },
  );
});

test('the schedule does not decide whether a race is found', () => {
  const compiled = compile([{ name: 'prog.go', text: racy }]);
  if (!compiled.ok) throw new Error(compiled.text);
  for (let seed = 1; seed <= 20; seed++) {
    const scheduling = { kind: 'random', seed } as const;
    const run = start(compiled.program, { scheduling, evaluate, race: true });
    run.machine.runTo(1_000_000);
    expect(racesOf(run).map(({ variable }) => variable)).toContain('x');
  }
});

const inTurn = (first: string, second: string): string =>
  `go func() { ${first} }()\ntime.Sleep(1)\ngo func() { ${second} }()`;

test('who loads from a sync.Map comes after who stored under that key, and after nobody else', () => {
  const declarations = 'var m sync.Map; var x int';
  const races = (first: string, second: string): readonly string[] =>
    namesIn(`m.Store("a", 0); m.Store("b", 0)\n${inTurn(first, second)}`, declarations);
  const store = 'x = 1; m.Store("a", 1)';
  expect(races(store, 'm.Load("a"); x++')).toEqual([]);
  expect(races(store, 'm.Load("b"); x++')).toEqual(['x']);
  expect(races(store, 'm.Range(func(k, v any) bool { return true }); x++')).toEqual([]);
  expect(races('m.Load("a"); x = 1', 'm.Store("a", 1); x++')).toEqual(['x']);
  expect(races('x = 1; m.Delete("a")', 'if _, ok := m.Load("a"); !ok { x++ }')).toEqual([]);
  expect(races('x = 1; m.Clear()', 'if _, ok := m.Load("b"); !ok { x++ }')).toEqual([]);
  expect(races('x = 1; m.CompareAndSwap("a", 0, 1)', 'm.Load("a"); x++')).toEqual([]);
  expect(races('x = 1; m.CompareAndSwap("a", 7, 1)', 'm.Load("a"); x++')).toEqual(['x']);
});

test('who gets an item of a sync.Pool comes after who put that item', () => {
  const declarations = 'var pool sync.Pool; var x int';
  const put = 'x = 1; pool.Put("mine")';
  expect(namesIn(inTurn(put, 'pool.Get(); x++'), declarations)).toEqual([]);
  const another = `pool.Put("first")\n${inTurn(put, 'pool.Get(); x++')}`;
  expect(namesIn(another, declarations)).toEqual(['x']);
});
