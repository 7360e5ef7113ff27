// How Go is lowered: struct and array values. Source in, statement list out.

import { describe, it } from 'vitest';
import { checkLowering } from './testing/lower-source.ts';

describe('struct and array values', () => {
  it('a struct is copied when it is kept', () => {
    checkLowering(
      `
type point struct{ x, y int }

func show(p point) { println(p.x) }

func main() {
	p := point{1, 2}
	q := p
	list := []point{p, q}
	var any interface{} = p
	show(list[0])
	list[1] = p
	println(any.(point).x)
}
`,
      `
func main.main()
   0  p = main.point{1, 2}
   1  q = copy(p)
   2  list = []main.point{copy(p), copy(q)}
   3  any = box main.point(copy(p))
   4  call main.show(copy(list[0]))
   5  list[1] = copy(p)
   6  native println([]interface {}{box int(any.(main.point).x)})
   7  return
func main.show(p main.point)
   0  native println([]interface {}{box int(p.x)})
   1  return
`,
    );
  });

  it('a value that is new is not copied', () => {
    checkLowering(
      `
type point struct{ x, y int }

func origin() point { return point{} }

func main() {
	p := origin()
	p = point{1, 2}
	println(p.x)
}
`,
      `
func main.main()
   0  p = call main.origin()
   1  p = main.point{1, 2}
   2  native println([]interface {}{box int(p.x)})
   3  return
func main.origin() (main.point)
   0  return main.point{zero int, zero int}
`,
    );
  });

  it('structs can be swapped', () => {
    checkLowering(
      `
type point struct{ x, y int }

func main() {
	p, q := point{1, 2}, point{3, 4}
	p, q = q, p
	println(p.x, q.x)
}
`,
      `
func main.main()
   0  p = main.point{1, 2}; q = main.point{3, 4}
   1  p = copy(q); q = copy(p)
   2  native println([]interface {}{box int(p.x), box int(q.x)})
   3  return
`,
    );
  });

  it('a value method that changes its receiver copies it', () => {
    checkLowering(
      `
type counter struct{ n int }

func (c counter) next() int {
	c.n++
	return c.n
}

func main() {
	var c counter
	println(c.next(), c.n)
}
`,
      `
func main.main()
   0  c = zero main.counter
   1  t1 = call main.counter.next(copy(c))
   2  native println([]interface {}{box int(t1), box int(c.n)})
   3  return
func main.counter.next(c main.counter) (int)
   0  c = copy(c)
   1  c.n = (c.n + 1)
   2  return c.n
`,
    );
  });

  it('an array is copied before its elements are ranged over', () => {
    checkLowering(
      `
func main() {
	a := [2]int{1, 2}
	for _, v := range a {
		a[1] = v
	}
}
`,
      `
func main.main()
   0  a = [2]int{1, 2}
   1  t1 = copy(a)
   2  t2 = 0
   3  if (t2 < 2) -> 4 else 7
   4  v = t1[t2]
   5  a[1] = v
   6  t2 = (t2 + 1)  -> 3
   7  return
`,
    );
  });
});
