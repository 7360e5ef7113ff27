// Value and pointer receivers, method values and method expressions.
package main

import "fmt"

type Counter struct{ n int }

func (c Counter) Get() int   { return c.n }
func (c *Counter) Add(d int) { c.n += d }

type Path []string

func (p Path) Last() string   { return p[len(p)-1] }
func (p *Path) Push(s string) { *p = append(*p, s) }

type Op func(int, int) int

func (op Op) Apply(a, b int) int { return op(a, b) }

func main() {
	var c Counter
	c.Add(5)
	(&c).Add(1)
	get := c.Get
	add := c.Add
	add(10)
	fmt.Println(c.Get(), get(), c.n)
	p := &c
	fmt.Println(p.Get(), Counter.Get(c), (*Counter).Get(p))
	(*Counter).Add(&c, 100)
	fmt.Println(c)
	f := Counter.Get
	g := (*Counter).Add
	g(&c, 1000)
	fmt.Printf("%d %T %T\n", f(c), f, g)
	path := Path{"home"}
	path.Push("user")
	path.Push("go")
	fmt.Println(path, path.Last(), len(path))
	fmt.Println(Op(func(a, b int) int { return a * b }).Apply(6, 7))
	counters := []Counter{{1}, {2}}
	for i := range counters {
		counters[i].Add(10)
	}
	fmt.Println(counters)
	deferred := func() {
		defer fmt.Println("deferred sees", c.Get())
		c.Add(1)
	}
	deferred()
	var nilCounter *Counter
	fmt.Println(nilCounter == nil, describe(nilCounter))
}

func describe(c *Counter) string {
	if c == nil {
		return "nothing"
	}
	return fmt.Sprint(c.n)
}
