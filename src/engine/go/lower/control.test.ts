// How Go is lowered: control flow. Source in, statement list out.

import { describe, it } from 'vitest';
import { checkLowering } from './testing/lower-source.ts';

describe('control flow', () => {
  it('an endless loop is a statement that leads to itself', () => {
    checkLowering(
      `
func main() {
	for {
	}
}
`,
      `
func main.main()
   0  nop  -> 0
`,
    );
  });

  it('for, continue, break', () => {
    checkLowering(
      `
func main() {
	for i := 0; i < 9; i++ {
		if i == 2 {
			continue
		}
		if i == 5 {
			break
		}
		println(i)
	}
}
`,
      `
func main.main()
   0  i = 0
   1  if (i < 9) -> 2 else 6
   2  if (i == 2) -> 5 else 3
   3  if (i == 5) -> 6 else 4
   4  native println([]interface {}{box int(i)})
   5  i = (i + 1)  -> 1
   6  return
`,
    );
  });

  it('labels lead out of nested loops', () => {
    checkLowering(
      `
func main() {
outer:
	for i := 0; i < 3; i++ {
		for {
			if i == 1 {
				continue outer
			}
			break outer
		}
	}
}
`,
      `
func main.main()
   0  i = 0
   1  if (i < 3) -> 2 else 4
   2  if (i == 1) -> 3 else 4
   3  i = (i + 1)  -> 1
   4  return
`,
    );
  });

  it('goto', () => {
    checkLowering(
      `
func main() {
	i := 0
again:
	i++
	if i < 3 {
		goto again
	}
}
`,
      `
func main.main()
   0  i = 0
   1  i = (i + 1)
   2  if (i < 3) -> 1 else 3
   3  return
`,
    );
  });

  it('cases are tested in order, fallthrough enters the next body', () => {
    checkLowering(
      `
func main() {
	x := 2
	switch x {
	case 1, 2:
		println("small")
		fallthrough
	case 3:
		println("three")
	default:
		println("big")
	}
}
`,
      `
func main.main()
   0  x = 2
   1  if ((x == 1) || (x == 2)) -> 3 else 2
   2  if (x == 3) -> 4 else 5
   3  native println([]interface {}{box string("small")})
   4  native println([]interface {}{box string("three")})  -> 6
   5  native println([]interface {}{box string("big")})
   6  return
`,
    );
  });

  it('a switch without tag is a chain of conditions', () => {
    checkLowering(
      `
func f() bool { return true }

func main() {
	x := 2
	switch {
	case x > 3:
		println("big")
	case x == 1, f():
		println("one")
	}
}
`,
      `
func main.main()
   0  x = 2
   1  if (x > 3) -> 5 else 2
   2  if (x == 1) -> 6 else 3
   3  t1 = call main.f()
   4  if t1 -> 6 else 7
   5  native println([]interface {}{box string("big")})  -> 7
   6  native println([]interface {}{box string("one")})
   7  return
func main.f() (bool)
   0  return true
`,
    );
  });

  it('a type switch tests the box', () => {
    checkLowering(
      `
func main() {
	var x interface{} = 1
	switch v := x.(type) {
	case int:
		println(v)
	case string, nil:
		println(v)
	case error:
		println(v.Error())
	}
}
`,
      `
func main.main()
   0  x = box int(1)
   1  t1 = x
   2  if (t1 is int) -> 5 else 3
   3  if ((t1 is string) || (t1 == nil)) -> 7 else 4
   4  if (t1 is error) -> 9 else 12
   5  v = unbox int(t1)
   6  native println([]interface {}{box int(v)})  -> 12
   7  v.2 = t1
   8  native println([]interface {}{box interface {}(v.2)})  -> 12
   9  v.3 = t1
  10  t5 = call dynamic v.3.Error()
  11  native println([]interface {}{box string(t5)})
  12  return
`,
    );
  });

  it('what cannot be reached is left out', () => {
    checkLowering(
      `
func f(x int) int {
	if x > 0 {
		return 1
	} else {
		return 2
	}
	println("never")
	return 3
}

func main() { f(1) }
`,
      `
func main.main()
   0  call main.f(1)
   1  return
func main.f(x int) (int)
   0  if (x > 0) -> 1 else 2
   1  return 1
   2  return 2
`,
    );
  });
});
