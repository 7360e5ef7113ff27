// Package errors: error values, wrapping and inspection of error trees.
package errors

// ErrUnsupported says that an operation cannot be done here.
var ErrUnsupported = New("unsupported operation")

type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error with the given text; each call gives a distinct value.
func New(text string) error {
	return &errorString{text}
}

// Unwrap returns the error that err wraps, or nil.
func Unwrap(err error) error {
	wrapper, ok := err.(interface{ Unwrap() error })
	if !ok {
		return nil
	}
	return wrapper.Unwrap()
}

// isComparable reports whether values of v's dynamic type can be compared.
func isComparable(v any) bool

// Is reports whether an error in err's tree matches target.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return matches(err, target, isComparable(target))
}

func matches(err, target error, comparable bool) bool {
	for {
		if comparable && isComparable(err) && err == target {
			return true
		}
		if m, ok := err.(interface{ Is(error) bool }); ok && m.Is(target) {
			return true
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, each := range w.Unwrap() {
				if matches(each, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// targetProblem is "" if target is a non-nil pointer to an interface or to a type that
// implements error, else the text of the panic.
func targetProblem(target any) string

// assignTo stores err in the variable that target points to, if its type allows.
func assignTo(err error, target any) bool

// As finds the first error in err's tree that can be assigned to *target, and assigns it.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if problem := targetProblem(target); problem != "" {
		panic(problem)
	}
	return assignFirst(err, target)
}

func assignFirst(err error, target any) bool {
	for {
		if assignTo(err, target) {
			return true
		}
		if a, ok := err.(interface{ As(any) bool }); ok && a.As(target) {
			return true
		}
		switch w := err.(type) {
		case interface{ Unwrap() error }:
			err = w.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, each := range w.Unwrap() {
				if each != nil && assignFirst(each, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// AsType finds the first error in err's tree of type E.
func AsType[E error](err error) (E, bool) {
	var found E
	ok := err != nil && assignFirst(err, &found)
	return found, ok
}

type joinError struct {
	errs []error
}

// Join returns an error that wraps the given errors; nil ones are left out.
func Join(errs ...error) error {
	var kept []error
	for _, err := range errs {
		if err != nil {
			kept = append(kept, err)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return &joinError{kept}
}

func (e *joinError) Error() string {
	text := e.errs[0].Error()
	for _, err := range e.errs[1:] {
		text += "\n" + err.Error()
	}
	return text
}

func (e *joinError) Unwrap() []error { return e.errs }
