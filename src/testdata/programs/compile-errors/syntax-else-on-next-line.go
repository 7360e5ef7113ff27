// else on a line of its own.
package main

func main() {
	if true {
		println(1)
	}
	else {
		println(2)
	}
}
