// log.Panic prints its message and panics with it.
package main

import (
	"fmt"
	"log"
)

func main() {
	log.SetFlags(0)
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		log.Panicf("value %d", 7)
	}()
	log.Panicln("last", "words")
}
