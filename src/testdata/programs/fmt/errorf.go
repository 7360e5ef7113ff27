// Errorf wraps with %w, once or several times.
package main

import (
	"errors"
	"fmt"
	"io"
)

func main() {
	base := errors.New("base")
	one := fmt.Errorf("one: %w", base)
	two := fmt.Errorf("two: %w and %w", one, io.EOF)
	plain := fmt.Errorf("plain: %v", base)
	fmt.Println(one, "|", two, "|", plain)
	fmt.Println(errors.Is(two, base), errors.Is(two, io.EOF), errors.Is(plain, base))
	fmt.Println(errors.Unwrap(one) == base, errors.Unwrap(two), errors.Unwrap(plain))
	fmt.Printf("%T %T %T\n", one, two, plain)
	fmt.Printf("%q %10v|%s\n", one, base, fmt.Errorf("number %d of %5.1f", 3, 2.25))
}
