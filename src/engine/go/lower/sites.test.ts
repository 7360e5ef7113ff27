// What sites say about the source: names of goroutines, channels and objects, texts of cases.

import { describe, expect, it } from 'vitest';
import { lowerSource } from './testing/lower-source.ts';

/** One line per site of the user's functions that says anything: line, operand, names. */
function sitesOf(source: string): string[] {
  const program = lowerSource(source);
  return program.sites
    .filter((site) => program.funcs[site.func]?.library === false && site.id > 0)
    .map((site) => {
      const { line } = program.fileSet.position(site.pos);
      const cases = site.caseTexts === undefined ? '' : ` {${site.caseTexts.join(' | ')}}`;
      const name = site.goroutineName === undefined ? '' : ` goroutine ${site.goroutineName}`;
      return `${line} ${site.operand}${name}${cases}`;
    })
    .filter((text) => !/^\d+ $/.test(text));
}

describe('sites', () => {
  it('name goroutines after the comment, the function, or the one call in a literal', () => {
    const sites = sitesOf(`package main
import "fmt"
type pool struct{}
func (pool) run() {}
func worker(int) {}
func main() {
	go worker(1)
	go pool{}.run()
	go func() { // feeder
	}()
	go func() { worker(2) }()
	go func() {
		worker(3)
		worker(4)
	}()
	go func() {
		defer println("done")
		worker(5)
	}()
	go func() { defer worker(6) }()
	go func() { fmt.Println(7) }()
}
`);
    expect(sites).toEqual([
      '7  goroutine worker',
      '8  goroutine run',
      '9  goroutine feeder',
      '11  goroutine worker',
      '12  goroutine func3',
      '16  goroutine worker',
      '20  goroutine func5',
      '21  goroutine func6',
    ]);
  });

  it('name goroutines that the library starts at the call that made it', () => {
    const sites = sitesOf(`package main
import "sync"
func worker(int) {}
func main() {
	var wg sync.WaitGroup
	wg.Go(func() { worker(1) })
	wg.Wait()
}
`);
    expect(sites).toEqual(['6 wg goroutine worker', '7 wg']);
  });

  it('name channels after what they are assigned to', () => {
    const sites = sitesOf(`package main
type pool struct{ jobs, results chan int }
var done = make(chan bool)
func main() {
	c := make(chan int, 1)
	a, b := make(chan int), make(chan int)
	p := pool{jobs: make(chan int)}
	p.results = make(chan int)
	var list [1]chan int
	list[0] = make(chan int)
	c <- 1
	<-p.jobs
	close(list[0])
	for range a {
	}
	_, _ = b, done
}
`);
    expect(sites).toEqual([
      '3 done',
      '5 c',
      '6 a',
      '6 b',
      '7 jobs',
      '8 p.results',
      '10 list[0]',
      '11 c',
      '12 p.jobs',
      '13 list[0]',
      '14 a',
    ]);
  });

  it('name timers and tickers after what they are assigned to', () => {
    const sites = sitesOf(`package main
import "time"
func main() {
	timeout := time.After(time.Second)
	var tick = time.NewTicker(time.Second)
	s := struct{ t *time.Timer }{}
	s.t = time.NewTimer(time.Second)
	late := time.Now().After(time.Time{})
	_, _, _ = timeout, tick, late
}
`);
    expect(sites).toEqual(['4 timeout', '5 tick', '7 s.t', '8 time.Now()']);
  });

  it('say what each case of a select does, default last', () => {
    const sites = sitesOf(`package main
func main() {
	a, b := make(chan int), make(chan int)
	select {
	default:
	case v, ok := <-a:
		_, _ = v, ok
	case b <- 1 + 2:
	case <-b:
	}
}
`);
    expect(sites).toEqual(['3 a', '3 b', '4  {v, ok := <-a | b <- 1 + 2 | <-b | default}']);
  });

  it('name the receiver of library calls, deferred ones too', () => {
    const sites = sitesOf(`package main
import "sync"
type counter struct{ mu sync.Mutex }
func (c *counter) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
}
func main() { new(counter).add() }
`);
    expect(sites).toEqual(['5 c.mu', '6 c.mu']);
  });
});
