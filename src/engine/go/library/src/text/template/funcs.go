package template

import (
	"errors"
	"fmt"
	"reflect"
)

// A builtin is a standard function. Its parameters are fixed ones and perhaps more, all of which are
// given as they are; the first is a string if format is set.
type builtin struct {
	fixed    int
	variadic bool
	format   bool
	call     func(args []reflect.Value) (reflect.Value, error)
}

var builtins map[string]builtin

func init() {
	builtins = map[string]builtin{
		"and":      {1, true, false, nil},
		"or":       {1, true, false, nil},
		"call":     {1, true, false, nil},
		"html":     {0, true, false, texts(HTMLEscaper)},
		"index":    {1, true, false, index},
		"slice":    {1, true, false, slice},
		"js":       {0, true, false, texts(JSEscaper)},
		"len":      {1, false, false, length},
		"not":      {1, false, false, not},
		"print":    {0, true, false, texts(fmt.Sprint)},
		"printf":   {1, true, true, printf},
		"println":  {0, true, false, texts(fmt.Sprintln)},
		"urlquery": {0, true, false, texts(URLQueryEscaper)},
		"eq":       {1, true, false, compared(equal)},
		"ne":       {2, false, false, compared(func(a, b []reflect.Value) (bool, error) { return negated(equal(a, b)) })},
		"lt":       {2, false, false, compared(less)},
		"le":       {2, false, false, compared(lessOrEqual)},
		"gt":       {2, false, false, compared(func(a, b []reflect.Value) (bool, error) { return negated(lessOrEqual(a, b)) })},
		"ge":       {2, false, false, compared(func(a, b []reflect.Value) (bool, error) { return negated(less(a, b)) })},
	}
}

func (s *state) callBuiltin(dot reflect.Value, f builtin, n *node, name string, args []*node, final reflect.Value) reflect.Value {
	if args != nil {
		args = args[1:]
	}
	s.checkCount(name, f.fixed, f.variadic, len(args), final)
	if name == "and" || name == "or" {
		return s.shortCircuit(dot, name == "or", args, final)
	}
	var in []reflect.Value
	for i, arg := range args {
		if f.format && i == 0 {
			in = append(in, s.argument(dot, reflect.TypeFor[string](), arg))
		} else {
			in = append(in, s.anyArgument(dot, arg))
		}
	}
	if !isMissing(final) {
		if f.format && len(args) == 0 {
			final = s.fitting(final, reflect.TypeFor[string]())
		}
		in = append(in, final)
	}
	var result reflect.Value
	var err error
	if name == "call" {
		called := "<nil>"
		if len(args) > 0 {
			called = args[0].String()
		} else if final.IsValid() {
			called = final.String()
		}
		result, err = call(called, in)
	} else {
		result, err = f.call(in)
	}
	if err != nil {
		s.node = n
		s.fail("error calling %s: %w", name, err)
	}
	return result
}

// anyArgument evaluates an argument of any type.
func (s *state) anyArgument(dot reflect.Value, n *node) reflect.Value {
	v := s.argument(dot, valueType, n)
	if v.Type() == valueType {
		return v.Interface().(reflect.Value)
	}
	return v
}

func (s *state) shortCircuit(dot reflect.Value, or bool, args []*node, final reflect.Value) (v reflect.Value) {
	for _, arg := range args {
		v = s.anyArgument(dot, arg)
		if truth, _ := isTrue(held(v)); truth == or {
			return v
		}
	}
	if !isMissing(final) {
		v = final
	}
	return v
}

// interfaces are values as fmt takes them.
func interfaces(args []reflect.Value) []any {
	values := make([]any, len(args))
	for i, arg := range args {
		if arg.IsValid() {
			values[i] = arg.Interface()
		}
	}
	return values
}

func texts(f func(...any) string) func([]reflect.Value) (reflect.Value, error) {
	return func(args []reflect.Value) (reflect.Value, error) {
		return reflect.ValueOf(f(interfaces(args)...)), nil
	}
}

func printf(args []reflect.Value) (reflect.Value, error) {
	return reflect.ValueOf(fmt.Sprintf(args[0].String(), interfaces(args[1:])...)), nil
}

func not(args []reflect.Value) (reflect.Value, error) {
	truth, _ := isTrue(held(args[0]))
	return reflect.ValueOf(!truth), nil
}

func length(args []reflect.Value) (reflect.Value, error) {
	item, isNil := indirect(args[0])
	if isNil {
		return reflect.Value{}, errors.New("len of nil pointer")
	}
	switch item.Kind() {
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
		return reflect.ValueOf(item.Len()), nil
	}
	return reflect.Value{}, fmt.Errorf("len of type %s", item.Type())
}

// indexNumber is an index of a sequence.
func indexNumber(v reflect.Value, limit int) (int, error) {
	var x int64
	switch {
	case v.CanInt():
		x = v.Int()
	case v.CanUint():
		x = int64(v.Uint())
	case !v.IsValid():
		return 0, errors.New("cannot index slice/array with nil")
	default:
		return 0, fmt.Errorf("cannot index slice/array with type %s", v.Type())
	}
	if x < 0 || x > int64(limit) {
		return 0, fmt.Errorf("index out of range: %d", x)
	}
	return int(x), nil
}

func index(args []reflect.Value) (reflect.Value, error) {
	item := held(args[0])
	if !item.IsValid() {
		return item, errors.New("index of untyped nil")
	}
	for _, at := range args[1:] {
		at = held(at)
		var isNil bool
		if item, isNil = indirect(item); isNil {
			return item, errors.New("index of nil pointer")
		}
		switch item.Kind() {
		case reflect.Array, reflect.Slice, reflect.String:
			i, err := indexNumber(at, item.Len())
			if err != nil {
				return item, err
			}
			if item, err = element(item, i); err != nil {
				return item, err
			}
		case reflect.Map:
			key, err := prepared(at, item.Type().Key())
			if err != nil {
				return item, err
			}
			found := item.MapIndex(key)
			if !found.IsValid() {
				found = reflect.Zero(item.Type().Elem())
			}
			item = found
		default:
			return item, fmt.Errorf("can't index item of type %s", item.Type())
		}
	}
	return item, nil
}

// element is item[i]; i may be the length, which is a panic of reflect.
func element(item reflect.Value, i int) (v reflect.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return item.Index(i), nil
}

// prepared is a value as an argument of a function or a key.
func prepared(v reflect.Value, typ reflect.Type) (reflect.Value, error) {
	if !v.IsValid() {
		if !canBeNil(typ) {
			return v, fmt.Errorf("value is nil; should be of type %s", typ)
		}
		v = reflect.Zero(typ)
	}
	if v.Type().AssignableTo(typ) {
		return v, nil
	}
	like := reflect.Zero(typ)
	if (v.CanInt() || v.CanUint()) && (like.CanInt() || like.CanUint()) {
		return v.Convert(typ), nil
	}
	return v, fmt.Errorf("value has type %s; should be %s", v.Type(), typ)
}

func slice(args []reflect.Value) (reflect.Value, error) {
	item, indexes := held(args[0]), args[1:]
	if !item.IsValid() {
		return item, errors.New("slice of untyped nil")
	}
	item, isNil := indirect(item)
	if isNil {
		return item, errors.New("slice of nil pointer")
	}
	if len(indexes) > 3 {
		return item, fmt.Errorf("too many slice indexes: %d", len(indexes))
	}
	var limit int
	switch item.Kind() {
	case reflect.String:
		if len(indexes) == 3 {
			return item, errors.New("cannot 3-index slice a string")
		}
		limit = item.Len()
	case reflect.Array, reflect.Slice:
		limit = item.Cap()
	default:
		return item, fmt.Errorf("can't slice item of type %s", item.Type())
	}
	at := [3]int{0, item.Len(), limit}
	for i, each := range indexes {
		x, err := indexNumber(each, limit)
		if err != nil {
			return item, err
		}
		at[i] = x
	}
	if at[0] > at[1] {
		return item, fmt.Errorf("invalid slice index: %d > %d", at[0], at[1])
	}
	if len(indexes) < 3 {
		return item.Slice(at[0], at[1]), nil
	}
	if at[1] > at[2] {
		return item, fmt.Errorf("invalid slice index: %d > %d", at[1], at[2])
	}
	return item.Slice3(at[0], at[1], at[2]), nil
}

// call calls a value that is a function.
func call(name string, args []reflect.Value) (reflect.Value, error) {
	f, args := held(args[0]), args[1:]
	if !f.IsValid() {
		return f, errors.New("call of nil")
	}
	typ := f.Type()
	if typ.Kind() != reflect.Func {
		return f, fmt.Errorf("non-function %s of type %s", name, typ)
	}
	if err := checkResults(name, typ); err != nil {
		return f, err
	}
	fixed := typ.NumIn()
	if typ.IsVariadic() {
		fixed--
		if len(args) < fixed {
			return f, fmt.Errorf("wrong number of args for %s: got %d want at least %d", name, len(args), fixed)
		}
	} else if len(args) != fixed {
		return f, fmt.Errorf("wrong number of args for %s: got %d want %d", name, len(args), fixed)
	}
	in := make([]reflect.Value, len(args))
	for i, arg := range args {
		param := typ.In(min(i, typ.NumIn()-1))
		if i >= fixed {
			param = param.Elem()
		}
		var err error
		if in[i], err = prepared(held(arg), param); err != nil {
			return f, fmt.Errorf("arg %d: %w", i, err)
		}
	}
	return safely(f, in)
}
