// Package unique: one handle for all equal values.
package unique

// A Handle is equal to another if they were made from equal values.
type Handle[T comparable] struct {
	value *T
}

func (h Handle[T]) Value() T { return *h.value }

// made holds a pointer to each value; values are never forgotten.
var made = map[any]any{}

func Make[T comparable](value T) Handle[T] {
	known, ok := made[value].(*T)
	if !ok {
		known = &value
		made[value] = known
	}
	return Handle[T]{known}
}
