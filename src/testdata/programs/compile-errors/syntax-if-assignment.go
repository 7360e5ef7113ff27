// An assignment as a condition, and a literal in a condition.
package main

type t struct{ x int }

func main() {
	x := 1
	if x = 2 {
	}
	if x := 3 {
	}
	for x = 1 {
	}
	if x == t{1}.x {
	}
	switch x := 5 {
	}
}
