// An uncaught panic with a wrapped error prints the whole chain.
package main

import (
	"errors"
	"fmt"
)

type Store struct{ name string }

func (s *Store) load() error { return errors.New("disk is full") }

func (s *Store) MustLoad() {
	if err := s.load(); err != nil {
		panic(fmt.Errorf("store %q: %w", s.name, err))
	}
}

func main() {
	s := &Store{"orders"}
	func() {
		s.MustLoad()
	}()
}
