// Sentinel errors, error types, Is, As and wrapping in layers.
package main

import (
	"errors"
	"fmt"
)

var ErrNotFound = errors.New("not found")

type QueryError struct {
	Query string
	Err   error
}

func (e *QueryError) Error() string { return e.Query + ": " + e.Err.Error() }
func (e *QueryError) Unwrap() error { return e.Err }

type Temporary struct{ Seconds int }

func (t Temporary) Error() string        { return fmt.Sprintf("try again in %ds", t.Seconds) }
func (t Temporary) Is(target error) bool { return target == errRetry }

var errRetry = errors.New("retry")

func find(id int) error {
	switch id {
	case 0:
		return nil
	case 1:
		return ErrNotFound
	case 2:
		return &QueryError{"select 2", ErrNotFound}
	case 3:
		return fmt.Errorf("layer: %w", &QueryError{"select 3", Temporary{30}})
	}
	return errors.New("not found")
}

func main() {
	for id := range 5 {
		err := find(id)
		var q *QueryError
		var t Temporary
		isQ, isT := errors.As(err, &q), errors.As(err, &t)
		fmt.Println(id, err, errors.Is(err, ErrNotFound), isQ, isT, errors.Is(err, errRetry))
		if isQ {
			fmt.Println("  query", q.Query, "seconds", t.Seconds, errors.Unwrap(q) != nil)
		}
	}
	fmt.Println(errors.New("a") == errors.New("a"), errors.Unwrap(ErrNotFound), errors.Is(nil, nil))
}
