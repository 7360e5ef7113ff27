// How Go is lowered: order of evaluation. Source in, statement list out.

import { describe, it } from 'vitest';
import { checkLowering } from './testing/lower-source.ts';

describe('order of evaluation', () => {
  it('calls run first, in order; variables are read with the statement', () => {
    checkLowering(
      `
var g int

func f() int { g++; return g }

func main() {
	println(g, f(), g+f())
}
`,
      `
func main.main()
   0  t0 = call main.f()
   1  t1 = call main.f()
   2  native println([]interface {}{box int(main.g), box int(t0), box int((main.g + t1))})
   3  return
func main.f() (int)
   0  main.g = (main.g + 1)
   1  return main.g
`,
    );
  });

  it('what gc evaluates early goes to a temporary before a call', () => {
    checkLowering(
      `
func f() int { return 1 }

func main() {
	s := []int{1, 2}
	var x interface{} = 1
	println(len(s), s[1:], x.(int), s[0], f())
}
`,
      `
func main.main()
   0  s = []int{1, 2}
   1  x = box int(1)
   2  t2 = len(s)
   3  t3 = s[1:]
   4  t4 = x.(int)
   5  t5 = call main.f()
   6  native println([]interface {}{box int(t2), box []int(t3), box int(t4), box int(s[0]), box int(t5)})
   7  return
func main.f() (int)
   0  return 1
`,
    );
  });

  it('of two panics, that of the early operation comes first; else nothing is moved', () => {
    checkLowering(
      `
func main() {
	var s, t []int
	i, j := 1, 2
	println(s[i] + max(t[j], 0))
	println(max(t[j], 0) + s[i])
	println(len(s) + max(i, j))
}
`,
      `
func main.main()
   0  s = zero []int
   1  t = zero []int
   2  i = 1; j = 2
   3  t4 = max(t[j], 0)
   4  native println([]interface {}{box int((s[i] + t4))})
   5  native println([]interface {}{box int((max(t[j], 0) + s[i]))})
   6  native println([]interface {}{box int((len(s) + max(i, j)))})
   7  return
`,
    );
  });

  it('&& with a call is control flow', () => {
    checkLowering(
      `
func f() bool { return true }

func main() {
	a := true
	b := a && f()
	if b || f() && !f() {
		println("yes")
	}
}
`,
      `
func main.main()
   0  a = true
   1  t2 = a
   2  if t2 -> 3 else 5
   3  t3 = call main.f()
   4  t2 = t3
   5  b = t2
   6  if b -> 11 else 7
   7  t3 = call main.f()
   8  if t3 -> 9 else 12
   9  t2 = call main.f()
  10  if t2 -> 12 else 11
  11  native println([]interface {}{box string("yes")})
  12  return
func main.f() (bool)
   0  return true
`,
    );
  });

  it('&& without calls is one condition', () => {
    checkLowering(
      `
func main() {
	a, b := 1, 2
	if a < b && (b > 3 || a == 0) {
		println("yes")
	}
}
`,
      `
func main.main()
   0  a = 1; b = 2
   1  if ((a < b) && ((b > 3) || (a == 0))) -> 2 else 3
   2  native println([]interface {}{box string("yes")})
   3  return
`,
    );
  });

  it('operands on the left are evaluated before anything is assigned', () => {
    checkLowering(
      `
func f() (*int, int) { return nil, 1 }

func main() {
	p := new(int)
	p, *p = f()
	a, i := []int{1, 2}, 0
	i, a[i] = 1, 9
}
`,
      `
func main.main()
   0  p = new(zero int)
   1  t1, t2 = call main.f()
   2  p = t1; *p = t2
   3  a = []int{1, 2}; i = 0
   4  i = 1; a[i] = 9
   5  return
func main.f() (*int, int)
   0  return zero *int, 1
`,
    );
  });

  it('x op= y evaluates the place once', () => {
    checkLowering(
      `
func main() {
	m := map[string][]int{}
	m["a"][len(m)]++
	s := []int{1}
	s[0] += 2
}
`,
      `
func main.main()
   0  m = make(map[string][]int)
   1  t1 = m["a"]
   2  t1[len(m)] = (t1[len(m)] + 1)
   3  s = []int{1}
   4  s[0] = (s[0] + 2)
   5  return
`,
    );
  });

  it('several receives stand in a line', () => {
    checkLowering(
      `
func main() {
	c := make(chan int, 2)
	c <- 1
	println(<-c + <-c)
}
`,
      `
func main.main()
   0  c = make(chan int, 2)
   1  send c <- 1
   2  t1, _ = receive <-c
   3  t2, _ = receive <-c
   4  native println([]interface {}{box int((t1 + t2))})
   5  return
`,
    );
  });
});
