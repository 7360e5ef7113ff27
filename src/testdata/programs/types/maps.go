// Maps: literals, lookup with ok, delete, nested maps, struct keys and sorted iteration.
package main

import (
	"fmt"
	"sort"
)

type city struct {
	name    string
	country string
}

func main() {
	ages := map[string]int{"ann": 31, "bob": 28}
	ages["cid"]++
	ages["bob"] += 10
	age, ok := ages["dora"]
	fmt.Println(len(ages), ages, age, ok)
	delete(ages, "ann")
	delete(ages, "nobody")
	if _, found := ages["ann"]; !found {
		fmt.Println("ann is gone")
	}
	alias := ages
	alias["eve"] = 1
	fmt.Println(len(ages), ages["eve"])

	population := map[city]float64{{"Oslo", "NO"}: 0.7, {"Rome", "IT"}: 2.8}
	population[city{"Rome", "IT"}] += 0.1
	fmt.Println(population[city{"Rome", "IT"}], population[city{"Rome", "XX"}])

	groups := map[bool][]int{}
	for n := 1; n <= 6; n++ {
		groups[n%2 == 0] = append(groups[n%2 == 0], n)
	}
	fmt.Println(groups)

	graph := make(map[string]map[string]int)
	for _, edge := range [][2]string{{"a", "b"}, {"a", "c"}, {"b", "c"}} {
		if graph[edge[0]] == nil {
			graph[edge[0]] = map[string]int{}
		}
		graph[edge[0]][edge[1]]++
	}
	fmt.Println(graph, graph["zzz"]["yyy"])

	var names []string
	for name := range ages {
		names = append(names, name)
	}
	sort.Strings(names)
	fmt.Println(names)
	var none map[string]int
	fmt.Println(none["x"], len(none), none == nil)
	for range none {
		fmt.Println("never")
	}
	mixed := map[any]string{1: "int", "1": "string", 1.0: "float", [1]int{1}: "array"}
	fmt.Println(mixed[1], mixed["1"], mixed[1.0], mixed[[1]int{1}], mixed[int64(1)] == "")
}
