package template

import (
	"fmt"
	"io"
	"reflect"
	"strings"
)

// An ExecError is an error of a template that is being filled.
type ExecError struct {
	Name string
	Err  error
}

func (e ExecError) Error() string { return e.Err.Error() }
func (e ExecError) Unwrap() error { return e.Err }

// writeError is an error of the writer, which Execute returns as it is.
type writeError struct{ err error }

const maxDepth = 100000

// A state is a template being filled.
type state struct {
	template *Template
	w        io.Writer
	node     *node
	vars     []variable
	depth    int
}

type variable struct {
	name  string
	value reflect.Value
}

// ExecuteTemplate fills the template of that name.
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error {
	found := t.Lookup(name)
	if found == nil {
		return fmt.Errorf("template: no template %q associated with template %q", name, t.name)
	}
	return found.Execute(wr, data)
}

// Execute fills the template with data and writes it.
func (t *Template) Execute(wr io.Writer, data any) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case writeError:
			err = r.err
		case ExecError:
			err = r
		default:
			panic(r)
		}
	}()
	value, ok := data.(reflect.Value)
	if !ok {
		value = reflect.ValueOf(data)
	}
	s := &state{template: t, w: wr, vars: []variable{{"$", value}}}
	if t.tree == nil || t.tree.root == nil {
		s.fail("%q is an incomplete or empty template", t.Name())
	}
	s.walk(value, t.tree.root)
	return nil
}

func (s *state) fail(format string, args ...any) {
	name := s.template.Name()
	prefix := "template: " + name + ": "
	if s.node != nil {
		prefix = fmt.Sprintf("template: %s: executing %q at <%s>: ", s.node.tree.location(s.node), name, s.node)
	}
	panic(ExecError{name, fmt.Errorf(strings.ReplaceAll(prefix, "%", "%%")+format, args...)})
}

func (s *state) write(text string) {
	if _, err := io.WriteString(s.w, text); err != nil {
		panic(writeError{err})
	}
}

func (s *state) set(name string, value reflect.Value) {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			s.vars[i].value = value
			return
		}
	}
	s.fail("undefined variable: %s", name)
}

func (s *state) variable(name string) reflect.Value {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return s.vars[i].value
		}
	}
	s.fail("undefined variable: %s", name)
	return reflect.Value{}
}

// flow says how to go on after a node.
type flow int

const (
	goOn flow = iota
	breaks
	continues
)

func (s *state) walk(dot reflect.Value, n *node) flow {
	s.node = n
	switch n.kind {
	case nodeText:
		s.write(n.text)
	case nodeAction:
		value := s.pipeline(dot, n.pipe)
		if len(n.pipe.declared) == 0 {
			s.print(n, value)
		}
	case nodeList:
		for _, each := range n.parts {
			if f := s.walk(dot, each); f != goOn {
				return f
			}
		}
	case nodeIf, nodeWith:
		return s.branch(dot, n)
	case nodeRange:
		s.loop(dot, n)
	case nodeTemplate:
		s.call(dot, n)
	case nodeBreak:
		return breaks
	case nodeContinue:
		return continues
	}
	return goOn
}

func (s *state) branch(dot reflect.Value, n *node) flow {
	known := len(s.vars)
	defer func() { s.vars = s.vars[:known] }()
	value := s.pipeline(dot, n.pipe)
	truth, ok := isTrue(held(value))
	if !ok {
		s.fail("if/with can't use %v", value)
	}
	switch {
	case truth && n.kind == nodeWith:
		return s.walk(value, n.list)
	case truth:
		return s.walk(dot, n.list)
	case n.other != nil:
		return s.walk(dot, n.other)
	}
	return goOn
}

// IsTrue reports whether a value is true for if: not zero or empty.
func IsTrue(val any) (truth, ok bool) { return isTrue(reflect.ValueOf(val)) }

func isTrue(v reflect.Value) (truth, ok bool) {
	switch v.Kind() {
	case reflect.Invalid:
		return false, true
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0, true
	case reflect.Struct:
		return true, true
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0, true
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0, true
	}
	return !v.IsZero(), true
}

// held is what an interface holds.
func held(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Interface {
		return v
	}
	return v.Elem()
}

// indirect follows pointers and interfaces; isNil if it ends at a nil one.
func indirect(v reflect.Value) (to reflect.Value, isNil bool) {
	for ; v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface; v = v.Elem() {
		if v.IsNil() {
			return v, true
		}
	}
	return v, false
}

func (s *state) call(dot reflect.Value, n *node) {
	called := s.template.Lookup(n.text)
	if called == nil {
		s.fail("template %q not defined", n.text)
	}
	if s.depth == maxDepth {
		s.fail("exceeded maximum template depth (%v)", maxDepth)
	}
	if n.pipe != nil {
		dot = s.pipeline(dot, n.pipe)
	} else {
		dot = reflect.Value{}
	}
	inner := *s
	inner.depth++
	inner.template = called
	inner.vars = []variable{{"$", dot}}
	inner.walk(dot, called.tree.root)
}

func (s *state) print(n *node, v reflect.Value) {
	s.node = n
	x, ok := printable(v)
	if !ok {
		s.fail("can't print %s of type %s", n, v.Type())
	}
	if _, err := fmt.Fprint(s.w, x); err != nil {
		panic(writeError{err})
	}
}

// printable is what fmt prints for a value; false for channels and functions.
func printable(v reflect.Value) (any, bool) {
	if v.Kind() == reflect.Pointer {
		v, _ = indirect(v)
	}
	if !v.IsValid() {
		return "<no value>", true
	}
	if t := v.Type(); !hasText(t) {
		if v.CanAddr() && hasText(reflect.PointerTo(t)) {
			v = v.Addr()
		} else if v.Kind() == reflect.Chan || v.Kind() == reflect.Func {
			return nil, false
		}
	}
	return v.Interface(), true
}

var (
	errorType    = reflect.TypeFor[error]()
	stringerType = reflect.TypeFor[fmt.Stringer]()
	valueType    = reflect.TypeFor[reflect.Value]()
)

func hasText(t reflect.Type) bool { return t.Implements(errorType) || t.Implements(stringerType) }
