// How Go is lowered: range loops. Source in, statement list out.

import { describe, it } from 'vitest';
import { checkLowering } from './testing/lower-source.ts';

describe('range loops', () => {
  it('over an integer', () => {
    checkLowering(
      `
func main() {
	for i := range 3 {
		println(i)
	}
}
`,
      `
func main.main()
   0  i = 0
   1  if (i < 3) -> 2 else 4
   2  native println([]interface {}{box int(i)})
   3  i = (i + 1)  -> 1
   4  return
`,
    );
  });

  it('over a slice, with a variable of the loop as counter', () => {
    checkLowering(
      `
func main() {
	s := []string{"a"}
	for i, v := range s {
		println(i, v)
	}
	for range s {
	}
}
`,
      `
func main.main()
   0  s = []string{"a"}
   1  t1 = s
   2  i = 0
   3  if (i < len(t1)) -> 4 else 7
   4  v = t1[i]
   5  native println([]interface {}{box int(i), box string(v)})
   6  i = (i + 1)  -> 3
   7  t1 = s
   8  t4 = 0
   9  if (t4 < len(t1)) -> 10 else 11
  10  t4 = (t4 + 1)  -> 9
  11  return
`,
    );
  });

  it('over a string', () => {
    checkLowering(
      `
func main() {
	for i, r := range "aé" {
		println(i, r)
	}
}
`,
      `
func main.main()
   0  t0 = "a\\xc3\\xa9"
   1  t1 = 0
   2  t2, t3 = rune of t0 at t1
   3  if (t3 != 0) -> 4 else 7
   4  i = t1; r = t2
   5  native println([]interface {}{box int(i), box int32(r)})
   6  t1 = (t1 + t3)  -> 2
   7  return
`,
    );
  });

  it('over a map', () => {
    checkLowering(
      `
func main() {
	m := map[string]int{"a": 1}
	for k, v := range m {
		println(k, v)
	}
}
`,
      `
func main.main()
   0  t1 = make(map[string]int)
   1  t1["a"] = 1
   2  m = t1
   3  t2 = range m
   4  k, v = next t2 done -> 6
   5  native println([]interface {}{box string(k), box int(v)})  -> 4
   6  return
`,
    );
  });

  it('over a channel', () => {
    checkLowering(
      `
func main() {
	c := make(chan int)
	for v := range c {
		println(v)
	}
}
`,
      `
func main.main()
   0  c = make(chan int)
   1  t1 = c
   2  v, t2 = receive <-t1
   3  if t2 -> 4 else 5
   4  native println([]interface {}{box int(v)})  -> 2
   5  return
`,
    );
  });

  it('into variables that exist', () => {
    checkLowering(
      `
func main() {
	var a [1]int
	var k int
	for k, a[0] = range []int{7} {
		println(k)
	}
}
`,
      `
func main.main()
   0  a = zero [1]int
   1  k = zero int
   2  t2 = []int{7}
   3  t3 = 0
   4  if (t3 < len(t2)) -> 5 else 8
   5  k = t3; a[0] = t2[t3]
   6  native println([]interface {}{box int(k)})
   7  t3 = (t3 + 1)  -> 4
   8  return
`,
    );
  });

  it('over a function: the body becomes a function', () => {
    checkLowering(
      `
func seq(yield func(int) bool) { yield(1) }

func main() {
	for v := range seq {
		if v == 3 {
			break
		}
		println(v)
	}
}
`,
      `
func main.main()
   0  t0 = cell(0)
   1  t1 = cell(1)
   2  call (closure main.seq)(closure main.main-range1(&t1, &t0))
   3  if (cell t1 == 2) -> 4 else 5
   4  native runtime.panicrangestate(4)
   5  cell t1 = 3
   6  return
func main.seq(yield func(int) bool)
   0  call (yield)(1)
   1  return
func main.main-range1(t2 int) (bool) captures (cell t0 int, cell t1 int)
   0  if (cell t0 == 1) -> 4 else 1
   1  t3 = cell t0
   2  cell t0 = 2
   3  native runtime.panicrangestate(t3)
   4  cell t0 = 2
   5  v = t2
   6  if (v == 3) -> 10 else 7
   7  native println([]interface {}{box int(v)})
   8  cell t0 = 1
   9  return true
  10  cell t0 = 0
  11  return false
`,
    );
  });

  it('out of the body of a loop over a function', () => {
    checkLowering(
      `
func seq(yield func(int) bool) { yield(1) }

func f() int {
outer:
	for {
		for v := range seq {
			if v == 1 {
				return v
			}
			defer println(v)
			continue outer
		}
	}
}

func main() { f() }
`,
      `
func main.main()
   0  call main.f()
   1  return
func main.f() (cell t0 int) defers
   0  t0 = cell(zero int)
   1  t1 = cell(0)
   2  t2 = frame token
   3  t3 = cell(1)
   4  call (closure main.seq)(closure main.f-range1(&t3, &t1, &t0, t2))
   5  if (cell t3 == 2) -> 6 else 7
   6  native runtime.panicrangestate(4)
   7  cell t3 = 3
   8  if (cell t1 == 1) -> 9 else 10
   9  return
  10  if (cell t1 == 2) -> 11 else 1
  11  cell t1 = 0  -> 1
func main.seq(yield func(int) bool)
   0  call (yield)(1)
   1  return
func main.f-range1(t4 int) (bool) captures (cell t0 int, cell t1 int, cell t2 int, t3 uintptr)
   0  if (cell t0 == 1) -> 4 else 1
   1  t5 = cell t0
   2  cell t0 = 2
   3  native runtime.panicrangestate(t5)
   4  cell t0 = 2
   5  v = t4
   6  if (v == 1) -> 7 else 9
   7  cell t2 = v
   8  cell t1 = 1  -> 11
   9  defer main.f-range1.println(box int(v)) at t3
  10  cell t1 = 2
  11  cell t0 = 0
  12  return false
`,
    );
  });
});
