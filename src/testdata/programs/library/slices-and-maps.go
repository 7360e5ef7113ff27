// The packages slices and maps.
package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type item struct {
	name string
	n    int
}

func main() {
	s := []int{3, 1, 4, 1, 5, 9, 2, 6}
	c := slices.Clone(s)
	slices.Sort(c)
	fmt.Println(c, slices.Contains(s, 9), slices.Index(s, 4), slices.Max(s), slices.Min(s))
	i, found := slices.BinarySearch(c, 5)
	fmt.Println(i, found, slices.Compact(c), slices.IndexFunc(s, func(n int) bool { return n > 4 }))
	fmt.Println(slices.Insert([]int{1, 2}, 1, 8, 9), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Equal(s, c))
	r := []string{"a", "b", "c"}
	slices.Reverse(r)
	fmt.Println(r, slices.Repeat([]int{0, 1}, 2), slices.Concat([]int{1}, []int{2, 3}))
	items := []item{{"b", 2}, {"a", 2}, {"c", 1}}
	slices.SortFunc(items, func(x, y item) int {
		return cmp.Or(cmp.Compare(x.n, y.n), strings.Compare(x.name, y.name))
	})
	fmt.Println(items, slices.IsSorted(s), slices.Compare([]int{1, 2}, []int{1, 3}))
	m := map[string]int{"x": 1, "y": 2, "z": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	d := maps.Clone(m)
	maps.DeleteFunc(d, func(k string, v int) bool { return v%2 == 1 })
	fmt.Println(d, maps.Equal(m, d), slices.Collect(slices.Values(r)))
	for chunk := range slices.Chunk(s, 3) {
		fmt.Print(chunk, " ")
	}
	for i, v := range slices.Backward(r) {
		fmt.Print(i, v, " ")
	}
	fmt.Println(slices.ContainsFunc(s, func(n int) bool { return n < 0 }), maps.Collect(slices.All(r)))
	fmt.Println(slices.Replace([]int{1, 2, 3}, 0, 2, 7), len(slices.Grow([]int{}, 10)), cap(slices.Clip(make([]int, 2, 10))))
}
