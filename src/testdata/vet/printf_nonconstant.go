package main

import (
	"errors"
	"fmt"
	"log"
	"os"
)

func main() {
	msg := "hello"
	fmt.Printf(msg)
	fmt.Printf(msg, 1)
	fmt.Printf(msg + "\n")
	fmt.Fprintf(os.Stdout, msg)
	_ = fmt.Errorf(msg)
	_ = fmt.Sprintf(os.Args[0])
	log.Printf(errors.New("x").Error())
	fmt.Printf("a" + "b")
	args := []any{}
	fmt.Printf(msg, args...)
}
