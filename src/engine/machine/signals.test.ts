// Signals that are sent to a program from outside: to who listens, or to its end.

import { describe, expect, it } from 'vitest';
import { bootGo, outputOf } from './testing/run-go.ts';

const interrupt = 2;
const terminate = 15;

function run(source: string, signals: readonly { signal: number; atNs: number }[]) {
  const machine = bootGo(source, { signals });
  machine.runTo(Number.POSITIVE_INFINITY);
  const [stdout, stderr] = [outputOf(machine, 1), outputOf(machine, 2)];
  return { verdict: machine.verdict, stdout, stderr, now: machine.now };
}

const server = `package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	start := time.Now()
	tick := time.NewTicker(time.Second)
	for {
		select {
		case <-tick.C:
			fmt.Println("working")
		case <-ctx.Done():
			fmt.Println("stopping after", time.Since(start).Round(time.Millisecond), context.Cause(ctx))
			return
		}
	}
}
`;

describe('a program that listens', () => {
  it('gets a signal at the moment it is sent', () => {
    const { stdout, verdict } = run(server, [{ signal: interrupt, atNs: 2.5e9 }]);
    expect(stdout).toBe('working\nworking\nstopping after 2.5s interrupt signal received\n');
    expect(verdict).toEqual({ kind: 'ok', exitCode: 0 });
  });

  it('gets what it has asked for, and dies of the rest', () => {
    const hangUp = 1;
    const { stdout, verdict } = run(server, [{ signal: hangUp, atNs: 1.5e9 }]);
    expect(stdout).toBe('working\n');
    expect(verdict).toEqual({ kind: 'exit', exitCode: 129 });
  });

  it('gets signals in the order of time', () => {
    const { stdout } = run(
      `package main

import (
	"fmt"
	"os"
	"os/signal"
)

func main() {
	c := make(chan os.Signal, 2)
	signal.Notify(c)
	fmt.Println(<-c, <-c)
}
`,
      [
        { signal: terminate, atNs: 2e9 },
        { signal: interrupt, atNs: 1e9 },
      ],
    );
    expect(stdout).toBe('interrupt terminated\n');
  });

  it('is not ended by a signal that it ignores', () => {
    const { stdout } = run(
      `package main

import (
	"os"
	"os/signal"
	"time"
)

func main() {
	signal.Ignore(os.Interrupt)
	time.Sleep(time.Minute)
	println("slept")
	os.Stdout.WriteString("done\\n")
}
`,
      [{ signal: interrupt, atNs: 1e9 }],
    );
    expect(stdout).toBe('done\n');
  });
});

describe('a program that does not listen', () => {
  it('is ended by a signal, with the exit code that a shell shows', () => {
    const { verdict, now } = run('package main\n\nfunc main() {\n\tfor {\n\t}\n}\n', [
      { signal: interrupt, atNs: 1e6 },
    ]);
    expect(verdict).toEqual({ kind: 'exit', exitCode: 130 });
    expect(now).toBe(1e6);
  });

  it('is ended while it sleeps, not when it would wake', () => {
    const { verdict, now } = run(
      'package main\n\nimport "time"\n\nfunc main() { time.Sleep(time.Hour) }\n',
      [{ signal: terminate, atNs: 1e9 }],
    );
    expect(verdict).toEqual({ kind: 'exit', exitCode: 143 });
    expect(now).toBeLessThan(1.001e9);
  });

  it('shows where every goroutine stands when it is asked to quit', () => {
    const quit = 3;
    const { stderr, verdict } = run(
      `package main

import "time"

func wait(c chan int) { <-c }

func main() {
	go wait(make(chan int))
	time.Sleep(time.Hour)
}
`,
      [{ signal: quit, atNs: 1e9 }],
    );
    expect(stderr).toMatch(/^SIGQUIT: quit\nPC=0x0 m=0 sigcode=0\n\ngoroutine 1 \[sleep\]:\n/);
    expect(stderr).toMatch(/\n\ngoroutine 2 \[chan receive\]:\nmain\.wait\(\.\.\.\)\n/);
    expect(verdict).toEqual({ kind: 'exit', exitCode: 2 });
  });

  it('is deadlocked before a signal that comes later', () => {
    const { verdict } = run('package main\n\nfunc main() {\n\tselect {}\n}\n', [
      { signal: interrupt, atNs: 1e9 },
    ]);
    expect(verdict?.kind).toBe('deadlock');
  });
});
