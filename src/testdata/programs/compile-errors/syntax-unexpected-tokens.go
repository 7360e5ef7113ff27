// Tokens where nothing like them may stand.
package main

func main() {
	a := [3]int{1, 2, 3]
	b := (1 + 2
	c := 1 +
	return )
}

}

func other() {
