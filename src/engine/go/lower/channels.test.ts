// How Go is lowered: channel operations. Source in, statement list out.

import { describe, it } from 'vitest';
import { checkLowering } from './testing/lower-source.ts';

describe('channel operations', () => {
  it('send, receive, close, and the comma-ok forms', () => {
    checkLowering(
      `
func main() {
	c := make(chan int, 1)
	c <- 1
	v, ok := <-c
	close(c)
	<-c
	println(v, ok)
}
`,
      `
func main.main()
   0  c = make(chan int, 1)
   1  send c <- 1
   2  v, ok = receive <-c
   3  close c
   4  receive <-c
   5  native println([]interface {}{box int(v), box bool(ok)})
   6  return
`,
    );
  });

  it('select with every kind of case', () => {
    checkLowering(
      `
func main() {
	a, b := make(chan int), make(chan string)
	var list [2]string
	select {
	case v := <-a:
		println(v)
	case list[1] = <-b:
	case v, ok := <-a:
		println(v, ok)
	case b <- "x":
	default:
		println("none")
	}
}
`,
      `
func main.main()
   0  t0 = make(chan int)
   1  t1 = make(chan string)
   2  a = t0; b = t1
   3  list = zero [2]string
   4  select {v, _ = <-a -> 5; t6, _ = <-b -> 6; v.2, ok = <-a -> 7; b <- "x" -> 9; default -> 8}
   5  native println([]interface {}{box int(v)})  -> 9
   6  list[1] = t6  -> 9
   7  native println([]interface {}{box int(v.2), box bool(ok)})  -> 9
   8  native println([]interface {}{box string("none")})
   9  return
`,
    );
  });

  it('select with one case is the plain operation', () => {
    checkLowering(
      `
func main() {
	c := make(chan int)
	select {
	case v := <-c:
		println(v)
	}
	select {}
}
`,
      `
func main.main()
   0  c = make(chan int)
   1  v, _ = receive <-c
   2  native println([]interface {}{box int(v)})
   3  select {}
`,
    );
  });
});
