// Recovering a panic and throwing the very same value again is marked as repanicked.
package main

func guard() {
	if r := recover(); r != nil {
		panic(r)
	}
}

func main() {
	defer guard()
	panic("same")
}
