// How Go is lowered: calls. Source in, statement list out.

import { describe, it } from 'vitest';
import { checkLowering } from './testing/lower-source.ts';

describe('calls', () => {
  it('methods: value, pointer, promoted, dynamic', () => {
    checkLowering(
      `
type base struct{ n int }

func (b base) value() int    { return b.n }
func (b *base) pointer() int { return b.n }

type outer struct {
	*base
	inner base
}

type valuer interface{ value() int }

func main() {
	var o outer
	println(o.value(), o.pointer(), o.inner.pointer())
	var v valuer = o
	println(v.value())
}
`,
      `
func main.main()
   0  o = zero main.outer
   1  t1 = call main.base.value(copy(*o.base))
   2  t2 = call main.(*base).pointer(o.base)
   3  t3 = call main.(*base).pointer(&o.inner)
   4  native println([]interface {}{box int(t1), box int(t2), box int(t3)})
   5  v = box main.outer(copy(o))
   6  t3 = call dynamic v.value()
   7  native println([]interface {}{box int(t3)})
   8  return
func main.base.value(b main.base) (int)
   0  return b.n
func main.(*base).pointer(b *main.base) (int)
   0  return b.n
`,
    );
  });

  it('method values and expressions', () => {
    checkLowering(
      `
type base struct{ n int }

func (b base) value() int { return b.n }

type valuer interface{ value() int }

func main() {
	b := base{1}
	f, g, h := b.value, base.value, valuer.value
	println(f(), g(b), h(b))
}
`,
      `
func main.main()
   0  b = main.base{1}
   1  f = closure main.base.value-fm(copy(b)); g = closure main.base.value; h = closure main.valuer.value
   2  t4 = call (f)()
   3  t5 = call (g)(copy(b))
   4  t6 = call (h)(box main.base(copy(b)))
   5  native println([]interface {}{box int(t4), box int(t5), box int(t6)})
   6  return
func main.base.value(b main.base) (int)
   0  return b.n
`,
    );
  });

  it('variadic parameters and several results handed on', () => {
    checkLowering(
      `
func two() (int, string) { return 1, "a" }

func all(xs ...interface{}) int { return len(xs) }

func main() {
	all()
	all(1, "b")
	all(two())
	all([]interface{}{1}...)
}
`,
      `
func main.main()
   0  call main.all(zero []interface {})
   1  call main.all([]interface {}{box int(1), box string("b")})
   2  t0, t1 = call main.two()
   3  call main.all([]interface {}{box int(t0), box string(t1)})
   4  call main.all([]interface {}{box int(1)})
   5  return
func main.all(xs []interface {}) (int)
   0  return len(xs)
func main.two() (int, string)
   0  return 1, "a"
`,
    );
  });

  it('generic functions are lowered once for each list of type arguments', () => {
    checkLowering(
      `
func max2[T int | string](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func main() {
	println(max2(1, 2), max2(3, 4), max2("a", "b"))
}
`,
      `
func main.main()
   0  t0 = call main.max2[...](1, 2)
   1  t1 = call main.max2[...](3, 4)
   2  t2 = call main.max2[...]("a", "b")
   3  native println([]interface {}{box int(t0), box int(t1), box string(t2)})
   4  return
func main.max2[...](a int, b int) (int)
   0  if (a > b) -> 1 else 2
   1  return a
   2  return b
func main.max2[...](a string, b string) (string)
   0  if (a > b) -> 1 else 2
   1  return a
   2  return b
`,
    );
  });

  it('go and defer evaluate operands now', () => {
    checkLowering(
      `
func work(n int) {}

func main() {
	c := make(chan int)
	for i := 0; i < 2; i++ {
		go work(i)
	}
	defer close(c)
	defer func() { recover() }()
	defer delete(map[int]int{}, 1)
}
`,
      `
func main.main() defers
   0  c = make(chan int)
   1  i = 0
   2  if (i < 2) -> 3 else 5
   3  go main.work(i)
   4  i = (i + 1)  -> 2
   5  defer main.main.close(c)
   6  defer (closure main.main.func1)()
   7  defer main.main.delete(make(map[int]int), 1)
   8  return
func main.work(n int)
   0  return
func main.main.func1()
   0  t0 = recover
   1  return
`,
    );
  });

  it('only methods that something calls are lowered for interfaces', () => {
    checkLowering(
      `
type thing struct{ n int }

func (t thing) used() int   { return t.n }
func (t thing) unused() int { return t.n }

func main() {
	var x interface{ used() int } = thing{1}
	println(x.used())
}
`,
      `
func main.main()
   0  x = box main.thing(main.thing{1})
   1  t1 = call dynamic x.used()
   2  native println([]interface {}{box int(t1)})
   3  return
func main.thing.used(t main.thing) (int)
   0  return t.n
`,
    );
  });
});
