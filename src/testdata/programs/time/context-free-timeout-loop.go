// Retrying with a growing delay until a deadline passes.
package main

import (
	"errors"
	"fmt"
	"time"
)

var errBusy = errors.New("busy")

func attempt(n int) error {
	if n < 4 {
		return fmt.Errorf("attempt %d: %w", n, errBusy)
	}
	return nil
}

func retry(limit time.Duration) error {
	deadline := time.Now().Add(limit)
	delay := time.Millisecond
	for n := 1; ; n++ {
		err := attempt(n)
		if err == nil {
			fmt.Println("done after", n)
			return nil
		}
		fmt.Println(err, "- wait", delay)
		if time.Now().Add(delay).After(deadline) {
			return fmt.Errorf("gave up: %w", err)
		}
		time.Sleep(delay)
		delay *= 2
	}
}

func main() {
	fmt.Println(retry(time.Minute))
	fmt.Println(retry(time.Microsecond))
}
