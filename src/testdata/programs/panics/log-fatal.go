// log.Fatal prints and exits with 1; deferred calls do not run.
package main

import (
	"errors"
	"fmt"
	"log"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("backup: ")
	defer fmt.Println("never printed")
	log.Println("starting", 3, "jobs")
	if err := errors.New("no space"); err != nil {
		log.Fatalf("copy failed: %v", err)
	}
}
