// Goroutines that are left when a run is over: leaked for ever, or cut short by the end of main.

import { expect, test } from 'vitest';
import { compile, leakReport, start, unfinishedOf } from '../engine.ts';

const evaluate = (names: readonly string[], body: string): ((...args: never[]) => unknown) =>
  new Function(...names, body) as (...args: never[]) => unknown;

/** Runs the body of main, with declarations before it; what is unfinished at the end. */
function unfinished(main: string, declarations = '', imports = '"time"') {
  const text = `package main\nimport (${imports})\n${declarations}\nfunc main() {\n${main}\n}\n`;
  const compiled = compile([{ name: 'prog.go', text }]);
  if (!compiled.ok) throw new Error(compiled.text);
  const scheduling = { kind: 'go', seed: 1 } as const;
  const run = start(compiled.program, { scheduling, evaluate, leaks: true });
  run.machine.runTo(1_000_000);
  return unfinishedOf(run);
}

/** `2 leaked chan receive jobs`, `3 cut sleep`: one text per goroutine. */
function summary(...program: Parameters<typeof unfinished>): readonly string[] {
  return unfinished(...program).map(({ goroutine, isLeaked, waitReason, operand }) =>
    [goroutine, isLeaked ? 'leaked' : 'cut', waitReason, operand].join(' ').trim(),
  );
}

test('a worker whose channel is never closed is leaked', () => {
  const program = `
	jobs := make(chan int)
	go func() {
		for range jobs {
		}
	}()
	jobs <- 1
	time.Sleep(time.Millisecond)`;
  expect(summary(program)).toEqual(['2 leaked chan receive jobs']);
});

test('a sender that nobody receives from is leaked: the forgotten result after a timeout', () => {
  const program = `
	result := make(chan int)
	go func() {
		time.Sleep(2 * time.Millisecond)
		result <- 1
	}()
	select {
	case <-result:
	case <-time.After(time.Millisecond):
	}
	time.Sleep(time.Second)`;
  expect(summary(program)).toEqual(['2 leaked chan send result']);
});

test('nil channels, empty selects, locks and wait groups can be waited for in vain', () => {
  const program = `
	var none chan int
	go func() { <-none }()
	go func() { select {} }()
	go func() {
		var mu sync.Mutex
		mu.Lock()
		mu.Lock()
	}()
	go func() {
		var wg sync.WaitGroup
		wg.Add(1)
		wg.Wait()
	}()
	time.Sleep(time.Millisecond)`;
  expect(summary(program, '', '"sync"; "time"')).toEqual([
    '2 leaked chan receive (nil chan) none',
    '3 leaked select (no cases)',
    '4 leaked sync.Mutex.Lock mu',
    '5 leaked sync.WaitGroup.Wait wg',
  ]);
});

test('two goroutines that wait for each other are leaked together', () => {
  const program = `
	a, b := make(chan int), make(chan int)
	go func() { <-a; b <- 1 }()
	go func() { <-b; a <- 1 }()
	time.Sleep(time.Millisecond)`;
  expect(summary(program)).toEqual(['2 leaked chan receive a', '3 leaked chan receive b']);
});

test('whoever can be woken by one that still runs is not leaked but cut short', () => {
  const program = `
	c := make(chan int)
	go func() { <-c }()
	go func() { time.Sleep(time.Hour); close(c) }()
	time.Sleep(time.Millisecond)`;
  expect(summary(program)).toEqual(['2 cut chan receive c', '3 cut sleep']);
});

test('a timer that is still to come can wake who waits for it', () => {
  expect(summary('go func() { <-time.After(time.Hour) }()\ntime.Sleep(time.Millisecond)')).toEqual([
    '2 cut chan receive time.After(time.Hour)',
  ]);
  const call = `
	c := make(chan int)
	time.AfterFunc(time.Hour, func() { close(c) })
	go func() { <-c }()
	time.Sleep(time.Millisecond)`;
  expect(summary(call)).toEqual(['2 cut chan receive c']);
});

test('package variables are in reach while somebody runs, and of nobody afterwards', () => {
  const waiter = 'go func() { <-global }()\n';
  const global = 'var global = make(chan int)';
  expect(summary(`${waiter}time.Sleep(time.Millisecond)`, global)).toEqual([
    '2 leaked chan receive global',
  ]);
  const sleeper = 'go func() { time.Sleep(time.Hour) }()\n';
  expect(summary(`${waiter}${sleeper}time.Sleep(time.Millisecond)`, global)).toEqual([
    '2 cut chan receive global',
    '3 cut sleep',
  ]);
});

test('nothing is left when main waits for all', () => {
  const program = `
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { time.Sleep(1) })
	}
	wg.Wait()`;
  expect(summary(program, '', '"sync"; "time"')).toEqual([]);
});

test('who was stuck when a panic or a fatal error ended the program is named too', () => {
  const program = `
	lost := func() { c := make(chan int); go func() { <-c }() }
	lost()
	kept := make(chan int)
	go func() { <-kept }()
	defer func() { kept <- 1 }()
	time.Sleep(time.Millisecond)`;
  const stuck = ['2 leaked chan receive c'];
  expect(summary(`${program}\npanic("over")`)).toEqual(stuck);
  const unlocked = `${program}\nvar mu sync.Mutex\nmu.Unlock()`;
  expect(summary(unlocked, '', '"sync"; "time"')).toEqual(stuck);
});

test('a deadlock has its own words', () => {
  expect(summary('<-make(chan time.Time)')).toEqual([]);
});

test('the report shows who is stuck where, since when, and whom main did not wait for', () => {
  const program = `
	time.Sleep(1500 * time.Millisecond)
	done := make(chan int)
	go func() { done <- 1 }()
	go func() { time.Sleep(time.Hour) }()
	time.Sleep(time.Second)`;
  expect(leakReport(unfinished(program))).toBe(`Found 1 leaked goroutine:

goroutine 2 [chan send (leaked)]:
main.main.func1()
\t/tmp/sandbox/prog.go:8 +0x1d
created by main.main in goroutine 1
\t/tmp/sandbox/prog.go:8 +0x1d
blocked on done since 1.5s
note: main did not wait for goroutine 3, which slept at prog.go:9
`);
});
