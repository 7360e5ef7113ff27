// Since when a goroutine is lost, and that nobody who is called lost in the middle of a run ever goes
// on: over the recorded programs with goroutines, at moments all through each run.

import { describe, expect, it, test } from 'vitest';
import { corpusPaths, evaluate, startProgram } from '../../testing/run-corpus.ts';
import { compile, historyOf, start, unfinishedOf, withMoments } from '../engine.ts';
import { unfinishedIn } from './leaks.ts';

/** `2 lost at 100ms`: one text per leaked goroutine, the time in whole milliseconds. */
function lost(main: string, declarations = ''): readonly string[] {
  const text = `package main\nimport "time"\n${declarations}\nfunc main() {\n${main}\n}\n`;
  const compiled = compile([{ name: 'prog.go', text }]);
  if (!compiled.ok) throw new Error(compiled.text);
  const scheduling = { kind: 'go', seed: 1 } as const;
  const run = start(compiled.program, { scheduling, evaluate, leaks: true });
  const history = historyOf(run);
  history.run(1_000_000);
  const leaked = unfinishedOf(run).filter(({ isLeaked }) => isLeaked);
  return withMoments(run, history, leaked).map(
    ({ goroutine, lostAt }) => `${goroutine} lost at ${Math.round((lostAt?.ns ?? -1) / 1e6)}ms`,
  );
}

describe('a goroutine is lost', () => {
  it('when it blocks on what nobody else has any more', () => {
    const program = `
	result := make(chan int)
	go func() {
		time.Sleep(200 * time.Millisecond)
		result <- 1
	}()
	select {
	case <-result:
	case <-time.After(100 * time.Millisecond):
	}
	result = nil
	time.Sleep(time.Second)`;
    expect(lost(program)).toEqual(['2 lost at 200ms']);
  });

  it('when the last one goes who could have woken it', () => {
    const program = `
	c := make(chan int)
	go func(c chan int) { <-c }(c)
	go func(c chan int) {
		time.Sleep(300 * time.Millisecond)
		if time.Now().IsZero() {
			c <- 1
		}
	}(c)
	c = nil
	time.Sleep(time.Second)`;
    expect(lost(program)).toEqual(['2 lost at 300ms']);
  });

  it('when main returns, if only that puts a package variable out of reach', () => {
    const program = 'go func() { <-global }()\ntime.Sleep(time.Second)';
    expect(lost(program, 'var global = make(chan int)')).toEqual(['2 lost at 1000ms']);
  });
});

const withGoroutines = corpusPaths().filter((path) =>
  /programs\/(goroutines|select|context|detectors)\//.test(path),
);

const moments = 6;

test.each(withGoroutines)('in %s nobody goes on who was called lost', (path) => {
  const run = startWhole(path);
  if (run === null) return;
  const { machine } = run;
  const history = historyOf(run);
  history.run(20_000_000);
  const events = machine.state.events;
  const called = new Map<number, { readonly at: number; readonly since: number }>();
  for (let i = 1; i < moments; i++) {
    const at = Math.floor((events * i) / moments);
    history.toEvent(at);
    for (const goroutine of unfinishedIn(machine.state).leaked) {
      called.set(goroutine.id, { at, since: machine.waitsSince(goroutine) });
    }
  }
  history.toNewest();
  for (const [id, { at, since }] of called) {
    const goroutine = machine.state.living().find((each) => each.id === id);
    const waitsSince = goroutine === undefined ? null : machine.waitsSince(goroutine);
    expect([id, at, goroutine?.status, waitsSince]).toEqual([id, at, 'waiting', since]);
  }
});

/** Null for programs that do not compile. */
function startWhole(path: string): ReturnType<typeof startProgram> | null {
  try {
    return startProgram(path, { kind: 'go', seed: 1 });
  } catch {
    return null;
  }
}
