// What Printf writes when verbs and arguments do not match.
// vet: printf
package main

import "fmt"

type P struct{ X, Y int }

func main() {
	fmt.Printf("%d %s\n", "text", 42)
	fmt.Printf("%d\n")
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("none\n", 1, "two")
	fmt.Printf("%z %!\n", 3)
	fmt.Printf("%t %t\n", 1, "x")
	fmt.Printf("%s %d\n", P{1, 2}, P{3, 4})
	fmt.Printf("%x %q\n", 3.5, 2.5)
	fmt.Printf("%s %s\n", nil, []int{1})
	fmt.Printf("%d %c\n", true, "s")
	fmt.Printf("%[3]d %[1]d\n", 1, 2)
	fmt.Printf("%*d\n", "x", 1)
	fmt.Printf("%.*f|%[x]d\n", -1, 2.5)
	fmt.Printf("%-+5d|%+-5d|%010.3d|%", 7, 7, 7)
	fmt.Printf("\n%s %v\n", map[string]int{"a": 1}, [2]error{})
	fmt.Printf("%d%%%d\n", 1, 2)
	fmt.Printf("%s\n", error(nil))
	fmt.Println(fmt.Sprintf("%d", []string{"a"}), fmt.Sprintf("%s", &P{1, 2}), fmt.Sprintf("%!d", 1))
	fmt.Printf("%v %d\n", 1, 2, 3)
}
