// sort: slices, custom orders, stability and binary search.
package main

import (
	"fmt"
	"sort"
)

type person struct {
	name string
	age  int
}

type byAge []person

func (p byAge) Len() int           { return len(p) }
func (p byAge) Less(i, j int) bool { return p[i].age < p[j].age }
func (p byAge) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }

func main() {
	n := []int{5, 2, 8, -1, 9, 3}
	sort.Ints(n)
	s := []string{"pear", "Fig", "apple"}
	sort.Strings(s)
	f := []float64{2.5, -1, 0}
	sort.Float64s(f)
	fmt.Println(n, s, f, sort.IntsAreSorted(n), sort.SearchInts(n, 5), sort.SearchInts(n, 4))
	people := []person{{"ann", 30}, {"bob", 25}, {"cid", 30}, {"dan", 25}, {"eve", 20}}
	sort.Stable(byAge(people))
	fmt.Println(people)
	sort.Slice(people, func(i, j int) bool { return people[i].name > people[j].name })
	fmt.Println(people)
	sort.SliceStable(people, func(i, j int) bool { return people[i].age < people[j].age })
	fmt.Println(people)
	sort.Sort(sort.Reverse(sort.IntSlice(n)))
	fmt.Println(n)
	i := sort.Search(100, func(i int) bool { return i*i >= 50 })
	at, found := sort.Find(5, func(i int) int { return 3 - i })
	fmt.Println(i, at, found)
	big := make([]int, 300)
	for i := range big {
		big[i] = (i * 7919) % 1009
	}
	sort.Ints(big)
	fmt.Println(big[0], big[150], big[299], sort.IntsAreSorted(big))
}
