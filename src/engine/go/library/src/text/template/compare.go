package template

import (
	"errors"
	"fmt"
	"reflect"
)

var (
	errBadComparisonType = errors.New("invalid type for comparison")
	errNoComparison      = errors.New("missing argument for comparison")
)

type basicKind int

const (
	otherKind basicKind = iota
	boolKind
	complexKind
	intKind
	floatKind
	stringKind
	uintKind
)

func kindOf(v reflect.Value) basicKind {
	switch {
	case v.Kind() == reflect.Bool:
		return boolKind
	case v.CanInt():
		return intKind
	case v.CanUint():
		return uintKind
	case v.CanFloat():
		return floatKind
	case v.CanComplex():
		return complexKind
	case v.Kind() == reflect.String:
		return stringKind
	}
	return otherKind
}

// compared makes a function of two operands, or of one and several others, a builtin.
func compared(f func(first, others []reflect.Value) (bool, error)) func([]reflect.Value) (reflect.Value, error) {
	return func(args []reflect.Value) (reflect.Value, error) {
		held := heldValues(args)
		truth, err := f(held[:1], held[1:])
		return reflect.ValueOf(truth), err
	}
}

func heldValues(args []reflect.Value) []reflect.Value {
	values := make([]reflect.Value, len(args))
	for i, arg := range args {
		values[i] = held(arg)
	}
	return values
}

func negated(truth bool, err error) (bool, error) { return !truth && err == nil, err }

// equal says whether the first is equal to one of the others.
func equal(first, others []reflect.Value) (bool, error) {
	if len(others) == 0 {
		return false, errNoComparison
	}
	for _, other := range others {
		if truth, err := equalTwo(first[0], other); truth || err != nil {
			return truth, err
		}
	}
	return false, nil
}

func equalTwo(a, b reflect.Value) (bool, error) {
	k, other := kindOf(a), kindOf(b)
	switch {
	case k == intKind && other == uintKind:
		return a.Int() >= 0 && uint64(a.Int()) == b.Uint(), nil
	case k == uintKind && other == intKind:
		return b.Int() >= 0 && a.Uint() == uint64(b.Int()), nil
	case k != other:
		if a.IsValid() && b.IsValid() {
			return false, fmt.Errorf("incompatible types for comparison: %v and %v", a.Type(), b.Type())
		}
		return false, nil
	case k != otherKind:
		switch k {
		case boolKind:
			return a.Bool() == b.Bool(), nil
		case complexKind:
			return a.Complex() == b.Complex(), nil
		case floatKind:
			return a.Float() == b.Float(), nil
		case intKind:
			return a.Int() == b.Int(), nil
		case stringKind:
			return a.String() == b.String(), nil
		}
		return a.Uint() == b.Uint(), nil
	}
	if a.Kind() != b.Kind() && a.IsValid() && b.IsValid() {
		return false, fmt.Errorf("non-comparable types %s: %v, %s: %v", a, a.Type(), b.Type(), b)
	}
	if isNil(a) || isNil(b) {
		return isNil(a) == isNil(b), nil
	}
	if !b.Type().Comparable() {
		return false, fmt.Errorf("non-comparable type %s: %v", b, b.Type())
	}
	return a.Interface() == b.Interface(), nil
}

func isNil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return v.IsNil()
	}
	return false
}

func less(first, others []reflect.Value) (bool, error) {
	a, b := first[0], others[0]
	k, other := kindOf(a), kindOf(b)
	switch {
	case k == otherKind || other == otherKind:
		return false, errBadComparisonType
	case k == intKind && other == uintKind:
		return a.Int() < 0 || uint64(a.Int()) < b.Uint(), nil
	case k == uintKind && other == intKind:
		return b.Int() >= 0 && a.Uint() < uint64(b.Int()), nil
	case k != other:
		return false, fmt.Errorf("incompatible types for comparison: %v and %v", a.Type(), b.Type())
	}
	switch k {
	case floatKind:
		return a.Float() < b.Float(), nil
	case intKind:
		return a.Int() < b.Int(), nil
	case stringKind:
		return a.String() < b.String(), nil
	case uintKind:
		return a.Uint() < b.Uint(), nil
	}
	return false, errBadComparisonType
}

func lessOrEqual(first, others []reflect.Value) (bool, error) {
	if truth, err := less(first, others); truth || err != nil {
		return truth, err
	}
	return equal(first, others)
}
