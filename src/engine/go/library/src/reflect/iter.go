package reflect

import "iter"

// CanSeq reports whether values of type t can be ranged over with one variable.
func (t *rtype) CanSeq() bool {
	switch t.kind {
	case Array, Slice, Chan, String, Map:
		return true
	case Func:
		return t.isIterator(1)
	case Pointer:
		return t.elemType().kind == Array
	}
	return isInt(t.kind) || isUint(t.kind)
}

// CanSeq2 reports whether values of type t can be ranged over with two variables.
func (t *rtype) CanSeq2() bool {
	switch t.kind {
	case Array, Slice, String, Map:
		return true
	case Func:
		return t.isIterator(2)
	case Pointer:
		return t.elemType().kind == Array
	}
	return false
}

// isIterator says whether t is func(yield func(…) bool) with n parameters of yield.
func (t *rtype) isIterator(n int) bool {
	if t.kind != Func {
		return false
	}
	f := t.signature()
	if len(f.params) != 1 || len(f.results) != 0 || f.params[0].kind != Func {
		return false
	}
	yield := f.params[0].signature()
	if len(yield.params) != n || len(yield.results) != 1 {
		return false
	}
	return yield.results[0].kind == Bool && yield.results[0].path == ""
}

// Fields are the fields of the struct v with their descriptions.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return func(yield func(StructField, Value) bool) {
		for i := range v.NumField() {
			if !yield(t.Field(i), v.Field(i)) {
				return
			}
		}
	}
}

// Seq ranges over v with one variable.
func (v Value) Seq() iter.Seq[Value] {
	if v.Type().common().isIterator(1) {
		return func(yield func(Value) bool) {
			v.Call([]Value{MakeFunc(v.Type().In(0), func(in []Value) []Value {
				return []Value{ValueOf(yield(in[0]))}
			})})
		}
	}
	switch k := v.Kind(); {
	case isInt(k):
		return func(yield func(Value) bool) {
			for i := range v.Int() {
				if !yield(Value{v.typ, fromInt(v.typ.id, i), 0}) {
					return
				}
			}
		}
	case isUint(k):
		return func(yield func(Value) bool) {
			for i := range v.Uint() {
				if !yield(Value{v.typ, fromUint(v.typ.id, i), 0}) {
					return
				}
			}
		}
	case k == Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok; x, ok = v.Recv() {
				if !yield(x) {
					return
				}
			}
		}
	case v.typ.CanSeq2():
		return func(yield func(Value) bool) {
			if v.Kind() == Array || v.Kind() == Slice || v.Kind() == Pointer {
				for i := range v.Len() {
					if !yield(ValueOf(i)) {
						return
					}
				}
				return
			}
			for x := range v.Seq2() {
				if !yield(x) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
}

// Seq2 ranges over v with two variables.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	if v.Type().common().isIterator(2) {
		return func(yield func(Value, Value) bool) {
			v.Call([]Value{MakeFunc(v.Type().In(0), func(in []Value) []Value {
				return []Value{ValueOf(yield(in[0], in[1]))}
			})})
		}
	}
	switch v.Kind() {
	case Pointer:
		if v.typ.elemType().kind == Array {
			return v.Elem().Seq2()
		}
	case Array, Slice:
		return func(yield func(Value, Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i), v.Index(i)) {
					return
				}
			}
		}
	case String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.String() {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		}
	case Map:
		return func(yield func(Value, Value) bool) {
			iter := v.MapRange()
			for iter.Next() {
				if !yield(iter.Key(), iter.Value()) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}
