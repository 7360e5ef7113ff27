package reflect

// A Value is a Go value of any type. The zero Value is that of nil.
type Value struct {
	typ *rtype
	// content is the value itself; for one of interface type what the interface holds.
	content any
}

// A ValueError is the panic of a method on a value of the wrong kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func field(x any, i int) any
func index(x any, i int) any
func pointee(x any) any
func length(x any) int
func isNil(x any) bool
func mapEntries(x any) (keys, values []any)
func toBool(x any) bool
func toInt(x any) int64
func toUint(x any) uint64
func toFloat(x any) float64
func toComplex(x any) complex128
func toString(x any) string

// DeepEqual compares values of the same type with all that they contain or point to.
func DeepEqual(x, y any) bool

// ValueOf is the value that i holds.
func ValueOf(i any) Value {
	id := typeID(i)
	if id < 0 {
		return Value{}
	}
	return Value{typeOf(id), i}
}

// Indirect is what v points to, or v.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

func (v Value) IsValid() bool { return v.typ != nil }

func (v Value) Kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	return v.typ.kind
}

func (v Value) Type() Type {
	v.must("reflect.Value.Type", v.typ != nil)
	return v.typ
}

func (v Value) must(method string, ok bool) {
	if !ok {
		panic(&ValueError{method, v.Kind()})
	}
}

func (v Value) Interface() any {
	v.must("reflect.Value.Interface", v.typ != nil)
	return v.content
}

func (v Value) CanInterface() bool { return v.typ != nil }
func (v Value) CanSet() bool       { return false }
func (v Value) CanAddr() bool      { return false }
func (v Value) CanInt() bool       { return Int <= v.Kind() && v.Kind() <= Int64 }
func (v Value) CanUint() bool      { return Uint <= v.Kind() && v.Kind() <= Uintptr }
func (v Value) CanFloat() bool     { return v.Kind() == Float32 || v.Kind() == Float64 }
func (v Value) CanComplex() bool   { return v.Kind() == Complex64 || v.Kind() == Complex128 }

func (v Value) Bool() bool {
	v.must("reflect.Value.Bool", v.Kind() == Bool)
	return toBool(v.content)
}

func (v Value) Int() int64 {
	v.must("reflect.Value.Int", v.CanInt())
	return toInt(v.content)
}

func (v Value) Uint() uint64 {
	v.must("reflect.Value.Uint", v.CanUint())
	return toUint(v.content)
}

func (v Value) Float() float64 {
	v.must("reflect.Value.Float", v.CanFloat())
	return toFloat(v.content)
}

func (v Value) Complex() complex128 {
	v.must("reflect.Value.Complex", v.CanComplex())
	return toComplex(v.content)
}

// String is the text of a string; for all else <T Value>.
func (v Value) String() string {
	switch v.Kind() {
	case Invalid:
		return "<invalid Value>"
	case String:
		return toString(v.content)
	}
	return "<" + v.typ.text + " Value>"
}

func (v Value) IsNil() bool {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer, Slice:
		return isNil(v.content)
	case Interface:
		return v.content == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.Kind()})
}

func (v Value) Len() int {
	switch v.Kind() {
	case Array, Map, Slice:
		return length(v.content)
	case String:
		return len(toString(v.content))
	}
	panic(&ValueError{"reflect.Value.Len", v.Kind()})
}

// part is a value inside of another: its type is that of its place.
func part(typ int, content any) Value { return Value{typeOf(typ), content} }

func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		return ValueOf(v.content)
	case Pointer:
		if isNil(v.content) {
			return Value{}
		}
		return part(v.typ.elem, pointee(v.content))
	}
	panic(&ValueError{"reflect.Value.Elem", v.Kind()})
}

func (v Value) Index(i int) Value {
	switch v.Kind() {
	case String:
		text := toString(v.content)
		if uint(i) >= uint(len(text)) {
			panic("reflect: string index out of range")
		}
		return ValueOf(text[i])
	case Array, Slice:
		if uint(i) >= uint(length(v.content)) {
			panic("reflect: " + v.Kind().String() + " index out of range")
		}
		return part(v.typ.elem, index(v.content, i))
	}
	panic(&ValueError{"reflect.Value.Index", v.Kind()})
}

func (v Value) NumField() int {
	v.must("reflect.Value.NumField", v.Kind() == Struct)
	return v.typ.NumField()
}

func (v Value) Field(i int) Value {
	v.must("reflect.Value.Field", v.Kind() == Struct)
	if uint(i) >= uint(v.typ.NumField()) {
		panic("reflect: Field index out of range")
	}
	_, _, _, typ, _ := fieldAt(v.typ.id, i)
	return part(typ, field(v.content, i))
}

func (v Value) FieldByName(name string) Value {
	v.must("reflect.Value.FieldByName", v.Kind() == Struct)
	if f, ok := v.typ.FieldByName(name); ok {
		return v.Field(f.Index[0])
	}
	return Value{}
}

func (v Value) NumMethod() int {
	v.must("reflect.Value.NumMethod", v.typ != nil)
	return v.typ.NumMethod()
}

// MapKeys are the keys, in no particular order.
func (v Value) MapKeys() []Value {
	v.must("reflect.Value.MapKeys", v.Kind() == Map)
	keys, _ := mapEntries(v.content)
	values := make([]Value, len(keys))
	for i, key := range keys {
		values[i] = part(v.typ.key, key)
	}
	return values
}

func (v Value) MapIndex(key Value) Value {
	v.must("reflect.Value.MapIndex", v.Kind() == Map)
	keys, values := mapEntries(v.content)
	for i, each := range keys {
		if each == key.content {
			return part(v.typ.elem, values[i])
		}
	}
	return Value{}
}

// A MapIter walks the entries of a map.
type MapIter struct {
	typ          *rtype
	keys, values []any
	at           int
}

func (v Value) MapRange() *MapIter {
	v.must("reflect.Value.MapRange", v.Kind() == Map)
	keys, values := mapEntries(v.content)
	return &MapIter{v.typ, keys, values, -1}
}

func (iter *MapIter) Next() bool {
	iter.at++
	return iter.at < len(iter.keys)
}

func (iter *MapIter) Key() Value   { return part(iter.typ.key, iter.keys[iter.at]) }
func (iter *MapIter) Value() Value { return part(iter.typ.elem, iter.values[iter.at]) }

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Bool:
		return !v.Bool()
	case String:
		return v.Len() == 0
	case Float32, Float64:
		f := v.Float()
		return f == 0 && 1/f > 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case Array:
		for i := range v.Len() {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				return false
			}
		}
		return true
	}
	switch {
	case v.CanInt():
		return v.Int() == 0
	case v.CanUint():
		return v.Uint() == 0
	case v.Kind() == Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	}
	return v.IsNil()
}
