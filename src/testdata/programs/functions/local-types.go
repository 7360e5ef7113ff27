// Types declared in a function and used in function literals within it: their fields are not captured.
package main

import "fmt"

func main() {
	type point struct{ x, y int }
	type named struct {
		point
		name string
	}
	x := 10
	origin := func() point { return point{x: x, y: 2} }
	label := func(p point) func() named {
		return func() named {
			type pair struct{ x, name string }
			q := pair{x: "key", name: "value"}
			each := func() string { return pair{x: q.name, name: q.x}.x }
			return named{point: point{y: p.y, x: p.x}, name: each()}
		}
	}
	for range 2 {
		x++
		fmt.Printf("%+v\n", label(origin())())
	}
	all := func(yield func(point) bool) {
		for i := range 3 {
			if !yield(point{x: i, y: x}) {
				return
			}
		}
	}
	for p := range all {
		go func() { _ = point{x: p.x} }()
		fmt.Println(point{x: p.y, y: p.x})
	}
	func() {
		anonymous := struct{ x, y int }{x: 1, y: 2}
		func() { fmt.Println(anonymous, struct{ y int }{y: x}) }()
	}()
}
