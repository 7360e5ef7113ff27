// Programs that never end or take too much are stopped with a message, and what did happen stays.

import { describe, expect, it } from 'vitest';
import { defaultLimits, type Limits } from './limits.ts';
import { bootGo, outputOf } from './testing/run-go.ts';

function endOf(body: string, limits: Partial<Limits>): string {
  const machine = bootGo(`package main\n\n${body}\n`, { limits: { ...defaultLimits, ...limits } });
  machine.runTo(Number.POSITIVE_INFINITY);
  const { verdict } = machine;
  return verdict?.kind === 'limit' ? verdict.message : `${verdict?.kind} ${outputOf(machine, 2)}`;
}

describe('a program is stopped', () => {
  it('when it spins for ever', () => {
    expect(endOf('func main() { for {} }', { statements: 100_000 })).toBe(
      'stopped after 100,000 statements; is there a loop that never ends?',
    );
  });

  it('when it starts goroutines without end', () => {
    const bomb = 'func main() { for { go func() { select {} }() } }';
    expect(endOf(bomb, { goroutines: 1000 })).toBe(
      'stopped: more than 1,000 goroutines are alive at once',
    );
  });

  it('when it keeps more memory than there is', () => {
    const bomb = 'func main() { var s [][]byte; for { s = append(s, make([]byte, 1<<20)) } }';
    expect(endOf(bomb, { heapBytes: 32 << 20 })).toBe(
      'stopped: the program holds more than 32 MiB of memory',
    );
  });

  it('soon enough when each statement makes an object', () => {
    const bomb =
      'type n struct { next *n; b [100]int }\n\nfunc main() { var h *n; for { h = &n{next: h} } }';
    const machine = bootGo(`package main\n\n${bomb}\n`, {
      limits: { ...defaultLimits, heapBytes: 32 << 20 },
    });
    machine.runTo(Number.POSITIVE_INFINITY);
    expect(machine.verdict).toMatchObject({ kind: 'limit', limit: 'heapBytes' });
    expect(machine.statements).toBeLessThan(1_000_000);
  });

  it('but not when it only uses much memory for a short time', () => {
    const churn = 'func main() { for range 200 { _ = make([]byte, 1<<20) } }';
    expect(endOf(churn, { heapBytes: 32 << 20 })).toBe('ok ');
  });

  it('when it writes without end', () => {
    expect(endOf('func main() { for { println("again") } }', { outputBytes: 1 << 20 })).toBe(
      'stopped: the program has written more than 1 MiB',
    );
  });

  it('when it sleeps for ages', () => {
    const sleeper = 'import "time"\n\nfunc main() { for { time.Sleep(time.Hour) } }';
    expect(endOf(sleeper, { virtualNs: 86400e9 })).toBe(
      'stopped after 86,400 seconds of virtual time',
    );
  });

  it('when it waits for a signal, which is no deadlock', () => {
    const listener =
      'import (\n"os"\n"os/signal"\n)\n\nfunc main() { c := make(chan os.Signal, 1); signal.Notify(c); <-c }';
    expect(endOf(listener, {})).toBe('stopped after 31,622,400 seconds of virtual time');
  });

  it('with Go’s own words when it calls itself without end', () => {
    expect(endOf('func f() { f() }\n\nfunc main() { f() }', { depth: 1000 })).toBe(
      'fatal runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n',
    );
  });

  it('when its events go on without end', () => {
    const busy =
      'import "sync"\n\nfunc main() { var mu sync.Mutex; for { mu.Lock(); mu.Unlock() } }';
    expect(endOf(busy, { events: 1000 })).toBe('stopped after 1,000 events');
  });
});

describe('the last event that there is room for may come anywhere', () => {
  const endings = {
    'a panic': 'func main() { defer println("deferred"); panic("no") }',
    'a deadlock': 'func main() { c := make(chan int); go func() { c <- 1 }(); <-c; <-c }',
    'a fatal error': 'import "sync"\n\nfunc main() { var mu sync.Mutex; mu.Unlock() }',
    'a stack overflow': 'func f() { f() }\n\nfunc main() { f() }',
    'an exit': 'import "os"\n\nfunc main() { println("bye"); os.Exit(3) }',
  };

  it.each(Object.entries(endings))('before and in %s', (_, body) => {
    for (let events = 1; events <= 12; events++) {
      expect(endOf(body, { events, depth: 100 })).toMatch(
        new RegExp(`^(panic|deadlock|fatal|exit|stopped after ${events} events$)`),
      );
    }
    expect(endOf(body, { events: 0, depth: 100 })).toBe('stopped after 0 events');
  });
});
