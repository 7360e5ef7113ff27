// Sorting: by hand, with package sort, with package slices.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
)

type person struct {
	name string
	age  int
}

func quicksort(list []int) {
	for len(list) > 12 {
		pivot := list[len(list)/2]
		i, j := 0, len(list)-1
		for i <= j {
			for list[i] < pivot {
				i++
			}
			for list[j] > pivot {
				j--
			}
			if i <= j {
				list[i], list[j] = list[j], list[i]
				i++
				j--
			}
		}
		quicksort(list[:j+1])
		list = list[i:]
	}
	for i := 1; i < len(list); i++ {
		for k := i; k > 0 && list[k] < list[k-1]; k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}

func main() {
	seed := uint32(42)
	random := func() int {
		seed = seed*1103515245 + 12345
		return int(seed >> 4)
	}
	numbers := make([]int, 60000)
	for i := range numbers {
		numbers[i] = random()
	}
	again := slices.Clone(numbers)
	quicksort(numbers)
	slices.Sort(again)
	fmt.Println(slices.Equal(numbers, again), numbers[0], numbers[len(numbers)-1])
	people := make([]person, 6000)
	for i := range people {
		people[i] = person{fmt.Sprint("p", random()%1000), random() % 90}
	}
	sort.SliceStable(people, func(i, j int) bool { return people[i].age < people[j].age })
	fmt.Println(people[0], people[len(people)-1])
	slices.SortFunc(people, func(a, b person) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.age, b.age))
	})
	fmt.Println(people[0], people[len(people)-1])
}
