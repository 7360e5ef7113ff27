// Join makes one error of several, each on its line.
package main

import (
	"errors"
	"fmt"
)

type invalid struct{ field string }

func (i invalid) Error() string { return i.field + " is invalid" }

func validate(name string, age int) error {
	var errs []error
	if name == "" {
		errs = append(errs, invalid{"name"})
	}
	if age < 0 {
		errs = append(errs, fmt.Errorf("age %d: %w", age, errors.ErrUnsupported))
	}
	return errors.Join(errs...)
}

func main() {
	fmt.Println(validate("ann", 3))
	err := validate("", -1)
	fmt.Println(err)
	fmt.Printf("%q\n", err)
	fmt.Println(errors.Is(err, invalid{"name"}), errors.Is(err, errors.ErrUnsupported), errors.Unwrap(err))
	var i invalid
	fmt.Println(errors.As(err, &i), i.field)
	fmt.Println(errors.Join(nil, nil) == nil, errors.Join(nil, errors.New("only")))
	if list, ok := err.(interface{ Unwrap() []error }); ok {
		for n, e := range list.Unwrap() {
			fmt.Println(n, e)
		}
	}
}
