// switch with values, lists, conditions, fallthrough, init statement and no tag.
package main

import "fmt"

func say(n int) int {
	fmt.Print("[", n, "]")
	return n
}

func grade(score int) string {
	switch {
	case score >= 90:
		return "A"
	case score >= 80:
		return "B"
	default:
		return "F"
	}
}

func steps(n int) (out []string) {
	switch n {
	case 0:
		out = append(out, "zero")
		fallthrough
	case 1:
		out = append(out, "one")
		fallthrough
	default:
		out = append(out, "default")
	case 2, 3:
		out = append(out, "two or three")
		if n == 3 {
			break
		}
		out = append(out, "surely two")
	}
	return
}

func main() {
	fmt.Println(grade(95), grade(85), grade(10))
	for n := range 5 {
		fmt.Println(n, steps(n))
	}
	switch x := say(2); x {
	case say(1), say(2), say(3):
		fmt.Println("found")
	case say(4):
		fmt.Println("not here")
	}
	switch word := "go"; {
	case len(word) > 5:
		fmt.Println("long")
	default:
		fmt.Println("short", word)
	}
	switch {
	}
	var v any = 3
	switch v {
	case "3":
		fmt.Println("text")
	case 3.0:
		fmt.Println("float")
	case 3:
		fmt.Println("int")
	}
loop:
	for i := 0; ; i++ {
		switch i {
		case 1:
			continue
		case 3:
			break loop
		}
		fmt.Print("i", i, " ")
	}
	fmt.Println()
}
