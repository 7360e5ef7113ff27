package fmt

import "errors"

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf formats an error; each %w wraps its operand.
func Errorf(format string, a ...any) error {
	text, wrapped := sprintfWrapped(callFormatter, format, a)
	switch len(wrapped) {
	case 0:
		return errors.New(text)
	case 1:
		w := &wrapError{msg: text}
		w.err, _ = a[wrapped[0]].(error)
		return w
	}
	w := &wrapErrors{msg: text}
	previous := -1
	for _, index := range sorted(wrapped) {
		if index == previous {
			continue
		}
		previous = index
		if err, ok := a[index].(error); ok {
			w.errs = append(w.errs, err)
		}
	}
	return w
}

// sorted puts the few indices of %w operands in order.
func sorted(indices []int) []int {
	for i := range indices {
		for j := i; j > 0 && indices[j] < indices[j-1]; j-- {
			indices[j], indices[j-1] = indices[j-1], indices[j]
		}
	}
	return indices
}
