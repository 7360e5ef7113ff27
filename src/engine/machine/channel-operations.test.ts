// Channels against a model of a few lines: operations that do not wait, in any order.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runGo } from './testing/run-go.ts';

type Operation = 'send' | 'receive' | 'close' | 'length';

/** What each operation gives on a buffered channel used by one goroutine. */
function model(capacity: number, operations: readonly Operation[]): string[] {
  const buffer: number[] = [];
  let closed = false;
  const result = (operation: Operation, index: number): string => {
    switch (operation) {
      case 'send':
        if (closed) return 'send on closed channel';
        if (buffer.length === capacity) return 'full';
        buffer.push(index);
        return 'sent';
      case 'receive': {
        const value = buffer.shift();
        if (value !== undefined) return `${value} true`;
        return closed ? '0 false' : 'empty';
      }
      case 'close':
        if (closed) return 'close of closed channel';
        closed = true;
        return 'closed';
      case 'length':
        return `${buffer.length} ${capacity}`;
    }
  };
  return operations.map(result);
}

const statements: Readonly<Record<Operation, string>> = {
  send: 'select {\ncase c <- i:\n\tfmt.Println("sent")\ndefault:\n\tfmt.Println("full")\n}',
  receive:
    'select {\ncase v, ok := <-c:\n\tfmt.Println(v, ok)\ndefault:\n\tfmt.Println("empty")\n}',
  close: 'close(c)\nfmt.Println("closed")',
  length: 'fmt.Println(len(c), cap(c))',
};

function goProgram(capacity: number, operations: readonly Operation[]): string {
  const calls = operations.map(
    (operation, index) => `try(${index}, func(i int) {\n${statements[operation]}\n})`,
  );
  return `package main

import "fmt"

var c = make(chan int, ${capacity})

func try(i int, f func(int)) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	f(i)
}

func main() {
${calls.join('\n')}
}
`;
}

describe('a channel', () => {
  it('does what a queue with a lid does', () => {
    const operation = fc.constantFrom<Operation>(
      'send',
      'send',
      'receive',
      'receive',
      'length',
      'close',
    );
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.array(operation, { minLength: 1, maxLength: 20 }),
        (capacity, list) => {
          const expected = model(capacity, list).map((line) => `${line}\n`);
          expect(runGo(goProgram(capacity, list))).toBe(expected.join(''));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keeps the order of each sender and loses nothing', () => {
    const output = runGo(`package main

import "fmt"

func main() {
	c := make(chan [2]int, 2)
	done := make(chan bool)
	for s := range 3 {
		go func() {
			for i := range 5 {
				c <- [2]int{s, i}
			}
			done <- true
		}()
	}
	go func() {
		for range 3 {
			<-done
		}
		close(c)
	}()
	next := [3]int{}
	for m := range c {
		if m[1] != next[m[0]] {
			fmt.Println("out of order", m)
		}
		next[m[0]]++
	}
	fmt.Println(next)
}
`);
    expect(output).toBe('[5 5 5]\n');
  });
});
