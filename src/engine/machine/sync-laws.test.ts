// What package sync promises, whoever runs when and on however many processors: the programs below
// watch the law themselves and print every breach; random numbers shape them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Program } from '../go/ir/program.ts';
import { goScheduler, randomScheduler } from './scheduler.ts';
import { bootProgram, compileGo, outputOf } from './testing/run-go.ts';
import { verifyMachine } from './verify-machine.ts';

/** Go's schedule and a random one, on one processor and on several: what they print is all `want`. */
function alwaysPrints(program: Program, want: string, runs = 12): void {
  fc.assert(
    fc.property(fc.constantFrom(1, 2, 4, 8), fc.option(fc.nat(1000)), (processors, seed) => {
      const scheduler = seed === null ? goScheduler : randomScheduler(seed, 8);
      const machine = bootProgram(program, { processors, scheduler, tracksObjects: true });
      while (machine.verdict === null) {
        machine.run(97);
        if (machine.verdict === null) verifyMachine(machine);
      }
      expect(outputOf(machine, 2)).toBe(want);
    }),
    { numRuns: runs },
  );
}

const work = `
func work(n int) int {
	sum := 0
	for i := range n {
		sum += i
	}
	return sum
}
`;

describe('sync.Mutex', () => {
  it('lets one in at a time, and in the end everybody', () => {
    const program = compileGo(`package main

import "sync"
${work}
func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	inside, total := 0, 0
	for id := range 6 {
		wg.Go(func() {
			for round := range 8 {
				work(id * 5)
				if round%4 == 3 {
					for !mu.TryLock() {
						work(20)
					}
				} else {
					mu.Lock()
				}
				inside++
				work(id + round)
				if inside != 1 {
					println("not alone:", inside)
				}
				total++
				inside--
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	println(total)
}
`);
    alwaysPrints(program, '48\n');
  });

  it('is handed to who has waited for a millisecond, however greedy the others are', () => {
    const program = compileGo(`package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	stop := false
	for range 2 {
		wg.Go(func() {
			for over := false; !over; {
				mu.Lock()
				over = stop
				for start := time.Now(); time.Since(start) < 50*time.Microsecond; {
				}
				mu.Unlock()
			}
		})
	}
	longest := time.Duration(0)
	for range 20 {
		time.Sleep(10 * time.Microsecond)
		start := time.Now()
		mu.Lock()
		longest = max(longest, time.Since(start))
		mu.Unlock()
	}
	mu.Lock()
	stop = true
	mu.Unlock()
	wg.Wait()
	println(longest.Microseconds())
}
`);
    for (const processors of [2, 4]) {
      const machine = bootProgram(program, { processors });
      machine.runTo(Number.POSITIVE_INFINITY);
      expect(machine.verdict?.kind).toBe('ok');
      const longest = Number(outputOf(machine, 2));
      // Nobody hands it over sooner; then who is inside finishes, and who has waited longer.
      expect(longest).toBeGreaterThan(1000);
      expect(longest).toBeLessThan(1300);
    }
  });
});

describe('sync.RWMutex', () => {
  it('lets in readers together or one writer alone', () => {
    const program = compileGo(`package main

import "sync"
${work}
func main() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	var guard sync.Mutex
	readers, writers, most := 0, 0, 0
	enter := func(isWriter bool, change int) {
		guard.Lock()
		if isWriter {
			writers += change
		} else {
			readers += change
		}
		most = max(most, readers)
		if writers > 1 || writers == 1 && readers > 0 {
			println("together:", readers, writers)
		}
		guard.Unlock()
	}
	for id := range 6 {
		wg.Go(func() {
			for round := range 5 {
				if (id+round)%3 == 0 {
					mu.Lock()
					enter(true, 1)
					work(10)
					enter(true, -1)
					mu.Unlock()
				} else {
					mu.RLock()
					enter(false, 1)
					work(10 * id)
					enter(false, -1)
					mu.RUnlock()
				}
			}
		})
	}
	wg.Wait()
	println(readers, writers)
}
`);
    alwaysPrints(program, '0 0\n');
  });

  it('keeps new readers out once a writer waits', () => {
    const program = compileGo(`package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	mu.RLock()
	order := make(chan string, 2)
	go func() {
		mu.Lock()
		order <- "writer"
		mu.Unlock()
	}()
	time.Sleep(time.Millisecond)
	go func() {
		mu.RLock()
		order <- "reader"
		mu.RUnlock()
	}()
	time.Sleep(time.Millisecond)
	mu.RUnlock()
	println(<-order, <-order)
}
`);
    alwaysPrints(program, 'writer reader\n', 8);
  });
});

describe('sync.WaitGroup', () => {
  it('lets nobody pass before the counter is 0, and all who wait then', () => {
    const program = compileGo(`package main

import (
	"sync"
	"sync/atomic"
)
${work}
func main() {
	var done atomic.Int32
	var tasks, waiters sync.WaitGroup
	tasks.Add(5)
	for range 3 {
		waiters.Go(func() {
			tasks.Wait()
			if n := done.Load(); n != 5 {
				println("passed after", n)
			}
		})
	}
	for id := range 5 {
		go func() {
			work(id * 20)
			done.Add(1)
			tasks.Done()
		}()
	}
	waiters.Wait()
	println(done.Load())
}
`);
    alwaysPrints(program, '5\n');
  });
});

describe('sync.Cond', () => {
  it('wakes one waiter per Signal, in order of waiting, and all of them by Broadcast', () => {
    const program = compileGo(`package main

import "sync"

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	tickets, called, woken := 0, 0, 0
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			mu.Lock()
			mine := tickets
			tickets++
			cond.Wait()
			if mine >= called {
				println("woken without a call:", mine, called)
			}
			woken++
			mu.Unlock()
		})
	}
	await := func(n int) {
		for {
			mu.Lock()
			reached := tickets == 6 && woken == n
			mu.Unlock()
			if reached {
				return
			}
		}
	}
	await(0)
	for range 3 {
		mu.Lock()
		called++
		cond.Signal()
		mu.Unlock()
	}
	await(3)
	mu.Lock()
	called = 6
	cond.Broadcast()
	mu.Unlock()
	wg.Wait()
	cond.Signal()
	println(woken)
}
`);
    alwaysPrints(program, '6\n');
  });
});

describe('sync.Once', () => {
  it('runs its function once, and lets nobody go on before it has returned', () => {
    const program = compileGo(`package main

import "sync"
${work}
func main() {
	var once sync.Once
	var wg sync.WaitGroup
	calls, finished := 0, false
	for range 6 {
		wg.Go(func() {
			once.Do(func() {
				calls++
				work(200)
				finished = true
			})
			if !finished {
				println("went on too early")
			}
		})
	}
	wg.Wait()
	println(calls)
}
`);
    alwaysPrints(program, '1\n');
  });
});

describe('a mutex that others hold on other processors', () => {
  it('is waited for a moment before the goroutine parks', () => {
    const program = compileGo(`package main

import "sync"

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	total := 0
	for range 2 {
		wg.Go(func() {
			for range 300 {
				for i := range 7 {
					_ = i
				}
				mu.Lock()
				total++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	println(total)
}
`);
    const machine = bootProgram(program, { processors: 2 });
    machine.runTo(Number.POSITIVE_INFINITY);
    expect(outputOf(machine, 2)).toBe('600\n');
    const { trace } = machine.parts;
    if (trace === null) throw new Error('test machines record');
    let parked = 0;
    for (let i = 0; i < trace.length; i++) if (trace.readEvent(i).kind === 'blockLock') parked++;
    expect(parked).toBeLessThan(3);
  });
});
