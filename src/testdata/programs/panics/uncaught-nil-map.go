// Writing to a nil map that nobody recovers.
package main

type index map[string][]int

func (x index) add(word string, line int) { x[word] = append(x[word], line) }

func main() {
	var words index
	words.add("go", 1)
}
