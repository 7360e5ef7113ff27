// The last line of a literal that spans lines needs a comma.
package main

func main() {
	list := []int{
		1,
		2
	}
	m := map[string]int{
		"a": 1
		"b": 2,
	}
	_, _ = list, m
}
