// Structs are values: copies, comparison, nesting, anonymous structs and pointers to them.
package main

import "fmt"

type Point struct{ X, Y int }

type Line struct {
	From, To Point
	Label    string
}

type Node struct {
	Value int
	Next  *Node
}

func moved(p Point, dx int) Point {
	p.X += dx
	return p
}

func move(p *Point, dx int) { p.X += dx }

func main() {
	p := Point{1, 2}
	q := p
	q.Y = 20
	fmt.Println(p, q, moved(p, 5), p == Point{1, 2}, p == q)
	move(&p, 10)
	fmt.Println(p)
	line := Line{From: p, Label: "edge"}
	copied := line
	copied.From.X = -1
	line.To = Point{Y: 7}
	fmt.Printf("%v\n%+v\n", line, copied)
	list := []Point{{1, 1}, {2, 2}}
	for _, each := range list {
		each.X = 100
	}
	for i := range list {
		list[i].Y *= 2
	}
	fmt.Println(list)
	pointers := map[string]*Point{"a": {3, 4}}
	pointers["a"].X = 33
	fmt.Println(*pointers["a"], pointers["a"].Y)
	var head *Node
	for i := range 3 {
		head = &Node{i, head}
	}
	for n := head; n != nil; n = n.Next {
		fmt.Print(n.Value, " ")
	}
	fmt.Println()
	settings := struct {
		Name string
		Port int
	}{"web", 8080}
	fmt.Printf("%v %+v %T\n", settings, settings, settings)
	var zero Line
	fmt.Println(zero == Line{}, zero.From.X, &p == &p)
	pp := &line.From
	pp.Y++
	fmt.Println(line.From, (*pp).X)
}
