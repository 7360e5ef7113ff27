package template

import (
	"fmt"
	"reflect"
	"strings"
)

// noValue is the final argument of a command that has none from a pipe.
type noValue struct{}

var missing = reflect.ValueOf(noValue{})

func isMissing(v reflect.Value) bool { return v.IsValid() && v.Type() == missing.Type() }

func (s *state) pipeline(dot reflect.Value, pipe *node) reflect.Value {
	s.node = pipe
	value := missing
	for _, command := range pipe.parts {
		value = s.command(dot, command, value)
		if value.Kind() == reflect.Interface && value.Type().NumMethod() == 0 {
			value = value.Elem()
		}
	}
	for _, v := range pipe.declared {
		if pipe.assigns {
			s.set(v.names[0], value)
		} else {
			s.vars = append(s.vars, variable{v.names[0], value})
		}
	}
	return value
}

func (s *state) notAFunction(args []*node, final reflect.Value) {
	if len(args) > 1 || !isMissing(final) {
		s.fail("can't give argument to non-function %s", args[0])
	}
}

func (s *state) command(dot reflect.Value, command *node, final reflect.Value) reflect.Value {
	first := command.parts[0]
	switch first.kind {
	case nodeField, nodeChain, nodeVariable:
		return s.reference(dot, first, command.parts, final)
	case nodeIdentifier:
		return s.function(dot, first, command, command.parts, final)
	case nodePipe:
		s.notAFunction(command.parts, final)
		return s.pipeline(dot, first)
	}
	s.node = first
	s.notAFunction(command.parts, final)
	switch first.kind {
	case nodeBool:
		return reflect.ValueOf(first.text == "true")
	case nodeDot:
		return dot
	case nodeNil:
		s.fail("nil is not a command")
	case nodeNumber:
		return s.constant(first)
	case nodeString:
		return reflect.ValueOf(first.text)
	}
	s.fail("can't evaluate command %q", first)
	return reflect.Value{}
}

// constant is a number of the type that it has in Go without more being said.
func (s *state) constant(n *node) reflect.Value {
	s.node = n
	text := n.text
	isHexInt := len(text) > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X') && !strings.ContainsAny(text, "pP")
	switch {
	case n.number.isComplex:
		return reflect.ValueOf(n.number.complex)
	case n.number.isFloat && !isHexInt && text[0] != '\'' && strings.ContainsAny(text, ".eEpP"):
		return reflect.ValueOf(n.number.float)
	case n.number.isInt:
		return reflect.ValueOf(int(n.number.int))
	case n.number.isUint:
		s.fail("%s overflows int", text)
	}
	return reflect.Value{}
}

// reference is a field, chain or variable; a method at its end gets the arguments.
func (s *state) reference(dot reflect.Value, n *node, args []*node, final reflect.Value) reflect.Value {
	s.node = n
	value, names := dot, n.names
	switch n.kind {
	case nodeChain:
		if n.parts[0].kind == nodeNil {
			s.fail("indirection through explicit nil in %s", n)
		}
		value = s.argument(dot, nil, n.parts[0])
	case nodeVariable:
		value, names = s.variable(names[0]), names[1:]
		if len(names) == 0 {
			s.notAFunction(args, final)
			return value
		}
	}
	for _, name := range names[:len(names)-1] {
		value = s.field(dot, name, n, nil, missing, value)
	}
	return s.field(dot, names[len(names)-1], n, args, final, value)
}

// field is a method, field or map entry of receiver.
func (s *state) field(dot reflect.Value, name string, n *node, args []*node, final, receiver reflect.Value) reflect.Value {
	if !receiver.IsValid() {
		if s.template.common.missingKey == "error" {
			s.fail("nil data; no entry for key %q", name)
		}
		return reflect.Value{}
	}
	typ := receiver.Type()
	receiver, isNil := indirect(receiver)
	if receiver.Kind() == reflect.Interface && isNil {
		s.fail("nil pointer evaluating %s.%s", typ, name)
	}
	on := receiver
	if on.Kind() != reflect.Interface && on.Kind() != reflect.Pointer && on.CanAddr() {
		on = on.Addr()
	}
	if method := on.MethodByName(name); method.IsValid() {
		return s.callFunction(dot, method, n, name, args, final)
	}
	hasArgs := len(args) > 1 || !isMissing(final)
	switch receiver.Kind() {
	case reflect.Struct:
		if f, ok := receiver.Type().FieldByName(name); ok {
			value, err := receiver.FieldByIndexErr(f.Index)
			if !f.IsExported() {
				s.fail("%s is an unexported field of struct type %s", name, typ)
			}
			if err != nil {
				s.fail("%v", err)
			}
			if hasArgs {
				s.fail("%s has arguments but cannot be invoked as function", name)
			}
			return value
		}
	case reflect.Map:
		key := reflect.ValueOf(name)
		if key.Type().AssignableTo(receiver.Type().Key()) {
			if hasArgs {
				s.fail("%s is not a method but has arguments", name)
			}
			return s.entry(receiver, key)
		}
	case reflect.Pointer:
		elem := receiver.Type().Elem()
		if elem.Kind() == reflect.Struct {
			if _, ok := elem.FieldByName(name); !ok {
				break
			}
		}
		if isNil {
			s.fail("nil pointer evaluating %s.%s", typ, name)
		}
	}
	s.fail("can't evaluate field %s in type %s", name, typ)
	return reflect.Value{}
}

func (s *state) entry(m, key reflect.Value) reflect.Value {
	value := m.MapIndex(key)
	if !value.IsValid() {
		switch s.template.common.missingKey {
		case "zero":
			return reflect.Zero(m.Type().Elem())
		case "error":
			s.fail("map has no entry for key %q", key.String())
		}
	}
	return value
}

func (s *state) function(dot reflect.Value, n, command *node, args []*node, final reflect.Value) reflect.Value {
	s.node = n
	s.template.common.mu.RLock()
	own := s.template.common.funcs[n.text]
	s.template.common.mu.RUnlock()
	if own.IsValid() {
		return s.callFunction(dot, own, command, n.text, args, final)
	}
	f, ok := builtins[n.text]
	if !ok {
		s.fail("%q is not a defined function", n.text)
	}
	return s.callBuiltin(dot, f, command, n.text, args, final)
}

// checkCount says whether that many arguments, of which given are written, are right.
func (s *state) checkCount(name string, want int, variadic bool, given int, final reflect.Value) {
	got := given
	if !isMissing(final) {
		got++
	}
	if variadic {
		if got < want {
			s.fail("wrong number of args for %s: want at least %d got %d", name, want, given)
		}
	} else if got != want {
		s.fail("wrong number of args for %s: want %d got %d", name, want, got)
	}
}

func (s *state) callFunction(dot, f reflect.Value, n *node, name string, args []*node, final reflect.Value) reflect.Value {
	if args != nil {
		args = args[1:]
	}
	typ := f.Type()
	fixed := typ.NumIn()
	if typ.IsVariadic() {
		fixed--
	}
	s.checkCount(name, fixed, typ.IsVariadic(), len(args), final)
	if err := checkResults(name, typ); err != nil {
		s.fail("%v", err)
	}
	paramAt := func(i int) reflect.Type {
		if i < fixed {
			return typ.In(i)
		}
		return typ.In(fixed).Elem()
	}
	var in []reflect.Value
	for i, arg := range args {
		in = append(in, s.argument(dot, paramAt(i), arg))
	}
	if !isMissing(final) {
		in = append(in, s.fitting(final, paramAt(len(args))))
	}
	result, err := safely(f, in)
	if err != nil {
		s.node = n
		s.fail("error calling %s: %w", name, err)
	}
	if result.Type() == valueType {
		result = result.Interface().(reflect.Value)
	}
	return result
}

// safely calls a function; a panic is an error.
func safely(f reflect.Value, in []reflect.Value) (result reflect.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			var ok bool
			if err, ok = r.(error); !ok {
				err = fmt.Errorf("%v", r)
			}
		}
	}()
	out := f.Call(in)
	if len(out) == 2 && !out[1].IsNil() {
		return out[0], out[1].Interface().(error)
	}
	return out[0], nil
}

func checkResults(name string, typ reflect.Type) error {
	switch n := typ.NumOut(); {
	case n == 1 || n == 2 && typ.Out(1) == errorType:
		return nil
	case n == 2:
		return fmt.Errorf("invalid function signature for %s: second return value should be error; is %s", name, typ.Out(1))
	}
	return fmt.Errorf("function %s has %d return values; should be 1 or 2", name, typ.NumOut())
}

func canBeNil(typ reflect.Type) bool {
	switch typ.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return typ == valueType
}

// fitting is a value as one of type typ; nil takes any.
func (s *state) fitting(value reflect.Value, typ reflect.Type) reflect.Value {
	if !value.IsValid() {
		if typ == nil {
			return value
		}
		if canBeNil(typ) {
			return reflect.Zero(typ)
		}
		s.fail("invalid value; expected %s", typ)
	}
	if typ == valueType && value.Type() != typ {
		return reflect.ValueOf(value)
	}
	if typ == nil || value.Type().AssignableTo(typ) {
		return value
	}
	if value.Kind() == reflect.Interface && !value.IsNil() {
		value = value.Elem()
		if value.Type().AssignableTo(typ) {
			return value
		}
	}
	switch {
	case value.Kind() == reflect.Pointer && value.Type().Elem().AssignableTo(typ):
		value = value.Elem()
		if !value.IsValid() {
			s.fail("dereference of nil pointer of type %s", typ)
		}
	case reflect.PointerTo(value.Type()).AssignableTo(typ) && value.CanAddr():
		value = value.Addr()
	default:
		s.fail("wrong type for value; expected %s; got %s", typ, value.Type())
	}
	return value
}

// argument evaluates an argument for a parameter of type typ; nil takes any.
func (s *state) argument(dot reflect.Value, typ reflect.Type, n *node) reflect.Value {
	s.node = n
	switch n.kind {
	case nodeDot:
		return s.fitting(dot, typ)
	case nodeNil:
		if canBeNil(typ) {
			return reflect.Zero(typ)
		}
		s.fail("cannot assign nil to %s", typ)
	case nodeField, nodeVariable, nodeChain:
		return s.fitting(s.reference(dot, n, nil, missing), typ)
	case nodePipe:
		return s.fitting(s.pipeline(dot, n), typ)
	case nodeIdentifier:
		return s.fitting(s.function(dot, n, n, nil, missing), typ)
	}
	// A constant takes the type of the parameter.
	if typ == valueType {
		return reflect.ValueOf(s.plain(n))
	}
	value := reflect.New(typ).Elem()
	switch k := typ.Kind(); {
	case k == reflect.Bool:
		s.expect(n, n.kind == nodeBool, "bool")
		value.SetBool(n.text == "true")
	case k == reflect.String:
		s.expect(n, n.kind == nodeString, "string")
		value.SetString(n.text)
	case value.CanInt():
		s.expect(n, n.number.isInt, "integer")
		value.SetInt(n.number.int)
	case value.CanUint():
		s.expect(n, n.number.isUint, "unsigned integer")
		value.SetUint(n.number.uint)
	case value.CanFloat():
		s.expect(n, n.number.isFloat, "float")
		value.SetFloat(n.number.float)
	case value.CanComplex():
		s.expect(n, n.number.isComplex, "complex")
		value.SetComplex(n.number.complex)
	case k == reflect.Interface && typ.NumMethod() == 0:
		return s.plain(n)
	default:
		s.fail("can't handle %s for arg of type %s", n, typ)
	}
	return value
}

func (s *state) expect(n *node, ok bool, what string) {
	if !ok {
		s.fail("expected %s; found %s", what, n)
	}
}

// plain is a constant of its own type.
func (s *state) plain(n *node) reflect.Value {
	s.node = n
	switch n.kind {
	case nodeBool:
		return reflect.ValueOf(n.text == "true")
	case nodeNumber:
		return s.constant(n)
	}
	return reflect.ValueOf(n.text)
}
