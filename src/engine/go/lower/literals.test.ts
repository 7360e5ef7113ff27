// How Go is lowered: literals, constants and package variables. Source in, statement list out.

import { describe, it } from 'vitest';
import { checkLowering } from './testing/lower-source.ts';

describe('literals, constants and package variables', () => {
  it('composite literals are trees', () => {
    checkLowering(
      `
type point struct{ x, y int }

func main() {
	a := [4]int{2: 5, 6}
	s := []*point{{1, 2}, {y: 3}}
	p := &point{x: 1}
	println(a[2], s[0].x, p.x)
}
`,
      `
func main.main()
   0  a = [4]int{2: 5, 3: 6}
   1  s = []*main.point{new(main.point{1, 2}), new(main.point{zero int, 3})}
   2  p = new(main.point{1, zero int})
   3  native println([]interface {}{box int(a[2]), box int(s[0].x), box int(p.x)})
   4  return
`,
    );
  });

  it('a map literal is built entry by entry', () => {
    checkLowering(
      `
func f() int { return 1 }

func main() {
	m := map[string]int{"a": 1, "b": 2, "c": f(), "d": 4}
	println(len(m))
}
`,
      `
func main.main()
   0  t1 = make(map[string]int)
   1  t1["a"] = 1; t1["b"] = 2
   2  t2 = call main.f()
   3  t1["c"] = t2; t1["d"] = 4
   4  m = t1
   5  native println([]interface {}{box int(len(m))})
   6  return
func main.f() (int)
   0  return 1
`,
    );
  });

  it("constants have their type's representation", () => {
    checkLowering(
      `
func main() {
	var u uint64 = 1<<64 - 1
	var f float32 = 0.1
	var c complex128 = 1 + 2i
	var r rune = 'é'
	println(u, f, c, r, "é\\n", 1<<62)
}
`,
      `
func main.main()
   0  u = 18446744073709551615
   1  f = 0.10000000149011612
   2  c = (1+2i)
   3  r = 233
   4  native println([]interface {}{box uint64(u), box float32(f), box complex128(c), box int32(r), box string("\\xc3\\xa9\\n"), box int(4611686018427387904)})
   5  return
`,
    );
  });

  it('package variables are initialised in order of dependency', () => {
    checkLowering(
      `
var a = b + 1
var b = f()

func f() int { return 1 }

func init() { println(a) }

func main() {}
`,
      `
func main.main()
   0  return
func main.init()
   0  t0 = call main.f()
   1  main.b = t0
   2  main.a = (main.b + 1)
   3  return
func main.f() (int)
   0  return 1
func main.init.0()
   0  native println([]interface {}{box int(main.a)})
   1  return
`,
    );
  });
});
