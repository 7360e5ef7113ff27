// After ten errors gc stops.
package main

func main() {
	a1
	a2()
	a3 = 1
	var x a4
	a5++
	_ = a6 + a7
	for range a8 {
	}
	if a9 {
	}
	go a10()
	defer a11()
	return a12
}
