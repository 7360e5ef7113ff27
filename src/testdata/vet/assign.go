package main

type point struct{ x, y int }

func next() int { return 1 }

func main() {
	a, b := 1, 2
	p := point{1, 2}
	list := []int{1, 2}
	table := map[string]int{}
	a = a
	a, b = a, b
	a, b = b, a
	a, p.x = a, p.x
	p.x, p.y = p.x, p.x
	list[a+1] = list[a+1]
	list[next()] = list[next()]
	table["k"] = table["k"]
	list[(a)] = list[a]
	pp := &p
	*pp = *pp
	(a) = (a)
	_ = list
	_, _ = a, b
	list[len(list)-1], b = list[len(list)-1], 3
	_ = b
}
