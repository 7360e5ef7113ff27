package main

import (
	"fmt"
	"sort"
)

type inner struct {
	tags [2]string
	n    int
}

type item struct {
	key  int
	in   inner
	flag bool
	any  any
}

func main() {
	items := []item{{3, inner{[2]string{"c", "cc"}, 30}, true, "x"}, {1, inner{[2]string{"a", "aa"}, 10}, false, 1}, {2, inner{[2]string{"b", "bb"}, 20}, true, nil}}
	first := &items[0]
	nested := &items[0].in
	tag := &items[0].in.tags[1]
	flag := &items[0].flag
	sort.Slice(items, func(i, j int) bool { return items[i].key < items[j].key })
	fmt.Println(items)
	fmt.Println(*first, *nested, *tag, *flag)
	first.in.n = 99
	nested.tags[0] = "changed"
	*tag = "through pointer"
	fmt.Println(items[0], nested == &items[0].in)

	pairs := [][2]int{{3, 1}, {2, 2}, {1, 3}}
	p := &pairs[0]
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i][0] < pairs[j][0] })
	p[1] = 77
	fmt.Println(pairs, *p)

	bools := []bool{true, false, true, false}
	sort.Slice(bools, func(i, j int) bool { return !bools[i] && bools[j] })
	fmt.Println(bools)
	matrix := [][]int{{2}, {1}}
	sort.Slice(matrix, func(i, j int) bool { return matrix[i][0] < matrix[j][0] })
	fmt.Println(matrix)
}
