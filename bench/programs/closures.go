// Closures and interfaces: handlers in a chain, shapes behind an interface, memoised functions.
package main

import "fmt"

type shape interface {
	area() float64
	scaled(by float64) shape
}

type square struct{ side float64 }
type circle struct{ radius float64 }
type group []shape

func (s square) area() float64           { return s.side * s.side }
func (s square) scaled(by float64) shape { return square{s.side * by} }
func (c circle) area() float64           { return 3 * c.radius * c.radius }
func (c circle) scaled(by float64) shape { return circle{c.radius * by} }
func (g group) area() float64 {
	sum := 0.0
	for _, s := range g {
		sum += s.area()
	}
	return sum
}
func (g group) scaled(by float64) shape {
	out := make(group, len(g))
	for i, s := range g {
		out[i] = s.scaled(by)
	}
	return out
}

type handler func(int) int

func chain(n int) handler {
	h := handler(func(x int) int { return x })
	for i := range n {
		next := h
		h = func(x int) int { return next(x) + i }
	}
	return h
}

func memoised(f func(self func(int) int, n int) int) func(int) int {
	known := map[int]int{}
	var self func(int) int
	self = func(n int) int {
		if v, ok := known[n]; ok {
			return v
		}
		v := f(self, n)
		known[n] = v
		return v
	}
	return self
}

func main() {
	var g group
	for i := range 60 {
		if i%2 == 0 {
			g = append(g, square{float64(i)})
		} else {
			g = append(g, circle{float64(i)})
		}
	}
	area := 0.0
	for i := range 400 {
		area += g.scaled(1 + float64(i%3)).area()
	}
	h := chain(20)
	sum := 0
	for i := range 20000 {
		sum += h(i)
	}
	steps := memoised(func(self func(int) int, n int) int {
		if n <= 1 {
			return 0
		}
		if n%2 == 0 {
			return 1 + self(n/2)
		}
		return 1 + self(3*n+1)
	})
	longest := 0
	for n := 1; n < 6000; n++ {
		longest = max(longest, steps(n))
	}
	fmt.Println(area, sum, longest)
}
