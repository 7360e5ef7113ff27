// Built-in functions with wrong arguments.
package main

func main() {
	_ = len(5)
	_ = len()
	_ = cap(map[int]int{})
	_ = append(5, 1)
	_ = append()
	_ = append([]int{}, "x")
	_ = make(int)
	_ = make([]int)
	_ = make([]int, "x")
	_ = make([]int, 5, 2)
	_ = new(5, 6)
	delete([]int{}, 1)
	delete(map[string]int{}, 1)
	copy([]int{}, []string{})
	panic()
	close(5)
	_ = min()
	_ = max(1, "a")
	clear(5)
	recover(1)
	_ = complex(1, "x")
	_ = real(5.0)
	print(main)
}
