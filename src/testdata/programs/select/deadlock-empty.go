// An empty select blocks for ever; with no other goroutine that is a deadlock.
package main

func main() {
	select {}
}
