// Several processors: work that computes is done sooner on more of them, work that waits is not; no
// goroutine is lost, time never runs backwards from cause to effect, and every run can be repeated.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printTrace } from '../trace/print-trace.ts';
import { printWorld } from '../trace/print-world.ts';
import type { TraceEvent } from '../trace/trace-event.ts';
import { fingerprint } from './fingerprint.ts';
import { History } from './history.ts';
import type { Machine, MachineOptions } from './machine.ts';
import { randomScheduler, replayScheduler } from './scheduler.ts';
import { growingFold } from './testing/growing-fold.ts';
import { bootGo, bootProgram, compileGo, outputOf } from './testing/run-go.ts';
import { verifyMachine } from './verify-machine.ts';
import { worldOf } from './world-of.ts';

const counts = [1, 2, 4, 8] as const;

/** Runs to the end on so many processors. */
function finished(
  source: string,
  processors: number,
  options: Partial<MachineOptions> = {},
): Machine {
  const machine = bootGo(source, { processors, ...options });
  machine.runTo(Number.POSITIVE_INFINITY);
  return machine;
}

function eventsOf(machine: Machine): readonly TraceEvent[] {
  const { trace } = machine.parts;
  if (trace === null) throw new Error('test machines record');
  return Array.from({ length: trace.length }, (_, index) => trace.readEvent(index));
}

function tracePrinted(machine: Machine): string {
  const { trace, processors, nsPerStatement } = machine.parts;
  if (trace === null) throw new Error('test machines record');
  return printTrace({
    length: trace.length,
    readEvent: (index) => trace.readEvent(index),
    objects: trace.objects,
    sites: [],
    nanosecondsPerStatement: nsPerStatement,
    processors,
  });
}

/** Eight goroutines that do `body`, and how long they took in virtual time. */
const eight = (body: string): string => `package main

import (
	"fmt"
	"sync"
	"time"
)

var mu sync.Mutex

func main() {
	start := time.Now()
	results := make([]int, 8)
	var wg sync.WaitGroup
	for id := range 8 {
		wg.Go(func() {
			sum := 0
			${body}
			results[id] = sum
		})
	}
	wg.Wait()
	fmt.Println(results)
	println(time.Since(start).Nanoseconds())
}
`;

const computing = eight(`for i := range 20000 {
				sum += i * id
			}`);
const sleeping = eight(`for range 5 {
				time.Sleep(time.Duration(1+id%3) * time.Millisecond)
				sum++
			}`);
const contending = eight(`for i := range 100 {
				for j := range 50 {
					sum += i ^ j
				}
				mu.Lock()
				sum++
				mu.Unlock()
			}`);

const nanoseconds = (machine: Machine): number => Number(outputOf(machine, 2));

describe('virtual time', () => {
  it('is shared out among processors when goroutines compute', () => {
    const [one = 0, ...more] = counts.map((count) => nanoseconds(finished(computing, count)));
    const speedups = more.map((time) => one / time);
    expect(speedups.map(Math.round)).toEqual([2, 4, 8]);
  });

  it('is the same on any number of processors when goroutines sleep', () => {
    const times = counts.map((count) => nanoseconds(finished(sleeping, count)));
    for (const time of times) expect(Math.round(time / 1e5)).toBe(150);
  });

  it('is saved even where goroutines meet at a lock', () => {
    const [one = 0, two = 0] = [1, 2].map((count) => nanoseconds(finished(contending, count)));
    expect(one / two).toBeGreaterThan(1.7);
  });

  it('counts what a statement costs', () => {
    const cheap = nanoseconds(finished(computing, 2, { nsPerStatement: 1 }));
    const dear = nanoseconds(finished(computing, 2, { nsPerStatement: 20 }));
    expect(Math.round(dear / cheap)).toBe(20);
  });

  it('never runs backwards from a send to its receive, from go to start, from unlock to lock', () => {
    const source = `package main

import (
	"sync"
	"time"
)

var (
	mu     sync.Mutex
	latest time.Time
)

func check(what string, before time.Time) {
	if now := time.Now(); now.Before(before) {
		println(what, before.Sub(now).Nanoseconds(), "ns too early")
	}
}

func work(n int) int {
	sum := 0
	for i := range n {
		sum += i
	}
	return sum
}

func main() {
	values := make(chan time.Time, 3)
	hands := make(chan time.Time)
	var wg sync.WaitGroup
	for id := range 6 {
		started := time.Now()
		wg.Go(func() {
			check("go", started)
			for round := range 20 {
				work((id*37 + round*101) % 900)
				if id%2 == 0 {
					values <- time.Now()
					hands <- time.Now()
				} else {
					check("buffered", <-values)
					check("unbuffered", <-hands)
				}
				mu.Lock()
				check("lock", latest)
				latest = time.Now()
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	check("wait", latest)
	println("done")
}
`;
    for (const count of counts) expect(outputOf(finished(source, count), 2)).toBe('done\n');
  });
});

describe('work', () => {
  it('is stolen: half of a queue, by processors that have none', () => {
    const steals = eventsOf(finished(computing, 4)).filter(({ kind }) => kind === 'steal');
    expect(steals.length).toBeGreaterThanOrEqual(3);
    for (const { goroutine, processor, other } of steals) {
      expect([goroutine, other === processor]).toEqual([0, false]);
    }
    expect(steals.some(({ number }) => number > 1)).toBe(true);
  });

  it('says where it is done, one goroutine at a time on each processor', () => {
    const machine = finished(contending, 4);
    const runsOn = new Map<number, number>();
    const used = new Set<number>();
    for (const { kind, goroutine, processor, other } of eventsOf(machine)) {
      if (kind === 'run') {
        expect(other).toBe(processor);
        runsOn.set(processor, goroutine);
        used.add(processor);
      } else if (goroutine !== 0) expect(runsOn.get(processor)).toBe(goroutine);
    }
    expect([...used].sort()).toEqual([1, 2, 3, 4]);
  });

  it('goes to the global queue when a queue of 256 is full, and is all done', () => {
    const source = `package main

import "sync"

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range 1000 {
		wg.Go(func() {
			for i := range 20 {
				_ = i
			}
			mu.Lock()
			done++
			mu.Unlock()
		})
	}
	wg.Wait()
	println(done)
}
`;
    for (const count of counts) {
      const machine = bootGo(source, { processors: count });
      let fullest = 0;
      while (machine.verdict === null) {
        machine.run(1000);
        fullest = Math.max(fullest, machine.state.globalQueue.length);
        verifyMachine(machine);
      }
      expect(outputOf(machine, 2)).toBe('1000\n');
      if (count <= 2) expect(fullest).toBeGreaterThan(128);
    }
  });

  it('is taken from a goroutine that computes too long, so that nobody starves', () => {
    const source = `package main

func main() {
	done := make(chan bool)
	for id := range 8 {
		go func() {
			if id == 4 {
				done <- true
			}
			for {
			}
		}()
	}
	<-done
	println("done")
}
`;
    const machine = finished(source, 2);
    expect(outputOf(machine, 2)).toBe('done\n');
    expect(eventsOf(machine).some(({ kind }) => kind === 'preempt')).toBe(true);
  });
});

const everything = `package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	jobs, results := make(chan int, 3), make(chan int)
	var group sync.WaitGroup
	var once sync.Once
	var guard sync.RWMutex
	var total atomic.Int64
	seen := map[int]bool{}
	for id := range 4 {
		group.Add(1)
		go func() {
			defer group.Done()
			for job := range jobs {
				once.Do(func() { runtime.Gosched() })
				guard.Lock()
				seen[job] = true
				guard.Unlock()
				for i := range 100 * (id + 1) {
					total.Add(int64(i % 2))
				}
				results <- job * job
			}
		}()
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	go func() {
		for i := range 12 {
			jobs <- i
		}
		close(jobs)
		group.Wait()
		close(results)
	}()
	sum, ticks := 0, 0
	ticker := time.NewTicker(2 * time.Microsecond)
	for open := true; open; {
		select {
		case value, ok := <-results:
			sum, open = sum+value, ok
		case <-ticker.C:
			ticks++
		}
	}
	ticker.Stop()
	guard.RLock()
	fmt.Println(sum, len(seen), ticks > 0)
	guard.RUnlock()
	<-ctx.Done()
	time.Sleep(time.Millisecond)
	fmt.Println(ctx.Err())
}
`;

describe('a run on several processors', () => {
  const program = compileGo(everything);

  it('is seen by the machine as the fold sees it, and keeps all laws, at every step', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counts), fc.nat(1000), (processors, seed) => {
        const scheduler = randomScheduler(seed, 30);
        const chosen = seed % 2 === 0 ? {} : { scheduler };
        const machine = bootProgram(program, { processors, seed, tracksObjects: true, ...chosen });
        const { trace } = machine.parts;
        if (trace === null) throw new Error('test machines record');
        const fold = growingFold(trace, processors);
        while (machine.verdict === null) {
          machine.runToEvent(machine.state.events + 1);
          if (machine.verdict === null) verifyMachine(machine);
          while (fold.length < machine.state.events) fold.apply(trace.readEvent(fold.length));
          if (fold.length % 7 < 2)
            expect(printWorld(worldOf(machine))).toBe(printWorld(fold.world()));
        }
        expect(outputOf(machine, 1)).toBe('506 12 true\ncontext deadline exceeded\n');
      }),
      { numRuns: 8 },
    );
  });

  it('is the same wherever it is stopped on the way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...counts),
        fc.integer({ min: 1, max: 300 }),
        (processors, piece) => {
          const whole = bootProgram(program, { processors });
          whole.runTo(Number.POSITIVE_INFINITY);
          const inPieces = bootProgram(program, { processors });
          while (inPieces.verdict === null) inPieces.run(piece);
          expect(tracePrinted(inPieces)).toBe(tracePrinted(whole));
          expect(inPieces.now).toBe(whole.now);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is the same in the fast flavour as in the exact one', () => {
    for (const processors of counts) {
      const [exact, fast] = (['exact', 'fast'] as const).map((flavour) => {
        const machine = bootProgram(program, { processors, flavour });
        machine.runTo(Number.POSITIVE_INFINITY);
        return { trace: tracePrinted(machine), statements: machine.statements, now: machine.now };
      });
      expect(fast).toEqual(exact);
    }
  });

  it('is repeated from its schedule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counts), fc.nat(1000), (processors, seed) => {
        const first = bootProgram(program, { processors, seed, scheduler: randomScheduler(seed) });
        first.runTo(Number.POSITIVE_INFINITY);
        const scheduler = replayScheduler(first.schedule);
        const again = bootProgram(program, { processors, seed, scheduler });
        again.runTo(Number.POSITIVE_INFINITY);
        expect(tracePrinted(again)).toBe(tracePrinted(first));
      }),
      { numRuns: 10 },
    );
  });

  it('is the same again from any checkpoint', () => {
    const prints: string[] = [];
    const forward = bootProgram(program, { processors: 4 });
    while (forward.verdict === null) {
      forward.runToEvent(forward.state.events + 1);
      prints[forward.state.events] = fingerprint(forward);
    }
    const machine = bootProgram(program, { processors: 4 });
    const history = new History(machine);
    while (machine.verdict === null) history.run(400);
    const printed = tracePrinted(machine);
    for (let event = prints.length - 1; event > 0; event -= 11) {
      if (prints[event] === undefined) continue;
      history.toEvent(event);
      expect([event, fingerprint(machine)]).toEqual([event, prints[event]]);
    }
    history.toNewest();
    expect(machine.verdict).not.toBe(null);
    expect(tracePrinted(machine)).toBe(printed);
  });
});

describe('the end of a run on several processors', () => {
  const blocked = `package main

import "sync"

func main() {
	var a, b sync.Mutex
	ready := make(chan bool)
	a.Lock()
	go func() {
		b.Lock()
		ready <- true
		a.Lock()
	}()
	<-ready
	b.Lock()
}
`;

  it('is a deadlock when nothing runs on any of them and no timer is due', () => {
    for (const count of counts) {
      const machine = finished(blocked, count);
      expect(machine.verdict).toMatchObject({ kind: 'deadlock', exitCode: 2, waiting: [1, 2] });
      expect(outputOf(machine, 2)).toMatch(
        /^fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 \[sync.Mutex.Lock\]:\n/,
      );
    }
  });

  it('is at the limit of statements of all together', () => {
    const source =
      'package main\n\nfunc main() {\n\tgo func() {\n\t\tfor {\n\t\t}\n\t}()\n\tfor {\n\t}\n}\n';
    const machine = bootGo(source, { processors: 2 });
    machine.runTo(1_000_000);
    expect(machine.statements).toBe(1_000_000);
    // Each of the two has done half.
    expect(Math.round(machine.now / 1e5)).toBe(50);
  });
});

describe('stacks on several processors', () => {
  const source = `package main

import (
	"fmt"
	"runtime"
	"time"
)

func spin() {
	for {
	}
}

func wait(c chan int) {
	<-c
}

func main() {
	go spin()
	go wait(nil)
	go wait(make(chan int))
	time.Sleep(time.Millisecond)
	buf := make([]byte, 1<<16)
	fmt.Printf("%s", buf[:runtime.Stack(buf, true)])
	go func() {
		panic("over")
	}()
	spin()
}
`;

  it('are of goroutines that have been stopped, but for the one that asks', () => {
    const lines = outputOf(finished(source, 4), 1).split('\n');
    expect(lines.filter((line) => line.startsWith('goroutine '))).toEqual([
      'goroutine 1 [running]:',
      'goroutine 2 [runnable]:',
      'goroutine 3 [chan receive (nil chan)]:',
      'goroutine 4 [chan receive]:',
    ]);
    const spinning = lines.indexOf('goroutine 2 [runnable]:');
    expect(lines[spinning + 1]).toMatch(/^main\.spin\(/);
    expect(lines[spinning + 3]).toBe('created by main.main in goroutine 1');
  });

  it('end with that of the goroutine that panics, wherever it runs', () => {
    for (const count of counts) {
      const machine = finished(source, count);
      expect(machine.verdict).toMatchObject({ kind: 'panic', goroutine: 5, exitCode: 2 });
      const lines = outputOf(machine, 2).split('\n');
      expect(lines.slice(0, 3)).toEqual(['panic: over', '', 'goroutine 5 [running]:']);
      expect(lines.filter((line) => line.startsWith('goroutine '))).toHaveLength(1);
    }
  });
});

describe('runtime.GOMAXPROCS', () => {
  it('says how many there are, and changes it', () => {
    const source = `package main

import (
	"runtime"
	"sync"
)

func main() {
	println(runtime.GOMAXPROCS(0), runtime.NumCPU(), runtime.GOMAXPROCS(3), runtime.GOMAXPROCS(-1))
	for _, count := range []int{8, 1, 2, 1} {
		runtime.GOMAXPROCS(count)
		var wg sync.WaitGroup
		for id := range 5 {
			wg.Go(func() {
				for range 1000 {
					if id == 2 {
						runtime.Gosched()
					}
				}
			})
		}
		wg.Wait()
	}
	println(runtime.GOMAXPROCS(0), runtime.NumCPU())
}
`;
    const program = compileGo(source);
    const machine = bootProgram(program, { processors: 2, tracksObjects: true });
    const { trace } = machine.parts;
    if (trace === null) throw new Error('test machines record');
    const fold = growingFold(trace, 2);
    while (machine.verdict === null) {
      machine.runToEvent(machine.state.events + 1);
      if (machine.verdict === null) verifyMachine(machine);
      while (fold.length < machine.state.events) fold.apply(trace.readEvent(fold.length));
      expect(printWorld(worldOf(machine))).toBe(printWorld(fold.world()));
    }
    expect(outputOf(machine, 2)).toBe('2 2 2 3\n1 2\n');
  });
});
