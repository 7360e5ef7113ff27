package reflect

import "iter"

func call(typ int, fn any, args []any) []any
func callMethod(typ int, receiver any, name string, args []any) []any
func boundMethod(typ int, receiver any, name string) any
func stubFor(typ int, implementation func(args []any) []any) any

// Call calls the function v with the arguments in; those of a variadic parameter one by one.
func (v Value) Call(in []Value) []Value {
	v.must("Call", v.Kind() == Func)
	v.mustBeExported("reflect.Value.Call")
	return v.call("Call", in)
}

// CallSlice calls a variadic function with a slice for its last parameter.
func (v Value) CallSlice(in []Value) []Value {
	v.must("CallSlice", v.Kind() == Func)
	v.mustBeExported("reflect.Value.CallSlice")
	return v.call("CallSlice", in)
}

func (v Value) call(op string, in []Value) []Value {
	t := v.valueType().signature()
	if v.flag&bound == 0 && isNil(v.load()) {
		panic("reflect.Value.Call: call of nil function")
	}
	if v.flag&bound != 0 && v.typ.kind == Interface && v.load() == nil {
		panic("reflect: " + op + " of method on nil interface value")
	}
	n := len(t.params)
	checkCount(op, n, len(in), t.variadic)
	spreads := t.variadic && op == "Call"
	if spreads {
		n--
	}
	for _, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	for i := range n {
		if !in[i].valueType().AssignableTo(t.params[i]) {
			panic("reflect: " + op + " using " + in[i].valueType().text + " as type " + t.params[i].text)
		}
	}
	if spreads {
		in = append(in[:n:n], spread(op, t.params[n], in[n:]))
	}
	args := make([]any, len(in))
	for i, x := range in {
		x.mustBeExported("reflect.Value.Call")
		args[i] = x.assignTo("reflect.Value.Call", t.params[i]).content
	}
	var contents []any
	if v.flag&bound != 0 {
		name, _ := v.boundMethod()
		if _, paths, _ := methods(v.typ.id); paths[v.flag>>methodShift] != "" {
			panic("reflect: " + op + " of unexported method")
		}
		contents = callMethod(t.id, v.load(), name, args)
	} else {
		contents = call(t.id, v.load(), args)
	}
	results := make([]Value, len(contents))
	for i, content := range contents {
		results[i] = Value{t.results[i], content, 0}
	}
	return results
}

func checkCount(op string, want, got int, variadic bool) {
	if op == "CallSlice" {
		if !variadic {
			panic("reflect: CallSlice of non-variadic function")
		}
		if got < want {
			panic("reflect: CallSlice with too few input arguments")
		}
		if got > want {
			panic("reflect: CallSlice with too many input arguments")
		}
		return
	}
	if variadic {
		want--
	}
	if got < want {
		panic("reflect: Call with too few input arguments")
	}
	if !variadic && got > want {
		panic("reflect: Call with too many input arguments")
	}
}

func spread(op string, typ *rtype, in []Value) Value {
	elem := typ.elemType()
	contents := make([]any, len(in))
	for i, x := range in {
		if !x.valueType().AssignableTo(elem) {
			panic("reflect: cannot use " + x.valueType().text + " as type " + elem.text + " in " + op)
		}
		x.mustBeExported("reflect.Value.Set")
		contents[i] = x.assignTo("reflect.Set", elem).content
	}
	return Value{typ, appendContents(typ.id, makeSlice(typ.id, 0, len(in)), contents), 0}
}

// Methods

func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&bound != 0 {
		return 0
	}
	return v.typ.NumMethod()
}

// Method is the i'th method of v's type bound to v.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&bound != 0 || uint(i) >= uint(v.typ.NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.typ.kind == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	// A method needs its receiver's methods to be kept by the compiler.
	keepMethods()
	return Value{v.typ, v.load(), v.flag.inherited() | bound | flag(i)<<methodShift}
}

func keepMethods() {
	if known == nil {
		methodFunction(0, "", 0)
	}
}

func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&bound != 0 {
		return Value{}
	}
	names, _, _ := methods(v.typ.id)
	for i, each := range names {
		if each == name {
			return v.Method(i)
		}
	}
	return Value{}
}

func (v Value) Methods() iter.Seq2[Method, Value] {
	return func(yield func(Method, Value) bool) {
		for i := range v.NumMethod() {
			if !yield(v.typ.Method(i), v.Method(i)) {
				return
			}
		}
	}
}

// boundMethod is the name and func type of the method that v is.
func (v Value) boundMethod() (string, *rtype) {
	names, _, types := methods(v.typ.id)
	i := v.flag >> methodShift
	return names[i], typeOf(types[i]).signature()
}

// unbound is v, or for a bound method a function that calls it.
func (v Value) unbound(context string) Value {
	if v.flag&bound == 0 {
		return v
	}
	name, typ := v.boundMethod()
	return Value{typ, madeFunc(boundMethod(typ.id, v.content, name), typ), v.flag & readOnly}
}

// MakeFunc is a function of type typ that calls fn with its arguments.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.common().signature()
	stub := stubFor(t.id, func(args []any) []any {
		in := make([]Value, len(args))
		for i, arg := range args {
			in[i] = Value{t.params[i], arg, 0}
		}
		out := fn(in)
		if len(out) != len(t.results) {
			panic("reflect: wrong return count from function created by MakeFunc")
		}
		results := make([]any, len(out))
		for i, x := range out {
			if x.typ == nil {
				panic("reflect: function created by MakeFunc using closure returned zero Value")
			}
			if x.flag&readOnly != 0 {
				panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
			}
			results[i] = x.assignTo("reflect.MakeFunc", t.results[i]).content
		}
		return results
	})
	return Value{t, madeFunc(stub, t), 0}
}

func madeFunc(stub any, t *rtype) any {
	if stub == nil {
		panic("reflect: functions of type " + t.text + " cannot be made in Interleave: no text of the program has this type")
	}
	return stub
}
