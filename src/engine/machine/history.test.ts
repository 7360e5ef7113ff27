// Time travel: any step again, from checkpoints; the machine's own view against the fold; the laws of
// machine states at every step. On programs that use everything that waits.

import { describe, expect, it } from 'vitest';
import { printWorld } from '../trace/print-world.ts';
import { fingerprint } from './fingerprint.ts';
import { History } from './history.ts';
import { inspect } from './inspect.ts';
import type { Machine } from './machine.ts';
import { cloneState } from './snapshot.ts';
import { growingFold } from './testing/growing-fold.ts';
import { bootGo, bootProgram, compileGo, outputOf } from './testing/run-go.ts';
import { verifyMachine } from './verify-machine.ts';
import { worldOf } from './world-of.ts';

const everything = `package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type job struct {
	id   int
	tags []string
	next *job
}

func worker(id int, jobs <-chan job, results chan<- string, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		time.Sleep(time.Duration(j.id) * time.Millisecond)
		results <- fmt.Sprint(id, j.tags, j.next == nil)
	}
}

func main() {
	jobs := make(chan job, 2)
	results := make(chan string)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go worker(i, jobs, results, &wg)
	}
	go func() {
		for i := range 4 {
			jobs <- job{id: i, tags: []string{"t", fmt.Sprint(i)}}
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	var mu sync.RWMutex
	var once sync.Once
	var n atomic.Int64
	seen := map[string]int{}
	timeout := time.After(time.Second)
	ticker := time.NewTicker(time.Millisecond)
	for done := false; !done; {
		select {
		case r, ok := <-results:
			if !ok {
				done = true
				break
			}
			mu.Lock()
			seen[r]++
			mu.Unlock()
			n.Add(1)
			once.Do(func() { fmt.Println("first") })
		case <-ticker.C:
			mu.RLock()
			_ = len(seen)
			mu.RUnlock()
		case <-timeout:
			fmt.Println("timeout")
		}
	}
	ticker.Stop()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		panic(fmt.Errorf("n=%d", n.Load()))
	}()
	fmt.Println(seen)
}
`;

const deadlocked = `package main

import "sync"

func main() {
	var a, b sync.Mutex
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); a.Lock(); lockBoth(&b) }()
	go func() { defer wg.Done(); b.Lock(); lockBoth(&a) }()
	wg.Wait()
}

func lockBoth(m *sync.Mutex) {
	for range 3 {
		m.Lock()
	}
}
`;

/** Runs event by event; the fingerprint after each. */
function fingerprints(machine: Machine, check: () => void): readonly string[] {
  const prints: string[] = [];
  while (machine.verdict === null) {
    machine.runToEvent(machine.state.events + 1);
    check();
    prints[machine.state.events] = fingerprint(machine);
  }
  return prints;
}

describe.each([
  ['everything that waits', everything],
  ['a deadlock', deadlocked],
])('%s', (_name, source) => {
  const program = compileGo(source);

  it('is seen by the machine as the fold sees it, at every step', () => {
    const machine = bootProgram(program, { tracksObjects: true });
    const { trace } = machine.parts;
    if (trace === null) throw new Error('test machines record');
    const fold = growingFold(trace, 1);
    fingerprints(machine, () => {
      if (machine.verdict === null) verifyMachine(machine);
      while (fold.length < machine.state.events) fold.apply(trace.readEvent(fold.length));
      expect(printWorld(worldOf(machine))).toBe(printWorld(fold.world()));
    });
    expect(fold.length).toBeGreaterThan(10);
  });

  it('is the same again from any checkpoint', () => {
    const prints = fingerprints(bootProgram(program), () => {});
    const machine = bootProgram(program);
    const history = new History(machine);
    while (machine.verdict === null) history.run(500);
    const output = outputOf(machine, 1);
    const length = machine.parts.trace?.length;
    for (let event = prints.length - 1; event > 0; event -= 3) {
      if (prints[event] === undefined) continue;
      history.toEvent(event);
      expect([event, fingerprint(machine)]).toEqual([event, prints[event]]);
    }
    history.toNewest();
    expect(machine.verdict).not.toBe(null);
    expect(outputOf(machine, 1)).toBe(output);
    expect(machine.parts.trace?.length).toBe(length);
  });
});

describe('a long run', () => {
  const rounds = 8000;
  const program = compileGo(`package main

func main() {
	c := make(chan int)
	go func() {
		for i := range ${rounds} {
			c <- i
		}
		close(c)
	}()
	last := 0
	for last = range c {
	}
	println(last)
}
`);

  it('is the same at any step, wherever one comes from', () => {
    const machine = bootProgram(program);
    const history = new History(machine);
    while (machine.verdict === null) history.run(100_000);
    const { events } = machine.state;
    expect(events).toBeGreaterThan(2 * rounds);
    const fresh = bootProgram(program);
    for (const step of [9001, 9000, 8999, 15_000, 2, 12_345, 9000, events - 1]) {
      history.toEvent(step);
      const again = fresh.state.events < step ? fresh : bootProgram(program);
      again.runToEvent(step);
      expect([step, fingerprint(machine)]).toEqual([step, fingerprint(again)]);
      history.toStatements(machine.state.statements);
      expect(machine.state.events).toBe(step);
    }
  });
});

describe('a piece of a run', () => {
  it('ends between whole statements, whatever number was asked for', () => {
    for (const flavour of ['exact', 'fast'] as const) {
      const machine = bootGo('package main\n\nfunc main() {\n\tfor {\n\t}\n}\n', { flavour });
      machine.runTo(1000.7);
      expect(machine.statements).toBe(1000);
      machine.run(0.9);
      expect(machine.statements).toBe(1000);
    }
  });
});

describe('a snapshot', () => {
  it('is not touched by what happens afterwards, and keeps who points to whom', () => {
    const machine = bootGo(`package main

type node struct {
	value int
	next  *node
	part  [2]int
}

func main() {
	a := &node{value: 1}
	b := &node{value: 2, next: a}
	a.next = b
	p, q := &b.value, &a.part[1]
	s := a.part[:]
	for i := 0; i < 3; i++ {
		*p += 10
		*q += 100
		println(b.value, a.next.next.value, a.part[1], s[1], a.next == b)
	}
}
`);
    machine.runToEvent(1);
    const middle = cloneState(machine.state);
    machine.runTo(Number.POSITIVE_INFINITY);
    const whole = outputOf(machine, 2);
    expect(whole).toBe('12 1 100 100 true\n22 1 200 200 true\n32 1 300 300 true\n');
    const printed = fingerprint(machine);
    machine.restore(cloneState(middle));
    machine.runTo(Number.POSITIVE_INFINITY);
    expect(fingerprint(machine)).toBe(printed);
    expect(outputOf(machine, 2)).toBe(whole);
  });
});

describe('inspecting a goroutine', () => {
  it('shows the user’s frames with the variables in scope', () => {
    const machine = bootGo(`package main

type point struct{ x, y int }

func inner(p *point, names []string) {
	total := p.x + p.y
	for i, name := range names {
		println(i, name, total)
	}
}

func main() {
	m := map[string]int{"a": 1}
	count := 7
	show := func() { inner(&point{3, 4}, []string{"go", "on"}); count++ }
	show()
	println(m["a"], count)
}
`);
    machine.runToEvent(1);
    const frames = inspect(machine, 1).map(({ func, line, locals }) => ({
      at: `${func}:${line}`,
      locals: locals.map(({ name, type, text }) => `${name} ${type} = ${text}`),
    }));
    expect(frames).toEqual([
      {
        at: 'main.inner:8',
        locals: [
          'p *main.point = &{3 4}',
          'names []string = [go on]',
          'total int = 7',
          'i int = 0',
          'name string = "go"',
        ],
      },
      { at: 'main.main.func1:15', locals: ['count int = 7'] },
      {
        at: 'main.main:16',
        locals: ['m map[string]int = map[a:1]', 'count int = 7', 'show func() = main.main.func1'],
      },
    ]);
  });
});
