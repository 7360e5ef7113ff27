// Random Go programs for tests that compare one way of running with another. Each compiles, ends, and
// uses loops, calls, recursion, closures, panics, deferred calls, maps, slices, channels, select and
// mutexes. Invariant: the same fast-check value gives the same text.

import fc from 'fast-check';

const variables = ['a', 'b', 'c'] as const;
const variable = fc.constantFrom(...variables);

const expression = fc.letrec<{ x: string }>((tie) => ({
  x: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    variable,
    fc.integer({ min: -9, max: 99 }).map((n) => (n < 0 ? `(${n})` : String(n))),
    fc
      .tuple(tie('x'), fc.constantFrom('+', '-', '*', '&', '|', '^'), tie('x'))
      .map(([x, op, y]) => `(${x} ${op} ${y})`),
    // Constants must not be divided by constants that are 0.
    fc
      .tuple(tie('x'), fc.constantFrom('/', '%'), variable)
      .map(([x, op, y]) => `(${x} ${op} ${y})`),
    fc.tuple(tie('x'), tie('x')).map(([x, y]) => `pick(${x}, ${y})`),
    tie('x').map((x) => `list[place(${x})]`),
    tie('x').map((x) => `table[${x}]`),
    tie('x').map((x) => `shape(box{${x}}).area()`),
    tie('x').map((x) => `apply(func(n int) int { return n*2 + b }, ${x})`),
    tie('x').map((x) => `deep(${x} & 31)`),
    tie('x').map((x) => `safely(${x})`),
  ),
})).x;

const condition = fc
  .tuple(expression, fc.constantFrom('<', '==', '>=', '!='), expression)
  .map(([x, op, y]) => `${x} ${op} ${y}`);

const statement = fc.letrec<{ s: string; block: string }>((tie) => ({
  block: fc.array(tie('s'), { minLength: 1, maxLength: 4 }).map((list) => list.join('\n')),
  s: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.tuple(variable, expression).map(([v, x]) => `${v} = ${x}`),
    fc.tuple(variable, expression).map(([v, x]) => `${v} += ${x}`),
    fc.constant('a, b, c = b, c, a'),
    fc.tuple(expression, expression).map(([i, x]) => `list[place(${i})] = ${x}`),
    fc.tuple(expression, expression).map(([k, x]) => `table[${k}] = ${x}`),
    fc.constant('for k, v := range table { c ^= k*3 + v }'),
    fc.constant('println(a, b, c)'),
    fc.tuple(condition, tie('block')).map(([x, s]) => `if ${x} {\n${s}\n}`),
    fc
      .tuple(condition, tie('block'), tie('block'))
      .map(([x, s, t]) => `if ${x} {\n${s}\n} else {\n${t}\n}`),
    fc
      .tuple(fc.integer({ min: 1, max: 40 }), tie('block'))
      .map(([n, s]) => `for i := 0; i < ${n}; i++ {\nb += i\n${s}\n}`),
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), condition, tie('block'))
      .map(([n, x, s]) => `for range ${n} {\nif ${x} {\nbreak\n}\n${s}\n}`),
    fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 3 }), expression)
      .map(([n, room, x]) => `a += pipe(${n}, ${room}, ${x})`),
    fc.integer({ min: 1, max: 8 }).map((n) => `c += locked(${n})`),
    fc.tuple(variable, tie('block')).map(([v, s]) => `func() {\n${s}\n${v}++\n}()`),
    expression.map((x) => `go func(n int) { results <- n }(${x})\nc += <-results`),
    expression.map((x) => `select {\ncase results <- ${x}:\nb += <-results\ndefault:\nb--\n}`),
  ),
})).block;

/** The text of a program. */
export const randomProgram = fc.tuple(statement, statement, statement).map(
  ([first, second, third]) => `${declarations}
func work(a, b, c int) (result int) {
	defer func() {
		if r := recover(); r != nil {
			println("recovered", a, b, c)
			result = a + 1
		}
	}()
	${second}
	return a ^ b ^ c
}

func main() {
	a, b, c := 1, 2, 3
	for round := 0; round < 3; round++ {
		${first}
		c += work(b, a, round)
	}
	println(a, b, c)
	${third}
	println(a, b, c)
}
`,
);

const declarations = `package main

import "sync"

var list [5]int
var results = make(chan int, 2)
var table = map[int]int{1: 10, 2: 20}

type shape interface{ area() int }
type box struct{ side int }

func (x box) area() int { return x.side * x.side }

func pick(x, y int) int {
	if x < y {
		return x
	}
	return y
}

func place(n int) int { return int(uint(n) % 5) }

func apply(f func(int) int, n int) int { return f(n) }

func deep(n int) int {
	if n <= 0 {
		return 1
	}
	return deep(n-1) + n%3
}

func safely(n int) (result int) {
	defer func() {
		if recover() != nil {
			result = -1
		}
	}()
	return 1000 / (n % 7)
}

func pipe(count, room, x int) int {
	values := make(chan int, room)
	go func() {
		defer close(values)
		for i := 0; i < count; i++ {
			values <- i ^ x
		}
	}()
	sum := 0
	for v := range values {
		sum += v
	}
	return sum
}

func locked(count int) int {
	var mu sync.Mutex
	var wg sync.WaitGroup
	total := 0
	for i := 0; i < count; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 5; k++ {
				mu.Lock()
				total += i + k
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	return total
}
`;
