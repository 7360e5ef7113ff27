// A panic while the runtime prints a panic's value is printed too.
package main

type broken struct{}

func (broken) Error() string { panic("cannot say") }

func main() {
	panic(broken{})
}
