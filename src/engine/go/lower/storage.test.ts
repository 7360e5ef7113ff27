// How Go is lowered: where variables live. Source in, statement list out.

import { describe, it } from 'vitest';
import { checkLowering } from './testing/lower-source.ts';

describe('where variables live', () => {
  it('an untouched variable is a register', () => {
    checkLowering(
      `
func main() {
	x := 1
	println(x)
}
`,
      `
func main.main()
   0  x = 1
   1  native println([]interface {}{box int(x)})
   2  return
`,
    );
  });

  it('a captured variable that is assigned lives in a cell', () => {
    checkLowering(
      `
func main() {
	x := 1
	f := func() { x++ }
	f()
	println(x)
}
`,
      `
func main.main()
   0  x = cell(1)
   1  f = closure main.main.func1(&x)
   2  call (f)()
   3  native println([]interface {}{box int(cell x)})
   4  return
func main.main.func1() captures (cell x int)
   0  cell x = (cell x + 1)
   1  return
`,
    );
  });

  it('a captured variable that never changes is copied into the closure', () => {
    checkLowering(
      `
func main() {
	x := 1
	f := func() int { return x }
	println(f())
}
`,
      `
func main.main()
   0  x = 1
   1  f = closure main.main.func1(x)
   2  t2 = call (f)()
   3  native println([]interface {}{box int(t2)})
   4  return
func main.main.func1() (int) captures (x int)
   0  return x
`,
    );
  });

  it('an addressed scalar lives in a cell, an addressed struct in an object', () => {
    checkLowering(
      `
type point struct{ x, y int }

func main() {
	n, p := 1, point{1, 2}
	pn, pp := &n, &p
	*pn = 3
	p = point{3, 4}
	println(pp.x, *pn)
}
`,
      `
func main.main()
   0  t0 = 1; p = main.point{1, 2}
   1  n = cell(t0)
   2  pn = &n; pp = &p
   3  *pn = 3
   4  *&p = main.point{3, 4}
   5  native println([]interface {}{box int(pp.x), box int(*pn)})
   6  return
`,
    );
  });

  it('a parameter in a cell is moved there first', () => {
    checkLowering(
      `
func f(n int) *int { return &n }

func main() { println(*f(1)) }
`,
      `
func main.main()
   0  t0 = call main.f(1)
   1  native println([]interface {}{box int(*t0)})
   2  return
func main.f(t0 int) (*int)
   0  n = cell(t0)
   1  return &n
`,
    );
  });

  it('captures pass through the functions between', () => {
    checkLowering(
      `
func main() {
	n := 0
	func() {
		func() { n++ }()
	}()
}
`,
      `
func main.main()
   0  n = cell(0)
   1  call (closure main.main.func1(&n))()
   2  return
func main.main.func1() captures (cell n int)
   0  call (closure main.main.func1.1(&n))()
   1  return
func main.main.func1.1() captures (cell n int)
   0  cell n = (cell n + 1)
   1  return
`,
    );
  });

  it('each iteration of a loop has its own variable when someone shares it', () => {
    checkLowering(
      `
func main() {
	for i := 0; i < 3; i++ {
		go func() { i++ }()
	}
}
`,
      `
func main.main()
   0  i = cell(0)
   1  if (cell i < 3) -> 2 else 5
   2  go (closure main.main.func1(&i))()
   3  i = cell(cell i)
   4  cell i = (cell i + 1)  -> 1
   5  return
func main.main.func1() captures (cell i int)
   0  cell i = (cell i + 1)
   1  return
`,
    );
  });

  it('a result that a deferred call sees lives in a cell, and return stores into it', () => {
    checkLowering(
      `
func f() (n int) {
	defer func() { n *= 2 }()
	return 21
}

func main() { println(f()) }
`,
      `
func main.main()
   0  t0 = call main.f()
   1  native println([]interface {}{box int(t0)})
   2  return
func main.f() (cell n int) defers
   0  n = cell(zero int)
   1  defer (closure main.f.func1(&n))()
   2  cell n = 21
   3  return
func main.f.func1() captures (cell n int)
   0  cell n = (cell n * 2)
   1  return
`,
    );
  });

  it('unnamed results of a function with defers get variables', () => {
    checkLowering(
      `
func f() (int, error) {
	defer println("bye")
	return 1, nil
}

func main() { f() }
`,
      `
func main.main()
   0  call main.f()
   1  return
func main.f() (t0 int, t1 error) defers
   0  t0 = zero int
   1  t1 = zero error
   2  defer main.f.println(box string("bye"))
   3  t0 = 1; t1 = zero error
   4  return
`,
    );
  });
});
