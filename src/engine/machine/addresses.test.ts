// Addresses as a program sees them: where they are is ours to say, how they lie to each other is not.

import { describe, expect, it } from 'vitest';
import { bootGo, outputOf } from './testing/run-go.ts';

/** Standard output of a main function, with fmt and strconv at hand. */
function printed(body: string, declarations = ''): string {
  const source = `package main

import (
	"fmt"
	"strconv"
)

${declarations}

// at is the address of what p points to; p is a pointer.
func at(p any) int {
	n, _ := strconv.ParseInt(fmt.Sprintf("%p", p)[2:], 16, 64)
	return int(n)
}

func main() {
${body}
}
`;
  const machine = bootGo(source);
  machine.runTo(Number.POSITIVE_INFINITY);
  return outputOf(machine, 1) + outputOf(machine, 2);
}

describe('the address of', () => {
  it('an element is its index times its size after the first', () => {
    const body = `
	var ints [4]int
	bytes := make([]byte, 4)
	pairs := make([]struct{ a int64; b bool }, 4)
	fmt.Println(at(&ints[3])-at(&ints[0]), at(&ints)-at(&ints[0]))
	fmt.Println(at(&bytes[3])-at(&bytes[0]), at(bytes[2:])-at(bytes))
	fmt.Println(at(&pairs[3])-at(&pairs[1]), at(pairs)-at(&pairs[0]))`;
    expect(printed(body)).toBe('24 0\n3 2\n32 0\n');
  });

  it('a field is its offset after the struct, whichever is asked for first', () => {
    const body = `
	v := outer{}
	w := &outer{}
	fmt.Println(at(&v.in.b)-at(&v), at(&v.in)-at(&v), at(&v.tail[1])-at(&v), at(&v.name)-at(&v))
	fmt.Println(at(w)-at(&w.in), at(w)-at(&w.tail), at(&w.n)-at(w))`;
    const declarations = `
type inner struct { a, b int16 }
type outer struct {
	n    byte
	in   inner
	tail [3]int32
	name string
}`;
    expect(printed(body, declarations)).toBe('4 2 12 24\n-2 -8 0\n');
  });

  it('a part of a part, in slices, maps, closures and package variables', () => {
    const body = `
	grid := make([][2]point, 3)
	byName := map[string]*[2]point{"a": {}}
	captured := [2]point{}
	p := func() *point { return &captured[1] }()
	fmt.Println(at(&grid[2][1]) - at(grid))
	fmt.Println(at(&byName["a"][1].y) - at(byName["a"]))
	fmt.Println(at(p) - at(&captured))
	fmt.Println(at(&table[1].y) - at(&table))`;
    const declarations = 'type point struct { x, y int }\nvar table [2]point';
    expect(printed(body, declarations)).toBe('80\n24\n16\n24\n');
  });

  it('an object is none of another object', () => {
    const body = `
	type node struct { value [5]int; next *node }
	var list *node
	seen := map[int]bool{}
	overlap := false
	for range 20 {
		list = &node{next: list}
		for i := range list.value {
			place := at(&list.value[i])
			overlap = overlap || seen[place]
			seen[place] = true
		}
	}
	fmt.Println(overlap, len(seen))`;
    expect(printed(body)).toBe('false 100\n');
  });

  it('variables of size zero is one', () => {
    const body = `
	type empty struct{}
	a, b := new(empty), new(empty)
	list := make([][0]int, 3)
	var x, y any = a, b
	fmt.Println(at(a) == at(b), a == b, a != b, &list[1] == &list[2], x == y, a == nil)
	fmt.Println(len(map[*empty]int{a: 1, b: 2, nil: 3}))`;
    expect(printed(body)).toBe('true true false true true false\n2\n');
  });

  it('the same thing stays the same', () => {
    const body = `
	s := make([]int, 1, 8)
	c, m, f := make(chan int), map[int]int{}, main
	t := append(s, 1)
	fmt.Println(at(&s[0]) == at(&t[0]), at(s) == at(t), at(c) == at(c), at(m) == at(m), at(f) == at(main))
	fmt.Printf("%p %v\\n", (*int)(nil), (*int)(nil))
	println((*int)(nil), []int(nil), error(nil))`;
    expect(printed(body)).toBe('true true true true true\n0x0 <nil>\n0x0 [0/0]0x0 (0x0,0x0)\n');
  });
});
