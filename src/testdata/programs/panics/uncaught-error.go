// An uncaught panic with an error prints what its Error method returns.
package main

import "fmt"

type notFound struct {
	name string
	code int
}

func (e *notFound) Error() string { return fmt.Sprintf("%s not found (%d)", e.name, e.code) }

func lookup(name string) {
	panic(&notFound{name, 404})
}

func main() {
	lookup("config.toml")
}
