package main

import (
	"errors"
	"fmt"
	"io/fs"
)

type notFound struct{ name string }

func (e notFound) Error() string { return e.name }

func (e notFound) Is(target string) bool { return false }

func (e notFound) Unwrap() string { return "" }

func find(name string) error {
	if name == "" {
		return &notFound{name}
	}
	return fmt.Errorf("find %q: %w: %w", name, notFound{name}, fs.ErrNotExist)
}

func main() {
	err := find("x")
	var nf notFound
	var pe *fs.PathError
	if errors.As(err, &nf) && errors.As(err, nf) || errors.As(err, pe) {
		fmt.Println(nf)
	}
	errors.Join(err, err)
	fmt.Errorf("lost %w", err)
	fmt.Println(fmt.Errorf("%w", "text"), fmt.Errorf("%d", err))
	errors.New("lost")
	err.Error()
	if errors.Is(err, err) && errors.Is(err, err) {
	}
}
